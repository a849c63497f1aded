// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  ArrivalId,
  Fen,
  LevelId,
  Person,
  TagId,
  Who,
  Why,
  WishId,
} from '../generated';

/** A style that came in or costs less. */
export type Arrival = {
/** Id. */
id: ArrivalId,
/** What happened. */
kind: ArrivalKind,
/** When. */
day: string,
/** A word on it. */
note?: string | null, };

/** What happened to a style. */
export type ArrivalKind = "arrived" | "reduced";

/** Names an arrival. */
export type ArrivalRef = {
/** Which. */
arrival: ArrivalId, };

/** Who waits for it. */
export type ArrivalSaved = {
/** Id. */
arrival: ArrivalId,
/** Open wishes for the style. */
waiting: number, };

/** What of a line is compared with the words of a rule. */
export type BoughtBy = "category" | "style" | "word" | "size" | "color";

/** Asks whom a rule would tag. */
export type PreviewTagRule = {
/** What has to be so, all of it. */
conditions: Array<TagCondition>, };

/** Says that a style came in or costs less. */
export type SaveArrival = {
/** The style number; the letters of the wishes that wait for it are kept, whatever their capitals. */
style_no: string,
/** What happened. */
kind: ArrivalKind,
/** A word on it. */
note?: string | null, };

/** Makes a tag one that a rule gives, or changes the rule. Customers who carry the tag by hand keep it. */
export type SaveTagRule = {
/** The tag's name; made if there is none of it. */
name: string,
/** What has to be so, all of it: 1 to 5. */
conditions: Array<TagCondition>,
/** Whether the rule gives the tag. */
is_on: boolean, };

/** One thing that has to be so. "Within D days" is today and the D - 1 days before it. Live visits count, upper and lower case are alike. */
export type TagCondition = { "kind": "bought",
/** What is compared. */
by: BoughtBy,
/** With what. */
words: string,
/** On how many visits at least. */
times: number,
/** Within so many days. */
days: number, } | { "kind": "spent",
/** How much at least. */
at_least: Fen,
/** Within so many days. */
days: number, } | { "kind": "absent",
/** For how many days. */
days: number, } | { "kind": "level",
/** Which. */
levels: Array<LevelId>, } | { "kind": "birthday_month",
/** The month, 1 to 12; empty for the present one. */
month?: number | null, };

/** Whom a rule would tag. */
export type TagRulePreview = {
/** How many. */
customers: number,
/** The first of them, at most 20. */
sample: Array<Person>, };

/** A rule that gives a tag. */
export type TagRuleRow = {
/** The tag. */
tag: TagId,
/** Its name. */
name: string,
/** What has to be so. */
conditions: Array<TagCondition>,
/** Whether it gives the tag. */
is_on: boolean,
/** Whom it gives the tag today; 0 while it is off. */
customers: number, };

/** All rules. */
export type TagRules = {
/** By name. */
rules: Array<TagRuleRow>, };

/** Somebody who waits for a style. */
export type WaitingWish = {
/** The wish. */
id: WishId,
/** Who. */
customer: Person,
/** Colour. */
color?: string | null,
/** Size. */
size?: string | null,
/** Why she did not buy, or what she waits for. */
reason?: string | null,
/** Since when. */
noted_on: string, };

/** All open wishes by style. */
export type WishList = {
/** Those most waited for first, at most 500 styles. */
styles: Array<WishedStyle>,
/** Open wishes in all. */
wishes: number, };

/** A style that is waited for, or that came in. */
export type WishedStyle = {
/** Style number, in capitals; empty for wishes that have only a name. */
style_no?: string | null,
/** What it is called. */
name?: string | null,
/** Who waits, the longest waiting first. */
waiting: Array<WaitingWish>,
/** What happened to it, the latest first. */
arrivals: Array<Arrival>, };
