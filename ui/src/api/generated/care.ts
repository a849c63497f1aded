// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  CareRule,
  CareRuleId,
  ContactChannel,
  CustomerId,
  Figures,
  FollowUpId,
  Gender,
  MessageFor,
  Occasion,
  OperationId,
  Phone,
  Purpose,
  RulePlan,
  StaffId,
  Suppression,
  TemplateId,
  TriggerKind,
  Wechat,
  Why,
} from '../generated';

/** A rule. */
export type CareRuleRef = {
/** Which. */
rule: CareRuleId, };

/** The rules in their order. */
export type CareRules = {
/** All of them. */
rules: Array<RuleRow>, };

/** How many tasks come or go for one reason. */
export type ChangeCount = {
/** Why. */
why: ChangeWhy,
/** Whether they are the rule's own, or those of others. */
own: boolean,
/** How many. */
tasks: number, };

/** Why a rule that is tried puts a task on the list of today, or takes one off it. */
export type ChangeWhy = "named" | "sooner" | "released" | "unnamed" | "later" | "held";

/** A task that a rule that is tried puts on the list of today, or takes off it. */
export type ChangedTask = {
/** The task, as it would stand. */
task: TaskRow,
/** Why. */
why: ChangeWhy, };

/** One customer's tasks: those to be seen today, those kept back with the reason, those set by hand for later. */
export type CustomerTasks = {
/** By day. */
rows: Array<TaskRow>, };

/** How many fall on a day. */
export type DayCount = {
/** The day. */
day: string,
/** How many. */
tasks: number, };

/** Says what became of tasks, one or many at once. */
export type DecideTasks = {
/** Which, 1 to 1,000. */
tasks: Array<TaskRef>,
/** What. */
decision: Decision,
/** Not now: until which day. For one that was not answered the rule says it, unless it is said here. */
until?: string | null,
/** Why it is skipped, or a word on it. */
reason?: string | null,
/** By which channel she was reached; then it goes into the contact log too. */
channel?: ContactChannel | null,
/** Where no channel is named: each goes into the contact log by its own. Otherwise nothing is logged. */
log: boolean,
/** What was written, or what came of it, for the contact log. */
text?: string | null,
/** The text it was made from. */
template?: TemplateId | null, };

/** What became of a task. */
export type Decision = "done" | "no_answer" | "replied" | "snoozed" | "skipped";

/** A task set by hand. */
export type FollowUpRef = {
/** Which. */
follow_up: FollowUpId, };

/** Tasks set by hand. */
export type FollowUpsSaved = {
/** How many. */
saved: number,
/** How many were left out, because they have the same task of the batch already. */
already: number,
/** The first of them. */
first?: FollowUpId | null,
/** The entry of the history, for undo. */
operation?: OperationId | null, };

/** Asks for the tasks of a day, whatever the list of today shows. */
export type GetTasksOf = {
/** The day; today when left out. */
on?: string | null, };

/** Asks for today's tasks: the overdue ones first, then by day, rule and customer. */
export type GetToday = {
/** Whose. */
whose: Whose,
/** Only of this clerk. */
staff?: StaffId | null,
/** Only how they stand. */
state?: TaskState | null,
/** Only of this rule. */
rule?: CareRuleId | null,
/** Only of this kind. */
kind?: TriggerKind | null,
/** Where the page before ended, as it said. */
cursor?: string | null,
/** How many, 1 to 500. */
limit: number, };

/** Asks for the tasks that are kept back. */
export type ListHeld = {
/** Where the page before ended, as it said. */
cursor?: string | null,
/** How many, 1 to 500. */
limit: number, };

/** What a rule would make, before it is saved. */
export type RuleDryRun = {
/** Its tasks from today to six days from now, with those still open from before. */
this_week: number,
/** Of these, how many past their day. */
overdue: number,
/** How many would be kept back. */
held: number,
/** By day. */
days: Array<DayCount>,
/** Its tasks on the list of today as it stands. */
before: number,
/** Its tasks on the list of today as it would stand. */
after: number,
/** How many come onto the list of today, those of other rules too. */
added: number,
/** How many go from it. */
gone: number,
/** For what reasons. */
because: Array<ChangeCount>,
/** The first twenty that come, then the first twenty that go. */
changes: Array<ChangedTask>, };

/** A rule with what it makes now. */
export type RuleRow = {
/** The rule. */
rule: CareRule,
/** Tasks today, overdue ones included. */
waiting: number,
/** Tasks kept back. */
held: number, };

/** Saves a rule: changes one, or adds one of the shop's own. */
export type SaveCareRule = {
/** Which; none for a new one. */
id?: CareRuleId | null,
/** Its name. */
name: string,
/** What it says. */
plan: RulePlan,
/** Whether it makes tasks. */
is_on: boolean, };

