//! What a rule would make of today, before it is saved.

use super::row::row;
use super::rules::checked;
use super::{CareList, CareRule, CareTask, TaskName, TaskState, later};
use crate::clock::Now;
use crate::error::{Code, Failure, Result};
use crate::ids::CareRuleId;
use crate::shop::Shop;
use crate::wire::care::{ChangeCount, ChangeWhy, ChangedTask, DayCount, RuleDryRun, SaveCareRule};
use std::collections::BTreeMap;

/// How many of each side are shown by name.
const SAMPLE: usize = 20;

/// The list of today as it stands and as it would stand under a rule of the dialog, on or off, among all the others: what it would say
/// first keeps back what others say later, and what it no longer says lets theirs through.
///
/// # Errors
/// Those of saving it.
pub fn dry_run(shop: &mut Shop, request: SaveCareRule) -> Result<RuleDryRun> {
    let name = checked(&request)?;
    let now = shop.now();
    let (list, db) = shop.care()?;
    let known = match request.id {
        Some(id) => Some(list.rule(id).ok_or_else(|| Failure::at(Code::NotFound, "id"))?),
        None => None,
    };
    let draft = CareRule {
        id: request.id.unwrap_or(CareRuleId(0)),
        key: known.and_then(|rule| rule.key.clone()),
        name,
        plan: request.plan,
        is_on: request.is_on,
        position: known.map_or(i64::MAX, |rule| rule.position),
    };
    let id = draft.id;
    let mut rules: Vec<CareRule> = list.rules.iter().filter(|rule| rule.id != id).cloned().collect();
    rules.push(draft);
    rules.sort_by_key(|rule| (rule.position, rule.id));
    let tried = CareList::of_rules(db, now.day(), now.millis(), rules)?;

    let week = later(now.day(), 6);
    let of_rule = |task: &&CareTask| task.name.rule == Some(id);
    let found: Vec<&CareTask> = tried.all().filter(of_rule).filter(|task| task.due <= week).collect();
    let open: Vec<&CareTask> = found.iter().copied().filter(|task| task.held.is_none()).collect();
    let mut days: BTreeMap<_, i64> = BTreeMap::new();
    for task in &open {
        *days.entry(task.due.max(now.day())).or_default() += 1;
    }

    let (before, after) = (todays(list, now), todays(&tried, now));
    let mut because: BTreeMap<(ChangeWhy, bool), i64> = BTreeMap::new();
    let (mut changes, mut added, mut gone) = (Vec::new(), 0, 0);
    for (name, task) in after.iter().filter(|(name, _)| !before.contains_key(*name)) {
        let why = match list.find(name) {
            None => ChangeWhy::Named,
            Some(was) if was.held.is_some() => ChangeWhy::Released,
            Some(_) => ChangeWhy::Sooner,
        };
        *because.entry((why, name.rule == Some(id))).or_default() += 1;
        added += 1;
        if added <= SAMPLE {
            changes.push(ChangedTask { task: row(db, &tried, task, now)?, why });
        }
    }
    for (name, task) in before.iter().filter(|(name, _)| !after.contains_key(*name)) {
        let then = tried.find(name);
        let why = match then {
            None => ChangeWhy::Unnamed,
            Some(then) if then.held.is_some() => ChangeWhy::Held,
            Some(_) => ChangeWhy::Later,
        };
        *because.entry((why, name.rule == Some(id))).or_default() += 1;
        gone += 1;
        if gone <= SAMPLE {
            changes.push(ChangedTask { task: row(db, &tried, then.unwrap_or(task), now)?, why });
        }
    }
    Ok(RuleDryRun {
        this_week: count(open.len()),
        overdue: count(open.iter().filter(|task| task.due < now.day()).count()),
        held: count(found.len() - open.len()),
        days: days.into_iter().map(|(day, tasks)| DayCount { day, tasks }).collect(),
        before: count(before.values().filter(|task| of_rule(task)).count()),
        after: count(after.values().filter(|task| of_rule(task)).count()),
        added: count(added),
        gone: count(gone),
        because: because.into_iter().map(|((why, own), tasks)| ChangeCount { why, own, tasks }).collect(),
        changes,
    })
}

/// What stands on the list of today and may be done.
fn todays(list: &CareList, now: Now) -> BTreeMap<&TaskName, &CareTask> {
    let open = |task: &&CareTask| task.held.is_none() && task.state(now.day(), now.millis()) != TaskState::Upcoming;
    list.all().filter(open).map(|task| (&task.name, task)).collect()
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
