//! What a rule of care says: from what a task follows, for whom, when, how, and for how long it makes sense.

use crate::error::{Code, Failure, Result};
use crate::ids::{CareRuleId, LevelId, TagId, TemplateId};
use crate::money::Fen;
use crate::templates::Occasion;
use crate::wire::contacts::Purpose;
use crate::wire::{choice, wire};
use serde::{Deserialize, Serialize};

choice! {
    /// From what a task follows, as the screens name it: `care-trigger-<word>` and `care-why-<word>` in the catalogues.
    TriggerKind {
        /// A purchase raised her to a card.
        NewCard = "new_card",
        /// Her first purchase.
        FirstPurchase = "first_purchase",
        /// One purchase of so much.
        BigPurchase = "big_purchase",
        /// She brought somebody.
        BroughtSomebody = "brought_somebody",
        /// Somebody brought her.
        WasBrought = "was_brought",
        /// All her purchases together passed an amount.
        Milestone = "milestone",
        /// Nobody spent more this year.
        TopSpender = "top_spender",
        /// Her birthday.
        Birthday = "birthday",
        /// Next month's birthdays, a task of the shop.
        BirthdayList = "birthday_list",
        /// Another date of hers.
        ImportantDate = "important_date",
        /// She has not bought for long.
        NoPurchase = "no_purchase",
        /// A festival.
        Festival = "festival",
        /// The season changes, a task of the shop.
        Season = "season",
        /// A complaint waits for an answer.
        ComplaintAnswer = "complaint_answer",
        /// A complaint is to be solved.
        ComplaintSolve = "complaint_solve",
        /// A complaint was solved.
        ComplaintFollowUp = "complaint_follow_up",
        /// Her level would be lost at the next review.
        NearDowngrade = "near_downgrade",
        /// Points run out.
        PointsExpiring = "points_expiring",
        /// A voucher runs out.
        VoucherExpiring = "voucher_expiring",
        /// What she wished for came in, or costs less.
        WishArrived = "wish_arrived",
        /// She is on the list of guests of an event.
        EventInvitation = "event_invitation",
        /// Set by hand; no rule has it.
        FollowUp = "follow_up",
    }

    /// By what means a task is done. Her preferred way goes before it.
    Means {
        /// A message, by WeChat where there is one.
        Message = "message",
        /// A call.
        Call = "call",
        /// A letter or a card.
        Letter = "letter",
        /// By going to see her, or in the shop.
        Visit = "visit",
    }

    /// Whose task it is.
    Who {
        /// Her own clerk.
        Adviser = "adviser",
        /// The clerk of the visit it follows from, else her own.
        VisitClerk = "visit_clerk",
        /// Anybody's.
        Pool = "pool",
    }

    /// Customers by how long they have been buying.
    NewOrOld {
        /// Bought on one day so far.
        New = "new",
        /// Bought on more days than one.
        Old = "old",
    }
}

impl TriggerKind {
    /// Whether it is about a complaint.
    pub fn is_complaint(self) -> bool {
        matches!(self, TriggerKind::ComplaintAnswer | TriggerKind::ComplaintSolve | TriggerKind::ComplaintFollowUp)
    }
}

/// From what a task follows, with the figures of that kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case", tag = "kind")]
#[allow(missing_docs, reason = "TriggerKind says what each is")]
pub enum Trigger {
    NewCard,
    FirstPurchase,
    BigPurchase {
        /// From how much on, paid and kept.
        least: Fen,
    },
    BroughtSomebody,
    WasBrought,
    Milestone {
        /// The amounts, any order.
        amounts: Vec<Fen>,
    },
    TopSpender {
        /// The day of the year on which the year is counted.
        month: u8,
        /// Its day.
        day: u8,
        /// How many.
        count: u32,
    },
    Birthday,
    BirthdayList {
        /// The day of the month.
        day: u8,
    },
    ImportantDate,
    NoPurchase,
    Festival {
        /// Keys of the festivals; none for all that the shop keeps.
        festivals: Vec<String>,
        /// Only who bought within so many months before it.
        bought_within_months: Option<u32>,
    },
    Season {
        /// The first days of the seasons as month and day.
        days: Vec<(u8, u8)>,
    },
    ComplaintAnswer,
    ComplaintSolve,
    ComplaintFollowUp,
    NearDowngrade,
    PointsExpiring {
        /// From how many points on.
        least: i64,
    },
    VoucherExpiring,
    WishArrived,
    EventInvitation,
}

