//! From facts to a level: up at once with the visit, down only by a decision.

use super::measures::{Window, in_order};
use super::{Join, LevelPolicy, LevelRule, Measures, Metric, OpeningBalance};
use crate::calendar::RecurringDate;
use crate::clock::{Day, Millis};
use crate::ids::{LevelId, VisitId};
use crate::money::Fen;
use chrono::Datelike;
use serde::{Deserialize, Serialize};

/// What one visit means for levels. Money and points that a later return took back are already off: a return reverses the cause, so a
/// purchase brought back in full stands here with nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LevelEvent {
    /// When it was.
    pub at: Millis,
    /// Its day in the shop's time zone.
    pub day: Day,
    /// The visit.
    pub visit: VisitId,
    /// Paid and kept; below zero only for a return without its purchase.
    pub net: Fen,
    /// Whether something was bought.
    pub is_purchase: bool,
    /// Points earned and kept.
    pub points: i64,
}

impl LevelEvent {
    /// Whether it is a purchase of which something was kept.
    pub fn counts(&self) -> bool {
        self.is_purchase && self.net > Fen::ZERO
    }
}

/// Who set a level when it was not a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// A level review that the owner applied.
    Review,
    /// The owner, by hand.
    Manual,
    /// The shop's old book.
    Opening,
    /// A recruitment drive in which nothing had to be bought.
    Campaign,
}

/// A level set by a decision: a fact, unlike a level reached by rule.
///
/// A level set by anything but a review holds against reviews for 12 months, as spend does; a further purchase may raise it meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decision {
    /// The day it holds from.
    pub day: Day,
    /// When it was taken.
    pub at: Millis,
    /// The level it sets.
    pub level: LevelId,
    /// Who decided.
    pub source: Source,
}

/// The facts about one customer that decide her level; in any order.
#[derive(Debug, Clone, Copy, Default)]
pub struct Membership<'a> {
    /// Her visits.
    pub events: &'a [LevelEvent],
    /// Decisions about her.
    pub decisions: &'a [Decision],
    /// The day from which she is of age, if the year of her birth is known; before it no visit raises her.
    pub adult_from: Option<Day>,
    /// What the shop's old book says of the time before this one.
    pub opening: Option<OpeningBalance>,
}

/// The day from which she is of age; nothing if the year of her birth is unknown. The law counts years by the solar calendar, so a
/// lunar birthday is counted from its solar day of birth; born on 29 February, she comes of age on 28 February.
pub fn adult_from(birthday: &RecurringDate) -> Option<Day> {
    let born = birthday.began_on()?;
    RecurringDate::from_day(born).ok()?.in_own_year(born.year() + 18)
}

/// One threshold that was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Met {
    /// What is counted.
    pub metric: Metric,
    /// Fen, purchases or points on the day.
    pub value: i64,
    /// What the rule asked for.
    pub at_least: i64,
}

/// Why a level changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Why {
    /// A visit reached the rule.
    Rule {
        /// The visit.
        visit: VisitId,
        /// What it reached.
        met: Vec<Met>,
    },
    /// A purchase in a recruitment month.
    Campaign {
        /// The visit.
        visit: VisitId,
    },
    /// A decision.
    Decision {
        /// Whose.
        source: Source,
    },
}

/// One change of level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Step {
    /// Its day.
    pub day: Day,
    /// The level before.
    pub from: LevelId,
    /// The level after.
    pub to: LevelId,
    /// What made it.
    pub why: Why,
}

/// A level that holds against reviews for 12 months from a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hold {
    /// The day it was given.
    pub day: Day,
    /// The level it keeps.
    pub level: LevelId,
}

/// Where a customer stands and how she came there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Her level.
    pub level: LevelId,
    /// The day of the last change; none if there was none.
    pub since: Option<Day>,
    /// The visit that raised her to this level; none if it was a decision or nothing.
    pub cause: Option<VisitId>,
    /// Every change, oldest first.
    pub history: Vec<Step>,
    /// What keeps a level apart from the rules.
    pub holds: Vec<Hold>,
}

