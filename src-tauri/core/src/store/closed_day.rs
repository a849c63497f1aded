//! Table `closed_day`.

use crate::clock::Day;
use crate::error::Result;
use crate::hours::ClosedDay;
use crate::ids::ClosedDayId;
use rusqlite::{Connection, Row, named_params};

const COLUMNS: &str = "id, from_day, to_day, reason";

fn from_row(row: &Row<'_>) -> rusqlite::Result<ClosedDay> {
    Ok(ClosedDay { id: row.get("id")?, from_day: row.get("from_day")?, to_day: row.get("to_day")?, reason: row.get("reason")? })
}

/// All stretches, the latest first.
pub(crate) fn list(db: &Connection) -> Result<Vec<ClosedDay>> {
    super::rows(db, &format!("SELECT {COLUMNS} FROM closed_day ORDER BY from_day DESC, id DESC"), [], from_row)
}

/// The stretches that touch any day from `from` to `to`.
pub(crate) fn between(db: &Connection, from: Day, to: Day) -> Result<Vec<ClosedDay>> {
    super::rows(
        db,
        &format!("SELECT {COLUMNS} FROM closed_day WHERE from_day <= :to AND to_day >= :from ORDER BY from_day, id"),
        named_params! {":from": from, ":to": to},
        from_row,
    )
}

/// Adds a stretch of closed days.
pub(crate) fn insert(db: &Connection, from: Day, to: Day, reason: Option<&str>) -> Result<ClosedDayId> {
    super::run(
        db,
        "INSERT INTO closed_day (from_day, to_day, reason) VALUES (:from, :to, :reason)",
        named_params! {":from": from, ":to": to, ":reason": reason},
    )?;
    Ok(ClosedDayId(db.last_insert_rowid()))
}

/// Changes a stretch; says how many there were.
pub(crate) fn update(db: &Connection, id: ClosedDayId, from: Day, to: Day, reason: Option<&str>) -> Result<usize> {
    super::run(
        db,
        "UPDATE closed_day SET from_day = :from, to_day = :to, reason = :reason WHERE id = :id",
        named_params! {":id": id, ":from": from, ":to": to, ":reason": reason},
    )
}

/// Takes a stretch away; says how many there were.
pub(crate) fn delete(db: &Connection, id: ClosedDayId) -> Result<usize> {
    super::run(db, "DELETE FROM closed_day WHERE id = :id", named_params! {":id": id})
}
