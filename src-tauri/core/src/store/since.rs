//! Holding two books of one history against each other: what stands in one that the other does not have.

use crate::clock::Millis;
use crate::error::Result;
use rusqlite::{Connection, named_params};

/// The last entry of the history up to a number, if any: its number, kind and instant.
fn last_up_to(db: &Connection, id: i64) -> Result<Option<(i64, String, Millis)>> {
    super::row(db, "SELECT id, kind, at FROM operation WHERE id <= :id ORDER BY id DESC LIMIT 1", named_params! {":id": id}, |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    })
}

/// The number of the last entry that two histories share; 0 when they are not of one book. Histories only grow at their end, so that up
/// to somewhere they are the same and after it nothing is.
pub(crate) fn shared(one: &Connection, other: &Connection) -> Result<i64> {
    let highest = super::operation::last_id(one)?.min(super::operation::last_id(other)?);
    let (mut same, mut differs) = (0, highest + 1);
    while same + 1 < differs {
        let middle = same + (differs - same) / 2;
        let found = last_up_to(one, middle)?;
        if found.is_some() && found == last_up_to(other, middle)? {
            same = middle;
        } else {
            differs = middle;
        }
    }
    Ok(same)
}

/// What a history has after one of its entries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Since {
    /// Entries.
    pub operations: i64,
    /// The first and the last instant of them.
    pub from: Option<Millis>,
    /// See `from`.
    pub until: Option<Millis>,
    /// Archives opened.
    pub customers: i64,
    /// Visits recorded.
    pub visits: i64,
    /// Calls and messages logged.
    pub contacts: i64,
}

/// Counts what was done after an entry and still stands.
pub(crate) fn after(db: &Connection, id: i64) -> Result<Since> {
    let found = super::row(db, "SELECT count(*), min(at), max(at) FROM operation WHERE id > :id", named_params! {":id": id}, |row| {
        Ok(Since { operations: row.get(0)?, from: row.get(1)?, until: row.get(2)?, ..Since::default() })
    })?;
    let mut since = found.unwrap_or_default();
    since.customers = added(db, "customer", id)?;
    since.visits = added(db, "visit", id)?;
    since.contacts = added(db, "contact", id)?;
    Ok(since)
}

/// Rows of a table that were added after an entry and are still there, one by one or as ranges.
fn added(db: &Connection, table: &str, id: i64) -> Result<i64> {
    let one_by_one: Option<i64> = super::row(
        db,
        &format!(
            "SELECT count(DISTINCT c.row_id) FROM change c JOIN {table} t ON t.id = c.row_id
             WHERE c.operation_id > :id AND c.tbl = :table AND c.before IS NULL AND c.after IS NULL"
        ),
        named_params! {":id": id, ":table": table},
        |row| row.get(0),
    )?;
    let ranges: Option<i64> = super::row(
        db,
        &format!(
            "SELECT count(DISTINCT t.id) FROM change_range r JOIN {table} t ON t.id BETWEEN r.first_id AND r.last_id
             WHERE r.operation_id > :id AND r.tbl = :table"
        ),
        named_params! {":id": id, ":table": table},
        |row| row.get(0),
    )?;
    Ok(one_by_one.unwrap_or(0) + ranges.unwrap_or(0))
}
