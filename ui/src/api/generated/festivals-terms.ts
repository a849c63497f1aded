// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

/** One of the solar terms a festival can be tied to. */
export type SolarTerm = "beginning_of_spring" | "qingming" | "beginning_of_summer" | "beginning_of_autumn" | "beginning_of_winter" | "winter_solstice";
