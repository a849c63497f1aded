//! One verified copy.

use super::LAST_BACKUP;
use crate::clock::Now;
use crate::error::{Code, Error, Failure, Result};
use crate::folder;
use crate::shop::Shop;
use crate::store::sums::Sums;
use crate::store::upgrade::SCHEMA_VERSION;
use crate::store::{copy, counts, open, state, sums};
use crate::wire::shop::{BackUp, BackedUp};
use std::path::{Path, PathBuf};

/// Copies the book into a folder. It is done only after the copy was written to the disk, opened again, looked through
/// and counted against the book itself; a copy that fails is taken away.
///
/// # Errors
/// `folder_missing`, `file_read_only`, `disk_full`, `disk_fault`, `copy_not_whole`. The book is untouched after each.
pub fn back_up(shop: &mut Shop, request: BackUp) -> Result<BackedUp> {
    let folder = folder::existing("folder", &request.folder)?;
    let now = shop.now();
    let path = free_name(&folder, &shop.path(), now)?;
    let making = open::with_suffix(&path, ".making");
    let live = sums::all(shop.db()?)?;
    let made = make(shop, &making, &path, &live);
    if made.is_err() {
        let _ = std::fs::remove_file(&making);
    }
    let bytes = made?;
    let customers = counts::customers(shop.db()?)?;
    // The copy is good whether or not this can be noted; without the note its age is only shown as too old.
    let _ = shop.remember(|db, now| state::put(db, LAST_BACKUP, &now.millis()));
    Ok(BackedUp {
        file_name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        path: path.to_string_lossy().into_owned(),
        bytes,
        customers,
        visits: live.rows_of("visit"),
        total: live.total,
        at: now.text(),
    })
}

fn make(shop: &Shop, making: &Path, path: &Path, live: &Sums) -> Result<i64> {
    // Made by us and still empty, so that the copy is never readable by others, not even while it grows.
    open::private_file(making)?;
    copy::write(shop.db()?, making)?;
    std::fs::OpenOptions::new().write(true).open(making)?.sync_all()?;
    if !copy::is_whole(making, live, SCHEMA_VERSION, shop.key()) {
        return Err(Failure::new(Code::CopyNotWhole).into());
    }
    let bytes = std::fs::metadata(making)?.len();
    std::fs::rename(making, path)?;
    open::sync_folder(path)?;
    Ok(i64::try_from(bytes).unwrap_or(i64::MAX))
}

/// `<book>-20261121-100000.shuke`, with a number when that name is taken: an older copy is never written over.
fn free_name(folder: &Path, book: &Path, now: Now) -> Result<PathBuf> {
    let stem = book.file_stem().unwrap_or_default().to_string_lossy();
    let moment = now.at.format("%Y%m%d-%H%M%S");
    (1..=99)
        .map(|n| if n == 1 { format!("{stem}-{moment}.shuke") } else { format!("{stem}-{moment}-{n}.shuke") })
        .map(|name| folder.join(name))
        .find(|path| path.symlink_metadata().is_err() && open::with_suffix(path, ".making").symlink_metadata().is_err())
        .ok_or_else(|| Error::from(Failure::new(Code::FileExists)))
}
