//! A book of an older version in a file of its own beside the open one, for as long as it takes to bring what it holds up to date.

use super::upgrade::{lay_out, take_steps};
use super::{open, sealed};
use crate::encryption::BookKey;
use crate::error::{Code, Failure, Result};
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// What its name ends in, after the open book's.
const SUFFIX: &str = ".coming-back";

/// The file, which goes away with this value.
pub(crate) struct Scratch {
    db: Option<Connection>,
    path: PathBuf,
    version: i32,
}

impl Scratch {
    /// Makes an empty one of a version, under the key of the book beside which it lies: what comes into an encrypted book lies nowhere plain
    /// on its way.
    pub(crate) fn begin(book: &Path, key: Option<&BookKey>, version: i32) -> Result<Scratch> {
        let path = open::with_suffix(book, SUFFIX);
        // A crash may have left one behind; its name is ours alone.
        sweep(book);
        open::private_file(&path)?;
        let mut scratch = Scratch { db: None, path, version };
        let db = Connection::open(&scratch.path)?;
        sealed::unlock(&db, key)?;
        // Nothing in it has to last: after a crash it is made anew.
        db.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
        db.pragma_update(None, "journal_mode", "MEMORY")?;
        db.pragma_update(None, "synchronous", "OFF")?;
        db.pragma_update(None, "trusted_schema", false)?;
        // Rows come table by table, so that some point at rows that follow.
        db.pragma_update(None, "foreign_keys", false)?;
        lay_out(&db, version)?;
        db.pragma_update(None, "user_version", version)?;
        db.execute_batch("BEGIN")?;
        scratch.db = Some(db);
        Ok(scratch)
    }

    /// Its connection, inside the one transaction in which it is filled.
    pub(crate) fn db(&self) -> Result<&Connection> {
        self.db.as_ref().ok_or_else(|| Failure::new(Code::Internal).into())
    }

    /// What was filled in becomes what the present version would have of it, by the steps that an older book takes.
    pub(crate) fn bring_up_to_date(&self) -> Result<()> {
        let db = self.db()?;
        db.execute_batch("COMMIT")?;
        db.pragma_update(None, "foreign_keys", true)?;
        take_steps(db, self.version)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        drop(self.db.take());
        let _ = std::fs::remove_file(&self.path);
    }
}

/// Takes away what a crash left beside a book.
pub(crate) fn sweep(book: &Path) {
    let _ = std::fs::remove_file(open::with_suffix(book, SUFFIX));
}
