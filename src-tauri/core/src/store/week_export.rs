//! Tables `week_export`, `week_delivery` and `week_correction`: what the accountant was given.

use crate::clock::{Day, Millis};
use crate::error::Result;
use crate::ids::{CustomerId, VisitId};
use crate::money::Fen;
use crate::wire::export::CorrectionKind;
use rusqlite::{Connection, Row, named_params, params};
use std::collections::BTreeSet;

/// A content of a week that was delivered.
#[derive(Debug, Clone)]
pub(crate) struct ExportRow {
    pub week: String,
    pub revision: i64,
    pub exported_at: Millis,
    pub last_operation: i64,
    pub content: String,
    pub manifest: String,
}

const EXPORT: &str = "week, revision, exported_at, last_operation_id, content, manifest";

fn export_row(row: &Row<'_>) -> rusqlite::Result<ExportRow> {
    Ok(ExportRow {
        week: row.get("week")?,
        revision: row.get("revision")?,
        exported_at: row.get("exported_at")?,
        last_operation: row.get("last_operation_id")?,
        content: row.get("content")?,
        manifest: row.get("manifest")?,
    })
}

/// The latest content of a week.
pub(crate) fn latest(db: &Connection, week: &str) -> Result<Option<ExportRow>> {
    super::row(
        db,
        &format!("SELECT {EXPORT} FROM week_export WHERE week = :week ORDER BY id DESC LIMIT 1"),
        named_params! {":week": week},
        export_row,
    )
}

/// Notes a content.
pub(crate) fn insert(db: &Connection, export: &ExportRow) -> Result<()> {
    super::run(
        db,
        &format!("INSERT INTO week_export ({EXPORT}) VALUES (:week, :revision, :at, :operation, :content, :manifest)"),
        named_params! {
            ":week": export.week, ":revision": export.revision, ":at": export.exported_at, ":operation": export.last_operation,
            ":content": export.content, ":manifest": export.manifest,
        },
    )?;
    Ok(())
}

/// The weeks that were delivered.
pub(crate) fn weeks(db: &Connection) -> Result<BTreeSet<String>> {
    Ok(super::rows(db, "SELECT DISTINCT week FROM week_export", [], |row| row.get(0))?.into_iter().collect())
}

/// The operation up to which everything was delivered.
pub(crate) fn seen_operation(db: &Connection) -> Result<i64> {
    Ok(super::row(db, "SELECT coalesce(max(last_operation_id), 0) FROM week_export", [], |row| row.get(0))?.unwrap_or(0))
}

/// What the accountant has of a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Delivery {
    pub visit: VisitId,
    pub week: String,
    pub visit_no: String,
    pub total: Fen,
    pub digest: i64,
}

const DELIVERY: &str = "visit_id, week, visit_no, total, digest";

fn delivery(row: &Row<'_>) -> rusqlite::Result<Delivery> {
    Ok(Delivery {
        visit: row.get("visit_id")?,
        week: row.get("week")?,
        visit_no: row.get("visit_no")?,
        total: row.get("total")?,
        digest: row.get("digest")?,
    })
}

/// What was delivered of a visit.
pub(crate) fn delivered(db: &Connection, visit: VisitId) -> Result<Option<Delivery>> {
    super::row(db, &format!("SELECT {DELIVERY} FROM week_delivery WHERE visit_id = :visit"), named_params! {":visit": visit}, delivery)
}

/// Notes what was delivered of visits.
pub(crate) fn put_deliveries<'a>(db: &Connection, deliveries: impl IntoIterator<Item = &'a Delivery>) -> Result<()> {
    // By place and not by name: a week has twenty thousand of them, and each name would be looked up each time.
    let sql = format!("INSERT OR REPLACE INTO week_delivery ({DELIVERY}) VALUES (?1, ?2, ?3, ?4, ?5)");
    #[cfg(test)]
    super::plans::note(&sql);
    let mut statement = db.prepare_cached(&sql)?;
    for delivery in deliveries {
        statement.execute(params![delivery.visit, delivery.week, delivery.visit_no, delivery.total, delivery.digest])?;
    }
    Ok(())
}

/// Forgets a visit that the accountant was told is gone.
pub(crate) fn delete_delivery(db: &Connection, visit: VisitId) -> Result<()> {
    super::run(db, "DELETE FROM week_delivery WHERE visit_id = :visit", named_params! {":visit": visit})?;
    Ok(())
}

/// A correction as it stands in a week's files.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct CorrectionRow {
    pub about_week: String,
    pub visit_no: String,
    pub kind: CorrectionKind,
    pub old_total: Fen,
    pub new_total: Fen,
}

/// The corrections in a week's files, in the order in which they were delivered.
pub(crate) fn corrections(db: &Connection, week: &str) -> Result<Vec<CorrectionRow>> {
    super::rows(
        db,
        "SELECT about_week, visit_no, kind, old_total, new_total FROM week_correction WHERE week = :week ORDER BY id",
        named_params! {":week": week},
        |row| {
            Ok(CorrectionRow {
                about_week: row.get(0)?,
                visit_no: row.get(1)?,
                kind: row.get(2)?,
                old_total: row.get(3)?,
                new_total: row.get(4)?,
            })
        },
    )
}

