//! A task as a screen shows it.

use super::{CareList, CareTask, TaskName};
use crate::clock::{Day, Millis, Now};
use crate::error::Result;
use crate::store::care_person;
use crate::wire::care::{TaskRef, TaskRow, TaskState};
use crate::wire::paging;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

impl From<&TaskName> for TaskRef {
    fn from(name: &TaskName) -> TaskRef {
        TaskRef { rule: name.rule, follow_up: name.follow_up, customer: name.customer, cause: name.cause.clone() }
    }
}

impl From<&TaskRef> for TaskName {
    fn from(task: &TaskRef) -> TaskName {
        TaskName { rule: task.rule, follow_up: task.follow_up, customer: task.customer, cause: task.cause.clone() }
    }
}

/// A task with whom it is about.
pub(super) fn row(db: &Connection, list: &CareList, task: &CareTask, now: Now) -> Result<TaskRow> {
    let customer = match task.name.customer {
        Some(id) => care_person::get(db, id)?,
        None => None,
    };
    let title = match task.name.rule {
        Some(rule) => list.rule(rule).or(list.around.rules.iter().find(|found| found.id == rule)).map(|rule| rule.name.clone()),
        None => task.params.iter().find(|(name, _)| *name == "title").map(|(_, title)| title.clone()),
    };
    let batch = task.params.iter().find(|(name, _)| *name == "batch").map(|(_, batch)| batch.clone());
    Ok(TaskRow {
        task: (&task.name).into(),
        title: title.unwrap_or_default(),
        kind: task.kind,
        params: task.params.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect(),
        customer,
        state: task.state(now.day(), now.millis()),
        due: task.due,
        not_before: task.not_before.map(|at| Now::from_millis(at, *now.at.offset()).text()),
        expires: task.expires,
        channel: task.channel,
        purpose: task.purpose,
        occasion: task.occasion,
        template: task.template,
        staff: task.staff,
        tries: task.tries,
        snoozed: task.snoozed,
        batch,
        held: task.held,
        held_until: task.held.and_then(|held| held.until()),
    })
}

/// The order of a list, and the place where a page ended: overdue, due, upcoming, then by day, rule, customer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Place(TaskState, Day, i64, Option<i64>, Option<i64>, Option<i64>, String);

impl Place {
    fn of(task: &CareTask, today: Day, now: Millis) -> Place {
        let name = &task.name;
        let (customer, rule, follow_up) = (name.customer.map(|id| id.0), name.rule.map(|id| id.0), name.follow_up.map(|id| id.0));
        Place(task.state(today, now), task.due, task.position, customer, rule, follow_up, name.cause.clone())
    }
}

/// A page of tasks: its rows and where it ends if there are more.
pub(super) fn page(
    db: &Connection,
    list: &CareList,
    tasks: Vec<&CareTask>,
    cursor: Option<&str>,
    limit: u32,
    now: Now,
) -> Result<(Vec<TaskRow>, Option<String>)> {
    let limit = paging::limit(limit)?;
    let after = paging::cursor::<Place>(cursor)?;
    let mut placed: Vec<(Place, &CareTask)> = tasks.into_iter().map(|task| (Place::of(task, now.day(), now.millis()), task)).collect();
    placed.sort_unstable_by(|a, b| a.0.cmp(&b.0));
    placed.retain(|(place, _)| after.as_ref().is_none_or(|after| place > after));
    let more = placed.len() > limit;
    placed.truncate(limit);
    let end = placed.last().filter(|_| more).map(|(place, _)| serde_json::to_string(place)).transpose()?;
    let rows = placed.into_iter().map(|(_, task)| row(db, list, task, now)).collect::<Result<Vec<_>>>()?;
    Ok((rows, end))
}
