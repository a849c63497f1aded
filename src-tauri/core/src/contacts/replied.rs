//! An answer that came later.

use super::{NewContact, write_down};
use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::shop::Shop;
use crate::store::contact;
use crate::wire::contacts::{Direction, MarkReplied, Outcome};
use crate::wire::{Done, text};

/// Marks a contact of the shop's as answered. An answer of a later day, or one with words, is a contact of its own: it is that day on
/// which she was last heard of, and which pushes the next reminder.
///
/// # Errors
/// `not_found`; `choice_invalid` at `contact` for one that she began, or that was a talk.
pub fn mark_replied(shop: &mut Shop, request: MarkReplied) -> Result<Done> {
    let words = text::note("text", request.text.as_deref())?;
    shop.write(Op::MarkReplied, |tx| {
        let found = contact::get(tx.db(), request.contact)?.ok_or_else(|| Failure::at(Code::NotFound, "contact"))?;
        super::check_outcome(found.channel, found.direction, Outcome::Replied).map_err(|_| Failure::at(Code::ChoiceInvalid, "contact"))?;
        if found.direction == Direction::In {
            return Err(Failure::at(Code::ChoiceInvalid, "contact").into());
        }
        contact::set_outcome(tx.db(), request.contact, Outcome::Replied)?;
        if words.is_some() || found.day < tx.day() {
            let answer = NewContact {
                direction: Direction::In,
                text: words,
                complaint: found.complaint,
                event: found.event,
                ..NewContact::out(tx, found.customer, found.channel, found.purpose, Outcome::Replied)
            };
            write_down(tx, &answer)?;
        }
        tx.about_customer(found.customer);
        Ok(Done {})
    })
}
