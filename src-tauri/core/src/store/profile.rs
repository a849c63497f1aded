//! Tables `profile_field` and `profile_value`.

use crate::clock::Day;
use crate::error::Result;
use crate::ids::{CustomerId, FieldId, StaffId, ValueId, VisitId};
use crate::wire::profile::{ProfileField, ProfileValue};
use rusqlite::{Connection, Row, named_params};

const COLUMNS: &str = "id, key, label, part, kind, options, weight, is_on, is_sensitive, is_builtin, question, asking";

fn from_row(row: &Row<'_>) -> rusqlite::Result<ProfileField> {
    let options: String = row.get("options")?;
    let asking: String = row.get("asking")?;
    Ok(ProfileField {
        id: row.get("id")?,
        key: row.get("key")?,
        label: row.get("label")?,
        part: row.get("part")?,
        kind: row.get("kind")?,
        options: serde_json::from_str(&options).unwrap_or_default(),
        weight: row.get("weight")?,
        is_on: row.get("is_on")?,
        is_sensitive: row.get("is_sensitive")?,
        is_builtin: row.get("is_builtin")?,
        question: row.get("question")?,
        asking: serde_json::from_str(&asking).unwrap_or_default(),
    })
}

/// The catalogue in its order.
pub(crate) fn fields(db: &Connection) -> Result<Vec<ProfileField>> {
    super::rows(db, &format!("SELECT {COLUMNS} FROM profile_field ORDER BY position, id"), [], from_row)
}

/// One field.
pub(crate) fn field(db: &Connection, id: FieldId) -> Result<Option<ProfileField>> {
    super::row(db, &format!("SELECT {COLUMNS} FROM profile_field WHERE id = :id"), named_params! {":id": id}, from_row)
}

/// A field by its key.
pub(crate) fn field_by_key(db: &Connection, key: &str) -> Result<Option<ProfileField>> {
    super::row(db, &format!("SELECT {COLUMNS} FROM profile_field WHERE key = :key"), named_params! {":key": key}, from_row)
}

/// Adds a field at the end.
pub(crate) fn insert_field(db: &Connection, field: &ProfileField) -> Result<FieldId> {
    super::run(
        db,
        "INSERT INTO profile_field (key, label, part, kind, options, weight, is_on, is_sensitive, is_builtin, question, asking, position)
         VALUES (:key, :label, :part, :kind, :options, :weight, :on, :sensitive, :builtin, :question, :asking,
                 (SELECT coalesce(max(position), -1) + 1 FROM profile_field))",
        named_params! {
            ":key": field.key, ":label": field.label, ":part": field.part, ":kind": field.kind,
            ":options": serde_json::to_string(&field.options)?, ":weight": field.weight, ":on": field.is_on,
            ":sensitive": field.is_sensitive, ":builtin": field.is_builtin, ":question": field.question,
            ":asking": serde_json::to_string(&field.asking)?,
        },
    )?;
    Ok(FieldId(db.last_insert_rowid()))
}

/// Changes a field.
pub(crate) fn update_field(db: &Connection, field: &ProfileField) -> Result<()> {
    super::run(
        db,
        "UPDATE profile_field SET label = :label, part = :part, kind = :kind, options = :options, weight = :weight, is_on = :on,
           is_sensitive = :sensitive, question = :question WHERE id = :id",
        named_params! {
            ":id": field.id, ":label": field.label, ":part": field.part, ":kind": field.kind,
            ":options": serde_json::to_string(&field.options)?, ":weight": field.weight, ":on": field.is_on,
            ":sensitive": field.is_sensitive, ":question": field.question,
        },
    )?;
    Ok(())
}

/// Gives a field its place.
pub(crate) fn set_position(db: &Connection, id: FieldId, position: i64) -> Result<()> {
    super::run(
        db,
        "UPDATE profile_field SET position = :position WHERE id = :id AND position <> :position",
        named_params! {":id": id, ":position": position},
    )?;
    Ok(())
}

/// How many values a field holds or ever held.
pub(crate) fn count_values(db: &Connection, id: FieldId) -> Result<i64> {
    Ok(super::row(db, "SELECT count(*) FROM profile_value WHERE field_id = :id", named_params! {":id": id}, |row| row.get(0))?.unwrap_or(0))
}

fn value_from_row(row: &Row<'_>) -> rusqlite::Result<(FieldId, ProfileValue)> {
    let value = ProfileValue {
        id: row.get("id")?,
        value: row.get("value")?,
        learned_on: row.get("learned_on")?,
        staff: row.get("staff")?,
        visit: row.get("visit_id")?,
        ended_on: row.get("ended_on")?,
    };
    Ok((row.get("field_id")?, value))
}

