//! How large the book is.

use crate::clock::Day;
use crate::error::Result;
use rusqlite::{Connection, named_params};

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

/// A count of rows up to a day.
fn until(db: &Connection, sql: &str, last: Day) -> Result<u64> {
    let found: Option<i64> = super::row(db, sql, named_params! {":last": last}, |row| row.get(0))?;
    Ok(found.and_then(|n| u64::try_from(n).ok()).unwrap_or(0))
}

/// Visits that were not voided, up to a day.
pub(crate) fn live_visits(db: &Connection, last: Day) -> Result<u64> {
    until(db, "SELECT count(*) FROM visit WHERE voided_at IS NULL AND day <= :last", last)
}

/// Their lines.
pub(crate) fn live_lines(db: &Connection, last: Day) -> Result<u64> {
    let sql = "SELECT count(*) FROM visit v CROSS JOIN visit_line l ON l.visit_id = v.id WHERE v.voided_at IS NULL AND v.day <= :last";
    until(db, sql, last)
}

/// Entries of all ledgers of points, up to a day.
pub(crate) fn points_entries(db: &Connection, last: Day) -> Result<u64> {
    until(db, "SELECT count(*) FROM points_entry WHERE day <= :last", last)
}

/// The day of the last visit, if there was any.
pub(crate) fn last_visit_day(db: &Connection) -> Result<Option<Day>> {
    Ok(super::row(db, "SELECT max(day) FROM visit", [], |row| row.get(0))?.flatten())
}
