//! How a visit was paid.

use super::draft::Draft;
use crate::error::{Code, Failure, Result};
use crate::money::Fen;
use crate::store::visit;
use crate::wire::visits::{Method, Payment};
use rusqlite::Connection;

/// The payments of a visit: as entered if they make the total, or all of it by the way she paid last, or in cash.
///
/// # Errors
/// `payments_differ` with `expected` and `given`.
pub(super) fn payments(db: &Connection, draft: &Draft, total: Fen) -> Result<Vec<Payment>> {
    if !draft.payments.is_empty() {
        let given: Fen = draft.payments.iter().map(|payment| payment.amount).sum();
        if given != total {
            return Err(Failure::at(Code::PaymentsDiffer, "payments").with("expected", total).with("given", given).into());
        }
        return Ok(draft.payments.clone());
    }
    if total == Fen::ZERO {
        return Ok(Vec::new());
    }
    let usual = match draft.customer {
        Some(customer) => visit::last_method(db, customer)?,
        None => None,
    };
    Ok(vec![Payment { method: usual.unwrap_or(Method::Cash), amount: total }])
}
