// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  Fen,
  Why,
} from '../generated';

/** What became of a granted benefit. */
export type BenefitState = "granted" | "given" | "expired" | "cancelled";

/** What took away the visit that a voucher rests on, and the voucher with it. */
export type CancelCause = "return" | "void" | "correction" | "referral";

/** Why a voucher was given. */
export type VoucherKind = "second_visit" | "birthday" | "apology" | "recall" | "gift";

/** What became of a voucher. */
export type VoucherState = "usable" | "used" | "expired" | "cancelled";

/** What a voucher takes off. */
export type Worth = { "kind": "amount",
/** Above 0. */
amount: Fen, } | { "kind": "percent",
/** 1 to 100: 20 is 8折. */
off: number, };
