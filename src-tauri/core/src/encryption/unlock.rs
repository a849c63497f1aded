//! What a locked book is opened with.

use super::key::{BookKey, Salt};
use super::sheet;
use crate::error::{Code, Failure, Result};
use crate::wire::secret::Secret;
use zeroize::Zeroizing;

/// What somebody has in hand to open an encrypted book. A plain one opens with anything.
pub enum Unlock {
    /// Nothing: an encrypted book is refused with `passphrase_needed`.
    Nothing,
    /// Its passphrase.
    Passphrase(Zeroizing<String>),
    /// The letters of its recovery sheet.
    Sheet(Zeroizing<String>),
    /// The key itself, by which this program opened it before.
    Key(BookKey),
}

impl Unlock {
    /// What was typed: the passphrase, else the sheet, else nothing.
    pub fn of(passphrase: Option<&Secret>, sheet: Option<&Secret>) -> Unlock {
        let copy = |secret: &Secret| Zeroizing::new(secret.as_str().to_owned());
        match (passphrase, sheet) {
            (Some(passphrase), _) => Unlock::Passphrase(copy(passphrase)),
            (None, Some(sheet)) => Unlock::Sheet(copy(sheet)),
            (None, None) => Unlock::Nothing,
        }
    }

    /// The key for the file that begins with this salt.
    ///
    /// # Errors
    /// `passphrase_needed` with the number of the sheet; `sheet_wrong` at `sheet`.
    pub(crate) fn key(&self, salt: Salt) -> Result<BookKey> {
        match self {
            Unlock::Nothing => Err(Failure::new(Code::PassphraseNeeded).with("sheet", super::key::sheet_no(salt)).into()),
            Unlock::Passphrase(text) => BookKey::derive(text, salt),
            Unlock::Sheet(letters) => Ok(BookKey::from_sheet(sheet::read("sheet", letters)?, salt)),
            Unlock::Key(key) => Ok(key.clone()),
        }
    }

    /// What is said when the file does not open with it.
    pub(crate) fn refused(&self) -> Failure {
        match self {
            Unlock::Sheet(_) => Failure::at(Code::SheetOther, "sheet"),
            _ => Failure::at(Code::PassphraseWrong, "passphrase"),
        }
    }
}

impl std::fmt::Debug for Unlock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Unlock::Nothing => "Nothing",
            Unlock::Passphrase(_) => "Passphrase",
            Unlock::Sheet(_) => "Sheet",
            Unlock::Key(_) => "Key",
        })
    }
}
