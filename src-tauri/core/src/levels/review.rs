//! What a level needs to be kept, what the next one needs, and what a review would change.

use super::fold::reached;
use super::measures::Window;
use super::{Join, LevelPolicy, LevelRule, Measures, Membership, Met, Metric, RuleSet, Standing};
use super::{fold, leaves_window_on, twelve_months_before};
use crate::clock::Day;
use crate::error::Error;
use crate::ids::{CustomerId, LevelId};
use serde::{Deserialize, Serialize};

/// One threshold not reached yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Shortfall {
    /// What is counted.
    pub metric: Metric,
    /// Fen, purchases or points on the day.
    pub value: i64,
    /// What the rule asks for.
    pub at_least: i64,
    /// What is missing; of a single purchase the whole amount, because it has to be one.
    pub short: i64,
}

/// What is missing for a level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Gap {
    /// Whether one of the shortfalls is enough to make up.
    pub join: Join,
    /// What is missing, the nearest to being reached first.
    pub shortfalls: Vec<Shortfall>,
}

/// The next level up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct NextLevel {
    /// Which.
    pub level: LevelId,
    /// What is missing; no shortfalls means that the next purchase opens it.
    pub gap: Gap,
}

/// A level explained: "金卡 until 31 March, ¥620 short of keeping it".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Explanation {
    /// The first review day, today included, on which she would lose her level if she bought nothing more; none if never.
    pub keeps_until: Option<Day>,
    /// What she lacks on that day.
    pub keep_gap: Option<Gap>,
    /// The next level that can be reached by rule.
    pub next: Option<NextLevel>,
    /// Set if she is not of age yet: from this day on visits can raise her.
    pub not_before: Option<Day>,
}

/// Explains a standing that [`fold`] gave for today.
pub fn explain(policy: &LevelPolicy, member: &Membership<'_>, standing: &Standing, today: Day) -> Explanation {
    let mut window = Window::up_to(member, today);
    let next = next_level(policy, standing.level, &window.measures(), today);
    let loss = first_loss(policy, member, standing, &mut window, today);
    let (keeps_until, keep_gap) = loss.map_or((None, None), |(day, gap)| (Some(day), gap));
    Explanation { keeps_until, keep_gap, next, not_before: member.adult_from.filter(|&day| day > today) }
}

/// Whether the level would be lost at a review within so many days.
pub fn near_downgrade(explanation: &Explanation, today: Day, days: i64) -> bool {
    explanation.keeps_until.is_some_and(|until| (until - today).num_days() <= days)
}

fn next_level(policy: &LevelPolicy, level: LevelId, measures: &Measures, today: Day) -> Option<NextLevel> {
    let rules = policy.rules_on(today)?;
    let rank = policy.rank(level);
    let above = policy.levels().iter().filter(|other| other.rank > rank);
    above.filter_map(|other| rules.rule(other.id)).map(|rule| NextLevel { level: rule.level, gap: gap(rule, measures) }).next()
}

fn first_loss(
    policy: &LevelPolicy,
    member: &Membership<'_>,
    standing: &Standing,
    window: &mut Window<'_>,
    today: Day,
) -> Option<(Day, Option<Gap>)> {
    if standing.level == policy.base() {
        return None;
    }
    let holds = standing.holds.iter().map(|hold| leaves_window_on(hold.day));
    let settled = holds.chain(window.settled_on()).chain(policy.last_change()).chain(member.adult_from).max();
    for day in policy.reviews().days_from(today) {
        window.move_to(day);
        let measures = window.measures();
        let (deserved, _) = deserved(policy, member, standing, &measures, day);
        if policy.rank(deserved) < policy.rank(standing.level) {
            let rule = policy.rules_on(day).and_then(|rules| rules.rule(standing.level));
            return Some((day, rule.map(|rule| gap(rule, &measures))));
        }
        if settled.is_none_or(|settled| day >= settled) {
            return None;
        }
    }
    None
}

