//! Who was not seen for long, and what of hers is still open.

use super::personal;
use crate::clock::Day;
use crate::error::Result;
use crate::ids::CustomerId;
use crate::wire::customers::{Person, Status};
use crate::wire::privacy::RetentionRow;
use rusqlite::{Connection, named_params};

/// Archives in which nobody was seen since a day, given `:before`.
const AWAY: &str = "FROM customer c JOIN customer_stats s ON s.customer_id = c.id
    WHERE c.merged_into_id IS NULL AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.customer_id = c.id)
      AND coalesce(s.last_visit, c.joined_on) < :before";

/// What keeps somebody from the list, given `:today`.
const OPEN: &str = "EXISTS (SELECT 1 FROM complaint k WHERE k.customer_id = c.id AND k.solved_at IS NULL)
    OR EXISTS (SELECT 1 FROM voucher w WHERE w.customer_id = c.id AND w.used_visit_id IS NULL AND w.cancelled_at IS NULL AND w.valid_to >= :today)
    OR EXISTS (SELECT 1 FROM benefit_grant b WHERE b.customer_id = c.id AND b.given_on IS NULL AND coalesce(b.valid_to, :today) >= :today)";

/// The longest away first.
pub(crate) fn away(db: &Connection, before: Day, today: Day, limit: i64) -> Result<Vec<RetentionRow>> {
    let sql = format!(
        "SELECT c.id, c.member_no, c.name, (SELECT number FROM phone p WHERE p.customer_id = c.id ORDER BY position, id LIMIT 1),
           s.last_visit, c.joined_on, (SELECT max(day) FROM contact k WHERE k.customer_id = c.id), s.visits, s.net_spend, s.points, c.status
         {AWAY} AND NOT ({OPEN}) ORDER BY coalesce(s.last_visit, c.joined_on), c.id LIMIT :limit"
    );
    super::rows(db, &sql, named_params! {":before": before, ":today": today, ":limit": limit}, |row| {
        Ok(RetentionRow {
            person: Person { id: row.get(0)?, member_no: row.get(1)?, name: row.get(2)?, phone: row.get(3)? },
            last_visit: row.get(4)?,
            joined_on: row.get(5)?,
            last_contact: row.get(6)?,
            visits: row.get(7)?,
            net_spend: row.get(8)?,
            points: row.get(9)?,
            archived: row.get::<_, Status>(10)? != Status::Active,
        })
    })
}

/// How many are away with nothing open, and how many with something.
pub(crate) fn count(db: &Connection, before: Day, today: Day) -> Result<(i64, i64)> {
    let sql = format!("SELECT coalesce(sum(NOT ({OPEN})), 0), coalesce(sum({OPEN}), 0) {AWAY}");
    let found = super::row(db, &sql, named_params! {":before": before, ":today": today}, |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.unwrap_or_default())
}

/// What of hers is not finished: complaints, vouchers, benefits, events.
pub(crate) struct Unfinished {
    pub complaints: i64,
    pub vouchers: i64,
    pub benefits: i64,
    pub events: i64,
    pub points: i64,
}

/// Reads it.
pub(crate) fn unfinished(db: &Connection, people: &[CustomerId], today: Day) -> Result<Unfinished> {
    let people = personal::people(people);
    let count = |sql: &str| -> Result<i64> {
        let sql = format!("WITH now(today) AS (SELECT :today) {sql}");
        let params = named_params! {":people": people, ":today": today};
        Ok(super::row(db, &sql, params, |row| row.get(0))?.unwrap_or(0))
    };
    Ok(Unfinished {
        complaints: count(
            "SELECT count(*) FROM complaint WHERE customer_id IN (SELECT value FROM json_each(:people)) AND solved_at IS NULL",
        )?,
        vouchers: count(
            "SELECT count(*) FROM voucher, now WHERE customer_id IN (SELECT value FROM json_each(:people)) AND used_visit_id IS NULL
               AND cancelled_at IS NULL AND valid_to >= today",
        )?,
        benefits: count(
            "SELECT count(*) FROM benefit_grant, now WHERE customer_id IN (SELECT value FROM json_each(:people)) AND given_on IS NULL
               AND coalesce(valid_to, today) >= today",
        )?,
        events: count(
            "SELECT count(*) FROM event_guest g JOIN event e ON e.id = g.event_id, now
             WHERE g.customer_id IN (SELECT value FROM json_each(:people)) AND e.cancelled_on IS NULL AND e.to_day >= today",
        )?,
        points: count("SELECT coalesce(sum(points), 0) FROM customer_stats WHERE customer_id IN (SELECT value FROM json_each(:people))")?,
    })
}
