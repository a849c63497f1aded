// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  Fen,
} from '../generated';

/** Where one state ends and the next begins. */
export type InsightSettings = {
/** Last purchase so many days ago or fewer: active. */
active_days: number,
/** More than active, up to so many: at risk. */
at_risk_days: number,
/** More than at risk, up to so many: dormant. Beyond: lost. */
dormant_days: number,
/** Last purchase so many days ago or fewer: an effective member. */
effective_days: number,
/** Which scores name the segments and go into the exported table. */
rfm_by: RfmBy,
/** Four rising numbers of days since the last purchase: up to the first scores 5, beyond the last 1. */
recency_days: Array<number>,
/** Four rising numbers of purchase days: from the last on scores 5, below the first 1. */
frequency: Array<number>,
/** Four rising amounts of net spend: from the last on scores 5, below the first 1. */
money: Array<Fen>,
/** A visit within so many days after a message counts as one after it. */
response_days: number,
/** Shares and averages over fewer people or visits are not shown. */
least_sample: number, };

/** How recency, frequency and money are scored. */
export type RfmBy = "quintiles" | "thresholds";
