// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

/** What a line of the ledger shows. */
export type LineKind = "earn" | "redeem" | "gift" | "adjust" | "opening" | "reverse" | "expire";

/** What kind of entry somebody wrote. */
export type PointsKind = "earn" | "redeem" | "gift" | "adjust" | "opening" | "reverse";
