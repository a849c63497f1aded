//! Table `tag_rule`, and whom the rules mean.

use super::condition::{MEMBERS, Sieve};
use crate::clock::Day;
use crate::error::Result;
use crate::ids::{CustomerId, TagId};
use crate::wire::tag_rules::TagCondition;
use crate::wire::tags::Tag;
use rusqlite::{Connection, Row, named_params};
use std::collections::BTreeSet;

/// A rule as stored.
pub(crate) struct TagRuleRecord {
    pub tag: TagId,
    pub name: String,
    pub conditions: Vec<TagCondition>,
    pub is_on: bool,
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<(TagId, String, String, bool)> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
}

/// All rules, by the name of their tag.
pub(crate) fn list(db: &Connection) -> Result<Vec<TagRuleRecord>> {
    let found = super::rows(
        db,
        "SELECT r.tag_id, t.name, r.rule, r.is_on FROM tag_rule r JOIN tag t ON t.id = r.tag_id ORDER BY t.name",
        [],
        from_row,
    )?;
    found
        .into_iter()
        .map(|(tag, name, rule, is_on)| Ok(TagRuleRecord { tag, name, conditions: serde_json::from_str(&rule)?, is_on }))
        .collect()
}

/// Writes the rule of a tag, over the one it has.
pub(crate) fn put(db: &Connection, tag: TagId, conditions: &[TagCondition], is_on: bool) -> Result<()> {
    super::run(
        db,
        "INSERT INTO tag_rule (tag_id, rule, is_on) VALUES (:tag, :rule, :on)
         ON CONFLICT (tag_id) DO UPDATE SET rule = excluded.rule, is_on = excluded.is_on",
        named_params! {":tag": tag, ":rule": serde_json::to_string(conditions)?, ":on": is_on},
    )?;
    Ok(())
}

/// Takes the rule of a tag away.
pub(crate) fn delete(db: &Connection, tag: TagId) -> Result<usize> {
    super::run(db, "DELETE FROM tag_rule WHERE tag_id = :tag", named_params! {":tag": tag})
}

/// How many a rule means.
pub(crate) fn count(db: &Connection, conditions: &[TagCondition], today: Day) -> Result<i64> {
    let mut sieve = Sieve::new(db, today);
    let meant = sieve.ruled(conditions)?;
    let sql = format!("SELECT count(*) {MEMBERS} AND {meant}");
    Ok(super::row(db, &sql, &sieve.values()[..], |row| row.get(0))?.unwrap_or(0))
}

/// Whom a rule means, the last to come first.
pub(crate) fn carriers(db: &Connection, conditions: &[TagCondition], today: Day, limit: i64) -> Result<Vec<CustomerId>> {
    let mut sieve = Sieve::new(db, today);
    let (meant, limit) = (sieve.ruled(conditions)?, sieve.parameter(limit));
    let sql = format!("SELECT c.id {MEMBERS} AND {meant} ORDER BY s.last_visit_at DESC, c.id LIMIT {limit}");
    super::rows(db, &sql, &sieve.values()[..], |row| row.get(0))
}

/// Everybody whom the rules that are on give one of these tags today, or of one customer which of them; each with the tag.
pub(crate) fn given(db: &Connection, tags: &BTreeSet<TagId>, today: Day, of: Option<CustomerId>) -> Result<Vec<(CustomerId, TagId)>> {
    let mut found = Vec::new();
    for rule in list(db)?.into_iter().filter(|rule| rule.is_on && tags.contains(&rule.tag)) {
        let mut sieve = of.map_or_else(|| Sieve::new(db, today), |customer| Sieve::of_one(db, today, customer));
        let meant = sieve.ruled(&rule.conditions)?;
        let hers = of.map(|id| format!("c.id = {} AND ", sieve.parameter(id.0))).unwrap_or_default();
        let sql = format!("SELECT c.id {MEMBERS} AND {hers}{meant}");
        found.extend(super::rows(db, &sql, &sieve.values()[..], |row| Ok((row.get(0)?, rule.tag)))?);
    }
    Ok(found)
}

/// The tags that rules give a customer today, by name, those she carries by hand left out.
pub(crate) fn of(db: &Connection, customer: CustomerId, today: Day) -> Result<Vec<Tag>> {
    let mut found = Vec::new();
    for rule in list(db)?.into_iter().filter(|rule| rule.is_on) {
        let mut sieve = Sieve::of_one(db, today, customer);
        let (meant, id, tag) = (sieve.ruled(&rule.conditions)?, sieve.parameter(customer.0), sieve.parameter(rule.tag.0));
        let sql = format!(
            "SELECT 1 {MEMBERS} AND c.id = {id} AND {meant} AND NOT EXISTS (
               SELECT 1 FROM customer_tag ct WHERE ct.customer_id = c.id AND ct.tag_id = {tag})"
        );
        if super::row(db, &sql, &sieve.values()[..], |_| Ok(()))?.is_some() {
            found.push(Tag { id: rule.tag, name: rule.name, customers: 0, rule: Some(rule.conditions) });
        }
    }
    Ok(found)
}
