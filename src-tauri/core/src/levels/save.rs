//! Changing levels and rules; the new rules hold from today, the past keeps the old ones.

use super::{LevelRule, RuleSet};
use crate::error::{Code, Failure, Result};
use crate::op::Op;
use crate::shop::{Shop, Tx};
use crate::store::{level, setting};
use crate::wire::levels::{CampaignRef, SaveCampaign, SaveLevels};
use crate::wire::{Done, text};

/// How many levels a shop may have.
const LEVELS: usize = 10;

/// Saves levels, rules and the rhythm of reviews.
///
/// # Errors
/// `rules_invalid` at the field, `in_use` when a level that is left out was given to somebody by a decision.
pub fn save(shop: &mut Shop, request: SaveLevels) -> Result<Done> {
    shop.write(Op::SaveLevels, |tx| {
        write(tx, &request)?;
        Ok(Done {})
    })
}

/// Writes them inside a transaction.
pub(super) fn write(tx: &Tx<'_>, request: &SaveLevels) -> Result<()> {
    let db = tx.db();
    if request.levels.is_empty() || request.levels.len() > LEVELS {
        return Err(Failure::at(Code::OutOfRange, "levels").with("min", 1).with("max", LEVELS).into());
    }
    let old = level::list(db)?;
    if request.levels[0].id.is_some_and(|id| old.first().is_none_or(|base| base.id != id)) {
        return Err(Failure::at(Code::RulesInvalid, "levels").with("why", "base").into());
    }
    for gone in old.iter().filter(|level| !request.levels.iter().any(|draft| draft.id == Some(level.id))) {
        tx.defer_references()?;
        level::remove(db, gone.id)?;
    }
    // Ranks and names are unique, so they step aside before they are set anew.
    level::step_aside(db)?;
    let mut rules = Vec::new();
    for (rank, draft) in (0..).zip(&request.levels) {
        let place = format!("levels.{rank}");
        let name = text::required("name", &draft.name, 12).map_err(|e| e.under(&place))?;
        if request.levels.iter().filter(|other| other.name.trim() == name).count() > 1 {
            return Err(Failure::at(Code::NameTaken, format!("{place}.name")).into());
        }
        let id = match draft.id {
            Some(id) if old.iter().any(|level| level.id == id) => {
                level::update(db, id, rank, &name, &draft.benefits)?;
                id
            }
            Some(_) => return Err(Failure::at(Code::NotFound, place).into()),
            None => level::insert(db, rank, &name, &draft.benefits)?,
        };
        if !draft.criteria.is_empty() {
            rules.push(LevelRule { level: id, join: draft.join, criteria: draft.criteria.clone() });
        }
    }
    setting::put(db, level::REVIEW_PERIOD, &request.reviews)?;
    let present = level::policy(db)?.rules_on(tx.day()).map(|set| set.rules.clone());
    if present.as_ref() != Some(&rules) {
        level::put_rule_set(db, &RuleSet { from: tx.day(), rules })?;
    }
    // The whole is checked once more as it will be read.
    level::policy(db)?;
    Ok(())
}

/// Adds or changes a recruitment month.
///
/// # Errors
/// `rules_invalid` when the days or the level do not fit.
pub fn save_campaign(shop: &mut Shop, request: SaveCampaign) -> Result<Done> {
    let name = text::required("name", &request.name, 20)?;
    shop.write(Op::SaveCampaign, |tx| {
        level::save_campaign(tx.db(), &SaveCampaign { name, ..request })?;
        level::policy(tx.db())?;
        Ok(Done {})
    })
}

/// Takes a recruitment month away.
pub fn remove_campaign(shop: &mut Shop, request: CampaignRef) -> Result<Done> {
    shop.write(Op::SaveCampaign, |tx| {
        level::remove_campaign(tx.db(), request.id)?;
        Ok(Done {})
    })
}
