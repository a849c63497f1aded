//! Table `points_entry`: the append-only ledger.

use super::contact_facts::{day, on};
use crate::clock::Now;
use crate::error::Result;
use crate::ids::{CustomerId, PointsId, VisitId};
use crate::points::{PointsEntry, PointsKind};
use rusqlite::{Connection, Row, named_params};

const COLUMNS: &str = "customer_id, id, day, at, kind, points, visit_id, expires_on, reverses_id, reason";

fn kind_text(kind: PointsKind) -> &'static str {
    match kind {
        PointsKind::Earn => "earn",
        PointsKind::Redeem => "redeem",
        PointsKind::Gift => "gift",
        PointsKind::Adjust => "adjust",
        PointsKind::Opening => "opening",
        PointsKind::Reverse => "reverse",
    }
}

pub(super) fn kind_of(text: &str) -> PointsKind {
    match text {
        "earn" => PointsKind::Earn,
        "redeem" => PointsKind::Redeem,
        "gift" => PointsKind::Gift,
        "opening" => PointsKind::Opening,
        "reverse" => PointsKind::Reverse,
        _ => PointsKind::Adjust,
    }
}

/// Reads [`COLUMNS`] by their places: a book has millions of entries.
fn from_row(row: &Row<'_>) -> rusqlite::Result<(CustomerId, PointsEntry)> {
    let entry = PointsEntry {
        id: row.get(1)?,
        day: on(row, 2)?,
        at: row.get(3)?,
        kind: kind_of(row.get_ref(4)?.as_str()?),
        points: row.get(5)?,
        visit: row.get(6)?,
        expires_on: day(row, 7)?,
        reverses: row.get(8)?,
        reason: row.get(9)?,
    };
    Ok((row.get(0)?, entry))
}

/// The entries of customers in a range of ids.
pub(crate) fn between(db: &Connection, first: CustomerId, last: CustomerId) -> Result<Vec<(CustomerId, PointsEntry)>> {
    let mut found = super::rows(
        db,
        &format!("SELECT {COLUMNS} FROM points_entry WHERE customer_id BETWEEN :first AND :last ORDER BY customer_id, day"),
        named_params! {":first": first, ":last": last},
        from_row,
    )?;
    // The index gives them by day; what is left to be put in order is little, and costs SQLite a sorter each time.
    found.sort_by_key(|(customer, entry)| (*customer, entry.day, entry.at, entry.id));
    Ok(found)
}

/// A customer's entries.
pub(crate) fn of(db: &Connection, customer: CustomerId) -> Result<Vec<PointsEntry>> {
    Ok(between(db, customer, customer)?.into_iter().map(|(_, entry)| entry).collect())
}

/// The entries a visit made.
pub(crate) fn of_visit(db: &Connection, visit: VisitId) -> Result<Vec<PointsEntry>> {
    let found = super::rows(
        db,
        &format!("SELECT {COLUMNS} FROM points_entry WHERE visit_id = :visit ORDER BY id"),
        named_params! {":visit": visit},
        from_row,
    )?;
    Ok(found.into_iter().map(|(_, entry)| entry).collect())
}

/// Adds an entry; its own id is ignored. The day is the entry's, the instant the operation's.
pub(crate) fn insert(db: &Connection, customer: CustomerId, entry: &PointsEntry) -> Result<PointsId> {
    super::run(
        db,
        "INSERT INTO points_entry (customer_id, visit_id, day, at, kind, points, expires_on, reverses_id, reason)
         VALUES (:customer, :visit, :day, :at, :kind, :points, :expires, :reverses, :reason)",
        named_params! {
            ":customer": customer, ":visit": entry.visit, ":day": entry.day, ":at": entry.at, ":kind": kind_text(entry.kind),
            ":points": entry.points, ":expires": entry.expires_on, ":reverses": entry.reverses, ":reason": entry.reason,
        },
    )?;
    Ok(PointsId(db.last_insert_rowid()))
}

/// An entry of this moment, to be completed with a visit, an expiry or a reason.
pub(crate) fn entry(now: Now, kind: PointsKind, points: i64) -> PointsEntry {
    PointsEntry {
        id: PointsId(0),
        day: now.day(),
        at: now.millis(),
        kind,
        points,
        visit: None,
        expires_on: None,
        reverses: None,
        reason: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::{Day, FixedClock};
    use crate::ops;
    use crate::shop::Shop;
    use crate::wire::settings::{Language, Trade};
    use crate::wire::shop::NewShop;
    use serde_json::json;

    #[test]
    fn entries_come_by_day_then_instant_then_number() {
        let folder = tempfile::TempDir::new().unwrap();
        let new = NewShop { name: "云裳".into(), trade: Trade::Clothing, language: Language::ZhCn, owner: None, demo: false };
        let clock = Box::new(FixedClock::at("2026-11-23T10:00:00+08:00"));
        let mut shop = Shop::create(&folder.path().join("shop.shuke"), new, clock).unwrap();
        for name in ["单姐", "王姐"] {
            let fields = json!({"name": name, "phones": []});
            ops::call(&mut shop, "create_customer", json!({"fields": fields, "confirm_phone": false, "answers": [], "tags": []})).unwrap();
        }
        let (now, db) = (shop.now(), shop.db().unwrap());
        let days = [Day::from_ymd_opt(2026, 11, 21).unwrap(), Day::from_ymd_opt(2026, 11, 22).unwrap()];
        for (customer, day, at) in [(2, 0, 5), (1, 1, 3), (1, 0, 9), (1, 0, 4), (1, 1, 2), (1, 0, 9), (2, 0, 1)] {
            let mut new = entry(now, PointsKind::Gift, 1);
            (new.day, new.at) = (days[day], at);
            insert(db, CustomerId(customer), &new).unwrap();
        }
        let found = between(db, CustomerId(1), CustomerId(2)).unwrap();
        let order: Vec<_> = found.iter().map(|(customer, entry)| (customer.0, entry.day, entry.at, entry.id.0)).collect();
        let of = |customer, day: usize, at, id| (customer, days[day], at, id);
        let expected = [of(1, 0, 4, 4), of(1, 0, 9, 3), of(1, 0, 9, 6), of(1, 1, 2, 5), of(1, 1, 3, 2), of(2, 0, 1, 7), of(2, 0, 5, 1)];
        assert_eq!(order, expected);
    }
}
