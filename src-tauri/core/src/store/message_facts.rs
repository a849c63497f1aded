//! What texts for messages ask for and no other file reads: the last purchase, an event, whom she brought.

use crate::clock::Day;
use crate::error::Result;
use crate::ids::{CustomerId, EventId, VisitId};
use rusqlite::{Connection, named_params};
use std::collections::BTreeSet;

/// A piece of goods of a visit.
pub(crate) struct Bought {
    /// As it is spoken of: its name, otherwise its category.
    pub what: String,
    /// Name and category in small letters, to look for words in.
    pub goods: String,
}

/// Her latest live visit on which something was bought and paid for.
pub(crate) fn last_purchase(db: &Connection, customer: CustomerId) -> Result<Option<VisitId>> {
    super::row(
        db,
        "SELECT v.id FROM visit v WHERE v.customer_id = :customer AND v.voided_at IS NULL
           AND EXISTS (SELECT 1 FROM visit_line l WHERE l.visit_id = v.id AND l.qty > 0)
         ORDER BY v.day DESC, v.at DESC, v.id DESC LIMIT 1",
        named_params! {":customer": customer},
        |row| row.get(0),
    )
}

/// What was bought on a visit and not brought back, the dearest first.
pub(crate) fn bought(db: &Connection, visit: VisitId) -> Result<Vec<Bought>> {
    super::rows(
        db,
        "SELECT coalesce(l.name, l.category) AS what, lower(coalesce(l.name, '') || ' ' || coalesce(l.category, '')) AS goods
         FROM visit_line l
         WHERE l.visit_id = :visit AND coalesce(l.name, l.category) IS NOT NULL
           AND l.qty > (SELECT coalesce(-sum(r.qty), 0) FROM visit_line r JOIN visit rv ON rv.id = r.visit_id AND rv.voided_at IS NULL
                        WHERE r.reverses_id = l.id)
         ORDER BY l.amount DESC, l.line_no",
        named_params! {":visit": visit},
        |row| Ok(Bought { what: row.get("what")?, goods: row.get("goods")? }),
    )
}

/// Whom she brought last.
pub(crate) fn last_referred(db: &Connection, customer: CustomerId) -> Result<Option<CustomerId>> {
    super::row(
        db,
        "SELECT id FROM customer WHERE referrer_id = :customer AND merged_into_id IS NULL ORDER BY joined_on DESC, id DESC LIMIT 1",
        named_params! {":customer": customer},
        |row| row.get(0),
    )
}

/// An event as an invitation speaks of it.
pub(crate) struct EventFacts {
    pub name: String,
    pub day: Day,
    pub starts: Option<String>,
    pub place: Option<String>,
}

/// The event in question, otherwise the next one from a day on that was not called off.
pub(crate) fn event(db: &Connection, id: Option<EventId>, from: Day) -> Result<Option<EventFacts>> {
    super::row(
        db,
        "SELECT name, day, starts, place FROM event
         WHERE CASE WHEN :id IS NULL THEN day >= :from AND cancelled_on IS NULL ELSE id = :id END ORDER BY day, id LIMIT 1",
        named_params! {":id": id, ":from": from},
        |row| Ok(EventFacts { name: row.get(0)?, day: row.get(1)?, starts: row.get(2)?, place: row.get(3)? }),
    )
}

/// The customers with an entry of the log that belongs to a list handed over on a day.
pub(crate) fn logged(db: &Connection, batch: &str, since: Day) -> Result<BTreeSet<CustomerId>> {
    let found = super::rows(
        db,
        "SELECT customer_id FROM contact WHERE day >= :since AND batch = :batch",
        named_params! {":since": since, ":batch": batch},
        |row| row.get(0),
    )?;
    Ok(found.into_iter().collect())
}