fn gap(rule: &LevelRule, measures: &Measures) -> Gap {
    let mut shortfalls: Vec<Shortfall> = rule
        .criteria
        .iter()
        .map(|criterion| {
            let (value, at_least) = (measures.of(criterion.metric), criterion.at_least);
            let short = if criterion.metric == Metric::SinglePurchase { at_least } else { at_least.saturating_sub(value) };
            Shortfall { metric: criterion.metric, value, at_least, short }
        })
        .filter(|shortfall| shortfall.value < shortfall.at_least)
        .collect();
    if rule.join == Join::Any && shortfalls.len() < rule.criteria.len() {
        shortfalls.clear();
    }
    // Nearest first, by the part still missing; cross-multiplied, because thresholds of different kinds have no common unit.
    let part = |a: &Shortfall, b: &Shortfall| i128::from(a.short) * i128::from(b.at_least);
    shortfalls.sort_by(|a, b| part(a, b).cmp(&part(b, a)));
    Gap { join: rule.join, shortfalls }
}

/// The level a review on a day would give: what the rules give, or what a decision or a recruitment month of the last 12 months holds.
/// A level that no rule opens is left as it is.
fn deserved(policy: &LevelPolicy, member: &Membership<'_>, standing: &Standing, measures: &Measures, day: Day) -> (LevelId, Vec<Met>) {
    if standing.level != policy.base() && policy.rules_on(day).is_none_or(|rules| rules.rule(standing.level).is_none()) {
        return (standing.level, Vec::new());
    }
    let of_age = member.adult_from.is_none_or(|from| from <= day);
    let by_rule = if of_age { reached(policy, day, measures) } else { None };
    let mut best = by_rule.unwrap_or((policy.base(), Vec::new()));
    let start = twelve_months_before(day);
    for hold in standing.holds.iter().filter(|hold| hold.day > start) {
        if policy.rank(hold.level) > policy.rank(best.0) {
            best = (hold.level, Vec::new());
        }
    }
    best
}

/// One line of a review: a preview that the owner applies or leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ReviewLine {
    /// Who.
    pub customer: CustomerId,
    /// Her level now.
    pub from: LevelId,
    /// The level the review would give.
    pub to: LevelId,
    /// Whether it is a rise. Visits raise at once, so a review raises only after the rules became easier.
    pub rise: bool,
    /// What she lacks of the level she has; none on a rise.
    pub gap: Option<Gap>,
    /// What she reached of the level she gets; empty for the base and for a level held by a decision.
    pub met: Vec<Met>,
}

/// What a review on a day would do to one customer; none if she stays.
pub fn review(policy: &LevelPolicy, customer: CustomerId, member: &Membership<'_>, as_of: Day) -> Option<ReviewLine> {
    let standing = fold(policy, member, as_of);
    line(policy, customer, member, &standing, as_of)
}

fn line(policy: &LevelPolicy, customer: CustomerId, member: &Membership<'_>, standing: &Standing, day: Day) -> Option<ReviewLine> {
    let measures = Measures::on(member, day);
    let (to, met) = deserved(policy, member, standing, &measures, day);
    if to == standing.level {
        return None;
    }
    let rise = policy.rank(to) > policy.rank(standing.level);
    let rule = policy.rules_on(day).and_then(|rules| rules.rule(standing.level)).filter(|_| !rise);
    Some(ReviewLine { customer, from: standing.level, to, rise, gap: rule.map(|rule| gap(rule, &measures)), met })
}

/// What new rules would do if a review were held today.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct DryRun {
    /// How many would rise.
    pub rises: usize,
    /// How many would drop.
    pub drops: usize,
    /// How many of the drops a review under the present rules would bring as well.
    pub drops_anyway: usize,
    /// Who, in the order of the members.
    pub lines: Vec<ReviewLine>,
}

