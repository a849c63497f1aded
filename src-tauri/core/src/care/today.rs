//! Today: what is to be done, and what is kept back.

use super::row::page;
use super::worklist::{Lane, in_order};
use crate::error::Result;
use crate::ids::CareRuleId;
use crate::shop::Shop;
use crate::store::care_decision;
use crate::wire::care::{GetToday, ListHeld, TaskCounts, TaskGroup, TaskList, Today, Whose};

/// Today's tasks: counts, groups by rule, and a page of those asked for.
///
/// # Errors
/// `out_of_range` for the limit, `bad_arguments` for a cursor that is not one of ours.
pub fn today(shop: &mut Shop, request: GetToday) -> Result<Today> {
    let (now, actor) = (shop.now(), shop.actor());
    let (list, db) = shop.care()?;
    let (mut all, mut own, mut pool) = (TaskCounts::default(), TaskCounts::default(), TaskCounts::default());
    let mut groups: Vec<TaskGroup> = Vec::new();
    let (mut asked, mut total) = (Vec::new(), 0);
    for lane in list.worklist.lanes() {
        let mine = actor.is_some() && lane.staff == actor;
        all.add_all(lane.counts);
        if mine {
            own.add_all(lane.counts);
        }
        if lane.staff.is_none() {
            pool.add_all(lane.counts);
        }
        let wanted = match request.whose {
            Whose::All => true,
            Whose::Mine => mine,
            Whose::Pool => lane.staff.is_none(),
        };
        if !wanted || request.staff.is_some_and(|staff| lane.staff != Some(staff)) {
            continue;
        }
        group(&mut groups, lane);
        if request.rule.is_none_or(|only| lane.rule == Some(only)) && request.kind.is_none_or(|only| lane.kind == only) {
            total += lane.counts.of(request.state);
            asked.push(lane);
        }
    }
    let place = |id: Option<CareRuleId>| id.and_then(|id| list.rule(id)).map(|rule| (rule.position, rule.id, rule.name.clone()));
    for group in &mut groups {
        group.title = place(group.rule).map(|(.., name)| name).unwrap_or_default();
    }
    groups.sort_by_key(|group| place(group.rule).map(|(position, rule, _)| (position, rule)));
    let tasks = |from| in_order(&asked, request.state, from);
    let (rows, cursor) = page(db, list, request.cursor.as_deref(), request.limit, now, tasks)?;
    let decided_today = care_decision::count_on(db, now.day())?;
    let held = i64::try_from(list.worklist.held()).unwrap_or(i64::MAX);
    Ok(Today { day: now.day(), all, mine: own, pool, held, decided_today, groups, rows, total, cursor })
}

fn group(groups: &mut Vec<TaskGroup>, lane: &Lane) {
    let at = groups.iter().position(|group| group.rule == lane.rule);
    let at = at.unwrap_or_else(|| {
        groups.push(TaskGroup { rule: lane.rule, title: String::new(), kind: lane.kind, overdue: 0, due: 0, upcoming: 0 });
        groups.len() - 1
    });
    let group = &mut groups[at];
    group.overdue += lane.counts.overdue;
    group.due += lane.counts.due;
    group.upcoming += lane.counts.upcoming;
}

/// Tasks that are kept back, each with the reason and, where time alone lifts it, until when.
///
/// # Errors
/// `out_of_range` for the limit, `bad_arguments` for a cursor that is not one of ours.
pub fn held(shop: &mut Shop, request: ListHeld) -> Result<TaskList> {
    let now = shop.now();
    let (list, db) = shop.care()?;
    let total = i64::try_from(list.worklist.held()).unwrap_or(i64::MAX);
    let tasks = |from| list.worklist.held_from(from);
    let (rows, cursor) = page(db, list, request.cursor.as_deref(), request.limit, now, tasks)?;
    Ok(TaskList { rows, total, cursor })
}
