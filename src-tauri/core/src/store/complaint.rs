//! Tables `complaint`, `complaint_hold`, `complaint_step` and `compensation`.

use crate::clock::{Day, Millis};
use crate::error::Result;
use crate::hours::Hold;
use crate::ids::{CompensationId, ComplaintId, CustomerId, HoldId, LineId, PointsId, StaffId, VisitId, VoucherId};
use crate::money::Fen;
use crate::wire::complaints::{CompensationKind, ComplaintKind, ComplaintStep};
use rusqlite::{Connection, Row, ToSql, named_params};

/// A complaint as stored; a new one has id 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ComplaintRecord {
    pub id: ComplaintId,
    pub customer: CustomerId,
    pub visit: Option<VisitId>,
    pub line: Option<LineId>,
    pub staff: Option<StaffId>,
    pub kind: ComplaintKind,
    pub what: String,
    pub opened_at: Millis,
    pub opened_on: Day,
    pub answered_at: Option<Millis>,
    pub solved_at: Option<Millis>,
    pub solved_on: Option<Day>,
    pub solution: Option<String>,
    pub satisfied: Option<bool>,
    pub followed_up_on: Option<Day>,
}

const COLUMNS: &str = "id, customer_id, visit_id, line_id, staff_id, kind, what, opened_at, opened_on, answered_at, solved_at, solved_on,
    solution, is_satisfied, followed_up_on";

fn from_row(row: &Row<'_>) -> rusqlite::Result<ComplaintRecord> {
    Ok(ComplaintRecord {
        id: row.get(0)?,
        customer: row.get(1)?,
        visit: row.get(2)?,
        line: row.get(3)?,
        staff: row.get(4)?,
        kind: row.get(5)?,
        what: row.get(6)?,
        opened_at: row.get(7)?,
        opened_on: row.get(8)?,
        answered_at: row.get(9)?,
        solved_at: row.get(10)?,
        solved_on: row.get(11)?,
        solution: row.get(12)?,
        satisfied: row.get(13)?,
        followed_up_on: row.get(14)?,
    })
}

/// One complaint.
pub(crate) fn get(db: &Connection, id: ComplaintId) -> Result<Option<ComplaintRecord>> {
    super::row(db, &format!("SELECT {COLUMNS} FROM complaint WHERE id = :id"), named_params! {":id": id}, from_row)
}

/// Adds a complaint.
pub(crate) fn insert(db: &Connection, c: &ComplaintRecord) -> Result<ComplaintId> {
    super::run(
        db,
        "INSERT INTO complaint (customer_id, visit_id, line_id, staff_id, kind, what, opened_at, opened_on)
         VALUES (:customer, :visit, :line, :staff, :kind, :what, :at, :day)",
        named_params! {
            ":customer": c.customer, ":visit": c.visit, ":line": c.line, ":staff": c.staff, ":kind": c.kind, ":what": c.what,
            ":at": c.opened_at, ":day": c.opened_on,
        },
    )?;
    Ok(ComplaintId(db.last_insert_rowid()))
}

/// Changes everything about a complaint but whose it is and when it was opened.
pub(crate) fn update(db: &Connection, c: &ComplaintRecord) -> Result<()> {
    super::run(
        db,
        "UPDATE complaint SET visit_id = :visit, line_id = :line, staff_id = :staff, kind = :kind, what = :what, answered_at = :answered,
           solved_at = :solved_at, solved_on = :solved_on, solution = :solution, is_satisfied = :satisfied, followed_up_on = :followed
         WHERE id = :id",
        named_params! {
            ":id": c.id, ":visit": c.visit, ":line": c.line, ":staff": c.staff, ":kind": c.kind, ":what": c.what,
            ":answered": c.answered_at, ":solved_at": c.solved_at, ":solved_on": c.solved_on, ":solution": c.solution,
            ":satisfied": c.satisfied, ":followed": c.followed_up_on,
        },
    )?;
    Ok(())
}

/// A line is about to go: complaints about it stay, about its visit.
pub(crate) fn forget_line(db: &Connection, line: LineId) -> Result<()> {
    super::run(db, "UPDATE complaint SET line_id = NULL WHERE line_id = :line", named_params! {":line": line})?;
    Ok(())
}

/// Which complaints.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Which {
    pub kind: Option<ComplaintKind>,
    pub customer: Option<CustomerId>,
    pub staff: Option<StaffId>,
}

