//! Table `visit`.

use crate::clock::{Day, Millis};
use crate::error::{Code, Failure, Result};
use crate::ids::{CustomerId, OperationId, StaffId, VisitId, VoucherId};
use crate::money::Fen;
use crate::wire::visits::{Method, NewWish, VisitKind};
use rusqlite::{Connection, Row, ToSql, named_params};

/// A visit as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct VisitRecord {
    pub id: VisitId,
    pub visit_no: String,
    pub receipt: Option<String>,
    pub customer: Option<CustomerId>,
    pub at: Millis,
    pub day: Day,
    pub kind: VisitKind,
    pub is_day_total: bool,
    pub staff: Option<StaffId>,
    pub pieces: i64,
    pub list_total: Fen,
    pub total: Fen,
    pub ref_visit: Option<VisitId>,
    pub voucher: Option<VoucherId>,
    pub voucher_off: Fen,
    pub points_used: i64,
    pub points_off: Fen,
    pub ticket_no: Option<String>,
    pub satisfaction: Option<i64>,
    pub motive: Option<String>,
    pub companions: Option<String>,
    pub feedback: Option<String>,
    pub note: Option<String>,
    pub voided_at: Option<Millis>,
    pub void_reason: Option<String>,
}

impl VisitRecord {
    /// Whether it was not voided.
    pub fn is_live(&self) -> bool {
        self.voided_at.is_none()
    }
}

const COLUMNS: &str = "id, visit_no, receipt, customer_id, at, day, kind, is_day_total, staff_id, pieces, list_total, total, ref_visit_id,
    voucher_id, voucher_off, points_used, points_off, ticket_no, satisfaction, motive, companions, feedback, note, voided_at, void_reason";

fn from_row(row: &Row<'_>) -> rusqlite::Result<VisitRecord> {
    Ok(VisitRecord {
        id: row.get(0)?,
        visit_no: row.get(1)?,
        receipt: row.get(2)?,
        customer: row.get(3)?,
        at: row.get(4)?,
        day: row.get(5)?,
        kind: row.get(6)?,
        is_day_total: row.get(7)?,
        staff: row.get(8)?,
        pieces: row.get(9)?,
        list_total: row.get(10)?,
        total: row.get(11)?,
        ref_visit: row.get(12)?,
        voucher: row.get(13)?,
        voucher_off: row.get(14)?,
        points_used: row.get(15)?,
        points_off: row.get(16)?,
        ticket_no: row.get(17)?,
        satisfaction: row.get(18)?,
        motive: row.get(19)?,
        companions: row.get(20)?,
        feedback: row.get(21)?,
        note: row.get(22)?,
        voided_at: row.get(23)?,
        void_reason: row.get(24)?,
    })
}

/// One visit.
pub(crate) fn get(db: &Connection, id: VisitId) -> Result<Option<VisitRecord>> {
    super::row(db, &format!("SELECT {COLUMNS} FROM visit WHERE id = :id"), named_params! {":id": id}, from_row)
}

/// One visit that has to be there.
///
/// # Errors
/// `not_found`.
pub(crate) fn need(db: &Connection, id: VisitId) -> Result<VisitRecord> {
    get(db, id)?.ok_or_else(|| Failure::at(Code::NotFound, "visit").into())
}

/// The visit saved with a receipt.
pub(crate) fn by_receipt(db: &Connection, receipt: &str) -> Result<Option<VisitRecord>> {
    super::row(db, &format!("SELECT {COLUMNS} FROM visit WHERE receipt = :receipt"), named_params! {":receipt": receipt}, from_row)
}

/// The highest running number given on a day; 0 if none was.
pub(crate) fn last_number(db: &Connection, day: Day) -> Result<u32> {
    let prefix = day.format("%Y%m%d").to_string();
    let found: Option<String> = super::row(
        db,
        "SELECT visit_no FROM visit WHERE visit_no BETWEEN :prefix || '0000' AND :prefix || '9999'
           AND length(visit_no) = 12 AND visit_no NOT GLOB '*[^0-9]*' ORDER BY visit_no DESC LIMIT 1",
        named_params! {":prefix": prefix},
        |row| row.get(0),
    )?;
    Ok(found.and_then(|no| no.get(8..)?.parse().ok()).unwrap_or(0))
}

