// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  EventRow,
  Fen,
  FieldId,
  FigureGroup,
  FigureKey,
  InsightSettings,
  People,
  Purpose,
} from '../generated';

/** People divided. */
export type Breakdown = {
/** How. */
key: BreakdownKey,
/** By which field of the profile. */
field?: FieldId | null,
/** That field's label. */
label?: string | null,
/** Its cells, in the order to show them. */
cells: Array<BreakdownCell>,
/** How many people were divided. */
people: number,
/** Whether one person may be in several cells. */
several: boolean, };

/** People of one kind. */
export type BreakdownCell = {
/** Its name within the breakdown, for `list_insight_people`. */
key: string,
/** Words of the shop's own, such as a level's name or a value of a field. */
label?: string | null,
/** How many. */
people: number,
/** Their net spend in the book. */
net: Fen,
/** How many there were at the time compared with. */
people_before?: number | null, };

/** A way to divide people. The words of a cell are `insight-<breakdown>-<cell>`, unless it brings its own. */
export type BreakdownKey = "lifecycle" | "interval" | "value" | "rfm" | "rfm_segment" | "rfm_fixed" | "rfm_fixed_segment" | "cohort" | "figure" | "age" | "gender" | "level" | "tenure" | "spend" | "frequency" | "field";

/** Members whose first purchase was in one month. */
export type Cohort = {
/** `2026-03`. */
month: string,
/** How many. */
size: number,
/** How many of them bought in the month after it, and so on; only months that are over. */
kept: Array<number>, };

/** What a period is compared with. */
export type CompareWith = "none" | "last_period" | "last_year";

/** Asks for the page. */
export type GetInsight = {
/** First day of the period; the first of the month of its last day if left out. */
from?: string | null,
/** Last day of the period; `as_of` if left out. */
to?: string | null,
/** The day on which states are looked at; the last day of the period, at most today, if left out. */
as_of?: string | null,
/** What to compare with; nothing if left out. */
compare?: CompareWith | null, };

/** Asks for the structure of the members. */
export type GetStructure = {
/** On which day; today if left out. */
as_of?: string | null, };

/** A month of growth, as it stood on its last day. */
export type GrowthMonth = {
/** `2026-11`. */
month: string,
/** Its last day, or the day of the page in the month that is not over. */
to: string,
/** Archives opened by then. */
members: number,
/** Of them, last purchase within the effective days. */
effective: number,
/** Of them, last purchase within the active days. */
active: number,
/** Of them, last purchase longer ago than the days at risk. */
dormant: number,
/** Archives opened in the month. */
joined: number,
/** Members with a purchase in the month. */
buyers: number,
/** Members with their first purchase in the month. */
first_buyers: number,
/** Takings of the month, walk-ins included. */
sales: Fen,
/** Those from customers with an archive. */
member_sales: Fen, };

/** The page. */
export type Insight = {
/** The period and the day of the states. */
span: InsightSpan,
/** What it is compared with. */
before?: InsightSpan | null,
/** The thresholds it was made with. */
settings: InsightSettings,
/** The six figures of the first page. */
headline: Array<FigureKey>,
/** All figures. */
groups: Array<FigureGroup>,
/** Lifecycle. */
lifecycle: Breakdown,
/** Against her own interval. */
interval: Breakdown,
/** Value. */
value: Breakdown,
/** RFM by quintiles. */
rfm: RfmPicture,
/** RFM by the owner's thresholds. */
rfm_fixed: RfmPicture,
/** The last 13 months, oldest first. */
months: Array<GrowthMonth>,
/** The last 12 months of first purchases, oldest first. */
cohorts: Array<Cohort>,
/** Events that began in the period. */
events: Array<EventRow>,
/** Messages by purpose. */
messages: Array<MessageResponse>,
/**
 * Members with an opening balance of spend from another system: their first purchase is not in this book, so they count neither
 * as new nor in second purchases and cohorts.
 */
opening: number, };

/** A period and the day on which states are looked at. */
export type InsightSpan = {
/** First day. */
from: string,
/** Last day. */
to: string,
/** The day of the states. */
as_of: string, };

/** The structure of the members. */
export type InsightStructure = {
/** On which day. */
as_of: string,
/** Age, gender, level, tenure, spend, frequency, then the fields of the profile with choices, and occupation. */
breakdowns: Array<Breakdown>, };

/** The states of a customer's life with the shop; each customer is in exactly one. */
export type Lifecycle = "new" | "active" | "at_risk" | "dormant" | "lost" | "no_purchase";

/** What messages and calls of one purpose brought. */
export type MessageResponse = {
/** `service`, `greeting` or `marketing`. */
purpose: Purpose,
/** Sent in the period, those whose days after it are over. */
sent: number,
/** Answered or spoken with. */
answered: number,
/** Came within the days after. */
visited: number, };

/** One of the 25. */
export type RfmCell = {
/** Recency, 1 to 5. */
r: number,
/** Frequency, 1 to 5. */
f: number,
/** How many. */
people: number,
/** Their net spend in the book. */
net: Fen, };

/** Recency against frequency. */
export type RfmPicture = {
/** How many people were scored: those with a purchase. */
people: number,
/** All 25, r from 5 to 1 and in each f from 1 to 5. */
cells: Array<RfmCell>,
/** The eight. */
segments: Array<BreakdownCell>, };

/** The eight segments of recency, frequency and money, each high (4 or 5) or low. */
export type RfmSegment = "key_value" | "key_grow" | "key_keep" | "key_win_back" | "plain_value" | "plain_grow" | "plain_keep" | "plain_win_back";

/** What a customer is worth to the shop; each customer is in exactly one. */
export type ValueSegment = "core" | "potential" | "regular" | "dormant" | "no_purchase";
