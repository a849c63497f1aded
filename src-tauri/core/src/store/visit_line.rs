//! Table `visit_line`.

use crate::clock::Day;
use crate::error::Result;
use crate::ids::{CustomerId, LineId, VisitId};
use crate::money::Fen;
use crate::wire::visits::PriceReason;
use rusqlite::{Connection, Row, named_params};

/// What a piece is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Goods {
    pub style_no: Option<String>,
    pub name: Option<String>,
    pub category: Option<String>,
    pub color: Option<String>,
    pub size: Option<String>,
}

/// A line as stored; a new one has id 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LineRecord {
    pub id: LineId,
    pub visit: VisitId,
    pub line_no: i64,
    pub goods: Goods,
    pub qty: i64,
    pub list_price: Option<Fen>,
    pub price: Fen,
    pub amount: Fen,
    pub reason: Option<PriceReason>,
    pub reason_note: Option<String>,
    pub reverses: Option<LineId>,
}

impl LineRecord {
    /// Whether something was bought on it, rather than brought back.
    pub fn is_sale(&self) -> bool {
        self.qty > 0 && self.reverses.is_none()
    }
}

const COLUMNS: &str =
    "id, visit_id, line_no, style_no, name, category, color, size, qty, list_price, price, amount, reason, reason_note, reverses_id";

fn from_row(row: &Row<'_>) -> rusqlite::Result<LineRecord> {
    Ok(LineRecord {
        id: row.get(0)?,
        visit: row.get(1)?,
        line_no: row.get(2)?,
        goods: Goods { style_no: row.get(3)?, name: row.get(4)?, category: row.get(5)?, color: row.get(6)?, size: row.get(7)? },
        qty: row.get(8)?,
        list_price: row.get(9)?,
        price: row.get(10)?,
        amount: row.get(11)?,
        reason: row.get(12)?,
        reason_note: row.get(13)?,
        reverses: row.get(14)?,
    })
}

/// One line.
pub(crate) fn get(db: &Connection, id: LineId) -> Result<Option<LineRecord>> {
    super::row(db, &format!("SELECT {COLUMNS} FROM visit_line WHERE id = :id"), named_params! {":id": id}, from_row)
}

/// The lines of a visit in their order.
pub(crate) fn of_visit(db: &Connection, visit: VisitId) -> Result<Vec<LineRecord>> {
    super::rows(
        db,
        &format!("SELECT {COLUMNS} FROM visit_line WHERE visit_id = :visit ORDER BY line_no"),
        named_params! {":visit": visit},
        from_row,
    )
}

/// Adds a line.
pub(crate) fn insert(db: &Connection, l: &LineRecord) -> Result<LineId> {
    super::run(
        db,
        "INSERT INTO visit_line (visit_id, line_no, style_no, name, category, color, size, qty, list_price, price, amount, reason,
           reason_note, reverses_id)
         VALUES (:visit, :line_no, :style_no, :name, :category, :color, :size, :qty, :list_price, :price, :amount, :reason, :note, :reverses)",
        named_params! {
            ":visit": l.visit, ":line_no": l.line_no, ":style_no": l.goods.style_no, ":name": l.goods.name,
            ":category": l.goods.category, ":color": l.goods.color, ":size": l.goods.size, ":qty": l.qty, ":list_price": l.list_price,
            ":price": l.price, ":amount": l.amount, ":reason": l.reason, ":note": l.reason_note, ":reverses": l.reverses,
        },
    )?;
    Ok(LineId(db.last_insert_rowid()))
}

/// Changes a line.
pub(crate) fn update(db: &Connection, l: &LineRecord) -> Result<()> {
    super::run(
        db,
        "UPDATE visit_line SET line_no = :line_no, style_no = :style_no, name = :name, category = :category, color = :color, size = :size,
           qty = :qty, list_price = :list_price, price = :price, amount = :amount, reason = :reason, reason_note = :note
         WHERE id = :id",
        named_params! {
            ":id": l.id, ":line_no": l.line_no, ":style_no": l.goods.style_no, ":name": l.goods.name, ":category": l.goods.category,
            ":color": l.goods.color, ":size": l.goods.size, ":qty": l.qty, ":list_price": l.list_price, ":price": l.price,
            ":amount": l.amount, ":reason": l.reason, ":note": l.reason_note,
        },
    )?;
    Ok(())
}

