//! Small tables around a customer: `important_date`, `relation`, `popup_note`, `wish`.

use crate::calendar::{CalendarKind, RecurringDate};
use crate::clock::Day;
use crate::error::Result;
use crate::ids::{CustomerId, DateId, NoteId, RelationId, VisitId, WishId};
use crate::wire::customers::{PopupNote, Relation, RelationKind, SaveWish, Wish, WishStatus};
use rusqlite::{Connection, Row, named_params};

/// A customer's other dates.
pub(crate) fn dates(db: &Connection, customer: CustomerId) -> Result<Vec<(DateId, String, RecurringDate)>> {
    let found = super::rows(
        db,
        "SELECT id, label, calendar, year, month, day, leap FROM important_date WHERE customer_id = :customer ORDER BY id",
        named_params! {":customer": customer},
        |row| {
            let kind = if row.get::<_, String>(2)? == "lunar" { CalendarKind::Lunar } else { CalendarKind::Solar };
            let date = RecurringDate::new(kind, row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?);
            Ok((row.get(0)?, row.get(1)?, date.ok()))
        },
    )?;
    Ok(found.into_iter().filter_map(|(id, label, date)| Some((id, label, date?))).collect())
}

/// Whose date it is.
pub(crate) fn date_owner(db: &Connection, id: DateId) -> Result<Option<CustomerId>> {
    super::row(db, "SELECT customer_id FROM important_date WHERE id = :id", named_params! {":id": id}, |row| row.get(0))
}

/// Adds or changes a date.
pub(crate) fn save_date(db: &Connection, id: Option<DateId>, customer: CustomerId, label: &str, date: &RecurringDate) -> Result<DateId> {
    let calendar = if date.calendar() == CalendarKind::Lunar { "lunar" } else { "solar" };
    super::run(
        db,
        "INSERT INTO important_date (id, customer_id, label, calendar, year, month, day, leap)
         VALUES (:id, :customer, :label, :calendar, :year, :month, :day, :leap)
         ON CONFLICT (id) DO UPDATE SET label = excluded.label, calendar = excluded.calendar, year = excluded.year,
           month = excluded.month, day = excluded.day, leap = excluded.leap",
        named_params! {
            ":id": id, ":customer": customer, ":label": label, ":calendar": calendar, ":year": date.year(), ":month": date.month(),
            ":day": date.day(), ":leap": date.leap(),
        },
    )?;
    Ok(id.unwrap_or_else(|| DateId(db.last_insert_rowid())))
}

/// Takes a date away.
pub(crate) fn delete_date(db: &Connection, id: DateId) -> Result<()> {
    super::run(db, "DELETE FROM important_date WHERE id = :id", named_params! {":id": id})?;
    Ok(())
}

/// What the other is to her, seen from the other side.
pub(crate) fn other_way(kind: RelationKind) -> RelationKind {
    match kind {
        RelationKind::Parent => RelationKind::Child,
        RelationKind::Child => RelationKind::Parent,
        same => same,
    }
}

/// A customer's relations, from either side.
pub(crate) fn relations(db: &Connection, customer: CustomerId) -> Result<Vec<Relation>> {
    let found: Vec<(RelationId, CustomerId, RelationKind, Option<String>)> = super::rows(
        db,
        "SELECT id, to_id, kind, note, 0 AS reversed FROM relation WHERE from_id = :customer
         UNION ALL SELECT id, from_id, kind, note, 1 FROM relation WHERE to_id = :customer ORDER BY id",
        named_params! {":customer": customer},
        |row| {
            let kind: RelationKind = row.get(2)?;
            Ok((row.get(0)?, row.get(1)?, if row.get(4)? { other_way(kind) } else { kind }, row.get(3)?))
        },
    )?;
    let mut relations = Vec::new();
    for (id, other, kind, note) in found {
        if let Some(person) = super::customer::person(db, other)? {
            relations.push(Relation { id, kind, person, note });
        }
    }
    Ok(relations)
}

