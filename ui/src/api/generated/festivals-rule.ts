// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  FestivalId,
  Gender,
  SolarTerm,
} from '../generated';

/** A festival of the shop's calendar. */
export type Festival = {
/** Its id. */
id: FestivalId,
/** The stable name of one that ships with the program; empty for one of the shop's own. */
key?: string | null,
/** As shown and as written in texts. */
name: string,
/** Its day. */
rule: FestivalRule,
/** Whether the shop keeps it. */
is_on: boolean, };

/** The rule of a festival's day. */
export type FestivalDay = { "kind": "solar",
/** 1 to 12. */
month: number,
/** 1 to 31. */
day: number, } | { "kind": "lunar",
/** 1 to 12. */
month: number,
/** 1 to 30. */
day: number, } | { "kind": "weekday",
/** 1 to 12. */
month: number,
/** 1 for Monday to 7 for Sunday. */
weekday: number,
/** 1 to 4, or -1 for the last of the month. */
nth: number, } | { "kind": "term",
/** Which. */
term: SolarTerm, };

/** A festival's day and how the shop keeps it. */
export type FestivalRule = {
/** When. */
day: FestivalDay,
/** A day of remembrance, such as 清明: a word of care, never a cheerful greeting and never an offer. */
quiet: boolean,
/** Only customers of this gender are greeted; those whose gender is not known are left out. Empty for everybody. */
only?: Gender | null, };