/// Folds the facts up to and including a day into a standing. The order in which the facts are given does not matter: they are taken by
/// day, instant and id, a visit before a decision of the same instant.
pub fn fold(policy: &LevelPolicy, member: &Membership<'_>, as_of: Day) -> Standing {
    let events = in_order(member.events, as_of);
    let mut decisions: Vec<Decision> = member.decisions.iter().filter(|decision| decision.day <= as_of).copied().collect();
    decisions.sort_unstable();
    let mut decisions = decisions.into_iter().peekable();
    let mut standing = Standing { level: policy.base(), since: None, cause: None, history: Vec::new(), holds: Vec::new() };
    let mut window = Window::of(member);
    for event in events {
        while let Some(decision) = decisions.next_if(|decision| (decision.day, decision.at) < (event.day, event.at)) {
            decide(policy, &mut standing, decision);
        }
        window.take(event);
        if event.counts() && member.adult_from.is_none_or(|day| day <= event.day) {
            visit(policy, &mut standing, event, &window.measures());
        }
    }
    for decision in decisions {
        decide(policy, &mut standing, decision);
    }
    standing
}

fn visit(policy: &LevelPolicy, standing: &mut Standing, event: &LevelEvent, measures: &Measures) {
    let mut best = reached(policy, event.day, measures).map(|(to, met)| (to, Why::Rule { visit: event.visit, met }));
    for campaign in policy.campaigns().iter().filter(|campaign| campaign.from <= event.day && event.day <= campaign.to) {
        standing.holds.push(Hold { day: event.day, level: campaign.level });
        if best.as_ref().is_none_or(|(level, _)| policy.rank(*level) < policy.rank(campaign.level)) {
            best = Some((campaign.level, Why::Campaign { visit: event.visit }));
        }
    }
    if let Some((to, why)) = best
        && policy.rank(to) > policy.rank(standing.level)
    {
        step(standing, event.day, to, Some(event.visit), why);
    }
}

fn decide(policy: &LevelPolicy, standing: &mut Standing, decision: Decision) {
    let to = policy.level(decision.level).map_or(policy.base(), |level| level.id);
    if decision.source != Source::Review {
        standing.holds.clear();
        standing.holds.push(Hold { day: decision.day, level: to });
    }
    if to != standing.level {
        step(standing, decision.day, to, None, Why::Decision { source: decision.source });
    }
}

fn step(standing: &mut Standing, day: Day, to: LevelId, cause: Option<VisitId>, why: Why) {
    standing.history.push(Step { day, from: standing.level, to, why });
    standing.level = to;
    standing.since = Some(day);
    standing.cause = cause;
}

/// The highest level whose rule is reached with these measures on a day, and what reached it.
pub(super) fn reached(policy: &LevelPolicy, day: Day, measures: &Measures) -> Option<(LevelId, Vec<Met>)> {
    let rules = policy.rules_on(day)?;
    policy.levels().iter().rev().find_map(|level| {
        let met = met(rules.rule(level.id)?, measures);
        (!met.is_empty()).then_some((level.id, met))
    })
}

