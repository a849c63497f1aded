//! Taking the encryption off.

use super::change_key::change_key;
use crate::error::Result;
use crate::shop::Shop;
use crate::wire::encryption::{DecryptBook, EncryptionChanged};

/// Writes the whole book plain. The copy made before, and all earlier ones, stay encrypted.
///
/// # Errors
/// `not_encrypted`; `passphrase_wrong` at `passphrase`; the disk's own, after which the book is as it was.
pub fn decrypt(shop: &mut Shop, request: DecryptBook) -> Result<EncryptionChanged> {
    super::prove_passphrase(shop, "passphrase", &request.passphrase)?;
    change_key(shop, None)
}
