// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

/**
 * An amount of CNY in fen (1/100 yuan). Negative for money going back to the customer.
 *
 * No sum of amounts that the book takes comes near the ends of an `i64`. A file that somebody tampered with may hold such: sums then stop
 * at the end, where `shuke check` sees that they do not hold, instead of ending the program or wrapping round.
 */
export type Fen = string;
