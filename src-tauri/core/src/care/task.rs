//! A task of care: one rule, or one follow-up set by hand, for one customer and one cause.

use super::TriggerKind;
use crate::clock::{Day, Millis};
use crate::contacts::clock::{Intent, Suppression};
use crate::ids::{CareRuleId, CustomerId, FollowUpId, StaffId, TemplateId};
use crate::templates::Occasion;
use crate::wire::contacts::{ContactChannel, Purpose};
use std::sync::Arc;

/// What a task is found again by: nothing of it is stored before somebody decides about it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaskName {
    /// Its rule; none of a follow-up.
    pub rule: Option<CareRuleId>,
    /// The follow-up; none of a rule's.
    pub follow_up: Option<FollowUpId>,
    /// Whom it is about; none of a task of the shop.
    pub customer: Option<CustomerId>,
    /// What it follows from, such as `visit:12` or `birthday:2027`.
    pub cause: Arc<str>,
}

/// Figures and words of a sentence by their names. What many follow from at once, such as a festival, is written down once for all.
pub type Params = Arc<[(&'static str, String)]>;

/// A task as it stands on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CareTask {
    /// What it is found again by.
    pub name: TaskName,
    /// From what it follows.
    pub kind: TriggerKind,
    /// The day it is to be done.
    pub due: Day,
    /// The last day it makes sense; none for until it is done.
    pub expires: Option<Day>,
    /// On its day not before this moment.
    pub not_before: Option<Millis>,
    /// Why: figures and words for the sentence.
    pub params: Params,
    /// How she is to be reached.
    pub channel: ContactChannel,
    /// What it is for.
    pub purpose: Purpose,
    /// What the contact clock takes it for.
    pub intent: Intent,
    /// The occasion of the text.
    pub occasion: Option<Occasion>,
    /// The text, where the rule has one of its own.
    pub template: Option<TemplateId>,
    /// Whose it is; none for anybody's.
    pub staff: Option<StaffId>,
    /// The place of its rule in the list; follow-ups come first.
    pub position: i64,
    /// How often she was tried.
    pub tries: u32,
    /// Whether it was put off.
    pub snoozed: bool,
    /// Why it is kept back, if it is.
    pub held: Option<Suppression>,
}

/// How a task stands today.
pub use crate::wire::care::TaskState;

impl CareTask {
    /// How it stands at a moment.
    pub fn state(&self, today: Day, now: Millis) -> TaskState {
        if self.due > today || (self.due == today && self.not_before.is_some_and(|at| at > now)) {
            TaskState::Upcoming
        } else if self.due < today {
            TaskState::Overdue
        } else {
            TaskState::Due
        }
    }

    /// Whether it is to be seen on a day, `ahead` days before it is due at the earliest.
    pub fn is_visible(&self, today: Day, ahead: u64) -> bool {
        self.due <= later(today, ahead) && self.expires.is_none_or(|last| last >= today)
    }
}

/// So many days later.
pub(crate) fn later(day: Day, days: u64) -> Day {
    day.checked_add_days(chrono::Days::new(days)).unwrap_or(Day::MAX)
}

/// So many days earlier.
pub(crate) fn earlier(day: Day, days: u64) -> Day {
    day.checked_sub_days(chrono::Days::new(days)).unwrap_or(Day::MIN)
}

/// So many days later, or earlier when below zero.
pub(crate) fn shifted(day: Day, days: i64) -> Day {
    if days < 0 { earlier(day, days.unsigned_abs()) } else { later(day, days.unsigned_abs()) }
}
