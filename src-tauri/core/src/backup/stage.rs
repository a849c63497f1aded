//! A copy, staged beside the book: copied, opened and looked through there. The copy itself is only read.

use crate::check;
use crate::encryption::{BookKey, Unlock};
use crate::error::{Code, Failure, Result};
use crate::shop::Shop;
use crate::store::file::{self, Identity};
use crate::store::open::{Store, with_suffix};
use crate::store::upgrade::SCHEMA_VERSION;
use crate::store::{copy, open, sealed, sums};
use crate::wire::secret::Secret;
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// The folder for it is beside the book, so that the last step is one rename on one disk.
const FOLDER: &str = ".restoring";
const BOOK: &str = "book.shuke";

/// Goes away with all that was made for it, unless its file is taken.
pub(super) struct Staged {
    folder: PathBuf,
    store: Option<Store>,
    key: Option<BookKey>,
}

impl Staged {
    /// Copies `source` beside `live` and opens it there as any book is opened: an older one is brought up to date, and one that is foreign,
    /// newer, damaged or has anything in its schema that is not ours is refused.
    ///
    /// # Errors
    /// `file_missing`, `same_file`, those of [`Store::open`], and what the disk says. Copy and book are as they were.
    pub(super) fn of(source: &Path, live: &Path, unlock: &Unlock) -> Result<Staged> {
        let meta = std::fs::metadata(source).map_err(|_| Failure::at(Code::FileMissing, "path"))?;
        if !meta.is_file() {
            return Err(Failure::at(Code::FileForeign, "path").into());
        }
        if is_same(source, live) {
            return Err(Failure::at(Code::SameFile, "path").into());
        }
        let folder = with_suffix(live, FOLDER);
        clear(&folder);
        file::private_folder(&folder)?;
        let mut staged = Staged { folder, store: None, key: None };
        let book = staged.folder.join(BOOK);
        file::copy_closed(source, &book)?;
        if let Some(journal) = file::journal_of(source) {
            file::copy_closed(&journal, &with_suffix(&book, "-journal"))?;
        }
        let store = Store::open(&book, unlock)?;
        staged.key = store.key().cloned();
        staged.store = Some(store);
        Ok(staged)
    }

    /// The open copy.
    pub(super) fn db(&self) -> Result<&Connection> {
        self.store.as_ref().ok_or_else(|| Failure::new(Code::Internal))?.db()
    }

    /// Refuses it unless it is whole and what stands in it adds up.
    ///
    /// # Errors
    /// `file_damaged`, `copy_unsound`.
    pub(super) fn must_be_sound(&self) -> Result<()> {
        match check::of_file(self.db()?)?.first() {
            None => Ok(()),
            Some(finding) if finding.check == "integrity" => Err(Failure::at(Code::FileDamaged, "path").into()),
            Some(finding) => Err(Failure::at(Code::CopyUnsound, "path").with("check", &finding.check).into()),
        }
    }

    /// The version of the schema that the copy itself has: an upgrade keeps what it found under its number.
    pub(super) fn version(&self) -> i64 {
        let present = i64::from(SCHEMA_VERSION);
        (1..present).find(|version| self.folder.join(format!("book-v{version}.shuke")).exists()).unwrap_or(present)
    }

    /// Gives the open copy away, to be used as a book of its own. It has to be closed before this is.
    pub(super) fn take_store(&mut self) -> Result<Store> {
        self.store.take().ok_or_else(|| Failure::new(Code::Internal).into())
    }

    /// The key it opens with.
    pub(super) fn key(&self) -> Option<BookKey> {
        self.key.clone()
    }

    /// A plain copy that is to take an encrypted book's place is encrypted first, under the same key.
    ///
    /// # Errors
    /// `copy_not_whole` and what the disk says.
    pub(super) fn seal(&mut self, key: Option<&BookKey>) -> Result<()> {
        let Some(key) = key.filter(|_| self.key().is_none()) else { return Ok(()) };
        let sealed_book = self.folder.join("sealed.shuke");
        let live = sums::all(self.db()?)?;
        open::private_file(&sealed_book)?;
        sealed::write_under(self.db()?, &sealed_book, Some(key))?;
        if !copy::is_whole(&sealed_book, &live, SCHEMA_VERSION, Some(key)) {
            return Err(Failure::new(Code::CopyNotWhole).into());
        }
        drop(self.store.take());
        let book = self.folder.join(BOOK);
        std::fs::rename(sealed_book, &book)?;
        self.store = Some(Store::open(&book, &Unlock::Key(key.clone()))?);
        self.key = Some(key.clone());
        Ok(())
    }

    /// Closes it and says where the file lies, ready to be renamed.
    pub(super) fn close(&mut self) -> Result<PathBuf> {
        drop(self.store.take());
        let book = self.folder.join(BOOK);
        std::fs::OpenOptions::new().write(true).open(&book)?.sync_all()?;
        Ok(book)
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        drop(self.store.take());
        clear(&self.folder);
    }
}

/// The folder is made by us alone, and what a crash left in it was never anybody's book.
fn clear(folder: &Path) {
    let _ = std::fs::remove_dir_all(folder);
}

fn is_same(one: &Path, other: &Path) -> bool {
    let same_path = matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other);
    let same_file = cfg!(unix) && Identity::at(one).is_some() && Identity::at(one) == Identity::at(other);
    same_path || same_file
}

/// What a copy is opened with: what was typed for it, or the key of the book that is open.
pub(super) fn unlock(shop: &Shop, passphrase: Option<Secret>, sheet: Option<Secret>) -> Unlock {
    let text = |secret: &Secret| Zeroizing::new(secret.as_str().to_owned());
    match (&passphrase, &sheet) {
        (Some(passphrase), _) => Unlock::Passphrase(text(passphrase)),
        (None, Some(sheet)) => Unlock::Sheet(text(sheet)),
        (None, None) => shop.key().cloned().map_or(Unlock::Nothing, Unlock::Key),
    }
}
