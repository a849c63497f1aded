// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

/** A field of a row, those of customers first. The text form is the one of `--map COLUMN=field`. */
export type Field = "member_no" | "name" | "nickname" | "gender" | "phone" | "phone_2" | "wechat" | "email" | "birthday" | "birthday_type" | "lunar_birthday" | "region" | "address" | "tags" | "source" | "referrer" | "staff" | "joined" | "level" | "points" | "spend" | "visits_count" | "age_band" | "preferred_channel" | "status" | "note" | "visit_no" | "date" | "time" | "kind" | "pieces" | "amount" | "pay" | "ref_visit_no" | "ref_line_no" | "paper_ticket_no" | "day_total" | "satisfaction" | "motive" | "companions" | "feedback" | "line_no" | "style_no" | "category" | "color" | "size" | "qty" | "list_price" | "price" | "reason" | "reason_note";

/** The three kinds of table that are taken. */
export type Kind = "customers" | "visits" | "lines";
