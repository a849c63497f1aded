//! Table `follow_up`: tasks set by hand.

use crate::clock::Day;
use crate::error::Result;
use crate::ids::{CustomerId, FollowUpId, StaffId, TemplateId};
use crate::wire::contacts::{ContactChannel, Purpose};
use rusqlite::{Connection, named_params};

/// What is set, for whomever.
pub(crate) struct NewFollowUp<'a> {
    pub title: &'a str,
    pub due: Day,
    pub expires: Day,
    pub channel: Option<ContactChannel>,
    pub purpose: Purpose,
    pub template: Option<TemplateId>,
    pub staff: Option<StaffId>,
    pub batch: Option<&'a str>,
    pub made_on: Day,
}

/// Adds a task.
pub(crate) fn insert(db: &Connection, customer: CustomerId, new: &NewFollowUp<'_>) -> Result<FollowUpId> {
    super::run(
        db,
        "INSERT INTO follow_up (customer_id, title, due_on, expires_on, channel, purpose, template_id, staff_id, batch, made_on)
         VALUES (:customer, :title, :due, :expires, :channel, :purpose, :template, :staff, :batch, :made)",
        named_params! {
            ":customer": customer, ":title": new.title, ":due": new.due, ":expires": new.expires, ":channel": new.channel,
            ":purpose": new.purpose, ":template": new.template, ":staff": new.staff, ":batch": new.batch, ":made": new.made_on,
        },
    )?;
    Ok(FollowUpId(db.last_insert_rowid()))
}

/// Changes a task of a customer; says whether there is one.
pub(crate) fn update(db: &Connection, id: FollowUpId, customer: CustomerId, new: &NewFollowUp<'_>) -> Result<bool> {
    let changed = super::run(
        db,
        "UPDATE follow_up SET title = :title, due_on = :due, expires_on = :expires, channel = :channel, purpose = :purpose,
           template_id = :template, staff_id = :staff WHERE id = :id AND customer_id = :customer",
        named_params! {
            ":id": id, ":customer": customer, ":title": new.title, ":due": new.due, ":expires": new.expires, ":channel": new.channel,
            ":purpose": new.purpose, ":template": new.template, ":staff": new.staff,
        },
    )?;
    Ok(changed > 0)
}

/// Whether a customer has the same task of a batch and somebody still has to see to it: not over, and neither done, answered, skipped nor tried as
/// often as it is worth.
pub(crate) fn is_open(db: &Connection, customer: CustomerId, batch: &str, title: &str, today: Day, tries: u32) -> Result<bool> {
    let sql = "SELECT EXISTS (
        SELECT 1 FROM follow_up f WHERE f.customer_id = :customer AND f.batch = :batch AND f.title = :title AND f.expires_on >= :today
          AND NOT EXISTS (SELECT 1 FROM care_decision d WHERE d.follow_up_id = f.id AND d.decision IN ('done', 'replied', 'skipped'))
          AND (SELECT count(*) FROM care_decision d WHERE d.follow_up_id = f.id AND d.decision = 'no_answer') < :tries)";
    let values = named_params! {":customer": customer, ":batch": batch, ":title": title, ":today": today, ":tries": tries};
    Ok(super::row(db, sql, values, |row| row.get(0))?.unwrap_or(false))
}

/// Whose a task is.
pub(crate) fn customer_of(db: &Connection, id: FollowUpId) -> Result<Option<CustomerId>> {
    super::row(db, "SELECT customer_id FROM follow_up WHERE id = :id", named_params! {":id": id}, |row| row.get(0))
}

/// How many decisions stand under a task.
pub(crate) fn decisions(db: &Connection, id: FollowUpId) -> Result<i64> {
    let sql = "SELECT count(*) FROM care_decision WHERE follow_up_id = :id";
    Ok(super::row(db, sql, named_params! {":id": id}, |row| row.get(0))?.unwrap_or(0))
}

/// Takes a task away.
pub(crate) fn delete(db: &Connection, id: FollowUpId) -> Result<()> {
    super::run(db, "DELETE FROM follow_up WHERE id = :id", named_params! {":id": id})?;
    Ok(())
}
