//! Table `contact_wish`.

use crate::clock::Day;
use crate::error::Result;
use crate::ids::CustomerId;
use crate::wire::contacts::ContactWish;
use rusqlite::{Connection, named_params};

/// When and how she said it.
pub(crate) struct SaidWish {
    pub day: Day,
    pub note: Option<String>,
}

/// When and how a customer said what she wants; nothing if she never did.
pub(crate) fn of(db: &Connection, customer: CustomerId) -> Result<Option<SaidWish>> {
    super::row(db, "SELECT day, note FROM contact_wish WHERE customer_id = :customer", named_params! {":customer": customer}, |row| {
        Ok(SaidWish { day: row.get(0)?, note: row.get(1)? })
    })
}

/// Writes down what a customer wants.
pub(crate) fn put(db: &Connection, customer: CustomerId, wish: ContactWish, day: Day, note: Option<&str>) -> Result<()> {
    super::run(
        db,
        "INSERT INTO contact_wish (customer_id, wish, day, note) VALUES (:customer, :wish, :day, :note)
         ON CONFLICT (customer_id) DO UPDATE SET wish = excluded.wish, day = excluded.day, note = excluded.note",
        named_params! {":customer": customer, ":wish": wish, ":day": day, ":note": note},
    )?;
    Ok(())
}

/// She no longer minds.
pub(crate) fn delete(db: &Connection, customer: CustomerId) -> Result<()> {
    super::run(db, "DELETE FROM contact_wish WHERE customer_id = :customer", named_params! {":customer": customer})?;
    Ok(())
}
