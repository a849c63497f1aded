//! Whom to care for on a day: one row a task that is due or overdue and not kept back, with what could be said.

use super::{Asked, Names};
use crate::error::Result;
use crate::export::cells::Row;
use crate::export::out::Out;
use crate::progress::Progress;
use rusqlite::Connection;

/// The cells in the order of [`crate::export::columns::TASKS`].
pub(super) fn write(db: &Connection, asked: &Asked, progress: &Progress, out: &mut Out) -> Result<()> {
    let names = Names::load(db)?;
    let tasks = asked.tasks.iter().flat_map(|of| &of.tasks);
    progress.start(tasks.clone().count() as u64);
    let mut row = Row::default();
    for (n, one) in tasks.enumerate() {
        let task = &one.task;
        let person = task.customer.as_ref();
        if asked.wants(person.map(|person| person.id)) {
            row.day(Some(task.due));
            row.text(&asked.word("task", task.state.as_str()));
            row.text(&task.title);
            row.optional(person.map(|person| person.member_no.as_str()));
            row.optional(person.map(|person| person.name.as_str()));
            row.phones(person.and_then(|person| person.phone.as_ref()).map(std::slice::from_ref).unwrap_or_default());
            row.optional(person.map(|person| person.level.as_str()));
            row.text(&asked.word("task-channel", task.channel.as_str()));
            row.text(&asked.word("purpose", task.purpose.as_str()));
            names.put_staff(&mut row, task.staff);
            let params: Vec<(&str, &str)> = task.params.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            row.text(&asked.words.text(&format!("care-why-{}", task.kind.as_str().replace('_', "-")), &params));
            row.optional(one.text.as_deref());
            row.number(i64::from(task.tries));
            row.day(task.expires);
            out.row(&mut row)?;
        }
        progress.reach(n as u64 + 1)?;
    }
    Ok(())
}
