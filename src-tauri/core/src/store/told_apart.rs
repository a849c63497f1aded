//! Table `told_apart`: pairs that somebody said are two people.

use crate::clock::Day;
use crate::error::Result;
use crate::ids::{CustomerId, StaffId, ToldApartId};
use rusqlite::{Connection, Row, named_params};

/// A decision as stored.
#[derive(Debug, Clone)]
pub(crate) struct ApartRow {
    pub id: ToldApartId,
    pub left: CustomerId,
    pub right: CustomerId,
    /// What spoke for one person then.
    pub signs: Vec<String>,
    pub day: Day,
    pub staff: Option<StaffId>,
}

const COLUMNS: &str = "id, left_id, right_id, signs, day, staff_id";

fn from_row(row: &Row<'_>) -> rusqlite::Result<ApartRow> {
    let signs: String = row.get("signs")?;
    Ok(ApartRow {
        id: row.get("id")?,
        left: row.get("left_id")?,
        right: row.get("right_id")?,
        signs: serde_json::from_str(&signs).unwrap_or_default(),
        day: row.get("day")?,
        staff: row.get("staff_id")?,
    })
}

/// All of them.
pub(crate) fn all(db: &Connection) -> Result<Vec<ApartRow>> {
    super::rows(db, &format!("SELECT {COLUMNS} FROM told_apart ORDER BY id"), [], from_row)
}

/// One.
pub(crate) fn get(db: &Connection, id: ToldApartId) -> Result<Option<ApartRow>> {
    super::row(db, &format!("SELECT {COLUMNS} FROM told_apart WHERE id = :id"), named_params! {":id": id}, from_row)
}

/// That of a pair.
pub(crate) fn of(db: &Connection, one: CustomerId, other: CustomerId) -> Result<Option<ApartRow>> {
    let sql = format!("SELECT {COLUMNS} FROM told_apart WHERE left_id = :left AND right_id = :right");
    super::row(db, &sql, named_params! {":left": one.min(other), ":right": one.max(other)}, from_row)
}

/// A page, the latest first.
pub(crate) fn page(db: &Connection, before: Option<ToldApartId>, limit: i64) -> Result<Vec<ApartRow>> {
    super::rows(
        db,
        &format!("SELECT {COLUMNS} FROM told_apart WHERE id < :before ORDER BY id DESC LIMIT :limit"),
        named_params! {":before": before.unwrap_or(ToldApartId(i64::MAX)), ":limit": limit},
        from_row,
    )
}

/// How many there are.
pub(crate) fn count(db: &Connection) -> Result<i64> {
    Ok(super::row(db, "SELECT count(*) FROM told_apart", [], |row| row.get(0))?.unwrap_or(0))
}

/// Writes one down, or what speaks for the pair now.
pub(crate) fn put(
    db: &Connection,
    (one, other): (CustomerId, CustomerId),
    signs: &[String],
    day: Day,
    staff: Option<StaffId>,
) -> Result<()> {
    super::run(
        db,
        "INSERT INTO told_apart (left_id, right_id, signs, day, staff_id) VALUES (:left, :right, :signs, :day, :staff)
         ON CONFLICT (left_id, right_id) DO UPDATE SET signs = excluded.signs, day = excluded.day, staff_id = excluded.staff_id",
        named_params! {
            ":left": one.min(other), ":right": one.max(other), ":signs": serde_json::to_string(signs)?, ":day": day, ":staff": staff,
        },
    )?;
    Ok(())
}

/// Takes one back.
pub(crate) fn delete(db: &Connection, id: ToldApartId) -> Result<()> {
    super::run(db, "DELETE FROM told_apart WHERE id = :id", named_params! {":id": id})?;
    Ok(())
}
