// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

/** The hours of a week; a day without any is a day off. */
export type ShopHours = {
/** Monday to Sunday, each with its spans in order. */
week: Array<Array<Span>>, };

/** From one time to a later one of the same day. */
export type Span = {
/** Opens. */
from: TimeOfDay,
/** Closes; 24:00 at the latest. */
to: TimeOfDay, };

/** A time of a day to the minute, 00:00 to 24:00. */
export type TimeOfDay = string;
