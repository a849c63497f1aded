//! The guest list as a file: for the door, for the one who calls, for the SMS provider.

use super::need;
use crate::error::Result;
use crate::export::{Sheet, write_file};
use crate::messages::Messages;
use crate::shop::Shop;
use crate::store::{event_guest, setting};
use crate::wire::events::ExportGuests;
use crate::wire::export::{FileEncoding, TableExported};
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
    let mut sheet = Sheet::with_headings(&COLUMNS.iter().map(heading).collect::<Vec<_>>());
    for guest in &guests {
        sheet.text(&guest.customer.member_no);
        sheet.text(&guest.customer.name);
        sheet.optional(guest.customer.phone.as_deref());
        sheet.text(&guest.level);
        sheet.optional(guest.staff.as_deref());
        sheet.text(&word("invite", guest.invite_by.as_str()));
        sheet.optional(guest.answer.map(|answer| word("answer", answer.as_str())).as_deref());
        sheet.bare(guest.party);
        sheet.optional(guest.came.map(yes_no).as_deref());
        sheet.text(&yes_no(guest.gift_given));
        sheet.optional(guest.note.as_deref());
        sheet.end_row();
    }
    write_file(shop, &request.path, request.encoding.unwrap_or(FileEncoding::Utf8), |out| out.take(&mut sheet))?.hand_over(shop, "guests")
}
