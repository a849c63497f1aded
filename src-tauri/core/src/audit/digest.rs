//! What a row hashes to, wherever its content is read from: the table, or the JSON of the history.
//!
//! Columns go in by name, in the order of their names, and empty ones not at all: a column that a later version adds, empty in old rows,
//! changes no hash.

use crate::store::credential::Credential;
use rusqlite::types::ValueRef;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

/// A SHA-256. All zeros stands for a row that is not there.
pub(crate) type Digest = [u8; 32];

/// No row.
pub(crate) const NOTHING: Digest = [0; 32];

/// Many hashes as one that does not depend on their order: their sum, modulo 2^64 in each of its four parts.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sum([u64; 4]);

impl Sum {
    /// Adds one.
    pub(crate) fn add(&mut self, digest: &Digest) {
        for (part, bytes) in self.0.iter_mut().zip(digest.as_chunks::<8>().0) {
            *part = part.wrapping_add(u64::from_le_bytes(*bytes));
        }
    }

    /// As bytes.
    pub(crate) fn bytes(self) -> Digest {
        let mut bytes = NOTHING;
        for (to, part) in bytes.as_chunks_mut::<8>().0.iter_mut().zip(self.0) {
            *to = part.to_le_bytes();
        }
        bytes
    }
}

/// Takes parts in, each with its length, so that no two different lists of parts meet.
pub(crate) struct Hasher(Sha256);

impl Hasher {
    /// Of one kind of thing.
    pub(crate) fn of(kind: &str) -> Hasher {
        let mut hasher = Hasher(Sha256::new());
        hasher.bytes(kind.as_bytes());
        hasher
    }

    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        self.0.update((bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
    }

    pub(crate) fn number(&mut self, number: i64) {
        self.0.update(b"i");
        self.0.update(number.to_le_bytes());
    }

    pub(crate) fn maybe(&mut self, number: Option<i64>) {
        match number {
            Some(number) => self.number(number),
            None => self.0.update(b"n"),
        }
    }

    pub(crate) fn done(self) -> Digest {
        self.0.finalize().into()
    }
}

/// A row of a table; its columns come in the order of their names.
pub(crate) fn row<'a>(table: &str, columns: impl Iterator<Item = (&'a str, ValueRef<'a>)>) -> Digest {
    let mut hasher = Hasher::of(table);
    for (name, value) in columns {
        match value {
            ValueRef::Null => continue,
            ValueRef::Integer(number) => {
                hasher.bytes(name.as_bytes());
                hasher.number(number);
            }
            ValueRef::Text(bytes) | ValueRef::Blob(bytes) => {
                hasher.bytes(name.as_bytes());
                hasher.bytes(bytes);
            }
            ValueRef::Real(real) => {
                hasher.bytes(name.as_bytes());
                hasher.bytes(&real.to_le_bytes());
            }
        }
    }
    hasher.done()
}

/// The same row as the history wrote it down.
pub(crate) fn json(table: &str, text: &str) -> Digest {
    let mut hasher = Hasher::of(table);
    let Ok(columns) = serde_json::from_str::<BTreeMap<String, Value>>(text) else {
        // Not written by us: it hashes to something, but to no row.
        hasher.bytes(text.as_bytes());
        return hasher.done();
    };
    for (name, value) in &columns {
        match value {
            Value::Null => continue,
            Value::String(text) => {
                hasher.bytes(name.as_bytes());
                hasher.bytes(text.as_bytes());
            }
            other => {
                hasher.bytes(name.as_bytes());
                match other.as_i64() {
                    Some(number) => hasher.number(number),
                    None => hasher.bytes(other.to_string().as_bytes()),
                }
            }
        }
    }
    hasher.done()
}

/// Somebody's secret as kept, so that one put in from outside shows.
pub(crate) fn of_credential(credential: &Credential) -> Digest {
    let mut hasher = Hasher::of("credential");
    hasher.number(credential.staff.0);
    hasher.bytes(credential.kind.as_str().as_bytes());
    hasher.bytes(credential.hash.as_bytes());
    hasher.done()
}

/// As text, for a row's detail and the manifest.
pub(crate) fn hex(digest: &[u8]) -> String {
    use std::fmt::Write;
    digest.iter().fold(String::with_capacity(digest.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_hashes_alike_from_the_table_and_from_the_history() {
        let from_table = row(
            "visit",
            [
                ("day", ValueRef::Text(b"2026-11-22")),
                ("id", ValueRef::Integer(7)),
                ("note", ValueRef::Null),
                ("total", ValueRef::Integer(-5)),
            ]
            .into_iter(),
        );
        assert_eq!(from_table, json("visit", r#"{"id":7,"total":-5,"day":"2026-11-22","note":null}"#));
        // A later column that is empty changes nothing, any other difference does.
        assert_eq!(from_table, json("visit", r#"{"id":7,"total":-5,"day":"2026-11-22"}"#));
        for other in [
            r#"{"id":7,"total":"-5","day":"2026-11-22"}"#,
            r#"{"id":7,"total":-5,"day":"2026-11-2"}"#,
            r#"{"id":7,"total":-5,"day":"2026-11-22","note":""}"#,
        ] {
            assert_ne!(from_table, json("visit", other), "{other}");
        }
        assert_ne!(from_table, json("payment", r#"{"id":7,"total":-5,"day":"2026-11-22"}"#));
    }

    #[test]
    fn a_sum_knows_its_members_but_not_their_order() {
        let (a, b) = (json("a", "{}"), json("b", "{}"));
        let sum = |all: &[&Digest]| {
            let mut sum = Sum::default();
            all.iter().for_each(|one| sum.add(one));
            sum.bytes()
        };
        assert_eq!(sum(&[&a, &b]), sum(&[&b, &a]));
        assert_ne!(sum(&[&a, &b]), sum(&[&a]));
        assert_ne!(sum(&[&a, &a]), sum(&[&a]));
    }
}
