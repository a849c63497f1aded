//! Opening the one file: what is not ours is refused before a byte of it is touched.

use super::file::{self, Identity};
use super::upgrade::{APPLICATION_ID, SCHEMA, SCHEMA_VERSION, bring_up_to_date, schema_at};
use super::{scratch, sealed};
use crate::encryption::{BookKey, Salt, Unlock};
use crate::error::{Code, Error, Failure, Result};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// Files this process has open. Closing any other handle to such a file would drop SQLite's lock on it (a POSIX rule),
/// so they are never opened by file APIs, not even to look at the header.
static OPEN_HERE: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// An open connection that remembers its path for as long as it lives.
pub struct Store {
    connection: Option<Connection>,
    path: PathBuf,
    key: Option<BookKey>,
    /// Which file was opened, so that another one under its name is noticed.
    identity: Option<Identity>,
}

impl Store {
    /// Makes a new file with the present schema, encrypted if there is a key. The path must not exist.
    pub fn create(path: &Path, key: Option<BookKey>, fill: impl FnOnce(&Connection) -> Result<()>) -> Result<Store> {
        if path.symlink_metadata().is_ok() {
            return Err(Failure::new(Code::FileExists).into());
        }
        // A crash on the way leaves only this file behind, never a half-made book under the final name.
        let making = with_suffix(path, ".making");
        private_file(&making)?;
        let made = (|| {
            let db = Connection::open_with_flags(&making, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
            sealed::unlock(&db, key.as_ref())?;
            db.pragma_update(None, "application_id", APPLICATION_ID)?;
            db.pragma_update(None, "user_version", SCHEMA_VERSION)?;
            settings(&db)?;
            db.execute_batch("BEGIN IMMEDIATE")?;
            db.execute_batch(SCHEMA)?;
            fill(&db)?;
            db.execute_batch("COMMIT")?;
            db.pragma_update(None, "journal_mode", "DELETE")?;
            db.close().map_err(|(_, error)| error)?;
            File::open(&making)?.sync_all()?;
            std::fs::rename(&making, path)?;
            sync_folder(path)
        })();
        if let Err(error) = made {
            let _ = std::fs::remove_file(&making);
            let _ = std::fs::remove_file(with_suffix(&making, "-journal"));
            return Err(error);
        }
        Store::open(path, &key.map_or(Unlock::Nothing, Unlock::Key))
    }

    /// Opens an existing file, or says why not.
    ///
    /// # Errors
    /// `file_missing`, `file_empty`, `file_foreign`, `file_newer`, `file_short`, `file_damaged`, `file_busy`,
    /// `file_read_only`, `passphrase_needed`, `passphrase_wrong`, `sheet_wrong`, `sheet_other`; the file is as it was after each of them.
    pub fn open(path: &Path, unlock: &Unlock) -> Result<Store> {
        let path = path.canonicalize().map_err(|_| Failure::new(Code::FileMissing))?;
        {
            let mut open_here = OPEN_HERE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            if !open_here.insert(path.clone()) {
                return Err(Failure::new(Code::FileBusy).into());
            }
        }
        let mut store = Store { connection: None, path, key: None, identity: None };
        // From here on `store` gives the path back when it is dropped, whatever happens.
        let copied = file::copy_before_settling(&store.path);
        let opened = store.connect(unlock);
        // Only a book that SQLite could not settle needs what was copied before.
        let whole = match &opened {
            Ok(()) => true,
            Err(error) => matches!(error.code(), Code::FileBusy | Code::PassphraseNeeded | Code::PassphraseWrong | Code::SheetOther),
        };
        if copied && whole {
            file::forget_copied(&store.path);
        }
        opened?;
        sealed::sweep(&store.path);
        scratch::sweep(&store.path);
        Ok(store)
    }

    fn connect(&mut self, unlock: &Unlock) -> Result<()> {
        let (db, key) = connect(&self.path, unlock)?;
        self.connection = Some(db);
        self.key = key;
        self.identity = Identity::at(&self.path);
        Ok(())
    }

    /// What the book was opened with.
    fn unlocked(&self) -> Unlock {
        self.key.clone().map_or(Unlock::Nothing, Unlock::Key)
    }

    /// Closes and opens the file again, for when it is not known whether a commit took place.
    ///
    /// # Errors
    /// `file_gone` and `file_replaced` when the file that was open no longer lies there.
    pub fn reopen(&mut self) -> Result<()> {
        self.connection = None;
        self.still_there()?;
        self.connect(&self.unlocked())
    }

    /// Whether there is a connection; there is none after a fault from which the file could not be opened again.
    pub fn is_open(&self) -> bool {
        self.connection.is_some()
    }

    /// Asks the file system whether the open file still lies at its path.
    ///
    /// # Errors
    /// `file_gone`, `file_replaced`, `file_read_only`.
    pub fn still_there(&self) -> Result<()> {
        file::still_there(&self.path, self.identity)
    }

    /// Puts another whole file with its key in place of this one, which stays as `aside`, and opens it. After an error the old one is open
    /// again.
    pub(crate) fn swap(&mut self, staged: &Path, key: Option<BookKey>, aside: &Path) -> Result<()> {
        let old = self.unlocked();
        if let Some(db) = self.connection.take() {
            put_away(&db);
        }
        let swapped = file::put_in_place(&self.path, staged, aside);
        if swapped.is_err() {
            self.connect(&old)?;
            return swapped;
        }
        let opened = self.connect(&key.map_or(Unlock::Nothing, Unlock::Key));
        if opened.is_err() {
            std::fs::rename(aside, &self.path)?;
            self.connect(&old)?;
        }
        opened
    }

    /// Puts a finished file in the place of this one and goes on with it. The lock is held until the other file lies there, so that
    /// nobody writes into the one that goes. A crash leaves the one or the other, whole.
    ///
    /// # Errors
    /// `file_gone` and `file_replaced` when another file lies there meanwhile, which stays as it is; `file_busy` and the disk's own. The book
    /// is then open as it was, or `disk_fault` is all it answers.
    pub(crate) fn replace_with(&mut self, fresh: &Path, key: Option<BookKey>) -> Result<()> {
        self.still_there()?;
        let db = self.connection.take().ok_or_else(|| Failure::new(Code::DiskFault))?;
        put_away(&db);
        let placed = (|| {
            db.execute_batch("BEGIN EXCLUSIVE")?;
            // The journal of the old file would be played back into the new one.
            let journal = with_suffix(&self.path, "-journal");
            if journal.symlink_metadata().is_ok() {
                std::fs::remove_file(&journal)?;
            }
            // This system does not rename over an open file.
            #[cfg(windows)]
            drop(db);
            std::fs::rename(fresh, &self.path)?;
            // From here on this is the book, whether or not the folder is certain to be on the disk.
            self.key = key;
            self.identity = None;
            sync_folder(&self.path)
        })();
        #[cfg(not(windows))]
        drop(db);
        self.reopen()?;
        placed
    }

    /// The key of an encrypted book.
    pub(crate) fn key(&self) -> Option<&BookKey> {
        self.key.as_ref()
    }

    /// The connection.
    ///
    /// # Errors
    /// `disk_fault` when the file could not be opened again after a fault.
    pub fn db(&self) -> Result<&Connection> {
        self.connection.as_ref().ok_or_else(|| Failure::new(Code::DiskFault).into())
    }

    /// Where the file lies.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        if let Some(db) = self.connection.take() {
            put_away(&db);
        }
        OPEN_HERE.lock().unwrap_or_else(std::sync::PoisonError::into_inner).remove(&self.path);
    }
}

