//! Table `customer_stats`: cached conclusions, each equal to its rebuild.

use crate::clock::Day;
use crate::error::Result;
use crate::ids::CustomerId;
use crate::stats::CustomerStats;
use chrono::Days;
use rusqlite::{Connection, Row, named_params};

const KEEPS: &str = "(SELECT o.keeps_until FROM level_outlook o WHERE o.customer_id = customer_stats.customer_id) AS keeps_until";

const COLUMNS: &str = "customer_id, visits, purchases, purchase_days, pieces, net_spend, first_purchase, last_purchase, last_visit,
    last_visit_at, level_id, level_since, points, points_on, points_next_expiry, completeness";

pub(crate) fn from_row(row: &Row<'_>) -> rusqlite::Result<CustomerStats> {
    Ok(CustomerStats {
        customer: row.get("customer_id")?,
        visits: row.get("visits")?,
        purchases: row.get("purchases")?,
        purchase_days: row.get("purchase_days")?,
        pieces: row.get("pieces")?,
        net_spend: row.get("net_spend")?,
        first_purchase: row.get("first_purchase")?,
        last_purchase: row.get("last_purchase")?,
        last_visit: row.get("last_visit")?,
        last_visit_at: row.get("last_visit_at")?,
        level: row.get("level_id")?,
        level_since: row.get("level_since")?,
        keeps_until: row.get("keeps_until")?,
        points: row.get("points")?,
        points_on: row.get("points_on")?,
        points_next_expiry: row.get("points_next_expiry")?,
        completeness: row.get("completeness")?,
    })
}

/// The cached row of one customer.
pub(crate) fn get(db: &Connection, customer: CustomerId) -> Result<Option<CustomerStats>> {
    super::row(
        db,
        &format!("SELECT {COLUMNS}, {KEEPS} FROM customer_stats WHERE customer_id = :customer"),
        named_params! {":customer": customer},
        from_row,
    )
}

/// The cached rows in a range of ids.
pub(crate) fn between(db: &Connection, first: CustomerId, last: CustomerId) -> Result<Vec<CustomerStats>> {
    super::rows(
        db,
        &format!("SELECT {COLUMNS}, {KEEPS} FROM customer_stats WHERE customer_id BETWEEN :first AND :last ORDER BY customer_id"),
        named_params! {":first": first, ":last": last},
        from_row,
    )
}

/// Writes a row. What has an index of its own is written only where it changed: each such index is a page more in a commit.
pub(crate) fn put(db: &Connection, stats: &CustomerStats) -> Result<()> {
    let known = super::run(
        db,
        "UPDATE customer_stats SET visits = :visits, purchases = :purchases, purchase_days = :purchase_days, pieces = :pieces,
           first_purchase = :first_purchase, last_purchase = :last_purchase, last_visit = :last_visit, points = :points,
           points_on = :points_on, completeness = :completeness
         WHERE customer_id = :customer",
        named_params! {
            ":customer": stats.customer, ":visits": stats.visits, ":purchases": stats.purchases, ":purchase_days": stats.purchase_days,
            ":pieces": stats.pieces, ":first_purchase": stats.first_purchase, ":last_purchase": stats.last_purchase,
            ":last_visit": stats.last_visit, ":points": stats.points, ":points_on": stats.points_on, ":completeness": stats.completeness,
        },
    )?;
    if known == 0 {
        insert(db, stats)?
    } else {
        put_indexed(db, stats)?
    }
    let whose = named_params! {":customer": stats.customer};
    match stats.keeps_until {
        None => super::run(db, "DELETE FROM level_outlook WHERE customer_id = :customer", whose)?,
        Some(day) => super::run(
            db,
            "INSERT INTO level_outlook (customer_id, keeps_until) VALUES (:customer, :day)
             ON CONFLICT (customer_id) DO UPDATE SET keeps_until = excluded.keeps_until WHERE keeps_until <> excluded.keeps_until",
            named_params! {":customer": stats.customer, ":day": day},
        )?,
    };
    Ok(())
}

