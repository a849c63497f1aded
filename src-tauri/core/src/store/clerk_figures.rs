//! The sums of clerks' boards, and whom they are about.

use crate::clock::Day;
use crate::error::Result;
use crate::ids::{CustomerId, StaffId, VisitId};
use crate::money::Fen;
use crate::wire::clerks::{ClerkFigure, Share};
use rusqlite::{Connection, Row, named_params};

/// Customers whose level changed on a day or later, with who looks after each.
pub(crate) fn level_changed_since(db: &Connection, from: Day) -> Result<Vec<(CustomerId, Option<StaffId>)>> {
    super::rows(
        db,
        "SELECT c.id, c.staff_id FROM customer_stats s JOIN customer c ON c.id = s.customer_id
         WHERE s.level_since >= :from AND c.merged_into_id IS NULL",
        named_params! {":from": from},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Who served a visit.
pub(crate) fn served_by(db: &Connection, visit: VisitId) -> Result<Option<StaffId>> {
    let found = super::row(db, "SELECT staff_id FROM visit WHERE id = :visit", named_params! {":visit": visit}, |row| row.get(0))?;
    Ok(found.flatten())
}

/// Contacts that a clerk began.
pub(crate) struct Contacts {
    pub staff: Option<StaffId>,
    pub contacts: i64,
    pub customers: i64,
}

/// Contacts by clerk.
pub(crate) fn contacts(db: &Connection, from: Day, to: Day) -> Result<Vec<Contacts>> {
    super::rows(
        db,
        "SELECT staff_id, count(*), count(DISTINCT customer_id) FROM contact
         WHERE day BETWEEN :from AND :to AND direction = 'out' GROUP BY +staff_id",
        named_params! {":from": from, ":to": to},
        |row| Ok(Contacts { staff: row.get(0)?, contacts: row.get(1)?, customers: row.get(2)? }),
    )
}

/// Tasks that a clerk did.
pub(crate) struct Tasks {
    pub staff: Option<StaffId>,
    pub done: i64,
    pub on_time: Share,
}

/// Tasks decided as done or answered, by clerk.
pub(crate) fn tasks(db: &Connection, from: Day, to: Day) -> Result<Vec<Tasks>> {
    super::rows(
        db,
        "SELECT staff_id, count(*), count(*) FILTER (WHERE day <= due_on), count(due_on) FROM care_decision
         WHERE day BETWEEN :from AND :to AND decision IN ('done', 'replied') GROUP BY +staff_id",
        named_params! {":from": from, ":to": to},
        |row| Ok(Tasks { staff: row.get(0)?, done: row.get(1)?, on_time: Share { part: row.get(2)?, of: row.get(3)? } }),
    )
}

/// Sales to the customers a clerk looks after.
pub(crate) struct OwnSales {
    pub staff: Option<StaffId>,
    pub total: Fen,
    pub buyers: i64,
}

/// Sales by whoever looks after the customer.
pub(crate) fn own_sales(db: &Connection, from: Day, to: Day) -> Result<Vec<OwnSales>> {
    super::rows(
        db,
        "SELECT c.staff_id, sum(v.total), count(DISTINCT iif(v.kind = 'purchase', v.customer_id, NULL))
         FROM visit v CROSS JOIN customer c ON c.id = v.customer_id
         WHERE v.day BETWEEN :from AND :to AND v.voided_at IS NULL GROUP BY +c.staff_id",
        named_params! {":from": from, ":to": to},
        |row| Ok(OwnSales { staff: row.get(0)?, total: row.get(1)?, buyers: row.get(2)? }),
    )
}

/// Visits that a clerk served.
pub(crate) struct Served {
    pub staff: Option<StaffId>,
    pub total: Fen,
    /// Marks put together, and how many.
    pub marks: Share,
}

/// Sales and marks by whoever served.
pub(crate) fn served(db: &Connection, from: Day, to: Day) -> Result<Vec<Served>> {
    super::rows(
        db,
        "SELECT staff_id, sum(total), coalesce(sum(satisfaction), 0), count(satisfaction) FROM visit
         WHERE day BETWEEN :from AND :to AND voided_at IS NULL GROUP BY +staff_id",
        named_params! {":from": from, ":to": to},
        |row| Ok(Served { staff: row.get(0)?, total: row.get(1)?, marks: Share { part: row.get(2)?, of: row.get(3)? } }),
    )
}

/// Archives that a clerk looks after.
pub(crate) struct Archives {
    pub staff: Option<StaffId>,
    pub archives: i64,
    pub opened: i64,
    pub completeness: i64,
}

/// Archives in use by clerk.
pub(crate) fn archives(db: &Connection, from: Day, to: Day) -> Result<Vec<Archives>> {
    super::rows(
        db,
        "SELECT c.staff_id, count(*), count(*) FILTER (WHERE c.joined_on BETWEEN :from AND :to), sum(s.completeness)
         FROM customer c JOIN customer_stats s ON s.customer_id = c.id
         WHERE c.status = 'active' AND c.merged_into_id IS NULL GROUP BY c.staff_id",
        named_params! {":from": from, ":to": to},
        |row| Ok(Archives { staff: row.get(0)?, archives: row.get(1)?, opened: row.get(2)?, completeness: row.get(3)? }),
    )
}

/// Somebody behind a figure.
pub(crate) struct Behind {
    pub customer: CustomerId,
    pub day: Option<Day>,
    pub amount: Option<Fen>,
    pub number: Option<i64>,
    pub words: Option<String>,
}

impl Behind {
    /// Nothing but who.
    pub fn of(customer: CustomerId) -> Behind {
        Behind { customer, day: None, amount: None, number: None, words: None }
    }
}

fn behind_row(row: &Row<'_>) -> rusqlite::Result<Behind> {
    Ok(Behind { customer: row.get(0)?, day: row.get(1)?, amount: row.get(2)?, number: row.get(3)?, words: row.get(4)? })
}

/// Whom a figure of the board is about; new VIPs are not asked here.
pub(crate) fn behind(db: &Connection, figure: ClerkFigure, staff: Option<StaffId>, from: Day, to: Day) -> Result<Vec<Behind>> {
    let sql = match figure {
        ClerkFigure::NewVips => return Ok(Vec::new()),
        ClerkFigure::Contacted => {
            "SELECT customer_id, max(day) AS last, NULL, count(*), NULL FROM contact
             WHERE day BETWEEN :from AND :to AND direction = 'out' AND staff_id IS :staff GROUP BY customer_id ORDER BY last DESC, customer_id"
        }
        ClerkFigure::LateTasks => {
            "SELECT customer_id, max(day) AS last, NULL, count(*), NULL FROM care_decision
             WHERE day BETWEEN :from AND :to AND staff_id IS :staff AND decision IN ('done', 'replied') AND day > due_on
               AND customer_id IS NOT NULL GROUP BY customer_id ORDER BY last DESC, customer_id"
        }
        ClerkFigure::Sales => {
            "SELECT v.customer_id, max(v.day), sum(v.total) AS paid, NULL, NULL FROM visit v CROSS JOIN customer c ON c.id = v.customer_id
             WHERE v.day BETWEEN :from AND :to AND v.voided_at IS NULL AND c.staff_id IS :staff
             GROUP BY v.customer_id ORDER BY paid DESC, v.customer_id"
        }
        ClerkFigure::Archives => {
            "SELECT c.id, c.joined_on, NULL, s.completeness, NULL FROM customer c JOIN customer_stats s ON s.customer_id = c.id
             WHERE c.status = 'active' AND c.merged_into_id IS NULL AND c.staff_id IS :staff AND :from <= :to
             ORDER BY s.completeness, c.id"
        }
        ClerkFigure::Wrong => {
            "SELECT i.customer_id, i.called_on, NULL, count(*), group_concat(f.label, '、') FROM spot_check k
             JOIN spot_check_item i ON i.check_id = k.id JOIN spot_check_answer a ON a.item_id = i.id JOIN profile_field f ON f.id = a.field_id
             WHERE k.day BETWEEN :from AND :to AND i.staff_id IS :staff AND a.is_right = 0 GROUP BY i.id ORDER BY i.id"
        }
        ClerkFigure::Complaints => {
            "SELECT customer_id, opened_on, NULL, NULL, what FROM complaint
             WHERE opened_on BETWEEN :from AND :to AND staff_id IS :staff ORDER BY opened_on DESC, id DESC"
        }
    };
    super::rows(db, sql, named_params! {":from": from, ":to": to, ":staff": staff}, behind_row)
}
