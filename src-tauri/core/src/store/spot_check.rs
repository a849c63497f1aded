//! Tables `spot_check`, `spot_check_item` and `spot_check_answer`.

use crate::clock::Day;
use crate::error::Result;
use crate::ids::{CustomerId, FieldId, SpotCheckId, SpotItemId, StaffId};
use crate::wire::clerks::{Share, SpotOutcome};
use rusqlite::{Connection, Row, named_params};

/// A spot check as stored.
pub(crate) struct CheckRecord {
    pub id: SpotCheckId,
    pub name: String,
    pub day: Day,
    pub seed: i64,
    pub size: i64,
    pub ended_on: Option<Day>,
}

const CHECK: &str = "id, name, day, seed, size, ended_on";

fn check_row(row: &Row<'_>) -> rusqlite::Result<CheckRecord> {
    Ok(CheckRecord {
        id: row.get("id")?,
        name: row.get("name")?,
        day: row.get("day")?,
        seed: row.get("seed")?,
        size: row.get("size")?,
        ended_on: row.get("ended_on")?,
    })
}

/// All of them, the latest first.
pub(crate) fn list(db: &Connection) -> Result<Vec<CheckRecord>> {
    super::rows(db, &format!("SELECT {CHECK} FROM spot_check ORDER BY day DESC, id DESC"), [], check_row)
}

/// One of them.
pub(crate) fn get(db: &Connection, id: SpotCheckId) -> Result<Option<CheckRecord>> {
    super::row(db, &format!("SELECT {CHECK} FROM spot_check WHERE id = :id"), named_params! {":id": id}, check_row)
}

/// Adds one.
pub(crate) fn insert(db: &Connection, name: &str, day: Day, seed: i64, size: i64) -> Result<SpotCheckId> {
    super::run(
        db,
        "INSERT INTO spot_check (name, day, seed, size) VALUES (:name, :day, :seed, :size)",
        named_params! {":name": name, ":day": day, ":seed": seed, ":size": size},
    )?;
    Ok(SpotCheckId(db.last_insert_rowid()))
}

/// Says when it was ended.
pub(crate) fn set_ended(db: &Connection, id: SpotCheckId, ended_on: Option<Day>) -> Result<usize> {
    super::run(db, "UPDATE spot_check SET ended_on = :day WHERE id = :id", named_params! {":id": id, ":day": ended_on})
}

/// Takes one away with all that was said in it.
pub(crate) fn delete(db: &Connection, id: SpotCheckId) -> Result<usize> {
    let of = named_params! {":id": id};
    super::run(db, "DELETE FROM spot_check_answer WHERE item_id IN (SELECT id FROM spot_check_item WHERE check_id = :id)", of)?;
    super::run(db, "DELETE FROM spot_check_item WHERE check_id = :id", of)?;
    super::run(db, "DELETE FROM spot_check WHERE id = :id", of)
}

