//! The list that makes the folder whole: which tables, how many rows, and what their bytes come to.

use crate::clock::Day;
use crate::error::{Code, Error, Failure, Result};
use crate::store::upgrade::SCHEMA_VERSION;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;

/// Its name in the folder.
pub(super) const NAME: &str = "manifest.json";

/// What says that a folder is one of ours.
const KIND: &str = "shuke-everything";

/// The largest list that is read: a real one has some fifty tables.
const MOST: u64 = 1 << 20;

/// The list.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Manifest {
    kind: String,
    /// The version of the tables.
    pub schema: i32,
    /// The shop's name.
    pub shop: String,
    /// The day it was taken out.
    pub day: Day,
    /// The tables in the order they come back.
    pub tables: Vec<Table>,
}

/// What every version begins its list with.
#[derive(Deserialize)]
struct Head {
    kind: String,
    schema: i32,
}

/// A table of the list.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Table {
    /// Its name; the file is called the same.
    pub table: String,
    /// Rows without the headings.
    pub rows: u64,
    /// Bytes of the file.
    pub bytes: u64,
    /// SHA-256 of those, in hexadecimal digits.
    pub sha256: String,
}

impl Manifest {
    pub(super) fn of(shop: String, day: Day, tables: Vec<Table>) -> Manifest {
        Manifest { kind: KIND.to_owned(), schema: SCHEMA_VERSION, shop, day, tables }
    }

    /// Reads the list of a folder.
    ///
    /// # Errors
    /// `not_everything` at `folder` for a folder without one of ours, `folder_newer` for one that a later version wrote.
    pub(super) fn read(folder: &Path) -> Result<Manifest> {
        let other = || Error::from(Failure::at(Code::NotEverything, "folder"));
        let mut text = String::new();
        let file = File::open(folder.join(NAME)).map_err(|_| other())?;
        file.take(MOST).read_to_string(&mut text).map_err(|_| other())?;
        // A later version may say more of its tables, or say it otherwise.
        let head: Head = serde_json::from_str(&text).map_err(|_| other())?;
        if head.kind != KIND || head.schema < 1 {
            return Err(other());
        }
        if head.schema > SCHEMA_VERSION {
            return Err(Failure::at(Code::FolderNewer, "folder").into());
        }
        serde_json::from_str(&text).map_err(|_| other())
    }

    /// What it says of a table, if that has rows.
    pub(super) fn table(&self, name: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.table == name)
    }

    /// The bytes of all its tables.
    pub(super) fn bytes(&self) -> u64 {
        self.tables.iter().fold(0, |sum, table| sum.saturating_add(table.bytes))
    }
}

/// A file's name in the folder.
pub(super) fn file_of(table: &str) -> String {
    format!("{table}.csv")
}

/// What a file's bytes come to, and how many they are.
pub(super) fn sum(path: &Path) -> Result<(u64, String)> {
    let mut file = File::open(path)?;
    let mut sum = Summing::new(std::io::sink());
    std::io::copy(&mut file, &mut sum)?;
    let (_, bytes, sha256) = sum.done();
    Ok((bytes, sha256))
}

/// Passes bytes on and adds them up.
pub(super) struct Summing<W> {
    to: W,
    bytes: u64,
    sha256: Sha256,
}

impl<W: Write> Summing<W> {
    pub(super) fn new(to: W) -> Summing<W> {
        Summing { to, bytes: 0, sha256: Sha256::new() }
    }

    /// Where they went, how many they were, and their SHA-256 in hexadecimal digits.
    pub(super) fn done(self) -> (W, u64, String) {
        let digits = self.sha256.finalize().iter().fold(String::with_capacity(64), |mut text, byte| {
            // Writing to a String cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        });
        (self.to, self.bytes, digits)
    }
}

impl<W: Write> Write for Summing<W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let n = self.to.write(bytes)?;
        self.sha256.update(&bytes[..n]);
        self.bytes += n as u64;
        Ok(n)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.to.flush()
    }
}
