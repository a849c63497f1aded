//! Table `erasure`: who was erased, without anything of her.

use crate::clock::Millis;
use crate::error::Result;
use crate::ids::{CustomerId, StaffId};
use crate::wire::privacy::ErasureReason;
use rusqlite::{Connection, named_params};
use serde::{Deserialize, Serialize};

/// An erasure as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erased {
    /// Number of the archive.
    pub customer: CustomerId,
    /// When.
    pub at: Millis,
    /// Who did it.
    pub staff: Option<StaffId>,
    /// Why.
    pub reason: ErasureReason,
}

/// All of them, the latest first.
pub(crate) fn list(db: &Connection) -> Result<Vec<Erased>> {
    super::rows(db, "SELECT customer_id, at, staff_id, reason FROM erasure ORDER BY at DESC, id DESC", [], |row| {
        Ok(Erased { customer: row.get(0)?, at: row.get(1)?, staff: row.get(2)?, reason: row.get(3)? })
    })
}

/// Notes one; who is in the register already stays as she is there.
pub(crate) fn insert(db: &Connection, erased: &Erased) -> Result<()> {
    super::run(
        db,
        "INSERT INTO erasure (customer_id, at, staff_id, reason) VALUES (:customer, :at, :staff, :reason)
         ON CONFLICT (customer_id) DO NOTHING",
        named_params! {":customer": erased.customer, ":at": erased.at, ":staff": erased.staff, ":reason": erased.reason},
    )?;
    Ok(())
}

/// The highest number an archive ever had.
pub(crate) fn highest_customer(db: &Connection) -> Result<i64> {
    Ok(super::row(db, "SELECT seq FROM sqlite_sequence WHERE name = 'customer'", [], |row| row.get(0))?.unwrap_or(0))
}

/// From now on numbers of archives begin above this one, so that nobody is given the number of somebody who was erased.
pub(crate) fn raise_customers(db: &Connection, highest: i64) -> Result<()> {
    let raised =
        super::run(db, "UPDATE sqlite_sequence SET seq = max(seq, :highest) WHERE name = 'customer'", named_params! {":highest": highest})?;
    if raised == 0 {
        super::run(db, "INSERT INTO sqlite_sequence (name, seq) VALUES ('customer', :highest)", named_params! {":highest": highest})?;
    }
    Ok(())
}
