//! Encryption of the whole file: passphrase, key and recovery sheet, and changing from one key to another.
//!
//! The file stays one and complete: its first 16 bytes are the salt, and with the passphrase they make the key anywhere.

mod begin;
mod change_key;
mod decrypt;
mod finish;
mod key;
mod list_plain;
mod passphrase;
mod sheet;
mod show_sheet;
mod state;
mod unlock;

pub use begin::begin;
pub use decrypt::decrypt;
pub use finish::{confirm, finish};
pub use list_plain::list_plain;
pub use show_sheet::show_sheet;
pub use state::state;

pub use key::BookKey;
pub(crate) use key::Salt;
pub use passphrase::{LONGEST, SHORTEST, SHORTEST_FIGURES};
pub use sheet::{GROUP, GROUPS};
pub use unlock::Unlock;

use crate::error::{Code, Failure, Result};
use crate::shop::Shop;
use crate::wire::secret::Secret;

/// The key of a new passphrase, if that is good enough.
///
/// # Errors
/// `required`, `too_long`, `text_invalid` or `passphrase_weak` at `field`.
pub(crate) fn new_key(field: &str, text: &str) -> Result<BookKey> {
    passphrase::may_be_new(field, text)?;
    BookKey::fresh(text)
}

/// Refuses whoever does not know the passphrase of the open book.
fn prove_passphrase(shop: &Shop, field: &str, passphrase: &Secret) -> Result<()> {
    let key = shop.key().ok_or_else(|| Failure::new(Code::NotEncrypted))?;
    if key.is_of(passphrase.as_str())? {
        return Ok(());
    }
    crate::store::sealed::wait_after_a_wrong_key();
    Err(Failure::at(Code::PassphraseWrong, field).into())
}
