// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

/** What a level gives. */
export type Benefits = {
/** Percent of the list price paid for full-price goods: 95 is 95折, 100 is no discount. */
pay_percent: number,
/** Points multiplier in basis points: 10,000 is single, 15,000 one and a half. */
points_bp: number,
/** Percent of the list price paid once in the birthday time; none means the shop's default. */
birthday_pay_percent: number | null,
/** The birthday gift, in words; none means no gift. */
birthday_gift: string | null,
/** Sees new goods before others do. */
first_look: boolean,
/** Has an adviser of her own. */
own_adviser: boolean, };

/** One threshold of a rule. */
export type Criterion = {
/** What is counted. */
metric: Metric,
/** Reached at this much: fen, purchases or points, by the metric. */
at_least: number, };

/** How the criteria of a rule belong together. */
export type Join = "any" | "all";

/**
 * What a criterion counts. Returns are taken off at the purchase they reverse.
 *
 * The last 12 months on day d are the days after (d - 12 months) up to and including d; a month that lacks the day gives its last
 * day, so on 28 February 2029 a purchase of 29 February 2028 still counts, and on 1 March 2029 it no longer does.
 */
export type Metric = "spend_last_12_months" | "spend_lifetime" | "single_purchase" | "visits_last_12_months" | "visits_lifetime" | "points_earned";
