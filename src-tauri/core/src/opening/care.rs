//! What a book starts with for care: a new one, and one that was made before there was any.

use crate::error::Result;
use crate::store::setting;
use crate::wire::settings::Settings;
use crate::{care, festivals, stats, templates};
use rusqlite::Connection;

/// Writes the rules, texts and festivals of the trade, in the language of the book's settings.
///
/// # Errors
/// Only the database's own.
pub(crate) fn fill(db: &Connection) -> Result<()> {
    let settings: Settings = setting::get(db, Settings::KEY)?;
    festivals::fill(db, settings.language)?;
    templates::fill(db, settings.trade)?;
    care::defaults::fill(db, settings.trade, settings.language)?;
    stats::rebuild_as_counted(db)
}
