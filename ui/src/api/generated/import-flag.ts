// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  Why,
} from '../generated';

/** One remark of an import about one cell. */
export type Flag = {
/** Which of the report's files, where there are several of the kind. */
file?: number,
/** Line of the file, as an editor counts, in which the record begins. */
line: number,
/** Heading of the column, as in the file; empty when the whole row is meant. */
column: string,
/** What is wrong. */
code: FlagCode,
/** The cell as it stands in the file; cut after [`Flag::TEXT_MAX`] characters. */
text: string,
/** Whether the row was held back for it. */
severity: Severity, };

/** Why a cell or row was flagged. The text form is the Fluent key after `flag-`, with `_` for `-`. */
export type FlagCode = "row_long" | "row_short" | "quote_open" | "heading_repeated" | "total_row" | "print_row" | "required_missing" | "name_missing" | "name_too_long" | "name_unreadable" | "cell_error" | "formula_unreckoned" | "cell_merged" | "number_merged" | "text_broken" | "text_control" | "text_too_long" | "number_scientific" | "number_digits_lost" | "phone_scientific" | "phone_zeros_lost" | "phone_odd" | "phone_invalid" | "date_invalid" | "date_ambiguous" | "date_short_year" | "date_serial" | "date_zone" | "date_in_future" | "time_invalid" | "birthday_invalid" | "amount_invalid" | "amount_third_decimal" | "amount_scientific" | "amount_too_large" | "quantity_invalid" | "kind_unknown" | "gender_unknown" | "payment_unknown" | "payment_split" | "calendar_unknown" | "answer_invalid" | "opening_kept" | "level_unknown" | "level_kept" | "status_kept" | "consent_missing" | "guardian_missing" | "member_repeated" | "member_unknown" | "phone_taken" | "referrer_unknown" | "visit_differs" | "visit_repeated" | "visit_unknown" | "line_repeated" | "line_in_earlier_file" | "amount_differs" | "pieces_differ" | "line_amount_differs" | "sale_unknown" | "return_positive" | "return_unmatched";

/** What became of the row. */
export type Severity = "rejected" | "flagged";
