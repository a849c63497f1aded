//! Solving, and opening again.

use super::need;
use super::need_open;
use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::shop::Shop;
use crate::store::complaint;
use crate::wire::complaints::{ComplaintRef, SolveComplaint};
use crate::wire::{Done, text};

/// Solves it: both clocks stop, waiting ends, and it counts as answered if nobody said so before.
///
/// # Errors
/// `required` at `solution`, `not_found`, `complaint_closed`.
pub fn solve(shop: &mut Shop, request: SolveComplaint) -> Result<Done> {
    let solution = text::note("solution", Some(&request.solution))?.ok_or_else(|| Failure::at(Code::Required, "solution"))?;
    shop.write(Op::SolveComplaint, |tx| {
        let mut found = need_open(tx, request.complaint)?;
        let at = tx.now().millis();
        complaint::end_holds(tx.db(), found.id, at)?;
        found.answered_at = found.answered_at.or(Some(at));
        (found.solved_at, found.solved_on, found.solution) = (Some(at), Some(tx.day()), Some(solution));
        complaint::update(tx.db(), &found)?;
        tx.param("complaint", found.id.0);
        Ok(Done {})
    })
}

/// Opens it again: it was not solved after all. The clock to solve it runs on from the beginning, what she said about the result and the
/// follow-up are asked anew, and the words of the solution stay as they were.
///
/// # Errors
/// `not_found`, `complaint_open`.
pub fn reopen(shop: &mut Shop, request: ComplaintRef) -> Result<Done> {
    shop.write(Op::ReopenComplaint, |tx| {
        let mut found = need(tx, request.complaint)?;
        if found.solved_at.is_none() {
            return Err(Failure::new(Code::ComplaintOpen).into());
        }
        (found.solved_at, found.solved_on, found.satisfied, found.followed_up_on) = (None, None, None, None);
        complaint::update(tx.db(), &found)?;
        tx.param("complaint", found.id.0);
        Ok(Done {})
    })
}
