//! What a rule would make, before it is saved.

use super::born::Born;
use super::list::tasks;
use super::row::row;
use super::rules::checked;
use super::{CareRule, CareTask, derive, later};
use crate::error::Result;
use crate::ids::CareRuleId;
use crate::shop::Shop;
use crate::store::care_facts;
use crate::wire::care::{DayCount, RuleDryRun, SaveCareRule};
use std::collections::BTreeMap;

/// How many a sample shows.
const SAMPLE: usize = 20;

/// The tasks of this week under a rule as it stands in the dialog, alone: what other rules would say first is not asked.
///
/// # Errors
/// Those of saving it.
pub fn dry_run(shop: &mut Shop, request: SaveCareRule) -> Result<RuleDryRun> {
    let name = checked(&request)?;
    let now = shop.now();
    let (list, db) = shop.care()?;
    let known = request.id.and_then(|id| list.rule(id));
    let draft = CareRule {
        id: request.id.unwrap_or(CareRuleId(0)),
        key: known.and_then(|rule| rule.key.clone()),
        name: name.clone(),
        plan: request.plan,
        is_on: true,
        position: known.map_or(i64::MAX, |rule| rule.position),
    };
    let around = care_facts::surroundings(db, now.day(), vec![draft])?;
    let people = tasks(db, &around)?;
    let counts: Vec<_> = Born::listed(db, &around)?.iter().map(Born::count).collect();
    let of_shop = derive::of_shop(&around, &counts, &[]);
    let week = later(now.day(), 6);
    let mut found: Vec<&CareTask> = people.values().flatten().chain(&of_shop).collect();
    found.retain(|task| task.name.rule.is_some() && task.due <= week);
    found.sort_by(|a, b| (a.due, &a.name).cmp(&(b.due, &b.name)));
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let open: Vec<&CareTask> = found.iter().copied().filter(|task| task.held.is_none()).collect();
    let mut days: BTreeMap<_, i64> = BTreeMap::new();
    for task in &open {
        *days.entry(task.due.max(now.day())).or_default() += 1;
    }
    let mut sample = Vec::new();
    for task in open.iter().take(SAMPLE) {
        let mut row = row(db, list, task, now)?;
        row.title.clone_from(&name);
        sample.push(row);
    }
    Ok(RuleDryRun {
        this_week: count(open.len()),
        overdue: count(open.iter().filter(|task| task.due < now.day()).count()),
        held: count(found.len() - open.len()),
        days: days.into_iter().map(|(day, tasks)| DayCount { day, tasks }).collect(),
        sample,
    })
}
