//! How large the book is.

use crate::error::Result;
use rusqlite::Connection;

fn count(db: &Connection, sql: &str) -> Result<i64> {
    Ok(super::row(db, sql, [], |row| row.get(0))?.unwrap_or(0))
}

/// Whether there is no archive that is not cancelled or merged.
pub(crate) fn nobody(db: &Connection) -> Result<bool> {
    Ok(count(db, "SELECT NOT EXISTS (SELECT 1 FROM customer WHERE status <> 'cancelled' AND merged_into_id IS NULL)")? == 1)
}

/// Archives that are not cancelled or merged.
pub(crate) fn customers(db: &Connection) -> Result<i64> {
    count(db, "SELECT count(*) FROM customer WHERE status <> 'cancelled' AND merged_into_id IS NULL")
}

/// Visits, those voided included: a plain count is the table's own and needs no look at each row.
pub(crate) fn visits(db: &Connection) -> Result<i64> {
    count(db, "SELECT count(*) FROM visit")
}

/// The day of the last visit, if there was any.
pub(crate) fn last_visit_day(db: &Connection) -> Result<Option<crate::clock::Day>> {
    Ok(super::row(db, "SELECT max(day) FROM visit", [], |row| row.get(0))?.flatten())
}
