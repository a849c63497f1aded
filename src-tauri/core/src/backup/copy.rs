//! One verified copy.

use super::names::{self, MAKING};
use super::notes::{self, CopyNote};
use crate::audit::Note;
use crate::clock::Now;
use crate::error::{Code, Failure, Result};
use crate::folder;
use crate::shop::Shop;
use crate::store::sums::Sums;
use crate::store::upgrade::SCHEMA_VERSION;
use crate::store::{copy, counts, file, open, sums};
use crate::wire::audit::AuditAction;
use crate::wire::backup::{CopyKind, CopyWhy};
use crate::wire::shop::{BackUp, BackedUp};
use std::path::Path;

/// Copies the book into a folder. It is done only after the copy was written to the disk, opened again, looked through
/// and counted against the book itself; a copy that fails is taken away.
///
/// # Errors
/// `folder_missing`, `file_read_only`, `disk_full`, `disk_fault`, `copy_not_whole`. The book is untouched after each.
pub fn back_up(shop: &mut Shop, request: BackUp) -> Result<BackedUp> {
    let folder = folder::existing("folder", &request.folder)?;
    into(shop, &folder, CopyWhy::Asked)
}

/// Makes a copy in a folder that is there, and notes it.
pub(super) fn into(shop: &mut Shop, folder: &Path, why: CopyWhy) -> Result<BackedUp> {
    let now = shop.now();
    let book = shop.path();
    let path = names::free(folder, &book, now, CopyKind::Copy)?;
    let making = open::with_suffix(&path, MAKING);
    let live = sums::all(shop.db()?)?;
    let made = make(shop, &making, &path, &live);
    if made.is_err() {
        let _ = std::fs::remove_file(&making);
    }
    let bytes = made?;
    let customers = counts::customers(shop.db()?)?;
    // The copy is good whether or not this can be noted.
    let _ = shop.note(Note::of(AuditAction::BackedUp));
    let done = BackedUp {
        file_name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        path: path.to_string_lossy().into_owned(),
        bytes,
        customers,
        visits: live.rows_of("visit"),
        total: live.total,
        at: now.text(),
        off_disk: file::on_other_disk(folder, &book),
    };
    // The copy is good whether or not this can be noted; without the note its age is only shown as too old.
    let _ = notes::made(shop, note(&done, now, why));
    Ok(done)
}

fn note(done: &BackedUp, now: Now, why: CopyWhy) -> CopyNote {
    CopyNote {
        path: done.path.clone(),
        at: now.millis(),
        why: Some(why),
        customers: Some(done.customers),
        visits: Some(done.visits),
        proven: Some(now.millis()),
        off_disk: done.off_disk,
    }
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
