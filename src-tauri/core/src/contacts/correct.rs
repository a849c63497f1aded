//! Correcting a contact, or taking one away that never was.

use super::{NewContact, check_outcome, moment};
use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::shop::Shop;
use crate::store::{contact, staff};
use crate::wire::contacts::{ContactRef, CorrectContact};
use crate::wire::{Done, text};

/// Replaces what was written down. Whom it was with stays.
///
/// # Errors
/// `not_found` at `contact` or `staff`, and those of writing one down.
pub fn correct(shop: &mut Shop, request: CorrectContact) -> Result<Done> {
    check_outcome(request.channel, request.direction, request.outcome)?;
    let words = text::note("text", request.text.as_deref())?;
    let moved = moment(request.day, shop.now())?;
    shop.write(Op::CorrectContact, |tx| {
        let old = contact::get(tx.db(), request.contact)?.ok_or_else(|| Failure::at(Code::NotFound, "contact"))?;
        if let Some(id) = request.staff
            && staff::get(tx.db(), id)?.is_none()
        {
            return Err(Failure::at(Code::NotFound, "staff").into());
        }
        let new = NewContact {
            at: if request.day == old.day { old.at } else { moved },
            day: request.day,
            channel: request.channel,
            direction: request.direction,
            purpose: request.purpose,
            outcome: request.outcome,
            text: words,
            staff: request.staff,
            ..old
        };
        contact::update(tx.db(), request.contact, &new)?;
        tx.about_customer(new.customer);
        Ok(Done {})
    })
}

/// Takes a contact away. What was decided about a task by it stays decided.
///
/// # Errors
/// `not_found`.
pub fn remove(shop: &mut Shop, request: ContactRef) -> Result<Done> {
    shop.write(Op::RemoveContact, |tx| {
        let old = contact::get(tx.db(), request.contact)?.ok_or_else(|| Failure::at(Code::NotFound, "contact"))?;
        contact::delete(tx.db(), request.contact)?;
        tx.about_customer(old.customer);
        Ok(Done {})
    })
}
