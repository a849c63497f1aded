// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  Fen,
  Metric,
  VisitId,
  Who,
  Whose,
} from '../generated';

/** One threshold that was reached. */
export type Met = {
/** What is counted. */
metric: Metric,
/** Fen, purchases or points on the day. */
value: number,
/** What the rule asked for. */
at_least: number, };

/** Who set a level when it was not a visit. */
export type Source = "review" | "manual" | "opening" | "campaign";

/** Why a level changed. */
export type Why = { "kind": "rule",
/** The visit. */
visit: VisitId,
/** What it reached. */
met: Array<Met>, } | { "kind": "campaign",
/** The visit. */
visit: VisitId, } | { "kind": "decision",
/** Whose. */
source: Source, };