/// Back to a journal that goes away, so that at a clean exit exactly one file lies there. While the lock is held for good,
/// changing the mode leaves the emptied journal where it is, so the lock is given back first.
fn put_away(db: &Connection) {
    let _ = db.pragma_update(None, "locking_mode", "NORMAL");
    let _ = db.pragma_query_value(None, "schema_version", |_| Ok(()));
    let _ = db.pragma_update(None, "journal_mode", "DELETE");
}

fn connect(path: &Path, unlock: &Unlock) -> Result<(Connection, Option<BookKey>)> {
    let head = look_at_header(path)?;
    let key = head.salt.map(|salt| unlock.key(salt)).transpose()?;
    let db = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    sealed::unlock(&db, key.as_ref())?;
    if key.is_some() && !sealed::opens(&db)? {
        sealed::wait_after_a_wrong_key();
        return Err(unlock.refused().into());
    }
    settings(&db)?;
    // Takes the lock now, and rolls a crashed save back, rather than at the first sale.
    db.execute_batch("BEGIN IMMEDIATE; COMMIT")?;
    let application: i32 = db.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let version: i32 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    judge(application, version)?;
    if key.is_some() && head.settled && !sealed::has_its_length(&db, head.length)? {
        return Err(Failure::new(Code::FileDamaged).into());
    }
    if schema_of(&db)? != schema_at(version)? {
        return Err(Failure::new(Code::FileDamaged).into());
    }
    if version < SCHEMA_VERSION {
        bring_up_to_date(&db, path, version, key.as_ref())?;
    }
    Ok((db, key))
}

