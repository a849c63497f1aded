//! Table `points_entry` across customers, and who entered what.

use crate::clock::Day;
use crate::error::Result;
use crate::ids::{CustomerId, PointsId, VisitId};
use crate::points::PointsKind;
use rusqlite::{Connection, named_params};
use std::collections::BTreeMap;

/// An entry as the register shows it.
pub(crate) struct RegisterRow {
    pub id: PointsId,
    pub customer: CustomerId,
    pub day: Day,
    pub kind: PointsKind,
    pub points: i64,
    pub visit: Option<VisitId>,
    pub reason: Option<String>,
    pub by: Option<String>,
}

/// The sums over all customers.
pub(crate) struct Sums {
    pub holders: i64,
    pub outstanding: i64,
    pub owing: i64,
    pub owed: i64,
}

/// Who entered each of a customer's entries; those that came in by an import are left out.
pub(crate) fn entered_by(db: &Connection, customer: CustomerId) -> Result<BTreeMap<PointsId, String>> {
    let by = super::who_added("points_entry", "p");
    let found = super::rows(
        db,
        &format!("SELECT p.id, {by} FROM points_entry p WHERE p.customer_id = :customer"),
        named_params! {":customer": customer},
        |row| Ok((row.get::<_, PointsId>(0)?, row.get::<_, Option<String>>(1)?)),
    )?;
    Ok(found.into_iter().filter_map(|(id, by)| Some((id, by?))).collect())
}

/// The latest entries before an id; only those no visit made, if asked.
pub(crate) fn page(db: &Connection, by_hand: bool, before: PointsId, limit: i64) -> Result<Vec<RegisterRow>> {
    let by = super::who_added("points_entry", "p");
    let only = if by_hand { "p.visit_id IS NULL AND" } else { "" };
    super::rows(
        db,
        &format!(
            "SELECT p.id, p.customer_id, p.day, p.kind, p.points, p.visit_id, p.reason, {by}
             FROM points_entry p WHERE {only} p.id < :before ORDER BY p.id DESC LIMIT :limit"
        ),
        named_params! {":before": before, ":limit": limit},
        |row| {
            Ok(RegisterRow {
                id: row.get(0)?,
                customer: row.get(1)?,
                day: row.get(2)?,
                kind: super::points::kind_of(&row.get::<_, String>(3)?),
                points: row.get(4)?,
                visit: row.get(5)?,
                reason: row.get(6)?,
                by: row.get(7)?,
            })
        },
    )
}

/// The sums, from the cached balances.
pub(crate) fn sums(db: &Connection) -> Result<Sums> {
    let found = super::row(
        db,
        "SELECT count(*) FILTER (WHERE points > 0), coalesce(sum(points) FILTER (WHERE points > 0), 0),
                count(*) FILTER (WHERE points < 0), coalesce(-sum(points) FILTER (WHERE points < 0), 0)
         FROM customer_stats",
        [],
        |row| Ok(Sums { holders: row.get(0)?, outstanding: row.get(1)?, owing: row.get(2)?, owed: row.get(3)? }),
    )?;
    Ok(found.unwrap_or(Sums { holders: 0, outstanding: 0, owing: 0, owed: 0 }))
}