impl Which {
    fn conditions<'a>(&'a self, params: &mut Vec<(&'a str, &'a dyn ToSql)>) -> String {
        let mut sql = String::new();
        if let Some(kind) = &self.kind {
            params.push((":kind", kind));
            sql.push_str(" AND kind = :kind");
        }
        if let Some(customer) = &self.customer {
            params.push((":customer", customer));
            sql.push_str(" AND customer_id = :customer");
        }
        if let Some(staff) = &self.staff {
            params.push((":staff", staff));
            sql.push_str(" AND staff_id = :staff");
        }
        sql
    }
}

/// Those not solved, oldest first.
pub(crate) fn open(db: &Connection, which: Which) -> Result<Vec<ComplaintRecord>> {
    let mut params: Vec<(&str, &dyn ToSql)> = Vec::new();
    let also = which.conditions(&mut params);
    let sql = format!("SELECT {COLUMNS} FROM complaint WHERE solved_at IS NULL{also} ORDER BY opened_on, id");
    super::rows(db, &sql, &params[..], from_row)
}

/// Those solved, the latest first, after a place.
pub(crate) fn solved(db: &Connection, which: Which, after: Option<(Millis, ComplaintId)>, limit: i64) -> Result<Vec<ComplaintRecord>> {
    let mut params: Vec<(&str, &dyn ToSql)> = vec![(":limit", &limit)];
    let mut also = which.conditions(&mut params);
    if let Some((at, id)) = &after {
        params.push((":at", at));
        params.push((":id", id));
        also.push_str(" AND (solved_at, id) < (:at, :id)");
    }
    let sql = format!("SELECT {COLUMNS} FROM complaint WHERE solved_at IS NOT NULL{also} ORDER BY solved_at DESC, id DESC LIMIT :limit");
    super::rows(db, &sql, &params[..], from_row)
}

/// Those opened between two days, both included.
pub(crate) fn opened_between(db: &Connection, which: Which, from: Day, to: Day) -> Result<Vec<ComplaintRecord>> {
    let mut params: Vec<(&str, &dyn ToSql)> = vec![(":from", &from), (":to", &to)];
    let also = which.conditions(&mut params);
    let sql = format!("SELECT {COLUMNS} FROM complaint WHERE opened_on BETWEEN :from AND :to{also} ORDER BY id");
    super::rows(db, &sql, &params[..], from_row)
}

/// How many of a customer's are solved.
pub(crate) fn count_solved(db: &Connection, customer: CustomerId) -> Result<i64> {
    let found = super::row(
        db,
        "SELECT count(*) FROM complaint WHERE customer_id = :customer AND solved_at IS NOT NULL",
        named_params! {":customer": customer},
        |row| row.get(0),
    )?;
    Ok(found.unwrap_or(0))
}

/// A stretch of waiting with its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HoldRecord {
    pub id: HoldId,
    pub hold: Hold,
    pub reason: String,
}

/// The stretches of waiting, in their order.
pub(crate) fn holds(db: &Connection, complaint: ComplaintId) -> Result<Vec<HoldRecord>> {
    super::rows(
        db,
        "SELECT id, from_at, to_at, reason FROM complaint_hold WHERE complaint_id = :complaint ORDER BY from_at, id",
        named_params! {":complaint": complaint},
        |row| Ok(HoldRecord { id: row.get(0)?, hold: (row.get(1)?, row.get(2)?), reason: row.get(3)? }),
    )
}

/// Begins to wait.
pub(crate) fn insert_hold(db: &Connection, complaint: ComplaintId, from: Millis, reason: &str) -> Result<()> {
    super::run(
        db,
        "INSERT INTO complaint_hold (complaint_id, from_at, reason) VALUES (:complaint, :from, :reason)",
        named_params! {":complaint": complaint, ":from": from, ":reason": reason},
    )?;
    Ok(())
}

/// Says what it waits for in other words.
pub(crate) fn set_hold_reason(db: &Connection, id: HoldId, reason: &str) -> Result<()> {
    super::run(db, "UPDATE complaint_hold SET reason = :reason WHERE id = :id", named_params! {":id": id, ":reason": reason})?;
    Ok(())
}

/// Ends all waiting that lasts; says how many stretches that were.
pub(crate) fn end_holds(db: &Connection, complaint: ComplaintId, at: Millis) -> Result<usize> {
    super::run(
        db,
        "UPDATE complaint_hold SET to_at = :at WHERE complaint_id = :complaint AND to_at IS NULL",
        named_params! {":complaint": complaint, ":at": at},
    )
}

