//! Statements that only an import needs: whole visits as another system kept them, and tying them together afterwards.

use crate::calendar::{CalendarKind, RecurringDate};
use crate::clock::{Day, Millis};
use crate::error::Result;
use crate::ids::{CustomerId, LevelId, LineId, StaffId, VisitId};
use crate::money::Fen;
use crate::wire::visits::{Method, PriceReason, VisitKind};
use rusqlite::{Connection, named_params};

/// Who has a member number; whoever was merged stands for the archive she was merged into.
pub(crate) fn member(db: &Connection, member_no: &str) -> Result<Option<CustomerId>> {
    let mut found =
        super::row(db, "SELECT id, merged_into_id FROM customer WHERE member_no = :no", named_params! {":no": member_no}, |row| {
            Ok((row.get::<_, CustomerId>(0)?, row.get::<_, Option<CustomerId>>(1)?))
        })?;
    while let Some((_, Some(target))) = found {
        found = super::row(db, "SELECT id, merged_into_id FROM customer WHERE id = :id", named_params! {":id": target}, |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    }
    Ok(found.map(|(id, _)| id))
}

/// Live archives with this phone, by its folded digits, and their names; two are enough to know that it is shared.
/// Unlike the question of the counter it leaves nobody out: a parameter in that place makes SQLite plan anew each time.
pub(crate) fn phone_owners(db: &Connection, digits: &str) -> Result<Vec<(CustomerId, String)>> {
    super::rows(
        db,
        "SELECT DISTINCT c.id, c.name FROM phone p JOIN customer c ON c.id = p.customer_id
         WHERE p.digits = :digits AND c.merged_into_id IS NULL LIMIT 2",
        named_params! {":digits": digits},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Live archives with just this name; two are enough to know that it is not unique.
pub(crate) fn named(db: &Connection, name_key: &str, name: &str) -> Result<Vec<CustomerId>> {
    super::rows(
        db,
        "SELECT id FROM customer WHERE name_key = :key AND name = :name AND merged_into_id IS NULL LIMIT 2",
        named_params! {":key": name_key, ":name": name},
        |row| row.get(0),
    )
}

/// Live archives with this name and birthday.
pub(crate) fn named_and_born(db: &Connection, name_key: &str, name: &str, birthday: &RecurringDate) -> Result<Vec<CustomerId>> {
    let calendar = if birthday.calendar() == CalendarKind::Lunar { "lunar" } else { "solar" };
    super::rows(
        db,
        "SELECT id FROM customer WHERE name_key = :key AND name = :name AND merged_into_id IS NULL AND birthday_calendar = :calendar
           AND birthday_month = :month AND birthday_day = :day AND birthday_leap = :leap AND birthday_year IS :year LIMIT 2",
        named_params! {
            ":key": name_key, ":name": name, ":calendar": calendar, ":month": birthday.month(), ":day": birthday.day(),
            ":leap": birthday.leap(), ":year": birthday.year(),
        },
        |row| row.get(0),
    )
}

/// Gives an archive that came without a day of joining that of its first visit.
pub(crate) fn join_on_first_visit(db: &Connection, customer: CustomerId) -> Result<()> {
    super::run(
        db,
        "UPDATE customer SET joined_on = coalesce((SELECT min(day) FROM visit v WHERE v.customer_id = customer.id), joined_on) WHERE id = :id",
        named_params! {":id": customer},
    )?;
    Ok(())
}

/// Sets who brought a customer.
pub(crate) fn set_referrer(db: &Connection, customer: CustomerId, referrer: CustomerId) -> Result<()> {
    super::run(db, "UPDATE customer SET referrer_id = :referrer WHERE id = :id", named_params! {":id": customer, ":referrer": referrer})?;
    Ok(())
}

/// Whether a customer has a referrer.
pub(crate) fn has_referrer(db: &Connection, customer: CustomerId) -> Result<bool> {
    let sql = "SELECT referrer_id IS NOT NULL FROM customer WHERE id = :id";
    Ok(super::row(db, sql, named_params! {":id": customer}, |row| row.get(0))?.unwrap_or_default())
}

/// Whether a customer's field of the catalogue, by its key, was ever filled.
pub(crate) fn is_said(db: &Connection, customer: CustomerId, key: &str) -> Result<bool> {
    let found = super::row(
        db,
        "SELECT 1 FROM profile_field f CROSS JOIN profile_value v ON v.customer_id = :customer AND v.field_id = f.id
         WHERE f.key = :key LIMIT 1",
        named_params! {":customer": customer, ":key": key},
        |_| Ok(()),
    )?;
    Ok(found.is_some())
}

/// The level that was decided last for a customer, if any was.
pub(crate) fn decided_level(db: &Connection, customer: CustomerId) -> Result<Option<LevelId>> {
    let sql = "SELECT level_id FROM level_decision WHERE customer_id = :customer ORDER BY day DESC, at DESC, id DESC LIMIT 1";
    super::row(db, sql, named_params! {":customer": customer}, |row| row.get(0))
}

/// The level that a customer has, as it was reckoned last.
pub(crate) fn standing_level(db: &Connection, customer: CustomerId) -> Result<Option<LevelId>> {
    super::row(db, "SELECT level_id FROM customer_stats WHERE customer_id = :customer", named_params! {":customer": customer}, |row| {
        row.get(0)
    })
}

/// A visit about to be added.
pub(crate) struct NewVisitRow<'a> {
    pub visit_no: &'a str,
    pub customer: Option<CustomerId>,
    pub at: Millis,
    pub day: Day,
    pub kind: VisitKind,
    pub staff: Option<StaffId>,
    pub pieces: i64,
    pub total: Fen,
    pub ref_visit: Option<VisitId>,
    pub note: Option<&'a str>,
    pub ticket_no: Option<&'a str>,
    pub is_day_total: bool,
    pub satisfaction: Option<i64>,
    pub motive: Option<&'a str>,
    pub companions: Option<&'a str>,
    pub feedback: Option<&'a str>,
}

/// Adds a visit; until it has lines its list price is what was paid.
pub(crate) fn insert_visit(db: &Connection, new: &NewVisitRow<'_>) -> Result<VisitId> {
    super::run(
        db,
        "INSERT INTO visit (visit_no, customer_id, at, day, kind, staff_id, pieces, list_total, total, ref_visit_id, note,
           ticket_no, is_day_total, satisfaction, motive, companions, feedback)
         VALUES (:no, :customer, :at, :day, :kind, :staff, :pieces, :total, :total, :ref, :note, :ticket, :day_total, :satisfaction,
           :motive, :companions, :feedback)",
        named_params! {
            ":no": new.visit_no, ":customer": new.customer, ":at": new.at, ":day": new.day, ":kind": new.kind, ":staff": new.staff,
            ":pieces": new.pieces, ":total": new.total, ":ref": new.ref_visit, ":note": new.note,
            ":ticket": new.ticket_no, ":day_total": new.is_day_total, ":satisfaction": new.satisfaction, ":motive": new.motive,
            ":companions": new.companions, ":feedback": new.feedback,
        },
    )?;
    Ok(VisitId(db.last_insert_rowid()))
}

/// What tells one visit from another of the same number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct VisitFound {
    pub id: VisitId,
    pub day: Day,
    pub total: Fen,
    pub customer: Option<CustomerId>,
}

