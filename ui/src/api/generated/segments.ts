// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  AgeBand,
  BoughtBy,
  ConsentPurpose,
  ContactChannel,
  CustomerId,
  Fen,
  FieldId,
  Gender,
  LevelId,
  Lifecycle,
  Person,
  Purpose,
  RfmSegment,
  SegmentId,
  StaffId,
  TagId,
  ValueSegment,
  Who,
} from '../generated';

/** What she said to a purpose. */
export type ConsentAnswer = "given" | "withdrawn" | "unasked";

/** What of her visits is counted. */
export type CountOf = "visits" | "purchases" | "pieces";

/** What is asked of a field of the archive. Only what holds today counts. */
export type FieldTest = { "is": "filled" } | { "is": "missing" } | { "is": "one_of",
/** The words, 1 to 30. */
values: Array<string>, } | { "is": "contains",
/** The words. */
words: string, } | { "is": "number",
/** At least. */
min?: number | null,
/** At most. */
max?: number | null, } | { "is": "on",
/** On or after. */
from?: string | null,
/** On or before. */
to?: string | null, };

/** What the forecast says. */
export type ForecastSays = "likely_lost" | "likely_to_buy_30" | "likely_to_buy_90";

/** A day of a customer that can be compared. */
export type Milestone = "first_purchase" | "last_purchase" | "last_visit" | "last_contact" | "joined";

/** Asks how many a filter finds. */
export type PreviewSegment = {
/** The filter. */
filter: SegmentCondition, };

/** Saves a filter under a name. */
export type SaveSegment = {
/** Which; empty for a new one. */
id?: SegmentId | null,
/** Its name, at most 30 characters; no other segment's. */
name: string,
/** The filter. */
filter: SegmentCondition,
/** How these customers are looked after, in the shop's own words. */
strategy?: string | null, };

/** A saved segment. */
export type Segment = {
/** Id. */
id: SegmentId,
/** Name. */
name: string,
/** The filter. */
filter: SegmentCondition,
/** How these customers are looked after. */
strategy?: string | null,
/** Whether it came with the program. */
is_preset: boolean, };

/**
 * One thing that has to be so, or several put together. What is not known is not so: bounds on something that is not there let nobody
 * through.
 */
export type SegmentCondition = { "kind": "all",
/** Which. */
of: Array<SegmentCondition>, } | { "kind": "any",
/** Which, 1 or more. */
of: Array<SegmentCondition>, } | { "kind": "neither",
/** Which, 1 or more. */
of: Array<SegmentCondition>, } | { "kind": "field",
/** Which. */
field: FieldId,
/** What is asked of it. */
test: FieldTest, } | { "kind": "gender",
/** Which. */
gender: Gender, } | { "kind": "age",
/** At least. */
min?: number | null,
/** At most. */
max?: number | null, } | { "kind": "age_band",
/** Which groups. */
bands: Array<AgeBand>, } | { "kind": "level",
/** Which levels. */
levels: Array<LevelId>, } | { "kind": "tag",
/** Any of these. */
tags: Array<TagId>, } | { "kind": "staff",
/** Any of these. */
staff: Array<StaffId>, } | { "kind": "spend",
/** In which days. */
period: SegmentPeriod,
/** At least. */
min?: Fen | null,
/** At most. */
max?: Fen | null, } | { "kind": "count",
/** What is counted. */
what: CountOf,
/** In which days. */
period: SegmentPeriod,
/** At least. */
min?: number | null,
/** At most. */
max?: number | null, } | { "kind": "since",
/** What. */
what: Milestone,
/** At least so many days ago. */
at_least?: number | null,
/** At most so many days ago. */
at_most?: number | null, } | { "kind": "on",
/** What. */
what: Milestone,
/** On or after. */
from?: string | null,
/** On or before. */
to?: string | null, } | { "kind": "never",
/** What. */
what: Milestone, } | { "kind": "bought",
/** What is compared. */
by: BoughtBy,
/** With what; capitals do not matter. */
words: string,
/** On how many visits at least. */
times: number,
/** In which days. */
period: SegmentPeriod, } | { "kind": "birthday_within",
/** How many days, 0 to 366. */
days: number, } | { "kind": "birthday_month",
/** The month, 1 to 12; empty for the present one. */
month?: number | null, } | { "kind": "completeness",
/** At least. */
min?: number | null,
/** At most. */
max?: number | null, } | { "kind": "points",
/** At least. */
min?: number | null,
/** At most. */
max?: number | null, } | { "kind": "vouchers",
/** At least. */
min?: number | null,
/** At most. */
max?: number | null, } | { "kind": "consent",
/** To which. */
purpose: ConsentPurpose,
/** What. */
answer: ConsentAnswer, } | { "kind": "open_complaint" } | { "kind": "lifecycle",
/** Which states. */
stages: Array<Lifecycle>, } | { "kind": "value",
/** Which groups. */
groups: Array<ValueSegment>, } | { "kind": "rfm",
/** Which segments. */
segments: Array<RfmSegment>, } | { "kind": "forecast",
/** What. */
says: ForecastSays, } | { "kind": "people",
/** Who. */
customers: Array<CustomerId>, };

/** Which days of the log count. */
export type SegmentPeriod = { "kind": "ever" } | { "kind": "days",
/** How many, 1 to 3,650. */
days: number, } | { "kind": "between",
/** First day. */
from: string,
/** Last day. */
to: string, };

/** Whom a filter finds today, among the customers in use. */
export type SegmentPreview = {
/** How many. */
customers: number,
/** How many customers there are. */
of: number,
/** What they paid ever, all together. */
net_spend: Fen,
/** The last to come of them, at most 8. */
sample: Array<Person>,
/** How many tasks one step may set. */
tasks_at_most: number, };

/** Names a segment. */
export type SegmentRef = {
/** Which. */
segment: SegmentId, };

/** The segment that was saved. */
export type SegmentSaved = {
/** Which. */
segment: SegmentId, };

/** All segments. */
export type Segments = {
/** In the order they were made. */
segments: Array<Segment>, };

/**
 * Sets the same task for everybody whom a filter finds, 1 to 10,000. Whoever has the same one already, still open,
 * gets no second one.
 */
export type SetSegmentTasks = {
/** The filter. */
filter: SegmentCondition,
/** What is to be done. */
title: string,
/** When it is due. */
due_on: string,
/** Last day it makes sense; empty for 30 days later. */
expires_on?: string | null,
/** How. */
channel?: ContactChannel | null,
/** What for. */
purpose: Purpose,
/** The name of the batch. */
batch: string, };
