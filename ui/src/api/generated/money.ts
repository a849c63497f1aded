// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

/** An amount of CNY in fen (1/100 yuan). Negative for money going back to the customer. */
export type Fen = string;
