//! Moving all rows of one customer to another.

use crate::error::Result;
use crate::ids::CustomerId;
use rusqlite::{Connection, named_params};

/// Tables whose rows simply change hands.
const OWNED: &[&str] = &["visit", "important_date", "popup_note", "wish", "points_entry", "voucher", "benefit_grant", "level_decision"];

/// Moves visits, points, facts, tags, relations and all else. What both have alike is kept once.
pub(crate) fn move_rows(db: &Connection, from: CustomerId, to: CustomerId) -> Result<()> {
    let both = || [(":from", from), (":to", to)];
    for table in OWNED {
        let both = both();
        super::run(
            db,
            &format!("UPDATE {table} SET customer_id = :to WHERE customer_id = :from"),
            &both.each_ref().map(|(n, v)| (*n, v as &dyn rusqlite::ToSql))[..],
        )?;
    }
    // A tag both carry, and a fact both have in the same words, stays once.
    super::run(
        db,
        "DELETE FROM customer_tag WHERE customer_id = :from AND tag_id IN (SELECT tag_id FROM customer_tag WHERE customer_id = :to)",
        named_params! {":from": from, ":to": to},
    )?;
    super::run(db, "UPDATE customer_tag SET customer_id = :to WHERE customer_id = :from", named_params! {":from": from, ":to": to})?;
    super::run(
        db,
        "DELETE FROM profile_value WHERE customer_id = :from AND ended_on IS NULL AND EXISTS (
           SELECT 1 FROM profile_value k WHERE k.customer_id = :to AND k.field_id = profile_value.field_id
             AND k.value = profile_value.value AND k.ended_on IS NULL)",
        named_params! {":from": from, ":to": to},
    )?;
    super::run(db, "UPDATE profile_value SET customer_id = :to WHERE customer_id = :from", named_params! {":from": from, ":to": to})?;
    // Phones come with the columns the user chose; those of the other archive are taken off it.
    super::run(db, "DELETE FROM phone WHERE customer_id = :from", named_params! {":from": from})?;
    super::run(
        db,
        "DELETE FROM relation WHERE (from_id = :from AND to_id = :to) OR (from_id = :to AND to_id = :from)",
        named_params! {":from": from, ":to": to},
    )?;
    super::run(db, "UPDATE relation SET from_id = :to WHERE from_id = :from", named_params! {":from": from, ":to": to})?;
    super::run(db, "UPDATE relation SET to_id = :to WHERE to_id = :from", named_params! {":from": from, ":to": to})?;
    super::run(
        db,
        "UPDATE customer SET referrer_id = :to WHERE referrer_id = :from AND id <> :to",
        named_params! {":from": from, ":to": to},
    )?;
    Ok(())
}
