//! Short hands for the tests of levels.

use super::*;
use crate::clock::Day;
use crate::ids::{LevelId, VisitId};
use crate::money::Fen;
use proptest::prelude::*;

pub const BASE: LevelId = LevelId(1);
pub const SILVER: LevelId = LevelId(2);
pub const GOLD: LevelId = LevelId(3);

pub type Rules<'a> = [(LevelId, Join, &'a [(Metric, i64)])];

/// 3,000 yuan in 12 months make silver, 10,000 gold.
pub const RULES: &Rules<'_> =
    &[(SILVER, Join::Any, &[(Metric::SpendLast12Months, 300_000)]), (GOLD, Join::Any, &[(Metric::SpendLast12Months, 1_000_000)])];

/// 5,000 yuan in 12 months make silver, 20,000 gold.
pub const HARDER: &Rules<'_> =
    &[(SILVER, Join::Any, &[(Metric::SpendLast12Months, 500_000)]), (GOLD, Join::Any, &[(Metric::SpendLast12Months, 2_000_000)])];

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub fn buy(visit: i64, on: &str, yuan: i64) -> LevelEvent {
    LevelEvent { at: visit, day: day(on), visit: VisitId(visit), net: Fen(yuan * 100), is_purchase: true, points: 0 }
}

pub fn of(events: &[LevelEvent]) -> Membership<'_> {
    Membership { events, decisions: &[], adult_from: None, opening: None }
}

pub fn decided(on: &str, level: LevelId, source: Source) -> Decision {
    Decision { day: day(on), at: 0, level, source }
}

pub fn rule_set(from: &str, rules: &Rules<'_>) -> RuleSet {
    let rule = |&(level, join, criteria): &(LevelId, Join, &[(Metric, i64)])| LevelRule {
        level,
        join,
        criteria: criteria.iter().map(|&(metric, at_least)| Criterion { metric, at_least }).collect(),
    };
    RuleSet { from: day(from), rules: rules.iter().map(rule).collect() }
}

pub fn policy_of(sets: &[(&str, &Rules<'_>)], campaigns: &[(&str, &str, LevelId)]) -> LevelPolicy {
    let levels = [(BASE, "普通会员"), (SILVER, "银卡"), (GOLD, "金卡")];
    let level = |(id, name): (LevelId, &str)| Level { id, rank: id.0 - 1, name: name.to_owned(), benefits: Benefits::default() };
    let campaign = |&(from, to, level): &(&str, &str, LevelId)| Campaign { from: day(from), to: day(to), level };
    let sets = sets.iter().map(|(from, rules)| rule_set(from, rules)).collect();
    let campaigns = campaigns.iter().map(campaign).collect();
    LevelPolicy::new(levels.map(level).to_vec(), sets, campaigns, ReviewPeriod::Quarter).unwrap()
}

pub fn policy() -> LevelPolicy {
    policy_of(&[("2020-01-01", RULES)], &[])
}

pub fn any_events() -> impl Strategy<Value = Vec<LevelEvent>> {
    let one = (0i64..900, 0i64..4, -50_000i64..900_000, any::<bool>(), 0i64..500);
    proptest::collection::vec(one, 0..25).prop_map(|list| {
        list.into_iter()
            .enumerate()
            .map(|(index, (offset, at, net, is_purchase, points))| LevelEvent {
                at,
                day: day("2026-01-01") + chrono::Days::new(offset.unsigned_abs()),
                visit: VisitId(index as i64),
                net: Fen(net),
                is_purchase,
                points,
            })
            .collect()
    })
}
