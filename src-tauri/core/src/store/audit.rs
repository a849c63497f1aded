//! Table `audit`, and the rows it vouches for, read as hashes.

use super::operation::OperationRow;
use super::watch::{self, FACTS};
use crate::audit::{Digest, NOTHING, Sum, hash_json, hash_row};
use crate::clock::Millis;
use crate::error::Result;
use crate::ids::{CustomerId, OperationId, StaffId, VisitId};
use crate::wire::audit::AuditAction;
use rusqlite::{Connection, Row, named_params};
use std::collections::BTreeMap;

/// A stored row of the log.
#[derive(Debug, Clone)]
pub(crate) struct AuditRow {
    pub seq: i64,
    pub at: Millis,
    pub staff: Option<StaffId>,
    pub action: String,
    pub kind: Option<String>,
    pub target: Option<i64>,
    pub detail: Option<String>,
    pub digest: Option<Vec<u8>>,
    pub hash: Vec<u8>,
}

const COLUMNS: &str = "seq, at, staff_id, action, kind, target_id, detail, digest, hash";

fn from_row(row: &Row<'_>) -> rusqlite::Result<AuditRow> {
    Ok(AuditRow {
        seq: row.get("seq")?,
        at: row.get("at")?,
        staff: row.get("staff_id")?,
        action: row.get("action")?,
        kind: row.get("kind")?,
        target: row.get("target_id")?,
        detail: row.get("detail")?,
        digest: row.get("digest")?,
        hash: row.get("hash")?,
    })
}