/// Gives a line another number in its visit.
pub(crate) fn set_number(db: &Connection, id: LineId, line_no: i64) -> Result<()> {
    super::run(db, "UPDATE visit_line SET line_no = :no WHERE id = :id", named_params! {":id": id, ":no": line_no})?;
    Ok(())
}

/// Takes a line away.
pub(crate) fn delete(db: &Connection, id: LineId) -> Result<()> {
    super::run(db, "DELETE FROM visit_line WHERE id = :id", named_params! {":id": id})?;
    Ok(())
}

/// What was brought back of a line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Returned {
    /// Pieces.
    pub pieces: i64,
    /// Money given back for them.
    pub amount: Fen,
    /// The first day on which any came back.
    pub first: Option<Day>,
}

/// What was brought back of a line by live visits other than one.
pub(crate) fn returned(db: &Connection, line: LineId, except: Option<VisitId>) -> Result<Returned> {
    Ok(super::row(
        db,
        "SELECT coalesce(-sum(r.qty), 0), coalesce(-sum(r.amount), 0), min(v.day) FROM visit_line r JOIN visit v ON v.id = r.visit_id
         WHERE r.reverses_id = :line AND v.voided_at IS NULL AND v.id IS NOT :except",
        named_params! {":line": line, ":except": except},
        |row| Ok(Returned { pieces: row.get(0)?, amount: row.get(1)?, first: row.get(2)? }),
    )?
    .unwrap_or_default())
}

/// Whether any line, of a voided visit too, says that it brings this one back.
pub(crate) fn is_referred_to(db: &Connection, line: LineId) -> Result<bool> {
    Ok(super::row(db, "SELECT 1 FROM visit_line WHERE reverses_id = :line LIMIT 1", named_params! {":line": line}, |_| Ok(()))?.is_some())
}

/// Visits at which a customer bought at the birthday price and kept it, by their days.
pub(crate) fn birthday_visits(db: &Connection, customer: CustomerId) -> Result<Vec<(VisitId, Day)>> {
    super::rows(
        db,
        "SELECT DISTINCT v.id, v.day FROM visit v CROSS JOIN visit_line l ON l.visit_id = v.id
         WHERE v.customer_id = :customer AND v.voided_at IS NULL AND l.reason = 'birthday' AND l.qty > 0
           AND l.qty > (SELECT coalesce(-sum(r.qty), 0) FROM visit_line r JOIN visit rv ON rv.id = r.visit_id AND rv.voided_at IS NULL
                        WHERE r.reverses_id = l.id)
         ORDER BY v.day, v.at, v.id",
        named_params! {":customer": customer},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Days on which a customer bought at the birthday price and kept it, one visit left out.
pub(crate) fn birthday_days(db: &Connection, customer: CustomerId, except: Option<VisitId>, from: Day, to: Day) -> Result<Vec<Day>> {
    super::rows(
        db,
        "SELECT DISTINCT v.day FROM visit v JOIN visit_line l ON l.visit_id = v.id
         WHERE v.customer_id = :customer AND v.day BETWEEN :from AND :to AND v.voided_at IS NULL AND v.id IS NOT :except
           AND l.reason = 'birthday' AND l.qty > 0
           AND l.qty > (SELECT coalesce(-sum(r.qty), 0) FROM visit_line r JOIN visit rv ON rv.id = r.visit_id AND rv.voided_at IS NULL
                        WHERE r.reverses_id = l.id)",
        named_params! {":customer": customer, ":except": except, ":from": from, ":to": to},
        |row| row.get(0),
    )
}
