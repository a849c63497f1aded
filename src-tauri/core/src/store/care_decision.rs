//! Table `care_decision`.

use crate::care::{DecisionFact, TaskName};
use crate::clock::{Day, Now};
use crate::error::Result;
use crate::ids::{ContactId, CustomerId, StaffId};
use crate::wire::care::Decision;
use rusqlite::{Connection, Row, named_params};

fn from_row(row: &Row<'_>) -> rusqlite::Result<(Option<CustomerId>, DecisionFact)> {
    let customer: Option<CustomerId> = row.get("customer_id")?;
    let task = TaskName { rule: row.get("rule_id")?, follow_up: row.get("follow_up_id")?, customer, cause: row.get("cause")? };
    Ok((customer, DecisionFact { task, decision: row.get("decision")?, until: row.get("until_day")? }))
}

/// What was decided about the tasks of the customers in a list of ids, in the order it was written.
pub(super) fn of_many(db: &Connection, ids: &str) -> Result<Vec<(CustomerId, DecisionFact)>> {
    let rows = super::rows(
        db,
        "SELECT d.customer_id, d.rule_id, d.follow_up_id, d.cause, d.decision, d.until_day FROM json_each(:ids) j
         CROSS JOIN care_decision d ON d.customer_id = j.value ORDER BY d.id",
        named_params! {":ids": ids},
        from_row,
    )?;
    Ok(rows.into_iter().filter_map(|(customer, decision)| Some((customer?, decision))).collect())
}

/// What was decided about tasks of the shop.
pub(crate) fn of_shop(db: &Connection) -> Result<Vec<DecisionFact>> {
    let rows = super::rows(
        db,
        "SELECT customer_id, rule_id, follow_up_id, cause, decision, until_day FROM care_decision WHERE customer_id IS NULL ORDER BY +id",
        [],
        from_row,
    )?;
    Ok(rows.into_iter().map(|(_, decision)| decision).collect())
}

/// How many tasks were decided on a day.
pub(crate) fn count_on(db: &Connection, day: Day) -> Result<i64> {
    let sql = "SELECT count(*) FROM care_decision WHERE day = :day";
    Ok(super::row(db, sql, named_params! {":day": day}, |row| row.get(0))?.unwrap_or(0))
}

/// A decision to be written.
pub(crate) struct NewDecision<'a> {
    pub task: &'a TaskName,
    /// The day it was to be done.
    pub due: Day,
    pub decision: Decision,
    pub until: Option<Day>,
    pub reason: Option<&'a str>,
    pub contact: Option<ContactId>,
    pub staff: Option<StaffId>,
}

/// Writes what became of a task.
pub(crate) fn insert(db: &Connection, new: &NewDecision<'_>, now: Now) -> Result<()> {
    super::run(
        db,
        "INSERT INTO care_decision (customer_id, rule_id, follow_up_id, cause, decision, until_day, reason, contact_id, staff_id, at, day,
           due_on)
         VALUES (:customer, :rule, :follow_up, :cause, :decision, :until, :reason, :contact, :staff, :at, :day, :due)",
        named_params! {
            ":customer": new.task.customer, ":rule": new.task.rule, ":follow_up": new.task.follow_up, ":cause": new.task.cause,
            ":decision": new.decision, ":until": new.until, ":reason": new.reason, ":contact": new.contact, ":staff": new.staff,
            ":at": now.millis(), ":day": now.day(), ":due": new.due,
        },
    )?;
    Ok(())
}
