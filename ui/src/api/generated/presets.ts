// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  Fen,
  VoucherKind,
  WindowScope,
  Worth,
} from '../generated';

/** The birthday privilege of a shop. */
export type BirthdayRule = {
/** What counts as the birthday time. */
scope: WindowScope,
/** Percent of the list price paid, once: 70 is 7折. A level may give another. */
pay_percent: number, };

/** How vouchers of a kind are made unless the clerk changes them. */
export type VoucherDefault = {
/** Which kind. */
kind: VoucherKind,
/** What it takes off. */
worth: Worth,
/** The smallest bill it can be used on. */
min_spend: Fen,
/** Good for so many days after the day it is given. */
days: number, };
