//! The review: previewed as a list, applied by the owner; the dry run of new rules; who is near a downgrade.

use super::{LevelPolicy, RuleSet, Source, dry_run, explain, fold, near_downgrade, review};
use crate::error::{Code, Failure, Result};
use crate::ids::OperationId;
use crate::op::Op;
use crate::shop::Shop;
use crate::stats;
use crate::store::{customer, facts, level, operation};
use crate::wire::levels::{
    ApplyReview, DryRunAnswer, NearDowngrade, NearList, NearRow, PreviewReview, ReviewApplied, ReviewPreview, ReviewRow, SaveLevels,
};
use rusqlite::Connection;

/// The longest list a preview carries.
const ROWS: usize = 5_000;

/// Who would move in a review, and why.
///
/// # Errors
/// `day_in_future`; `cancelled` when stopped.
pub fn preview(shop: &mut Shop, request: PreviewReview) -> Result<ReviewPreview> {
    let today = shop.now().day();
    let day = request.day.unwrap_or(today);
    if day > today {
        return Err(Failure::at(Code::DayInFuture, "day").into());
    }
    let progress = shop.progress();
    let db = shop.db()?;
    let policy = level::policy(db)?;
    let mut rows = Vec::new();
    facts::each(db, &progress, |customer, facts| {
        let events = facts.level_events();
        if let Some(line) = review(&policy, customer, &stats::membership(facts, &events), day)
            && rows.len() < ROWS
        {
            rows.push(row(db, &policy, line)?);
        }
        Ok(())
    })?;
    Ok(ReviewPreview { day, rows, seen: OperationId(operation::last_id(db)?) })
}

/// Applies a previewed review to those ticked.
///
/// # Errors
/// `preview_stale` when anything was written since the preview.
pub fn apply(shop: &mut Shop, request: ApplyReview) -> Result<ReviewApplied> {
    if operation::last_id(shop.db()?)? != request.seen.0 {
        return Err(Failure::new(Code::PreviewStale).into());
    }
    let preview = preview(shop, PreviewReview { day: Some(request.day) })?;
    shop.write(Op::ApplyReview, |tx| {
        let id = level::insert_review(tx.db(), request.day, tx.now())?;
        let mut moved = 0;
        for row in preview.rows.iter().filter(|row| request.customers.contains(&row.customer.id)) {
            level::insert_decision(tx.db(), row.customer.id, row.to_level, tx.now(), Source::Review, Some(id), None)?;
            moved += 1;
        }
        tx.param("moved", moved);
        Ok(ReviewApplied { moved, operation: Some(tx.operation()) })
    })
}

/// What a review today would do under rules that are not saved yet.
pub fn dry_run_levels(shop: &mut Shop, request: SaveLevels) -> Result<DryRunAnswer> {
    let today = shop.now().day();
    // The draft is written and taken back, so that new levels have ids and the checks are those of saving.
    let proposed = shop.try_out(Op::SaveLevels, |tx| {
        super::save::write(tx, &request)?;
        level::policy(tx.db())
    })?;
    let rules = proposed.rules_on(today).map(|set| set.rules.clone()).unwrap_or_default();
    let progress = shop.progress();
    let db = shop.db()?;
    let present = level::policy(db)?;
    let merged = present_with_new_levels(&present, &proposed)?;
    let mut answer = DryRunAnswer { rises: 0, drops: 0, drops_anyway: 0, rows: Vec::new() };
    facts::each(db, &progress, |customer, facts| {
        let events = facts.level_events();
        let run = dry_run(&merged, RuleSet { from: today, rules: rules.clone() }, [(customer, stats::membership(facts, &events))], today)?;
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        answer.rises += count(run.rises);
        answer.drops += count(run.drops);
        answer.drops_anyway += count(run.drops_anyway);
        for line in run.lines {
            if answer.rows.len() < 200 {
                answer.rows.push(row(db, &merged, line)?);
            }
        }
        Ok(())
    })?;
    Ok(answer)
}

/// The present rules over the levels as proposed: a review under new rules may move people to a level that is new.
fn present_with_new_levels(present: &LevelPolicy, proposed: &LevelPolicy) -> Result<LevelPolicy> {
    let mut levels = proposed.levels().to_vec();
    // A level that is to go still has people on it today.
    let top = levels.iter().map(|level| level.rank).max().unwrap_or(0);
    for (n, gone) in (1..).zip(present.levels().iter().filter(|level| proposed.level(level.id).is_none())) {
        levels.push(super::Level { rank: top + n, name: format!("{} ", gone.name), ..gone.clone() });
    }
    LevelPolicy::new(levels, present.rule_sets().to_vec(), present.campaigns().to_vec(), present.reviews())
}

/// Who would lose her level at a review within so many days, the nearest first.
pub fn near(shop: &mut Shop, request: NearDowngrade) -> Result<NearList> {
    if !(1..=366).contains(&request.days) {
        return Err(Failure::at(Code::OutOfRange, "days").with("min", 1).with("max", 366).into());
    }
    let today = shop.now().day();
    let progress = shop.progress();
    let db = shop.db()?;
    let policy = level::policy(db)?;
    let mut rows = Vec::new();
    facts::each(db, &progress, |customer, facts| {
        let events = facts.level_events();
        let member = stats::membership(facts, &events);
        let standing = fold(&policy, &member, today);
        if standing.level == policy.base() {
            return Ok(());
        }
        let told = explain(&policy, &member, &standing, today);
        if let (true, Some(keeps_until)) = (near_downgrade(&told, today, request.days), told.keeps_until)
            && let Some(person) = customer::person(db, customer)?
        {
            rows.push(NearRow { customer: person, level: name_of(&policy, standing.level), keeps_until, gap: told.keep_gap });
        }
        Ok(())
    })?;
    rows.sort_by_key(|row: &NearRow| (row.keeps_until, row.customer.id));
    rows.truncate(1_000);
    Ok(NearList { rows })
}

fn name_of(policy: &LevelPolicy, id: crate::ids::LevelId) -> String {
    policy.level(id).map(|level| level.name.trim().to_owned()).unwrap_or_default()
}

fn row(db: &Connection, policy: &LevelPolicy, line: super::ReviewLine) -> Result<ReviewRow> {
    let customer = customer::person(db, line.customer)?.ok_or_else(|| Failure::new(Code::NotFound))?;
    Ok(ReviewRow {
        customer,
        from: name_of(policy, line.from),
        to: name_of(policy, line.to),
        to_level: line.to,
        rise: line.rise,
        gap: line.gap,
        met: line.met,
    })
}
