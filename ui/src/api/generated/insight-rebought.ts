// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  Fen,
} from '../generated';

/** Asks what customers with an archive bought again. */
export type GetRebought = {
/** First day of the period; a year before its last day if left out. */
from?: string | null,
/** Last day of the period; today if left out. */
to?: string | null,
/** Put together by what. */
by: ReboughtBy,
/** How many rows, 1 to 500; those with most people who bought again first. */
limit: number, };

/** What is bought again. */
export type Rebought = {
/** First day. */
from: string,
/** Last day. */
to: string,
/** Put together by what. */
by: ReboughtBy,
/** Customers who bought anything with this said about it. */
buyers: number,
/** Of them, those who bought at least one row's goods again. */
again: number,
/** Rows. */
rows: Array<ReboughtRow>,
/** How many rows there would be. */
total: number, };

/** By what goods are put together. */
export type ReboughtBy = "category" | "style" | "size" | "color";

/** Goods put together. */
export type ReboughtRow = {
/** What they have in common. */
key: string,
/** A name of a style, of its latest sale. */
name?: string | null,
/** Customers who bought it in the period. */
buyers: number,
/** Of them, those who bought it on two days of the period or more. */
again: number,
/** Whether `buyers` is enough for a share. */
enough: boolean,
/** Pieces bought less pieces brought back in the period. */
pieces: number,
/** Paid for it less what went back in the period. */
net: Fen, };
