//! Saving a visit, once.

use super::apply::apply;
use super::{draft, effects};
use crate::error::{Code, Failure, Result};
use crate::ids::VisitId;
use crate::op::Op;
use crate::shop::{Shop, Tx};
use crate::store::visit;
use crate::wire::visits::{NewVisit, RecordVisit, RecordedVisit};

/// Saves a visit. A receipt that was saved before answers with the visit of that time.
///
/// # Errors
/// `text_invalid` at `receipt`, and everything a visit can be refused for, at its field.
pub fn record(shop: &mut Shop, request: RecordVisit) -> Result<RecordedVisit> {
    let receipt = request.receipt;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    if !(8..=64).contains(&receipt.len()) || !receipt.bytes().all(plain) {
        return Err(Failure::at(Code::TextInvalid, "receipt").into());
    }
    if let Some(saved) = visit::by_receipt(shop.db()?, &receipt)? {
        let db = shop.db()?;
        return Ok(RecordedVisit {
            visit: saved.id,
            operation: visit::recorded_by(db, saved.id)?,
            effects: effects::of_saved(db, &saved)?,
            visit_no: saved.visit_no,
        });
    }
    let draft = draft::read(request.visit, shop.now(), shop.actor(), None)?;
    shop.write(Op::RecordVisit, |tx| {
        let (saved, effects) = apply(tx, &draft, Some(&receipt), None)?;
        Ok(RecordedVisit { visit: saved.id, visit_no: saved.visit_no, operation: Some(tx.operation()), effects })
    })
}

/// Saves a visit inside another operation, under a receipt nobody has used.
///
/// # Errors
/// Everything a visit can be refused for, at its field.
pub(crate) fn record_in(tx: &Tx<'_>, receipt: &str, new: NewVisit) -> Result<VisitId> {
    let draft = draft::read(new, tx.now(), tx.actor(), None)?;
    Ok(apply(tx, &draft, Some(receipt), None)?.0.id)
}
