//! Choosing a passphrase. Nothing of the book changes yet.

use super::{new_key, show_sheet};
use crate::error::{Code, Failure, Result};
use crate::shop::Shop;
use crate::wire::encryption::{BeginEncryption, RecoverySheet};

/// Makes the key of a new passphrase and shows its recovery sheet, which has to be typed back before the book is encrypted.
///
/// # Errors
/// `passphrase_weak` and its kin at `passphrase`; for an encrypted book `passphrase_wrong` at `current`.
pub fn begin(shop: &mut Shop, request: BeginEncryption) -> Result<RecoverySheet> {
    if shop.key().is_some() {
        let current = request.current.as_ref().ok_or_else(|| Failure::at(Code::Required, "current"))?;
        super::prove_passphrase(shop, "current", current)?;
    }
    let key = new_key("passphrase", request.passphrase.as_str())?;
    let sheet = show_sheet::of(shop, &key)?;
    shop.begun = Some(key);
    Ok(sheet)
}
