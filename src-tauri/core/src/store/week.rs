//! The visits of a span of days as the accountant gets them.

use crate::clock::{Day, Millis};
use crate::error::Result;
use crate::ids::{CustomerId, StaffId, VisitId};
use crate::money::Fen;
use crate::points::PointsKind;
use crate::wire::visits::{Method, PriceReason, VisitKind};
use rusqlite::{Connection, Row, named_params};

/// A visit.
#[derive(Debug, Clone)]
pub(crate) struct WeekVisit {
    pub id: VisitId,
    pub visit_no: String,
    pub at: Millis,
    pub day: Day,
    pub kind: VisitKind,
    /// Id, member number and name.
    pub customer: Option<(CustomerId, String, String)>,
    pub is_day_total: bool,
    pub staff: Option<StaffId>,
    pub ticket_no: Option<String>,
    pub pieces: i64,
    pub list_total: Fen,
    pub total: Fen,
    pub ref_visit_no: Option<String>,
}

/// What is written beside a visit; it may name people, so only the owner's own tables hold it.
#[derive(Debug, Clone)]
pub(crate) struct Remarks {
    pub satisfaction: Option<i64>,
    pub motive: Option<String>,
    pub companions: Option<String>,
    pub feedback: Option<String>,
    pub note: Option<String>,
}

/// A line of it.
#[derive(Debug, Clone)]
pub(crate) struct WeekLine {
    pub visit: VisitId,
    pub line_no: i64,
    pub style_no: Option<String>,
    pub name: Option<String>,
    pub category: Option<String>,
    pub color: Option<String>,
    pub size: Option<String>,
    pub qty: i64,
    pub list_price: Option<Fen>,
    pub price: Fen,
    pub amount: Fen,
    pub reason: Option<PriceReason>,
    /// In words; only in the owner's own tables.
    pub reason_note: Option<String>,
    /// Number of the visit and line it brings back.
    pub reverses: Option<(String, i64)>,
}

/// A payment of it.
#[derive(Debug, Clone)]
pub(crate) struct WeekPayment {
    pub visit: VisitId,
    pub method: Method,
    pub amount: Fen,
}

/// Which visits.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Which {
    /// Those of a span of days, both included.
    Days(Day, Day),
    /// A single one.
    One(VisitId),
}

// One text for a week and for a single visit, so that what is delivered and what is compared can never differ.
const VISITS: &str = "SELECT v.id, v.visit_no, v.at, v.day, v.kind, c.id, c.member_no, c.name, v.is_day_total, v.staff_id, v.ticket_no,
      v.pieces, v.list_total, v.total, r.visit_no
    FROM visit v LEFT JOIN customer c ON c.id = v.customer_id LEFT JOIN visit r ON r.id = v.ref_visit_id";
const LINES: &str = "SELECT l.visit_id, l.line_no, l.style_no, l.name, l.category, l.color, l.size, l.qty, l.list_price, l.price, l.amount,
      l.reason, b.line_no, bv.visit_no, l.reason_note
    FROM visit v CROSS JOIN visit_line l ON l.visit_id = v.id
    LEFT JOIN visit_line b ON b.id = l.reverses_id LEFT JOIN visit bv ON bv.id = b.visit_id";
const PAYMENTS: &str = "SELECT p.visit_id, p.method, p.amount FROM visit v CROSS JOIN payment p ON p.visit_id = v.id";

const BY_DAYS: &str = "WHERE v.day BETWEEN :from AND :to AND v.voided_at IS NULL ORDER BY v.day, v.at, v.id";
const BY_ID: &str = "WHERE v.id = :id AND v.voided_at IS NULL ORDER BY v.id";

/// The live visits, by day, instant and id.
pub(crate) fn visits(db: &Connection, which: Which) -> Result<Vec<WeekVisit>> {
    // They come by day, so a day is read once and not for each of its thousands of visits.
    let mut last: Option<(String, Day)> = None;
    read(db, VISITS, "", which, |row| {
        let customer: Option<CustomerId> = row.get(5)?;
        let text = row.get_ref(3)?.as_str()?;
        let day = match &last {
            Some((same, day)) if same == text => *day,
            _ => row.get(3)?,
        };
        if last.as_ref().is_none_or(|(_, known)| *known != day) {
            last = Some((text.to_owned(), day));
        }
        Ok(WeekVisit {
            id: row.get(0)?,
            visit_no: row.get(1)?,
            at: row.get(2)?,
            day,
            kind: row.get(4)?,
            customer: customer.map(|id| Ok::<_, rusqlite::Error>((id, row.get(6)?, row.get(7)?))).transpose()?,
            is_day_total: row.get(8)?,
            staff: row.get(9)?,
            ticket_no: row.get(10)?,
            pieces: row.get(11)?,
            list_total: row.get(12)?,
            total: row.get(13)?,
            ref_visit_no: row.get(14)?,
        })
    })
}

/// Their lines, in the order of the visits and then of their numbers.
pub(crate) fn lines(db: &Connection, which: Which) -> Result<Vec<WeekLine>> {
    read(db, LINES, ", l.line_no", which, |row| {
        let reversed: Option<i64> = row.get(12)?;
        Ok(WeekLine {
            visit: row.get(0)?,
            line_no: row.get(1)?,
            style_no: row.get(2)?,
            name: row.get(3)?,
            category: row.get(4)?,
            color: row.get(5)?,
            size: row.get(6)?,
            qty: row.get(7)?,
            list_price: row.get(8)?,
            price: row.get(9)?,
            amount: row.get(10)?,
            reason: row.get(11)?,
            reason_note: row.get(14)?,
            reverses: reversed.map(|line_no| Ok::<_, rusqlite::Error>((row.get(13)?, line_no))).transpose()?,
        })
    })
}

