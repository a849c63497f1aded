//! The row that vouches for an operation: for its entry in the history and for each row it changed, before and after.

use super::digest::{Digest, Hasher, NOTHING, Sum};
use super::{Note, append};
use crate::clock::Now;
use crate::error::Result;
use crate::store::audit::{self, Layouts};
use crate::store::operation::{OperationRow, Trace};
use crate::wire::audit::AuditAction;
use rusqlite::Connection;
use std::collections::HashMap;

/// Writes the row of an operation that is complete but for its commit: its entry and what it left in the history.
pub(crate) fn changed(db: &Connection, layouts: &Layouts, now: Now, row: &OperationRow, trace: Trace) -> Result<()> {
    let mut leaves = Leaves::default();
    // From the last to the first: what a row was after an insert is what stood before the next change of it, or what stands there now.
    let mut later: HashMap<(String, i64), Digest> = HashMap::new();
    let mut ranges = Vec::new();
    for range in &trace.ranges {
        let sum = audit::sum_between(db, layouts, &range.table, range.first_id, range.last_id)?;
        ranges.push((range.table.clone(), range.first_id, range.last_id, sum));
    }
    for change in trace.into_changes(db, row.id)?.into_iter().rev() {
        let before = change.before();
        let told = change.after_if_told();
        let at = (change.table, change.row);
        let after = match told {
            Some(after) => after,
            None if before != NOTHING => NOTHING,
            None => match later.get(&at) {
                Some(next) => *next,
                None => audit::row_digest(db, layouts, &at.0, at.1)?.unwrap_or(NOTHING),
            },
        };
        leaves.add(&leaf(change.id, &at.0, at.1, &before, &after));
        later.insert(at, before);
    }
    let ranges: Vec<_> = ranges.iter().map(|(table, first, last, sum)| (table.as_str(), *first, *last, *sum)).collect();
    let note = Note::of(AuditAction::Changed).kind(&row.kind).about(row.id.0).digest(whole(row, None, &leaves, &ranges));
    append(db, now.millis(), row.staff_id, &note)
}

/// The changed rows of one operation, whatever their order.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Leaves {
    count: i64,
    sum: Sum,
}

impl Leaves {
    pub(super) fn add(&mut self, leaf: &Digest) {
        self.count += 1;
        self.sum.add(leaf);
    }
}

/// One change of one row.
pub(super) fn leaf(change: i64, table: &str, row: i64, before: &Digest, after: &Digest) -> Digest {
    let mut hasher = Hasher::of("change");
    hasher.number(change);
    hasher.bytes(table.as_bytes());
    hasher.number(row);
    hasher.bytes(before);
    hasher.bytes(after);
    hasher.done()
}

/// A whole operation: its entry, its changes, and the ranges that came in bulk. What took it back is not in it, since that comes later.
pub(super) fn whole(row: &OperationRow, params_hash: Option<&[u8]>, leaves: &Leaves, ranges: &[(&str, i64, i64, Sum)]) -> Digest {
    let mut hasher = Hasher::of("operation");
    hasher.number(row.id.0);
    hasher.bytes(row.kind.as_bytes());
    hasher.number(row.at);
    hasher.maybe(row.staff_id.map(|id| id.0));
    hasher.maybe(row.customer_id.map(|id| id.0));
    hasher.maybe(row.visit_id.map(|id| id.0));
    match params_hash {
        Some(hash) => hasher.bytes(hash),
        None => hasher.bytes(&params(&row.params)),
    }
    hasher.maybe(row.undoes.map(|id| id.0));
    hasher.number(leaves.count);
    hasher.bytes(&leaves.sum.bytes());
    for (table, first, last, sum) in ranges {
        hasher.bytes(table.as_bytes());
        hasher.number(*first);
        hasher.number(*last);
        hasher.bytes(&sum.bytes());
    }
    hasher.done()
}

/// What an operation's words and numbers hash to.
pub(super) fn params(text: &str) -> Digest {
    let mut hasher = Hasher::of("params");
    hasher.bytes(text.as_bytes());
    hasher.done()
}
