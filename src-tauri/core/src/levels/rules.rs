//! What the owner sets: the levels, what each asks for and gives, since when, and the months that open the door wider.

use crate::clock::Day;
use crate::error::{Code, Error, Failure};
use crate::ids::LevelId;
use crate::levels::ReviewPeriod;
use serde::{Deserialize, Serialize};

/// One level of membership.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Level {
    /// Its id.
    pub id: LevelId,
    /// 0 is the base everybody starts at; higher is better. No two levels share a rank.
    pub rank: i64,
    /// As shown, such as 金卡.
    pub name: String,
    /// What it gives.
    pub benefits: Benefits,
}

/// What a level gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct Benefits {
    /// Percent of the list price paid for full-price goods: 95 is 95折, 100 is no discount.
    pub pay_percent: i64,
    /// Points multiplier in basis points: 10,000 is single, 15,000 one and a half.
    pub points_bp: i64,
    /// Percent of the list price paid once in the birthday time; none means the shop's default.
    pub birthday_pay_percent: Option<i64>,
    /// The birthday gift, in words; none means no gift.
    pub birthday_gift: Option<String>,
    /// Sees new goods before others do.
    pub first_look: bool,
    /// Has an adviser of her own.
    pub own_adviser: bool,
}

impl Default for Benefits {
    fn default() -> Benefits {
        Benefits {
            pay_percent: 100,
            points_bp: 10_000,
            birthday_pay_percent: None,
            birthday_gift: None,
            first_look: false,
            own_adviser: false,
        }
    }
}

/// What a criterion counts. Returns are taken off at the purchase they reverse.
///
/// The last 12 months on day d are the days after (d - 12 months) up to and including d; a month that lacks the day gives its last
/// day, so on 28 February 2029 a purchase of 29 February 2028 still counts, and on 1 March 2029 it no longer does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Metric {
    /// Fen paid in the last 12 months.
    #[serde(rename = "spend_last_12_months")]
    SpendLast12Months,
    /// Fen paid ever.
    SpendLifetime,
    /// Fen of the largest one purchase in the last 12 months, so that one big day does not keep a level for ever.
    SinglePurchase,
    /// Purchases in the last 12 months of which something was kept.
    #[serde(rename = "visits_last_12_months")]
    VisitsLast12Months,
    /// Purchases ever of which something was kept.
    VisitsLifetime,
    /// Points earned ever by purchases; spending or losing them takes nothing off.
    PointsEarned,
}

impl Metric {
    /// Every metric, in the order in which the rules screen offers them.
    pub const ALL: [Metric; 6] = [
        Metric::SpendLast12Months,
        Metric::SpendLifetime,
        Metric::SinglePurchase,
        Metric::VisitsLast12Months,
        Metric::VisitsLifetime,
        Metric::PointsEarned,
    ];

    /// Whether it counts fen; the others count purchases or points.
    pub fn is_money(self) -> bool {
        matches!(self, Metric::SpendLast12Months | Metric::SpendLifetime | Metric::SinglePurchase)
    }
}

/// One threshold of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Criterion {
    /// What is counted.
    pub metric: Metric,
    /// Reached at this much: fen, purchases or points, by the metric.
    pub at_least: i64,
}

/// How the criteria of a rule belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Join {
    /// One of them is enough.
    Any,
    /// All are needed.
    All,
}

/// What one level asks for. A level above the base without a rule is given by hand only, and a review leaves it alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct LevelRule {
    /// The level it opens.
    pub level: LevelId,
    /// Whether one criterion is enough.
    pub join: Join,
    /// At least one.
    pub criteria: Vec<Criterion>,
}

/// The rules as they hold from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct RuleSet {
    /// First day on which they hold.
    pub from: Day,
    /// At most one a level, none for the base.
    pub rules: Vec<LevelRule>,
}

impl RuleSet {
    /// What a level asks for, if it can be reached by rule.
    pub fn rule(&self, level: LevelId) -> Option<&LevelRule> {
        self.rules.iter().find(|rule| rule.level == level)
    }
}

/// A recruitment month: any purchase between the two days, both included, makes the member at least this level for 12 months.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Campaign {
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
    /// The level it opens.
    pub level: LevelId,
}

/// All that decides about levels in one shop, checked to hold together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelPolicy {
    levels: Vec<Level>,
    rule_sets: Vec<RuleSet>,
    campaigns: Vec<Campaign>,
    reviews: ReviewPeriod,
}