/// Tries new rules on all members as if a review were held today. Their levels up to today stay as the present rules made them.
pub fn dry_run<'a>(
    policy: &LevelPolicy,
    proposed: RuleSet,
    members: impl IntoIterator<Item = (CustomerId, Membership<'a>)>,
    today: Day,
) -> Result<DryRun, Error> {
    let changed = policy.with_rules(RuleSet { from: today, rules: proposed.rules })?;
    let mut run = DryRun::default();
    for (customer, member) in members {
        let standing = fold(policy, &member, today);
        let Some(line) = line(&changed, customer, &member, &standing, today) else { continue };
        if line.rise {
            run.rises += 1;
        } else {
            run.drops += 1;
            let anyway = self::line(policy, customer, &member, &standing, today);
            run.drops_anyway += usize::from(anyway.is_some_and(|line| !line.rise));
        }
        run.lines.push(line);
    }
    Ok(run)
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use crate::levels::{Decision, LevelEvent, OpeningBalance, Source};
    use crate::money::Fen;

    const HER: CustomerId = CustomerId(7);

    fn explained(events: &[LevelEvent], decisions: &[Decision], today: &str) -> Explanation {
        let (policy, member) = (policy(), Membership { events, decisions, adult_from: None, opening: None });
        explain(&policy, &member, &fold(&policy, &member, day(today)), day(today))
    }

    #[test]
    fn gold_until_the_first_review_that_would_take_it_and_how_much_is_missing() {
        let events = [buy(1, "2026-03-10", 8_000), buy(2, "2026-08-20", 4_380)];
        let explanation = explained(&events, &[], "2026-11-21");
        assert_eq!(explanation.keeps_until, Some(day("2027-03-31")));
        let short = Shortfall { metric: Metric::SpendLast12Months, value: 438_000, at_least: 1_000_000, short: 562_000 };
        assert_eq!(explanation.keep_gap, Some(Gap { join: Join::Any, shortfalls: vec![short] }));
        assert_eq!(explanation.next, None);
        assert!(!near_downgrade(&explanation, day("2027-02-28"), 30));
        assert!(near_downgrade(&explanation, day("2027-03-01"), 30));
    }

    #[test]
    fn a_review_on_that_day_does_what_the_explanation_said() {
        let events = [buy(1, "2026-03-10", 8_000), buy(2, "2026-08-20", 4_380)];
        for (on, to) in [("2026-12-31", None), ("2027-03-31", Some(SILVER)), ("2027-09-30", Some(BASE))] {
            let line = review(&policy(), HER, &of(&events), day(on));
            assert_eq!(line.map(|line| line.to), to, "{on}");
        }
        let line = review(&policy(), HER, &of(&events), day("2027-03-31")).unwrap();
        assert_eq!((line.customer, line.from, line.rise), (HER, GOLD, false));
        assert_eq!(line.gap.unwrap().shortfalls[0].short, 562_000);
        assert_eq!(line.met[0].value, 438_000);
    }

    #[test]
    fn the_next_level_lists_what_is_missing_nearest_first() {
        use Metric::*;
        let events = [buy(1, "2026-10-10", 900)];
        let criteria: &[(Metric, i64)] = &[(SpendLast12Months, 300_000), (SinglePurchase, 200_000), (VisitsLifetime, 2)];
        for (join, metrics) in [
            (Join::Any, [VisitsLifetime, SpendLast12Months, SinglePurchase]),
            (Join::All, [VisitsLifetime, SpendLast12Months, SinglePurchase]),
        ] {
            let policy = policy_of(&[("2020-01-01", &[(SILVER, join, criteria)])], &[]);
            let standing = fold(&policy, &of(&events), day("2026-11-21"));
            let next = explain(&policy, &of(&events), &standing, day("2026-11-21")).next.unwrap();
            assert_eq!((next.level, next.gap.join), (SILVER, join));
            assert_eq!(next.gap.shortfalls.iter().map(|s| s.metric).collect::<Vec<_>>(), metrics);
            assert_eq!(next.gap.shortfalls.iter().map(|s| s.short).collect::<Vec<_>>(), [1, 210_000, 200_000]);
        }
    }

    #[test]
    fn a_level_already_earned_needs_only_the_next_purchase() {
        let events = [buy(1, "2026-10-10", 3_500)];
        let explanation = explained(&events, &[decided("2026-10-11", BASE, Source::Manual)], "2026-11-21");
        let next = explanation.next.unwrap();
        assert_eq!((next.level, next.gap.shortfalls), (SILVER, vec![]));
        assert_eq!(explanation.keeps_until, None, "the base cannot be lost");
    }

    #[test]
    fn a_lifetime_rule_once_reached_keeps_the_level_for_good() {
        let policy = policy_of(&[("2020-01-01", &[(SILVER, Join::Any, &[(Metric::SpendLifetime, 100_000)])])], &[]);
        let events = [buy(1, "2021-01-10", 1_000)];
        let standing = fold(&policy, &of(&events), day("2026-11-21"));
        assert_eq!(standing.level, SILVER);
        assert_eq!(explain(&policy, &of(&events), &standing, day("2026-11-21")).keeps_until, None);
    }

    #[test]
    fn what_she_spent_before_this_book_keeps_a_level_that_asks_for_a_lifetime() {
        let policy = policy_of(&[("2020-01-01", &[(SILVER, Join::Any, &[(Metric::SpendLifetime, 400_000)])])], &[]);
        let decisions = [decided("2026-06-01", SILVER, Source::Opening)];
        let review_of = |spend: Option<i64>, on: &str| {
            let opening = spend.map(|spend| OpeningBalance { on: day("2026-06-01"), spend: Fen(spend), visits: 0 });
            let member = Membership { decisions: &decisions, opening, ..Membership::default() };
            let until = explain(&policy, &member, &fold(&policy, &member, day(on)), day(on)).keeps_until;
            (review(&policy, HER, &member, day(on)).map(|line| line.to), until)
        };
        // The level that came with her holds for twelve months; then the rule decides, and it counts what she spent before.
        assert_eq!(review_of(Some(400_000), "2027-06-30"), (None, None));
        assert_eq!(review_of(Some(399_999), "2027-06-30").0, Some(BASE));
        assert_eq!(review_of(None, "2027-06-30").0, Some(BASE));
        assert_eq!(review_of(Some(399_999), "2026-12-01"), (None, Some(day("2027-06-30"))));
        // Without a level of the old book the next review proposes the rise.
        let opening = Some(OpeningBalance { on: day("2026-06-01"), spend: Fen(400_000), visits: 0 });
        let member = Membership { opening, ..Membership::default() };
        assert_eq!(review(&policy, HER, &member, day("2026-06-30")).map(|line| (line.to, line.rise)), Some((SILVER, true)));
    }

    #[test]
    fn a_level_given_by_hand_holds_for_twelve_months() {
        for source in [Source::Manual, Source::Opening, Source::Campaign] {
            let decisions = [decided("2026-02-10", GOLD, source)];
            let explanation = explained(&[], &decisions, "2026-11-21");
            assert_eq!(explanation.keeps_until, Some(day("2027-03-31")));
            let member = Membership { decisions: &decisions, ..Membership::default() };
            assert_eq!(review(&policy(), HER, &member, day("2027-02-09")), None);
            assert_eq!(review(&policy(), HER, &member, day("2027-02-10")).unwrap().to, BASE);
        }
    }

    #[test]
    fn a_recruitment_month_holds_for_twelve_months_and_a_hand_ends_it() {
        let policy = policy_of(&[("2020-01-01", RULES)], &[("2026-03-01", "2026-03-31", SILVER)]);
        let events = [buy(1, "2026-03-05", 1)];
        assert_eq!(review(&policy, HER, &of(&events), day("2027-03-04")), None);
        assert_eq!(review(&policy, HER, &of(&events), day("2027-03-05")).unwrap().to, BASE);
        let decisions = [decided("2026-04-01", BASE, Source::Manual)];
        let member = Membership { events: &events, decisions: &decisions, adult_from: None, opening: None };
        assert_eq!(fold(&policy, &member, day("2026-05-01")).level, BASE);
        assert_eq!(review(&policy, HER, &member, day("2026-06-30")), None);
    }

    #[test]
    fn a_level_that_no_rule_opens_is_left_alone() {
        let policy = policy_of(&[("2020-01-01", &RULES[..1])], &[]);
        let decisions = [decided("2021-01-01", GOLD, Source::Manual)];
        let member = Membership { decisions: &decisions, ..Membership::default() };
        assert_eq!(review(&policy, HER, &member, day("2026-12-31")), None);
        let standing = fold(&policy, &member, day("2026-11-21"));
        assert_eq!(explain(&policy, &member, &standing, day("2026-11-21")).keeps_until, None);
    }

    #[test]
    fn rules_already_announced_count_from_their_day() {
        let policy = policy_of(&[("2020-01-01", RULES), ("2027-01-01", HARDER)], &[]);
        let events = [buy(1, "2026-10-10", 3_500)];
        let standing = fold(&policy, &of(&events), day("2026-11-21"));
        let explanation = explain(&policy, &of(&events), &standing, day("2026-11-21"));
        assert_eq!(explanation.keeps_until, Some(day("2027-03-31")), "still enough under today's rules until 30 September");
        assert_eq!(explanation.keep_gap.unwrap().shortfalls[0].short, 150_000);
    }

    #[test]
    fn a_dry_run_counts_who_would_rise_and_drop_and_changes_nothing() {
        let policy = policy();
        let stays = [buy(1, "2026-10-01", 6_000)];
        let drops = [buy(2, "2026-10-01", 3_500)];
        let drops_anyway = [buy(3, "2025-10-01", 3_500)];
        let rises = [buy(4, "2026-10-01", 8_500)];
        let all = [&stays, &drops, &drops_anyway, &rises];
        let members = || all.iter().enumerate().map(|(index, events)| (CustomerId(index as i64), of(&events[..])));
        let proposed = rule_set(
            "2027-01-01",
            &[(SILVER, Join::Any, &[(Metric::SpendLast12Months, 500_000)]), (GOLD, Join::Any, &[(Metric::SpendLast12Months, 800_000)])],
        );
        let run = dry_run(&policy, proposed, members(), day("2026-11-21")).unwrap();
        assert_eq!((run.rises, run.drops, run.drops_anyway), (1, 2, 1));
        let moves: Vec<_> = run.lines.iter().map(|line| (line.customer.0, line.from, line.to)).collect();
        assert_eq!(moves, [(1, SILVER, BASE), (2, SILVER, BASE), (3, SILVER, GOLD)]);
        let same = policy.rules_on(day("2026-11-21")).unwrap().clone();
        let run = dry_run(&policy, same, members(), day("2026-11-21")).unwrap();
        assert_eq!((run.rises, run.drops, run.drops_anyway), (0, 1, 1));
    }

    #[test]
    fn a_minor_is_told_from_when_on() {
        let events = [buy(1, "2026-10-01", 6_000)];
        let member = Membership { events: &events, decisions: &[], adult_from: Some(day("2027-01-05")), opening: None };
        let policy = policy();
        let standing = fold(&policy, &member, day("2026-11-21"));
        assert_eq!(explain(&policy, &member, &standing, day("2026-11-21")).not_before, Some(day("2027-01-05")));
        assert_eq!(review(&policy, HER, &member, day("2026-12-31")), None);
        assert_eq!(review(&policy, HER, &member, day("2027-01-05")).unwrap().to, SILVER);
    }
}
