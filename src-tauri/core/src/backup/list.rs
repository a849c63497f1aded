//! Which copies there are.

use super::names;
use super::notes::{self, CopyNote, Notes};
use super::restore::aside_of;
use super::{conflict, doubt, keep};
use crate::clock::{Millis, Now};
use crate::error::{Code, Result};
use crate::shop::Shop;
use crate::store::{file, state};
use crate::wire::Nothing;
use crate::wire::backup::{Backups, CopyKind, CopyRow, CopyWhy, RestoreNote};
use chrono::{DateTime, Utc};
use std::fs::DirEntry;
use std::path::{Path, PathBuf};

/// Every copy that is there: those of the program's own folder, and those made elsewhere as far as their disks are connected.
///
/// # Errors
/// What a book that cannot be read says.
pub fn list_backups(shop: &mut Shop, _: Nothing) -> Result<Backups> {
    let (book, db) = (shop.path(), shop.db()?);
    let notes = Notes::of(db)?;
    let last: Option<Millis> = state::get(db, super::LAST_BACKUP)?;
    let text = |at: Millis| Now::from_millis(at, shop.offset()).text();
    let mut all: Vec<(Millis, CopyRow)> = found(shop)?;
    all.sort_by(|(one, row), (other, its)| other.cmp(one).then_with(|| its.file_name.cmp(&row.file_name)));
    let (copies, others): (Vec<_>, Vec<_>) = all.into_iter().map(|(_, row)| row).partition(|row| row.kind == CopyKind::Copy);
    let (conflicts, kept) = others.into_iter().partition(|row| row.kind == CopyKind::Conflict);
    let restored = notes.restored.filter(|note| aside_of(&book, note).is_file());
    Ok(Backups {
        folder: names::folder_of(&book).to_string_lossy().into_owned(),
        copies,
        kept,
        conflicts,
        last: last.map(text),
        last_off_disk: notes.off_disk.map(text),
        restored: restored.map(|note| RestoreNote { at: text(note.at), from: note.from, aside: note.aside }),
        problem: notes.problem,
        held_back: match doubt::in_doubt(shop)? {
            Some(_) => i64::try_from(keep::surplus(shop)?.len()).unwrap_or(i64::MAX),
            None => 0,
        },
    })
}

fn found(shop: &Shop) -> Result<Vec<(Millis, CopyRow)>> {
    let book = shop.path();
    let known = notes::copies(shop.db()?)?;
    let mut files = beside(&book);
    let stem = names::stem(&book);
    let written_twice = entries(book.parent().unwrap_or(&book)).filter(|entry| {
        let name = entry.file_name();
        entry.path() != book && conflict::is_one(&stem, &name.to_string_lossy(), shop.place())
    });
    files.extend(written_twice.map(|entry| (entry.path(), CopyKind::Conflict, Dated::Instant(written(&entry.path()).unwrap_or(0)))));
    for note in &known {
        let path = PathBuf::from(&note.path);
        if !files.iter().any(|(file, ..)| *file == path) && path.is_file() {
            files.push((path, CopyKind::Copy, Dated::Instant(note.at)));
        }
    }
    Ok(files.into_iter().filter_map(|file| row(shop, &known, file)).collect())
}

/// One of the files of the list.
pub(super) fn row_of(shop: &Shop, path: &Path) -> Result<Option<(CopyRow, Millis)>> {
    Ok(found(shop)?.into_iter().find(|(_, row)| Path::new(&row.path) == path).map(|(at, row)| (row, at)))
}

/// When a file was made, as far as is known.
enum Dated {
    Name(chrono::NaiveDateTime),
    Instant(Millis),
}

/// Copies in the program's own folder, and what upgrades kept beside the book.
fn beside(book: &Path) -> Vec<(PathBuf, CopyKind, Dated)> {
    let stem = names::stem(book);
    let own = entries(&names::folder_of(book)).filter_map(|entry| {
        let (at, kind) = names::read(&stem, &entry.file_name().to_string_lossy())?;
        Some((entry.path(), kind, Dated::Name(at)))
    });
    let upgrades = entries(book.parent().unwrap_or(book)).filter_map(|entry| {
        let is_one = names::is_upgrade(&stem, &entry.file_name().to_string_lossy());
        is_one.then(|| (entry.path(), CopyKind::Upgrade, Dated::Instant(written(&entry.path()).unwrap_or(0))))
    });
    own.chain(upgrades).collect()
}

fn entries(folder: &Path) -> impl Iterator<Item = DirEntry> + use<> {
    let all = std::fs::read_dir(folder).ok().into_iter().flatten().flatten();
    all.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()))
}

/// When a file was last written, as far as the disk knows.
pub(super) fn written(path: &Path) -> Option<Millis> {
    let written = std::fs::metadata(path).ok()?.modified().ok()?;
    Some(DateTime::<Utc>::from(written).timestamp_millis())
}

fn row(shop: &Shop, known: &[CopyNote], (path, kind, dated): (PathBuf, CopyKind, Dated)) -> Option<(Millis, CopyRow)> {
    let bytes = std::fs::metadata(&path).ok()?.len();
    let text = path.to_string_lossy().into_owned();
    let note = known.iter().find(|note| note.path == text);
    let at = match dated {
        Dated::Instant(at) => at,
        Dated::Name(at) => names::instant(at, shop.offset()),
    };
    let time = |at: Millis| Now::from_millis(at, shop.offset()).text();
    let row = CopyRow {
        file_name: super::restore::name_of(&path),
        kind,
        at: time(at),
        why: note.and_then(|note| note.why).or((kind == CopyKind::Upgrade).then_some(CopyWhy::Upgrade)),
        bytes: i64::try_from(bytes).unwrap_or(i64::MAX),
        customers: note.and_then(|note| note.customers),
        visits: note.and_then(|note| note.visits),
        proven_at: note.and_then(|note| note.proven).map(time),
        off_disk: file::on_other_disk(&path, &shop.path()),
        path: text,
    };
    Some((at, row))
}

/// Whether a refusal says something about the file itself.
pub(super) fn is_verdict(code: Code) -> bool {
    matches!(code, Code::FileEmpty | Code::FileForeign | Code::FileShort | Code::FileNewer | Code::FileDamaged | Code::CopyUnsound)
}

/// All copies that may be used when the book itself cannot be opened, the newest first, with the times their names or the disk say; `also`
/// are more folders to look in.
pub(super) fn candidates(book: &Path, also: &[PathBuf]) -> Vec<PathBuf> {
    let stem = names::stem(book);
    let local = |at: Millis| DateTime::from_timestamp_millis(at).unwrap_or_default().naive_utc();
    let mut all: Vec<(chrono::NaiveDateTime, PathBuf)> = beside(book)
        .into_iter()
        .filter(|(_, kind, _)| matches!(kind, CopyKind::Copy | CopyKind::Upgrade))
        .map(|(path, _, dated)| match dated {
            Dated::Name(at) => (at, path),
            Dated::Instant(at) => (local(at), path),
        })
        .chain(also.iter().flat_map(|folder| keep::own_copies(folder, &stem)).map(|(path, at)| (at, path)))
        .collect();
    all.sort();
    all.dedup();
    all.into_iter().rev().map(|(_, path)| path).collect()
}

/// The instant that a copy's name says, in the zone of the shop in it; where the name says nothing, when it was written.
pub(super) fn made_at(book: &Path, copy: &Path, offset: chrono::FixedOffset) -> Millis {
    let named = names::read(&names::stem(book), &super::restore::name_of(copy)).map(|(at, _)| names::instant(at, offset));
    named.or_else(|| written(copy)).unwrap_or(0)
}
