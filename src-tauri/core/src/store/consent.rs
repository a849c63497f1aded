//! Table `consent`.

use crate::clock::{Day, Millis};
use crate::error::Result;
use crate::ids::{CustomerId, StaffId};
use crate::wire::contacts::{ConsentPurpose, ConsentRow, ContactChannel};
use rusqlite::{Connection, named_params};

/// A row about to be written.
pub(crate) struct NewConsent<'a> {
    pub customer: CustomerId,
    pub purpose: ConsentPurpose,
    pub channel: Option<ContactChannel>,
    pub given: bool,
    pub at: Millis,
    pub day: Day,
    pub staff: Option<StaffId>,
    pub note: Option<&'a str>,
    /// The version of the privacy notice.
    pub wording: u32,
    /// Who gave it for a child.
    pub guardian: Option<&'a str>,
}

/// Adds a row; rows are never changed.
pub(crate) fn insert(db: &Connection, new: &NewConsent<'_>) -> Result<()> {
    super::run(
        db,
        "INSERT INTO consent (customer_id, purpose, channel, is_given, at, day, staff_id, note, wording, guardian)
         VALUES (:customer, :purpose, :channel, :given, :at, :day, :staff, :note, :wording, :guardian)",
        named_params! {
            ":customer": new.customer, ":purpose": new.purpose, ":channel": new.channel, ":given": new.given, ":at": new.at,
            ":day": new.day, ":staff": new.staff, ":note": new.note, ":wording": new.wording, ":guardian": new.guardian,
        },
    )?;
    Ok(())
}

/// The record of a customer, the latest first.
pub(crate) fn of(db: &Connection, customer: CustomerId) -> Result<Vec<ConsentRow>> {
    super::rows(
        db,
        "SELECT k.id, k.purpose, k.channel, k.is_given, k.day, s.name, k.note, k.wording, k.guardian FROM consent k LEFT JOIN staff s ON s.id = k.staff_id
         WHERE k.customer_id = :customer ORDER BY k.id DESC",
        named_params! {":customer": customer},
        |row| {
            Ok(ConsentRow {
                id: row.get(0)?,
                purpose: row.get(1)?,
                channel: row.get(2)?,
                given: row.get(3)?,
                day: row.get(4)?,
                by: row.get(5)?,
                note: row.get(6)?,
                wording: row.get(7)?,
                guardian: row.get(8)?,
            })
        },
    )
}
