// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

/** How long a birthday lasts for a privilege or for multiplied points. */
export type WindowScope = "day" | "week" | "month";
