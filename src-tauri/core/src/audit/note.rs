//! One row of the log.

use super::digest::{Digest, Hasher, NOTHING, hex};
use crate::clock::Millis;
use crate::error::Result;
use crate::ids::StaffId;
use crate::store::audit::{self, AuditRow};
use crate::wire::audit::AuditAction;
use rusqlite::Connection;
use serde_json::Value;

/// What a row is to say, beside when and who.
#[derive(Debug, Clone)]
pub(crate) struct Note {
    action: AuditAction,
    kind: Option<String>,
    target: Option<i64>,
    detail: Option<Value>,
    digest: Option<Digest>,
}

impl Note {
    /// A row of this action.
    pub(crate) fn of(action: AuditAction) -> Note {
        Note { action, kind: None, target: None, detail: None, digest: None }
    }

    /// A file that was written: what is in it, how many rows, which kind of file.
    pub(crate) fn exported(what: &str, rows: u64, file: &str) -> Note {
        Note::of(AuditAction::Exported).kind(what).detail(serde_json::json!({"rows": rows, "file": file}))
    }

    /// Of which kind.
    pub(crate) fn kind(mut self, kind: &str) -> Note {
        self.kind = Some(kind.to_owned());
        self
    }

    /// About what, by its id.
    pub(crate) fn about(mut self, target: i64) -> Note {
        self.target = Some(target);
        self
    }

    /// Counts and kinds of files; never a name.
    pub(crate) fn detail(mut self, detail: Value) -> Note {
        self.detail = Some(detail);
        self
    }

    /// What the row vouches for.
    pub(crate) fn digest(mut self, digest: Digest) -> Note {
        self.digest = Some(digest);
        self
    }
}

/// Writes a row behind the last.
pub(crate) fn append(db: &Connection, at: Millis, staff: Option<StaffId>, note: &Note) -> Result<()> {
    let (seq, before) = audit::last(db)?.unwrap_or((0, NOTHING.to_vec()));
    let mut row = AuditRow {
        seq: seq + 1,
        at,
        staff,
        action: note.action.as_str().to_owned(),
        kind: note.kind.clone(),
        target: note.target,
        detail: note.detail.as_ref().map(ToString::to_string),
        digest: note.digest.map(|digest| digest.to_vec()),
        hash: Vec::new(),
    };
    row.hash = chained(&before, &row).to_vec();
    audit::insert(db, &row)
}

/// What a row's hash has to be, behind a row with this hash.
pub(super) fn chained(before: &[u8], row: &AuditRow) -> Digest {
    let mut hasher = Hasher::of("audit");
    hasher.bytes(before);
    hasher.number(row.seq);
    hasher.number(row.at);
    hasher.maybe(row.staff.map(|staff| staff.0));
    hasher.bytes(row.action.as_bytes());
    hasher.maybe(row.target);
    for text in [&row.kind, &row.detail] {
        hasher.maybe(text.as_ref().map(|text| text.len() as i64));
        hasher.bytes(text.as_deref().unwrap_or_default().as_bytes());
    }
    hasher.bytes(row.digest.as_deref().unwrap_or_default());
    hasher.done()
}

/// The chain's end for people: the last row's number and the beginning of its hash.
pub(crate) fn head(db: &Connection) -> Result<String> {
    Ok(match audit::last(db)? {
        Some((seq, hash)) => format!("{seq}-{}", hex(hash.get(..16).unwrap_or(&hash))),
        None => "0".to_owned(),
    })
}
