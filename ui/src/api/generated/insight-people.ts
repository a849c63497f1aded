// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  BreakdownKey,
  Fen,
  Lifecycle,
  Person,
  RfmSegment,
  ValueSegment,
  Who,
} from '../generated';

/** A page of them. */
export type InsightPeople = {
/** Rows. */
rows: Array<InsightPerson>,
/** What explains why they are here. */
reason: InsightReason,
/** Hand it back for the next page. */
cursor?: string | null,
/** How many there are in all. */
total: number,
/** What they spent together. */
net: Fen, };

/** One of them. */
export type InsightPerson = {
/** Who. */
customer: Person,
/** Her state. */
lifecycle: Lifecycle,
/** Her value. */
value: ValueSegment,
/** Her scores as the owner has them made; nothing without a purchase. */
r?: number | null,
/** Frequency. */
f?: number | null,
/** Money. */
m?: number | null,
/** Her segment. */
segment?: RfmSegment | null,
/** When her archive was opened. */
joined_on: string,
/** First purchase. */
first_purchase?: string | null,
/** Last purchase. */
last_purchase?: string | null,
/** Days from it to the day of the states. */
days_since?: number | null,
/** Twice her median interval in days, where she has one: beyond it she is overdue. */
interval_x2?: number | null,
/** Days on which she bought. */
purchase_days: number,
/** Net spend in the book by then. */
net: Fen,
/** Points on that day, where the day is today. */
points?: number | null, };

/** What about a person explains why she is on the list. */
export type InsightReason = "days_since" | "interval" | "net" | "scores" | "purchase_days" | "first_purchase" | "joined" | "points" | "profile";

/** Asks for the people of a cell, those who spent most first. */
export type ListInsightPeople = {
/** Of which breakdown. */
of: BreakdownKey,
/** Of which cell. */
cell: string,
/** First day of the period, as of the page. */
from?: string | null,
/** Last day of the period. */
to?: string | null,
/** The day of the states. */
as_of?: string | null,
/** Where the page before ended, as it said. */
cursor?: string | null,
/** How many, 1 to 500. */
limit: number, };
