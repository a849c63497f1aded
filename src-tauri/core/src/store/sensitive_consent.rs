//! Table `sensitive_consent`: what she said about keeping a sensitive field.

use crate::clock::{Day, Millis};
use crate::error::Result;
use crate::ids::{CustomerId, FieldId, StaffId};
use crate::wire::privacy::SensitiveState;
use rusqlite::{Connection, named_params};

/// A row about to be written.
pub(crate) struct NewRow<'a> {
    pub customer: CustomerId,
    pub field: FieldId,
    pub given: bool,
    pub at: Millis,
    pub day: Day,
    pub staff: Option<StaffId>,
    pub wording: u32,
    pub note: Option<&'a str>,
}

/// Adds a row; rows are never changed.
pub(crate) fn insert(db: &Connection, new: &NewRow<'_>) -> Result<()> {
    super::run(
        db,
        "INSERT INTO sensitive_consent (customer_id, field_id, is_given, at, day, staff_id, wording, note)
         VALUES (:customer, :field, :given, :at, :day, :staff, :wording, :note)",
        named_params! {
            ":customer": new.customer, ":field": new.field, ":given": new.given, ":at": new.at, ":day": new.day, ":staff": new.staff,
            ":wording": new.wording, ":note": new.note,
        },
    )?;
    Ok(())
}

/// Whether she agrees to a field; empty when she was never asked.
pub(crate) fn holds(db: &Connection, customer: CustomerId, field: FieldId) -> Result<Option<bool>> {
    super::row(
        db,
        "SELECT is_given FROM sensitive_consent WHERE customer_id = :customer AND field_id = :field ORDER BY id DESC LIMIT 1",
        named_params! {":customer": customer, ":field": field},
        |row| row.get(0),
    )
}

/// Her sensitive fields: those with a value, and those she was asked about.
pub(crate) fn states(db: &Connection, customer: CustomerId) -> Result<Vec<SensitiveState>> {
    super::rows(
        db,
        "SELECT f.id, f.label, k.is_given, k.day, s.name,
           (SELECT count(*) FROM profile_value v WHERE v.customer_id = :customer AND v.field_id = f.id) AS held
         FROM profile_field f
         LEFT JOIN sensitive_consent k ON k.id = (SELECT max(id) FROM sensitive_consent WHERE customer_id = :customer AND field_id = f.id)
         LEFT JOIN staff s ON s.id = k.staff_id
         WHERE f.is_sensitive = 1 AND (held > 0 OR k.id IS NOT NULL) ORDER BY f.position, f.id",
        named_params! {":customer": customer},
        |row| {
            Ok(SensitiveState {
                field: row.get(0)?,
                label: row.get(1)?,
                given: row.get(2)?,
                day: row.get(3)?,
                by: row.get(4)?,
                values: row.get(5)?,
            })
        },
    )
}

/// Takes away everything a field ever held for her.
pub(crate) fn delete_values(db: &Connection, customer: CustomerId, field: FieldId) -> Result<usize> {
    super::run(
        db,
        "DELETE FROM profile_value WHERE customer_id = :customer AND field_id = :field",
        named_params! {":customer": customer, ":field": field},
    )
}
