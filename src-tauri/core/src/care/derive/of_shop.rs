//! Tasks of the shop, of which there is no customer: next month's birthdays, the change of season.

use super::decided;
use crate::care::{AHEAD, CareRule, CareTask, DecisionFact, STRETCH, Surroundings, TaskName, Trigger, later, shifted};
use crate::clock::Day;
use crate::contacts::clock::Intent;
use crate::wire::contacts::ContactChannel;
use chrono::{Datelike, Months};

/// How many birthdays there are in a month, and how many with a gift.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ShopCount {
    /// The first day of the month.
    pub month: Day,
    /// Customers.
    pub birthdays: i64,
    /// Those with a gift.
    pub gifts: i64,
}

/// The months of whose birthdays a list is to be seen today, by their first day: only these have to be counted.
pub(crate) fn listed_months(around: &Surroundings, decisions: &[DecisionFact]) -> Vec<Day> {
    let shown = |rule, (day, month)| {
        list(rule, day, month, Vec::new(), decisions).filter(|task| task.is_visible(around.today, AHEAD)).and(Some(month))
    };
    let mut months: Vec<Day> =
        around.rules.iter().flat_map(|rule| lists(rule, around).into_iter().filter_map(move |of| shown(rule, of))).collect();
    months.sort_unstable();
    months.dedup();
    months
}

/// The day of a list and the month it is about, as far as it is to be seen today or comes back.
fn lists(rule: &CareRule, around: &Surroundings) -> Vec<(Day, Day)> {
    let Trigger::BirthdayList { day } = rule.plan.trigger else { return Vec::new() };
    let (from, to) = around.causes(rule, STRETCH);
    let first = from.with_day(1).unwrap_or(from);
    let months = (0..6).filter_map(|n| first.checked_add_months(Months::new(n)));
    let days = months.filter_map(|month| Some((month.with_day(day.into())?, month.checked_add_months(Months::new(1))?)));
    days.filter(|(day, _)| (from..=to).contains(day)).collect()
}

/// The tasks of the shop that are to be seen today.
pub fn of_shop(around: &Surroundings, counts: &[ShopCount], decisions: &[DecisionFact]) -> Vec<CareTask> {
    let mut tasks = Vec::new();
    for rule in &around.rules {
        for (day, month) in lists(rule, around) {
            // A month without birthdays needs no list.
            let Some(count) = counts.iter().find(|count| count.month == month && count.birthdays > 0) else { continue };
            let params = vec![("month", month.to_string()), ("count", count.birthdays.to_string()), ("gifts", count.gifts.to_string())];
            tasks.extend(list(rule, day, month, params, decisions));
        }
        if let Trigger::Season { days } = &rule.plan.trigger {
            let (from, to) = around.causes(rule, STRETCH);
            let of_year = |year: i32| days.iter().filter_map(move |&(month, day)| Day::from_ymd_opt(year, month.into(), day.into()));
            for day in (from.year()..=to.year()).flat_map(of_year).filter(|day| (from..=to).contains(day)) {
                let params = vec![("day", day.to_string()), ("season", season(day).to_owned())];
                tasks.extend(task(rule, format!("season:{day}"), day, params, decisions));
            }
        }
    }
    tasks.retain(|task| task.is_visible(around.today, AHEAD));
    tasks.sort_by(|a, b| (a.due, a.position, &a.name).cmp(&(b.due, b.position, &b.name)));
    tasks
}

/// The task of the list of a month's birthdays.
fn list(rule: &CareRule, day: Day, month: Day, params: Vec<(&'static str, String)>, decisions: &[DecisionFact]) -> Option<CareTask> {
    task(rule, format!("birthday_list:{}", month.format("%Y-%m")), day, params, decisions)
}

fn season(day: Day) -> &'static str {
    match day.month() {
        3..=5 => "spring",
        6..=8 => "summer",
        9..=11 => "autumn",
        _ => "winter",
    }
}

fn task(rule: &CareRule, cause: String, day: Day, params: Vec<(&'static str, String)>, decisions: &[DecisionFact]) -> Option<CareTask> {
    let due = shifted(day, rule.plan.after_days);
    let task = CareTask {
        name: TaskName { rule: Some(rule.id), follow_up: None, customer: None, cause: cause.into() },
        kind: rule.plan.trigger.kind(),
        due,
        expires: rule.plan.lasts_days.map(|days| later(due, days.into())),
        not_before: None,
        params: params.into(),
        channel: ContactChannel::InPerson,
        purpose: rule.plan.purpose,
        intent: Intent::Service,
        occasion: rule.plan.occasion,
        template: rule.plan.template,
        staff: None,
        position: rule.position,
        tries: 0,
        snoozed: false,
        held: None,
    };
    decided(task, decisions, rule.plan.tries)
}
