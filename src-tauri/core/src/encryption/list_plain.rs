//! Plain copies of customer books that lie where the book lies: encrypting the book does not encrypt those.

use crate::error::Result;
use crate::folder;
use crate::shop::Shop;
use crate::store::open;
use crate::wire::encryption::{ListPlainCopies, PlainCopies, PlainCopy};
use std::collections::BTreeSet;
use std::fs::Metadata;
use std::path::{Path, PathBuf};

/// Entries looked at in one folder; a folder with more is not one of copies.
const MOST: usize = 10_000;

/// Plain customer books in the book's folder, in the folders in it, and in the folder given.
///
/// # Errors
/// `folder_missing` at `folder`.
pub fn list_plain(shop: &mut Shop, request: ListPlainCopies) -> Result<PlainCopies> {
    let folder = request.folder.map(|folder| folder::existing("folder", &folder)).transpose()?;
    Ok(PlainCopies { copies: near(shop, folder) })
}

pub(super) fn near(shop: &Shop, other: Option<PathBuf>) -> Vec<PlainCopy> {
    let book = shop.path();
    let here = book.parent().map(Path::to_path_buf);
    let mut folders = BTreeSet::new();
    for folder in here.into_iter().chain(other) {
        folders.extend(entries(&folder).into_iter().filter(|entry| entry.is_dir() && !entry.is_symlink()));
        folders.insert(folder);
    }
    let live = std::fs::metadata(&book).ok();
    let plain = |path: PathBuf| {
        let meta = std::fs::symlink_metadata(&path).ok()?;
        // The open book is never opened again: closing it would give back the lock on it.
        if !meta.is_file() || path == book || live.as_ref().is_none_or(|live| is_same(live, &meta)) || !open::is_plain_book(&path) {
            return None;
        }
        Some(PlainCopy {
            file_name: path.file_name()?.to_string_lossy().into_owned(),
            folder: path.parent()?.to_string_lossy().into_owned(),
            bytes: i64::try_from(meta.len()).unwrap_or(i64::MAX),
        })
    };
    folders.iter().flat_map(|folder| entries(folder)).filter_map(plain).collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> =
        std::fs::read_dir(folder).into_iter().flatten().take(MOST).filter_map(|entry| Some(entry.ok()?.path())).collect();
    found.sort();
    found
}

#[cfg(unix)]
fn is_same(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    one.dev() == other.dev() && one.ino() == other.ino()
}

/// Elsewhere a file opened twice keeps its lock, so a second name of the book may be looked at.
#[cfg(not(unix))]
fn is_same(_: &Metadata, _: &Metadata) -> bool {
    false
}
