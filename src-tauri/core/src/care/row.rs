//! A task as a screen shows it.

use super::message::message;
use super::worklist::Spot;
use super::{CareList, CareTask, TaskName};
use crate::clock::{Day, Millis, Now};
use crate::error::Result;
use crate::ids::CustomerId;
use crate::store::care_person;
use crate::wire::care::{TaskRef, TaskRow, TaskState};
use crate::wire::paging;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

impl From<&TaskName> for TaskRef {
    fn from(name: &TaskName) -> TaskRef {
        TaskRef { rule: name.rule, follow_up: name.follow_up, customer: name.customer, cause: name.cause.to_string() }
    }
}

impl From<&TaskRef> for TaskName {
    fn from(task: &TaskRef) -> TaskName {
        TaskName { rule: task.rule, follow_up: task.follow_up, customer: task.customer, cause: task.cause.as_str().into() }
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
        message: message(task),
    })
}

/// The order of a list, and the place where a page ended: overdue, due, upcoming, then by day, rule, customer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Place(TaskState, Day, i64, Option<i64>, Option<i64>, Option<i64>, String);

impl Place {
    fn of(task: &CareTask, today: Day, now: Millis) -> Place {
        let name = &task.name;
        let (customer, rule, follow_up) = (name.customer.map(|id| id.0), name.rule.map(|id| id.0), name.follow_up.map(|id| id.0));
        Place(task.state(today, now), task.due, task.position, customer, rule, follow_up, name.cause.to_string())
    }

    /// The first spot that may lie behind it.
    fn spot(&self) -> Spot {
        Spot { state: self.0, due: self.1, position: self.2, customer: self.3.map(CustomerId), nth: 0 }
    }
}

/// A page of tasks, those that `from` a place on come one after another: its rows and where it ends if there are more.
pub(super) fn page<I: Iterator<Item = Spot>>(
    db: &Connection,
    list: &CareList,
    cursor: Option<&str>,
    limit: u32,
    now: Now,
    tasks: impl FnOnce(Option<Spot>) -> I,
) -> Result<(Vec<TaskRow>, Option<String>)> {
    let limit = paging::limit(limit)?;
    let after = paging::cursor::<Place>(cursor)?;
    let found = tasks(after.as_ref().map(Place::spot)).filter_map(|spot| list.at(spot));
    let placed = found.map(|task| (Place::of(task, now.day(), now.millis()), task));
    // Only tasks of the same customer and day can stand before the end of the last page.
    let mut placed = placed.skip_while(|(place, _)| after.as_ref().is_some_and(|after| place <= after));
    let (mut rows, mut end) = (Vec::new(), None);
    for (place, task) in placed.by_ref().take(limit) {
        rows.push(row(db, list, task, now)?);
        end = Some(place);
    }
    let end = end.filter(|_| placed.next().is_some()).map(|place| serde_json::to_string(&place)).transpose()?;
    Ok((rows, end))
}
