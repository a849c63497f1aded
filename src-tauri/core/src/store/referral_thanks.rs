//! Table `referral_thanks`.

use crate::clock::Day;
use crate::error::Result;
use crate::ids::{CustomerId, PointsId, ThanksId, VisitId, VoucherId};
use crate::money::Fen;
use rusqlite::{Connection, Row, named_params};

/// One thanks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ThanksRecord {
    pub id: ThanksId,
    pub referrer: CustomerId,
    pub referred: CustomerId,
    pub day: Day,
    pub what: String,
    pub voucher: Option<VoucherId>,
    pub points: Option<PointsId>,
    pub visit: Option<VisitId>,
    pub least: Fen,
}

const COLUMNS: &str = "id, referrer_id, referred_id, day, what, voucher_id, points_id, visit_id, least";

fn from_row(row: &Row<'_>) -> rusqlite::Result<ThanksRecord> {
    Ok(ThanksRecord {
        id: row.get("id")?,
        referrer: row.get("referrer_id")?,
        referred: row.get("referred_id")?,
        day: row.get("day")?,
        what: row.get("what")?,
        voucher: row.get("voucher_id")?,
        points: row.get("points_id")?,
        visit: row.get("visit_id")?,
        least: row.get("least")?,
    })
}

/// When somebody was thanked for somebody.
pub(crate) fn given_on(db: &Connection, referrer: CustomerId, referred: CustomerId) -> Result<Option<Day>> {
    super::row(
        db,
        "SELECT day FROM referral_thanks WHERE referrer_id = :referrer AND referred_id = :referred",
        named_params! {":referrer": referrer, ":referred": referred},
        |row| row.get(0),
    )
}

/// The thanks that rest on a purchase.
pub(crate) fn of_visit(db: &Connection, visit: VisitId) -> Result<Vec<ThanksRecord>> {
    super::rows(
        db,
        &format!("SELECT {COLUMNS} FROM referral_thanks WHERE visit_id = :visit ORDER BY id"),
        named_params! {":visit": visit},
        from_row,
    )
}

/// Thanks before an id, the latest first; of one referrer, or of all.
pub(crate) fn page(db: &Connection, referrer: Option<CustomerId>, before: ThanksId, limit: i64) -> Result<Vec<ThanksRecord>> {
    let of = if referrer.is_some() { "referrer_id = :referrer" } else { ":referrer IS NULL" };
    super::rows(
        db,
        &format!("SELECT {COLUMNS} FROM referral_thanks WHERE {of} AND id < :before ORDER BY id DESC LIMIT :limit"),
        named_params! {":referrer": referrer, ":before": before, ":limit": limit},
        from_row,
    )
}

/// How often each was thanked.
pub(crate) fn counts(db: &Connection) -> Result<Vec<(CustomerId, i64)>> {
    super::rows(db, "SELECT referrer_id, count(*) FROM referral_thanks GROUP BY referrer_id", [], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Writes thanks down; the id is ignored.
pub(crate) fn insert(db: &Connection, thanks: &ThanksRecord) -> Result<ThanksId> {
    super::run(
        db,
        "INSERT INTO referral_thanks (id, referrer_id, referred_id, day, what, voucher_id, points_id, visit_id, least)
         VALUES (:id, :referrer, :referred, :day, :what, :voucher, :points, :visit, :least)",
        named_params! {
            ":id": super::unused_id(db, "referral_thanks")?,
            ":referrer": thanks.referrer, ":referred": thanks.referred, ":day": thanks.day, ":what": thanks.what,
            ":voucher": thanks.voucher, ":points": thanks.points, ":visit": thanks.visit, ":least": thanks.least,
        },
    )?;
    Ok(ThanksId(db.last_insert_rowid()))
}

/// A gift of points with everything that took it back, or gave it back, since.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PointsGift {
    pub customer: CustomerId,
    pub points: i64,
    pub expires_on: Option<Day>,
    /// Its points and those of all that rests on it.
    pub net: i64,
    /// The latest entry that rests on it, or itself.
    pub last: PointsId,
}

/// The gift of an entry.
pub(crate) fn points_gift(db: &Connection, entry: PointsId) -> Result<Option<PointsGift>> {
    super::row(
        db,
        "WITH RECURSIVE chain (id, points) AS (
           SELECT id, points FROM points_entry WHERE id = :id
           UNION ALL SELECT p.id, p.points FROM chain JOIN points_entry p ON p.reverses_id = chain.id)
         SELECT e.customer_id, e.points, e.expires_on, c.net, c.last
         FROM (SELECT sum(points) AS net, max(id) AS last FROM chain) c JOIN points_entry e ON e.id = :id",
        named_params! {":id": entry},
        |row| Ok(PointsGift { customer: row.get(0)?, points: row.get(1)?, expires_on: row.get(2)?, net: row.get(3)?, last: row.get(4)? }),
    )
}
