//! Table `state`: what the program remembers for itself, outside the history.

use crate::error::Result;
use rusqlite::{Connection, named_params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What stands under a key, if anything.
pub(crate) fn get<T: DeserializeOwned>(db: &Connection, key: &str) -> Result<Option<T>> {
    let text: Option<String> = super::row(db, "SELECT value FROM state WHERE key = :key", named_params! {":key": key}, |row| row.get(0))?;
    Ok(text.map(|text| serde_json::from_str(&text)).transpose()?)
}

/// Writes down a value.
pub(crate) fn put<T: Serialize>(db: &Connection, key: &str, value: &T) -> Result<()> {
    super::run(
        db,
        "INSERT INTO state (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        named_params! {":key": key, ":value": serde_json::to_string(value)?},
    )?;
    Ok(())
}
