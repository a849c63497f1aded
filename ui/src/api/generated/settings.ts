// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

/** The language of the screen. */
export type Language = "zh-CN" | "en";

/** The shop's settings. */
export type Settings = {
/** The shop's name, as printed and signed. */
shop_name: string,
/** Its trade. */
trade: Trade,
/** The screen's language. */
language: Language,
/** Light or dark. */
theme: Theme,
/** Larger type throughout. */
large_type: boolean,
/** The shop's time zone, minutes east of UTC; it decides which day a sale belongs to. */
utc_offset_minutes: number, };

/** Light or dark. */
export type Theme = "system" | "light" | "dark";

/** The trade, which chooses the presets. */
export type Trade = "clothing" | "jewellery" | "cosmetics" | "cafe" | "general";