fn put_indexed(db: &Connection, stats: &CustomerStats) -> Result<()> {
    super::run(
        db,
        "UPDATE customer_stats SET net_spend = :net_spend WHERE customer_id = :customer AND net_spend <> :net_spend",
        named_params! {":customer": stats.customer, ":net_spend": stats.net_spend},
    )?;
    super::run(
        db,
        "UPDATE customer_stats SET last_visit_at = :at WHERE customer_id = :customer AND last_visit_at IS NOT :at",
        named_params! {":customer": stats.customer, ":at": stats.last_visit_at},
    )?;
    super::run(
        db,
        "UPDATE customer_stats SET level_id = :level, level_since = :since
         WHERE customer_id = :customer AND (level_id <> :level OR level_since IS NOT :since)",
        named_params! {":customer": stats.customer, ":level": stats.level, ":since": stats.level_since},
    )?;
    super::run(
        db,
        "UPDATE customer_stats SET points_next_expiry = :day WHERE customer_id = :customer AND points_next_expiry IS NOT :day",
        named_params! {":customer": stats.customer, ":day": stats.points_next_expiry},
    )?;
    Ok(())
}

fn insert(db: &Connection, stats: &CustomerStats) -> Result<()> {
    super::run(
        db,
        &format!(
            "INSERT INTO customer_stats ({COLUMNS}) VALUES (:customer, :visits, :purchases, :purchase_days, :pieces, :net_spend,
             :first_purchase, :last_purchase, :last_visit, :last_visit_at, :level, :level_since, :points, :points_on, :points_next_expiry,
             :completeness)"
        ),
        named_params! {
            ":customer": stats.customer, ":visits": stats.visits, ":purchases": stats.purchases, ":purchase_days": stats.purchase_days,
            ":pieces": stats.pieces, ":net_spend": stats.net_spend, ":first_purchase": stats.first_purchase,
            ":last_purchase": stats.last_purchase, ":last_visit": stats.last_visit, ":last_visit_at": stats.last_visit_at,
            ":level": stats.level, ":level_since": stats.level_since, ":points": stats.points, ":points_on": stats.points_on,
            ":points_next_expiry": stats.points_next_expiry, ":completeness": stats.completeness,
        },
    )?;
    Ok(())
}

/// Takes the row of a customer away.
pub(crate) fn delete(db: &Connection, customer: CustomerId) -> Result<()> {
    super::run(db, "DELETE FROM level_outlook WHERE customer_id = :customer", named_params! {":customer": customer})?;
    super::run(db, "DELETE FROM customer_stats WHERE customer_id = :customer", named_params! {":customer": customer})?;
    Ok(())
}

/// Takes rows away whose customer is gone.
pub(crate) fn delete_orphans(db: &Connection) -> Result<()> {
    super::run(db, "DELETE FROM level_outlook WHERE customer_id NOT IN (SELECT id FROM customer)", [])?;
    super::run(db, "DELETE FROM customer_stats WHERE customer_id NOT IN (SELECT id FROM customer)", [])?;
    Ok(())
}

/// The last day for which anybody's points were counted; nothing in a book without customers.
pub(crate) fn counted_on(db: &Connection) -> Result<Option<Day>> {
    Ok(super::row(db, "SELECT max(points_on) FROM customer_stats", [], |row| row.get(0))?.flatten())
}

/// Customers whose points were counted for a day after today: by a clock that ran ahead, or in a copy made by one. And those of whom
/// an entry that such a clock dated ahead has come due, however long ago.
pub(crate) fn counted_ahead(db: &Connection, today: Day) -> Result<Vec<CustomerId>> {
    super::rows(
        db,
        "SELECT customer_id FROM customer_stats WHERE points_on > :today
         UNION SELECT p.customer_id FROM points_entry p CROSS JOIN customer_stats s ON s.customer_id = p.customer_id
           WHERE p.day <= :today AND p.day > s.points_on",
        named_params! {":today": today},
        |row| row.get(0),
    )
}

/// For how many days back entries dated ahead are looked for whenever the day turns; a day is seldom skipped for longer.
const DATED_AHEAD: Days = Days::new(7);

/// Customers whose points ran out between the day they were counted and today, those whose level outlived its review, and those of whom
/// an entry has come due that was dated ahead, by a clock that was set back since or in another time zone.
pub(crate) fn out_of_date(db: &Connection, today: Day) -> Result<Vec<CustomerId>> {
    super::rows(
        db,
        "SELECT customer_id FROM customer_stats WHERE points_next_expiry IS NOT NULL AND points_next_expiry < :today
         UNION SELECT customer_id FROM level_outlook WHERE keeps_until < :today
         UNION SELECT p.customer_id FROM points_entry p CROSS JOIN customer_stats s ON s.customer_id = p.customer_id
           WHERE p.day BETWEEN :since AND :today AND p.day > s.points_on",
        named_params! {":today": today, ":since": today.checked_sub_days(DATED_AHEAD).unwrap_or(today)},
        |row| row.get(0),
    )
}
