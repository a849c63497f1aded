// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

/** How full an archive is, each 0 to 100 and rounded down, so that 100 means that nothing is missing. */
export type Completeness = {
/** Hard and soft together. */
overall: number,
/** The hard fields alone. */
hard: number,
/** The soft fields alone. */
soft: number, };
