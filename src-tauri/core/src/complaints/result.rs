//! After it was solved: whether it is well now, and asking again later.

use super::need;
use super::step::tick;
use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::shop::{Shop, Tx};
use crate::store::complaint::{self, ComplaintRecord};
use crate::wire::Done;
use crate::wire::complaints::{ComplaintRef, ComplaintStep, SetComplaintResult};

fn need_solved(tx: &Tx<'_>, id: crate::ids::ComplaintId) -> Result<ComplaintRecord> {
    let found = need(tx, id)?;
    if found.solved_at.is_none() {
        return Err(Failure::new(Code::ComplaintOpen).into());
    }
    Ok(found)
}

/// Writes down whether she is satisfied; the step `ask_result` is ticked along.
///
/// # Errors
/// `not_found`, `complaint_open`.
pub fn set_result(shop: &mut Shop, request: SetComplaintResult) -> Result<Done> {
    shop.write(Op::SetComplaintResult, |tx| {
        let mut found = need_solved(tx, request.complaint)?;
        found.satisfied = Some(request.satisfied);
        complaint::update(tx.db(), &found)?;
        tick(tx, found.id, ComplaintStep::AskResult)?;
        tx.param("complaint", found.id.0);
        Ok(Done {})
    })
}

/// Writes down that somebody asked again after a while.
///
/// # Errors
/// `not_found`, `complaint_open`.
pub fn follow_up(shop: &mut Shop, request: ComplaintRef) -> Result<Done> {
    shop.write(Op::FollowUpComplaint, |tx| {
        let mut found = need_solved(tx, request.complaint)?;
        found.followed_up_on = Some(tx.day());
        complaint::update(tx.db(), &found)?;
        tx.param("complaint", found.id.0);
        Ok(Done {})
    })
}
