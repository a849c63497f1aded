//! The list of customers over `customer` and `customer_stats`, by keyset: the cost of a page does not grow with its place.

use super::tag_rule::{self, TagRuleRecord};
use crate::calendar::{CalendarKind, RecurringDate, occurrence_in_year};
use crate::clock::Day;
use crate::error::Result;
use crate::search::style_key;
use crate::wire::customers::{CustomerFilter, CustomerRow, CustomerSort, Status};
use chrono::Datelike;
use rusqlite::functions::FunctionFlags;
use rusqlite::types::Value;
use rusqlite::{Connection, ToSql};

/// Where a page ended: the sorted value and the id that breaks ties.
pub(crate) struct Cursor {
    pub key: serde_json::Value,
    pub id: i64,
}

/// Lets a query ask for the solar month of a birthday in a year, since lunar dates are converted in Rust only, and for what two
/// spellings of a style number have in common.
pub(crate) fn install(db: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_DIRECTONLY;
    db.create_scalar_function("birthday_month_in", 5, flags, |call| {
        let calendar: Option<String> = call.get(0)?;
        let (Some(month), Some(day)) = (call.get::<Option<u8>>(1)?, call.get::<Option<u8>>(2)?) else { return Ok(None) };
        let kind = if calendar.as_deref() == Some("lunar") { CalendarKind::Lunar } else { CalendarKind::Solar };
        let date = RecurringDate::new(kind, None, month, day, call.get(3)?).ok();
        Ok(date.and_then(|date| occurrence_in_year(&date, call.get(4).unwrap_or(0))).map(|day| day.month()))
    })?;
    db.create_scalar_function("style_key", 1, flags, |call| Ok(call.get::<Option<String>>(0)?.map(|style| style_key(&style))))?;
    Ok(())
}

struct Where {
    sql: String,
    values: Vec<Value>,
}

impl Where {
    fn add(&mut self, condition: &str, value: impl Into<Value>) {
        self.values.push(value.into());
        self.sql.push_str(" AND ");
        self.sql.push_str(&condition.replace('?', &format!("?{}", self.values.len())));
    }
}

fn conditions(filter: &CustomerFilter, rules: &[TagRuleRecord], today: Day) -> Where {
    let mut w = Where { sql: String::from("c.merged_into_id IS NULL"), values: Vec::new() };
    w.add("c.status = ?", filter.status.unwrap_or(Status::Active).as_str().to_owned());
    let list = |ids: Vec<i64>| serde_json::to_string(&ids).unwrap_or_else(|_| "[]".into());
    if !filter.levels.is_empty() {
        w.add("s.level_id IN (SELECT value FROM json_each(?))", list(filter.levels.iter().map(|id| id.0).collect()));
    }
    if !filter.tags.is_empty() {
        w.values.push(list(filter.tags.iter().map(|id| id.0).collect()).into());
        let mut any = format!(
            "EXISTS (SELECT 1 FROM customer_tag ct WHERE ct.customer_id = c.id AND ct.tag_id IN (SELECT value FROM json_each(?{})))",
            w.values.len()
        );
        // Those whom a rule gives one of the tags.
        for rule in rules.iter().filter(|rule| rule.is_on && filter.tags.contains(&rule.tag)) {
            let meant = tag_rule::meant(&rule.conditions, today, None, std::mem::take(&mut w.values));
            w.values = meant.values;
            any.push_str(&format!(" OR ({})", meant.sql));
        }
        w.sql.push_str(&format!(" AND ({any})"));
    }
    if let Some(staff) = filter.staff {
        w.add("c.staff_id = ?", staff.0);
    }
    if let Some(min) = filter.spend_min {
        w.add("s.net_spend >= ?", min.0);
    }
    if let Some(max) = filter.spend_max {
        w.add("s.net_spend <= ?", max.0);
    }
    if let Some(from) = filter.visited_from {
        w.add("s.last_visit >= ?", from.to_string());
    }
    if let Some(to) = filter.visited_to {
        w.add("s.last_visit <= ?", to.to_string());
    }
    if filter.never_visited {
        w.sql.push_str(" AND s.last_visit IS NULL");
    }
    if let Some(month) = filter.birthday_month {
        // Two parameters in one condition: the year is a number of ours, so it can stand in the text.
        let year = today.year();
        let of = "c.birthday_calendar, c.birthday_month, c.birthday_day, c.birthday_leap";
        w.add(&format!("birthday_month_in({of}, {year}) = ?"), i64::from(month));
    }
    if let Some(below) = filter.completeness_below {
        w.add("s.completeness < ?", below);
    }
    w
}

/// The rules that give tags, where tags are asked for.
fn rules(db: &Connection, filter: &CustomerFilter) -> Result<Vec<TagRuleRecord>> {
    if filter.tags.is_empty() { Ok(Vec::new()) } else { tag_rule::list(db) }
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
    let mut w = conditions(filter, &rules(db, filter)?, today);
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
            w.sql.push_str(" AND s.last_visit_at IS NULL");
            w.add(&format!("{id} {sign} ?"), cursor.id);
        } else {
            w.values.push(value);
            let at = w.values.len();
            w.values.push(Value::from(cursor.id));
            let ids = w.values.len();
            let never = if matches!(sort, CustomerSort::LastVisit) { " OR s.last_visit_at IS NULL" } else { "" };
            w.sql.push_str(&format!(" AND (({sorted}, {id}) {sign} (?{at}, ?{ids}){never})"));
        }
    }
    w.values.push(Value::from(limit));
    let direction = if descending { "DESC" } else { "ASC" };
    let sql = format!(
        "SELECT {key} AS sort_key, c.id, c.member_no, c.name,
           (SELECT number FROM phone p WHERE p.customer_id = c.id ORDER BY position, id LIMIT 1) AS phone,
           l.name AS level, l.rank, s.points, s.net_spend, s.visits, s.last_visit, s.completeness, st.name AS staff, c.joined_on
         FROM {from} JOIN level l ON l.id = s.level_id LEFT JOIN staff st ON st.id = c.staff_id
         WHERE {} ORDER BY {sorted} {direction}, {id} {direction} LIMIT ?{}",
        w.sql,
        w.values.len()
    );
    let values: Vec<&dyn ToSql> = w.values.iter().map(|value| value as &dyn ToSql).collect();
    super::rows(db, &sql, &values[..], |row| {
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
    let w = conditions(filter, &rules(db, filter)?, today);
    let values: Vec<&dyn ToSql> = w.values.iter().map(|value| value as &dyn ToSql).collect();
    let sql = format!("SELECT count(*) FROM customer c JOIN customer_stats s ON s.customer_id = c.id WHERE {}", w.sql);
    Ok(super::row(db, &sql, &values[..], |row| row.get(0))?.unwrap_or(0))
}
