//! Table `payment`.

use crate::error::Result;
use crate::ids::VisitId;
use crate::wire::visits::Payment;
use rusqlite::{Connection, named_params};

/// The payments of a visit in the order they were made.
pub(crate) fn of_visit(db: &Connection, visit: VisitId) -> Result<Vec<Payment>> {
    super::rows(db, "SELECT method, amount FROM payment WHERE visit_id = :visit ORDER BY id", named_params! {":visit": visit}, |row| {
        Ok(Payment { method: row.get(0)?, amount: row.get(1)? })
    })
}

/// Adds a payment.
pub(crate) fn insert(db: &Connection, visit: VisitId, payment: &Payment) -> Result<()> {
    super::run(
        db,
        "INSERT INTO payment (visit_id, method, amount) VALUES (:visit, :method, :amount)",
        named_params! {":visit": visit, ":method": payment.method, ":amount": payment.amount},
    )?;
    Ok(())
}

/// Takes a visit's payments away.
pub(crate) fn delete_of_visit(db: &Connection, visit: VisitId) -> Result<()> {
    super::run(db, "DELETE FROM payment WHERE visit_id = :visit", named_params! {":visit": visit})?;
    Ok(())
}
