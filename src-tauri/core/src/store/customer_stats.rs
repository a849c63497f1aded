//! Table `customer_stats`: cached conclusions, each equal to its rebuild.

use crate::clock::Day;
use crate::error::Result;
use crate::ids::CustomerId;
use crate::stats::CustomerStats;
use chrono::Days;
use rusqlite::{Connection, Row, ToSql, named_params};

const KEEPS: &str = "(SELECT o.keeps_until FROM level_outlook o WHERE o.customer_id = customer_stats.customer_id) AS keeps_until";

const COLUMNS: &str = "customer_id, visits, purchases, purchase_days, pieces, net_spend, first_purchase, last_purchase, last_visit,
    last_visit_at, level_id, level_since, points, points_on, points_next_expiry, completeness";

/// Reads [`COLUMNS`] and [`KEEPS`] by their places.
fn from_row(row: &Row<'_>) -> rusqlite::Result<CustomerStats> {
    Ok(CustomerStats {
        customer: row.get(0)?,
        visits: row.get(1)?,
        purchases: row.get(2)?,
        purchase_days: row.get(3)?,
        pieces: row.get(4)?,
        net_spend: row.get(5)?,
        first_purchase: row.get(6)?,
        last_purchase: row.get(7)?,
        last_visit: row.get(8)?,
        last_visit_at: row.get(9)?,
        level: row.get(10)?,
        level_since: row.get(11)?,
        points: row.get(12)?,
        points_on: row.get(13)?,
        points_next_expiry: row.get(14)?,
        completeness: row.get(15)?,
        keeps_until: row.get(16)?,
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
    // A row that cannot be read is as good as none: it is written anew.
    match get(db, stats.customer).unwrap_or_default() {
        Some(known) if known == *stats => Ok(()),
        Some(known) => {
            update(db, stats, &known)?;
            if known.keeps_until == stats.keeps_until { Ok(()) } else { put_outlook(db, stats) }
        }
        None => {
            replace(db, stats)?;
            put_outlook(db, stats)
        }
    }
}

fn update(db: &Connection, stats: &CustomerStats, known: &CustomerStats) -> Result<()> {
    let mut sql = "UPDATE customer_stats SET visits = :visits, purchases = :purchases, purchase_days = :purchase_days, pieces = :pieces,
           first_purchase = :first_purchase, last_purchase = :last_purchase, last_visit = :last_visit, points = :points,
           points_on = :points_on, completeness = :completeness"
        .to_owned();
    let mut bound: Vec<(&str, &dyn ToSql)> = vec![
        (":customer", &stats.customer),
        (":visits", &stats.visits),
        (":purchases", &stats.purchases),
        (":purchase_days", &stats.purchase_days),
        (":pieces", &stats.pieces),
        (":first_purchase", &stats.first_purchase),
        (":last_purchase", &stats.last_purchase),
        (":last_visit", &stats.last_visit),
        (":points", &stats.points),
        (":points_on", &stats.points_on),
        (":completeness", &stats.completeness),
    ];
    let indexed: [(bool, &str, &str, &dyn ToSql); 5] = [
        (known.net_spend != stats.net_spend, ", net_spend = :net_spend", ":net_spend", &stats.net_spend),
        (known.last_visit_at != stats.last_visit_at, ", last_visit_at = :at", ":at", &stats.last_visit_at),
        (known.level != stats.level, ", level_id = :level", ":level", &stats.level),
        (known.level_since != stats.level_since, ", level_since = :since", ":since", &stats.level_since),
        (known.points_next_expiry != stats.points_next_expiry, ", points_next_expiry = :expiry", ":expiry", &stats.points_next_expiry),
    ];
    for (_, set, name, value) in indexed.into_iter().filter(|(differs, ..)| *differs) {
        sql.push_str(set);
        bound.push((name, value));
    }
    sql.push_str(" WHERE customer_id = :customer");
    super::run(db, &sql, &bound[..])?;
    Ok(())
}

fn put_outlook(db: &Connection, stats: &CustomerStats) -> Result<()> {
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

fn replace(db: &Connection, stats: &CustomerStats) -> Result<()> {
    super::run(
        db,
        &format!(
            "INSERT OR REPLACE INTO customer_stats ({COLUMNS}) VALUES (:customer, :visits, :purchases, :purchase_days, :pieces, :net_spend,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::LevelId;
    use crate::money::Fen;
    use crate::store::open::Store;

    fn stats() -> CustomerStats {
        let day = Day::from_ymd_opt(2026, 11, 21);
        CustomerStats {
            customer: CustomerId(1),
            visits: 3,
            purchases: 2,
            purchase_days: 2,
            pieces: 4,
            net_spend: Fen(100),
            first_purchase: day,
            last_purchase: day,
            last_visit: day,
            last_visit_at: Some(1_000),
            level: LevelId(1),
            level_since: None,
            keeps_until: None,
            points: 7,
            points_on: day.unwrap(),
            points_next_expiry: None,
            completeness: 20,
        }
    }

    /// A book with two levels and one customer, of whom nothing was concluded yet.
    fn book() -> (Store, tempfile::TempDir) {
        let folder = tempfile::TempDir::new().unwrap();
        let store = Store::create(&folder.path().join("shop.shuke"), None, |_| Ok(())).unwrap();
        let rows = "INSERT INTO level (id, rank, name, benefits) VALUES (1, 0, 'a', '{}'), (2, 1, 'b', '{}');
             INSERT INTO customer (id, member_no, name, name_key, joined_on) VALUES (1, '1', 'n', 'n', '2026-11-21');";
        store.db().unwrap().execute_batch(rows).unwrap();
        (store, folder)
    }

    #[track_caller]
    fn stands(db: &Connection, stats: &CustomerStats) {
        put(db, stats).unwrap();
        assert_eq!(get(db, stats.customer).unwrap().as_ref(), Some(stats));
        let whole: String = db.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        assert_eq!(whole, "ok", "each index says what the row says");
    }

    #[test]
    fn whatever_changed_is_written_and_nothing_else() {
        let (store, _folder) = book();
        let db = store.db().unwrap();
        stands(db, &stats());
        let other = Day::from_ymd_opt(2027, 1, 5);
        type Change = fn(&mut CustomerStats, Option<Day>);
        let changes: [Change; 16] = [
            |s, _| s.visits = 9,
            |s, _| s.purchases = 9,
            |s, _| s.purchase_days = 9,
            |s, _| s.pieces = -9,
            |s, _| s.net_spend = Fen(9),
            |s, day| s.first_purchase = day,
            |s, day| s.last_purchase = day,
            |s, day| s.last_visit = day,
            |s, _| s.last_visit_at = Some(9),
            |s, _| s.level = LevelId(2),
            |s, day| s.level_since = day,
            |s, day| s.keeps_until = day,
            |s, _| s.points = -9,
            |s, day| s.points_on = day.unwrap(),
            |s, day| s.points_next_expiry = day,
            |s, _| s.completeness = 9,
        ];
        let mut all = stats();
        for change in changes {
            let mut one = stats();
            change(&mut one, other);
            assert_ne!(one, stats());
            stands(db, &one);
            stands(db, &stats());
            change(&mut all, other);
            stands(db, &all);
            let written = db.total_changes();
            put(db, &all).unwrap();
            assert_eq!(db.total_changes(), written, "the same again is not written");
            stands(db, &stats());
        }
    }

    #[test]
    fn a_row_that_cannot_be_read_is_written_anew() {
        let (store, _folder) = book();
        let db = store.db().unwrap();
        stands(db, &stats());
        db.execute_batch("UPDATE customer_stats SET points_on = 'no day', level_since = 'none', net_spend = 5").unwrap();
        assert!(get(db, CustomerId(1)).is_err());
        stands(db, &stats());
    }
}
