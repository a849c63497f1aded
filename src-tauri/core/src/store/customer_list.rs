//! The list of customers over `customer` and `customer_stats`, by keyset: the cost of a page does not grow with its place.

use super::condition::Sieve;
use crate::clock::Day;
use crate::error::Result;
use crate::wire::customers::{CustomerFilter, CustomerRow, CustomerSort, Status};
use crate::wire::segments::{Milestone, SegmentCondition, SegmentPeriod};
use rusqlite::Connection;
use rusqlite::types::Value;

/// Where a page ended: the sorted value and the id that breaks ties.
pub(crate) struct Cursor {
    pub key: serde_json::Value,
    pub id: i64,
}

/// The filter as conditions.
fn conditions(filter: &CustomerFilter) -> Vec<SegmentCondition> {
    let mut all = Vec::new();
    if !filter.levels.is_empty() {
        all.push(SegmentCondition::Level { levels: filter.levels.clone() });
    }
    if !filter.tags.is_empty() {
        all.push(SegmentCondition::Tag { tags: filter.tags.clone() });
    }
    if let Some(staff) = filter.staff {
        all.push(SegmentCondition::Staff { staff: vec![staff] });
    }
    if filter.spend_min.is_some() || filter.spend_max.is_some() {
        all.push(SegmentCondition::Spend { period: SegmentPeriod::Ever, min: filter.spend_min, max: filter.spend_max });
    }
    if filter.visited_from.is_some() || filter.visited_to.is_some() {
        all.push(SegmentCondition::On { what: Milestone::LastVisit, from: filter.visited_from, to: filter.visited_to });
    }
    if filter.never_visited {
        all.push(SegmentCondition::Never { what: Milestone::LastVisit });
    }
    if let Some(month) = filter.birthday_month {
        all.push(SegmentCondition::BirthdayMonth { month: Some(month.into()) });
    }
    if let Some(below) = filter.completeness_below {
        all.push(SegmentCondition::Completeness { min: None, max: Some(below.saturating_sub(1)) });
    }
    all.extend(filter.condition.clone());
    all
}

fn narrowed(sieve: &mut Sieve<'_>, filter: &CustomerFilter) -> Result<String> {
    let status = sieve.parameter(filter.status.unwrap_or(Status::Active).as_str().to_owned());
    let mut narrowed = format!("c.merged_into_id IS NULL AND c.status = {status}");
    if filter.status == Some(Status::Cancelled) {
        // What is left of somebody who was erased stands only for the sums.
        narrowed.push_str(" AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.customer_id = c.id)");
    }
    // Each by itself, so that the planner sees it.
    for condition in conditions(filter) {
        narrowed.push_str(&format!(" AND ({})", sieve.meant(&condition)?));
    }
    Ok(narrowed)
}

/// A page of rows with the value each is sorted by.
pub(crate) fn page(
    db: &Connection,
    filter: &CustomerFilter,
    sort: CustomerSort,
    cursor: Option<&Cursor>,
    limit: i64,
    today: Day,
) -> Result<Vec<(serde_json::Value, CustomerRow)>> {
    let mut sieve = Sieve::new(db, today);
    let mut narrowed = narrowed(&mut sieve, filter)?;
    // The sorted table drives the join, so that its index gives the order and the page stops early.
    let (key, from, descending) = match sort {
        CustomerSort::LastVisit => {
            ("coalesce(s.last_visit_at, -1)", "customer_stats s CROSS JOIN customer c ON c.id = s.customer_id", true)
        }
        CustomerSort::Spend => ("s.net_spend", "customer_stats s CROSS JOIN customer c ON c.id = s.customer_id", true),
        CustomerSort::Name => ("c.name_key", "customer c CROSS JOIN customer_stats s ON s.customer_id = c.id", false),
        CustomerSort::Joined => ("c.joined_on", "customer c CROSS JOIN customer_stats s ON s.customer_id = c.id", true),
    };
    let (sorted, id) = match sort {
        CustomerSort::LastVisit => ("s.last_visit_at", "s.customer_id"),
        CustomerSort::Spend => ("s.net_spend", "s.customer_id"),
        CustomerSort::Name => ("c.name_key", "c.id"),
        CustomerSort::Joined => ("c.joined_on", "c.id"),
    };
    if let Some(cursor) = cursor {
        let sign = if descending { "<" } else { ">" };
        let value = match &cursor.key {
            serde_json::Value::String(text) => Value::from(text.clone()),
            // Customers who never came stand at the end with no instant at all.
            number => Value::from(number.as_i64().unwrap_or(0)),
        };
        if matches!(sort, CustomerSort::LastVisit) && value == Value::from(-1) {
            narrowed.push_str(&format!(" AND s.last_visit_at IS NULL AND {id} {sign} {}", sieve.parameter(cursor.id)));
        } else {
            let (at, ids) = (sieve.parameter(value), sieve.parameter(cursor.id));
            let never = if matches!(sort, CustomerSort::LastVisit) { " OR s.last_visit_at IS NULL" } else { "" };
            narrowed.push_str(&format!(" AND (({sorted}, {id}) {sign} ({at}, {ids}){never})"));
        }
    }
    let limit = sieve.parameter(limit);
    let direction = if descending { "DESC" } else { "ASC" };
    let sql = format!(
        "SELECT {key} AS sort_key, c.id, c.member_no, c.name,
           (SELECT number FROM phone p WHERE p.customer_id = c.id ORDER BY position, id LIMIT 1) AS phone,
           l.name AS level, l.rank, s.points, s.net_spend, s.visits, s.last_visit, s.completeness, st.name AS staff, c.joined_on
         FROM {from} JOIN level l ON l.id = s.level_id LEFT JOIN staff st ON st.id = c.staff_id
         WHERE {narrowed} ORDER BY {sorted} {direction}, {id} {direction} LIMIT {limit}"
    );
    super::rows(db, &sql, &sieve.values()[..], |row| {
        let key = match sort {
            CustomerSort::LastVisit | CustomerSort::Spend => serde_json::Value::from(row.get::<_, i64>("sort_key")?),
            CustomerSort::Name | CustomerSort::Joined => serde_json::Value::from(row.get::<_, String>("sort_key")?),
        };
        let found = CustomerRow {
            id: row.get("id")?,
            member_no: row.get("member_no")?,
            name: row.get("name")?,
            phone: row.get("phone")?,
            level: row.get("level")?,
            level_rank: row.get("rank")?,
            points: row.get("points")?,
            net_spend: row.get("net_spend")?,
            visits: row.get("visits")?,
            last_visit: row.get("last_visit")?,
            completeness: row.get("completeness")?,
            staff: row.get("staff")?,
            joined_on: row.get("joined_on")?,
        };
        Ok((key, found))
    })
}

/// How many the filter lets through.
pub(crate) fn count(db: &Connection, filter: &CustomerFilter, today: Day) -> Result<i64> {
    let mut sieve = Sieve::new(db, today);
    let narrowed = narrowed(&mut sieve, filter)?;
    let sql = format!("SELECT count(*) FROM customer c JOIN customer_stats s ON s.customer_id = c.id WHERE {narrowed}");
    Ok(super::row(db, &sql, &sieve.values()[..], |row| row.get(0))?.unwrap_or(0))
}