/// A visit by its number.
pub(crate) fn visit(db: &Connection, visit_no: &str) -> Result<Option<VisitFound>> {
    super::row(db, "SELECT id, day, total, customer_id FROM visit WHERE visit_no = :no", named_params! {":no": visit_no}, |row| {
        Ok(VisitFound { id: row.get(0)?, day: row.get(1)?, total: row.get(2)?, customer: row.get(3)? })
    })
}

/// Adds a way of paying to a visit.
pub(crate) fn insert_payment(db: &Connection, visit: VisitId, method: Method, amount: Fen) -> Result<()> {
    super::run(
        db,
        "INSERT INTO payment (visit_id, method, amount) VALUES (:visit, :method, :amount)",
        named_params! {":visit": visit, ":method": method, ":amount": amount},
    )?;
    Ok(())
}

/// A line about to be added.
pub(crate) struct NewLineRow<'a> {
    pub visit: VisitId,
    pub line_no: i64,
    pub style_no: Option<&'a str>,
    pub name: Option<&'a str>,
    pub category: Option<&'a str>,
    pub color: Option<&'a str>,
    pub size: Option<&'a str>,
    pub qty: i64,
    pub list_price: Option<Fen>,
    pub price: Fen,
    pub amount: Fen,
    pub reason: Option<PriceReason>,
    pub reason_note: Option<&'a str>,
}

