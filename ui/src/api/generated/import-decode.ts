// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

/** How sure the choice of an encoding is, surest first. */
export type Certainty = "told" | "marked" | "ascii" | "proven" | "likely" | "doubtful";

/** The encodings that member systems and spreadsheets write. */
export type Encoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be" | "big5";
