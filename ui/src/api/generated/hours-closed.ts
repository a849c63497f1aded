// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  ClosedDayId,
  Why,
} from '../generated';

/** A stretch of closed days. */
export type ClosedDay = {
/** Its id. */
id: ClosedDayId,
/** First closed day. */
from_day: string,
/** Last closed day. */
to_day: string,
/** Why. */
reason?: string | null, };
