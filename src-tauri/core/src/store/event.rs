//! Table `event`, and an event in numbers.

use crate::clock::Day;
use crate::error::Result;
use crate::ids::EventId;
use crate::wire::events::{Event, EventCounts, GuestSales, SaveEvent};
use chrono::Days;
use rusqlite::{Connection, Row, named_params};

const COLUMNS: &str = "id, name, kind, day, to_day, starts, place, plan, gift, invite_days, sales_days, cancelled_on";

fn from_row(row: &Row<'_>) -> rusqlite::Result<Event> {
    let (day, to_day): (Day, Day) = (row.get("day")?, row.get("to_day")?);
    let (invite_days, sales_days): (i64, i64) = (row.get("invite_days")?, row.get("sales_days")?);
    Ok(Event {
        id: row.get("id")?,
        name: row.get("name")?,
        kind: row.get("kind")?,
        day,
        to_day,
        starts: row.get("starts")?,
        place: row.get("place")?,
        plan: row.get("plan")?,
        gift: row.get("gift")?,
        invite_days,
        invite_on: day.checked_sub_days(Days::new(invite_days.unsigned_abs())).unwrap_or(day),
        sales_days,
        sales_to: to_day.checked_add_days(Days::new(sales_days.unsigned_abs())).unwrap_or(to_day),
        cancelled_on: row.get("cancelled_on")?,
    })
}

/// One event.
pub(crate) fn get(db: &Connection, id: EventId) -> Result<Option<Event>> {
    super::row(db, &format!("SELECT {COLUMNS} FROM event WHERE id = :id"), named_params! {":id": id}, from_row)
}

/// Events that begin between two days, by day.
pub(crate) fn between(db: &Connection, from: Day, to: Day) -> Result<Vec<Event>> {
    super::rows(
        db,
        &format!("SELECT {COLUMNS} FROM event WHERE day BETWEEN :from AND :to ORDER BY day, starts, id"),
        named_params! {":from": from, ":to": to},
        from_row,
    )
}

/// The years in which events begin, latest first.
pub(crate) fn years(db: &Connection) -> Result<Vec<i32>> {
    super::rows(db, "SELECT DISTINCT CAST(substr(day, 1, 4) AS INTEGER) AS year FROM event ORDER BY year DESC", [], |row| row.get(0))
}

/// Adds an event, or changes the one that is named. Its last day is given.
pub(crate) fn put(db: &Connection, event: &SaveEvent, to_day: Day) -> Result<EventId> {
    let values = named_params! {
        ":id": event.id, ":name": event.name, ":kind": event.kind, ":day": event.day, ":to_day": to_day, ":starts": event.starts,
        ":place": event.place, ":plan": event.plan, ":gift": event.gift, ":invite_days": event.invite_days, ":sales_days": event.sales_days,
    };
    if let Some(id) = event.id {
        super::run(
            db,
            "UPDATE event SET name = :name, kind = :kind, day = :day, to_day = :to_day, starts = :starts, place = :place, plan = :plan,
               gift = :gift, invite_days = :invite_days, sales_days = :sales_days WHERE id = :id",
            values,
        )?;
        return Ok(id);
    }
    super::run(
        db,
        "INSERT INTO event (id, name, kind, day, to_day, starts, place, plan, gift, invite_days, sales_days)
         VALUES (:id, :name, :kind, :day, :to_day, :starts, :place, :plan, :gift, :invite_days, :sales_days)",
        values,
    )?;
    Ok(EventId(db.last_insert_rowid()))
}

/// Calls an event off.
pub(crate) fn cancel(db: &Connection, id: EventId, day: Day) -> Result<()> {
    super::run(db, "UPDATE event SET cancelled_on = :day WHERE id = :id", named_params! {":id": id, ":day": day})?;
    Ok(())
}

/// Whether guest `g` was spoken with or answered.
pub(super) const REACHED: &str = "(g.answer IS NOT NULL OR EXISTS (SELECT 1 FROM contact k WHERE k.customer_id = g.customer_id
    AND k.event_id = g.event_id AND (k.outcome IN ('reached', 'replied') OR k.direction = 'in')))";

/// An event in numbers.
pub(crate) fn counts(db: &Connection, id: EventId) -> Result<EventCounts> {
    let found = super::row(
        db,
        &format!(
            "SELECT count(*) AS invited, coalesce(sum(invite_by = 'call'), 0) AS calls, coalesce(sum({REACHED}), 0) AS reached,
               coalesce(sum(answer = 'accepted'), 0) AS accepted, coalesce(sum(answer = 'declined'), 0) AS declined, coalesce(sum(answer = 'unsure'), 0) AS unsure,
               coalesce(sum(iif(answer = 'accepted', party, 0)), 0) AS party, coalesce(sum(came = 1), 0) AS came, coalesce(sum(came = 0), 0) AS stayed_away,
               coalesce(sum(iif(came = 1, party, 0)), 0) AS party_came, coalesce(sum(iif(gift_given, party, 0)), 0) AS gifts_given
             FROM event_guest g WHERE event_id = :id"
        ),
        named_params! {":id": id},
        |row| {
            let number = |name: &str| row.get::<_, i64>(name);
            let (invited, calls): (i64, i64) = (row.get("invited")?, number("calls")?);
            let (party, came, party_came) = (number("party")?, number("came")?, number("party_came")?);
            Ok(EventCounts {
                invited,
                calls,
                messages: invited - calls,
                reached: number("reached")?,
                accepted: number("accepted")?,
                declined: number("declined")?,
                unsure: number("unsure")?,
                party,
                came,
                stayed_away: number("stayed_away")?,
                party_came,
                gifts_needed: if came > 0 { party_came } else { party },
                gifts_given: number("gifts_given")?,
            })
        },
    )?;
    found.ok_or_else(|| crate::error::Failure::new(crate::error::Code::NotFound).into())
}

/// Sales to the guests, or to those who came, between two days: live visits of all kinds, returns on their own day.
pub(crate) fn sales(db: &Connection, event: &Event, who_came: bool) -> Result<GuestSales> {
    let found = super::row(
        db,
        "SELECT count(DISTINCT iif(v.kind IN ('purchase', 'exchange'), v.customer_id, NULL)),
           coalesce(sum(v.kind IN ('purchase', 'exchange')), 0), coalesce(sum(v.total), 0)
         FROM event_guest g CROSS JOIN visit v ON v.customer_id = g.customer_id
         WHERE g.event_id = :id AND (g.came = 1 OR NOT :came) AND v.day BETWEEN :from AND :to AND v.voided_at IS NULL",
        named_params! {":id": event.id, ":came": who_came, ":from": event.day, ":to": event.sales_to},
        |row| Ok(GuestSales { buyers: row.get(0)?, purchases: row.get(1)?, total: row.get(2)? }),
    )?;
    found.ok_or_else(|| crate::error::Failure::new(crate::error::Code::NotFound).into())
}
