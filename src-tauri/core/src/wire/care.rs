//! Care: the tasks of today, what became of them, the rules that make them.

mod call_sheet;

pub use call_sheet::*;

use super::contacts::{ContactChannel, Purpose};
use super::customers::Gender;
use super::templates::MessageFor;
use super::{choice, wire};
use crate::care::{CareRule, RulePlan, TriggerKind};
use crate::clock::Day;
use crate::contacts::clock::Suppression;
use crate::ids::{CareRuleId, CustomerId, FollowUpId, OperationId, StaffId, TemplateId};
use crate::templates::Occasion;
use crate::wire::phone::Phone;
use std::collections::BTreeMap;

choice! {
    /// How a task stands.
    TaskState {
        /// Its day is over.
        Overdue = "overdue",
        /// Today.
        Due = "due",
        /// Later: within a week, or later today.
        Upcoming = "upcoming",
    }

    /// What became of a task.
    Decision {
        /// Done.
        Done = "done",
        /// Tried, she did not answer; it comes back some days later, a few times.
        NoAnswer = "no_answer",
        /// She answered.
        Replied = "replied",
        /// Not now: put off to a day.
        Snoozed = "snoozed",
        /// Not at all, with a reason.
        Skipped = "skipped",
    }

    /// Why a rule that is tried puts a task on the list of today, or takes one off it.
    ChangeWhy {
        /// The rule names her, and did not before.
        Named = "named",
        /// Its day comes sooner.
        Sooner = "sooner",
        /// It was kept back, and would be no longer.
        Released = "released",
        /// The rule no longer names her.
        Unnamed = "unnamed",
        /// Its day comes later.
        Later = "later",
        /// It would be kept back.
        Held = "held",
    }

    /// Whose tasks to list.
    Whose {
        /// Everybody's.
        All = "all",
        /// Those of whoever is at the counter.
        Mine = "mine",
        /// Those of nobody in particular.
        Pool = "pool",
    }
}

