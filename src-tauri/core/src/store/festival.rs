//! Table `festival`.

use crate::error::Result;
use crate::festivals::{Festival, FestivalRule};
use crate::ids::FestivalId;
use rusqlite::types::Type;
use rusqlite::{Connection, Row, named_params};

const COLUMNS: &str = "id, key, name, rule, is_on";

fn from_row(row: &Row<'_>) -> rusqlite::Result<Festival> {
    let rule: String = row.get("rule")?;
    Ok(Festival {
        id: row.get("id")?,
        key: row.get("key")?,
        name: row.get("name")?,
        rule: serde_json::from_str(&rule).map_err(|error| rusqlite::Error::FromSqlConversionFailure(3, Type::Text, error.into()))?,
        is_on: row.get("is_on")?,
    })
}

/// All festivals, in the order of the list.
pub(crate) fn list(db: &Connection) -> Result<Vec<Festival>> {
    super::rows(db, &format!("SELECT {COLUMNS} FROM festival ORDER BY position, id"), [], from_row)
}

/// One festival.
pub(crate) fn get(db: &Connection, id: FestivalId) -> Result<Option<Festival>> {
    super::row(db, &format!("SELECT {COLUMNS} FROM festival WHERE id = :id"), named_params! {":id": id}, from_row)
}

/// Adds a festival at the end of the list.
pub(crate) fn insert(db: &Connection, key: Option<&str>, name: &str, rule: &FestivalRule, is_on: bool) -> Result<FestivalId> {
    super::run(
        db,
        "INSERT INTO festival (key, name, rule, is_on, position)
         VALUES (:key, :name, :rule, :on, (SELECT coalesce(max(position), 0) + 1 FROM festival))",
        named_params! {":key": key, ":name": name, ":rule": serde_json::to_string(rule)?, ":on": is_on},
    )?;
    Ok(FestivalId(db.last_insert_rowid()))
}

/// Changes a festival; says how many there were.
pub(crate) fn update(db: &Connection, id: FestivalId, name: &str, rule: &FestivalRule, is_on: bool) -> Result<usize> {
    super::run(
        db,
        "UPDATE festival SET name = :name, rule = :rule, is_on = :on WHERE id = :id",
        named_params! {":id": id, ":name": name, ":rule": serde_json::to_string(rule)?, ":on": is_on},
    )
}

/// Takes a festival away; says how many there were.
pub(crate) fn delete(db: &Connection, id: FestivalId) -> Result<usize> {
    super::run(db, "DELETE FROM festival WHERE id = :id", named_params! {":id": id})
}
