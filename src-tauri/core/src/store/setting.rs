//! Table `setting`: one JSON document a key.

use crate::error::Result;
use rusqlite::{Connection, named_params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The document under a key, or its default when it was never set.
pub(crate) fn get<T: DeserializeOwned + Default>(db: &Connection, key: &str) -> Result<T> {
    let text: Option<String> = super::row(db, "SELECT value FROM setting WHERE key = :key", named_params! {":key": key}, |row| row.get(0))?;
    Ok(match text {
        Some(text) => serde_json::from_str(&text)?,
        None => T::default(),
    })
}

/// The document under a key that has no default of its own: it is written when the book is made.
///
/// # Errors
/// `file_damaged` when it is not there.
pub(crate) fn need<T: DeserializeOwned>(db: &Connection, key: &str) -> Result<T> {
    let text: Option<String> = super::row(db, "SELECT value FROM setting WHERE key = :key", named_params! {":key": key}, |row| row.get(0))?;
    match text {
        Some(text) => Ok(serde_json::from_str(&text)?),
        None => Err(crate::error::Failure::new(crate::error::Code::FileDamaged).into()),
    }
}

/// Writes the document under a key.
pub(crate) fn put<T: Serialize>(db: &Connection, key: &str, value: &T) -> Result<()> {
    let text = serde_json::to_string(value)?;
    super::run(
        db,
        "INSERT INTO setting (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        named_params! {":key": key, ":value": text},
    )?;
    Ok(())
}