/// Their payments, in the order of the visits and then as they were entered.
pub(crate) fn payments(db: &Connection, which: Which) -> Result<Vec<WeekPayment>> {
    read(db, PAYMENTS, ", p.id", which, |row| Ok(WeekPayment { visit: row.get(0)?, method: row.get(1)?, amount: row.get(2)? }))
}

fn read<T>(
    db: &Connection,
    select: &str,
    then_by: &str,
    which: Which,
    from_row: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>> {
    match which {
        Which::Days(from, to) => {
            super::rows(db, &format!("{select} {BY_DAYS}{then_by}"), named_params! {":from": from, ":to": to}, from_row)
        }
        Which::One(id) => super::rows(db, &format!("{select} {BY_ID}{then_by}"), named_params! {":id": id}, from_row),
    }
}

/// What is written beside a visit.
pub(crate) fn remarks(db: &Connection, visit: VisitId) -> Result<Option<Remarks>> {
    super::row(
        db,
        "SELECT satisfaction, motive, companions, feedback, note FROM visit WHERE id = :visit",
        named_params! {":visit": visit},
        |row| {
            Ok(Remarks {
                satisfaction: row.get(0)?,
                motive: row.get(1)?,
                companions: row.get(2)?,
                feedback: row.get(3)?,
                note: row.get(4)?,
            })
        },
    )
}

/// The number of a visit.
pub(crate) fn visit_no(db: &Connection, visit: VisitId) -> Result<Option<String>> {
    super::row(db, "SELECT visit_no FROM visit WHERE id = :visit", named_params! {":visit": visit}, |row| row.get(0))
}

/// How many live visits a span of days has, and their sum.
pub(crate) fn count(db: &Connection, from: Day, to: Day) -> Result<(i64, Fen)> {
    let found = super::row(
        db,
        "SELECT count(*), coalesce(sum(total), 0) FROM visit WHERE day BETWEEN :from AND :to AND voided_at IS NULL",
        named_params! {":from": from, ":to": to},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(found.unwrap_or_default())
}

/// The day of the first visit.
pub(crate) fn first_day(db: &Connection) -> Result<Option<Day>> {
    Ok(super::row(db, "SELECT min(day) FROM visit", [], |row| row.get(0))?.flatten())
}

/// Instants at which vouchers were issued, from the first to before the second.
pub(crate) fn vouchers_issued(db: &Connection, from: Millis, before: Millis) -> Result<Vec<Millis>> {
    super::rows(
        db,
        "SELECT issued_at FROM voucher WHERE issued_at >= :from AND issued_at < :before ORDER BY issued_at",
        named_params! {":from": from, ":before": before},
        |row| row.get(0),
    )
}

/// Vouchers used on live visits of a span of days: the day, and what each was worth.
pub(crate) fn vouchers_used(db: &Connection, from: Day, to: Day) -> Result<Vec<(Day, Fen)>> {
    super::rows(
        db,
        "SELECT v.day, coalesce(w.used_off, 0) FROM visit v CROSS JOIN voucher w ON w.used_visit_id = v.id
         WHERE v.day BETWEEN :from AND :to AND v.voided_at IS NULL ORDER BY v.day, v.at, v.id, w.id",
        named_params! {":from": from, ":to": to},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Vouchers that could still be used after the last moment of a day: how many, and what those of a fixed amount are worth.
pub(crate) fn vouchers_outstanding(db: &Connection, sunday: Day, before: Millis) -> Result<(i64, Fen)> {
    let found = super::row(
        db,
        "SELECT count(*), coalesce(sum(w.amount_off), 0) FROM voucher w LEFT JOIN visit v ON v.id = w.used_visit_id AND v.voided_at IS NULL
         WHERE w.valid_to > :sunday AND w.issued_at < :before AND (w.cancelled_at IS NULL OR w.cancelled_at >= :before)
           AND (v.id IS NULL OR v.day > :sunday)",
        named_params! {":sunday": sunday, ":before": before},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(found.unwrap_or_default())
}

/// Points entered from a day on, added up by day, kind and whether they give or take.
pub(crate) fn points_by_day(db: &Connection, from: Day) -> Result<Vec<(Day, PointsKind, bool, i64)>> {
    super::rows(
        db,
        "SELECT day, kind, points > 0, sum(points) FROM points_entry WHERE day >= :from GROUP BY day, kind, points > 0 ORDER BY day, kind",
        named_params! {":from": from},
        |row| Ok((row.get(0)?, super::points::kind_of(&row.get::<_, String>(1)?), row.get(2)?, row.get(3)?)),
    )
}

/// Customers of whom points may have ended on a day from `monday` to `today`, or come back by a reversal after their end.
pub(crate) fn points_ending(db: &Connection, monday: Day, today: Day) -> Result<Vec<CustomerId>> {
    super::rows(
        db,
        "SELECT customer_id FROM points_entry WHERE expires_on >= :eve AND expires_on < :today
         UNION SELECT customer_id FROM points_entry WHERE day >= :monday AND (kind = 'reverse' OR expires_on < day)",
        named_params! {":eve": monday.pred_opt(), ":monday": monday, ":today": today},
        |row| row.get(0),
    )
}

/// The points of all customers today.
pub(crate) fn points_balance(db: &Connection) -> Result<i64> {
    Ok(super::row(db, "SELECT coalesce(sum(points), 0) FROM customer_stats", [], |row| row.get(0))?.unwrap_or(0))
}
