//! Deleted rows leave their bytes behind until something else is written over them; after an erasure nothing may be left.

use crate::error::Result;
use rusqlite::Connection;

/// What is deleted from now on is overwritten, not only let go.
pub(crate) fn overwrite_deleted(db: &Connection) -> Result<()> {
    // The pragma answers with a row, which `pragma_update` would take for a fault.
    db.pragma_update_and_check(None, "secure_delete", true, |_| Ok(()))?;
    Ok(())
}

/// Writes the file anew from its rows alone, in its own place: free pages and the free places within pages are gone. Takes as much memory as
/// the file is large.
pub(crate) fn in_place(db: &Connection) -> Result<()> {
    overwrite_deleted(db)?;
    db.flush_prepared_statement_cache();
    db.execute_batch("VACUUM")?;
    Ok(())
}
