//! The key of a book: what its passphrase and its salt make, and what the recovery sheet holds.

use super::passphrase;
use crate::error::{Code, Failure, Result};
use argon2::{Algorithm, Argon2, Params, Version};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// Bytes of the salt, which are the first of an encrypted file.
pub(crate) const SALT: usize = 16;

/// Bytes of the key.
pub(crate) const KEY: usize = 32;

// What one guess at a passphrase costs. It is part of the file's format: other figures make another key.
const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 3;
const LANES: u32 = 1;

/// The salt of a file, which is no secret.
pub(crate) type Salt = [u8; SALT];

/// A key and the salt it goes with. Wiped from memory when it is dropped, and never printed.
#[derive(Clone)]
pub struct BookKey {
    key: Zeroizing<[u8; KEY]>,
    salt: Salt,
}

impl BookKey {
    /// The key of a passphrase for the file that begins with this salt: Argon2id over its NFKC form. Takes some tenths of a
    /// second and 64 MiB, so that guessing costs that much each time.
    ///
    /// # Errors
    /// `internal` when the memory cannot be had.
    pub(crate) fn derive(text: &str, salt: Salt) -> Result<BookKey> {
        let fault = |_| Failure::new(Code::Internal);
        let params = Params::new(MEMORY_KIB, PASSES, LANES, Some(KEY)).map_err(fault)?;
        let mut key = Zeroizing::new([0; KEY]);
        let text = passphrase::normalised(text);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into(text.as_bytes(), &salt, key.as_mut()).map_err(fault)?;
        Ok(BookKey { key, salt })
    }

    /// The key of a passphrase for a file that is still to be made: its salt comes from the system's own chance.
    ///
    /// # Errors
    /// `internal` when the system has none to give.
    pub(crate) fn fresh(text: &str) -> Result<BookKey> {
        let mut salt = [0; SALT];
        getrandom::fill(&mut salt).map_err(|_| Failure::new(Code::Internal))?;
        BookKey::derive(text, salt)
    }

    /// The key of a recovery sheet for the file that begins with this salt.
    pub(crate) fn from_sheet(key: Zeroizing<[u8; KEY]>, salt: Salt) -> BookKey {
        BookKey { key, salt }
    }

    /// The key alone, for the recovery sheet.
    pub(crate) fn bytes(&self) -> &[u8; KEY] {
        &self.key
    }

    /// Key and salt as SQLCipher takes them raw: `x'..'` around hexadecimal figures and nothing else.
    pub(crate) fn raw(&self) -> Zeroizing<String> {
        const FIGURES: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
        // Room for all of it at once: a text that grows leaves pieces of itself behind.
        let mut text = Zeroizing::new(String::with_capacity(3 + 2 * (KEY + SALT)));
        text.push_str("x'");
        for byte in self.key.iter().chain(&self.salt) {
            text.push(FIGURES[usize::from(byte >> 4)]);
            text.push(FIGURES[usize::from(byte & 15)]);
        }
        text.push('\'');
        text
    }

    /// The number by which a sheet and the files it opens find each other. It follows from the salt alone.
    pub(crate) fn sheet_no(&self) -> String {
        sheet_no(self.salt)
    }

    /// Whether both are the same, in a time that does not depend on where they differ.
    pub(crate) fn is_same_key(&self, other: &[u8; KEY]) -> bool {
        self.key.iter().zip(other).fold(0, |differ, (a, b)| differ | (a ^ b)) == 0
    }

    /// Whether this is the passphrase the key was made of.
    ///
    /// # Errors
    /// `internal` when the memory cannot be had.
    pub(crate) fn is_of(&self, passphrase: &str) -> Result<bool> {
        Ok(BookKey::derive(passphrase, self.salt)?.is_same_key(&self.key))
    }
}

impl std::fmt::Debug for BookKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("BookKey")
    }
}

/// Four letters that follow from a file's salt, printed on its sheet and shown where the sheet is asked for.
pub(crate) fn sheet_no(salt: Salt) -> String {
    let digest = Sha256::new().chain_update(b"shuke sheet number").chain_update(salt).finalize();
    super::sheet::letters(&digest[..5]).chars().take(4).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reckoned with another implementation of Argon2id from the same passphrase, salt and cost.
    #[test]
    fn the_key_is_the_published_function_of_passphrase_and_salt() {
        let salt: Salt = *b"0123456789abcdef";
        let key = BookKey::derive("ｓｈｕｋｅ 熟客 2026", salt).unwrap();
        let hex: String = key.raw().trim_matches(['x', '\'']).to_owned();
        assert_eq!(hex, "8f86436e11c7d4425404c8e3e8313e383a268b6ce8a03567027b1a61e2d69d8530313233343536373839616263646566");
        assert!(key.is_of(" shuke\u{3000}熟客 2026").unwrap());
        assert!(!key.is_of("Shuke 熟客 2026").unwrap());
        assert_eq!(format!("{key:?}"), "BookKey");
    }

    #[test]
    fn every_new_file_has_a_salt_of_its_own() {
        let (one, other) = (BookKey::fresh("八个字以上的口令").unwrap(), BookKey::fresh("八个字以上的口令").unwrap());
        assert_ne!(one.raw(), other.raw());
        assert!(!one.is_same_key(other.bytes()));
    }
}