/// Whose archives may be drawn: customers in use with a phone, not asked to be left alone, by who looks after them.
pub(crate) fn drawable(db: &Connection) -> Result<Vec<(StaffId, CustomerId)>> {
    super::rows(
        db,
        "SELECT c.staff_id, c.id FROM customer c JOIN staff st ON st.id = c.staff_id
         WHERE st.is_active = 1 AND c.status = 'active' AND c.merged_into_id IS NULL
           AND EXISTS (SELECT 1 FROM phone p WHERE p.customer_id = c.id)
           AND NOT EXISTS (SELECT 1 FROM contact_wish w WHERE w.customer_id = c.id AND w.wish = 'none')
         ORDER BY c.staff_id, c.id",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Puts an archive on the list.
pub(crate) fn insert_item(db: &Connection, check: SpotCheckId, customer: CustomerId, staff: StaffId) -> Result<()> {
    super::run(
        db,
        "INSERT INTO spot_check_item (check_id, customer_id, staff_id) VALUES (:check, :customer, :staff)",
        named_params! {":check": check, ":customer": customer, ":staff": staff},
    )?;
    Ok(())
}

/// An archive that was drawn.
pub(crate) struct ItemRecord {
    pub id: SpotItemId,
    pub check: SpotCheckId,
    pub customer: CustomerId,
    pub staff: Option<String>,
    pub outcome: Option<SpotOutcome>,
    pub called_on: Option<Day>,
    pub called_by: Option<String>,
    pub note: Option<String>,
}

const ITEM: &str = "SELECT i.id, i.check_id, i.customer_id, s.name AS staff, i.outcome, i.called_on, b.name AS called_by, i.note
    FROM spot_check_item i LEFT JOIN staff s ON s.id = i.staff_id LEFT JOIN staff b ON b.id = i.called_by";

fn item_row(row: &Row<'_>) -> rusqlite::Result<ItemRecord> {
    Ok(ItemRecord {
        id: row.get("id")?,
        check: row.get("check_id")?,
        customer: row.get("customer_id")?,
        staff: row.get("staff")?,
        outcome: row.get("outcome")?,
        called_on: row.get("called_on")?,
        called_by: row.get("called_by")?,
        note: row.get("note")?,
    })
}

/// The archives of a spot check in the order they were drawn.
pub(crate) fn items(db: &Connection, check: SpotCheckId) -> Result<Vec<ItemRecord>> {
    super::rows(db, &format!("{ITEM} WHERE i.check_id = :check ORDER BY i.id"), named_params! {":check": check}, item_row)
}

/// One archive.
pub(crate) fn item(db: &Connection, id: SpotItemId) -> Result<Option<ItemRecord>> {
    super::row(db, &format!("{ITEM} WHERE i.id = :id"), named_params! {":id": id}, item_row)
}

/// Writes down what a call came to.
pub(crate) fn set_call(
    db: &Connection,
    id: SpotItemId,
    outcome: Option<SpotOutcome>,
    called: Option<(Day, Option<StaffId>)>,
    note: Option<&str>,
) -> Result<()> {
    let (day, by) = called.unzip();
    super::run(
        db,
        "UPDATE spot_check_item SET outcome = :outcome, called_on = :day, called_by = :by, note = :note WHERE id = :id",
        named_params! {":id": id, ":outcome": outcome, ":day": day, ":by": by.flatten(), ":note": note},
    )?;
    Ok(())
}

/// What was said of each field.
pub(crate) fn answers(db: &Connection, item: SpotItemId) -> Result<Vec<(FieldId, bool)>> {
    super::rows(db, "SELECT field_id, is_right FROM spot_check_answer WHERE item_id = :item", named_params! {":item": item}, |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// Writes down what was said of one field, over what stood there.
pub(crate) fn put_answer(db: &Connection, item: SpotItemId, field: FieldId, is_right: bool) -> Result<()> {
    super::run(
        db,
        "INSERT INTO spot_check_answer (item_id, field_id, is_right) VALUES (:item, :field, :right)
         ON CONFLICT (item_id, field_id) DO UPDATE SET is_right = excluded.is_right WHERE is_right <> excluded.is_right",
        named_params! {":item": item, ":field": field, ":right": is_right},
    )?;
    Ok(())
}

/// Takes back what was said of one field.
pub(crate) fn delete_answer(db: &Connection, item: SpotItemId, field: FieldId) -> Result<()> {
    super::run(
        db,
        "DELETE FROM spot_check_answer WHERE item_id = :item AND field_id = :field",
        named_params! {":item": item, ":field": field},
    )?;
    Ok(())
}

/// What was found out about one clerk's archives.
pub(crate) struct ScoreRecord {
    pub staff: Option<StaffId>,
    pub name: Option<String>,
    pub drawn: i64,
    pub reached: i64,
    pub not_reached: i64,
    pub truth: Share,
}

fn scores(db: &Connection, which: &str, params: &[(&str, &dyn rusqlite::ToSql)]) -> Result<Vec<ScoreRecord>> {
    let sql = format!(
        "SELECT i.staff_id, (SELECT name FROM staff s WHERE s.id = i.staff_id), count(*), count(*) FILTER (WHERE i.outcome = 'reached'),
           count(*) FILTER (WHERE i.outcome = 'not_reached'),
           coalesce(sum((SELECT sum(a.is_right) FROM spot_check_answer a WHERE a.item_id = i.id)), 0),
           sum((SELECT count(*) FROM spot_check_answer a WHERE a.item_id = i.id))
         FROM spot_check_item i WHERE i.check_id IN ({which}) GROUP BY i.staff_id"
    );
    super::rows(db, &sql, params, |row| {
        Ok(ScoreRecord {
            staff: row.get(0)?,
            name: row.get(1)?,
            drawn: row.get(2)?,
            reached: row.get(3)?,
            not_reached: row.get(4)?,
            truth: Share { part: row.get(5)?, of: row.get(6)? },
        })
    })
}

/// By clerk, of one spot check.
pub(crate) fn scores_of(db: &Connection, check: SpotCheckId) -> Result<Vec<ScoreRecord>> {
    scores(db, ":check", &[(":check", &check)])
}

/// By clerk, of all drawn in some days.
pub(crate) fn scores_between(db: &Connection, from: Day, to: Day) -> Result<Vec<ScoreRecord>> {
    scores(db, "SELECT id FROM spot_check WHERE day BETWEEN :from AND :to", &[(":from", &from), (":to", &to)])
}
