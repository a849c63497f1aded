//! Waiting for her, and going on.

use super::need_open;
use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::shop::Shop;
use crate::store::complaint;
use crate::wire::complaints::{ComplaintRef, HoldComplaint};
use crate::wire::{Done, text};

/// Begins to wait for her; both clocks stand. While it waits already, only the reason changes.
///
/// # Errors
/// `reason_required`, `not_found`, `complaint_closed`.
pub fn hold(shop: &mut Shop, request: HoldComplaint) -> Result<Done> {
    let reason = text::line("reason", Some(&request.reason), 200)?.ok_or_else(|| Failure::at(Code::ReasonRequired, "reason"))?;
    shop.write(Op::HoldComplaint, |tx| {
        let found = need_open(tx, request.complaint)?;
        let holds = complaint::holds(tx.db(), found.id)?;
        match holds.iter().find(|one| one.hold.1.is_none()) {
            Some(waiting) => complaint::set_hold_reason(tx.db(), waiting.id, &reason)?,
            None => complaint::insert_hold(tx.db(), found.id, tx.now().millis(), &reason)?,
        }
        tx.param("complaint", found.id.0);
        Ok(Done {})
    })
}

/// Goes on: the clocks run again. If it does not wait, nothing is done.
///
/// # Errors
/// `not_found`, `complaint_closed`.
pub fn resume(shop: &mut Shop, request: ComplaintRef) -> Result<Done> {
    shop.write(Op::ResumeComplaint, |tx| {
        let found = need_open(tx, request.complaint)?;
        complaint::end_holds(tx.db(), found.id, tx.now().millis())?;
        tx.param("complaint", found.id.0);
        Ok(Done {})
    })
}
