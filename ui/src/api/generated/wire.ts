// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

/** An answer that says only that it is done. */
export type Done = Record<symbol, never>;

/** A request that needs nothing. */
export type Nothing = Record<symbol, never>;
