//! The whole book written anew beside itself and put in its own place: under another key, or without what was erased.

use super::Shop;
use crate::encryption::BookKey;
use crate::error::{Code, Failure, Result};
use crate::privacy::UNCLEAN;
use crate::store::open::{private_file, with_suffix};
use crate::store::upgrade::SCHEMA_VERSION;
use crate::store::{clean, condition, copy, file, sealed, state, sums};
use rusqlite::Connection;
use std::path::Path;

impl Shop {
    /// Lets `write` fill an empty private file beside the book, proves that it holds the same under `key`, and goes on with it in the
    /// book's place. Dying anywhere leaves the one or the other, whole; what was half written goes at the next opening.
    ///
    /// # Errors
    /// `copy_not_whole`, those of [`crate::store::open::Store::replace_with`], and the disk's own.
    pub(crate) fn write_anew(&mut self, key: Option<BookKey>, write: impl FnOnce(&Connection, &Path) -> Result<()>) -> Result<()> {
        let path = self.path();
        let fresh = with_suffix(&path, sealed::CHANGING);
        // What an attempt before could not take away.
        sealed::sweep(&path);
        let done = self.beside(&fresh, key.as_ref(), write).and_then(|()| self.replace_with(&fresh, key));
        if done.is_err() {
            sealed::sweep(&path);
        }
        done
    }

    fn beside(&self, fresh: &Path, key: Option<&BookKey>, write: impl FnOnce(&Connection, &Path) -> Result<()>) -> Result<()> {
        let live = sums::all(self.db()?)?;
        private_file(fresh)?;
        write(self.db()?, fresh)?;
        std::fs::OpenOptions::new().write(true).open(fresh)?.sync_all()?;
        if !copy::is_whole(fresh, &live, SCHEMA_VERSION, key) {
            return Err(Failure::new(Code::CopyNotWhole).into());
        }
        Ok(())
    }

    /// Goes on with another file in the place of this one.
    fn replace_with(&mut self, fresh: &Path, key: Option<BookKey>) -> Result<()> {
        let placed = self.store.replace_with(fresh, key);
        self.watch.rules_may_differ();
        self.known_pairs.forget();
        self.watch.install(self.store.db()?)?;
        condition::install(self.store.db()?)?;
        placed
    }

    /// Writes the whole file anew after an erasure, and says whether that could be done. The erasure holds either way, so that nothing that
    /// goes wrong here is an error of it.
    pub(crate) fn clean(&mut self) -> bool {
        self.rewrite().is_ok()
    }

    /// Writes the whole file anew from its rows alone, so that nothing is left in its free places of what was deleted.
    ///
    /// # Errors
    /// The disk's own; that the file is not clean stays noted in it.
    pub(crate) fn rewrite(&mut self) -> Result<()> {
        self.still_there()?;
        let (path, key) = (self.path(), self.key().cloned());
        // Beside the book it takes no memory, in place as much as the book is large: only where the book has a second name, under which
        // the old one would stay, or where no file that belongs to the same people can be put in its place.
        let in_place = file::has_other_names(&path)
            || self.write_anew(key, |db, fresh| copy::write(db, fresh).and_then(|()| file::same_rights(&path, fresh))).is_err();
        if in_place {
            clean::in_place(self.db()?)?;
        }
        self.remember(|db, _| state::put(db, UNCLEAN, &false))
    }
}
