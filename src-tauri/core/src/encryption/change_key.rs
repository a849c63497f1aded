//! The book under another key, or under none: written beside, proven, put in its place.

use super::key::BookKey;
use super::list_plain;
use crate::backup;
use crate::error::Result;
use crate::shop::Shop;
use crate::store::sealed;
use crate::wire::encryption::EncryptionChanged;
use crate::wire::shop::BackUp;
use std::path::Path;

/// First a proven copy of the book as it is, then all of it under the other key beside it, proven and on the disk, then a
/// rename. Dying anywhere leaves the book under the one key or the other, whole.
pub(super) fn change_key(shop: &mut Shop, key: Option<BookKey>) -> Result<EncryptionChanged> {
    let folder = shop.path().parent().unwrap_or_else(|| Path::new(".")).to_string_lossy().into_owned();
    let copy = backup::back_up(shop, BackUp { folder: folder.clone() })?;
    let under = key.clone();
    shop.write_anew(key, |db, fresh| sealed::write_under(db, fresh, under.as_ref()))?;
    let encrypted = shop.key().is_some();
    let plain = if encrypted { list_plain::near(shop, None) } else { Vec::new() };
    Ok(EncryptionChanged { encrypted, copy: copy.file_name, folder, plain })
}
