//! The guest list as a file: for the door, for the one who calls, for the SMS provider.

use super::need;
use crate::error::Result;
use crate::export::{Form, Row, write_file};
use crate::messages::Messages;
use crate::shop::Shop;
use crate::store::{event_guest, setting};
use crate::wire::events::ExportGuests;
use crate::wire::export::TableExported;
use crate::wire::settings::Settings;

const COLUMNS: &[&str] = &["member-no", "name", "phone", "level", "staff", "invite-by", "answer", "party", "came", "gift-given", "note"];

/// Writes the guest list into a file with headings in the shop's language.
///
/// # Errors
/// `not_found`; `required` or `file_exists` at `path`, those of the disk.
pub fn export_guests(shop: &mut Shop, request: ExportGuests) -> Result<TableExported> {
    let db = shop.db()?;
    let event = need(db, request.event)?;
    let guests = event_guest::of_event(db, &event)?;
    let settings: Settings = setting::get(db, Settings::KEY)?;
    let words = Messages::of(settings.language);
    let heading = |column: &&str| words.text(&format!("export-column-{column}"), &[]);
    let word = |list: &str, choice: &str| words.text(&format!("export-{list}-{}", choice.replace('_', "-")), &[]);
    let yes_no = |yes: bool| word("answer", if yes { "yes" } else { "no" });
    let headings: Vec<String> = COLUMNS.iter().map(heading).collect();
    let form = Form::of(&request.path, None, request.encoding)?;
    let written = write_file(shop, &request.path, form, |out| {
        out.begin(&event.name, &headings, None)?;
        let mut row = Row::default();
        for guest in &guests {
            row.text(&guest.customer.member_no);
            row.text(&guest.customer.name);
            row.phones(guest.customer.phone.as_slice());
            row.text(&guest.level);
            row.optional(guest.staff.as_deref());
            row.text(&word("invite", guest.invite_by.as_str()));
            row.optional(guest.answer.map(|answer| word("answer", answer.as_str())).as_deref());
            row.number(guest.party);
            row.optional(guest.came.map(yes_no).as_deref());
            row.text(&yes_no(guest.gift_given));
            row.optional(guest.note.as_deref());
            out.row(&mut row)?;
        }
        Ok(())
    })?;
    written.hand_over(shop, "guests", |_| Ok(()))
}
