//! Writing a copy of the open file, and proving one. The live file itself is only ever read through its connection.

use super::sums::Sums;
use super::upgrade::{APPLICATION_ID, schema_at};
use super::{open, sealed, soundness, sums};
use crate::encryption::BookKey;
use crate::error::Result;
use rusqlite::{Connection, OpenFlags, named_params};
use std::path::Path;

/// Writes one snapshot of everything into an empty file, under the same key if there is one. What was deleted leaves no trace in it.
pub(crate) fn write(db: &Connection, into: &Path) -> Result<()> {
    let written = db.execute("VACUUM INTO :into", named_params! {":into": into.to_string_lossy()});
    // On a full disk SQLite leaves it behind, and after a call that failed while it closed the copy. What is missing then, the proof finds.
    let _ = std::fs::remove_file(open::with_suffix(into, "-journal"));
    written?;
    Ok(())
}

/// Whether a copy opens with its key, is sound, and has the same counts and sums as what it was copied from, in the schema of that
/// version.
pub(crate) fn is_whole(copy: &Path, live: &Sums, version: i32, key: Option<&BookKey>) -> bool {
    prove(copy, live, version, key).unwrap_or(false)
}

fn prove(copy: &Path, live: &Sums, expected: i32, key: Option<&BookKey>) -> Result<bool> {
    let db = Connection::open_with_flags(copy, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    sealed::unlock(&db, key)?;
    db.pragma_update(None, "trusted_schema", false)?;
    db.pragma_update(None, "cell_size_check", true)?;
    db.pragma_update(None, "mmap_size", 0)?;
    let application: i32 = db.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let version: i32 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok(application == APPLICATION_ID
        && version == expected
        && open::schema_of(&db)? == schema_at(expected)?
        && soundness::integrity(&db)?.is_empty()
        && soundness::foreign_keys(&db)?.is_empty()
        && sums::all(&db)? == *live)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_that_fails_leaves_no_journal_behind() {
        let folder = tempfile::TempDir::new().unwrap();
        let db = Connection::open(folder.path().join("book")).unwrap();
        db.execute_batch("CREATE TABLE t (x); INSERT INTO t VALUES (1)").unwrap();
        let into = folder.path().join("copy");
        let journal = folder.path().join("copy-journal");
        // Into a folder nothing is copied, and SQLite itself does not come as far as the journal.
        std::fs::create_dir(&into).unwrap();
        std::fs::write(&journal, "what a disk that is full made SQLite leave").unwrap();
        write(&db, &into).unwrap_err();
        assert!(!journal.exists());
        // Nor does one that is there at the end of a copy that was written.
        std::fs::remove_dir(&into).unwrap();
        std::fs::write(&into, "").unwrap();
        std::fs::write(&journal, "what a call that failed while it closed made it leave").unwrap();
        write(&db, &into).unwrap();
        assert!(!journal.exists());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
    }
}