/// Adds a visit; its id is ignored.
pub(crate) fn insert(db: &Connection, v: &VisitRecord) -> Result<VisitId> {
    super::run(
        db,
        "INSERT INTO visit (visit_no, receipt, customer_id, at, day, kind, is_day_total, staff_id, pieces, list_total, total, ref_visit_id,
           voucher_id, voucher_off, points_used, points_off, ticket_no, satisfaction, motive, companions, feedback, note)
         VALUES (:visit_no, :receipt, :customer, :at, :day, :kind, :is_day_total, :staff, :pieces, :list_total, :total, :ref_visit,
           :voucher, :voucher_off, :points_used, :points_off, :ticket_no, :satisfaction, :motive, :companions, :feedback, :note)",
        named_params! {
            ":visit_no": v.visit_no, ":receipt": v.receipt, ":customer": v.customer, ":at": v.at, ":day": v.day, ":kind": v.kind,
            ":is_day_total": v.is_day_total, ":staff": v.staff, ":pieces": v.pieces, ":list_total": v.list_total, ":total": v.total,
            ":ref_visit": v.ref_visit, ":voucher": v.voucher, ":voucher_off": v.voucher_off, ":points_used": v.points_used,
            ":points_off": v.points_off, ":ticket_no": v.ticket_no, ":satisfaction": v.satisfaction, ":motive": v.motive,
            ":companions": v.companions, ":feedback": v.feedback, ":note": v.note,
        },
    )?;
    Ok(VisitId(db.last_insert_rowid()))
}

/// Changes a visit; number and receipt stay.
pub(crate) fn update(db: &Connection, v: &VisitRecord) -> Result<()> {
    super::run(
        db,
        "UPDATE visit SET customer_id = :customer, at = :at, day = :day, kind = :kind, is_day_total = :is_day_total, staff_id = :staff,
           pieces = :pieces, list_total = :list_total, total = :total, ref_visit_id = :ref_visit, voucher_id = :voucher,
           voucher_off = :voucher_off, points_used = :points_used, points_off = :points_off, ticket_no = :ticket_no,
           satisfaction = :satisfaction, motive = :motive, companions = :companions, feedback = :feedback, note = :note
         WHERE id = :id",
        named_params! {
            ":id": v.id, ":customer": v.customer, ":at": v.at, ":day": v.day, ":kind": v.kind, ":is_day_total": v.is_day_total,
            ":staff": v.staff, ":pieces": v.pieces, ":list_total": v.list_total, ":total": v.total, ":ref_visit": v.ref_visit,
            ":voucher": v.voucher, ":voucher_off": v.voucher_off, ":points_used": v.points_used, ":points_off": v.points_off,
            ":ticket_no": v.ticket_no, ":satisfaction": v.satisfaction, ":motive": v.motive, ":companions": v.companions,
            ":feedback": v.feedback, ":note": v.note,
        },
    )?;
    Ok(())
}

/// Voids a visit.
pub(crate) fn set_voided(db: &Connection, id: VisitId, at: Millis, reason: &str) -> Result<()> {
    super::run(
        db,
        "UPDATE visit SET voided_at = :at, void_reason = :reason WHERE id = :id",
        named_params! {":id": id, ":at": at, ":reason": reason},
    )?;
    Ok(())
}

/// How a customer paid the last time she paid anything.
pub(crate) fn last_method(db: &Connection, customer: CustomerId) -> Result<Option<Method>> {
    super::row(
        db,
        "SELECT p.method FROM visit v JOIN payment p ON p.visit_id = v.id
         WHERE v.customer_id = :customer AND v.voided_at IS NULL ORDER BY v.day DESC, v.at DESC, p.id DESC LIMIT 1",
        named_params! {":customer": customer},
        |row| row.get(0),
    )
}

/// Whether a customer has another live visit at which she bought.
pub(crate) fn bought_before(db: &Connection, customer: CustomerId, except: VisitId) -> Result<bool> {
    Ok(super::row(
        db,
        "SELECT 1 FROM visit WHERE customer_id = :customer AND voided_at IS NULL AND kind IN ('purchase', 'exchange') AND id <> :except
         LIMIT 1",
        named_params! {":customer": customer, ":except": except},
        |_| Ok(()),
    )?
    .is_some())
}

