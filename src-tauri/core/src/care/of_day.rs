//! The tasks of any day with what can be said, for the command line and for looking ahead.

use super::row::row;
use super::{CareList, CareTask};
use crate::clock::{Day, Now};
use crate::error::{Code, Error, Result};
use crate::shop::Shop;
use crate::templates::message::{self, Moment};
use crate::wire::care::{GetTasksOf, TaskWithText, TasksOf};
use crate::wire::templates::MessageFor;
use chrono::NaiveTime;
use rusqlite::Connection;

/// Everything due or overdue on a day and not kept back, overdue first. Another day than today is counted from the facts known now, and
/// nothing is noted of it.
///
/// # Errors
/// Those of reading the book.
pub fn of_day(shop: &mut Shop, request: GetTasksOf) -> Result<TasksOf> {
    let day = request.on.unwrap_or_else(|| shop.now().day());
    let now = end_of(day, shop);
    let moment = Moment::of(shop, day)?;
    if day == shop.now().day() {
        let (list, db) = shop.care()?;
        return told(db, list, &moment, now);
    }
    let db = shop.db()?;
    told(db, &CareList::make(db, day, now.millis())?, &moment, now)
}

/// The last moment of the day, so that what waits for an hour of it belongs to it too.
fn end_of(day: Day, shop: &Shop) -> Now {
    let last = NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default();
    Now { at: day.and_time(last).and_local_timezone(shop.offset()).single().unwrap_or(shop.now().at) }
}

fn told(db: &Connection, list: &CareList, moment: &Moment, now: Now) -> Result<TasksOf> {
    let day = moment.today;
    let mut tasks: Vec<&CareTask> = list.all().filter(|task| task.held.is_none() && task.due <= day).collect();
    tasks.sort_unstable_by_key(|task| (task.due, task.position, &task.name));
    let one = |task: &CareTask| -> Result<TaskWithText> {
        let task = row(db, list, task, now)?;
        let text = task.message.clone().map(|request| said(db, moment, request)).transpose()?.flatten();
        Ok(TaskWithText { task, text })
    };
    Ok(TasksOf { day, tasks: tasks.into_iter().map(one).collect::<Result<_>>()? })
}

/// The text; none where all texts of the occasion were switched off.
fn said(db: &Connection, moment: &Moment, request: MessageFor) -> Result<Option<String>> {
    match message::message_at(db, moment, request) {
        Ok(message) => Ok(Some(message.text)),
        Err(Error::Refused(failure)) if failure.code == Code::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
