//! Tables `operation`, `change` and `change_range`: what was done, and to which rows.

use super::audit::{self, Change};
use crate::clock::Millis;
use crate::error::Result;
use crate::ids::{CustomerId, OperationId, StaffId, VisitId};
use rusqlite::{Connection, Row, named_params};
use std::collections::BTreeSet;

/// A stored operation.
#[derive(Debug, Clone)]
pub(crate) struct OperationRow {
    pub id: OperationId,
    pub kind: String,
    pub at: Millis,
    pub staff_id: Option<StaffId>,
    pub customer_id: Option<CustomerId>,
    pub visit_id: Option<VisitId>,
    pub params: String,
    pub undoes: Option<OperationId>,
    pub undone_by: Option<OperationId>,
}

/// A stored change of one row.
#[derive(Debug, Clone)]
pub(crate) struct ChangeRow {
    pub table: String,
    pub row_id: i64,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// A stored range of inserted rows.
#[derive(Debug, Clone)]
pub(crate) struct RangeRow {
    pub table: String,
    pub first_id: i64,
    pub last_id: i64,
}

const COLUMNS: &str = "id, kind, at, staff_id, customer_id, visit_id, params, undoes, undone_by";

fn from_row(row: &Row<'_>) -> rusqlite::Result<OperationRow> {
    Ok(OperationRow {
        id: row.get("id")?,
        kind: row.get("kind")?,
        at: row.get("at")?,
        staff_id: row.get("staff_id")?,
        customer_id: row.get("customer_id")?,
        visit_id: row.get("visit_id")?,
        params: row.get("params")?,
        undoes: row.get("undoes")?,
        undone_by: row.get("undone_by")?,
    })
}

/// Starts an operation's entry.
pub(crate) fn begin(db: &Connection, kind: &str, at: Millis, staff: Option<StaffId>) -> Result<OperationId> {
    super::run(
        db,
        "INSERT INTO operation (kind, at, staff_id) VALUES (:kind, :at, :staff)",
        named_params! {":kind": kind, ":at": at, ":staff": staff},
    )?;
    Ok(OperationId(db.last_insert_rowid()))
}

/// Completes the entry with what it was about.
pub(crate) fn finish(db: &Connection, row: &OperationRow) -> Result<()> {
    super::run(
        db,
        "UPDATE operation SET customer_id = :customer, visit_id = :visit, params = :params, undoes = :undoes WHERE id = :id",
        named_params! {
            ":id": row.id, ":customer": row.customer_id, ":visit": row.visit_id, ":params": row.params, ":undoes": row.undoes,
        },
    )?;
    Ok(())
}

/// Takes back the entry of an operation that changed nothing.
pub(crate) fn forget(db: &Connection, id: OperationId) -> Result<()> {
    super::run(db, "DELETE FROM operation WHERE id = :id", named_params! {":id": id})?;
    Ok(())
}

/// One operation.
pub(crate) fn get(db: &Connection, id: OperationId) -> Result<Option<OperationRow>> {
    super::row(db, &format!("SELECT {COLUMNS} FROM operation WHERE id = :id"), named_params! {":id": id}, from_row)
}

/// Whether this very operation is in the file; asked after a commit whose outcome is not known.
pub(crate) fn exists(db: &Connection, id: OperationId, kind: &str, at: Millis) -> Result<bool> {
    Ok(super::row(
        db,
        "SELECT 1 FROM operation WHERE id = :id AND kind = :kind AND at = :at",
        named_params! {":id": id, ":kind": kind, ":at": at},
        |_| Ok(()),
    )?
    .is_some())
}

/// The latest operations before an id, newest first.
pub(crate) fn page(db: &Connection, before: Option<OperationId>, customer: Option<CustomerId>, limit: i64) -> Result<Vec<OperationRow>> {
    let before = before.unwrap_or(OperationId(i64::MAX));
    match customer {
        Some(customer) => super::rows(
            db,
            &format!("SELECT {COLUMNS} FROM operation WHERE customer_id = :customer AND id < :before ORDER BY id DESC LIMIT :limit"),
            named_params! {":customer": customer, ":before": before, ":limit": limit},
            from_row,
        ),
        None => super::rows(
            db,
            &format!("SELECT {COLUMNS} FROM operation WHERE id < :before ORDER BY id DESC LIMIT :limit"),
            named_params! {":before": before, ":limit": limit},
            from_row,
        ),
    }
}

/// The id of the latest operation, 0 in a new file.
pub(crate) fn last_id(db: &Connection) -> Result<i64> {
    Ok(super::row(db, "SELECT coalesce(max(id), 0) FROM operation", [], |row| row.get(0))?.unwrap_or(0))
}

/// The instants of the first and the last entry.
pub(crate) fn first_and_last_at(db: &Connection) -> Result<(Option<Millis>, Option<Millis>)> {
    let at = |sql: &str| super::row(db, sql, [], |row| row.get(0));
    Ok((at("SELECT at FROM operation ORDER BY id LIMIT 1")?, at("SELECT at FROM operation ORDER BY id DESC LIMIT 1")?))
}

/// When the latest operation was, 0 in a new file.
pub(crate) fn last_at(db: &Connection) -> Result<Millis> {
    Ok(super::row(db, "SELECT at FROM operation ORDER BY id DESC LIMIT 1", [], |row| row.get(0))?.unwrap_or(0))
}

/// Marks or unmarks an operation as undone.
pub(crate) fn set_undone_by(db: &Connection, id: OperationId, by: Option<OperationId>) -> Result<()> {
    super::run(db, "UPDATE operation SET undone_by = :by WHERE id = :id", named_params! {":id": id, ":by": by})?;
    Ok(())
}

/// An operation's changes in the order they were made.
pub(crate) fn changes(db: &Connection, id: OperationId) -> Result<Vec<ChangeRow>> {
    super::rows(
        db,
        "SELECT tbl, row_id, before, after FROM change WHERE operation_id = :id ORDER BY id",
        named_params! {":id": id},
        |row| Ok(ChangeRow { table: row.get(0)?, row_id: row.get(1)?, before: row.get(2)?, after: row.get(3)? }),
    )
}

/// An operation's ranges in the order they were made.
pub(crate) fn ranges(db: &Connection, id: OperationId) -> Result<Vec<RangeRow>> {
    super::rows(
        db,
        "SELECT tbl, first_id, last_id FROM change_range WHERE operation_id = :id ORDER BY id",
        named_params! {":id": id},
        |row| Ok(RangeRow { table: row.get(0)?, first_id: row.get(1)?, last_id: row.get(2)? }),
    )
}

/// Records a range of inserted rows.
pub(crate) fn insert_range(db: &Connection, id: OperationId, table: &str, first: i64, last: i64) -> Result<()> {
    super::run(
        db,
        "INSERT INTO change_range (operation_id, tbl, first_id, last_id) VALUES (:id, :tbl, :first, :last)",
        named_params! {":id": id, ":tbl": table, ":first": first, ":last": last},
    )?;
    Ok(())
}

/// The highest id a fact table ever held that still shows; new rows get higher ones.
pub(crate) fn highest_row(db: &Connection, table: &str) -> Result<i64> {
    Ok(super::row(db, &format!("SELECT coalesce(max(id), 0) FROM {table}"), [], |row| row.get(0))?.unwrap_or(0))
}

/// The entry that did an operation again after it had been taken back, if the operation stands by it.
pub(crate) fn done_again_by(db: &Connection, id: OperationId) -> Result<Option<OperationId>> {
    super::row(
        db,
        "SELECT u.undone_by FROM operation o JOIN operation u ON u.undoes = o.id
         WHERE o.id = :id AND o.undone_by IS NULL AND u.undone_by IS NOT NULL ORDER BY u.id DESC LIMIT 1",
        named_params! {":id": id},
        |row| row.get(0),
    )
}

/// The first operation after another that changed this row and still stands, if any. The undo of a later one cancels out with it; the
/// undo of an earlier one does not.
pub(crate) fn later_change(
    db: &Connection,
    table: &str,
    first: i64,
    last: i64,
    after_operation: OperationId,
) -> Result<Option<OperationId>> {
    super::row(
        db,
        "SELECT o.id FROM change c JOIN operation o ON o.id = c.operation_id
         WHERE c.tbl = :tbl AND c.row_id BETWEEN :first AND :last AND c.operation_id > :after AND o.undone_by IS NULL
           AND (o.undoes IS NULL OR o.undoes <= :after)
         ORDER BY o.id LIMIT 1",
        named_params! {":tbl": table, ":first": first, ":last": last, ":after": after_operation},
        |row| row.get(0),
    )
}

/// What was done to visits and vouchers between two operations and stands, the latest first. The undo of one between cancels out with it.
pub(crate) fn on_sales_between(db: &Connection, after: OperationId, before: OperationId) -> Result<Vec<OperationId>> {
    super::rows(
        db,
        "SELECT o.id FROM operation o
         WHERE o.id > :after AND o.id < :before AND o.undone_by IS NULL AND (o.undoes IS NULL OR o.undoes <= :after)
           AND EXISTS (SELECT 1 FROM change c WHERE c.operation_id = o.id AND c.tbl IN ('visit', 'visit_line', 'voucher'))
         ORDER BY o.id DESC",
        named_params! {":after": after, ":before": before},
        |row| row.get(0),
    )
}

/// Deletes those rows of a range that were changed after it came in. What stood there after such a change is told by the next one alone,
/// so these go one by one while the history watches.
pub(crate) fn delete_changed_rows(db: &Connection, range: &RangeRow, after_operation: OperationId) -> Result<usize> {
    super::run(
        db,
        &format!(
            "DELETE FROM {table} WHERE id IN
             (SELECT row_id FROM change WHERE tbl = :tbl AND row_id BETWEEN :first AND :last AND operation_id > :after)",
            table = range.table
        ),
        named_params! {":tbl": range.table, ":first": range.first_id, ":last": range.last_id, ":after": after_operation},
    )
}

/// Puts a row back as a JSON object of its columns says, whether it is there or not.
pub(crate) fn put_row(db: &Connection, table: &str, row_id: i64, json: &str) -> Result<()> {
    let columns = super::watch::columns(db, table)?;
    let values: Vec<String> = columns.iter().map(|c| format!("json_extract(:json, '$.{c}')")).collect();
    let exists = super::row(db, &format!("SELECT 1 FROM {table} WHERE id = :id"), named_params! {":id": row_id}, |_| Ok(()))?.is_some();
    if exists {
        let sets: Vec<String> = columns.iter().zip(&values).map(|(c, v)| format!("{c} = {v}")).collect();
        super::run(db, &format!("UPDATE {table} SET {} WHERE id = :id", sets.join(", ")), named_params! {":json": json, ":id": row_id})?;
    } else {
        super::run(
            db,
            &format!("INSERT INTO {table} ({}) VALUES ({})", columns.join(", "), values.join(", ")),
            named_params! {":json": json},
        )?;
    }
    Ok(())
}

/// Takes a row away.
pub(crate) fn delete_rows(db: &Connection, table: &str, first: i64, last: i64) -> Result<usize> {
    super::run(db, &format!("DELETE FROM {table} WHERE id BETWEEN :first AND :last"), named_params! {":first": first, ":last": last})
}

/// What an operation left in the history, read in one go.
pub(crate) struct Trace {
    /// The names of the tables it changed.
    pub tables: BTreeSet<String>,
    /// The rows that came in bulk.
    pub ranges: Vec<RangeRow>,
    rows: Vec<Traced>,
}

/// One changed row, and whose it was and is where it is not a new one.
struct Traced {
    change: Change,
    before: Option<CustomerId>,
    after: Option<CustomerId>,
}

/// From so many rows on they are better looked up by one statement.
const MANY: i64 = 100;

impl Trace {
    fn is_long(&self) -> bool {
        i64::try_from(self.rows.len()).unwrap_or(MANY) >= MANY
    }

