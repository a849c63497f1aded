//! Table `points_entry`, as far as visits earn and spend: an entry of a visit with everything that took it back since.

use crate::clock::Day;
use crate::error::Result;
use crate::ids::{CustomerId, PointsId, VisitId};
use crate::points::{PointsEntry, Rate};
use rusqlite::{Connection, named_params};

/// What a visit earned or redeemed, and what is left of it after every reversal, and reversal of a reversal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Root {
    pub id: PointsId,
    pub customer: CustomerId,
    pub is_earn: bool,
    pub points: i64,
    pub rate: Option<Rate>,
    pub expires_on: Option<Day>,
    /// Its points and those of all that rests on it.
    pub net: i64,
    /// The latest entry that rests on it, or itself.
    pub last: PointsId,
}

/// The roots of a visit, oldest first.
pub(crate) fn roots(db: &Connection, visit: VisitId) -> Result<Vec<Root>> {
    super::rows(
        db,
        "WITH RECURSIVE chain (root, id, points) AS (
           SELECT id, id, points FROM points_entry WHERE visit_id = :visit AND kind IN ('earn', 'redeem')
           UNION ALL SELECT chain.root, p.id, p.points FROM chain JOIN points_entry p ON p.reverses_id = chain.id)
         SELECT e.id, e.customer_id, e.kind = 'earn', e.points, e.rate, e.expires_on, c.net, c.last
         FROM (SELECT root, sum(points) AS net, max(id) AS last FROM chain GROUP BY root) c JOIN points_entry e ON e.id = c.root
         ORDER BY e.id",
        named_params! {":visit": visit},
        |row| {
            Ok(Root {
                id: row.get(0)?,
                customer: row.get(1)?,
                is_earn: row.get(2)?,
                points: row.get(3)?,
                rate: row.get::<_, Option<i64>>(4)?.map(Rate),
                expires_on: row.get(5)?,
                net: row.get(6)?,
                last: row.get(7)?,
            })
        },
    )
}

/// Notes the rate at which an entry was earned.
pub(crate) fn insert_earned(db: &Connection, customer: CustomerId, entry: &PointsEntry, rate: Rate) -> Result<PointsId> {
    super::run(
        db,
        "INSERT INTO points_entry (customer_id, visit_id, day, at, kind, points, rate, expires_on)
         VALUES (:customer, :visit, :day, :at, 'earn', :points, :rate, :expires)",
        named_params! {
            ":customer": customer, ":visit": entry.visit, ":day": entry.day, ":at": entry.at, ":points": entry.points, ":rate": rate.0,
            ":expires": entry.expires_on,
        },
    )?;
    Ok(PointsId(db.last_insert_rowid()))
}

/// The points a visit moved.
pub(crate) fn moved_by(db: &Connection, visit: VisitId) -> Result<i64> {
    Ok(super::row(
        db,
        "SELECT coalesce(sum(points), 0) FROM points_entry WHERE visit_id = :visit",
        named_params! {":visit": visit},
        |row| row.get(0),
    )?
    .unwrap_or(0))
}