/** Sets a task by hand for one customer, or the same for many at once, such as a word of care on the first cold day; or changes one. */
export type SaveFollowUp = {
/** Which, to change it; none for new ones. */
id?: FollowUpId | null,
/** For whom, 1 to 1,000; one alone to change a task. */
customers: Array<CustomerId>,
/** The name of the batch, needed for more than one. Whoever has the same task of it already, still open, gets no second one. */
batch?: string | null,
/** What is to be done. */
title: string,
/** When. */
due_on: string,
/** Until when it makes sense; a month when left out. */
expires_on?: string | null,
/** How, other than in person; her preferred way when left out. */
channel?: ContactChannel | null,
/** What for. */
purpose: Purpose,
/** The text. */
template?: TemplateId | null,
/** Whose; her own clerk's when left out. */
staff?: StaffId | null, };

/** How many there are, before any choice of state, rule or kind. */
export type TaskCounts = {
/** Past their day. */
overdue: number,
/** Today's. */
due: number,
/** Within the next days. */
upcoming: number, };

/** How many of one rule, or of the follow-ups together. */
export type TaskGroup = {
/** The rule; none for follow-ups. */
rule?: CareRuleId | null,
/** Its name; empty for follow-ups. */
title: string,
/** From what they follow. */
kind: TriggerKind,
/** How many past their day. */
overdue: number,
/** How many of today. */
due: number,
/** How many later. */
upcoming: number, };

/** Tasks. */
export type TaskList = {
/** A page of them. */
rows: Array<TaskRow>,
/** How many in all. */
total: number,
/** Where this page ends, if there are more. */
cursor?: string | null, };

/** Whom a task is about, in a line. */
export type TaskPerson = {
/** Id. */
id: CustomerId,
/** Member number. */
member_no: string,
/** Name. */
name: string,
/** How she likes to be addressed. */
nickname?: string | null,
/** Gender. */
gender?: Gender | null,
/** Main phone. */
phone?: Phone | null,
/** WeChat. */
wechat?: Wechat | null,
/** The name of her level. */
level: string,
/** Its place in the ladder; 0 is where everybody starts. */
level_rank: number,
/** Day of the last purchase. */
last_purchase?: string | null,
/** Day of the last contact. */
last_contact?: string | null, };

/** What a task is found again by. */
export type TaskRef = {
/** Its rule. */
rule?: CareRuleId | null,
/** Or the follow-up, when it was set by hand. */
follow_up?: FollowUpId | null,
/** Whom it is about; none of a task of the shop. */
customer?: CustomerId | null,
/** What it follows from, such as `visit:12`. */
cause: string, };

/** One task. */
export type TaskRow = {
/** What it is found again by. */
task: TaskRef,
/** The rule's name, or what was written by hand. */
title: string,
/** From what it follows; with `params` the sentence `care-why-<kind>`. */
kind: TriggerKind,
/** Figures and words of that sentence: days as `YYYY-MM-DD`, money in yuan. */
params: { [key in string]: string },
/** Whom it is about; none of a task of the shop. */
customer?: TaskPerson | null,
/** How it stands. */
state: TaskState,
/** The day it is to be done. */
due: string,
/** On its day not before this moment, with offset. */
not_before?: string | null,
/** The last day it makes sense; none for until it is done. */
expires?: string | null,
/** How she is to be reached. */
channel: ContactChannel,
/** What it is for. */
purpose: Purpose,
/** The occasion of the text. */
occasion?: Occasion | null,
/** The text, where the rule has one of its own. */
template?: TemplateId | null,
/** Whose it is; none for anybody's. */
staff?: StaffId | null,
/** How often she was tried. */
tries: number,
/** Whether it was put off before. */
snoozed: boolean,
/** The batch it was set with. */
batch?: string | null,
/** Why it is kept back, in the list of those that are. */
held?: Suppression | null,
/** The first day on which time alone would let it through. */
held_until?: string | null,
/** What its text is asked for with; none where there is nobody to say it to or nothing to make it of. */
message?: MessageFor | null, };

/** How a task stands. */
export type TaskState = "overdue" | "due" | "upcoming";

/** A task and what can be said. */
export type TaskWithText = {
/** The task. */
task: TaskRow,
/** The text, ready to be copied; none where there is none to say. */
text?: string | null, };

/** What was written down. */
export type TasksDecided = {
/** How many tasks. */
decided: number,
/** How many contacts. */
contacts: number,
/** How many of many were left out, because the contact clock keeps them back or they are gone meanwhile. */
left_out: number,
/** The entry of the history, for undo. */
operation?: OperationId | null, };

/** The tasks of a day. */
export type TasksOf = {
/** The day. */
day: string,
/** All that are due or overdue and not kept back, in the order of the list. */
tasks: Array<TaskWithText>, };

/** Today. */
export type Today = {
/** The day it is for. */
day: string,
/** Everybody's. */
all: TaskCounts,
/** Of whoever is at the counter. */
mine: TaskCounts,
/** Of nobody in particular. */
pool: TaskCounts,
/** How many are kept back, with a reason each. */
held: number,
/** How many were decided today. */
decided_today: number,
/** By rule, of those asked for, in the order of the rules. */
groups: Array<TaskGroup>,
/** A page of those asked for. */
rows: Array<TaskRow>,
/** How many were asked for in all. */
total: number,
/** Where this page ends, if there are more. */
cursor?: string | null, };

/** Whose tasks to list. */
export type Whose = "all" | "mine" | "pool";