impl LevelPolicy {
    /// Puts a policy together.
    ///
    /// Fails with `rules_invalid` at the field: `levels` (no base, a rank or name twice, a benefit out of bounds), `rules` (an unknown
    /// level, the base, a level twice, no criterion, a metric twice, a threshold below 1, a set for the same day twice) or `campaigns`.
    pub fn new(
        mut levels: Vec<Level>,
        mut rule_sets: Vec<RuleSet>,
        campaigns: Vec<Campaign>,
        reviews: ReviewPeriod,
    ) -> Result<LevelPolicy, Error> {
        levels.sort_by_key(|level| level.rank);
        check_levels(&levels)?;
        let above_base = |id: LevelId| levels.iter().skip(1).any(|level| level.id == id);
        rule_sets.sort_by_key(|set| set.from);
        if rule_sets.windows(2).any(|pair| pair[0].from == pair[1].from) {
            return Err(invalid("rules", "same_day"));
        }
        for set in &rule_sets {
            check_rules(&set.rules, above_base)?;
        }
        for campaign in &campaigns {
            if campaign.from > campaign.to {
                return Err(invalid("campaigns", "days"));
            }
            if !above_base(campaign.level) {
                return Err(invalid("campaigns", "level"));
            }
        }
        Ok(LevelPolicy { levels, rule_sets, campaigns, reviews })
    }

    /// The levels, lowest first.
    pub fn levels(&self) -> &[Level] {
        &self.levels
    }

    /// The level everybody starts at.
    pub fn base(&self) -> LevelId {
        self.levels[0].id
    }

    /// Every version of the rules, the oldest first.
    pub fn rule_sets(&self) -> &[RuleSet] {
        &self.rule_sets
    }

    /// The recruitment months.
    pub fn campaigns(&self) -> &[Campaign] {
        &self.campaigns
    }

    /// How often levels are reviewed.
    pub fn reviews(&self) -> ReviewPeriod {
        self.reviews
    }

    /// A level by its id.
    pub fn level(&self, id: LevelId) -> Option<&Level> {
        self.levels.iter().find(|level| level.id == id)
    }

    /// Its rank; a level that no longer exists ranks as the base.
    pub fn rank(&self, id: LevelId) -> i64 {
        self.level(id).map_or(0, |level| level.rank)
    }

    /// The rules on a day: the latest set that has begun. Before the first set the first set holds, so that the visits a shop brings
    /// along from before its first day with the book count for levels too.
    pub fn rules_on(&self, day: Day) -> Option<&RuleSet> {
        self.rule_sets.iter().rev().find(|set| set.from <= day).or_else(|| self.rule_sets.first())
    }

    /// The day from which the newest set holds.
    pub fn last_change(&self) -> Option<Day> {
        self.rule_sets.last().map(|set| set.from)
    }

    /// The same policy with a proposed set of rules in place of those that hold on a day, for a dry run.
    pub fn with_rules(&self, proposed: RuleSet) -> Result<LevelPolicy, Error> {
        let mut sets = self.rule_sets.clone();
        sets.retain(|set| set.from < proposed.from);
        sets.push(proposed);
        LevelPolicy::new(self.levels.clone(), sets, self.campaigns.clone(), self.reviews)
    }
}

fn invalid(field: &str, what: &str) -> Error {
    Failure::at(Code::RulesInvalid, field).with("what", what).into()
}

fn check_levels(by_rank: &[Level]) -> Result<(), Error> {
    if by_rank.first().is_none_or(|base| base.rank != 0) {
        return Err(invalid("levels", "base"));
    }
    for (index, level) in by_rank.iter().enumerate() {
        let before = &by_rank[..index];
        if before.iter().any(|other| other.rank == level.rank || other.id == level.id) {
            return Err(invalid("levels", "rank"));
        }
        if level.name.trim().is_empty() || before.iter().any(|other| other.name == level.name) {
            return Err(invalid("levels", "name"));
        }
        let percents = [Some(level.benefits.pay_percent), level.benefits.birthday_pay_percent];
        let percent_wrong = percents.into_iter().flatten().any(|percent| !(1..=100).contains(&percent));
        if percent_wrong || !(0..=1_000_000).contains(&level.benefits.points_bp) {
            return Err(invalid("levels", "benefits"));
        }
    }
    Ok(())
}

