//! What tasks follow from beside a customer's own facts: the rules, the calendar, the levels, who works there.

use super::{CareRule, Trigger, TriggerKind, earlier, later, shifted};
use crate::clock::Day;
use crate::contacts::clock::ContactLimits;
use crate::ids::{CustomerId, LevelId, StaffId};
use crate::money::Fen;
use crate::wire::customers::Gender;
use chrono::{Datelike, Months};
use std::collections::{BTreeMap, BTreeSet};

/// How many days ahead tasks are shown.
pub const AHEAD: u64 = 7;
/// How many days a task may come back after its own end, put off or not answered: nobody puts a word off for longer.
pub const STRETCH: u64 = 60;
/// After how many days a task set by hand comes back when she did not answer.
pub const RETRY_DAYS: u32 = 2;
/// How often she is tried in all for one.
pub const TRIES: u32 = 3;
/// Days after a message that she did not answer before she is reminded again. A talk or an answer starts the count anew.
pub const QUIET: u64 = 14;

/// A festival on its day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FestivalDay {
    /// Its key, or for one of the shop's own its number.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The day.
    pub day: Day,
    /// A day of remembrance: a word of care, no offer.
    pub quiet: bool,
    /// Only for customers of this gender.
    pub only: Option<Gender>,
}

impl FestivalDay {
    /// The first day on which somebody may have bought last to have bought within so many months before it.
    pub fn bought_since(&self, months: u32) -> Day {
        self.day.checked_sub_months(Months::new(months)).unwrap_or(Day::MIN)
    }
}

/// Who spent most in the year that ends with a day on which a rule counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopYear {
    /// The day.
    pub counted: Day,
    /// How many have a place.
    pub count: usize,
    /// Who has one, and with how much; who spent most first.
    pub best: Vec<(Fen, CustomerId)>,
}

impl TopYear {
    /// With how much somebody has a place.
    pub fn of(&self, customer: CustomerId) -> Option<Fen> {
        self.best.iter().find(|(_, whose)| *whose == customer).map(|(spent, _)| *spent)
    }

    /// Gives somebody the place that is due to an amount, if one is.
    pub fn put(&mut self, customer: CustomerId, spent: Fen) {
        self.best.retain(|(_, whose)| *whose != customer);
        if spent > Fen::ZERO {
            self.best.push((spent, customer));
            self.best.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
            self.best.truncate(self.count);
        }
    }
}

/// Everything but her own facts.
#[derive(Debug, Clone, PartialEq)]
pub struct Surroundings {
    /// The day tasks are made for.
    pub today: Day,
    /// The rules that are on, in their order.
    pub rules: Vec<CareRule>,
    /// Festivals of the days around today.
    pub festivals: Vec<FestivalDay>,
    /// The rank and the name of each level.
    pub levels: BTreeMap<LevelId, (i64, String)>,
    /// Those with a birthday gift.
    pub gift_levels: BTreeSet<LevelId>,
    /// Who works there.
    pub staff: BTreeSet<StaffId>,
    /// How often the shop may be heard.
    pub limits: ContactLimits,
    /// The years whose best are thanked these days.
    pub top_years: Vec<TopYear>,
}

impl Surroundings {
    /// The year and the amount of somebody who spent most.
    pub fn top_spender(&self, customer: CustomerId) -> Option<(i32, Fen)> {
        self.top_years.iter().rev().find_map(|year| Some((year.counted.year(), year.of(customer)?)))
    }

    /// A level's rank.
    pub fn rank(&self, level: LevelId) -> i64 {
        self.levels.get(&level).map_or(0, |(rank, _)| *rank)
    }

    /// The first and last day of the causes that a rule can make a task of today, widened by `stretch` days into the past.
    pub fn causes(&self, rule: &CareRule, stretch: u64) -> (Day, Day) {
        let plan = &rule.plan;
        let back = |day: Day, slack: u64| {
            let day = day.checked_sub_months(Months::new(plan.after_months)).unwrap_or(Day::MIN);
            let day = shifted(day, -plan.after_days);
            // Months are of different lengths, so the way back may miss by three days.
            if plan.after_months == 0 { day } else { earlier(day, slack) }
        };
        let lasts = u64::from(plan.lasts_days.unwrap_or(365)) + stretch;
        let to = later(self.today, AHEAD);
        let to = to.checked_sub_months(Months::new(plan.after_months)).unwrap_or(to);
        let to = shifted(to, -plan.after_days);
        let to = if plan.after_months == 0 { to } else { later(to, 3) };
        (back(earlier(self.today, lasts), 3), to)
    }

    /// The days of the causes of all rules of some kinds, as one stretch; none if no such rule is on.
    pub fn window(&self, kinds: &[TriggerKind], stretch: u64) -> Option<(Day, Day)> {
        let of_kind = self.rules.iter().filter(|rule| kinds.contains(&rule.plan.trigger.kind()));
        of_kind.map(|rule| self.causes(rule, stretch)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
    }

    /// Whether a festival greets everybody these days, and since when somebody has to have bought.
    pub fn greeted(&self, stretch: u64) -> Option<Option<Day>> {
        let since = self.rules.iter().filter_map(|rule| {
            let Trigger::Festival { festivals, bought_within_months } = &rule.plan.trigger else { return None };
            let (from, to) = self.causes(rule, stretch);
            let near = |f: &&FestivalDay| (from..=to).contains(&f.day) && (festivals.is_empty() || festivals.contains(&f.key));
            let first = self.festivals.iter().filter(near).min_by_key(|festival| festival.day)?;
            Some(bought_within_months.map(|months| first.bought_since(months)))
        });
        since.reduce(|a, b| a.zip(b).map(|(a, b)| a.min(b)))
    }
}
