//! The book under another key, or under none: written beside, proven, put in its place.

use super::key::BookKey;
use super::list_plain;
use crate::backup;
use crate::error::{Code, Failure, Result};
use crate::shop::Shop;
use crate::store::upgrade::SCHEMA_VERSION;
use crate::store::{copy, open, sealed, sums};
use crate::wire::encryption::EncryptionChanged;
use crate::wire::shop::BackUp;
use std::path::Path;

/// First a proven copy of the book as it is, then all of it under the other key beside it, proven and on the disk, then a
/// rename. Dying anywhere leaves the book under the one key or the other, whole.
pub(super) fn change_key(shop: &mut Shop, key: Option<BookKey>) -> Result<EncryptionChanged> {
    let path = shop.path();
    let folder = path.parent().unwrap_or_else(|| Path::new(".")).to_string_lossy().into_owned();
    let copy = backup::back_up(shop, BackUp { folder: folder.clone() })?;
    let fresh = open::with_suffix(&path, sealed::CHANGING);
    let done = write(shop, &fresh, key.as_ref()).and_then(|()| shop.replace_with(&fresh, key));
    if done.is_err() {
        sealed::sweep(&path);
    }
    done?;
    let encrypted = shop.key().is_some();
    let plain = if encrypted { list_plain::near(shop, None) } else { Vec::new() };
    Ok(EncryptionChanged { encrypted, copy: copy.file_name, folder, plain })
}

fn write(shop: &Shop, fresh: &Path, key: Option<&BookKey>) -> Result<()> {
    let live = sums::all(shop.db()?)?;
    open::private_file(fresh)?;
    sealed::write_under(shop.db()?, fresh, key)?;
    std::fs::OpenOptions::new().write(true).open(fresh)?.sync_all()?;
    if !copy::is_whole(fresh, &live, SCHEMA_VERSION, key) {
        return Err(Failure::new(Code::CopyNotWhole).into());
    }
    Ok(())
}
