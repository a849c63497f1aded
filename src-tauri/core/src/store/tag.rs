//! Tables `tag` and `customer_tag`.

use crate::clock::Day;
use crate::error::Result;
use crate::ids::{CustomerId, TagId};
use crate::wire::tags::Tag;
use rusqlite::{Connection, named_params};

/// All tags with how many carry each, the most carried first.
pub(crate) fn list(db: &Connection) -> Result<Vec<Tag>> {
    super::rows(
        db,
        "SELECT t.id, t.name, (SELECT count(*) FROM customer_tag ct WHERE ct.tag_id = t.id) AS n,
           (SELECT r.rule FROM tag_rule r WHERE r.tag_id = t.id AND r.is_on = 1) AS rule FROM tag t ORDER BY n DESC, t.name",
        [],
        |row| Ok((Tag { id: row.get(0)?, name: row.get(1)?, customers: row.get(2)?, rule: None }, row.get::<_, Option<String>>(3)?)),
    )?
    .into_iter()
    .map(|(tag, rule)| Ok(Tag { rule: rule.as_deref().map(serde_json::from_str).transpose()?, ..tag }))
    .collect()
}

/// The tags of a customer; `customers` of each is 0, nobody asks here.
pub(crate) fn of(db: &Connection, customer: CustomerId) -> Result<Vec<Tag>> {
    super::rows(
        db,
        "SELECT t.id, t.name FROM customer_tag ct JOIN tag t ON t.id = ct.tag_id WHERE ct.customer_id = :customer ORDER BY ct.id",
        named_params! {":customer": customer},
        |row| Ok(Tag { id: row.get(0)?, name: row.get(1)?, customers: 0, rule: None }),
    )
}

/// A tag by name.
pub(crate) fn by_name(db: &Connection, name: &str) -> Result<Option<TagId>> {
    super::row(db, "SELECT id FROM tag WHERE name = :name", named_params! {":name": name}, |row| row.get(0))
}

/// Adds a tag.
pub(crate) fn insert(db: &Connection, name: &str) -> Result<TagId> {
    super::run(db, "INSERT INTO tag (name) VALUES (:name)", named_params! {":name": name})?;
    Ok(TagId(db.last_insert_rowid()))
}

/// Renames a tag.
pub(crate) fn rename(db: &Connection, id: TagId, name: &str) -> Result<usize> {
    super::run(db, "UPDATE tag SET name = :name WHERE id = :id", named_params! {":id": id, ":name": name})
}

/// Takes a tag off everybody and away.
pub(crate) fn delete(db: &Connection, id: TagId) -> Result<usize> {
    super::run(db, "DELETE FROM customer_tag WHERE tag_id = :id", named_params! {":id": id})?;
    super::run(db, "DELETE FROM tag_rule WHERE tag_id = :id", named_params! {":id": id})?;
    super::run(db, "DELETE FROM tag WHERE id = :id", named_params! {":id": id})
}

/// Puts a tag on a customer who may carry it already.
pub(crate) fn add(db: &Connection, customer: CustomerId, tag: TagId, day: Day) -> Result<usize> {
    super::run(
        db,
        "INSERT OR IGNORE INTO customer_tag (customer_id, tag_id, added_on) VALUES (:customer, :tag, :day)",
        named_params! {":customer": customer, ":tag": tag, ":day": day},
    )
}

/// Takes a tag off a customer.
pub(crate) fn remove(db: &Connection, customer: CustomerId, tag: TagId) -> Result<usize> {
    super::run(
        db,
        "DELETE FROM customer_tag WHERE customer_id = :customer AND tag_id = :tag",
        named_params! {":customer": customer, ":tag": tag},
    )
}
