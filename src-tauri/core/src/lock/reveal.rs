//! A clerk who has to call somebody may see her number whole, one person at a time, if the owner allows it. Each time is in the log before
//! the number leaves the core.

use super::Seat;
use crate::audit::Note;
use crate::error::{Code, Failure, Result};
use crate::shop::Shop;
use crate::store::{customer, setting};
use crate::wire::audit::AuditAction;
use crate::wire::customers::CustomerRef;
use crate::wire::lock::{LockSettings, WholeNumbers};

/// Whether somebody in a seat may ask for one.
pub(super) fn may_reveal(seat: Seat, settings: &LockSettings) -> bool {
    seat.shows_phones() || (seat != Seat::Locked && settings.clerks_reveal)
}

/// Her phones and her WeChat name as they stand in the book.
///
/// # Errors
/// `owner_needed` where the owner does not allow it; `not_found`; those of the log, without which nothing is shown.
pub fn show_numbers(shop: &mut Shop, request: CustomerRef) -> Result<WholeNumbers> {
    let settings: LockSettings = setting::get(shop.db()?, LockSettings::KEY)?;
    if !may_reveal(shop.seat(), &settings) {
        return Err(Failure::new(Code::OwnerNeeded).into());
    }
    customer::name_of(shop.db()?, request.customer)?.ok_or_else(|| Failure::at(Code::NotFound, "customer"))?;
    shop.note(Note::of(AuditAction::Revealed).about(request.customer.0))?;
    let fields = customer::get(shop.db()?, request.customer)?.ok_or_else(|| Failure::at(Code::NotFound, "customer"))?.fields;
    Ok(WholeNumbers {
        phones: fields.phones.iter().map(|phone| (**phone).to_owned()).collect(),
        wechat: fields.wechat.as_deref().map(str::to_owned),
    })
}
