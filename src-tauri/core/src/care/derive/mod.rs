//! From facts, rules and today to tasks: a pure function of one customer's facts, the same whatever was opened when.

mod causes;
mod of_shop;
mod settle;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

pub(crate) use of_shop::listed_months;
pub use of_shop::{ShopCount, of_shop};
pub use settle::settle;

use super::{AHEAD, later, shifted};
use super::{
    CareFacts, CareRule, CareTask, Conditions, DecisionFact, FestivalDay, FollowUpFact, Means, NewOrOld, Params, STRETCH, Surroundings,
    TaskName, Trigger, TriggerKind, Who,
};
use crate::clock::{Day, Millis};
use crate::contacts::clock::Intent;
use crate::contacts::facts::Reach;
use crate::ids::StaffId;
use crate::templates::Occasion;
use crate::wire::care::Decision;
use crate::wire::contacts::{ContactChannel, Purpose};
use crate::wire::customers::Channel;
use chrono::Months;
use std::sync::Arc;

/// Days for which a task that came back is shown at least, so that it is not over on the very day it returns.
const RETURNED: u64 = 2;

/// Something that a rule follows from.
pub(super) struct Cause<'a> {
    /// Its stable name.
    pub cause: Arc<str>,
    /// The day the rule counts from.
    pub day: Day,
    /// The visit it is, if it is one.
    pub visit: Option<&'a super::VisitFact>,
    /// No task of it makes sense after this day.
    pub last: Option<Day>,
    /// Not due before this day, whatever the rule counts.
    pub quiet_until: Option<Day>,
    /// Other means than the rule's.
    pub means: Option<Means>,
    /// Another occasion of the text than the rule's.
    pub occasion: Option<Occasion>,
    /// Somebody whose task it is before all others.
    pub staff: Option<StaffId>,
    /// Figures and words of the sentence.
    pub params: Params,
}

impl Cause<'_> {
    pub(super) fn new(cause: String, day: Day, params: Vec<(&'static str, String)>) -> Cause<'static> {
        Cause::told(cause.into(), day, params.into())
    }

    /// Of what was written down before.
    fn told(cause: Arc<str>, day: Day, params: Params) -> Cause<'static> {
        Cause { cause, day, visit: None, last: None, quiet_until: None, means: None, occasion: None, staff: None, params }
    }
}

/// A festival as a cause. A third of all customers may be greeted on one day, so what they all share is written down once.
pub(super) struct Greeting<'a> {
    pub of: &'a FestivalDay,
    /// Since when somebody has to have bought to be greeted. Counted back from the festival, so that nobody drops out by the days until
    /// it going by.
    pub bought_since: Option<Day>,
    name: Arc<str>,
    params: Params,
}

impl Greeting<'_> {
    fn new(of: &FestivalDay, bought_within_months: Option<u32>) -> Greeting<'_> {
        let bought_since = bought_within_months.map(|months| of.bought_since(months));
        let params = vec![("festival", of.name.clone()), ("day", of.day.to_string())];
        Greeting { of, bought_since, name: format!("festival:{}:{}", of.key, of.day).into(), params: params.into() }
    }

    fn cause(&self) -> Cause<'static> {
        let occasion = self.of.quiet.then_some(Occasion::Remembrance);
        let cause = Cause::told(Arc::clone(&self.name), self.of.day, Arc::clone(&self.params));
        Cause { last: Some(self.of.day), occasion, ..cause }
    }
}

/// The rules with the days of the causes that a task of today can have: worked out once for everybody.
pub struct Outlook<'a> {
    /// What they were worked out from.
    pub around: &'a Surroundings,
    rules: Vec<Near<'a>>,
    /// The days of all birthdays that rules look at.
    birthdays: Option<(Day, Day)>,
}

/// One rule and what is near enough to be a cause of its tasks.
pub(super) struct Near<'a> {
    pub rule: &'a CareRule,
    /// The first and the last day.
    pub days: (Day, Day),
    /// The same where a task may come back after its own end.
    pub stretched: (Day, Day),
    /// Its festivals of these days.
    pub festivals: Vec<Greeting<'a>>,
}

