//! Table `segment`, and whom a filter finds.

use super::condition::{MEMBERS, Sieve};
use crate::clock::Day;
use crate::error::Result;
use crate::ids::{CustomerId, SegmentId};
use crate::money::Fen;
use crate::wire::segments::{Segment, SegmentCondition};
use rusqlite::{Connection, Row, named_params};

const COLUMNS: &str = "id, key, name, filter, strategy";

fn from_row(row: &Row<'_>) -> rusqlite::Result<(Segment, String)> {
    let segment = Segment {
        id: row.get("id")?,
        name: row.get("name")?,
        filter: SegmentCondition::All { of: Vec::new() },
        strategy: row.get("strategy")?,
        is_preset: row.get::<_, Option<String>>("key")?.is_some(),
    };
    Ok((segment, row.get("filter")?))
}

fn whole((segment, filter): (Segment, String)) -> Result<Segment> {
    Ok(Segment { filter: serde_json::from_str(&filter)?, ..segment })
}

/// All segments in their order.
pub(crate) fn list(db: &Connection) -> Result<Vec<Segment>> {
    let found = super::rows(db, &format!("SELECT {COLUMNS} FROM segment ORDER BY position, id"), [], from_row)?;
    found.into_iter().map(whole).collect()
}

/// One segment.
pub(crate) fn get(db: &Connection, id: SegmentId) -> Result<Option<Segment>> {
    super::row(db, &format!("SELECT {COLUMNS} FROM segment WHERE id = :id"), named_params! {":id": id}, from_row)?.map(whole).transpose()
}

/// Adds a segment at the end.
pub(crate) fn insert(
    db: &Connection,
    key: Option<&str>,
    name: &str,
    filter: &SegmentCondition,
    strategy: Option<&str>,
) -> Result<SegmentId> {
    super::run(
        db,
        "INSERT INTO segment (key, name, filter, strategy, position)
         VALUES (:key, :name, :filter, :strategy, (SELECT coalesce(max(position), -1) + 1 FROM segment))",
        named_params! {":key": key, ":name": name, ":filter": serde_json::to_string(filter)?, ":strategy": strategy},
    )?;
    Ok(SegmentId(db.last_insert_rowid()))
}

/// Changes a segment.
pub(crate) fn update(db: &Connection, id: SegmentId, name: &str, filter: &SegmentCondition, strategy: Option<&str>) -> Result<usize> {
    super::run(
        db,
        "UPDATE segment SET name = :name, filter = :filter, strategy = :strategy WHERE id = :id",
        named_params! {":id": id, ":name": name, ":filter": serde_json::to_string(filter)?, ":strategy": strategy},
    )
}

/// Takes a segment away.
pub(crate) fn delete(db: &Connection, id: SegmentId) -> Result<usize> {
    super::run(db, "DELETE FROM segment WHERE id = :id", named_params! {":id": id})
}

/// How many customers are in use.
pub(crate) fn all(db: &Connection) -> Result<i64> {
    Ok(super::row(db, &format!("SELECT count(*) {MEMBERS}"), [], |row| row.get(0))?.unwrap_or(0))
}

/// How many customers in use a filter finds, and what they paid ever.
pub(crate) fn count(db: &Connection, filter: &SegmentCondition, today: Day) -> Result<(i64, Fen)> {
    let mut sieve = Sieve::new(db, today);
    let meant = sieve.meant(filter)?;
    let sql = format!("SELECT count(*), coalesce(sum(s.net_spend), 0) {MEMBERS} AND {meant}");
    Ok(super::row(db, &sql, &sieve.values()[..], |row| Ok((row.get(0)?, row.get(1)?)))?.unwrap_or_default())
}

/// Whom a filter finds, the last to come first.
pub(crate) fn members(db: &Connection, filter: &SegmentCondition, today: Day, limit: i64) -> Result<Vec<CustomerId>> {
    let mut sieve = Sieve::new(db, today);
    let (meant, limit) = (sieve.meant(filter)?, sieve.parameter(limit));
    let sql = format!("SELECT c.id {MEMBERS} AND {meant} ORDER BY s.last_visit_at DESC, c.id LIMIT {limit}");
    super::rows(db, &sql, &sieve.values()[..], |row| row.get(0))
}