const VALUES: &str = "SELECT v.id, v.field_id, v.value, v.learned_on, s.name AS staff, v.visit_id, v.ended_on
    FROM profile_value v LEFT JOIN staff s ON s.id = v.staff_id";

/// What holds today for a customer.
pub(crate) fn current(db: &Connection, customer: CustomerId) -> Result<Vec<(FieldId, ProfileValue)>> {
    super::rows(
        db,
        &format!("{VALUES} WHERE v.customer_id = :customer AND v.ended_on IS NULL ORDER BY v.field_id, v.id"),
        named_params! {":customer": customer},
        value_from_row,
    )
}

/// All a field ever held for a customer, latest first.
pub(crate) fn history(db: &Connection, customer: CustomerId, field: FieldId) -> Result<Vec<ProfileValue>> {
    let found = super::rows(
        db,
        &format!("{VALUES} WHERE v.customer_id = :customer AND v.field_id = :field ORDER BY v.id DESC"),
        named_params! {":customer": customer, ":field": field},
        value_from_row,
    )?;
    Ok(found.into_iter().map(|(_, value)| value).collect())
}

/// A fact about to be written.
pub(crate) struct NewValue<'a> {
    pub customer: CustomerId,
    pub field: FieldId,
    pub value: &'a str,
    pub learned_on: Day,
    pub staff: Option<StaffId>,
    pub visit: Option<VisitId>,
}

/// Adds a fact.
pub(crate) fn insert_value(db: &Connection, new: &NewValue<'_>) -> Result<()> {
    super::run(
        db,
        "INSERT INTO profile_value (customer_id, field_id, value, learned_on, staff_id, visit_id)
         VALUES (:customer, :field, :value, :learned_on, :staff, :visit)",
        named_params! {
            ":customer": new.customer, ":field": new.field, ":value": new.value, ":learned_on": new.learned_on, ":staff": new.staff,
            ":visit": new.visit,
        },
    )?;
    Ok(())
}

/// Ends a fact: it was so, and is so no longer.
pub(crate) fn end_value(db: &Connection, id: ValueId, day: Day) -> Result<()> {
    super::run(db, "UPDATE profile_value SET ended_on = :day WHERE id = :id", named_params! {":id": id, ":day": day})?;
    Ok(())
}

/// A fact learned at a visit.
pub(crate) struct Learned {
    pub id: ValueId,
    pub field: FieldId,
    pub value: String,
    /// Whether it still holds.
    pub holds: bool,
}

/// What was learned about a customer at a visit.
pub(crate) fn learned_at(db: &Connection, visit: VisitId, customer: CustomerId) -> Result<Vec<Learned>> {
    super::rows(
        db,
        "SELECT id, field_id, value, ended_on IS NULL FROM profile_value WHERE visit_id = :visit AND customer_id = :customer ORDER BY id",
        named_params! {":visit": visit, ":customer": customer},
        |row| Ok(Learned { id: row.get(0)?, field: row.get(1)?, value: row.get(2)?, holds: row.get(3)? }),
    )
}

/// Facts of a customer's field that ended when another was written down, by the history, and have not held since.
pub(crate) fn ended_with(db: &Connection, customer: CustomerId, id: ValueId, field: FieldId) -> Result<Vec<ValueId>> {
    super::rows(
        db,
        "SELECT v.id FROM change n CROSS JOIN change e ON e.operation_id = n.operation_id AND +e.tbl = 'profile_value'
           CROSS JOIN profile_value v ON v.id = e.row_id
         WHERE n.tbl = 'profile_value' AND n.row_id = :id AND n.before IS NULL
           AND json_extract(e.before, '$.ended_on') IS NULL AND json_extract(e.after, '$.ended_on') IS NOT NULL
           AND v.customer_id = :customer AND v.field_id = :field AND v.ended_on IS NOT NULL
         ORDER BY v.id",
        named_params! {":id": id, ":customer": customer, ":field": field},
        |row| row.get(0),
    )
}

/// Says that a fact was about somebody else.
pub(crate) fn set_owner(db: &Connection, id: ValueId, customer: CustomerId) -> Result<()> {
    super::run(db, "UPDATE profile_value SET customer_id = :customer WHERE id = :id", named_params! {":id": id, ":customer": customer})?;
    Ok(())
}

/// Takes a fact away.
pub(crate) fn delete_value(db: &Connection, id: ValueId) -> Result<()> {
    super::run(db, "DELETE FROM profile_value WHERE id = :id", named_params! {":id": id})?;
    Ok(())
}

/// Lets a fact hold again.
pub(crate) fn hold_again(db: &Connection, id: ValueId) -> Result<()> {
    super::run(db, "UPDATE profile_value SET ended_on = NULL WHERE id = :id", named_params! {":id": id})?;
    Ok(())
}