impl<'a> Outlook<'a> {
    /// Of the rules that are on.
    pub fn new(around: &'a Surroundings) -> Outlook<'a> {
        let rules = around.rules.iter().map(|rule| Near::of(rule, around)).collect();
        Outlook { around, rules, birthdays: around.window(&[TriggerKind::Birthday], STRETCH) }
    }

    /// The tasks of one customer that are to be seen today, by day and place of the rule; what the contact clock says of them is not asked
    /// yet.
    pub fn derive(&self, facts: &CareFacts) -> Vec<CareTask> {
        let mut tasks = Vec::new();
        self.derive_into(facts, &mut tasks);
        tasks
    }

    /// The same into what an emptied list left of room.
    pub(crate) fn derive_into(&self, facts: &CareFacts, tasks: &mut Vec<CareTask>) {
        self.collect(facts, |task| task.is_visible(self.around.today, AHEAD), tasks);
    }

    /// Those that are over and those of later days too, as far as the facts at hand go.
    pub(crate) fn all(&self, facts: &CareFacts) -> Vec<CareTask> {
        let mut tasks = Vec::new();
        self.collect(facts, |_| true, &mut tasks);
        tasks
    }

    fn collect(&self, facts: &CareFacts, keep: impl Fn(&CareTask) -> bool, tasks: &mut Vec<CareTask>) {
        let around = self.around;
        let birthdays = causes::birthdays(facts, self.birthdays);
        let mut found = Vec::new();
        for near in &self.rules {
            let plan = &near.rule.plan;
            causes::of(near, facts, around, &birthdays, &mut found);
            for cause in found.drain(..) {
                if meets(&plan.conditions, facts, &cause, around) {
                    tasks.extend(decided(task(near.rule, facts, cause, around), &facts.decisions, plan.tries).filter(&keep));
                }
            }
        }
        for follow_up in &facts.follow_ups {
            tasks.extend(decided(by_hand(follow_up, facts, around), &facts.decisions, super::TRIES).filter(&keep));
        }
        tasks.sort_by(|a, b| (a.due, a.position, &a.name).cmp(&(b.due, b.position, &b.name)));
    }
}

impl<'a> Near<'a> {
    fn of(rule: &'a CareRule, around: &'a Surroundings) -> Near<'a> {
        let stretched = around.causes(rule, STRETCH);
        let mut near = Near { rule, days: around.causes(rule, 0), stretched, festivals: Vec::new() };
        if let Trigger::Festival { festivals, bought_within_months } = &rule.plan.trigger {
            let wanted = |festival: &&FestivalDay| {
                (stretched.0..=stretched.1).contains(&festival.day)
                    && (festivals.is_empty() || festivals.contains(&festival.key))
                    // A day of remembrance is nothing to sell on.
                    && (!festival.quiet || rule.plan.purpose != Purpose::Marketing)
            };
            near.festivals = around.festivals.iter().filter(wanted).map(|of| Greeting::new(of, *bought_within_months)).collect();
        }
        near
    }

    /// Whether a task of hers that follows from a day may be seen today: only what was decided about brings one back after its end.
    pub fn holds(&self, day: Day, facts: &CareFacts) -> bool {
        let (from, to) = if facts.decisions.is_empty() { self.days } else { self.stretched };
        (from..=to).contains(&day)
    }
}

/// The tasks of one customer that are to be seen today; see [`Outlook::derive`].
pub fn derive(facts: &CareFacts, around: &Surroundings) -> Vec<CareTask> {
    Outlook::new(around).derive(facts)
}

fn meets(conditions: &Conditions, facts: &CareFacts, cause: &Cause<'_>, around: &Surroundings) -> bool {
    let goods = |categories: &[String]| cause.visit.is_some_and(|visit| categories.iter().any(|c| visit.categories.contains(c)));
    conditions.level.is_none_or(|level| around.rank(facts.level) >= around.rank(level))
        && (conditions.tags.is_empty() || conditions.tags.iter().any(|tag| facts.tags.contains(tag)))
        && conditions.spent.is_none_or(|least| facts.net_spend >= least)
        && (conditions.categories.is_empty() || goods(&conditions.categories))
        && conditions.customers.is_none_or(|which| (which == NewOrOld::New) == (facts.purchase_days <= 1))
}

fn task(rule: &CareRule, facts: &CareFacts, cause: Cause<'_>, around: &Surroundings) -> CareTask {
    let plan = &rule.plan;
    let counted = cause.day.checked_add_months(Months::new(plan.after_months)).unwrap_or(Day::MAX);
    let due = shifted(counted, plan.after_days);
    let due = cause.quiet_until.map_or(due, |quiet| due.max(quiet));
    let lasts = plan.lasts_days.map(|days| later(due, days.into()));
    let at = cause.visit.zip(plan.after_minutes).map(|(visit, minutes)| visit.at + Millis::from(minutes) * 60_000);
    let kind = plan.trigger.kind();
    let staff = match plan.who {
        Who::Pool => None,
        Who::Adviser => facts.staff,
        Who::VisitClerk => cause.visit.and_then(|visit| visit.staff).or(facts.staff),
    };
    CareTask {
        name: TaskName { rule: Some(rule.id), follow_up: None, customer: Some(facts.customer), cause: cause.cause },
        kind,
        due,
        expires: match (lasts, cause.last) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        },
        not_before: at.filter(|_| due == cause.day),
        params: cause.params,
        channel: channel(cause.means.unwrap_or(plan.means), facts),
        purpose: plan.purpose,
        intent: intent(&plan.trigger, plan.purpose),
        occasion: cause.occasion.or(plan.occasion),
        template: plan.template,
        staff: cause.staff.or(staff).filter(|staff| around.staff.contains(staff)),
        position: rule.position,
        tries: 0,
        snoozed: false,
        held: None,
    }
}

