//! The list of customers over `customer` and `customer_stats`, by keyset: the cost of a page does not grow with its place.

use super::condition::Sieve;
use crate::clock::Day;
use crate::error::Result;
use crate::wire::customers::{CustomerFilter, CustomerRow, CustomerSort, Status};
use crate::wire::segments::{Milestone, SegmentCondition, SegmentPeriod};
use rusqlite::types::Value;
use rusqlite::{Connection, Row};

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

/// The last visit of those who never came, as a cursor says it: they have no instant at all.
const NEVER: i64 = -1;

/// How the list is put in order. The sorted table drives the join, so that its index gives the order and a page stops early.
struct Order {
    /// What a row is sorted by, as a cursor says it.
    key: &'static str,
    sorted: &'static str,
    /// Breaks ties.
    id: &'static str,
    from: &'static str,
    /// True of every row. It begins the index of the order, which is sorted for nothing otherwise: how many rows will be asked for is not
    /// known when the way is chosen.
    any: &'static str,
    descending: bool,
}

impl Order {
    fn of(sort: CustomerSort) -> Self {
        let by_stats = "customer_stats s CROSS JOIN customer c ON c.id = s.customer_id";
        let by_customer = "customer c CROSS JOIN customer_stats s ON s.customer_id = c.id";
        let (key, sorted, id, from, any, descending) = match sort {
            CustomerSort::LastVisit => ("coalesce(s.last_visit_at, -1)", "s.last_visit_at", "s.customer_id", by_stats, "1", true),
            CustomerSort::Spend => ("s.net_spend", "s.net_spend", "s.customer_id", by_stats, "1", true),
            CustomerSort::Name => ("c.name_key", "c.name_key", "c.id", by_customer, "c.name_key >= ''", false),
            CustomerSort::Joined => ("c.joined_on", "c.joined_on", "c.id", by_customer, "c.joined_on >= ''", true),
        };
        Self { key, sorted, id, from, any, descending }
    }

    fn clause(&self, descending: bool) -> String {
        let direction = if descending { "DESC" } else { "ASC" };
        format!("{} {direction}, {} {direction}", self.sorted, self.id)
    }
}

/// What a row is sorted by, of its column `sort_key`.
fn sort_key(row: &Row<'_>, sort: CustomerSort) -> rusqlite::Result<serde_json::Value> {
    Ok(match sort {
        CustomerSort::LastVisit | CustomerSort::Spend => serde_json::Value::from(row.get::<_, i64>("sort_key")?),
        CustomerSort::Name | CustomerSort::Joined => serde_json::Value::from(row.get::<_, String>("sort_key")?),
    })
}

/// The cursor behind the first `passed` of `total` rows, counted from whichever end is nearer: nothing but the order and the filter
/// is read of a row that is passed over, so that a far place costs a fraction of reading everything before it.
pub(crate) fn cursor_behind(
    db: &Connection,
    filter: &CustomerFilter,
    sort: CustomerSort,
    passed: i64,
    total: i64,
    today: Day,
) -> Result<Option<Cursor>> {
    let mut sieve = Sieve::new(db, today);
    let narrowed = narrowed(&mut sieve, filter)?;
    let order = Order::of(sort);
    let from_end = passed > total / 2;
    let offset = sieve.parameter(if from_end { total - passed } else { passed - 1 });
    let sql = format!(
        "SELECT {} AS sort_key, {} AS id FROM {} WHERE {} AND {narrowed} ORDER BY {} LIMIT 1 OFFSET {offset}",
        order.key,
        order.id,
        order.from,
        order.any,
        order.clause(order.descending != from_end)
    );
    super::row(db, &sql, &sieve.values()[..], |row| Ok(Cursor { key: sort_key(row, sort)?, id: row.get("id")? }))
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
    let mut rows = after(db, filter, sort, cursor, limit, today)?;
    // Customers who never came stand behind all who did. They are asked for by themselves: both in one condition could not be looked up.
    let left = limit - i64::try_from(rows.len()).unwrap_or(i64::MAX);
    if left > 0 && sort == CustomerSort::LastVisit && cursor.is_some_and(|cursor| cursor.key != NEVER) {
        let behind_all = Cursor { key: serde_json::Value::from(NEVER), id: i64::MAX };
        rows.extend(after(db, filter, sort, Some(&behind_all), left, today)?);
    }
    Ok(rows)
}

fn after(
    db: &Connection,
    filter: &CustomerFilter,
    sort: CustomerSort,
    cursor: Option<&Cursor>,
    limit: i64,
    today: Day,
) -> Result<Vec<(serde_json::Value, CustomerRow)>> {
    let mut sieve = Sieve::new(db, today);
    let mut narrowed = narrowed(&mut sieve, filter)?;
    let order = Order::of(sort);
    let Order { key, sorted, id, from, any, descending } = order;
    if let Some(cursor) = cursor {
        let sign = if descending { "<" } else { ">" };
        let value = match &cursor.key {
            serde_json::Value::String(text) => Value::from(text.clone()),
            number => Value::from(number.as_i64().unwrap_or(0)),
        };
        if sort == CustomerSort::LastVisit && value == Value::from(NEVER) {
            narrowed.push_str(&format!(" AND s.last_visit_at IS NULL AND {id} {sign} {}", sieve.parameter(cursor.id)));
        } else {
            let (at, ids) = (sieve.parameter(value), sieve.parameter(cursor.id));
            narrowed.push_str(&format!(" AND ({sorted}, {id}) {sign} ({at}, {ids})"));
        }
    }
    let limit = sieve.parameter(limit);
    let clause = order.clause(descending);
    let sql = format!(
        "SELECT {key} AS sort_key, c.id, c.member_no, c.name,
           (SELECT number FROM phone p WHERE p.customer_id = c.id ORDER BY position, id LIMIT 1) AS phone,
           l.name AS level, l.rank, s.points, s.net_spend, s.visits, s.last_visit, s.completeness, st.name AS staff, c.joined_on
         FROM {from} JOIN level l ON l.id = s.level_id LEFT JOIN staff st ON st.id = c.staff_id
         WHERE {any} AND {narrowed} ORDER BY {clause} LIMIT {limit}"
    );
    super::rows(db, &sql, &sieve.values()[..], |row| {
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
        Ok((sort_key(row, sort)?, found))
    })
}

/// How many the filter lets through.
pub(crate) fn count(db: &Connection, filter: &CustomerFilter, today: Day) -> Result<i64> {
    let mut sieve = Sieve::new(db, today);
    let narrowed = narrowed(&mut sieve, filter)?;
    let sql = format!("SELECT count(*) FROM customer c JOIN customer_stats s ON s.customer_id = c.id WHERE {narrowed}");
    Ok(super::row(db, &sql, &sieve.values()[..], |row| row.get(0))?.unwrap_or(0))
}
