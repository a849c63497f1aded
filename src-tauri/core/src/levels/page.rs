//! All about levels on one screen.

use crate::error::Result;
use crate::shop::Shop;
use crate::store::level;
use crate::wire::Nothing;
use crate::wire::levels::{LevelView, LevelsPage};

/// The levels with their rules of today, the months that open the door wider, and the review days.
pub fn page(shop: &mut Shop, _: Nothing) -> Result<LevelsPage> {
    let today = shop.now().day();
    let db = shop.db()?;
    let policy = level::policy(db)?;
    let rules = policy.rules_on(today);
    let members = level::members(db)?;
    let view = |level: &super::Level| {
        let rule = rules.and_then(|rules| rules.rule(level.id));
        LevelView {
            id: level.id,
            rank: level.rank,
            name: level.name.clone(),
            benefits: level.benefits.clone(),
            join: rule.map(|rule| rule.join),
            criteria: rule.map(|rule| rule.criteria.clone()).unwrap_or_default(),
            members: members.get(&level.id).copied().unwrap_or(0),
        }
    };
    Ok(LevelsPage {
        levels: policy.levels().iter().map(view).collect(),
        rules_from: rules.map_or(today, |rules| rules.from),
        reviews: policy.reviews(),
        next_review: policy.reviews().next_on_or_after(today),
        last_review: level::last_review(db)?,
        campaigns: level::campaigns(db)?,
    })
}