/// A step as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StepRecord {
    pub step: ComplaintStep,
    pub at: Millis,
    pub skipped: bool,
    pub note: Option<String>,
    pub staff: Option<StaffId>,
}

/// The steps done or skipped.
pub(crate) fn steps(db: &Connection, complaint: ComplaintId) -> Result<Vec<StepRecord>> {
    super::rows(
        db,
        "SELECT step, at, is_skipped, note, staff_id FROM complaint_step WHERE complaint_id = :complaint ORDER BY id",
        named_params! {":complaint": complaint},
        |row| Ok(StepRecord { step: row.get(0)?, at: row.get(1)?, skipped: row.get(2)?, note: row.get(3)?, staff: row.get(4)? }),
    )
}

/// Writes down what became of a step, over what was there.
pub(crate) fn put_step(db: &Connection, complaint: ComplaintId, s: &StepRecord) -> Result<()> {
    super::run(
        db,
        "INSERT INTO complaint_step (complaint_id, step, at, is_skipped, note, staff_id)
         VALUES (:complaint, :step, :at, :skipped, :note, :staff)
         ON CONFLICT (complaint_id, step) DO UPDATE SET at = excluded.at, is_skipped = excluded.is_skipped, note = excluded.note,
           staff_id = excluded.staff_id",
        named_params! {
            ":complaint": complaint, ":step": s.step, ":at": s.at, ":skipped": s.skipped, ":note": s.note, ":staff": s.staff,
        },
    )?;
    Ok(())
}

/// A step is to do again.
pub(crate) fn delete_step(db: &Connection, complaint: ComplaintId, step: ComplaintStep) -> Result<()> {
    super::run(
        db,
        "DELETE FROM complaint_step WHERE complaint_id = :complaint AND step = :step",
        named_params! {":complaint": complaint, ":step": step},
    )?;
    Ok(())
}

/// What was given, as stored; a new one has id 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CompensationRecord {
    pub id: CompensationId,
    pub complaint: ComplaintId,
    pub kind: CompensationKind,
    pub amount: Fen,
    pub voucher: Option<VoucherId>,
    pub points: Option<PointsId>,
    pub day: Day,
    pub note: Option<String>,
}

const GIVEN: &str = "id, complaint_id, kind, amount, voucher_id, points_id, day, note";

fn given(row: &Row<'_>) -> rusqlite::Result<CompensationRecord> {
    Ok(CompensationRecord {
        id: row.get(0)?,
        complaint: row.get(1)?,
        kind: row.get(2)?,
        amount: row.get(3)?,
        voucher: row.get(4)?,
        points: row.get(5)?,
        day: row.get(6)?,
        note: row.get(7)?,
    })
}

/// One thing given.
pub(crate) fn compensation(db: &Connection, id: CompensationId) -> Result<Option<CompensationRecord>> {
    super::row(db, &format!("SELECT {GIVEN} FROM compensation WHERE id = :id"), named_params! {":id": id}, given)
}

/// What was given for a complaint.
pub(crate) fn compensations(db: &Connection, complaint: ComplaintId) -> Result<Vec<CompensationRecord>> {
    super::rows(
        db,
        &format!("SELECT {GIVEN} FROM compensation WHERE complaint_id = :complaint ORDER BY id"),
        named_params! {":complaint": complaint},
        given,
    )
}

/// Adds what was given.
pub(crate) fn insert_compensation(db: &Connection, c: &CompensationRecord) -> Result<CompensationId> {
    super::run(
        db,
        "INSERT INTO compensation (complaint_id, kind, amount, voucher_id, points_id, day, note)
         VALUES (:complaint, :kind, :amount, :voucher, :points, :day, :note)",
        named_params! {
            ":complaint": c.complaint, ":kind": c.kind, ":amount": c.amount, ":voucher": c.voucher, ":points": c.points, ":day": c.day,
            ":note": c.note,
        },
    )?;
    Ok(CompensationId(db.last_insert_rowid()))
}

/// Takes away what was called back; the history keeps it.
pub(crate) fn delete_compensation(db: &Connection, id: CompensationId) -> Result<()> {
    super::run(db, "DELETE FROM compensation WHERE id = :id", named_params! {":id": id})?;
    Ok(())
}