/// The journal and safety settings; DESIGN and docs/decisions say why each.
fn settings(db: &Connection) -> Result<()> {
    db.busy_timeout(std::time::Duration::from_millis(0))?;
    db.set_prepared_statement_cache_capacity(256);
    // Else SQLite plans a cached join anew each time it is given other values, which costs more than running it.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    db.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    db.pragma_update(None, "journal_mode", "TRUNCATE")?;
    db.pragma_update(None, "synchronous", "EXTRA")?;
    db.pragma_update(None, "foreign_keys", true)?;
    db.pragma_update(None, "trusted_schema", false)?;
    db.pragma_update(None, "cell_size_check", true)?;
    db.pragma_update(None, "mmap_size", 0)?;
    db.pragma_update(None, "temp_store", "MEMORY")?;
    db.pragma_update(None, "cache_size", -16_000)?;
    Ok(())
}

/// How a plain SQLite file begins.
const MAGIC: &[u8] = b"SQLite format 3\0";

/// What the first bytes of a file say about it.
struct Head {
    /// The salt, if the file looks like an encrypted one.
    salt: Option<Salt>,
    /// Bytes of the file.
    length: u64,
    /// Whether no crashed save waits to be rolled back.
    settled: bool,
}

/// Reads the first bytes: SQLite answers a missing or empty file with a new empty one, which is the worst answer.
fn look_at_header(path: &Path) -> Result<Head> {
    let mut file = File::open(path)?;
    let meta = file.metadata()?;
    if !meta.is_file() {
        return Err(Failure::new(Code::FileForeign).into());
    }
    let mut head = Vec::with_capacity(sealed::PAGE);
    file.by_ref().take(sealed::PAGE as u64).read_to_end(&mut head)?;
    if head.iter().all(|b| *b == 0) {
        return Err(Failure::new(Code::FileEmpty).into());
    }
    // While a crashed save waits to be rolled back the header may be half new; SQLite settles that first.
    let settled = std::fs::metadata(with_suffix(path, "-journal")).map_or(true, |journal| journal.len() == 0);
    let length = meta.len();
    let salt = if starts_plain(&head)? {
        if settled {
            look_at_plain(&head, length)?;
        }
        None
    } else {
        Some(sealed::salt(&head).ok_or_else(|| Failure::new(Code::FileForeign))?)
    };
    if meta.permissions().readonly() {
        return Err(Failure::new(Code::FileReadOnly).into());
    }
    // The journal of a save is made beside the book.
    if cfg!(unix) && path.parent().is_some_and(|folder| std::fs::metadata(folder).is_ok_and(|meta| meta.permissions().readonly())) {
        return Err(Failure::new(Code::FolderReadOnly).into());
    }
    Ok(Head { salt, length, settled })
}

