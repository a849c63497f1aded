// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  Fen,
  Join,
  Metric,
} from '../generated';

/** What is missing for a level. */
export type Gap = {
/** Whether one of the shortfalls is enough to make up. */
join: Join,
/** What is missing, the nearest to being reached first. */
shortfalls: Array<Shortfall>, };

/** One threshold not reached yet. */
export type Shortfall = {
/** What is counted. */
metric: Metric,
/** Fen, purchases or points on the day. */
value: number,
/** What the rule asks for. */
at_least: number,
/** What is missing; of a single purchase the whole amount, because it has to be one. */
short: number, };
