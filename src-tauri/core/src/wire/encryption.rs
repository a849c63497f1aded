//! Encryption of the whole file: passphrase, recovery sheet, plain copies that still lie about.

use super::secret::Secret;
use super::wire;
use crate::clock::Day;

wire! {
    /// Whether the open book is encrypted.
    pub struct EncryptionState {
        /// Whether it is.
        pub encrypted: bool,
        /// The number of the recovery sheet that opens it.
        pub sheet_no: Option<String>,
        /// Whether that sheet was typed back, so that it is known to be readable.
        pub sheet_confirmed: bool,
    }

    /// Chooses a passphrase for a plain book, or another one for an encrypted one. The book stays as it is until its recovery
    /// sheet was typed back.
    pub struct BeginEncryption {
        /// The present passphrase, if the book is encrypted.
        pub current: Option<Secret>,
        /// The new one.
        pub passphrase: Secret,
    }

    /// What is printed and kept away from the computer: whoever has it can open the book.
    pub struct RecoverySheet {
        /// The number by which sheet and files find each other; no secret.
        pub sheet_no: String,
        /// The key in groups of letters.
        pub groups: Vec<String>,
        /// The same as a picture for a camera: rows of 1 for dark and 0 for light.
        pub qr: Vec<String>,
        /// The shop whose book it opens.
        pub shop_name: String,
        /// The day it is shown.
        pub day: Day,
    }

    /// Encrypts the book with what was begun, now that its sheet was typed back.
    pub struct FinishEncryption {
        /// The letters of the sheet.
        pub sheet: Secret,
    }

    /// Says that the sheet of the present key is readable.
    pub struct ConfirmSheet {
        /// The letters of the sheet.
        pub sheet: Secret,
    }

    /// Shows the recovery sheet once more.
    pub struct GetSheet {
        /// The present passphrase.
        pub passphrase: Secret,
    }

    /// Takes the encryption off again.
    pub struct DecryptBook {
        /// The present passphrase.
        pub passphrase: Secret,
    }

    /// The book lies there under its new key, or plain; before that it was copied as it had been.
    pub struct EncryptionChanged {
        /// Whether it is encrypted now.
        pub encrypted: bool,
        /// The file name of the copy made before, which opens as the book did until now.
        pub copy: String,
        /// The folder that copy lies in.
        pub folder: String,
        /// Plain copies found near the book.
        pub plain: Vec<PlainCopy>,
    }

    /// Looks for plain copies of customer books.
    pub struct ListPlainCopies {
        /// A folder to look in, beside that of the book.
        pub folder: Option<String>,
    }

    /// Books that anybody can read. The program never deletes one.
    pub struct PlainCopies {
        /// What was found.
        pub copies: Vec<PlainCopy>,
    }

    /// A customer book that anybody can read.
    pub struct PlainCopy {
        /// Its name.
        pub file_name: String,
        /// The folder it lies in.
        pub folder: String,
        /// Bytes.
        pub bytes: i64,
    }
}
