//! Table `tag_rule`, and whom the rules mean.

use crate::clock::Day;
use crate::error::Result;
use crate::ids::{CustomerId, TagId};
use crate::wire::tag_rules::{BoughtBy, TagCondition};
use crate::wire::tags::Tag;
use chrono::{Datelike, Days};
use rusqlite::types::Value;
use rusqlite::{Connection, Row, ToSql, named_params};

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

/// A condition on customer `c` with stats `s`, numbered parameters from those there are.
pub(super) struct Meant {
    pub sql: String,
    pub values: Vec<Value>,
}

impl Meant {
    /// The number of a parameter with this value.
    fn add(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("?{}", self.values.len())
    }
}

/// The first of so many days that end today.
fn first(today: Day, days: i64) -> String {
    let back = Days::new(u64::try_from(days - 1).unwrap_or_default());
    today.checked_sub_days(back).unwrap_or(Day::MIN).to_string()
}

/// Whom a rule means, as a condition after the parameters that stand before it. `of` narrows the facts read to one customer's.
pub(super) fn meant(conditions: &[TagCondition], today: Day, of: Option<CustomerId>, before: Vec<Value>) -> Meant {
    let mut m = Meant { sql: String::from("1"), values: before };
    for condition in conditions {
        let whose = match of {
            Some(id) => format!("v.customer_id = {}", m.add(id.0)),
            // The plus keeps the days in charge: by customer, every visit there ever was would be walked.
            None => "+v.customer_id IS NOT NULL".to_owned(),
        };
        let part = match condition {
            TagCondition::Bought { by, words, times, days } => {
                let sought = m.add(words.to_lowercase());
                let like = match by {
                    BoughtBy::Category => format!("lower(l.category) = {sought}"),
                    BoughtBy::Style => format!("lower(l.style_no) = {sought}"),
                    BoughtBy::Word => format!(
                        "instr(lower(coalesce(l.name, '') || char(10) || coalesce(l.category, '') || char(10) || coalesce(l.color, '')
                           || char(10) || coalesce(l.style_no, '')), {sought}) > 0"
                    ),
                };
                let (from, to, times) = (m.add(first(today, *days)), m.add(today.to_string()), m.add(*times));
                format!(
                    "c.id IN (SELECT v.customer_id FROM visit v CROSS JOIN visit_line l ON l.visit_id = v.id
                       WHERE {whose} AND v.day BETWEEN {from} AND {to} AND v.voided_at IS NULL AND l.qty > 0 AND {like}
                         AND l.qty > (SELECT coalesce(-sum(b.qty), 0) FROM visit_line b JOIN visit bv ON bv.id = b.visit_id
                                      WHERE b.reverses_id = l.id AND bv.voided_at IS NULL)
                       GROUP BY +v.customer_id HAVING count(DISTINCT v.id) >= {times})"
                )
            }
            TagCondition::Spent { at_least, days } => {
                let (from, to, least) = (m.add(first(today, *days)), m.add(today.to_string()), m.add(at_least.0));
                format!(
                    "c.id IN (SELECT v.customer_id FROM visit v WHERE {whose} AND v.day BETWEEN {from} AND {to} AND v.voided_at IS NULL
                       GROUP BY +v.customer_id HAVING sum(v.total) >= {least})"
                )
            }
            TagCondition::Absent { days } => {
                let back = Days::new(u64::try_from(*days).unwrap_or_default());
                let last = m.add(today.checked_sub_days(back).unwrap_or(Day::MIN).to_string());
                format!("s.last_visit <= {last}")
            }
            TagCondition::Level { levels } => {
                let list = m.add(serde_json::to_string(levels).unwrap_or_else(|_| "[]".into()));
                format!("s.level_id IN (SELECT value FROM json_each({list}))")
            }
            TagCondition::BirthdayMonth { month } => {
                let month = m.add(month.unwrap_or(i64::from(today.month())));
                let of = "c.birthday_calendar, c.birthday_month, c.birthday_day, c.birthday_leap";
                format!("birthday_month_in({of}, {}) = {month}", today.year())
            }
        };
        m.sql.push_str(" AND ");
        m.sql.push_str(&part);
    }
    m
}

const FROM: &str = "FROM customer c JOIN customer_stats s ON s.customer_id = c.id WHERE c.merged_into_id IS NULL AND c.status = 'active'";

fn params(values: &[Value]) -> Vec<&dyn ToSql> {
    values.iter().map(|value| value as &dyn ToSql).collect()
}

/// How many a rule means.
pub(crate) fn count(db: &Connection, conditions: &[TagCondition], today: Day) -> Result<i64> {
    let m = meant(conditions, today, None, Vec::new());
    let sql = format!("SELECT count(*) {FROM} AND {}", m.sql);
    Ok(super::row(db, &sql, &params(&m.values)[..], |row| row.get(0))?.unwrap_or(0))
}

/// Whom a rule means, the last to come first.
pub(crate) fn carriers(db: &Connection, conditions: &[TagCondition], today: Day, limit: i64) -> Result<Vec<CustomerId>> {
    let mut m = meant(conditions, today, None, Vec::new());
    let limit = m.add(limit);
    let sql = format!("SELECT c.id {FROM} AND {} ORDER BY s.last_visit_at DESC, c.id LIMIT {limit}", m.sql);
    super::rows(db, &sql, &params(&m.values)[..], |row| row.get(0))
}

/// The tags that rules give a customer today, by name, those she carries by hand left out.
pub(crate) fn of(db: &Connection, customer: CustomerId, today: Day) -> Result<Vec<Tag>> {
    let mut found = Vec::new();
    for rule in list(db)?.into_iter().filter(|rule| rule.is_on) {
        let mut m = meant(&rule.conditions, today, Some(customer), Vec::new());
        let (id, tag) = (m.add(customer.0), m.add(rule.tag.0));
        let sql = format!(
            "SELECT 1 {FROM} AND c.id = {id} AND {} AND NOT EXISTS (
               SELECT 1 FROM customer_tag ct WHERE ct.customer_id = c.id AND ct.tag_id = {tag})",
            m.sql
        );
        if super::row(db, &sql, &params(&m.values)[..], |_| Ok(()))?.is_some() {
            found.push(Tag { id: rule.tag, name: rule.name, customers: 0, rule: Some(rule.conditions) });
        }
    }
    Ok(found)
}
