//! Putting right what was written down.

use super::need;
use super::open::{about, check_staff, words};
use crate::error::Result;
use crate::op::Op;
use crate::shop::Shop;
use crate::store::complaint;
use crate::wire::Done;
use crate::wire::complaints::CorrectComplaint;

/// Corrects what it is about and who answers for it; the clocks go on as they did.
///
/// # Errors
/// Those of opening it, but for its time.
pub fn correct(shop: &mut Shop, request: CorrectComplaint) -> Result<Done> {
    let what = words(&request.what)?;
    shop.write(Op::CorrectComplaint, |tx| {
        let mut found = need(tx, request.complaint)?;
        check_staff(tx.db(), request.staff)?;
        let about = about(tx, found.customer, request.visit, request.line)?;
        (found.visit, found.line) = (about.visit.map(|(id, _)| id), about.line);
        (found.kind, found.what, found.staff) = (request.kind, what, request.staff);
        complaint::update(tx.db(), &found)?;
        tx.param("complaint", found.id.0);
        Ok(Done {})
    })
}
