// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

/** Which calendar a date is counted in. */
export type CalendarKind = "solar" | "lunar";

/** A day that comes back each year, as the customer said it. Always valid: see [`RecurringDate::new`]. */
export type RecurringDate = { calendar: CalendarKind, year: number | null, month: number, day: number, leap: boolean, };