/// Whether it begins as every SQLite file does.
fn starts_plain(head: &[u8]) -> Result<bool> {
    if head.len() < 100 {
        let ours = head.starts_with(&MAGIC[..MAGIC.len().min(head.len())]);
        return Err(Failure::new(if ours { Code::FileShort } else { Code::FileForeign }).into());
    }
    Ok(head.starts_with(MAGIC))
}

/// Whether this is a customer book that anybody can read. Not to be asked of the open book.
pub(crate) fn is_plain_book(path: &Path) -> bool {
    let mut head = [0; 100];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut head));
    read.is_ok() && head.starts_with(MAGIC) && head[68..72] == APPLICATION_ID.to_be_bytes()
}

fn look_at_plain(head: &[u8], length: u64) -> Result<()> {
    let number = |at: usize| u32::from_be_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
    judge(number(68).cast_signed(), number(60).cast_signed())?;
    let page = match u16::from_be_bytes([head[16], head[17]]) {
        1 => 65_536,
        size => u64::from(size),
    };
    let whole = page * u64::from(number(28));
    if page < 512 || length > whole {
        return Err(Failure::new(Code::FileDamaged).into());
    }
    if length < whole {
        return Err(Failure::new(Code::FileShort).into());
    }
    Ok(())
}

fn judge(application: i32, version: i32) -> Result<()> {
    if application != APPLICATION_ID {
        return Err(Failure::new(Code::FileForeign).into());
    }
    if version > SCHEMA_VERSION {
        return Err(Failure::new(Code::FileNewer).into());
    }
    if version < 1 {
        return Err(Failure::new(Code::FileDamaged).into());
    }
    Ok(())
}

/// Name and text of everything in the schema; an unknown trigger, view or column is a reason to refuse the file. Only SQLite's own two
/// tables of statistics may be there or not, and they are told by their whole text: a name alone could be a trigger's.
pub(crate) fn schema_of(db: &Connection) -> Result<Vec<(String, String)>> {
    super::rows(
        db,
        "SELECT name, coalesce(sql, '') FROM main.sqlite_schema
         WHERE type <> 'table' OR coalesce(sql, '') NOT IN
           ('CREATE TABLE sqlite_stat1(tbl,idx,stat)', 'CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)')
         ORDER BY name",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

pub(crate) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Makes an empty file that only its owner may read. Its name must be free.
pub(crate) fn private_file(path: &Path) -> Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path).map_err(Error::from)?;
    Ok(())
}

/// Makes a rename last through a power cut.
pub(crate) fn sync_folder(path: &Path) -> Result<()> {
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::StatementStatus;

    #[cfg(unix)]
    #[test]
    fn nothing_is_put_in_the_place_of_a_file_that_took_the_books_name() {
        let folder = tempfile::TempDir::new().unwrap();
        let [path, fresh, moved] = ["shop.shuke", "shop.shuke.changing", "moved.shuke"].map(|name| folder.path().join(name));
        let mut store = Store::create(&path, None, |_| Ok(())).unwrap();
        std::fs::rename(&path, &moved).unwrap();
        std::fs::write(&path, "somebody else's").unwrap();
        std::fs::write(&fresh, "the book anew").unwrap();
        assert_eq!(store.replace_with(&fresh, None).unwrap_err().code(), Code::FileReplaced);
        assert_eq!(std::fs::read(&path).unwrap(), b"somebody else's");
        assert!(store.db().unwrap().query_row("SELECT count(*) FROM customer", [], |row| row.get::<_, i64>(0)).is_ok());
    }

    #[test]
    fn a_cached_join_is_planned_once() {
        let db = Connection::open_in_memory().unwrap();
        settings(&db).unwrap();
        db.execute_batch(SCHEMA).unwrap();
        let sql = "SELECT c.id FROM phone p JOIN customer c ON c.id = p.customer_id WHERE p.digits = :digits";
        for digits in ["1", "2", "3"] {
            let mut statement = db.prepare_cached(sql).unwrap();
            assert!(!statement.exists(rusqlite::named_params! {":digits": digits}).unwrap());
            assert_eq!(statement.get_status(StatementStatus::RePrepare), 0);
        }
    }
}
