//! Encrypting the book, or giving it another passphrase, once the recovery sheet was typed back.

use super::change_key::change_key;
use super::sheet;
use super::state::SHEET_CONFIRMED;
use crate::error::{Code, Failure, Result};
use crate::shop::Shop;
use crate::store::state;
use crate::wire::Done;
use crate::wire::encryption::{ConfirmSheet, EncryptionChanged, FinishEncryption};

/// Writes the whole book under the key that was begun.
///
/// # Errors
/// `encryption_not_begun`; `sheet_wrong` at `sheet`, which names the first group that differs; the disk's own, after which the
/// book is as it was.
pub fn finish(shop: &mut Shop, request: FinishEncryption) -> Result<EncryptionChanged> {
    let key = shop.begun.clone().ok_or_else(|| Failure::new(Code::EncryptionNotBegun))?;
    sheet::typed_back("sheet", request.sheet.as_str(), key.bytes())?;
    // It speaks of the sheet of one key only, so it may stand there before the book has that key.
    let number = key.sheet_no();
    shop.remember(|db, _| state::put(db, SHEET_CONFIRMED, &number))?;
    let changed = change_key(shop, Some(key))?;
    shop.begun = None;
    Ok(changed)
}

/// Notes that the sheet of the present key was typed back, for a book that was encrypted when it was made.
///
/// # Errors
/// `not_encrypted`; `sheet_wrong` at `sheet`.
pub fn confirm(shop: &mut Shop, request: ConfirmSheet) -> Result<Done> {
    let key = shop.key().ok_or_else(|| Failure::new(Code::NotEncrypted))?;
    sheet::typed_back("sheet", request.sheet.as_str(), key.bytes())?;
    let number = key.sheet_no();
    shop.remember(|db, _| state::put(db, SHEET_CONFIRMED, &number))?;
    Ok(Done {})
}