/// Number and hash of the last row.
pub(crate) fn last(db: &Connection) -> Result<Option<(i64, Vec<u8>)>> {
    super::row(db, "SELECT seq, hash FROM audit WHERE seq = (SELECT max(seq) FROM audit)", [], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The highest number ever given.
pub(crate) fn highest(db: &Connection) -> Result<i64> {
    let sql = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'audit'";
    Ok(super::row(db, sql, [], |row| row.get(0))?.unwrap_or(0))
}

/// Writes a row.
pub(crate) fn insert(db: &Connection, row: &AuditRow) -> Result<()> {
    super::run(
        db,
        &format!("INSERT INTO audit ({COLUMNS}) VALUES (:seq, :at, :staff, :action, :kind, :target, :detail, :digest, :hash)"),
        named_params! {
            ":seq": row.seq, ":at": row.at, ":staff": row.staff, ":action": row.action, ":kind": row.kind, ":target": row.target,
            ":detail": row.detail, ":digest": row.digest, ":hash": row.hash,
        },
    )?;
    Ok(())
}

/// The detail of the latest row of an action.
pub(crate) fn latest_detail(db: &Connection, action: AuditAction) -> Result<Option<String>> {
    // The words of the condition are those of the index, which holds none of the two frequent actions.
    let sql = "SELECT detail FROM audit WHERE action = :action AND action NOT IN ('changed', 'viewed') ORDER BY seq DESC LIMIT 1";
    Ok(super::row(db, sql, named_params! {":action": action}, |row| row.get(0))?.flatten())
}

/// A page of rows before one, newest first.
pub(crate) fn page(
    db: &Connection,
    action: Option<AuditAction>,
    staff: Option<StaffId>,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<AuditRow>> {
    let is = match action {
        None => ":action IS NULL",
        Some(AuditAction::Changed | AuditAction::Viewed) => "+action = :action",
        Some(_) => "action = :action AND action NOT IN ('changed', 'viewed')",
    };
    super::rows(
        db,
        &format!(
            "SELECT {COLUMNS} FROM audit WHERE seq < :before AND (:staff IS NULL OR staff_id = :staff) AND {is} ORDER BY seq DESC LIMIT :limit"
        ),
        named_params! {":before": before.unwrap_or(i64::MAX), ":staff": staff, ":action": action, ":limit": limit},
        from_row,
    )
}

/// Every row, from the first.
pub(crate) fn each(db: &Connection, mut take: impl FnMut(AuditRow) -> Result<()>) -> Result<()> {
    let mut statement = db.prepare(&format!("SELECT {COLUMNS} FROM audit ORDER BY seq"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        take(from_row(row)?)?;
    }
    Ok(())
}

/// How the rows of the fact tables are read to be hashed: their columns in the order of their names.
#[derive(Debug)]
pub(crate) struct Layouts(BTreeMap<&'static str, Layout>);

#[derive(Debug)]
struct Layout {
    columns: Vec<String>,
    one: String,
    between: String,
}

impl Layouts {
    /// Those of the open file.
    pub(crate) fn of(db: &Connection) -> Result<Layouts> {
        let mut layouts = BTreeMap::new();
        for table in FACTS {
            let mut columns = watch::columns(db, table)?;
            columns.sort_unstable();
            let names = columns.join(", ");
            let one = format!("SELECT {names} FROM {table} WHERE id = :id");
            let between = format!("SELECT id, {names} FROM {table} WHERE id BETWEEN :first AND :last ORDER BY id");
            layouts.insert(*table, Layout { columns, one, between });
        }
        Ok(Layouts(layouts))
    }

    fn get(&self, table: &str) -> Result<&Layout> {
        self.0.get(table).ok_or_else(|| crate::error::Failure::new(crate::error::Code::FileDamaged).into())
    }
}

fn hashed(table: &str, layout: &Layout, row: &Row<'_>, first: usize) -> Result<Digest> {
    let values: Vec<_> = (0..layout.columns.len()).map(|at| row.get_ref(first + at)).collect::<rusqlite::Result<_>>()?;
    Ok(hash_row(table, layout.columns.iter().map(String::as_str).zip(values)))
}

/// A row as it stands, hashed; nothing when it is not there.
pub(crate) fn row_digest(db: &Connection, layouts: &Layouts, table: &str, id: i64) -> Result<Option<Digest>> {
    let layout = layouts.get(table)?;
    #[cfg(test)]
    super::plans::note(&layout.one);
    let mut statement = db.prepare_cached(&layout.one)?;
    let mut rows = statement.query(named_params! {":id": id})?;
    rows.next()?.map(|row| hashed(table, layout, row, 0)).transpose()
}

/// The sum of the rows between two ids.
pub(crate) fn sum_between(db: &Connection, layouts: &Layouts, table: &str, first: i64, last: i64) -> Result<Sum> {
    let layout = layouts.get(table)?;
    let mut sum = Sum::default();
    let mut statement = db.prepare(&layout.between)?;
    let mut rows = statement.query(named_params! {":first": first, ":last": last})?;
    while let Some(row) = rows.next()? {
        sum.add(&hashed(table, layout, row, 1)?);
    }
    Ok(sum)
}

/// A change of one row, as stored or as an erasure left it.
#[derive(Debug, Clone)]
pub(crate) struct Change {
    pub id: i64,
    pub operation: i64,
    pub table: String,
    pub row: i64,
    before: Option<String>,
    after: Option<String>,
    before_hash: Option<Vec<u8>>,
    after_hash: Option<Vec<u8>>,
}

const CHANGE: &str = "id, operation_id, tbl, row_id, before, after, before_hash, after_hash";

pub(super) fn change(row: &Row<'_>) -> rusqlite::Result<Change> {
    Ok(Change {
        id: row.get(0)?,
        operation: row.get(1)?,
        table: row.get(2)?,
        row: row.get(3)?,
        before: row.get(4)?,
        after: row.get(5)?,
        before_hash: row.get(6)?,
        after_hash: row.get(7)?,
    })
}

impl Change {
    /// Whether an erasure took its content away.
    pub(crate) fn is_purged(&self) -> bool {
        self.before_hash.is_some() || self.after_hash.is_some()
    }

    /// Whether it brought the row.
    pub(crate) fn is_insert(&self) -> bool {
        self.before.is_none() && self.before_hash.is_none()
    }

    /// Whether it took the row away.
    pub(crate) fn is_delete(&self) -> bool {
        !self.is_insert() && self.after.is_none() && self.after_hash.is_none()
    }

    /// What stood there before.
    pub(crate) fn before(&self) -> Digest {
        self.before_if_told().unwrap_or(NOTHING)
    }

    /// The same; nothing for an insert.
    pub(crate) fn before_if_told(&self) -> Option<Digest> {
        told(&self.table, &self.before, &self.before_hash)
    }

    /// What stood there after it, where the change itself says so.
    pub(crate) fn after_if_told(&self) -> Option<Digest> {
        told(&self.table, &self.after, &self.after_hash)
    }
}

fn told(table: &str, text: &Option<String>, hash: &Option<Vec<u8>>) -> Option<Digest> {
    match (text, hash) {
        (Some(text), _) => Some(hash_json(table, text)),
        (None, Some(hash)) => Some(Digest::try_from(&hash[..]).unwrap_or(NOTHING)),
        (None, None) => None,
    }
}

/// An operation's changes in the order they were made.
pub(crate) fn changes_of(db: &Connection, id: OperationId) -> Result<Vec<Change>> {
    super::rows(db, &format!("SELECT {CHANGE} FROM change WHERE operation_id = :id ORDER BY id"), named_params! {":id": id}, change)
}

/// A row's changes in the order they were made.
pub(crate) fn changes_of_row(db: &Connection, table: &str, id: i64) -> Result<Vec<Change>> {
    let sql = format!("SELECT {CHANGE} FROM change WHERE tbl = :tbl AND row_id = :row ORDER BY id");
    super::rows(db, &sql, named_params! {":tbl": table, ":row": id}, change)
}

/// Every change, from the first.
pub(crate) fn each_change(db: &Connection, mut take: impl FnMut(Change) -> Result<()>) -> Result<()> {
    let mut statement = db.prepare(&format!("SELECT {CHANGE} FROM change ORDER BY id"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        take(change(row)?)?;
    }
    Ok(())
}

/// Every operation, from the first, with the hash of its params where an erasure emptied them.
pub(crate) fn each_operation(db: &Connection, mut take: impl FnMut(&OperationRow, Option<&[u8]>) -> Result<()>) -> Result<()> {
    let mut statement = db.prepare(
        "SELECT id, kind, at, staff_id, customer_id, visit_id, params, undoes, undone_by, params_hash FROM operation ORDER BY id",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let operation = OperationRow {
            id: row.get::<_, OperationId>(0)?,
            kind: row.get(1)?,
            at: row.get(2)?,
            staff_id: row.get(3)?,
            customer_id: row.get::<_, Option<CustomerId>>(4)?,
            visit_id: row.get::<_, Option<VisitId>>(5)?,
            params: row.get(6)?,
            undoes: row.get(7)?,
            undone_by: row.get(8)?,
        };
        let emptied: Option<Vec<u8>> = row.get(9)?;
        take(&operation, emptied.as_deref())?;
    }
    Ok(())
}

/// Every row of a table that stands there or was ever changed, with its changes in their order and what it hashes to now.
pub(crate) fn each_row(
    db: &Connection,
    layouts: &Layouts,
    table: &str,
    mut take: impl FnMut(i64, &[Change], Option<Digest>) -> Result<()>,
) -> Result<()> {
    let layout = layouts.get(table)?;
    let mut standing = db.prepare(&layout.between)?;
    let mut standing = standing.query(named_params! {":first": i64::MIN, ":last": i64::MAX})?;
    let mut changes = db.prepare(&format!("SELECT {CHANGE} FROM change WHERE tbl = :tbl ORDER BY row_id, id"))?;
    let mut changes = changes.query(named_params! {":tbl": table})?;
    let next_row = |rows: &mut rusqlite::Rows<'_>| -> Result<Option<(i64, Digest)>> {
        rows.next()?.map(|row| Ok((row.get(0)?, hashed(table, layout, row, 1)?))).transpose()
    };
    let next_change = |rows: &mut rusqlite::Rows<'_>| -> Result<Option<Change>> { Ok(rows.next()?.map(change).transpose()?) };
    let mut row = next_row(&mut standing)?;
    let mut waiting = next_change(&mut changes)?;
    let mut group = Vec::new();
    loop {
        let id = match (&row, &waiting) {
            (None, None) => return Ok(()),
            (Some((id, _)), None) => *id,
            (None, Some(change)) => change.row,
            (Some((id, _)), Some(change)) => *id.min(&change.row),
        };
        group.clear();
        while waiting.as_ref().is_some_and(|change| change.row == id) {
            group.extend(waiting.take());
            waiting = next_change(&mut changes)?;
        }
        let now = match row {
            Some((standing_id, digest)) if standing_id == id => {
                row = next_row(&mut standing)?;
                Some(digest)
            }
            _ => None,
        };
        take(id, &group, now)?;
    }
}

/// A range of rows that came in bulk by an operation.
#[derive(Debug, Clone)]
pub(crate) struct Range {
    pub operation: i64,
    pub table: String,
    pub first: i64,
    pub last: i64,
}

/// All ranges of operations after one, in their order.
pub(crate) fn ranges_after(db: &Connection, operation: i64) -> Result<Vec<Range>> {
    super::rows(
        db,
        "SELECT operation_id, tbl, first_id, last_id FROM change_range WHERE operation_id > :after ORDER BY id",
        named_params! {":after": operation},
        |row| Ok(Range { operation: row.get(0)?, table: row.get(1)?, first: row.get(2)?, last: row.get(3)? }),
    )
}

/// Takes a change's content away and leaves what it hashed to.
pub(crate) fn empty_change(db: &Connection, id: i64, before: Option<&[u8]>, after: Option<&[u8]>) -> Result<()> {
    super::run(
        db,
        "UPDATE change SET before = NULL, after = NULL, before_hash = :before, after_hash = :after WHERE id = :id",
        named_params! {":id": id, ":before": before, ":after": after},
    )?;
    Ok(())
}

/// Takes an operation's params away and leaves what they hashed to; says whether they were there.
pub(crate) fn empty_params(db: &Connection, id: OperationId, hash: &Digest) -> Result<bool> {
    let sql = "UPDATE operation SET params = '{}', params_hash = :hash WHERE id = :id AND params_hash IS NULL";
    Ok(super::run(db, sql, named_params! {":id": id, ":hash": &hash[..]})? > 0)
}

#[cfg(test)]
mod tests {
    use crate::clock::FixedClock;
    use crate::ops;
    use crate::shop::Shop;
    use crate::wire::settings::{Language, Trade};
    use crate::wire::shop::NewShop;
    use serde_json::json;

    #[test]
    fn what_the_log_cannot_note_is_not_handed_over() {
        let folder = tempfile::TempDir::new().unwrap();
        let new = NewShop { name: "云裳".into(), trade: Trade::Clothing, language: Language::ZhCn, owner: None, demo: false };
        let clock = Box::new(FixedClock::at("2026-11-23T10:00:00+08:00"));
        let mut shop = Shop::create(&folder.path().join("shop.shuke"), new, clock).unwrap();
        let fields = json!({"name": "单晓燕", "phones": ["13805714217"]});
        let customer = json!({"fields": fields, "confirm_phone": false, "answers": [], "tags": []});
        ops::call(&mut shop, "create_customer", customer).unwrap();
        let visit =
            json!({"customer": 1, "kind": "purchase", "day": "2026-11-18", "lines": [{"style_no": "A", "qty": 1, "price": "9.00"}]});
        ops::call(&mut shop, "record_visit", json!({"receipt": "receipt-0001", "visit": visit})).unwrap();
        let out = folder.path().join("out");
        std::fs::create_dir(&out).unwrap();
        let exports = [
            ("export_table", json!({"table": "visits", "path": out.join("a.csv")})),
            ("export_table", json!({"table": "visits", "path": out.join("a.xlsx")})),
            ("export_week", json!({"week": "2026-W47", "folder": out})),
            ("export_messages", json!({"items": [{"customer": 1, "occasion": "thanks_milestone"}], "folder": out})),
            ("write_access_copy", json!({"customer": 1, "folder": out})),
        ];
        let full = "CREATE TEMP TRIGGER no_room BEFORE INSERT ON main.audit BEGIN SELECT RAISE(ABORT, 'no room'); END";
        shop.db().unwrap().execute_batch(full).unwrap();
        for (op, args) in &exports {
            ops::call(&mut shop, op, args.clone()).unwrap_err();
            assert_eq!(std::fs::read_dir(&out).unwrap().count(), 0, "{op}: nothing was handed over and nothing half is left");
        }
        let weeks = ops::call(&mut shop, "week_list", json!({})).unwrap();
        assert!(weeks["weeks"].as_array().unwrap().iter().all(|week| week["exported_at"].is_null()));
        assert_eq!(ops::call(&mut shop, "list_batches", json!({})).unwrap()["batches"], json!([]));
        shop.db().unwrap().execute_batch("DROP TRIGGER no_room").unwrap();
        for (op, args) in exports {
            ops::call(&mut shop, op, args).unwrap();
        }
        assert_eq!(std::fs::read_dir(&out).unwrap().count(), 6, "her copy is two files");
    }
}
