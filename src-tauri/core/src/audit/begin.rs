//! Where the chain begins: at a book's making, or at its upgrade from a version that had no log. What stands in the book then is summed up
//! table by table, and from there on every change is vouched for.

use super::digest::{Digest, NOTHING, Sum, hex};
use super::operation::{Leaves, leaf, whole};
use super::{Note, append, digest};
use crate::clock::Millis;
use crate::error::Result;
use crate::store::audit::{self, Layouts};
use crate::store::operation;
use crate::store::watch::FACTS;
use crate::wire::audit::AuditAction;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the first row says of the book as it stood.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Anchor {
    /// The last operation that is summed up here.
    pub operation: i64,
    /// The last change.
    pub change: i64,
    /// Of each fact table the highest id and the sum of its rows.
    pub tables: BTreeMap<String, (i64, String)>,
    /// The sum of the operations' entries.
    pub operations: String,
    /// The sum of the changes.
    pub changes: String,
    /// Whether all that was vouched for before was found as it should be.
    pub clean: bool,
}

/// Begins the chain, or begins it anew over what stands there now.
pub(crate) fn begin(db: &Connection, at: Millis, clean: bool) -> Result<()> {
    let layouts = Layouts::of(db)?;
    let mut tables = BTreeMap::new();
    for table in FACTS {
        let last = operation::highest_row(db, table)?;
        let sum = audit::sum_between(db, &layouts, table, i64::MIN, i64::MAX)?;
        tables.insert((*table).to_owned(), (last, hex(&sum.bytes())));
    }
    let mut operations = Sum::default();
    audit::each_operation(db, |row, params| {
        operations.add(&entry(row, params));
        Ok(())
    })?;
    let mut changes = Sum::default();
    let mut change = 0;
    audit::each_change(db, |one| {
        change = one.id;
        changes.add(&bare(one.id, &one.table, one.row, &one.before(), &one.after_if_told()));
        Ok(())
    })?;
    let anchor = Anchor {
        operation: operation::last_id(db)?,
        change,
        tables,
        operations: hex(&operations.bytes()),
        changes: hex(&changes.bytes()),
        clean,
    };
    append(db, at, None, &Note::of(AuditAction::Begun).detail(serde_json::to_value(&anchor)?))
}

/// The last operation that the chain's beginning sums up.
pub(crate) fn anchor_operation(db: &Connection) -> Result<i64> {
    Ok(anchor(db)?.map_or(0, |anchor| anchor.operation))
}

/// The latest beginning.
pub(super) fn anchor(db: &Connection) -> Result<Option<Anchor>> {
    Ok(audit::latest_detail(db, AuditAction::Begun)?.and_then(|text| serde_json::from_str(&text).ok()))
}

/// An operation's entry of before the beginning.
pub(super) fn entry(row: &operation::OperationRow, params: Option<&[u8]>) -> Digest {
    whole(row, params, &Leaves::default(), &[])
}

/// A change of before the beginning: what an insert brought is not told by it, since the row itself may have been changed since.
pub(super) fn bare(change: i64, table: &str, row: i64, before: &Digest, after: &Option<Digest>) -> Digest {
    leaf(change, table, row, before, after.as_ref().unwrap_or(&NOTHING))
}

/// The sum as it stands in an anchor.
pub(super) fn text(sum: Sum) -> String {
    digest::hex(&sum.bytes())
}