/// The thresholds that make a rule hold; empty if it does not hold.
fn met(rule: &LevelRule, measures: &Measures) -> Vec<Met> {
    let met: Vec<Met> = rule
        .criteria
        .iter()
        .map(|criterion| Met { metric: criterion.metric, value: measures.of(criterion.metric), at_least: criterion.at_least })
        .filter(|met| met.value >= met.at_least)
        .collect();
    match rule.join {
        Join::All if met.len() < rule.criteria.len() => Vec::new(),
        _ => met,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_visit_raises_at_once_and_says_what_reached_the_rule() {
        let events = [buy(1, "2026-01-10", 1_000), buy(2, "2026-02-10", 2_000), buy(3, "2026-03-10", 500)];
        let standing = fold(&policy(), &of(&events), day("2026-03-10"));
        assert_eq!((standing.level, standing.since, standing.cause), (SILVER, Some(day("2026-02-10")), Some(VisitId(2))));
        let met = vec![Met { metric: Metric::SpendLast12Months, value: 300_000, at_least: 300_000 }];
        let why = Why::Rule { visit: VisitId(2), met };
        assert_eq!(standing.history, [Step { day: day("2026-02-10"), from: BASE, to: SILVER, why }]);
    }

    #[test]
    fn every_metric_reaches_its_threshold_and_not_a_step_before() {
        use Metric::*;
        let events = [
            LevelEvent { points: 10, ..buy(1, "2024-05-01", 200) },
            LevelEvent { points: 7, ..buy(2, "2026-05-01", 300) },
            LevelEvent { points: 3, ..buy(3, "2026-05-02", 200) },
        ];
        for (metric, value) in [
            (SpendLast12Months, 50_000),
            (SpendLifetime, 70_000),
            (SinglePurchase, 30_000),
            (VisitsLast12Months, 2),
            (VisitsLifetime, 3),
            (PointsEarned, 20),
        ] {
            for (at_least, reached) in [(value, SILVER), (value + 1, BASE)] {
                let policy = policy_of(&[("2020-01-01", &[(SILVER, Join::Any, &[(metric, at_least)])])], &[]);
                assert_eq!(fold(&policy, &of(&events), day("2026-05-02")).level, reached, "{metric:?} {at_least}");
            }
        }
    }

    #[test]
    fn any_takes_one_criterion_and_all_takes_every_one() {
        let events = [buy(1, "2026-01-10", 2_000), buy(2, "2026-01-11", 500)];
        let criteria: &[(Metric, i64)] = &[(Metric::SinglePurchase, 200_000), (Metric::VisitsLifetime, 3)];
        for (join, level) in [(Join::Any, SILVER), (Join::All, BASE)] {
            let policy = policy_of(&[("2020-01-01", &[(SILVER, join, criteria)])], &[]);
            assert_eq!(fold(&policy, &of(&events), day("2026-01-11")).level, level);
        }
        let policy = policy_of(&[("2020-01-01", &[(SILVER, Join::All, criteria)])], &[]);
        let third = [&events[..], &[buy(3, "2026-01-11", 1)]].concat();
        assert_eq!(fold(&policy, &of(&third), day("2026-01-11")).level, SILVER);
    }

    #[test]
    fn the_window_ends_where_it_says() {
        for (first, second, level) in [
            ("2025-03-05", "2026-03-05", BASE),
            ("2025-03-06", "2026-03-05", SILVER),
            ("2028-02-29", "2029-02-28", SILVER),
            ("2028-02-29", "2029-03-01", BASE),
            ("2027-02-28", "2028-02-28", BASE),
            ("2027-03-01", "2028-02-29", SILVER),
            ("2026-03-05", "2026-03-05", SILVER),
        ] {
            let events = [buy(1, first, 1_500), buy(2, second, 1_500)];
            assert_eq!(fold(&policy(), &of(&events), day(second)).level, level, "{first} {second}");
        }
    }

    #[test]
    fn several_visits_of_a_day_count_in_their_order() {
        let events = [
            LevelEvent { at: 3, ..buy(1, "2026-01-10", 1_000) },
            LevelEvent { at: 1, ..buy(2, "2026-01-10", 1_000) },
            LevelEvent { at: 2, ..buy(3, "2026-01-10", 1_000) },
        ];
        assert_eq!(fold(&policy(), &of(&events), day("2026-01-10")).cause, Some(VisitId(1)));
    }

    #[test]
    fn a_full_return_takes_back_the_rise_it_caused_and_no_other() {
        let kept = [buy(1, "2026-01-10", 3_000), buy(2, "2026-02-10", 9_000)];
        assert_eq!(fold(&policy(), &of(&kept), day("2026-03-01")).level, GOLD);
        let second_back = [kept[0], buy(2, "2026-02-10", 0)];
        let standing = fold(&policy(), &of(&second_back), day("2026-03-01"));
        assert_eq!((standing.level, standing.cause, standing.history.len()), (SILVER, Some(VisitId(1)), 1));
        let part_back = [kept[0], buy(2, "2026-02-10", 6_999)];
        assert_eq!(fold(&policy(), &of(&part_back), day("2026-03-01")).level, SILVER);
        let all_back = [buy(1, "2026-01-10", 0), buy(2, "2026-02-10", 0)];
        assert_eq!(fold(&policy(), &of(&all_back), day("2026-03-01")), fold(&policy(), &of(&[]), day("2026-03-01")));
    }

    #[test]
    fn nothing_bought_raises_nobody_even_after_the_rules_became_easier() {
        let easier: &Rules<'_> = &[(SILVER, Join::Any, &[(Metric::SpendLast12Months, 100_000)])];
        let policy = policy_of(&[("2020-01-01", RULES), ("2026-02-01", easier)], &[]);
        let browse = LevelEvent { is_purchase: false, ..buy(2, "2026-02-10", 0) };
        let events = [buy(1, "2026-01-10", 2_000), browse, buy(3, "2026-02-11", 0)];
        assert_eq!(fold(&policy, &of(&events), day("2026-02-28")).level, BASE);
        let events = [events[0], buy(4, "2026-02-12", 1)];
        assert_eq!(fold(&policy, &of(&events), day("2026-02-28")).level, SILVER);
        assert_eq!(fold(&policy, &of(&[buy(5, "2026-01-31", 2_000)]), day("2026-02-28")).level, BASE, "the rules of that day");
    }

    #[test]
    fn only_a_decision_lowers() {
        let events = [buy(1, "2024-01-10", 3_000), buy(2, "2026-01-10", 10)];
        assert_eq!(fold(&policy(), &of(&events), day("2026-02-01")).level, SILVER);
        let decisions = [decided("2025-06-30", BASE, Source::Review)];
        let member = Membership { events: &events, decisions: &decisions, adult_from: None, opening: None };
        let standing = fold(&policy(), &member, day("2026-02-01"));
        assert_eq!((standing.level, standing.since, standing.cause), (BASE, Some(day("2025-06-30")), None));
        assert_eq!(standing.history[1].why, Why::Decision { source: Source::Review });
        assert_eq!(fold(&policy(), &member, day("2025-06-29")).level, SILVER, "as of the day before");
    }

    #[test]
    fn a_visit_comes_before_a_decision_of_the_same_instant() {
        let events = [buy(1, "2026-01-10", 3_000)];
        for (at, level) in [(0, SILVER), (1, BASE), (2, BASE)] {
            let decisions = [Decision { at, ..decided("2026-01-10", BASE, Source::Manual) }];
            let member = Membership { events: &events, decisions: &decisions, adult_from: None, opening: None };
            assert_eq!(fold(&policy(), &member, day("2026-01-10")).level, level, "{at}");
        }
    }

    #[test]
    fn a_decision_on_a_level_that_is_gone_means_the_base() {
        let decisions = [decided("2026-01-01", GOLD, Source::Manual), decided("2026-01-02", LevelId(77), Source::Manual)];
        let member = Membership { decisions: &decisions, ..Membership::default() };
        assert_eq!(fold(&policy(), &member, day("2026-02-01")).level, BASE);
    }

    #[test]
    fn any_purchase_of_a_recruitment_month_opens_its_level() {
        let policy = policy_of(&[("2020-01-01", RULES)], &[("2026-03-01", "2026-03-31", SILVER)]);
        for (on, level) in [("2026-02-28", BASE), ("2026-03-01", SILVER), ("2026-03-31", SILVER), ("2026-04-01", BASE)] {
            assert_eq!(fold(&policy, &of(&[buy(1, on, 1)]), day("2026-05-01")).level, level, "{on}");
        }
        let standing = fold(&policy, &of(&[buy(1, "2026-03-05", 1)]), day("2026-05-01"));
        assert_eq!(standing.history[0].why, Why::Campaign { visit: VisitId(1) });
        assert_eq!(fold(&policy, &of(&[buy(1, "2026-03-05", 0)]), day("2026-05-01")).level, BASE, "brought back");
        assert_eq!(fold(&policy, &of(&[buy(1, "2026-03-05", 20_000)]), day("2026-05-01")).level, GOLD, "the rule gives more");
    }

    #[test]
    fn before_eighteen_no_visit_raises() {
        for (born, adult) in [("2008-05-20", "2026-05-20"), ("2008-02-29", "2026-02-28")] {
            let adult = day(adult);
            let birthday = RecurringDate::from_day(day(born)).unwrap();
            assert_eq!(adult_from(&birthday), Some(adult));
            assert_eq!((birthday.is_minor_on(adult.pred_opt().unwrap(), 18), birthday.is_minor_on(adult, 18)), (Some(true), Some(false)));
            let eve = adult.pred_opt().unwrap().to_string();
            let events = [buy(1, &eve, 5_000), buy(2, &adult.to_string(), 1)];
            for (events, level) in [(&events[..1], BASE), (&events[..], SILVER)] {
                let member = Membership { events, decisions: &[], adult_from: Some(adult), opening: None };
                assert_eq!(fold(&policy(), &member, adult).level, level);
            }
        }
    }

    fn any_decisions() -> impl Strategy<Value = Vec<Decision>> {
        let source = prop_oneof![Just(Source::Review), Just(Source::Manual), Just(Source::Opening)];
        let one = (0u64..900, 0i64..4, 1i64..4, source).prop_map(|(offset, at, level, source)| Decision {
            day: day("2026-01-01") + chrono::Days::new(offset),
            at,
            level: LevelId(level),
            source,
        });
        proptest::collection::vec(one, 0..5)
    }

    fn policy_with_campaign() -> LevelPolicy {
        policy_of(&[("2026-01-01", RULES), ("2027-03-01", HARDER)], &[("2027-01-01", "2027-01-31", SILVER)])
    }

    proptest! {
        #[test]
        fn the_order_of_the_facts_does_not_matter(
            (events, shuffled) in any_events().prop_flat_map(|e| (Just(e.clone()), Just(e).prop_shuffle())),
            (decisions, stirred) in any_decisions().prop_flat_map(|d| (Just(d.clone()), Just(d).prop_shuffle())),
        ) {
            let as_of = day("2028-01-01");
            let one = Membership { events: &events, decisions: &decisions, adult_from: None, opening: None };
            let other = Membership { events: &shuffled, decisions: &stirred, adult_from: None, opening: None };
            prop_assert_eq!(fold(&policy_with_campaign(), &one, as_of), fold(&policy_with_campaign(), &other, as_of));
        }

        #[test]
        fn a_purchase_brought_back_in_full_leaves_the_level_as_if_it_had_not_been(events in any_events(), which in any::<proptest::sample::Index>()) {
            prop_assume!(!events.is_empty());
            let policy = policy_with_campaign();
            let (mut back, mut never) = (events.clone(), events);
            let which = which.index(back.len());
            back[which] = LevelEvent { net: Fen::ZERO, points: 0, ..back[which] };
            never.remove(which);
            let as_of = day("2028-01-01");
            prop_assert_eq!(fold(&policy, &of(&back), as_of), fold(&policy, &of(&never), as_of));
        }

        #[test]
        fn history_is_a_chain_that_ends_at_the_level(events in any_events(), decisions in any_decisions()) {
            let policy = policy_with_campaign();
            let member = Membership { events: &events, decisions: &decisions, adult_from: None, opening: None };
            let standing = fold(&policy, &member, day("2028-01-01"));
            let mut level = policy.base();
            for step in &standing.history {
                prop_assert_eq!(step.from, level);
                if !matches!(step.why, Why::Decision { .. }) {
                    prop_assert!(policy.rank(step.to) > policy.rank(step.from));
                }
                level = step.to;
            }
            prop_assert_eq!(standing.level, level);
            prop_assert_eq!(standing.since, standing.history.last().map(|step| step.day));
        }
    }
}
