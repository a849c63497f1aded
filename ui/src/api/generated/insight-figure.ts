// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  Fen,
  Figures,
} from '../generated';

/** A figure. */
export type Figure = {
/** Which. */
key: FigureKey,
/** Now. */
now: Measured,
/** At the time compared with, where one was asked for and it can be known. */
before?: Measured | null,
/** What it opens. */
opens: FigureOpens, };

/** Figures that belong together. */
export type FigureGroup = {
/** Which group. */
key: FigureGroupKey,
/** Its figures, in the order to show them. */
figures: Array<Figure>, };

/** A group of figures. */
export type FigureGroupKey = "state" | "sales" | "again" | "owed" | "care";

/** Every figure of insight. The catalogue has its name under `insight-figure-<key>` and its exact meaning under `insight-def-<key>`. */
export type FigureKey = "members" | "effective_members" | "active_members" | "dormant_members" | "overdue_members" | "new_members" | "second_purchase_90" | "second_purchase_ever" | "sales" | "member_sales" | "member_share" | "tickets" | "member_tickets" | "basket" | "member_basket" | "walk_in_basket" | "piece_price" | "member_piece_price" | "discount_rate" | "member_discount_rate" | "pieces_per_ticket" | "member_pieces_per_ticket" | "returned" | "buyers" | "first_buyers" | "returning_share" | "repurchase_rate" | "purchase_interval" | "points_outstanding" | "points_worth" | "points_holders" | "points_ending" | "vouchers_outstanding" | "vouchers_face" | "voucher_use" | "benefit_use" | "benefits_open" | "messages_answered" | "messages_visited";

/** What a click on a figure opens. */
export type FigureOpens = "people" | "visits" | "nothing";

/** What a count counts. */
export type FigureUnit = "people" | "visits" | "points" | "vouchers" | "benefits";

/** How much a figure is. Shares and averages come as what they are made of, so that nothing is lost by rounding. */
export type Measure = { "unit": "count",
/** How many. */
count: number,
/** Of what. */
of: FigureUnit, } | { "unit": "money",
/** How much. */
amount: Fen, } | { "unit": "share",
/** Those meant. */
part: number,
/** All of them. */
whole: number, } | { "unit": "money_share",
/** The amount meant. */
part: Fen,
/** All of it. */
whole: Fen, } | { "unit": "money_each",
/** The sum. */
sum: Fen,
/** By how many. */
by: number,
/** `sum / by`, rounded half away from zero to the fen; nothing where `by` is 0 or less. */
each: Fen | null, } | { "unit": "count_each",
/** The sum. */
sum: number,
/** By how many. */
by: number, };

/** A figure at one time. */
export type Measured = {
/** How much. */
value: Measure,
/** How many people or visits it rests on. */
sample: number,
/** False for a share or an average over fewer than the stated number; then only the counts are to be shown. */
enough: boolean, };
