//! Whether the book is encrypted.

use crate::error::Result;
use crate::shop::Shop;
use crate::store::state;
use crate::wire::Nothing;
use crate::wire::encryption::EncryptionState;

/// The key in table `state` under which the number of the last sheet stands that was typed back.
pub(super) const SHEET_CONFIRMED: &str = "sheet_confirmed";

/// Whether the book is encrypted, and whether its recovery sheet is known to be readable.
///
/// # Errors
/// Only the database's own.
pub fn state(shop: &mut Shop, _: Nothing) -> Result<EncryptionState> {
    let sheet_no = shop.key().map(super::BookKey::sheet_no);
    let confirmed: Option<String> = state::get(shop.db()?, SHEET_CONFIRMED)?;
    Ok(EncryptionState { encrypted: sheet_no.is_some(), sheet_confirmed: sheet_no.is_some() && confirmed == sheet_no, sheet_no })
}
