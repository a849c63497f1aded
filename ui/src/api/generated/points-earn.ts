// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  WindowScope,
} from '../generated';

/** How long earned points are good. */
export type ExpiryPolicy = { "kind": "never" } | { "kind": "end_of_next_year" } | { "kind": "months",
/** 1 to 120. */
months: number, };

/** How points are earned and spent in the shop. */
export type PointsRule = {
/** Points a yuan, in basis points: 10,000 is one point a yuan, 1,000 one point for ten. */
per_yuan_bp: number,
/** Multiplier in the birthday time, in basis points: 20,000 is double. */
birthday_bp: number,
/** What counts as the birthday time. */
birthday_scope: WindowScope,
/** How long points are good. */
expiry: ExpiryPolicy,
/** How many points pay for one yuan; 0 means that points buy gifts only. */
points_per_yuan_off: number, };
