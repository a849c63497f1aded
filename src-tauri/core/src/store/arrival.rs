//! Table `style_arrival`, and the wishes that wait for one.

use super::around::WISH_STATUS;
use crate::clock::Day;
use crate::error::Result;
use crate::ids::{ArrivalId, CustomerId, WishId};
use crate::wire::tag_rules::{Arrival, ArrivalKind};
use rusqlite::{Connection, named_params};

/// An open wish.
pub(crate) struct OpenWish {
    pub id: WishId,
    pub customer: CustomerId,
    pub style_no: Option<String>,
    pub name: Option<String>,
    pub color: Option<String>,
    pub size: Option<String>,
    pub reason: Option<String>,
    pub noted_on: Day,
}

/// All open wishes of customers who still are some, the oldest first.
pub(crate) fn open_wishes(db: &Connection) -> Result<Vec<OpenWish>> {
    super::rows(
        db,
        &format!(
            "SELECT w.id, w.customer_id, w.style_no, w.name, w.color, w.size, w.reason, w.noted_on
             FROM wish w JOIN customer c ON c.id = w.customer_id
             WHERE w.status = 'open' AND c.status = 'active' AND c.merged_into_id IS NULL AND {WISH_STATUS} = 'open'
             ORDER BY w.noted_on, w.id"
        ),
        [],
        |row| {
            Ok(OpenWish {
                id: row.get(0)?,
                customer: row.get(1)?,
                style_no: row.get(2)?,
                name: row.get(3)?,
                color: row.get(4)?,
                size: row.get(5)?,
                reason: row.get(6)?,
                noted_on: row.get(7)?,
            })
        },
    )
}

/// A style as an open wish writes it, however it is written. A bought wish counts too: it is open again once the piece comes back.
pub(crate) fn as_wished(db: &Connection, style: &str) -> Result<Option<String>> {
    super::row(
        db,
        "SELECT style_no FROM wish WHERE style_key(style_no) = style_key(:style) AND status = 'open' ORDER BY id LIMIT 1",
        named_params! {":style": style},
        |row| row.get(0),
    )
}

/// How many open wishes wait for a style.
pub(crate) fn waiting(db: &Connection, style: &str) -> Result<i64> {
    let found = super::row(
        db,
        &format!(
            "SELECT count(*) FROM wish w JOIN customer c ON c.id = w.customer_id
             WHERE style_key(w.style_no) = style_key(:style) AND w.status = 'open' AND c.status = 'active' AND c.merged_into_id IS NULL
               AND {WISH_STATUS} = 'open'"
        ),
        named_params! {":style": style},
        |row| row.get(0),
    )?;
    Ok(found.unwrap_or(0))
}

/// Adds an arrival.
pub(crate) fn insert(db: &Connection, style: &str, kind: ArrivalKind, day: Day, note: Option<&str>) -> Result<ArrivalId> {
    super::run(
        db,
        "INSERT INTO style_arrival (style_no, kind, day, note) VALUES (:style, :kind, :day, :note)",
        named_params! {":style": style, ":kind": kind, ":day": day, ":note": note},
    )?;
    Ok(ArrivalId(db.last_insert_rowid()))
}

/// Takes an arrival away.
pub(crate) fn delete(db: &Connection, id: ArrivalId) -> Result<usize> {
    super::run(db, "DELETE FROM style_arrival WHERE id = :id", named_params! {":id": id})
}

/// All arrivals with their styles, the latest first.
pub(crate) fn all(db: &Connection) -> Result<Vec<(String, Arrival)>> {
    super::rows(db, "SELECT style_no, id, kind, day, note FROM style_arrival ORDER BY day DESC, id DESC", [], |row| {
        Ok((row.get(0)?, Arrival { id: row.get(1)?, kind: row.get(2)?, day: row.get(3)?, note: row.get(4)? }))
    })
}