/// A line of a visit by its number.
pub(crate) fn line(db: &Connection, visit: VisitId, line_no: i64) -> Result<Option<LineId>> {
    let sql = "SELECT id FROM visit_line WHERE visit_id = :visit AND line_no = :no";
    super::row(db, sql, named_params! {":visit": visit, ":no": line_no}, |row| row.get(0))
}

/// What a line of a visit says, by which it is known again where lines have no numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LineSays {
    pub style_no: Option<String>,
    pub name: Option<String>,
    pub category: Option<String>,
    pub color: Option<String>,
    pub size: Option<String>,
    pub qty: i64,
    pub list_price: Option<Fen>,
    pub price: Fen,
    pub amount: Fen,
}

/// The lines of a visit, each with its id and its number.
pub(crate) fn lines(db: &Connection, visit: VisitId) -> Result<Vec<(LineId, i64, LineSays)>> {
    super::rows(
        db,
        "SELECT id, line_no, style_no, name, category, color, size, qty, list_price, price, amount FROM visit_line
         WHERE visit_id = :visit ORDER BY line_no",
        named_params! {":visit": visit},
        |row| {
            let says = LineSays {
                style_no: row.get(2)?,
                name: row.get(3)?,
                category: row.get(4)?,
                color: row.get(5)?,
                size: row.get(6)?,
                qty: row.get(7)?,
                list_price: row.get(8)?,
                price: row.get(9)?,
                amount: row.get(10)?,
            };
            Ok((row.get(0)?, row.get(1)?, says))
        },
    )
}

/// Adds a line; false if the visit has one of this number.
pub(crate) fn insert_line(db: &Connection, new: &NewLineRow<'_>) -> Result<bool> {
    let added = super::run(
        db,
        "INSERT INTO visit_line (visit_id, line_no, style_no, name, category, color, size, qty, list_price, price, amount, reason,
           reason_note)
         VALUES (:visit, :no, :style, :name, :category, :color, :size, :qty, :list, :price, :amount, :reason, :reason_note)
         ON CONFLICT (visit_id, line_no) DO NOTHING",
        named_params! {
            ":visit": new.visit, ":no": new.line_no, ":style": new.style_no, ":name": new.name, ":category": new.category,
            ":color": new.color, ":size": new.size, ":qty": new.qty, ":list": new.list_price, ":price": new.price,
            ":amount": new.amount, ":reason": new.reason, ":reason_note": new.reason_note,
        },
    )?;
    Ok(added == 1)
}

/// The number the next line of a visit would get.
pub(crate) fn next_line_no(db: &Connection, visit: VisitId) -> Result<i64> {
    let last = super::row(db, "SELECT max(line_no) FROM visit_line WHERE visit_id = :visit", named_params! {":visit": visit}, |row| {
        row.get::<_, Option<i64>>(0)
    })?;
    Ok(last.flatten().unwrap_or(0) + 1)
}

/// A visit beside the sums of its lines.
#[derive(Debug, Clone, Copy)]
pub(crate) struct VisitSums {
    pub id: VisitId,
    pub pieces: i64,
    pub list_total: Fen,
    pub total: Fen,
    pub line_pieces: i64,
    pub line_list: Fen,
    pub line_total: Fen,
}

/// Visits of a range of ids that have lines, with the sums of those.
pub(crate) fn sums(db: &Connection, first: VisitId, last: VisitId) -> Result<Vec<VisitSums>> {
    super::rows(
        db,
        "SELECT v.id, v.pieces, v.list_total, v.total, sum(l.qty),
                sum(CASE WHEN l.list_price IS NULL THEN l.amount ELSE l.qty * l.list_price END), sum(l.amount)
         FROM visit v JOIN visit_line l ON l.visit_id = v.id WHERE v.id BETWEEN :first AND :last GROUP BY v.id",
        named_params! {":first": first, ":last": last},
        |row| {
            Ok(VisitSums {
                id: row.get(0)?,
                pieces: row.get(1)?,
                list_total: row.get(2)?,
                total: row.get(3)?,
                line_pieces: row.get(4)?,
                line_list: row.get(5)?,
                line_total: row.get(6)?,
            })
        },
    )
}