impl Trigger {
    /// Its kind.
    pub fn kind(&self) -> TriggerKind {
        match self {
            Trigger::NewCard => TriggerKind::NewCard,
            Trigger::FirstPurchase => TriggerKind::FirstPurchase,
            Trigger::BigPurchase { .. } => TriggerKind::BigPurchase,
            Trigger::BroughtSomebody => TriggerKind::BroughtSomebody,
            Trigger::WasBrought => TriggerKind::WasBrought,
            Trigger::Milestone { .. } => TriggerKind::Milestone,
            Trigger::TopSpender { .. } => TriggerKind::TopSpender,
            Trigger::Birthday => TriggerKind::Birthday,
            Trigger::BirthdayList { .. } => TriggerKind::BirthdayList,
            Trigger::ImportantDate => TriggerKind::ImportantDate,
            Trigger::NoPurchase => TriggerKind::NoPurchase,
            Trigger::Festival { .. } => TriggerKind::Festival,
            Trigger::Season { .. } => TriggerKind::Season,
            Trigger::ComplaintAnswer => TriggerKind::ComplaintAnswer,
            Trigger::ComplaintSolve => TriggerKind::ComplaintSolve,
            Trigger::ComplaintFollowUp => TriggerKind::ComplaintFollowUp,
            Trigger::NearDowngrade => TriggerKind::NearDowngrade,
            Trigger::PointsExpiring { .. } => TriggerKind::PointsExpiring,
            Trigger::VoucherExpiring => TriggerKind::VoucherExpiring,
            Trigger::WishArrived => TriggerKind::WishArrived,
            Trigger::EventInvitation => TriggerKind::EventInvitation,
        }
    }

    /// Whether a purchase is the cause, so that its goods can be a condition.
    pub fn is_of_a_visit(&self) -> bool {
        matches!(self, Trigger::NewCard | Trigger::FirstPurchase | Trigger::BigPurchase { .. } | Trigger::Milestone { .. })
    }
}

wire! {
    /// For whom. What is left out does not matter.
    #[derive(Default, Eq)]
    #[serde(default)]
    pub struct Conditions {
        /// At this level or above.
        pub level: Option<LevelId>,
        /// With one of these tags.
        pub tags: Vec<TagId>,
        /// All her purchases together, net of returns, at least this much.
        pub spent: Option<Fen>,
        /// One of these categories among the goods of the purchase it follows from.
        pub categories: Vec<String>,
        /// New or old customers only.
        pub customers: Option<NewOrOld>,
    }

    /// What a rule says.
    #[derive(Eq)]
    pub struct RulePlan {
        /// From what.
        pub trigger: Trigger,
        /// For whom.
        #[serde(default)]
        pub conditions: Conditions,
        /// How many months after.
        #[serde(default)]
        pub after_months: u32,
        /// How many days after; before, when below zero.
        #[serde(default)]
        pub after_days: i64,
        /// How many minutes after she left, on the day of the visit.
        #[serde(default)]
        pub after_minutes: Option<u32>,
        /// How many days longer it makes sense; none for until it is done.
        #[serde(default)]
        pub lasts_days: Option<u32>,
        /// By what means.
        pub means: Means,
        /// What it is for.
        pub purpose: Purpose,
        /// The occasion of the text.
        #[serde(default)]
        pub occasion: Option<Occasion>,
        /// A text of its own instead of the occasion's.
        #[serde(default)]
        pub template: Option<TemplateId>,
        /// Whose.
        pub who: Who,
        /// After how many days it comes back when she did not answer.
        pub retry_days: u32,
        /// How often she is tried in all.
        pub tries: u32,
    }

    /// A rule of care.
    #[derive(Eq)]
    pub struct CareRule {
        /// Its id.
        pub id: CareRuleId,
        /// The stable name of one that ships with the program; empty for one of the shop's own.
        pub key: Option<String>,
        /// As the shop calls it.
        pub name: String,
        /// What it says.
        pub plan: RulePlan,
        /// Whether it makes tasks.
        pub is_on: bool,
        /// Its place in the list.
        pub position: i64,
    }
}

