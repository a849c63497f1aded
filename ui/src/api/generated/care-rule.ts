// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  CareRuleId,
  Fen,
  LevelId,
  Occasion,
  Purpose,
  TagId,
  TemplateId,
  Whose,
} from '../generated';

/** A rule of care. */
export type CareRule = {
/** Its id. */
id: CareRuleId,
/** The stable name of one that ships with the program; empty for one of the shop's own. */
key?: string | null,
/** As the shop calls it. */
name: string,
/** What it says. */
plan: RulePlan,
/** Whether it makes tasks. */
is_on: boolean,
/** Its place in the list. */
position: number, };

/** For whom. What is left out does not matter. */
export type Conditions = {
/** At this level or above. */
level?: LevelId | null,
/** With one of these tags. */
tags: Array<TagId>,
/** All her purchases together, net of returns, at least this much. */
spent?: Fen | null,
/** One of these categories among the goods of the purchase it follows from. */
categories: Array<string>,
/** New or old customers only. */
customers?: NewOrOld | null, };

/** By what means a task is done. Her preferred way goes before it. */
export type Means = "message" | "call" | "letter" | "visit";

/** Customers by how long they have been buying. */
export type NewOrOld = "new" | "old";

/** What a rule says. */
export type RulePlan = {
/** From what. */
trigger: Trigger,
/** For whom. */
conditions: Conditions,
/** How many months after. */
after_months: number,
/** How many days after; before, when below zero. */
after_days: number,
/** How many minutes after she left, on the day of the visit. */
after_minutes?: number | null,
/** How many days longer it makes sense; none for until it is done. */
lasts_days?: number | null,
/** By what means. */
means: Means,
/** What it is for. */
purpose: Purpose,
/** The occasion of the text. */
occasion?: Occasion | null,
/** A text of its own instead of the occasion's. */
template?: TemplateId | null,
/** Whose. */
who: Who,
/** After how many days it comes back when she did not answer. */
retry_days: number,
/** How often she is tried in all. */
tries: number, };

/** From what a task follows, with the figures of that kind. */
export type Trigger = { "kind": "new_card" } | { "kind": "first_purchase" } | { "kind": "big_purchase",
/** From how much on, paid and kept. */
least: Fen, } | { "kind": "brought_somebody" } | { "kind": "was_brought" } | { "kind": "milestone",
/** The amounts, any order. */
amounts: Array<Fen>, } | { "kind": "top_spender",
/** The day of the year on which the year is counted. */
month: number,
/** Its day. */
day: number,
/** How many. */
count: number, } | { "kind": "birthday" } | { "kind": "birthday_list",
/** The day of the month. */
day: number, } | { "kind": "important_date" } | { "kind": "no_purchase" } | { "kind": "festival",
/** Keys of the festivals; none for all that the shop keeps. */
festivals: Array<string>,
/** Only who bought within so many months before it. */
bought_within_months: number | null, } | { "kind": "season",
/** The first days of the seasons as month and day. */
days: Array<[number, number]>, } | { "kind": "complaint_answer" } | { "kind": "complaint_solve" } | { "kind": "complaint_follow_up" } | { "kind": "near_downgrade" } | { "kind": "points_expiring",
/** From how many points on. */
least: number, } | { "kind": "voucher_expiring" } | { "kind": "wish_arrived" } | { "kind": "event_invitation" };

/** From what a task follows, as the screens name it: `care-trigger-<word>` and `care-why-<word>` in the catalogues. */
export type TriggerKind = "new_card" | "first_purchase" | "big_purchase" | "brought_somebody" | "was_brought" | "milestone" | "top_spender" | "birthday" | "birthday_list" | "important_date" | "no_purchase" | "festival" | "season" | "complaint_answer" | "complaint_solve" | "complaint_follow_up" | "near_downgrade" | "points_expiring" | "voucher_expiring" | "wish_arrived" | "event_invitation" | "follow_up";

/** Whose task it is. */
export type Who = "adviser" | "visit_clerk" | "pool";