fn check_rules(rules: &[LevelRule], above_base: impl Fn(LevelId) -> bool) -> Result<(), Error> {
    for (index, rule) in rules.iter().enumerate() {
        if !above_base(rule.level) {
            return Err(invalid("rules", "level"));
        }
        if rules[..index].iter().any(|other| other.level == rule.level) {
            return Err(invalid("rules", "level_twice"));
        }
        if rule.criteria.is_empty() {
            return Err(invalid("rules", "no_criterion"));
        }
        for (index, criterion) in rule.criteria.iter().enumerate() {
            if criterion.at_least < 1 {
                return Err(invalid("rules", "threshold"));
            }
            if rule.criteria[..index].iter().any(|other| other.metric == criterion.metric) {
                return Err(invalid("rules", "metric_twice"));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn level(id: i64, rank: i64, name: &str) -> Level {
        Level { id: LevelId(id), rank, name: name.to_owned(), benefits: Benefits::default() }
    }

    fn rule(level: i64, criteria: &[(Metric, i64)]) -> LevelRule {
        let criteria = criteria.iter().map(|&(metric, at_least)| Criterion { metric, at_least }).collect();
        LevelRule { level: LevelId(level), join: Join::Any, criteria }
    }

    fn what(result: Result<LevelPolicy, Error>) -> String {
        match result {
            Err(Error::Refused(failure)) => format!("{}.{}", failure.field.unwrap(), failure.params["what"]),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn a_policy_that_does_not_hold_together_says_where() {
        let two = || vec![level(2, 1, "银卡"), level(1, 0, "普通会员")];
        let set = |rules| vec![RuleSet { from: day("2026-01-01"), rules }];
        let make = |levels, sets, campaigns| what(LevelPolicy::new(levels, sets, campaigns, ReviewPeriod::Quarter));
        let spend = Metric::SpendLast12Months;
        assert_eq!(make(vec![], vec![], vec![]), "levels.base");
        assert_eq!(make(vec![level(1, 1, "银卡")], vec![], vec![]), "levels.base");
        assert_eq!(make(vec![level(1, 0, "a"), level(2, 0, "b")], vec![], vec![]), "levels.rank");
        assert_eq!(make(vec![level(1, 0, "a"), level(2, 1, "a")], vec![], vec![]), "levels.name");
        assert_eq!(make(vec![level(1, 0, " ")], vec![], vec![]), "levels.name");
        let mut free = level(1, 0, "a");
        free.benefits.pay_percent = 0;
        assert_eq!(make(vec![free], vec![], vec![]), "levels.benefits");
        assert_eq!(make(two(), set(vec![rule(1, &[(spend, 1)])]), vec![]), "rules.level");
        assert_eq!(make(two(), set(vec![rule(9, &[(spend, 1)])]), vec![]), "rules.level");
        assert_eq!(make(two(), set(vec![rule(2, &[])]), vec![]), "rules.no_criterion");
        assert_eq!(make(two(), set(vec![rule(2, &[(spend, 0)])]), vec![]), "rules.threshold");
        assert_eq!(make(two(), set(vec![rule(2, &[(spend, 1), (spend, 2)])]), vec![]), "rules.metric_twice");
        assert_eq!(make(two(), set(vec![rule(2, &[(spend, 1)]), rule(2, &[(spend, 2)])]), vec![]), "rules.level_twice");
        assert_eq!(make(two(), [set(vec![]), set(vec![])].concat(), vec![]), "rules.same_day");
        let campaign = |from: &str, to: &str, level| vec![Campaign { from: day(from), to: day(to), level: LevelId(level) }];
        assert_eq!(make(two(), vec![], campaign("2026-03-31", "2026-03-01", 2)), "campaigns.days");
        assert_eq!(make(two(), vec![], campaign("2026-03-01", "2026-03-31", 1)), "campaigns.level");
        let whole = LevelPolicy::new(two(), set(vec![rule(2, &[(spend, 1)])]), vec![], ReviewPeriod::Quarter).unwrap();
        assert_eq!((whole.base(), whole.rank(LevelId(2)), whole.rank(LevelId(7))), (LevelId(1), 1, 0));
    }

    #[test]
    fn the_latest_set_that_has_begun_holds_and_the_first_one_before_that() {
        let sets = ["2026-07-01", "2026-01-01"].map(|from| RuleSet { from: day(from), rules: vec![] });
        let policy = LevelPolicy::new(vec![level(1, 0, "a")], sets.to_vec(), vec![], ReviewPeriod::Quarter).unwrap();
        for (on, from) in [
            ("2020-05-05", "2026-01-01"),
            ("2026-01-01", "2026-01-01"),
            ("2026-06-30", "2026-01-01"),
            ("2026-07-01", "2026-07-01"),
            ("2030-01-01", "2026-07-01"),
        ] {
            assert_eq!(policy.rules_on(day(on)).unwrap().from, day(from), "{on}");
        }
    }
}