/// Sets the list price of a visit's lines. Apart from [`set_sums`], because it stands in no index and nearly always changes.
pub(crate) fn set_list_total(db: &Connection, visit: VisitId, list_total: Fen) -> Result<()> {
    super::run(db, "UPDATE visit SET list_total = :list WHERE id = :id", named_params! {":id": visit, ":list": list_total})?;
    Ok(())
}

/// Sets pieces and total of a visit.
pub(crate) fn set_sums(db: &Connection, visit: VisitId, pieces: i64, total: Fen) -> Result<()> {
    super::run(
        db,
        "UPDATE visit SET pieces = :pieces, total = :total WHERE id = :id",
        named_params! {":id": visit, ":pieces": pieces, ":total": total},
    )?;
    Ok(())
}

/// Names the sale that a visit brings back from.
pub(crate) fn set_ref_visit(db: &Connection, visit: VisitId, sale: VisitId) -> Result<()> {
    super::run(db, "UPDATE visit SET ref_visit_id = :sale WHERE id = :id", named_params! {":id": visit, ":sale": sale})?;
    Ok(())
}

/// The sale that a visit names.
pub(crate) fn ref_visit(db: &Connection, visit: VisitId) -> Result<Option<VisitId>> {
    let found = super::row(db, "SELECT ref_visit_id FROM visit WHERE id = :id", named_params! {":id": visit}, |row| row.get(0))?;
    Ok(found.flatten())
}

/// What a visit came to.
pub(crate) fn visit_total(db: &Connection, visit: VisitId) -> Result<Fen> {
    Ok(super::row(db, "SELECT total FROM visit WHERE id = :id", named_params! {":id": visit}, |row| row.get(0))?.unwrap_or_default())
}

/// Whether a visit can be the sale that another brings back from: the same customer, not later, not voided.
pub(crate) fn is_earlier_sale(db: &Connection, sale: VisitId, visit: VisitId) -> Result<bool> {
    let found = super::row(
        db,
        "SELECT 1 FROM visit s JOIN visit v ON v.id = :visit
         WHERE s.id = :sale AND s.customer_id IS v.customer_id AND s.at <= v.at AND s.id <> v.id AND s.voided_at IS NULL",
        named_params! {":sale": sale, ":visit": visit},
        |_| Ok(()),
    )?;
    Ok(found.is_some())
}

/// The lines of a visit that bring something back and are not tied yet.
pub(crate) fn loose_returns(db: &Connection, visit: VisitId) -> Result<Vec<LineId>> {
    super::rows(
        db,
        "SELECT id FROM visit_line WHERE visit_id = :visit AND qty < 0 AND reverses_id IS NULL ORDER BY line_no",
        named_params! {":visit": visit},
        |row| row.get(0),
    )
}

/// Lines of a sale that are the same goods at the same price as a line brought back, with enough pieces left; two at most.
pub(crate) fn bought_lines(db: &Connection, sale: VisitId, back: LineId) -> Result<Vec<LineId>> {
    super::rows(
        db,
        "SELECT b.id FROM visit_line r JOIN visit_line b ON b.visit_id = :sale
         WHERE r.id = :back AND b.qty > 0 AND b.style_no IS r.style_no AND b.color IS r.color AND b.size IS r.size AND b.price = r.price
           AND (b.style_no IS NOT NULL OR b.name IS r.name)
           AND b.qty + coalesce((SELECT sum(x.qty) FROM visit_line x JOIN visit v ON v.id = x.visit_id
                                 WHERE x.reverses_id = b.id AND v.voided_at IS NULL), 0) >= -r.qty
         LIMIT 2",
        named_params! {":sale": sale, ":back": back},
        |row| row.get(0),
    )
}

/// Ties a line brought back to the line it was bought on.
pub(crate) fn tie(db: &Connection, back: LineId, bought: LineId) -> Result<()> {
    super::run(db, "UPDATE visit_line SET reverses_id = :bought WHERE id = :back", named_params! {":back": back, ":bought": bought})?;
    Ok(())
}

/// The sum of the visits above an id, and of those that belong to a customer.
pub(crate) fn totals_above(db: &Connection, above: i64) -> Result<(Fen, Fen)> {
    let found = super::row(
        db,
        "SELECT coalesce(sum(total), 0), coalesce(sum(total) FILTER (WHERE customer_id IS NOT NULL), 0) FROM visit WHERE id > :above",
        named_params! {":above": above},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(found.unwrap_or_default())
}