/// Adds a correction to a week's files.
pub(crate) fn insert_correction(db: &Connection, week: &str, correction: &CorrectionRow) -> Result<()> {
    super::run(
        db,
        "INSERT INTO week_correction (week, about_week, visit_no, kind, old_total, new_total) VALUES (:week, :about, :visit_no, :kind, :old, :new)",
        named_params! {
            ":week": week, ":about": correction.about_week, ":visit_no": correction.visit_no, ":kind": correction.kind,
            ":old": correction.old_total, ":new": correction.new_total,
        },
    )?;
    Ok(())
}

/// Visits that operations after one may have changed in what is delivered of them, given the spans of the weeks delivered.
/// Nothing else can have changed, so years of delivered visits need not be looked at again.
pub(crate) fn touched(db: &Connection, after: i64, weeks: &[(Day, Day)]) -> Result<BTreeSet<VisitId>> {
    let mut found: BTreeSet<VisitId> = BTreeSet::new();
    for sql in TOUCHED {
        let visits = super::rows(db, sql, named_params! {":after": after}, |row| row.get::<_, Option<VisitId>>(0))?;
        found.extend(visits.into_iter().flatten());
    }
    found.extend(renumbered(db, after)?);
    for (table, first, last) in ranges(db, after)? {
        let delivered = match table.as_str() {
            "visit" => "d.visit_id BETWEEN :first AND :last",
            "visit_line" => "EXISTS (SELECT 1 FROM visit_line l WHERE l.visit_id = d.visit_id AND l.id BETWEEN :first AND :last)",
            "payment" => "EXISTS (SELECT 1 FROM payment p WHERE p.visit_id = d.visit_id AND p.id BETWEEN :first AND :last)",
            _ => continue,
        };
        let sql = format!("SELECT d.visit_id FROM week_delivery d WHERE {delivered}");
        found.extend(super::rows(db, &sql, named_params! {":first": first, ":last": last}, |row| row.get::<_, VisitId>(0))?);
        for (from, to) in weeks.iter().filter(|_| table == "visit") {
            found.extend(super::rows(
                db,
                "SELECT id FROM visit WHERE day BETWEEN :from AND :to AND id BETWEEN :first AND :last",
                named_params! {":from": from, ":to": to, ":first": first, ":last": last},
                |row| row.get::<_, VisitId>(0),
            )?);
        }
    }
    if bulk_lines_undone(db, after)? {
        // Which visits had them is no longer known, so all that was delivered is looked at.
        found.extend(super::rows(db, "SELECT visit_id FROM week_delivery", [], |row| row.get::<_, VisitId>(0))?);
    }
    Ok(found)
}

const TOUCHED: &[&str] = &[
    "SELECT row_id FROM change WHERE operation_id > :after AND tbl = 'visit'",
    "SELECT json_extract(before, '$.visit_id') FROM change WHERE operation_id > :after AND tbl IN ('visit_line', 'payment') AND before IS NOT NULL",
    "SELECT json_extract(after, '$.visit_id') FROM change WHERE operation_id > :after AND tbl IN ('visit_line', 'payment') AND after IS NOT NULL",
    "SELECT l.visit_id FROM change c JOIN visit_line l ON l.id = c.row_id WHERE c.operation_id > :after AND c.tbl = 'visit_line'",
    "SELECT p.visit_id FROM change c JOIN payment p ON p.id = c.row_id WHERE c.operation_id > :after AND c.tbl = 'payment'",
];

/// Visits of customers whose member number or name changed: the number in the files comes from these.
fn renumbered(db: &Connection, after: i64) -> Result<Vec<VisitId>> {
    let customers: Vec<CustomerId> = super::rows(
        db,
        "SELECT DISTINCT row_id FROM change WHERE operation_id > :after AND tbl = 'customer' AND before IS NOT NULL AND after IS NOT NULL
           AND (json_extract(before, '$.member_no') <> json_extract(after, '$.member_no')
             OR json_extract(before, '$.name') <> json_extract(after, '$.name'))",
        named_params! {":after": after},
        |row| row.get(0),
    )?;
    let mut found = Vec::new();
    for customer in customers {
        found.extend(super::rows(
            db,
            "SELECT id FROM visit WHERE customer_id = :customer",
            named_params! {":customer": customer},
            |row| row.get::<_, VisitId>(0),
        )?);
    }
    Ok(found)
}

/// Ranges of rows that came in bulk after an operation, or that were taken back after it.
fn ranges(db: &Connection, after: i64) -> Result<Vec<(String, i64, i64)>> {
    super::rows(
        db,
        "SELECT tbl, first_id, last_id FROM change_range WHERE operation_id > :after
         UNION ALL SELECT r.tbl, r.first_id, r.last_id FROM operation o JOIN change_range r ON r.operation_id = o.undoes
         WHERE o.id > :after AND o.undoes IS NOT NULL",
        named_params! {":after": after},
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}

fn bulk_lines_undone(db: &Connection, after: i64) -> Result<bool> {
    Ok(super::row(
        db,
        "SELECT 1 FROM operation o JOIN change_range r ON r.operation_id = o.undoes
         WHERE o.id > :after AND o.undoes IS NOT NULL AND r.tbl IN ('visit_line', 'payment') LIMIT 1",
        named_params! {":after": after},
        |_| Ok(()),
    )?
    .is_some())
}