/// The operation that saved a visit.
pub(crate) fn recorded_by(db: &Connection, id: VisitId) -> Result<Option<OperationId>> {
    super::row(
        db,
        "SELECT operation_id FROM change WHERE tbl = 'visit' AND row_id = :id ORDER BY id LIMIT 1",
        named_params! {":id": id},
        |row| row.get(0),
    )
}

/// The operations that touched a visit, its lines or its payments, oldest first. The joins are crossed because nothing tells SQLite that
/// a visit has few lines and the history many changes.
pub(crate) fn operations(db: &Connection, id: VisitId) -> Result<Vec<OperationId>> {
    super::rows(
        db,
        "SELECT operation_id FROM change WHERE tbl = 'visit' AND row_id = :id
         UNION SELECT c.operation_id FROM visit_line l CROSS JOIN change c ON c.tbl = 'visit_line' AND c.row_id = l.id WHERE l.visit_id = :id
         UNION SELECT c.operation_id FROM payment p CROSS JOIN change c ON c.tbl = 'payment' AND c.row_id = p.id WHERE p.visit_id = :id
         UNION SELECT operation_id FROM change_range WHERE tbl = 'visit' AND :id BETWEEN first_id AND last_id
         ORDER BY 1",
        named_params! {":id": id},
        |row| row.get(0),
    )
}

/// Visits that brought something back from a visit, voided ones among them, in their order.
pub(crate) fn returned_by(db: &Connection, id: VisitId) -> Result<Vec<VisitRecord>> {
    let columns = COLUMNS.split(',').map(|column| format!("v.{}", column.trim())).collect::<Vec<_>>().join(", ");
    super::rows(
        db,
        &format!(
            "SELECT DISTINCT {columns} FROM visit_line b JOIN visit_line r ON r.reverses_id = b.id JOIN visit v ON v.id = r.visit_id
             WHERE b.visit_id = :id ORDER BY v.day, v.at, v.id"
        ),
        named_params! {":id": id},
        from_row,
    )
}

/// The first operation after another that still stands and changed a sale the other touched, or what was brought back from that sale:
/// the money and the points of those rest on each other, though they share no row. The undo of a later one cancels out with it.
pub(crate) fn later_on_sales(db: &Connection, operation: OperationId) -> Result<Option<OperationId>> {
    super::row(
        db,
        "WITH touched (id) AS (
           SELECT row_id FROM change WHERE operation_id = :operation AND +tbl = 'visit'
           UNION SELECT l.visit_id FROM change c CROSS JOIN visit_line l ON l.id = c.row_id
                 WHERE c.operation_id = :operation AND +c.tbl = 'visit_line'),
         bought (id) AS (
           SELECT l.reverses_id FROM touched t CROSS JOIN visit_line l ON l.visit_id = t.id WHERE l.reverses_id IS NOT NULL
           UNION SELECT json_extract(before, '$.reverses_id') FROM change
           WHERE operation_id = :operation AND +tbl = 'visit_line' AND before IS NOT NULL),
         sale (id) AS (SELECT id FROM touched UNION SELECT l.visit_id FROM bought b CROSS JOIN visit_line l ON l.id = b.id),
         tied (id) AS (
           SELECT id FROM sale
           UNION SELECT r.visit_id FROM sale s CROSS JOIN visit_line b ON b.visit_id = s.id CROSS JOIN visit_line r ON r.reverses_id = b.id),
         later (id) AS (
           SELECT c.operation_id FROM tied t CROSS JOIN change c ON c.tbl = 'visit' AND c.row_id = t.id WHERE c.operation_id > :operation
           UNION SELECT c.operation_id FROM tied t CROSS JOIN visit_line l ON l.visit_id = t.id
                 CROSS JOIN change c ON c.tbl = 'visit_line' AND c.row_id = l.id WHERE c.operation_id > :operation)
         SELECT o.id FROM later CROSS JOIN operation o ON o.id = later.id
         WHERE o.undone_by IS NULL AND (o.undoes IS NULL OR o.undoes <= :operation) ORDER BY o.id LIMIT 1",
        named_params! {":operation": operation},
        |row| row.get(0),
    )
}

