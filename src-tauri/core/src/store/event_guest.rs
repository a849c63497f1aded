//! Table `event_guest`.

use super::event::REACHED;
use crate::clock::Day;
use crate::error::Result;
use crate::ids::{CustomerId, EventId};
use crate::wire::customers::Person;
use crate::wire::events::{Event, GuestAnswer, GuestRow, InviteBy, SaveGuest};
use rusqlite::{Connection, named_params};

/// The guests of an event, calls first, then by spend; whether they may be addressed is not asked here.
pub(crate) fn of_event(db: &Connection, event: &Event) -> Result<Vec<GuestRow>> {
    super::rows(
        db,
        &format!(
            "SELECT g.id, c.id AS customer_id, c.member_no, c.name,
               (SELECT number FROM phone p WHERE p.customer_id = c.id ORDER BY position, id LIMIT 1) AS phone,
               l.name AS level, l.rank, s.net_spend, st.name AS staff, g.invite_by, {REACHED} AS reached,
               (SELECT max(k.day) FROM contact k WHERE k.customer_id = c.id AND k.event_id = g.event_id) AS asked_on,
               g.answer, g.answered_on, g.party, g.came, g.gift_given, g.note,
               (SELECT coalesce(sum(v.total), 0) FROM visit v WHERE v.customer_id = c.id AND v.day BETWEEN :from AND :to
                  AND v.voided_at IS NULL) AS sales
             FROM event_guest g CROSS JOIN customer c ON c.id = g.customer_id JOIN customer_stats s ON s.customer_id = c.id
             JOIN level l ON l.id = s.level_id LEFT JOIN staff st ON st.id = c.staff_id
             WHERE g.event_id = :event ORDER BY g.invite_by, s.net_spend DESC, g.id"
        ),
        named_params! {":event": event.id, ":from": event.day, ":to": event.sales_to},
        |row| {
            let customer =
                Person { id: row.get("customer_id")?, member_no: row.get("member_no")?, name: row.get("name")?, phone: row.get("phone")? };
            Ok(GuestRow {
                id: row.get("id")?,
                customer,
                level: row.get("level")?,
                level_rank: row.get("rank")?,
                net_spend: row.get("net_spend")?,
                staff: row.get("staff")?,
                invite_by: row.get("invite_by")?,
                asked_on: row.get("asked_on")?,
                reached: row.get("reached")?,
                answer: row.get("answer")?,
                answered_on: row.get("answered_on")?,
                party: row.get("party")?,
                came: row.get("came")?,
                gift_given: row.get("gift_given")?,
                note: row.get("note")?,
                sales: row.get("sales")?,
                barred: None,
            })
        },
    )
}

/// Whether somebody is on the list.
pub(crate) fn is_on(db: &Connection, event: EventId, customer: CustomerId) -> Result<bool> {
    let found = super::row(
        db,
        "SELECT 1 FROM event_guest WHERE event_id = :event AND customer_id = :customer",
        named_params! {":event": event, ":customer": customer},
        |_| Ok(()),
    )?;
    Ok(found.is_some())
}

/// How many guests an event has.
pub(crate) fn count(db: &Connection, event: EventId) -> Result<i64> {
    let found =
        super::row(db, "SELECT count(*) FROM event_guest WHERE event_id = :event", named_params! {":event": event}, |row| row.get(0))?;
    Ok(found.unwrap_or(0))
}

/// Puts somebody on the list.
pub(crate) fn insert(db: &Connection, event: EventId, customer: CustomerId, by: InviteBy, day: Day) -> Result<()> {
    super::run(
        db,
        "INSERT INTO event_guest (event_id, customer_id, invite_by, added_on) VALUES (:event, :customer, :by, :day)",
        named_params! {":event": event, ":customer": customer, ":by": by, ":day": day},
    )?;
    Ok(())
}

/// Takes somebody off the list.
pub(crate) fn delete(db: &Connection, event: EventId, customer: CustomerId) -> Result<usize> {
    super::run(
        db,
        "DELETE FROM event_guest WHERE event_id = :event AND customer_id = :customer",
        named_params! {":event": event, ":customer": customer},
    )
}

/// Changes how a guest is invited, her party and the word on her.
pub(crate) fn update(db: &Connection, guest: &SaveGuest, note: Option<&str>) -> Result<usize> {
    super::run(
        db,
        "UPDATE event_guest SET invite_by = :by, party = :party, note = :note WHERE event_id = :event AND customer_id = :customer",
        named_params! {
            ":event": guest.event, ":customer": guest.customer, ":by": guest.invite_by, ":party": guest.party, ":note": note,
        },
    )
}

/// Writes down what a guest said; without a party it stays.
pub(crate) fn set_answer(
    db: &Connection,
    event: EventId,
    customer: CustomerId,
    answer: Option<(GuestAnswer, Day)>,
    party: Option<i64>,
) -> Result<usize> {
    let (answer, day) = answer.unzip();
    super::run(
        db,
        "UPDATE event_guest SET answer = :answer, answered_on = :day, party = coalesce(:party, party)
         WHERE event_id = :event AND customer_id = :customer",
        named_params! {":event": event, ":customer": customer, ":answer": answer, ":day": day, ":party": party},
    )
}

/// Writes down whether a guest came.
pub(crate) fn set_came(db: &Connection, event: EventId, customer: CustomerId, came: Option<bool>) -> Result<usize> {
    super::run(
        db,
        "UPDATE event_guest SET came = :came WHERE event_id = :event AND customer_id = :customer",
        named_params! {":event": event, ":customer": customer, ":came": came},
    )
}

/// Writes down whether a guest got her gift.
pub(crate) fn set_gift(db: &Connection, event: EventId, customer: CustomerId, given: bool) -> Result<usize> {
    super::run(
        db,
        "UPDATE event_guest SET gift_given = :given WHERE event_id = :event AND customer_id = :customer",
        named_params! {":event": event, ":customer": customer, ":given": given},
    )
}
