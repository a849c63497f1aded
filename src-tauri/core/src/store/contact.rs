//! Table `contact`.

use crate::clock::{Day, Now};
use crate::contacts::NewContact;
use crate::error::Result;
use crate::ids::{ComplaintId, ContactId, CustomerId, EventId, StaffId, TemplateId};
use crate::wire::contacts::{ClerkContacts, ContactRow, ListContacts, Outcome};
use crate::wire::customers::Person;
use chrono::FixedOffset;
use rusqlite::{Connection, Row, ToSql, named_params};

/// Where a page ended.
pub(crate) type Cursor = (Day, ContactId);

const COLUMNS: &str =
    "id, customer_id, at, day, channel, direction, purpose, outcome, text, template_id, staff_id, complaint_id, event_id, batch";

fn from_row(row: &Row<'_>) -> rusqlite::Result<NewContact> {
    Ok(NewContact {
        customer: row.get("customer_id")?,
        at: row.get("at")?,
        day: row.get("day")?,
        channel: row.get("channel")?,
        direction: row.get("direction")?,
        purpose: row.get("purpose")?,
        outcome: row.get("outcome")?,
        text: row.get("text")?,
        template: row.get("template_id")?,
        staff: row.get("staff_id")?,
        complaint: row.get("complaint_id")?,
        event: row.get("event_id")?,
        batch: row.get("batch")?,
    })
}

/// One contact.
pub(crate) fn get(db: &Connection, id: ContactId) -> Result<Option<NewContact>> {
    super::row(db, &format!("SELECT {COLUMNS} FROM contact WHERE id = :id"), named_params! {":id": id}, from_row)
}

/// Adds a contact.
pub(crate) fn insert(db: &Connection, new: &NewContact) -> Result<ContactId> {
    super::run(
        db,
        "INSERT INTO contact (customer_id, at, day, channel, direction, purpose, outcome, text, template_id, staff_id, complaint_id, event_id,
           batch)
         VALUES (:customer, :at, :day, :channel, :direction, :purpose, :outcome, :text, :template, :staff, :complaint, :event, :batch)",
        named_params! {
            ":customer": new.customer, ":at": new.at, ":day": new.day, ":channel": new.channel, ":direction": new.direction,
            ":purpose": new.purpose, ":outcome": new.outcome, ":text": new.text, ":template": new.template, ":staff": new.staff,
            ":complaint": new.complaint, ":event": new.event, ":batch": new.batch,
        },
    )?;
    Ok(ContactId(db.last_insert_rowid()))
}

/// Replaces what was written down.
pub(crate) fn update(db: &Connection, id: ContactId, new: &NewContact) -> Result<()> {
    super::run(
        db,
        "UPDATE contact SET at = :at, day = :day, channel = :channel, direction = :direction, purpose = :purpose, outcome = :outcome,
           text = :text, staff_id = :staff WHERE id = :id",
        named_params! {
            ":id": id, ":at": new.at, ":day": new.day, ":channel": new.channel, ":direction": new.direction, ":purpose": new.purpose,
            ":outcome": new.outcome, ":text": new.text, ":staff": new.staff,
        },
    )?;
    Ok(())
}

/// Says what came of it.
pub(crate) fn set_outcome(db: &Connection, id: ContactId, outcome: Outcome) -> Result<()> {
    super::run(db, "UPDATE contact SET outcome = :outcome WHERE id = :id", named_params! {":id": id, ":outcome": outcome})?;
    Ok(())
}

/// Takes a contact away; decisions made by it stay without it.
pub(crate) fn delete(db: &Connection, id: ContactId) -> Result<()> {
    super::run(db, "UPDATE care_decision SET contact_id = NULL WHERE contact_id = :id", named_params! {":id": id})?;
    super::run(db, "DELETE FROM contact WHERE id = :id", named_params! {":id": id})?;
    Ok(())
}