/// Which visits are asked for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Filter {
    pub customer: Option<CustomerId>,
    pub walk_ins: bool,
    pub from: Option<Day>,
    pub to: Option<Day>,
    pub kind: Option<VisitKind>,
}

/// Where a page ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub day: Day,
    pub at: Millis,
    pub id: VisitId,
}

type Bound<'a> = Vec<(&'static str, &'a dyn ToSql)>;

impl Filter {
    fn conditions(&self) -> (Vec<&'static str>, Bound<'_>) {
        let (mut sql, mut bound): (Vec<&str>, Bound<'_>) = (Vec::new(), Vec::new());
        if let Some(customer) = &self.customer {
            sql.push("customer_id = :customer");
            bound.push((":customer", customer));
        } else if self.walk_ins {
            sql.push("customer_id IS NULL");
        }
        if let Some(from) = &self.from {
            sql.push("day >= :from");
            bound.push((":from", from));
        }
        if let Some(to) = &self.to {
            sql.push("day <= :to");
            bound.push((":to", to));
        }
        if let Some(kind) = &self.kind {
            sql.push("kind = :kind");
            bound.push((":kind", kind));
        }
        (sql, bound)
    }
}

fn clause(conditions: &[&str]) -> String {
    if conditions.is_empty() { String::new() } else { format!("WHERE {}", conditions.join(" AND ")) }
}

/// The visits asked for, latest first, from after a place on.
pub(crate) fn page(db: &Connection, filter: &Filter, after: Option<Place>, limit: i64) -> Result<Vec<VisitRecord>> {
    let (mut conditions, mut bound) = filter.conditions();
    if let Some(place) = &after {
        conditions.push("(day, at, id) < (:after_day, :after_at, :after_id)");
        bound.extend([(":after_day", &place.day as &dyn ToSql), (":after_at", &place.at), (":after_id", &place.id)]);
    }
    bound.push((":limit", &limit));
    let sql = format!("SELECT {COLUMNS} FROM visit {} ORDER BY day DESC, at DESC, id DESC LIMIT :limit", clause(&conditions));
    super::rows(db, &sql, &bound[..], from_row)
}

/// Number and sum of the live visits asked for.
pub(crate) fn sums(db: &Connection, filter: &Filter) -> Result<(i64, Fen)> {
    let (mut conditions, bound) = filter.conditions();
    conditions.push("voided_at IS NULL");
    let sql = format!("SELECT count(*), coalesce(sum(total), 0) FROM visit {}", clause(&conditions));
    Ok(super::row(db, &sql, &bound[..], |row| Ok((row.get(0)?, row.get(1)?)))?.unwrap_or_default())
}

/// A day's live visits: their number, their sum, and the sum of those with customers.
pub(crate) fn day_sums(db: &Connection, day: Day) -> Result<(i64, Fen, Fen)> {
    Ok(super::row(
        db,
        "SELECT count(*), coalesce(sum(total), 0), coalesce(sum(total) FILTER (WHERE customer_id IS NOT NULL), 0)
         FROM visit WHERE day = :day AND voided_at IS NULL",
        named_params! {":day": day},
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?
    .unwrap_or_default())
}

/// How many archives were opened on a day.
pub(crate) fn joined_on(db: &Connection, day: Day) -> Result<i64> {
    Ok(super::row(db, "SELECT count(*) FROM customer WHERE joined_on = :day", named_params! {":day": day}, |row| row.get(0))?.unwrap_or(0))
}

/// Whether a visit noted a wish already.
pub(crate) fn has_wish(db: &Connection, visit: VisitId, wish: &NewWish) -> Result<bool> {
    Ok(super::row(
        db,
        "SELECT 1 FROM wish WHERE visit_id = :visit AND style_no IS :style_no AND name IS :name AND color IS :color AND size IS :size",
        named_params! {":visit": visit, ":style_no": wish.style_no, ":name": wish.name, ":color": wish.color, ":size": wish.size},
        |_| Ok(()),
    )?
    .is_some())
}
