//! Table `phone`.

use crate::error::Result;
use crate::ids::CustomerId;
use crate::wire::customers::Person;
use crate::wire::phone::Phone;
use rusqlite::{Connection, named_params};

/// A customer's numbers as typed, the main one first.
pub(crate) fn numbers(db: &Connection, customer: CustomerId) -> Result<Vec<Phone>> {
    super::rows(
        db,
        "SELECT number FROM phone WHERE customer_id = :customer ORDER BY position, id",
        named_params! {":customer": customer},
        |row| row.get(0),
    )
}

/// Makes a customer's numbers these, touching only what differs.
pub(crate) fn replace(db: &Connection, customer: CustomerId, numbers: &[(String, String)]) -> Result<()> {
    let old: Vec<(i64, String)> = super::rows(
        db,
        "SELECT id, number FROM phone WHERE customer_id = :customer ORDER BY position, id",
        named_params! {":customer": customer},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    if old.iter().map(|(_, n)| n).eq(numbers.iter().map(|(n, _)| n)) {
        return Ok(());
    }
    for (id, _) in &old {
        super::run(db, "DELETE FROM phone WHERE id = :id", named_params! {":id": id})?;
    }
    for (position, (number, digits)) in numbers.iter().enumerate() {
        insert(db, customer, number, digits, position)?;
    }
    Ok(())
}

/// Gives all numbers of two archives to one of them, as these. The rows with the highest ids are used, so that none of those that go had
/// the last one, and an undo finds its place free. Says how many rows changed hands and how many went.
pub(crate) fn gather(db: &Connection, from: CustomerId, to: CustomerId, numbers: &[(String, String)]) -> Result<(usize, usize)> {
    let rows: Vec<(i64, bool, String, Option<String>)> = super::rows(
        db,
        "SELECT id, customer_id = :to, digits, label FROM phone WHERE customer_id IN (:from, :to) ORDER BY id DESC",
        named_params! {":from": from, ":to": to},
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
    )?;
    let (stay, go) = rows.split_at(numbers.len().min(rows.len()));
    for (id, _, _, _) in go {
        super::run(db, "DELETE FROM phone WHERE id = :id", named_params! {":id": id})?;
    }
    for (position, (number, digits)) in numbers.iter().enumerate() {
        let label = rows.iter().filter(|row| row.2 == *digits).find_map(|row| row.3.as_deref());
        let Some((id, _, _, _)) = stay.iter().rev().nth(position) else {
            insert(db, to, number, digits, position)?;
            continue;
        };
        super::run(
            db,
            "UPDATE phone SET customer_id = :to, number = :number, digits = :digits, label = :label, position = :position WHERE id = :id",
            named_params! {
                ":id": id, ":to": to, ":number": number, ":digits": digits, ":label": label,
                ":position": i64::try_from(position).unwrap_or(i64::MAX),
            },
        )?;
    }
    Ok((stay.iter().filter(|row| !row.1).count(), go.len()))
}

/// Adds a number.
pub(crate) fn insert(db: &Connection, customer: CustomerId, number: &str, digits: &str, position: usize) -> Result<()> {
    super::run(
        db,
        "INSERT INTO phone (customer_id, number, digits, position) VALUES (:customer, :number, :digits, :position)",
        named_params! {":customer": customer, ":number": number, ":digits": digits, ":position": i64::try_from(position).unwrap_or(i64::MAX)},
    )?;
    Ok(())
}

/// Who has this number, by its folded digits.
pub(crate) fn owners(db: &Connection, digits: &str, except: Option<CustomerId>) -> Result<Vec<Person>> {
    super::rows(
        db,
        "SELECT c.id, c.member_no, c.name, p.number FROM phone p JOIN customer c ON c.id = p.customer_id
         WHERE p.digits = :digits AND c.merged_into_id IS NULL AND c.id IS NOT :except ORDER BY c.id LIMIT 10",
        named_params! {":digits": digits, ":except": except},
        |row| Ok(Person { id: row.get(0)?, member_no: row.get(1)?, name: row.get(2)?, phone: row.get(3)? }),
    )
}
