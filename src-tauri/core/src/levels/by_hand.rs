//! One customer's level: given by hand, and her way so far.

use super::{Source, fold};
use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::shop::Shop;
use crate::stats::{self, Rules};
use crate::store::{customer, facts, level};
use crate::wire::customers::CustomerRef;
use crate::wire::levels::{LevelHistory, LevelStep, SetLevel};
use crate::wire::{Done, text};

/// Gives a customer a level, with a reason. It holds against reviews for 12 months.
///
/// # Errors
/// `reason_required`, `not_found`.
pub fn set_level(shop: &mut Shop, request: SetLevel) -> Result<Done> {
    let reason = text::line("reason", Some(&request.reason), 200)?.ok_or_else(|| Failure::at(Code::ReasonRequired, "reason"))?;
    shop.write(Op::SetLevel, |tx| {
        let db = tx.db();
        customer::name_of(db, request.customer)?.ok_or_else(|| Failure::at(Code::NotFound, "customer"))?;
        let levels = level::list(db)?;
        let chosen = levels.iter().find(|l| l.id == request.level).ok_or_else(|| Failure::at(Code::NotFound, "level"))?;
        level::insert_decision(db, request.customer, chosen.id, tx.now(), Source::Manual, None, Some(&reason))?;
        tx.about_customer(request.customer);
        tx.param("level", chosen.name.as_str());
        Ok(Done {})
    })
}

/// Every change of her level with what made it, latest first.
pub fn history(shop: &mut Shop, request: CustomerRef) -> Result<LevelHistory> {
    let today = shop.now().day();
    let db = shop.db()?;
    let rules = Rules::load(db)?;
    let facts =
        facts::between(db, request.customer, request.customer)?.remove(&request.customer).ok_or_else(|| Failure::new(Code::NotFound))?;
    let events = facts.level_events();
    let standing = fold(&rules.levels, &stats::membership(&facts, &events), today);
    let name = |id| rules.levels.level(id).map(|level| level.name.clone()).unwrap_or_default();
    let steps =
        standing.history.into_iter().rev().map(|step| LevelStep { day: step.day, from: name(step.from), to: name(step.to), why: step.why });
    Ok(LevelHistory { steps: steps.collect() })
}
