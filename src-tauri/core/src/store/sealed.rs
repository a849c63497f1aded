//! Encrypted files: how they look from outside, how they are unlocked, and how a book is written under another key.

use super::upgrade::{APPLICATION_ID, SCHEMA_VERSION};
use super::{open, rows};
use crate::encryption::{BookKey, Salt};
use crate::error::Result;
use rusqlite::{Connection, named_params};
use std::path::Path;
use std::time::Duration;
use zeroize::Zeroizing;

/// Bytes of a page.
pub(crate) const PAGE: usize = 4096;

/// How long an answer to a wrong passphrase takes at least, beyond what trying it costs.
const WAIT: Duration = Duration::from_millis(300);

/// The name of a book that is being written anew beside it: under another key, or without what was erased.
pub(crate) const CHANGING: &str = ".changing";

/// The salt, if the first page looks like that of an encrypted file: it has no mark, only bytes as if drawn by lot. Whole books and
/// pictures, texts and tables do not look like that.
pub(crate) fn salt(head: &[u8]) -> Option<Salt> {
    let page = head.get(..PAGE)?;
    let mut counts = [0_u64; 256];
    for byte in page {
        counts[usize::from(*byte)] += 1;
    }
    // Chi squared over 256 kinds, times what is expected of each: 255 of bytes drawn by lot, give or take 23.
    let expected = PAGE as u64 / 256;
    let spread: u64 = counts.iter().map(|count| count.abs_diff(expected).pow(2)).sum();
    if spread / expected < 500 { head.first_chunk().copied() } else { None }
}

/// Gives a connection its key before it reads anything. The key goes in raw: no passphrase is ever part of a statement.
pub(crate) fn unlock(db: &Connection, key: Option<&BookKey>) -> Result<()> {
    // Else the library writes a line about each wrong key to the terminal.
    db.pragma_update(None, "cipher_log_level", "NONE")?;
    if let Some(key) = key {
        let statement = Zeroizing::new(format!("PRAGMA key = \"{}\"", *key.raw()));
        db.execute_batch(&statement)?;
    }
    Ok(())
}

/// Whether the key given opens the file.
pub(crate) fn opens(db: &Connection) -> Result<bool> {
    match db.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())) {
        Ok(()) => Ok(true),
        Err(rusqlite::Error::SqliteFailure(error, _)) if error.code == rusqlite::ErrorCode::NotADatabase => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Makes guessing slow even for those who do not ask this program's core.
pub(crate) fn wait_after_a_wrong_key() {
    std::thread::sleep(WAIT);
}

/// Whether the file is as long as its pages are together.
pub(crate) fn has_its_length(db: &Connection, bytes: u64) -> Result<bool> {
    let pages: i64 = db.pragma_query_value(None, "page_count", |row| row.get(0))?;
    Ok(bytes == pages.unsigned_abs() * PAGE as u64)
}

/// Pages of an encrypted file that are not as they were written; one text each. Nothing for a plain file.
pub(crate) fn spoilt_pages(db: &Connection) -> Result<Vec<String>> {
    rows(db, "PRAGMA main.cipher_integrity_check", [], |row| row.get(0))
}

/// Writes everything into an empty file under another key, or under none.
pub(crate) fn write_under(db: &Connection, into: &Path, key: Option<&BookKey>) -> Result<()> {
    let raw = key.map_or_else(Zeroizing::default, BookKey::raw);
    let place = into.to_string_lossy();
    db.execute("ATTACH DATABASE :into AS fresh KEY :key", named_params! {":into": place, ":key": raw.as_str()})?;
    let written = (|| {
        // Whatever goes wrong, the file is thrown away; it is proven and brought to the disk as a whole when it is done.
        db.execute_batch("PRAGMA fresh.journal_mode = OFF; PRAGMA fresh.synchronous = OFF; BEGIN")?;
        db.query_row("SELECT sqlcipher_export('fresh')", [], |_| Ok(()))?;
        db.pragma_update(Some("fresh"), "application_id", APPLICATION_ID)?;
        db.pragma_update(Some("fresh"), "user_version", SCHEMA_VERSION)?;
        db.execute_batch("COMMIT")
    })();
    if written.is_err() {
        let _ = db.execute_batch("ROLLBACK");
    }
    let detached = db.execute_batch("DETACH DATABASE fresh");
    written.and(detached)?;
    Ok(())
}

/// Takes away what is left beside the book when the program died while it wrote it anew: it may be plain.
pub(crate) fn sweep(path: &Path) {
    let fresh = open::with_suffix(path, CHANGING);
    let _ = std::fs::remove_file(open::with_suffix(&fresh, "-journal"));
    let _ = std::fs::remove_file(fresh);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_bytes_as_if_drawn_by_lot_look_encrypted() {
        let mut page = vec![0; PAGE];
        for _ in 0..200 {
            getrandom::fill(&mut page).unwrap();
            assert!(salt(&page).is_some());
        }
        assert_eq!(salt(&page).unwrap(), page[..16]);
        assert_eq!(salt(&page[..PAGE - 1]), None);
        let text: Vec<u8> = "姓名,手机,生日\n单晓燕,13800001111,1990-05-01\n".bytes().cycle().take(PAGE).collect();
        assert_eq!(salt(&text), None);
        page[..200].fill(0);
        assert_eq!(salt(&page), None);
    }
}