wire! {
    /// What a task is found again by.
    #[derive(Eq, PartialOrd, Ord)]
    pub struct TaskRef {
        /// Its rule.
        pub rule: Option<CareRuleId>,
        /// Or the follow-up, when it was set by hand.
        pub follow_up: Option<FollowUpId>,
        /// Whom it is about; none of a task of the shop.
        pub customer: Option<CustomerId>,
        /// What it follows from, such as `visit:12`.
        pub cause: String,
    }

    /// Whom a task is about, in a line.
    pub struct TaskPerson {
        /// Id.
        pub id: CustomerId,
        /// Member number.
        pub member_no: String,
        /// Name.
        pub name: String,
        /// How she likes to be addressed.
        pub nickname: Option<String>,
        /// Gender.
        pub gender: Option<Gender>,
        /// Main phone.
        pub phone: Option<Phone>,
        /// WeChat.
        pub wechat: Option<crate::wire::phone::Wechat>,
        /// The name of her level.
        pub level: String,
        /// Its place in the ladder; 0 is where everybody starts.
        pub level_rank: i64,
        /// Day of the last purchase.
        pub last_purchase: Option<Day>,
        /// Day of the last contact.
        pub last_contact: Option<Day>,
    }

    /// One task.
    pub struct TaskRow {
        /// What it is found again by.
        pub task: TaskRef,
        /// The rule's name, or what was written by hand.
        pub title: String,
        /// From what it follows; with `params` the sentence `care-why-<kind>`.
        pub kind: TriggerKind,
        /// Figures and words of that sentence: days as `YYYY-MM-DD`, money in yuan.
        pub params: BTreeMap<String, String>,
        /// Whom it is about; none of a task of the shop.
        pub customer: Option<TaskPerson>,
        /// How it stands.
        pub state: TaskState,
        /// The day it is to be done.
        pub due: Day,
        /// On its day not before this moment, with offset.
        pub not_before: Option<String>,
        /// The last day it makes sense; none for until it is done.
        pub expires: Option<Day>,
        /// How she is to be reached.
        pub channel: ContactChannel,
        /// What it is for.
        pub purpose: Purpose,
        /// The occasion of the text.
        pub occasion: Option<Occasion>,
        /// The text, where the rule has one of its own.
        pub template: Option<TemplateId>,
        /// Whose it is; none for anybody's.
        pub staff: Option<StaffId>,
        /// How often she was tried.
        pub tries: u32,
        /// Whether it was put off before.
        pub snoozed: bool,
        /// The batch it was set with.
        pub batch: Option<String>,
        /// Why it is kept back, in the list of those that are.
        pub held: Option<Suppression>,
        /// The first day on which time alone would let it through.
        pub held_until: Option<Day>,
        /// What its text is asked for with; none where there is nobody to say it to or nothing to make it of.
        pub message: Option<MessageFor>,
    }

    /// Asks for the tasks of a day, whatever the list of today shows.
    pub struct GetTasksOf {
        /// The day; today when left out.
        pub on: Option<Day>,
    }

    /// The tasks of a day.
    pub struct TasksOf {
        /// The day.
        pub day: Day,
        /// All that are due or overdue and not kept back, in the order of the list.
        pub tasks: Vec<TaskWithText>,
    }

    /// A task and what can be said.
    pub struct TaskWithText {
        /// The task.
        pub task: TaskRow,
        /// The text, ready to be copied; none where there is none to say.
        pub text: Option<String>,
    }

    /// Asks for today's tasks: the overdue ones first, then by day, rule and customer.
    pub struct GetToday {
        /// Whose.
        pub whose: Whose,
        /// Only of this clerk.
        pub staff: Option<StaffId>,
        /// Only how they stand.
        pub state: Option<TaskState>,
        /// Only of this rule.
        pub rule: Option<CareRuleId>,
        /// Only of this kind.
        pub kind: Option<TriggerKind>,
        /// Where the page before ended, as it said.
        pub cursor: Option<String>,
        /// How many, 1 to 500.
        pub limit: u32,
    }

    /// How many there are, before any choice of state, rule or kind.
    #[derive(Copy, Default, Eq)]
    pub struct TaskCounts {
        /// Past their day.
        pub overdue: i64,
        /// Today's.
        pub due: i64,
        /// Within the next days.
        pub upcoming: i64,
    }

    /// How many of one rule, or of the follow-ups together.
    #[derive(Eq)]
    pub struct TaskGroup {
        /// The rule; none for follow-ups.
        pub rule: Option<CareRuleId>,
        /// Its name; empty for follow-ups.
        pub title: String,
        /// From what they follow.
        pub kind: TriggerKind,
        /// How many past their day.
        pub overdue: i64,
        /// How many of today.
        pub due: i64,
        /// How many later.
        pub upcoming: i64,
    }

    /// Today.
    pub struct Today {
        /// The day it is for.
        pub day: Day,
        /// Everybody's.
        pub all: TaskCounts,
        /// Of whoever is at the counter.
        pub mine: TaskCounts,
        /// Of nobody in particular.
        pub pool: TaskCounts,
        /// How many are kept back, with a reason each.
        pub held: i64,
        /// How many were decided today.
        pub decided_today: i64,
        /// By rule, of those asked for, in the order of the rules.
        pub groups: Vec<TaskGroup>,
        /// A page of those asked for.
        pub rows: Vec<TaskRow>,
        /// How many were asked for in all.
        pub total: i64,
        /// Where this page ends, if there are more.
        pub cursor: Option<String>,
    }

    /// Asks for the tasks that are kept back.
    pub struct ListHeld {
        /// Where the page before ended, as it said.
        pub cursor: Option<String>,
        /// How many, 1 to 500.
        pub limit: u32,
    }

    /// Tasks.
    pub struct TaskList {
        /// A page of them.
        pub rows: Vec<TaskRow>,
        /// How many in all.
        pub total: i64,
        /// Where this page ends, if there are more.
        pub cursor: Option<String>,
    }

    /// Says what became of tasks, one or many at once.
    pub struct DecideTasks {
        /// Which, 1 to 1,000.
        pub tasks: Vec<TaskRef>,
        /// What.
        pub decision: Decision,
        /// Not now: until which day. For one that was not answered the rule says it, unless it is said here.
        pub until: Option<Day>,
        /// Why it is skipped, or a word on it.
        pub reason: Option<String>,
        /// By which channel she was reached; then it goes into the contact log too.
        pub channel: Option<ContactChannel>,
        /// Where no channel is named: each goes into the contact log by its own. Otherwise nothing is logged.
        #[serde(default)]
        pub log: bool,
        /// What was written, or what came of it, for the contact log.
        pub text: Option<String>,
        /// The text it was made from.
        pub template: Option<TemplateId>,
    }

    /// What was written down.
    pub struct TasksDecided {
        /// How many tasks.
        pub decided: i64,
        /// How many contacts.
        pub contacts: i64,
        /// How many of many were left out, because the contact clock keeps them back or they are gone meanwhile.
        pub left_out: i64,
        /// The entry of the history, for undo.
        pub operation: Option<OperationId>,
    }

    /// A rule with what it makes now.
    pub struct RuleRow {
        /// The rule.
        pub rule: CareRule,
        /// Tasks today, overdue ones included.
        pub waiting: i64,
        /// Tasks kept back.
        pub held: i64,
    }

    /// The rules in their order.
    pub struct CareRules {
        /// All of them.
        pub rules: Vec<RuleRow>,
    }

    /// Saves a rule: changes one, or adds one of the shop's own.
    pub struct SaveCareRule {
        /// Which; none for a new one.
        pub id: Option<CareRuleId>,
        /// Its name.
        pub name: String,
        /// What it says.
        pub plan: RulePlan,
        /// Whether it makes tasks.
        pub is_on: bool,
    }

    /// A rule.
    pub struct CareRuleRef {
        /// Which.
        pub rule: CareRuleId,
    }

    /// How many fall on a day.
    pub struct DayCount {
        /// The day.
        pub day: Day,
        /// How many.
        pub tasks: i64,
    }

    /// A task that a rule that is tried puts on the list of today, or takes off it.
    pub struct ChangedTask {
        /// The task, as it would stand.
        pub task: TaskRow,
        /// Why.
        pub why: ChangeWhy,
    }

    /// How many tasks come or go for one reason.
    pub struct ChangeCount {
        /// Why.
        pub why: ChangeWhy,
        /// Whether they are the rule's own, or those of others.
        pub own: bool,
        /// How many.
        pub tasks: i64,
    }

    /// What a rule would make, before it is saved.
    pub struct RuleDryRun {
        /// Its tasks from today to six days from now, with those still open from before.
        pub this_week: i64,
        /// Of these, how many past their day.
        pub overdue: i64,
        /// How many would be kept back.
        pub held: i64,
        /// By day.
        pub days: Vec<DayCount>,
        /// Its tasks on the list of today as it stands.
        pub before: i64,
        /// Its tasks on the list of today as it would stand.
        pub after: i64,
        /// How many come onto the list of today, those of other rules too.
        pub added: i64,
        /// How many go from it.
        pub gone: i64,
        /// For what reasons.
        pub because: Vec<ChangeCount>,
        /// The first twenty that come, then the first twenty that go.
        pub changes: Vec<ChangedTask>,
    }

    /// Sets a task by hand for one customer, or the same for many at once, such as a word of care on the first cold day; or changes one.
    pub struct SaveFollowUp {
        /// Which, to change it; none for new ones.
        pub id: Option<FollowUpId>,
        /// For whom, 1 to 1,000; one alone to change a task.
        pub customers: Vec<CustomerId>,
        /// The name of the batch, needed for more than one. Whoever has the same task of it already, still open, gets no second one.
        pub batch: Option<String>,
        /// What is to be done.
        pub title: String,
        /// When.
        pub due_on: Day,
        /// Until when it makes sense; a month when left out.
        pub expires_on: Option<Day>,
        /// How, other than in person; her preferred way when left out.
        pub channel: Option<ContactChannel>,
        /// What for.
        pub purpose: Purpose,
        /// The text.
        pub template: Option<TemplateId>,
        /// Whose; her own clerk's when left out.
        pub staff: Option<StaffId>,
    }

    /// Tasks set by hand.
    pub struct FollowUpsSaved {
        /// How many.
        pub saved: i64,
        /// How many were left out, because they have the same task of the batch already.
        pub already: i64,
        /// The first of them.
        pub first: Option<FollowUpId>,
        /// The entry of the history, for undo.
        pub operation: Option<OperationId>,
    }

    /// A task set by hand.
    pub struct FollowUpRef {
        /// Which.
        pub follow_up: FollowUpId,
    }

    /// One customer's tasks: those to be seen today, those kept back with the reason, those set by hand for later.
    pub struct CustomerTasks {
        /// By day.
        pub rows: Vec<TaskRow>,
    }
}
