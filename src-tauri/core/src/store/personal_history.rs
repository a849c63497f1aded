//! What the history holds of a customer: her rows before and after, to be shown to her, and to be emptied when she is erased.

use super::personal::PLACES;
use crate::clock::Millis;
use crate::error::Result;
use crate::ids::{OperationId, StaffId};
use rusqlite::{Connection, Row, named_params};
use std::collections::BTreeSet;

/// One changed row of hers.
#[derive(Debug, Clone)]
pub(crate) struct HerChange {
    pub id: i64,
    pub operation: OperationId,
    pub table: String,
    pub row: i64,
    pub before: Option<String>,
    pub after: Option<String>,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<HerChange> {
    Ok(HerChange { id: row.get(0)?, operation: row.get(1)?, table: row.get(2)?, row: row.get(3)?, before: row.get(4)?, after: row.get(5)? })
}

/// By which column of a row its owner is known.
const OWNER_COLUMNS: &[(&str, &[&str])] =
    &[("relation", &["from_id", "to_id"]), ("referral_thanks", &["referrer_id", "referred_id"]), ("told_apart", &["left_id", "right_id"])];
/// Rows that belong to another row of hers.
const CHILDREN: &[(&str, &str, &str)] = &[
    ("visit_line", "visit", "visit_id"),
    ("payment", "visit", "visit_id"),
    ("complaint_step", "complaint", "complaint_id"),
    ("complaint_hold", "complaint", "complaint_id"),
    ("compensation", "complaint", "complaint_id"),
    ("spot_check_answer", "spot_check_item", "item_id"),
];

const COLUMNS: &str = "id, operation_id, tbl, row_id, before, after";

/// All changes of rows that are or were theirs, by id, whether the row is still there or not. It reads the whole history.
pub(crate) fn of(db: &Connection, people: &str) -> Result<Vec<HerChange>> {
    let mut found = Vec::new();
    let within = |column: &str| format!("json_extract({column}) IN (SELECT value FROM json_each(:people))");
    let owned = |columns: &[&str]| {
        let sides = ["before", "after"].iter().flat_map(|side| columns.iter().map(move |column| format!("{side}, '$.{column}'")));
        sides.map(|path| within(&path)).collect::<Vec<_>>().join(" OR ")
    };
    let tables: BTreeSet<&str> = PLACES.iter().map(|place| place.table).collect();
    for table in &tables {
        if CHILDREN.iter().any(|(child, _, _)| child == table) {
            continue;
        }
        let columns = OWNER_COLUMNS.iter().find(|(of, _)| of == table).map_or(&["customer_id"][..], |(_, columns)| columns);
        let sql = format!(
            "SELECT {COLUMNS} FROM change WHERE tbl = '{table}' AND (before IS NOT NULL OR after IS NOT NULL) AND ({})",
            owned(columns)
        );
        found.extend(super::rows(db, &sql, named_params! {":people": people}, from_row)?);
    }
    let sql = format!("SELECT {COLUMNS} FROM change WHERE tbl = 'customer' AND row_id IN (SELECT value FROM json_each(:people))");
    found.extend(super::rows(db, &sql, named_params! {":people": people}, from_row)?);
    for (child, parent, column) in CHILDREN {
        let parents = ids_of(db, parent, people, &found)?;
        let is = |side: &str| format!("json_extract({side}, '$.{column}') IN (SELECT value FROM json_each(:parents))");
        let sql = format!("SELECT {COLUMNS} FROM change WHERE tbl = '{child}' AND ({} OR {})", is("before"), is("after"));
        found.extend(super::rows(db, &sql, named_params! {":parents": parents}, from_row)?);
    }
    found.sort_by_key(|change| change.id);
    Ok(found)
}

/// Rows of a table that are theirs, or were according to the history, as a JSON array.
fn ids_of(db: &Connection, table: &str, people: &str, found: &[HerChange]) -> Result<String> {
    let sql = format!("SELECT id FROM {table} WHERE customer_id IN (SELECT value FROM json_each(:people))");
    let mut ids: BTreeSet<i64> = super::rows(db, &sql, named_params! {":people": people}, |row| row.get(0))?.into_iter().collect();
    ids.extend(found.iter().filter(|change| change.table == table).map(|change| change.row));
    Ok(format!("[{}]", ids.iter().map(i64::to_string).collect::<Vec<_>>().join(",")))
}

/// Whether an erasure emptied a change of this operation.
pub(crate) fn is_purged(db: &Connection, id: OperationId) -> Result<bool> {
    let sql = "SELECT 1 FROM change WHERE operation_id = :id AND (before_hash IS NOT NULL OR after_hash IS NOT NULL) LIMIT 1";
    Ok(super::row(db, sql, named_params! {":id": id}, |_| Ok(()))?.is_some())
}

/// Entries of the history that speak of them.
pub(crate) fn entries(db: &Connection, people: &str, visits: &str) -> Result<Vec<OperationId>> {
    super::rows(
        db,
        "SELECT id FROM operation WHERE customer_id IN (SELECT value FROM json_each(:people))
           OR visit_id IN (SELECT value FROM json_each(:visits))",
        named_params! {":people": people, ":visits": visits},
        |row| row.get(0),
    )
}

/// Visits that are or were theirs, as a JSON array.
pub(crate) fn visits(db: &Connection, people: &str, found: &[HerChange]) -> Result<String> {
    ids_of(db, "visit", people, found)
}

/// When an operation was done, by whom, of what kind, and why, where somebody said so.
pub(crate) struct Act {
    pub at: Millis,
    pub staff: Option<StaffId>,
    pub kind: String,
    pub reason: Option<String>,
}

/// Reads it.
pub(crate) fn act(db: &Connection, id: OperationId) -> Result<Option<Act>> {
    let sql = "SELECT at, staff_id, kind, json_extract(params, '$.reason') FROM operation WHERE id = :id";
    super::row(db, sql, named_params! {":id": id}, |row| {
        Ok(Act { at: row.get(0)?, staff: row.get(1)?, kind: row.get(2)?, reason: row.get(3)? })
    })
}
