//! Of two rows that say the same about one person, one stays.
//!
//! It is always the one with the higher id, with what is to be kept written into it: the number of the other is then never given to a new
//! row, so that an undo years later finds its place free.

use super::operation::put_row;
use super::watch::columns;
use crate::error::Result;
use rusqlite::{Connection, named_params};
use serde_json::{Map, Value};

/// A stored row, by its columns.
pub(super) type Fields = Map<String, Value>;

/// Rows of a table, by id. `whose` is a condition on `:one` and `:other`.
pub(super) fn read(db: &Connection, table: &str, whose: &str, (one, other): (i64, i64)) -> Result<Vec<Fields>> {
    let pairs: Vec<String> = columns(db, table)?.iter().map(|column| format!("'{column}', {column}")).collect();
    let sql =
        format!("SELECT json_object({}) FROM {table} WHERE {whose} AND coalesce(:one, :other) IS NOT NULL ORDER BY id", pairs.join(", "));
    let texts: Vec<String> = super::rows(db, &sql, named_params! {":one": one, ":other": other}, |row| row.get(0))?;
    texts.iter().map(|text| Ok(serde_json::from_str(text)?)).collect()
}

/// The id of a row.
pub(super) fn id(row: &Fields) -> i64 {
    row.get("id").and_then(Value::as_i64).unwrap_or_default()
}

/// A number in a row.
pub(super) fn number(row: &Fields, column: &str) -> Option<i64> {
    row.get(column).and_then(Value::as_i64)
}

/// Whether two rows agree in all these columns.
pub(super) fn agree(one: &Fields, other: &Fields, columns: &[&str]) -> bool {
    columns.iter().all(|column| one.get(*column) == other.get(*column))
}

/// Leaves one row of the two, with this content, and says which.
pub(super) fn combine(db: &Connection, table: &str, one: &Fields, other: &Fields, mut content: Fields) -> Result<i64> {
    let (low, high) = (id(one).min(id(other)), id(one).max(id(other)));
    super::run(db, &format!("DELETE FROM {table} WHERE id = :id"), named_params! {":id": low})?;
    content.insert("id".to_owned(), high.into());
    put_row(db, table, high, &Value::Object(content).to_string())?;
    Ok(high)
}

/// What the kept archive says, and where it says nothing, what the other does.
pub(super) fn filled(kept: &Fields, other: &Fields, columns: &[&str]) -> Fields {
    let mut content = kept.clone();
    for column in columns {
        if kept.get(*column).is_none_or(Value::is_null) {
            content.insert((*column).to_owned(), other.get(*column).cloned().unwrap_or_default());
        }
    }
    content
}

/// What the kept archive says, with the earlier of the two days.
pub(super) fn since(kept: &Fields, other: &Fields, column: &str) -> Fields {
    let mut content = kept.clone();
    if other.get(column).and_then(Value::as_str) < kept.get(column).and_then(Value::as_str) {
        content.insert(column.to_owned(), other.get(column).cloned().unwrap_or_default());
    }
    content
}