/// Whether a template, a complaint and an event are there, where named.
pub(crate) fn references(
    db: &Connection,
    template: Option<TemplateId>,
    complaint: Option<ComplaintId>,
    event: Option<EventId>,
) -> Result<(bool, bool, bool)> {
    let found = super::row(
        db,
        "SELECT :template IS NULL OR EXISTS (SELECT 1 FROM message_template WHERE id = :template),
                :complaint IS NULL OR EXISTS (SELECT 1 FROM complaint WHERE id = :complaint),
                :event IS NULL OR EXISTS (SELECT 1 FROM event WHERE id = :event)",
        named_params! {":template": template, ":complaint": complaint, ":event": event},
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    Ok(found.unwrap_or((false, false, false)))
}

/// The conditions of a filter.
fn conditions<'a>(filter: &'a ListContacts, params: &mut Vec<(&'static str, &'a dyn ToSql)>) -> Vec<&'static str> {
    let mut found = Vec::new();
    let mut add = |set: bool, condition, name, value: &'a dyn ToSql| {
        if set {
            found.push(condition);
            params.push((name, value));
        }
    };
    add(filter.customer.is_some(), "t.customer_id = :customer", ":customer", &filter.customer);
    add(filter.staff.is_some(), "t.staff_id = :staff", ":staff", &filter.staff);
    add(filter.channel.is_some(), "t.channel = :channel", ":channel", &filter.channel);
    add(filter.outcome.is_some(), "t.outcome = :outcome", ":outcome", &filter.outcome);
    add(filter.purpose.is_some(), "t.purpose = :purpose", ":purpose", &filter.purpose);
    add(filter.from.is_some(), "t.day >= :from", ":from", &filter.from);
    add(filter.to.is_some(), "t.day <= :to", ":to", &filter.to);
    found
}

/// A page, the latest first.
pub(crate) fn page(
    db: &Connection,
    filter: &ListContacts,
    after: Option<Cursor>,
    limit: i64,
    offset: FixedOffset,
) -> Result<Vec<ContactRow>> {
    let mut params: Vec<(&str, &dyn ToSql)> = vec![(":limit", &limit)];
    let mut wanted = conditions(filter, &mut params);
    if let Some((day, id)) = &after {
        params.extend::<[(&str, &dyn ToSql); 2]>([(":at_day", day), (":at_id", id)]);
        wanted.push("(t.day, t.id) < (:at_day, :at_id)");
    }
    let only = if wanted.is_empty() { String::new() } else { format!("WHERE {}", wanted.join(" AND ")) };
    let sql = format!(
        "SELECT t.id, t.customer_id, c.member_no, c.name,
           (SELECT number FROM phone p WHERE p.customer_id = c.id ORDER BY position, id LIMIT 1) AS phone,
           t.at, t.day, t.channel, t.direction, t.purpose, t.outcome, t.text, m.title AS template, t.staff_id, s.name AS staff_name,
           t.complaint_id, t.event_id, e.name AS event_name, t.batch
         FROM contact t CROSS JOIN customer c ON c.id = t.customer_id LEFT JOIN staff s ON s.id = t.staff_id
           LEFT JOIN message_template m ON m.id = t.template_id LEFT JOIN event e ON e.id = t.event_id
         {only} ORDER BY t.day DESC, t.id DESC LIMIT :limit"
    );
    super::rows(db, &sql, &params[..], |row| {
        Ok(ContactRow {
            id: row.get("id")?,
            customer: Person {
                id: row.get("customer_id")?,
                member_no: row.get("member_no")?,
                name: row.get("name")?,
                phone: row.get("phone")?,
            },
            at: Now::from_millis(row.get("at")?, offset).text(),
            day: row.get("day")?,
            channel: row.get("channel")?,
            direction: row.get("direction")?,
            purpose: row.get("purpose")?,
            outcome: row.get("outcome")?,
            text: row.get("text")?,
            template: row.get("template")?,
            staff: row.get("staff_id")?,
            staff_name: row.get("staff_name")?,
            complaint: row.get("complaint_id")?,
            event: row.get("event_id")?,
            event_name: row.get("event_name")?,
            batch: row.get("batch")?,
        })
    })
}