impl RulePlan {
    /// Checks that the rule holds together.
    ///
    /// # Errors
    /// `out_of_range`, `required`, `day_invalid` or `choice_invalid` at the field below `plan`.
    pub fn check(&self) -> Result<()> {
        let range = |field: &str, value: i64, min: i64, max: i64| {
            if (min..=max).contains(&value) {
                return Ok(());
            }
            Err(Failure::at(Code::OutOfRange, field).with("min", min).with("max", max))
        };
        range("plan.after_months", self.after_months.into(), 0, 60)?;
        range("plan.after_days", self.after_days, -90, 365)?;
        range("plan.after_minutes", self.after_minutes.unwrap_or(0).into(), 0, 720)?;
        range("plan.lasts_days", self.lasts_days.unwrap_or(0).into(), 0, 180)?;
        range("plan.retry_days", self.retry_days.into(), 1, 30)?;
        range("plan.tries", self.tries.into(), 1, 5)?;
        let amount = |field: &str, amount: Fen| range(field, amount.0, 0, 10_000_000_000);
        amount("plan.conditions.spent", self.conditions.spent.unwrap_or_default())?;
        if !self.conditions.categories.is_empty() && !self.trigger.is_of_a_visit() {
            return Err(Failure::at(Code::ChoiceInvalid, "plan.conditions.categories").into());
        }
        let day = |field: &str, month: u8, day: u8| {
            let exists = chrono::NaiveDate::from_ymd_opt(2025, month.into(), day.into()).is_some();
            exists.then_some(()).ok_or_else(|| Failure::at(Code::DayInvalid, field))
        };
        match &self.trigger {
            Trigger::BigPurchase { least } => amount("plan.trigger.least", *least)?,
            Trigger::Milestone { amounts } if amounts.is_empty() => return Err(Failure::at(Code::Required, "plan.trigger.amounts").into()),
            Trigger::Milestone { amounts } => {
                for (at, least) in amounts.iter().enumerate() {
                    range(&format!("plan.trigger.amounts.{at}"), least.0, 1, 10_000_000_000)?;
                }
            }
            Trigger::TopSpender { month, day: of_month, count } => {
                day("plan.trigger.day", *month, *of_month)?;
                range("plan.trigger.count", (*count).into(), 1, 20)?;
            }
            Trigger::BirthdayList { day } => range("plan.trigger.day", (*day).into(), 1, 28)?,
            Trigger::NoPurchase => range("plan.after_months", self.after_months.into(), 1, 60)?,
            Trigger::Festival { bought_within_months: Some(months), .. } => {
                range("plan.trigger.bought_within_months", (*months).into(), 1, 60)?;
            }
            Trigger::Season { days } if days.is_empty() => return Err(Failure::at(Code::Required, "plan.trigger.days").into()),
            Trigger::Season { days } => {
                for (at, &(month, of_month)) in days.iter().enumerate() {
                    day(&format!("plan.trigger.days.{at}"), month, of_month)?;
                }
            }
            Trigger::PointsExpiring { least } => range("plan.trigger.least", *least, 0, 100_000_000)?,
            _ => {}
        }
        Ok(())
    }
}
