// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

/** What a text can ask for. */
export type Placeholder = "address" | "shop" | "clerk" | "level" | "points" | "last_purchase" | "days" | "benefit" | "voucher" | "until" | "festival" | "date_name" | "season" | "event" | "event_day" | "event_place" | "wish" | "friend" | "care_tip" | "matter";
