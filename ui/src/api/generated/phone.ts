// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

/** A phone number as typed. */
export type Phone = string;

/** A WeChat name as typed. Many are the phone number, or have it in them. */
export type Wechat = string;
