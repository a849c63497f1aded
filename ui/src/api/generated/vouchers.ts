// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  BenefitId,
  BenefitState,
  CancelCause,
  CustomerId,
  Fen,
  Person,
  VisitId,
  VoucherId,
  VoucherKind,
  VoucherState,
  Who,
  Whose,
  Why,
  Worth,
} from '../generated';

/** Birthday gifts that are due. */
export type BenefitDueList = {
/** By day, at most 1,000. */
rows: Array<BenefitDueRow>, };

/** A birthday gift that is due. */
export type BenefitDueRow = {
/** Whose birthday. */
customer: Person,
/** Her level. */
level: string,
/** The gift of that level. */
gift: string,
/** Her birthday, in the solar calendar. */
day: string,
/** Whether it is in the register for this birthday already. */
granted: boolean, };

/** Which benefits to list. */
export type BenefitFilter = "granted" | "given" | "expired" | "all";

/** A page of the register. */
export type BenefitList = {
/** Rows. */
rows: Array<BenefitRow>,
/** Hand it back for the next page. */
cursor?: string | null,
/** Of the shop, or of the customer asked for; only on the first page. */
totals?: BenefitTotals | null, };

/** One benefit. */
export type BenefitRow = {
/** Id. */
id: BenefitId,
/** Whose. */
customer: Person,
/** What. */
name: string,
/** When it was promised. */
granted_on: string,
/** Its last day. */
valid_to?: string | null,
/** When it was given. */
given_on?: string | null,
/** What became of it by today. */
state: BenefitState,
/** A word on it. */
note?: string | null,
/** Who promised it. */
by?: string | null, };

/** The register in four numbers: granted = given + open + expired. */
export type BenefitTotals = {
/** Ever promised. */
granted: number,
/** Given. */
given: number,
/** Promised and still to be given. */
open: number,
/** Over unused. */
expired: number, };

/** Asks whose birthday is near and whose level promises a gift for it. */
export type BenefitsDue = {
/** Within how many days, today included; 0 to 62. */
days: number, };

/** How many were promised. */
export type BenefitsGranted = {
/** Each customer counted once. */
granted: number, };

/** Calls a voucher back. */
export type CancelVoucher = {
/** Which. */
voucher: VoucherId,
/** Why. */
reason: string, };

/** Writes down that a benefit was given today. One that was promised and is over may still be given. */
export type GiveBenefit = {
/** Which. */
benefit: BenefitId,
/** A word on it; empty keeps the one that is there. */
note?: string | null, };

/** Promises a gift or a service to one or many customers. */
export type GrantBenefit = {
/** Whom, 1 to 1,000. */
customers: Array<CustomerId>,
/** What. */
name: string,
/** The last day on which she can have it; empty if it does not end. */
valid_to?: string | null,
/** A word on it. */
note?: string | null, };

/** Gives the same voucher to one or many customers. */
export type IssueVoucher = {
/** Whom, 1 to 1,000. */
customers: Array<CustomerId>,
/** Why it is given. */
kind: VoucherKind,
/** What it takes off. */
worth: Worth,
/** The smallest bill it can be used on. */
min_spend: Fen,
/** First good day. */
valid_from: string,
/** Last good day; not over yet. */
valid_to: string,
/** A word on it. */
reason?: string | null, };

/** Asks for the register of benefits, the latest promised first. */
export type ListBenefits = {
/** Which. */
state: BenefitFilter,
/** Of this customer. */
customer?: CustomerId | null,
/** Where the page before ended, as it said. */
cursor?: string | null,
/** How many, 1 to 500. */
limit: number, };

/** Asks for vouchers: the usable ones with the nearest end first, all others with the latest given first. */
export type ListVouchers = {
/** Of this customer. */
customer?: CustomerId | null,
/** Which. */
state: VoucherFilter,
/** Where the page before ended, as it said. */
cursor?: string | null,
/** How many, 1 to 500. */
limit: number, };

/** Which vouchers to list. */
export type VoucherFilter = "usable" | "used" | "expired" | "cancelled" | "all";

/** A page of vouchers. */
export type VoucherList = {
/** Rows. */
rows: Array<VoucherRow>,
/** Hand it back for the next page. */
cursor?: string | null,
/** Of the shop, or of the customer asked for; only on the first page. */
totals?: VoucherTotals | null, };

/** One voucher. */
export type VoucherRow = {
/** Id. */
id: VoucherId,
/** Whose. */
customer: Person,
/** Why it was given. */
kind: VoucherKind,
/** What it takes off. */
worth: Worth,
/** The smallest bill it can be used on. */
min_spend: Fen,
/** First good day. */
valid_from: string,
/** Last good day. */
valid_to: string,
/** What became of it by today. */
state: VoucherState,
/** When it was given. */
issued_on: string,
/** The visit that gave it by itself. */
issued_visit?: VisitId | null,
/** The visit it was used on. */
used_visit?: VisitId | null,
/** The day of that visit. */
used_on?: string | null,
/** What it really took off there. */
used_off?: Fen | null,
/** A word on why it was given. */
reason?: string | null,
/** Why it was called back by hand. */
cancel_reason?: string | null,
/** What it went with, when it was not called back by hand. */
cancel_cause?: CancelCause | null,
/** Who gave it. */
by?: string | null, };

/** What is still out. */
export type VoucherTotals = {
/** Vouchers that can be used. */
outstanding: number,
/** The sum of those over an amount. */
face_value: Fen,
/** How many of them take a percentage off and have no face value. */
percent: number, };

/** How many were given. */
export type VouchersIssued = {
/** Each customer counted once. */
issued: number, };
