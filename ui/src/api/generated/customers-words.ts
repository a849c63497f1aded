// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

/** How she prefers to be reached. */
export type Channel = "phone" | "wechat" | "sms" | "email" | "in_shop";

/** What customers are sorted by. */
export type CustomerSort = "last_visit" | "name" | "spend" | "joined";

/** Gender. */
export type Gender = "f" | "m";

/** What the other person is to the customer. */
export type RelationKind = "spouse" | "parent" | "child" | "sibling" | "friend" | "colleague" | "other";

/** Whether an archive is in use. */
export type Status = "active" | "archived" | "cancelled";

/** What became of a wish. */
export type WishStatus = "open" | "bought" | "dropped";