    /// The operation's changes in the order they were made.
    pub(crate) fn into_changes(self, db: &Connection, id: OperationId) -> Result<Vec<Change>> {
        if self.is_long() {
            return audit::changes_of(db, id);
        }
        Ok(self.rows.into_iter().map(|row| row.change).collect())
    }
}

/// Reads it. Of an operation that changed many rows only the tables.
pub(crate) fn trace(db: &Connection, id: OperationId) -> Result<Trace> {
    let rows = super::rows(
        db,
        "SELECT id, operation_id, tbl, row_id, before, after, before_hash, after_hash, json_extract(before, '$.customer_id'),
           json_extract(after, '$.customer_id')
         FROM change WHERE operation_id = :id ORDER BY id LIMIT :many",
        named_params! {":id": id, ":many": MANY},
        |row| Ok(Traced { change: audit::change(row)?, before: row.get(8)?, after: row.get(9)? }),
    )?;
    let ranges = ranges(db, id)?;
    let mut tables: BTreeSet<String> = BTreeSet::new();
    for table in rows.iter().map(|row| &row.change.table).chain(ranges.iter().map(|range| &range.table)) {
        if !tables.contains(table) {
            tables.insert(table.clone());
        }
    }
    let trace = Trace { tables, ranges, rows };
    if !trace.is_long() {
        return Ok(trace);
    }
    let all = "SELECT DISTINCT tbl FROM change WHERE operation_id = :id";
    let more = super::rows(db, all, named_params! {":id": id}, |row| row.get::<_, String>(0))?;
    Ok(Trace { tables: trace.tables.into_iter().chain(more).collect(), ..trace })
}

/// Customers whose conclusions an operation may have changed, by id.
pub(crate) fn customers_of(db: &Connection, id: OperationId, trace: &Trace) -> Result<Vec<CustomerId>> {
    if trace.is_long() {
        return touched_customers(db, id);
    }
    let mut found = BTreeSet::new();
    for Traced { change, before, after } in &trace.rows {
        let row_id = change.row;
        let whose = match change.table.as_str() {
            "customer" => {
                found.insert(CustomerId(row_id));
                continue;
            }
            // Its name is in the search keys of everybody who carries it.
            "tag" => {
                let carriers = "SELECT customer_id FROM customer_tag WHERE tag_id = :row";
                found.extend(super::rows(db, carriers, named_params! {":row": row_id}, |row| row.get::<_, CustomerId>(0))?);
                continue;
            }
            "visit" => "SELECT customer_id FROM visit WHERE id = :row",
            "phone" => "SELECT customer_id FROM phone WHERE id = :row",
            "profile_value" => "SELECT customer_id FROM profile_value WHERE id = :row",
            "customer_tag" => "SELECT customer_id FROM customer_tag WHERE id = :row",
            "points_entry" => "SELECT customer_id FROM points_entry WHERE id = :row",
            "level_decision" => "SELECT customer_id FROM level_decision WHERE id = :row",
            // Whoever sold what came back.
            "visit_line" => {
                "SELECT o.customer_id FROM visit_line l CROSS JOIN visit_line b ON b.id = l.reverses_id CROSS JOIN visit o ON o.id = b.visit_id
                 WHERE l.id = :row"
            }
            _ => "",
        };
        found.extend(before.iter().chain(after));
        if !whose.is_empty() {
            found.extend(super::row(db, whose, named_params! {":row": row_id}, |row| row.get::<_, Option<CustomerId>>(0))?.flatten());
        }
    }
    Ok(found.into_iter().collect())
}

/// The same of an operation that changed many rows.
pub(crate) fn touched_customers(db: &Connection, id: OperationId) -> Result<Vec<CustomerId>> {
    super::rows(
        db,
        "WITH c AS MATERIALIZED (SELECT tbl, row_id, before, after FROM change WHERE operation_id = :id)
         SELECT row_id FROM c WHERE tbl = 'customer'
         UNION SELECT json_extract(before, '$.customer_id') FROM c WHERE before IS NOT NULL AND tbl <> 'customer'
         UNION SELECT json_extract(after, '$.customer_id') FROM c WHERE after IS NOT NULL AND tbl <> 'customer'
         UNION SELECT t.customer_id FROM c CROSS JOIN visit t ON t.id = c.row_id WHERE c.tbl = 'visit'
         UNION SELECT t.customer_id FROM c CROSS JOIN phone t ON t.id = c.row_id WHERE c.tbl = 'phone'
         UNION SELECT t.customer_id FROM c CROSS JOIN profile_value t ON t.id = c.row_id WHERE c.tbl = 'profile_value'
         UNION SELECT t.customer_id FROM c CROSS JOIN customer_tag t ON t.id = c.row_id WHERE c.tbl = 'customer_tag'
         UNION SELECT t.customer_id FROM c CROSS JOIN customer_tag t ON t.tag_id = c.row_id WHERE c.tbl = 'tag'
         UNION SELECT t.customer_id FROM c CROSS JOIN points_entry t ON t.id = c.row_id WHERE c.tbl = 'points_entry'
         UNION SELECT t.customer_id FROM c CROSS JOIN level_decision t ON t.id = c.row_id WHERE c.tbl = 'level_decision'
         UNION SELECT o.customer_id FROM c CROSS JOIN visit_line l ON l.id = c.row_id CROSS JOIN visit_line b ON b.id = l.reverses_id
               CROSS JOIN visit o ON o.id = b.visit_id WHERE c.tbl = 'visit_line'",
        named_params! {":id": id},
        |row| row.get::<_, Option<CustomerId>>(0),
    )
    .map(|found| found.into_iter().flatten().collect())
}
