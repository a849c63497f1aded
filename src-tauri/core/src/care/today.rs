//! Today: what is to be done, and what is kept back.

use super::row::page;
use super::{CareTask, TriggerKind};
use crate::error::Result;
use crate::ids::CareRuleId;
use crate::shop::Shop;
use crate::store::care_decision;
use crate::wire::care::{GetToday, ListHeld, TaskCounts, TaskGroup, TaskList, TaskState, Today, Whose};

impl TaskCounts {
    fn take(&mut self, state: TaskState) {
        match state {
            TaskState::Overdue => self.overdue += 1,
            TaskState::Due => self.due += 1,
            TaskState::Upcoming => self.upcoming += 1,
        }
    }
}

/// Today's tasks: counts, groups by rule, and a page of those asked for.
///
/// # Errors
/// `out_of_range` for the limit, `bad_arguments` for a cursor that is not one of ours.
pub fn today(shop: &mut Shop, request: GetToday) -> Result<Today> {
    let (now, actor) = (shop.now(), shop.actor());
    let (list, db) = shop.care()?;
    let mine = |task: &CareTask| actor.is_some() && task.staff == actor;
    let (mut all, mut own, mut pool, mut held) = (TaskCounts::default(), TaskCounts::default(), TaskCounts::default(), 0);
    let mut groups: Vec<TaskGroup> = Vec::new();
    let mut asked: Vec<&CareTask> = Vec::new();
    for task in list.all() {
        if task.held.is_some() {
            held += 1;
            continue;
        }
        let state = task.state(now.day(), now.millis());
        all.take(state);
        if mine(task) {
            own.take(state);
        }
        if task.staff.is_none() {
            pool.take(state);
        }
        let wanted = match request.whose {
            Whose::All => true,
            Whose::Mine => mine(task),
            Whose::Pool => task.staff.is_none(),
        };
        if !wanted || request.staff.is_some_and(|staff| task.staff != Some(staff)) {
            continue;
        }
        group(&mut groups, task, state);
        if request.state.is_none_or(|only| only == state)
            && request.rule.is_none_or(|only| task.name.rule == Some(only))
            && request.kind.is_none_or(|only| task.kind == only)
        {
            asked.push(task);
        }
    }
    let place = |id: Option<CareRuleId>| id.and_then(|id| list.rule(id)).map(|rule| (rule.position, rule.name.clone()));
    for group in &mut groups {
        group.title = place(group.rule).map(|(_, name)| name).unwrap_or_default();
    }
    groups.sort_by_key(|group| place(group.rule).map(|(position, _)| position));
    let total = i64::try_from(asked.len()).unwrap_or(i64::MAX);
    let (rows, cursor) = page(db, list, asked, request.cursor.as_deref(), request.limit, now)?;
    let decided_today = care_decision::count_on(db, now.day())?;
    Ok(Today { day: now.day(), all, mine: own, pool, held, decided_today, groups, rows, total, cursor })
}

fn group(groups: &mut Vec<TaskGroup>, task: &CareTask, state: TaskState) {
    let at = groups.iter().position(|group| group.rule == task.name.rule);
    let at = at.unwrap_or_else(|| {
        let kind: TriggerKind = task.kind;
        groups.push(TaskGroup { rule: task.name.rule, title: String::new(), kind, overdue: 0, due: 0, upcoming: 0 });
        groups.len() - 1
    });
    let group = &mut groups[at];
    match state {
        TaskState::Overdue => group.overdue += 1,
        TaskState::Due => group.due += 1,
        TaskState::Upcoming => group.upcoming += 1,
    }
}

/// Tasks that are kept back, each with the reason and, where time alone lifts it, until when.
///
/// # Errors
/// `out_of_range` for the limit, `bad_arguments` for a cursor that is not one of ours.
pub fn held(shop: &mut Shop, request: ListHeld) -> Result<TaskList> {
    let now = shop.now();
    let (list, db) = shop.care()?;
    let kept: Vec<&CareTask> = list.all().filter(|task| task.held.is_some()).collect();
    let total = i64::try_from(kept.len()).unwrap_or(i64::MAX);
    let (rows, cursor) = page(db, list, kept, request.cursor.as_deref(), request.limit, now)?;
    Ok(TaskList { rows, total, cursor })
}