/// Both ends of a relation.
pub(crate) fn relation_ends(db: &Connection, id: RelationId) -> Result<Option<(CustomerId, CustomerId)>> {
    super::row(db, "SELECT from_id, to_id FROM relation WHERE id = :id", named_params! {":id": id}, |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Adds a relation.
pub(crate) fn insert_relation(
    db: &Connection,
    from: CustomerId,
    to: CustomerId,
    kind: RelationKind,
    note: Option<&str>,
) -> Result<RelationId> {
    super::run(
        db,
        "INSERT INTO relation (id, from_id, to_id, kind, note) VALUES (:id, :from, :to, :kind, :note)",
        named_params! {":id": super::unused_id(db, "relation")?, ":from": from, ":to": to, ":kind": kind, ":note": note},
    )?;
    Ok(RelationId(db.last_insert_rowid()))
}

/// Takes a relation away.
pub(crate) fn delete_relation(db: &Connection, id: RelationId) -> Result<()> {
    super::run(db, "DELETE FROM relation WHERE id = :id", named_params! {":id": id})?;
    Ok(())
}

/// Notes that pop up on a day.
pub(crate) fn notes(db: &Connection, customer: CustomerId, day: Day) -> Result<Vec<PopupNote>> {
    super::rows(
        db,
        "SELECT id, text, until_day FROM popup_note WHERE customer_id = :customer AND (until_day IS NULL OR until_day >= :day) ORDER BY id",
        named_params! {":customer": customer, ":day": day},
        |row| Ok(PopupNote { id: row.get(0)?, text: row.get(1)?, until: row.get(2)? }),
    )
}

/// Whose note it is.
pub(crate) fn note_owner(db: &Connection, id: NoteId) -> Result<Option<CustomerId>> {
    super::row(db, "SELECT customer_id FROM popup_note WHERE id = :id", named_params! {":id": id}, |row| row.get(0))
}

/// Adds or changes a note.
pub(crate) fn save_note(db: &Connection, id: Option<NoteId>, customer: CustomerId, text: &str, until: Option<Day>) -> Result<NoteId> {
    super::run(
        db,
        "INSERT INTO popup_note (id, customer_id, text, until_day) VALUES (:id, :customer, :text, :until)
         ON CONFLICT (id) DO UPDATE SET text = excluded.text, until_day = excluded.until_day",
        named_params! {":id": id, ":customer": customer, ":text": text, ":until": until},
    )?;
    Ok(id.unwrap_or_else(|| NoteId(db.last_insert_rowid())))
}

/// Takes a note away.
pub(crate) fn delete_note(db: &Connection, id: NoteId) -> Result<()> {
    super::run(db, "DELETE FROM popup_note WHERE id = :id", named_params! {":id": id})?;
    Ok(())
}

fn wish_from_row(row: &Row<'_>) -> rusqlite::Result<Wish> {
    Ok(Wish {
        id: row.get("id")?,
        style_no: row.get("style_no")?,
        name: row.get("name")?,
        color: row.get("color")?,
        size: row.get("size")?,
        reason: row.get("reason")?,
        noted_on: row.get("noted_on")?,
        status: row.get("status")?,
    })
}

/// What became of the wish `w`: as set by hand, and `bought` once that very style was sold to her after it was noted and she kept a
/// piece. A colour or size that was wished for has to be the one sold. Being a conclusion, it is open again by itself when the piece
/// comes back, the visit is voided, or either is undone. Which came first on a day, the history says; of lines that came in bulk it
/// does not, and those have to be of a later day.
pub(crate) const WISH_STATUS: &str = "CASE WHEN w.status = 'open' AND w.style_no IS NOT NULL AND EXISTS (
    SELECT 1 FROM visit v CROSS JOIN visit_line l ON l.visit_id = v.id
    WHERE v.customer_id = w.customer_id AND v.day >= w.noted_on AND v.voided_at IS NULL
      AND l.reverses_id IS NULL AND style_key(l.style_no) = style_key(w.style_no)
      AND coalesce((SELECT max(c.id) FROM change c WHERE c.tbl = 'visit_line' AND c.row_id = l.id AND c.before IS NULL),
                   CASE WHEN v.day > w.noted_on THEN 9223372036854775807 ELSE 0 END)
        > coalesce((SELECT max(c.id) FROM change c WHERE c.tbl = 'wish' AND c.row_id = w.id AND c.before IS NULL), 0)
      AND (w.color IS NULL OR l.color IS NULL OR l.color = w.color COLLATE NOCASE)
      AND (w.size IS NULL OR l.size IS NULL OR l.size = w.size COLLATE NOCASE)
      AND l.qty > (SELECT coalesce(-sum(r.qty), 0) FROM visit_line r CROSS JOIN visit rv ON rv.id = r.visit_id
                   WHERE r.reverses_id = l.id AND rv.voided_at IS NULL))
  THEN 'bought' ELSE w.status END";

/// A customer's wishes, open ones first.
pub(crate) fn wishes(db: &Connection, customer: CustomerId) -> Result<Vec<Wish>> {
    super::rows(
        db,
        &format!(
            "SELECT w.id, w.style_no, w.name, w.color, w.size, w.reason, w.noted_on, {WISH_STATUS} AS status FROM wish w
             WHERE w.customer_id = :customer ORDER BY 8 <> 'open', w.id DESC LIMIT 100"
        ),
        named_params! {":customer": customer},
        wish_from_row,
    )
}

/// What is set by hand about a wish, and what became of it.
pub(crate) fn wish_status(db: &Connection, id: WishId) -> Result<Option<(WishStatus, WishStatus)>> {
    super::row(db, &format!("SELECT w.status, {WISH_STATUS} FROM wish w WHERE w.id = :id"), named_params! {":id": id}, |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// Takes a wish away.
pub(crate) fn delete_wish(db: &Connection, id: WishId) -> Result<()> {
    super::run(db, "DELETE FROM wish WHERE id = :id", named_params! {":id": id})?;
    Ok(())
}

/// Gives the wishes noted at a visit to somebody else, or takes them away.
pub(crate) fn move_wishes(db: &Connection, visit: VisitId, from: CustomerId, to: Option<CustomerId>) -> Result<()> {
    match to {
        Some(to) => super::run(
            db,
            "UPDATE wish SET customer_id = :to WHERE visit_id = :visit AND customer_id = :from",
            named_params! {":visit": visit, ":from": from, ":to": to},
        )?,
        None => super::run(
            db,
            "DELETE FROM wish WHERE visit_id = :visit AND customer_id = :from",
            named_params! {":visit": visit, ":from": from},
        )?,
    };
    Ok(())
}

/// Whose wish it is.
pub(crate) fn wish_owner(db: &Connection, id: WishId) -> Result<Option<CustomerId>> {
    super::row(db, "SELECT customer_id FROM wish WHERE id = :id", named_params! {":id": id}, |row| row.get(0))
}

/// Adds or changes a wish.
pub(crate) fn save_wish(db: &Connection, wish: &SaveWish, visit: Option<VisitId>, day: Day) -> Result<WishId> {
    super::run(
        db,
        "INSERT INTO wish (id, customer_id, visit_id, style_no, name, color, size, reason, noted_on, status)
         VALUES (:id, :customer, :visit, :style_no, :name, :color, :size, :reason, :day, :status)
         ON CONFLICT (id) DO UPDATE SET style_no = excluded.style_no, name = excluded.name, color = excluded.color, size = excluded.size,
           reason = excluded.reason, status = excluded.status",
        named_params! {
            ":id": wish.id, ":customer": wish.customer, ":visit": visit, ":style_no": wish.style_no, ":name": wish.name,
            ":color": wish.color, ":size": wish.size, ":reason": wish.reason, ":day": day, ":status": wish.status,
        },
    )?;
    Ok(wish.id.unwrap_or_else(|| WishId(db.last_insert_rowid())))
}
