// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

/** Every way in which the core can say no. The text form is the Fluent key after `error-`, with `_` for `-`. */
export type Code = "unknown_operation" | "bad_arguments" | "required" | "too_long" | "out_of_range" | "amount_invalid" | "amount_too_large" | "day_invalid" | "day_in_future" | "week_invalid" | "lunar_day_invalid" | "template_invalid" | "hours_invalid" | "choice_invalid" | "text_invalid" | "not_found" | "phone_taken" | "member_no_taken" | "same_person" | "referral_cycle" | "thanks_given" | "name_taken" | "already_set" | "in_use" | "member_no_differs" | "count_differs" | "consent_needed" | "guardian_needed" | "visit_empty" | "payments_differ" | "return_too_many" | "return_other_customer" | "return_before_sale" | "visit_voided" | "visit_has_returns" | "reason_required" | "price_invalid" | "customer_inactive" | "points_short" | "voucher_not_usable" | "benefit_given" | "birthday_not_due" | "level_price_not_due" | "rules_invalid" | "preview_stale" | "event_cancelled" | "event_not_yet" | "complaint_closed" | "complaint_open" | "already_undone" | "undo_conflict" | "not_undoable" | "file_missing" | "file_exists" | "file_empty" | "file_foreign" | "file_newer" | "file_short" | "file_damaged" | "file_busy" | "file_read_only" | "passphrase_needed" | "passphrase_wrong" | "passphrase_weak" | "sheet_wrong" | "sheet_other" | "encryption_not_begun" | "not_encrypted" | "folder_read_only" | "file_gone" | "file_replaced" | "disk_full" | "disk_fault" | "folder_missing" | "copy_not_whole" | "same_file" | "copy_unsound" | "nothing_restored" | "not_saved" | "save_unknown" | "totals_differ" | "not_everything" | "folder_newer" | "everything_changed" | "book_not_new" | "headings_unknown" | "encoding_wrong" | "import_too_large" | "import_file_twice" | "import_empty" | "import_protected" | "import_old_workbook" | "import_not_workbook" | "import_picture" | "import_web_page" | "import_cut_off" | "import_sheet_unknown" | "file_kind_unknown" | "table_too_large" | "cancelled" | "locked" | "secret_wrong" | "secret_wait" | "secret_needed" | "password_short" | "pin_invalid" | "owner_first" | "owner_needed" | "internal";

/** What the rim says when an operation is refused or failed. */
export type Failure = {
/** What happened. */
code: Code,
/** The request's field it belongs to, as a path such as `lines.0.price`; empty when it belongs to the whole. */
field?: string | null,
/** Numbers and words for the message's placeholders. */
params?: { [key in string]: string }, };
