//! The nine steps: a checklist whose order is advice.

use super::need;
use crate::error::{Code, Failure, Result};
use crate::ids::ComplaintId;
use crate::op::Op;
use crate::shop::{Shop, Tx};
use crate::store::complaint::{self, StepRecord};
use crate::wire::complaints::{ComplaintStep, SetStep, StepState};
use crate::wire::{Done, text};

/// Ticks a step, leaves it out with a word, or has it to do again.
///
/// # Errors
/// `reason_required` at `note` for a skipped step without a word, `not_found`.
pub fn set_step(shop: &mut Shop, request: SetStep) -> Result<Done> {
    let note = text::line("note", request.note.as_deref(), 200)?;
    if request.state == StepState::Skipped && note.is_none() {
        return Err(Failure::at(Code::ReasonRequired, "note").into());
    }
    shop.write(Op::SetComplaintStep, |tx| {
        let found = need(tx, request.complaint)?;
        match request.state {
            StepState::Open => complaint::delete_step(tx.db(), found.id, request.step)?,
            state => put(tx, found.id, request.step, state == StepState::Skipped, note)?,
        }
        tx.param("complaint", found.id.0);
        tx.param("step", request.step.as_str());
        Ok(Done {})
    })
}

fn put(tx: &Tx<'_>, complaint: ComplaintId, step: ComplaintStep, skipped: bool, note: Option<String>) -> Result<()> {
    complaint::put_step(tx.db(), complaint, &StepRecord { step, at: tx.now().millis(), skipped, note, staff: tx.actor() })
}

/// Something was done that a step stands for: it is ticked along, unless it was before.
pub(super) fn tick(tx: &Tx<'_>, complaint: ComplaintId, step: ComplaintStep) -> Result<()> {
    let known = complaint::steps(tx.db(), complaint)?;
    if known.iter().any(|one| one.step == step && !one.skipped) {
        return Ok(());
    }
    put(tx, complaint, step, false, None)
}
