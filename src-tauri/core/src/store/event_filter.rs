//! Choosing guests over `customer`, `customer_stats` and `visit`.

use crate::clock::Day;
use crate::error::Result;
use crate::ids::{CustomerId, EventId};
use crate::wire::customers::Person;
use crate::wire::events::{CallRule, GuestFilter, GuestSample, InviteBy};
use chrono::{Datelike, Days};
use rusqlite::types::Value;
use rusqlite::{Connection, ToSql};

/// Somebody whom the choice found.
pub(crate) struct Found {
    pub guest: GuestSample,
    pub already: bool,
}

/// Who is looked for.
pub(crate) enum Asked<'a> {
    /// These.
    Named(&'a [CustomerId]),
    /// Whoever a filter lets through.
    Filtered(&'a GuestFilter),
}

struct Where {
    sql: String,
    values: Vec<Value>,
}

impl Where {
    /// Adds a condition; each `?` of it takes the next value.
    fn add<const N: usize>(&mut self, condition: &str, values: [Value; N]) {
        self.sql.push_str(" AND ");
        let mut rest = condition;
        for value in values {
            self.values.push(value);
            let (before, after) = rest.split_once('?').unwrap_or((rest, ""));
            self.sql.push_str(before);
            self.sql.push_str(&format!("?{}", self.values.len()));
            rest = after;
        }
        self.sql.push_str(rest);
    }

    fn parameter(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("?{}", self.values.len())
    }
}

fn ids(list: impl Iterator<Item = i64>) -> Value {
    serde_json::to_string(&list.collect::<Vec<i64>>()).unwrap_or_else(|_| "[]".into()).into()
}

fn days_ago(today: Day, days: i64) -> Value {
    today.checked_sub_days(Days::new(days.unsigned_abs())).unwrap_or(Day::MIN).to_string().into()
}

fn filtered(w: &mut Where, filter: &GuestFilter, today: Day) {
    w.add("c.status = ?", [Value::from("active".to_owned())]);
    if let Some(level) = filter.level {
        w.add("l.rank >= (SELECT rank FROM level WHERE id = ?)", [level.0.into()]);
    }
    if !filter.tags.is_empty() {
        w.add(
            "EXISTS (SELECT 1 FROM customer_tag ct WHERE ct.customer_id = c.id AND ct.tag_id IN (SELECT value FROM json_each(?)))",
            [ids(filter.tags.iter().map(|tag| tag.0))],
        );
    }
    if let Some(staff) = filter.staff {
        w.add("c.staff_id = ?", [staff.0.into()]);
    }
    match (filter.spend_min, filter.spend_days) {
        (Some(least), None) => w.add("s.net_spend >= ?", [least.0.into()]),
        // The last N days are today and the N - 1 before it.
        (Some(least), Some(days)) => w.add(
            "(SELECT coalesce(sum(v.total), 0) FROM visit v WHERE v.customer_id = c.id AND v.day > ? AND v.day <= ? AND v.voided_at IS NULL)
             >= ?",
            [days_ago(today, days), today.to_string().into(), least.0.into()],
        ),
        (None, _) => {}
    }
    if let Some(days) = filter.visited_within {
        w.add("s.last_visit > ?", [days_ago(today, days)]);
    }
    if let Some(days) = filter.away_for {
        w.add("s.last_visit <= ?", [days_ago(today, days)]);
    }
    if let Some(month) = filter.birthday_month {
        let year = i64::from(today.year());
        let of = "c.birthday_calendar, c.birthday_month, c.birthday_day, c.birthday_leap";
        w.add(&format!("birthday_month_in({of}, ?) = ?"), [year.into(), i64::from(month).into()]);
    }
}

/// Everybody who was asked for and is in use, by spend, with how she would be invited.
pub(crate) fn choose(db: &Connection, event: EventId, asked: &Asked<'_>, call: CallRule, today: Day) -> Result<Vec<Found>> {
    let mut w = Where { sql: "c.merged_into_id IS NULL".into(), values: Vec::new() };
    let event = w.parameter(event.0);
    let mut important = "0".to_owned();
    if let Some(level) = call.level {
        let level = w.parameter(level.0);
        important.push_str(&format!(" OR l.rank >= (SELECT rank FROM level WHERE id = {level})"));
    }
    if let Some(spend) = call.spend {
        let spend = w.parameter(spend.0);
        important.push_str(&format!(" OR s.net_spend >= {spend}"));
    }
    match asked {
        Asked::Named(named) => w.add("c.id IN (SELECT value FROM json_each(?))", [ids(named.iter().map(|id| id.0))]),
        Asked::Filtered(filter) => filtered(&mut w, filter, today),
    }
    let sql = format!(
        "SELECT c.id, c.member_no, c.name, (SELECT number FROM phone p WHERE p.customer_id = c.id ORDER BY position, id LIMIT 1) AS phone,
           l.name AS level, l.rank, s.net_spend, ({important}) AS important,
           EXISTS (SELECT 1 FROM event_guest g WHERE g.event_id = {event} AND g.customer_id = c.id) AS already
         FROM customer c JOIN customer_stats s ON s.customer_id = c.id JOIN level l ON l.id = s.level_id
         WHERE {} ORDER BY s.net_spend DESC, c.id",
        w.sql
    );
    let values: Vec<&dyn ToSql> = w.values.iter().map(|value| value as &dyn ToSql).collect();
    super::rows(db, &sql, &values[..], |row| {
        let important: bool = row.get("important")?;
        let guest = GuestSample {
            customer: Person { id: row.get("id")?, member_no: row.get("member_no")?, name: row.get("name")?, phone: row.get("phone")? },
            level: row.get("level")?,
            level_rank: row.get("rank")?,
            net_spend: row.get("net_spend")?,
            invite_by: if important { InviteBy::Call } else { InviteBy::Message },
        };
        Ok(Found { guest, already: row.get("already")? })
    })
}
