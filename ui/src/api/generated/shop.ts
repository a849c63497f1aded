// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  ClockDoubt,
  Code,
  Fen,
  Language,
  LockState,
  Place,
  Settings,
  Staff,
  StaffId,
  Today,
  Trade,
  Who,
} from '../generated';

/** Makes a copy and proves it. */
export type BackUp = {
/** The folder to put it in. */
folder: string, };

/** A copy that was reopened, checked and counted. */
export type BackedUp = {
/** The copy's file name. */
file_name: string,
/** Its full path. */
path: string,
/** Bytes. */
bytes: number,
/** Archives in it. */
customers: number,
/** Visits in it. */
visits: number,
/** The sum of all live visits in it. */
total: Fen,
/** When; RFC 3339. */
at: string,
/** Whether it lies on another disk than the book. */
off_disk: boolean, };

/** The whole file, looked through. */
export type CheckReport = {
/** Whether nothing was found. */
ok: boolean,
/** What was found. */
findings: Array<Finding>,
/** Archives counted. */
customers: number,
/** Visits counted. */
visits: number,
/** Lines counted. */
lines: number,
/** The sum of all live visits. */
total: Fen,
/** The sum of all live visits of customers, walk-ins left out. */
customer_total: Fen, };

/** One finding of the check. */
export type Finding = {
/**
 * Which check: integrity, foreign_keys, visit_totals, payments, returns, points, stats, search_keys,
 * and of the audit log: audit_chain, audit_operations, audit_rows, audit_start, audit_credentials.
 */
check: string,
/** How many rows are wrong. */
rows: number,
/** The ids of the first few. */
examples: Array<number>, };

/** What a new book starts with. */
export type NewShop = {
/** The shop's name. */
name: string,
/** Its trade, which brings fields, levels and rules. */
trade: Trade,
/** The screen's language, in which the presets are written. */
language: Language,
/** The owner's name at the counter; empty for the language's word for owner. */
owner?: string | null,
/** Whether the invented customers come along. */
demo: boolean, };

/** What the window needs at its start. */
export type ShopInfo = {
/** Settings. */
settings: Settings,
/** Everybody who works here. */
staff: Array<Staff>,
/** Who is at the counter. */
actor?: StaffId | null,
/** Whether nobody is in the archive yet, those cancelled aside. */
is_empty: boolean,
/** Today in the shop's zone. */
today: string,
/** When the last good copy was made; RFC 3339. */
last_backup?: string | null,
/** When the last good copy on another disk was made; RFC 3339. */
last_off_disk?: string | null,
/** Whether it is time again to put a copy on another disk. */
off_disk_due: boolean,
/** What kept the program's own last copy from being made. */
backup_problem?: Code | null,
/** Where the book lies. */
place: Place,
/** The service whose folder it lies in, where that is known. */
place_name?: string | null,
/** Set while it has to be asked whether the computer's clock is right. */
clock?: ClockDoubt | null,
/** The lock at the counter. */
lock?: LockState | null,
/** The end of the audit log's chain, as on the accountant's manifest; empty while locked. */
audit_head?: string | null,
/** The file's name without its folder. */
file_name: string, };

/** How large the book is. Counting a large one takes longer than everything else in [`ShopInfo`]. */
export type ShopSize = {
/** Archives, those cancelled left out. */
customers: number,
/** Visits, those voided included. */
visits: number, };
