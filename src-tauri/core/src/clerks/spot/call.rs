//! What a call came to, field by field.

use super::page::asked_of;
use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::shop::Shop;
use crate::store::spot_check;
use crate::wire::clerks::{SaveSpotCall, SpotOutcome};
use crate::wire::{Done, text};

/// Writes a call down, over what stood there.
///
/// # Errors
/// `not_found` at `item` or `answers.N.field`; `rules_invalid` at `answers` of somebody who was not reached, and at `item` of a spot check
/// that is over; `too_long` at `note`.
pub fn save_call(shop: &mut Shop, request: SaveSpotCall) -> Result<Done> {
    let note = text::line("note", request.note.as_deref(), 200)?;
    if request.outcome != Some(SpotOutcome::Reached) && !request.answers.is_empty() {
        return Err(Failure::at(Code::RulesInvalid, "answers").into());
    }
    shop.write(Op::SaveSpotCall, |tx| {
        let db = tx.db();
        let item = spot_check::item(db, request.item)?.ok_or_else(|| Failure::at(Code::NotFound, "item"))?;
        if spot_check::get(db, item.check)?.is_some_and(|check| check.ended_on.is_some()) {
            return Err(Failure::at(Code::RulesInvalid, "item").into());
        }
        let known = asked_of(db, &item)?;
        for (at, answer) in request.answers.iter().enumerate() {
            if !known.iter().any(|field| field.field == answer.field) {
                return Err(Failure::at(Code::NotFound, format!("answers.{at}.field")).into());
            }
        }
        let called = request.outcome.map(|_| (tx.day(), tx.actor()));
        spot_check::set_call(db, item.id, request.outcome, called, note.as_deref())?;
        for (field, _) in spot_check::answers(db, item.id)? {
            if !request.answers.iter().any(|answer| answer.field == field) {
                spot_check::delete_answer(db, item.id, field)?;
            }
        }
        for answer in &request.answers {
            spot_check::put_answer(db, item.id, answer.field, answer.is_right)?;
        }
        tx.about_customer(item.customer);
        Ok(Done {})
    })
}