/// The last contacts with a customer.
pub(crate) fn latest(db: &Connection, customer: CustomerId, limit: usize, offset: FixedOffset) -> Result<Vec<ContactRow>> {
    let hers = ListContacts {
        customer: Some(customer),
        staff: None,
        channel: None,
        outcome: None,
        purpose: None,
        from: None,
        to: None,
        cursor: None,
        limit: 0,
    };
    page(db, &hers, None, i64::try_from(limit).unwrap_or(i64::MAX), offset)
}

/// How many contacts, and with how many customers.
pub(crate) fn counts(db: &Connection, filter: &ListContacts) -> Result<Option<(i64, i64)>> {
    let mut params: Vec<(&str, &dyn ToSql)> = Vec::new();
    let wanted = conditions(filter, &mut params);
    let only = if wanted.is_empty() { String::new() } else { format!("WHERE {}", wanted.join(" AND ")) };
    let sql = format!("SELECT count(*), count(DISTINCT t.customer_id) FROM contact t {only}");
    super::row(db, &sql, &params[..], |row| Ok((row.get(0)?, row.get(1)?)))
}

const SUMS: &str = "count(*) FILTER (WHERE direction = 'out') AS contacts,
    count(*) FILTER (WHERE direction = 'out' AND channel = 'phone') AS calls,
    count(*) FILTER (WHERE direction = 'out' AND channel NOT IN ('phone', 'in_person')) AS messages,
    count(*) FILTER (WHERE direction = 'out' AND outcome = 'reached') AS reached,
    count(*) FILTER (WHERE outcome = 'no_answer') AS no_answer,
    count(*) FILTER (WHERE direction = 'out' AND outcome = 'replied') AS replied,
    count(*) FILTER (WHERE direction = 'in') AS received, count(DISTINCT customer_id) AS customers";

fn sums(row: &Row<'_>) -> rusqlite::Result<ClerkContacts> {
    Ok(ClerkContacts {
        staff: row.get("staff_id")?,
        name: None,
        contacts: row.get("contacts")?,
        calls: row.get("calls")?,
        messages: row.get("messages")?,
        reached: row.get("reached")?,
        no_answer: row.get("no_answer")?,
        replied: row.get("replied")?,
        received: row.get("received")?,
        customers: row.get("customers")?,
        last: row.get("last")?,
        days_since: None,
    })
}

/// What each clerk did in some days.
pub(crate) fn by_clerk(db: &Connection, from: Day, to: Day) -> Result<Vec<ClerkContacts>> {
    super::rows(
        db,
        &format!("SELECT staff_id, max(day) AS last, {SUMS} FROM contact WHERE day BETWEEN :from AND :to GROUP BY +staff_id"),
        named_params! {":from": from, ":to": to},
        sums,
    )
}

/// What all did together.
pub(crate) fn all_clerks(db: &Connection, from: Day, to: Day) -> Result<ClerkContacts> {
    let found = super::rows(
        db,
        &format!("SELECT NULL AS staff_id, max(day) AS last, {SUMS} FROM contact WHERE day BETWEEN :from AND :to"),
        named_params! {":from": from, ":to": to},
        sums,
    )?;
    found.into_iter().next().ok_or_else(|| rusqlite::Error::QueryReturnedNoRows.into())
}

/// The last day on which a clerk did something.
pub(crate) fn last_by(db: &Connection, staff: StaffId) -> Result<Option<Day>> {
    Ok(super::row(db, "SELECT max(day) FROM contact WHERE staff_id = :staff", named_params! {":staff": staff}, |row| row.get(0))?.flatten())
}
