//! The segments a book starts with: a new one, and one that was made before there were any.

use crate::error::Result;
use crate::segments;
use crate::store::setting;
use crate::wire::settings::Settings;
use rusqlite::Connection;

/// Writes the segments of the trade, in the language of the book's settings.
///
/// # Errors
/// Only the database's own.
pub(crate) fn fill(db: &Connection) -> Result<()> {
    let settings: Settings = setting::get(db, Settings::KEY)?;
    segments::defaults::fill(db, settings.trade, settings.language)
}