fn by_hand(follow_up: &FollowUpFact, facts: &CareFacts, around: &Surroundings) -> CareTask {
    let mut params = vec![("title", follow_up.title.clone())];
    params.extend(follow_up.batch.clone().map(|batch| ("batch", batch)));
    CareTask {
        name: TaskName {
            rule: None,
            follow_up: Some(follow_up.id),
            customer: Some(facts.customer),
            cause: follow_up_cause(follow_up.id).into(),
        },
        kind: TriggerKind::FollowUp,
        due: follow_up.due,
        expires: follow_up.expires,
        not_before: None,
        params: params.into(),
        channel: follow_up.channel.unwrap_or_else(|| channel(Means::Message, facts)),
        purpose: follow_up.purpose,
        intent: Intent::from(follow_up.purpose),
        occasion: None,
        template: follow_up.template,
        staff: follow_up.staff.or(facts.staff).filter(|staff| around.staff.contains(staff)),
        position: -1,
        tries: 0,
        snoozed: false,
        held: None,
    }
}

/// The cause of a task set by hand is the task itself.
pub(crate) fn follow_up_cause(id: crate::ids::FollowUpId) -> String {
    format!("follow_up:{}", id.0)
}

/// What was decided about it: gone for good, back on a day, or as it was.
pub(crate) fn decided(mut task: CareTask, decisions: &[DecisionFact], tries: u32) -> Option<CareTask> {
    let mut last = None;
    for decision in decisions.iter().filter(|decision| decision.task == task.name) {
        task.tries += u32::from(decision.decision == Decision::NoAnswer);
        last = Some(decision);
    }
    let Some(last) = last else { return Some(task) };
    let back = match last.decision {
        Decision::Done | Decision::Replied | Decision::Skipped => None,
        Decision::NoAnswer if task.tries >= tries => None,
        Decision::NoAnswer | Decision::Snoozed => last.until,
    }?;
    task.snoozed = last.decision == Decision::Snoozed;
    task.due = back;
    task.not_before = None;
    task.expires = task.expires.map(|expires| expires.max(later(back, RETURNED)));
    Some(task)
}

/// What the contact clock takes a rule's word for.
pub(crate) fn intent(trigger: &Trigger, purpose: Purpose) -> Intent {
    let kind = trigger.kind();
    let bound = matches!(
        kind,
        TriggerKind::Festival
            | TriggerKind::Birthday
            | TriggerKind::ImportantDate
            | TriggerKind::EventInvitation
            | TriggerKind::PointsExpiring
            | TriggerKind::VoucherExpiring
            | TriggerKind::NearDowngrade
    );
    match (kind, purpose) {
        (kind, _) if kind.is_complaint() => Intent::Complaint,
        (TriggerKind::NoPurchase | TriggerKind::Season, Purpose::Greeting) => Intent::Reminder,
        (_, Purpose::Marketing) if bound => Intent::Offer,
        (_, purpose) => Intent::from(purpose),
    }
}

/// Her preferred way where she can be reached by it; else what the means suggests and the archive holds.
fn channel(means: Means, facts: &CareFacts) -> ContactChannel {
    let reach: Reach = facts.contact.reach;
    let preferred = facts.preferred.map(|channel| match channel {
        Channel::Phone => ContactChannel::Phone,
        Channel::Wechat => ContactChannel::Wechat,
        Channel::Sms => ContactChannel::Sms,
        Channel::Email => ContactChannel::Email,
        Channel::InShop => ContactChannel::InPerson,
    });
    let order: &[ContactChannel] = match means {
        Means::Visit => return ContactChannel::InPerson,
        Means::Letter if reach.address => return ContactChannel::Letter,
        Means::Call => &[ContactChannel::Phone, ContactChannel::Wechat, ContactChannel::Email],
        Means::Message | Means::Letter => &[ContactChannel::Wechat, ContactChannel::Sms, ContactChannel::Email],
    };
    let open = |channel: &&ContactChannel| reach.has(**channel);
    preferred.filter(|channel| reach.has(*channel)).or_else(|| order.iter().find(open).copied()).unwrap_or(order[0])
}
