//! Table `care_decision`.

use crate::care::{DecisionFact, TaskName};
use crate::clock::{Day, Now};
use crate::error::Result;
use crate::ids::{ContactId, StaffId};
use crate::wire::care::Decision;
use rusqlite::{Connection, Row, named_params};

/// Reads `customer_id, rule_id, follow_up_id, cause, decision, until_day`.
pub(super) fn fact(row: &Row<'_>) -> rusqlite::Result<DecisionFact> {
    let task = TaskName { customer: row.get(0)?, rule: row.get(1)?, follow_up: row.get(2)?, cause: row.get(3)? };
    Ok(DecisionFact { task, decision: row.get(4)?, until: row.get(5)? })
}

/// What was decided about tasks of the shop.
pub(crate) fn of_shop(db: &Connection) -> Result<Vec<DecisionFact>> {
    super::rows(
        db,
        "SELECT customer_id, rule_id, follow_up_id, cause, decision, until_day FROM care_decision WHERE customer_id IS NULL ORDER BY +id",
        [],
        fact,
    )
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
            ":customer": new.task.customer, ":rule": new.task.rule, ":follow_up": new.task.follow_up, ":cause": &*new.task.cause,
            ":decision": new.decision, ":until": new.until, ":reason": new.reason, ":contact": new.contact, ":staff": new.staff,
            ":at": now.millis(), ":day": now.day(), ":due": new.due,
        },
    )?;
    Ok(())
}
