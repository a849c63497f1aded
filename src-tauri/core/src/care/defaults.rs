//! The rules a book starts with, from `assets/presets/care.json`; the owner's own from then on.

use super::RulePlan;
use crate::error::Result;
use crate::presets::Text;
use crate::store::{care_rule, level};
use crate::wire::settings::{Language, Trade};
use rusqlite::Connection;
use serde::Deserialize;

/// A rule as written down. The same key may stand more than once, for different trades.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Preset {
    /// Its stable name.
    pub key: String,
    /// As shown.
    pub name: Text,
    /// Only for these trades; none for all.
    #[serde(default)]
    pub trades: Vec<Trade>,
    /// At this rank of level or above, since a new book's levels have no ids yet.
    #[serde(default)]
    pub rank: Option<i64>,
    /// What it says.
    pub plan: RulePlan,
    /// Whether it makes tasks from the start.
    #[serde(default = "yes")]
    pub on: bool,
}

fn yes() -> bool {
    true
}

/// All of them, in the order of the screen.
pub(crate) fn all() -> Result<Vec<Preset>> {
    Ok(serde_json::from_str(include_str!("../../../../assets/presets/care.json"))?)
}

/// Writes those of a trade into a book, in its language.
///
/// # Errors
/// Only the database's own.
pub(crate) fn fill(db: &Connection, trade: Trade, language: Language) -> Result<()> {
    let levels = level::list(db)?;
    for preset in all()?.into_iter().filter(|preset| preset.trades.is_empty() || preset.trades.contains(&trade)) {
        let mut plan = preset.plan;
        plan.conditions.level = preset.rank.and_then(|rank| levels.iter().find(|level| level.rank >= rank)).map(|level| level.id);
        care_rule::insert(db, Some(&preset.key), preset.name.to(language), &plan, preset.on)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::{Trigger, TriggerKind};
    use crate::contacts::clock::Intent;
    use crate::wire::contacts::Purpose;
    use std::collections::BTreeSet;

    #[test]
    fn each_is_whole_in_both_languages_and_once_a_trade() {
        for &trade in Trade::ALL {
            let mine: Vec<Preset> = all().unwrap().into_iter().filter(|p| p.trades.is_empty() || p.trades.contains(&trade)).collect();
            let keys: BTreeSet<&str> = mine.iter().map(|preset| preset.key.as_str()).collect();
            assert_eq!(keys.len(), mine.len(), "{trade:?}");
            for preset in &mine {
                preset.plan.check().unwrap();
                assert!(!preset.name.0.is_ascii() && preset.name.1.is_ascii(), "{:?}", preset.name);
            }
            let kinds: BTreeSet<TriggerKind> = mine.iter().map(|preset| preset.plan.trigger.kind()).collect();
            let missing: Vec<_> = TriggerKind::ALL.iter().filter(|kind| !kinds.contains(kind) && **kind != TriggerKind::FollowUp).collect();
            assert!(missing.is_empty(), "{trade:?}: {missing:?}");
        }
    }

    #[test]
    fn a_festival_greeting_and_its_offer_are_two_rules_and_care_for_the_season_sells_nothing() {
        let all = all().unwrap();
        let of = |key: &str| all.iter().find(|preset| preset.key == key).unwrap();
        let (greeting, offer) = (of("festival_greeting"), of("festival_offer"));
        assert_eq!((greeting.plan.after_days, greeting.plan.purpose), (-3, Purpose::Greeting));
        assert_eq!((offer.plan.after_days, offer.plan.purpose), (-1, Purpose::Marketing));
        assert_eq!(of("season").plan.purpose, Purpose::Greeting);
        let recall = of("no_purchase_2_months");
        assert_eq!(crate::care::derive_intent(&recall.plan.trigger, recall.plan.purpose), Intent::Reminder);
        let big = Trigger::BigPurchase { least: crate::money::Fen(200_000) };
        assert!(all.iter().any(|preset| preset.plan.trigger == big && preset.plan.after_days == 7));
    }
}
