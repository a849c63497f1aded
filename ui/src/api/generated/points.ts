// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  BirthdayRule,
  CustomerId,
  Fen,
  LineKind,
  Person,
  PointsId,
  PointsKind,
  PointsRule,
  VisitId,
  VoucherDefault,
  Who,
  Whose,
  Why,
} from '../generated';

/** Puts a balance right by hand. */
export type AdjustPoints = {
/** Whose. */
customer: CustomerId,
/** Positive gives, negative takes, also below zero; at most a million either way, and not 0. */
points: number,
/** Why. */
reason: string,
/** Whether given points run out like earned ones. */
expires: boolean, };

/** Asks for the register of all entries, latest first. */
export type ListPoints = {
/** Only what no visit made: gifts, adjustments, opening balances. */
by_hand: boolean,
/** Where the page before ended, as it said. */
cursor?: string | null,
/** How many, 1 to 500. */
limit: number, };

/** Points that run out together. */
export type PointsExpiry = {
/** The last day on which they are good. */
day: string,
/** How many. */
points: number, };

/** One line of a customer's ledger: an entry, or a derived expiry. */
export type PointsLine = {
/** The entry; for an expiry the one that gave the points. */
entry: PointsId,
/** Its day. */
day: string,
/** What it is. */
kind: LineKind,
/** Positive gives, negative takes. */
points: number,
/** The balance after it. */
balance: number,
/** The visit it belongs to. */
visit?: VisitId | null,
/** Why, or which gift. */
reason?: string | null,
/** Who entered it. */
by?: string | null, };

/** Her points after that. */
export type PointsMoved = {
/** The new entry. */
entry: PointsId,
/** The balance. */
balance: number,
/** What can be spent. */
spendable: number, };

/** A customer's points on this day. */
export type PointsPage = {
/** The sum of all lines; below zero is owed. */
balance: number,
/** What can be spent: the balance, or nothing while points are owed. */
spendable: number,
/** What the spendable points take off a bill; nothing if points buy gifts only. */
worth: Fen,
/** When points run out if none are spent, soonest first. */
expiries: Array<PointsExpiry>,
/** The lines, latest first, at most 1,000. */
lines: Array<PointsLine>, };

/** A page of the register. */
export type PointsRegister = {
/** Entries. */
rows: Array<PointsRow>,
/** Hand it back for the next page. */
cursor?: string | null,
/** Only on the first page. */
totals?: PointsTotals | null, };

/** One entry of the register. */
export type PointsRow = {
/** The entry. */
entry: PointsId,
/** Whose. */
customer: Person,
/** Its day. */
day: string,
/** What it is. */
kind: PointsKind,
/** Positive gives, negative takes. */
points: number,
/** The visit it belongs to. */
visit?: VisitId | null,
/** Why, or which gift. */
reason?: string | null,
/** Who entered it. */
by?: string | null, };

/** The rules of points, of the birthday privilege and of vouchers. Changed ones hold for what comes; the past keeps what it was given. */
export type PointsSettings = {
/** Earning, expiry, spending. */
points: PointsRule,
/** The birthday privilege. */
birthday: BirthdayRule,
/** How vouchers are made, at most one a kind; a second-visit voucher is given by itself only if it is in here. */
vouchers: Array<VoucherDefault>, };

/** What the shop owes its customers in points. */
export type PointsTotals = {
/** Customers with points to spend. */
holders: number,
/** The sum of their balances. */
outstanding: number,
/** What those take off bills at today's rule; nothing if points buy gifts only. */
worth: Fen,
/** Customers below zero. */
owing: number,
/** The sum they are below zero, as a positive number. */
owed: number, };

/** Spends points on a gift. */
export type RedeemPoints = {
/** Whose. */
customer: CustomerId,
/** How many, 1 to a million. */
points: number,
/** What she gets for them. */
gift: string, };
