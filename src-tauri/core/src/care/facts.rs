//! What tasks follow from, of one customer: read by `store::care_facts` for all customers with something near, or for one.

use crate::calendar::RecurringDate;
use crate::clock::{Day, Millis};
use crate::contacts::facts::ContactFacts;
use crate::ids::{
    ArrivalId, ComplaintId, CustomerId, DateId, EventId, FollowUpId, LevelId, StaffId, TagId, TemplateId, VisitId, VoucherId, WishId,
};
use crate::money::Fen;
use crate::wire::care::Decision;
use crate::wire::contacts::{ContactChannel, Purpose};
use crate::wire::customers::{Channel, Gender};
use crate::wire::visits::VisitKind;
use std::collections::BTreeSet;

/// A live visit of the days that rules look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitFact {
    /// Id.
    pub id: VisitId,
    /// Its day.
    pub day: Day,
    /// When.
    pub at: Millis,
    /// Its kind.
    pub kind: VisitKind,
    /// Paid on that day, below zero when money went back.
    pub total: Fen,
    /// Paid and kept: what was brought back later is off.
    pub kept: Fen,
    /// Who served her.
    pub staff: Option<StaffId>,
    /// Categories of its goods; empty unless a rule asks.
    pub categories: BTreeSet<String>,
}

/// Somebody she brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brought {
    /// Who.
    pub customer: CustomerId,
    /// Her name.
    pub name: String,
    /// Since when she is a customer.
    pub joined_on: Day,
    /// Whether thanks were given already.
    pub thanked: bool,
}

/// A voucher that can still be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoucherFact {
    /// Id.
    pub id: VoucherId,
    /// Last good day.
    pub valid_to: Day,
}

/// An open wish for a style that came in or costs less.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WishFact {
    /// The wish.
    pub wish: WishId,
    /// What was said about the style.
    pub arrival: ArrivalId,
    /// When.
    pub day: Day,
    /// Whether it costs less rather than came in.
    pub reduced: bool,
    /// The style.
    pub style: String,
}

/// A complaint that is open, or solved and not asked after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComplaintFact {
    /// Id.
    pub id: ComplaintId,
    /// The day she complained.
    pub opened_on: Day,
    /// The day by which she is to be answered, on the shop's open days; none while the shop waits for her.
    pub answer_by: Option<Day>,
    /// The day by which it is to be solved; none while the shop waits for her.
    pub solve_by: Option<Day>,
    /// Whether she was answered.
    pub answered: bool,
    /// The day it was solved.
    pub solved_on: Option<Day>,
    /// Who answers for it.
    pub staff: Option<StaffId>,
}

/// A place on the list of guests, not answered yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuestFact {
    /// The event.
    pub event: EventId,
    /// Its name.
    pub name: String,
    /// Its day.
    pub day: Day,
    /// How many days before the invitations go out.
    pub invite_days: i64,
    /// Whether she is called rather than written to.
    pub call: bool,
    /// Since when she is on the list.
    pub added_on: Day,
}

/// A task set by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUpFact {
    /// Id.
    pub id: FollowUpId,
    /// What is to be done.
    pub title: String,
    /// When.
    pub due: Day,
    /// Until when it makes sense.
    pub expires: Option<Day>,
    /// How.
    pub channel: Option<ContactChannel>,
    /// What for.
    pub purpose: Purpose,
    /// The text.
    pub template: Option<TemplateId>,
    /// Whose.
    pub staff: Option<StaffId>,
    /// The batch it was set with.
    pub batch: Option<String>,
}

/// What became of a task; in the order it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionFact {
    /// The task.
    pub task: super::TaskName,
    /// What.
    pub decision: Decision,
    /// From when it is shown again.
    pub until: Option<Day>,
}

/// Everything known about one customer from which tasks follow.
#[derive(Debug, Clone, PartialEq)]
pub struct CareFacts {
    /// Who.
    pub customer: CustomerId,
    /// Her gender.
    pub gender: Option<Gender>,
    /// Her birthday.
    pub birthday: Option<RecurringDate>,
    /// Since when she is a customer.
    pub joined_on: Day,
    /// Who brought her.
    pub referrer: Option<CustomerId>,
    /// Her clerk.
    pub staff: Option<StaffId>,
    /// How she prefers to be reached.
    pub preferred: Option<Channel>,
    /// Her level.
    pub level: LevelId,
    /// The day it changed last.
    pub level_since: Option<Day>,
    /// Whether that change was a decision of somebody's rather than a purchase.
    pub level_decided: bool,
    /// All purchases together, net of returns.
    pub net_spend: Fen,
    /// Points.
    pub points: i64,
    /// Last good day of those that run out first.
    pub points_until: Option<Day>,
    /// On how many days she bought.
    pub purchase_days: i64,
    /// Day of the first purchase.
    pub first_purchase: Option<Day>,
    /// Day of the last purchase.
    pub last_purchase: Option<Day>,
    /// The review day on which her level would be lost.
    pub keeps_until: Option<Day>,
    /// Her place among those who spent most this year, if she is one of them.
    pub top_spender: Option<(i32, Fen)>,
    /// Visits of the days that rules look at, by day and moment.
    pub visits: Vec<VisitFact>,
    /// Dates other than the birthday.
    pub dates: Vec<(DateId, String, RecurringDate)>,
    /// Whom she brought lately.
    pub brought: Vec<Brought>,
    /// Vouchers about to run out.
    pub vouchers: Vec<VoucherFact>,
    /// Wishes that came in.
    pub wishes: Vec<WishFact>,
    /// Complaints not done with.
    pub complaints: Vec<ComplaintFact>,
    /// Events she is to be invited to.
    pub guests: Vec<GuestFact>,
    /// Tasks set by hand.
    pub follow_ups: Vec<FollowUpFact>,
    /// Her tags; empty unless a rule asks.
    pub tags: BTreeSet<TagId>,
    /// What the contact clock looks at.
    pub contact: ContactFacts,
    /// What became of her tasks.
    pub decisions: Vec<DecisionFact>,
}
