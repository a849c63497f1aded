//! Moving all rows of one customer to another.

use crate::error::Result;
use crate::ids::CustomerId;
use rusqlite::{Connection, named_params};

/// Tables whose rows simply change hands.
const OWNED: &[&str] = &[
    "visit",
    "important_date",
    "popup_note",
    "wish",
    "points_entry",
    "voucher",
    "benefit_grant",
    "level_decision",
    "consent",
    "sensitive_consent",
    "follow_up",
    "complaint",
    "contact",
    "care_decision",
];

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
    // The stricter wish of the two holds.
    super::run(
        db,
        "DELETE FROM contact_wish WHERE customer_id = :to AND EXISTS (SELECT 1 FROM contact_wish WHERE customer_id = :from AND wish = 'none')",
        named_params! {":from": from, ":to": to},
    )?;
    super::run(
        db,
        "DELETE FROM contact_wish WHERE customer_id = :from AND EXISTS (SELECT 1 FROM contact_wish WHERE customer_id = :to)",
        named_params! {":from": from, ":to": to},
    )?;
    super::run(db, "UPDATE contact_wish SET customer_id = :to WHERE customer_id = :from", named_params! {":from": from, ":to": to})?;
    // Both were invited: one place stays, with what the kept one said before what the other did. Both were thanked for the same person, or
    // one brought the other.
    super::run(
        db,
        "UPDATE event_guest AS k SET answer = coalesce(k.answer, f.answer), answered_on = iif(k.answer IS NULL, f.answered_on, k.answered_on),
           party = max(k.party, f.party), came = max(coalesce(k.came, f.came), coalesce(f.came, k.came)),
           gift_given = max(k.gift_given, f.gift_given), note = coalesce(k.note, f.note)
         FROM event_guest f WHERE f.event_id = k.event_id AND f.customer_id = :from AND k.customer_id = :to",
        named_params! {":from": from, ":to": to},
    )?;
    super::run(
        db,
        "DELETE FROM event_guest WHERE customer_id = :from AND event_id IN (SELECT event_id FROM event_guest WHERE customer_id = :to)",
        named_params! {":from": from, ":to": to},
    )?;
    super::run(db, "UPDATE event_guest SET customer_id = :to WHERE customer_id = :from", named_params! {":from": from, ":to": to})?;
    // Both were drawn for one spot check: the call to the kept one counts.
    super::run(
        db,
        "DELETE FROM spot_check_answer WHERE item_id IN (SELECT i.id FROM spot_check_item i WHERE i.customer_id = :from
           AND i.check_id IN (SELECT check_id FROM spot_check_item WHERE customer_id = :to))",
        named_params! {":from": from, ":to": to},
    )?;
    super::run(
        db,
        "DELETE FROM spot_check_item WHERE customer_id = :from AND check_id IN (SELECT check_id FROM spot_check_item WHERE customer_id = :to)",
        named_params! {":from": from, ":to": to},
    )?;
    super::run(db, "UPDATE spot_check_item SET customer_id = :to WHERE customer_id = :from", named_params! {":from": from, ":to": to})?;
    super::run(
        db,
        "DELETE FROM referral_thanks WHERE
           (referrer_id = :from AND referred_id IN (SELECT referred_id FROM referral_thanks WHERE referrer_id = :to UNION SELECT :to))
           OR (referred_id = :from AND referrer_id IN (SELECT referrer_id FROM referral_thanks WHERE referred_id = :to UNION SELECT :to))",
        named_params! {":from": from, ":to": to},
    )?;
    super::run(db, "UPDATE referral_thanks SET referrer_id = :to WHERE referrer_id = :from", named_params! {":from": from, ":to": to})?;
    super::run(db, "UPDATE referral_thanks SET referred_id = :to WHERE referred_id = :from", named_params! {":from": from, ":to": to})?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::OWNED;

    /// Tables that point at a customer and are moved with care of their own above, or are conclusions drawn anew.
    const HANDLED: &[&str] = &[
        "customer",
        "customer_tag",
        "profile_value",
        "phone",
        "relation",
        "contact_wish",
        "event_guest",
        "spot_check_item",
        "referral_thanks",
        "customer_stats",
        "level_outlook",
        "search_key",
    ];

    #[test]
    fn every_table_that_points_at_a_customer_is_moved() {
        let db = rusqlite::Connection::open_in_memory().unwrap();
        db.execute_batch(include_str!("schema.sql")).unwrap();
        let pointing: Vec<String> = db
            .prepare("SELECT DISTINCT m.name FROM sqlite_schema m, pragma_foreign_key_list(m.name) k WHERE k.\"table\" = 'customer'")
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        for table in &pointing {
            assert!(OWNED.contains(&table.as_str()) || HANDLED.contains(&table.as_str()), "{table} is left behind by a merge");
        }
        assert!(pointing.len() >= OWNED.len());
    }
}
