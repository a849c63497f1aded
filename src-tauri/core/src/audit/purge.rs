//! Taking the content of changes out of the history, for an erasure: what it hashed to stays, so that the chain still holds.

use super::digest::{Digest, Hasher, Sum, hex};
use super::operation::params;
use super::{Note, append};
use crate::error::Result;
use crate::ids::OperationId;
use crate::shop::Tx;
use crate::store::audit::{self, Layouts};
use crate::store::operation;
use crate::wire::audit::AuditAction;

/// Empties every change of these rows (table and id), and the params of these operations. It has to be the last thing that the erasure's
/// write does to them: what a row is now is taken down as what its last change left.
///
/// Undo refuses an operation that was emptied.
pub fn purge(tx: &Tx<'_>, rows: &[(&str, i64)], operations: &[OperationId]) -> Result<()> {
    let db = tx.db();
    let layouts = Layouts::of(db)?;
    let mut sum = Sum::default();
    for (table, row) in rows {
        let changes = audit::changes_of_row(db, table, *row)?;
        // Conclusions and the like have no history.
        if changes.is_empty() {
            continue;
        }
        let now = audit::row_digest(db, &layouts, table, *row)?;
        let mut next = now;
        for change in changes.iter().rev() {
            let before = change.before_if_told();
            if change.is_purged() {
                next = before;
                continue;
            }
            let after = match change.after_if_told() {
                Some(after) => Some(after),
                None if before.is_none() => next,
                None => None,
            };
            audit::empty_change(db, change.id, before.as_ref().map(|d| &d[..]), after.as_ref().map(|d| &d[..]))?;
            sum.add(&mark("change", change.id));
            next = before;
        }
    }
    for id in operations {
        if let Some(row) = operation::get(db, *id)?
            && audit::empty_params(db, *id, &params(&row.params))?
        {
            sum.add(&mark("params", id.0));
        }
    }
    let note = Note::of(AuditAction::Purged).about(tx.operation().0).detail(serde_json::json!({"sum": hex(&sum.bytes())}));
    append(db, tx.now().millis(), tx.actor(), &note)
}

/// That one change, or one operation's params, were emptied.
pub(super) fn mark(kind: &str, id: i64) -> Digest {
    let mut hasher = Hasher::of(kind);
    hasher.number(id);
    hasher.done()
}
