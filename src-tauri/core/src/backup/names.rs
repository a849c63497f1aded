//! What copies are called and where the program's own lie.

use crate::clock::Now;
use crate::error::{Code, Failure, Result};
use crate::store::open::with_suffix;
use crate::wire::backup::CopyKind;
use chrono::{FixedOffset, NaiveDateTime};
use std::path::{Path, PathBuf};

/// The ending of a book's file.
pub(super) const ENDING: &str = ".shuke";

/// How a copy is called while it is written; under its own name it is always whole.
pub(super) const MAKING: &str = ".making";

/// The folder beside the book, whatever language the screen speaks: it has to be found again after a change of language.
const FOLDER: &str = "备份";

/// `<book>-备份` beside the book.
pub fn folder_of(book: &Path) -> PathBuf {
    book.with_file_name(format!("{}-{FOLDER}", stem(book)))
}

pub(super) fn stem(book: &Path) -> String {
    book.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn mark(kind: CopyKind) -> &'static str {
    match kind {
        CopyKind::Copy | CopyKind::Upgrade | CopyKind::Conflict => "",
        CopyKind::Aside => "-aside",
        CopyKind::Damaged => "-damaged",
    }
}

/// `<book>-20261121-100000.shuke`, with a number when that name is taken: nothing is ever written over. The time is the shop's own, so that
/// the name says what the owner's watch said.
pub(super) fn free(folder: &Path, book: &Path, now: Now, kind: CopyKind) -> Result<PathBuf> {
    let (stem, moment, mark) = (stem(book), now.at.format("%Y%m%d-%H%M%S"), mark(kind));
    (1..=99)
        .map(|n| if n == 1 { String::new() } else { format!("-{n}") })
        .map(|number| folder.join(format!("{stem}-{moment}{number}{mark}{ENDING}")))
        .find(|path| path.symlink_metadata().is_err() && with_suffix(path, MAKING).symlink_metadata().is_err())
        .ok_or_else(|| Failure::new(Code::FileExists).into())
}

/// What a name says: the shop's time it was made at, and what it is. Nothing for a name that the program did not give.
pub(super) fn read(stem: &str, file_name: &str) -> Option<(NaiveDateTime, CopyKind)> {
    let rest = file_name.strip_suffix(ENDING)?.strip_prefix(stem)?.strip_prefix('-')?;
    let (moment, rest) = rest.split_at_checked(15)?;
    if !moment.bytes().enumerate().all(|(at, byte)| if at == 8 { byte == b'-' } else { byte.is_ascii_digit() }) {
        return None;
    }
    let at = NaiveDateTime::parse_from_str(moment, "%Y%m%d-%H%M%S").ok()?;
    let number = rest.strip_prefix('-').map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count());
    let rest = if number > 0 { rest.get(1 + number..)? } else { rest };
    let kind = [CopyKind::Copy, CopyKind::Aside, CopyKind::Damaged].into_iter().find(|kind| mark(*kind) == rest)?;
    Some((at, kind))
}

/// Whether it is the copy that an upgrade kept: `<book>-v3.shuke`.
pub(super) fn is_upgrade(stem: &str, file_name: &str) -> bool {
    let rest = file_name.strip_suffix(ENDING).and_then(|name| name.strip_prefix(stem)).and_then(|rest| rest.strip_prefix("-v"));
    rest.is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-'))
}

/// The shop's time as an instant.
pub(super) fn instant(at: NaiveDateTime, offset: FixedOffset) -> i64 {
    at.and_utc().timestamp_millis() - i64::from(offset.local_minus_utc()) * 1000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_as_it_was_given() {
        let folder = tempfile::tempdir().unwrap();
        let book = folder.path().join("云裳.v2.shuke");
        let now = Now { at: chrono::DateTime::parse_from_rfc3339("2026-11-21T10:00:05+08:00").unwrap() };
        for kind in [CopyKind::Copy, CopyKind::Aside, CopyKind::Damaged] {
            for _ in 0..3 {
                let path = free(folder.path(), &book, now, kind).unwrap();
                std::fs::write(&path, "").unwrap();
                let (at, found) = read("云裳.v2", &path.file_name().unwrap().to_string_lossy()).unwrap();
                assert_eq!((instant(at, *now.at.offset()), found), (now.millis(), kind), "{path:?}");
            }
        }
    }

    #[test]
    fn another_name_is_not_taken_for_a_copy() {
        for name in [
            "店.shuke",
            "店-20261121-100000.shuke.making",
            "店-20261321-100000.shuke",
            "店-20261121-100000x.shuke",
            "别-20261121-100000.shuke",
            "店-2026112-1000000.shuke",
        ] {
            assert_eq!(read("店", name), None, "{name}");
        }
        assert!(is_upgrade("店", "店-v3.shuke") && is_upgrade("店", "店-v3-2.shuke"));
        assert!(!is_upgrade("店", "店-v.shuke") && !is_upgrade("店", "店-vip.shuke"));
    }
}
