// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  CustomerId,
  Fen,
  Person,
  ThanksId,
  VisitId,
  VoucherState,
  Who,
  Whose,
  Worth,
} from '../generated';

/** The first purchase of which something was kept. */
export type FirstPurchase = {
/** The visit. */
visit: VisitId,
/** Its day. */
day: string,
/** Paid. */
total: Fen,
/** Paid, less what came back of it. */
kept: Fen, };

/** Thanks whoever brought a customer, once a customer. */
export type GiveThanks = {
/** Who was brought. */
referred: CustomerId,
/** In words, at most 80 characters; empty to say the reward. */
what?: string | null,
/** Voucher or points given with it. */
reward?: Reward | null, };

/** Asks who brought the most. */
export type ListReferrers = {
/** Ranked by. */
sort: ReferrerSort,
/** Only those who brought somebody on or after this day; their sums are whole. */
since?: string | null,
/** How many, 1 to 500. */
limit: number, };

/** Asks for thanks that were given, the latest first. */
export type ListThanks = {
/** To this customer. */
customer?: CustomerId | null,
/** Where the page before ended, as it said. */
cursor?: string | null,
/** How many, 1 to 500. */
limit: number, };

/** When a referrer is rewarded, and with what. */
export type ReferralRule = {
/** With what; empty for thanks in words only. */
reward?: Reward | null,
/** The new one's first purchase has to be of at least so much, and so much of it has to be kept. */
min_purchase: Fen,
/** Within so many days of her joining, 0 to 3,650; empty for whenever. */
within_days?: number | null, };

/** Sums of those whom somebody brought. */
export type ReferralSums = {
/** How many she brought herself. */
brought: number,
/** Their net spend ever. */
spend: Fen,
/** Their net spend since they joined. */
since: Fen,
/** How many are in the whole chain: those she brought, those whom they brought, and so on. */
chain: number,
/** Net spend ever of the whole chain. */
chain_spend: Fen,
/** Net spend of the whole chain since each of them joined. */
chain_since: Fen, };

/** Who brought whom, around one customer. */
export type ReferralTree = {
/** Whose tree. */
customer: Person,
/** Who brought her, who brought that one, and so on. */
above: Array<Person>,
/** What came of it. */
sums: ReferralSums,
/** Everybody below her, each after the one who brought her; at most 500. */
below: Array<TreeNode>,
/** Whether there are more. */
more: boolean, };

/** The ranking. */
export type ReferrerList = {
/** Best first. */
rows: Array<ReferrerRow>,
/** How many brought somebody. */
referrers: number,
/** How many were brought in all. */
brought: number,
/** Their net spend ever. */
spend: Fen,
/** Of all customers in use, how many there are. */
customers: number, };

/** Somebody who brought somebody. */
export type ReferrerRow = {
/** Who. */
customer: Person,
/** Her level. */
level: string,
/** Its rank. */
level_rank: number,
/** What came of it. */
sums: ReferralSums,
/** When she last brought somebody. */
last: string,
/** How often she was thanked. */
thanks: number, };

/** What referrers are ranked by. */
export type ReferrerSort = "spend" | "chain" | "people";

/** What a referrer is given. */
export type Reward = { "kind": "voucher",
/** What it takes off. */
worth: Worth,
/** The smallest bill it can be used on. */
min_spend: Fen,
/** Good for so many days more, 1 to 3,650. */
days: number, } | { "kind": "points",
/** 1 to 1,000,000. */
points: number, };

/** Thanks that were given. */
export type Thanks = {
/** Id. */
id: ThanksId,
/** Who was thanked. */
referrer: Person,
/** Whom she had brought. */
referred: Person,
/** When. */
day: string,
/** What, in words. */
what: string,
/** What became of the voucher, if it was one. */
voucher?: VoucherState | null,
/** The points, if it was points. */
points?: number | null,
/** Whether voucher or points went because the purchase went. */
taken_back: boolean,
/** The purchase they rest on. */
visit?: VisitId | null, };

/** Somebody who was brought and for whom nobody was thanked. */
export type ThanksDue = {
/** Who brought her. */
referrer: Person,
/** Who was brought. */
referred: Person,
/** When she joined. */
joined_on: string,
/** Her first purchase. */
first?: FirstPurchase | null,
/** Whether the reward is earned. */
state: ThanksState, };

/** Thanks that are due: of those who joined or first bought in the last 90 days. */
export type ThanksDueList = {
/** Earned ones first, then the latest; at most 500. */
rows: Array<ThanksDue>,
/** The rule. */
rule: ReferralRule, };

/** A page of thanks. */
export type ThanksList = {
/** Rows. */
rows: Array<Thanks>,
/** Hand it back for the next page. */
cursor?: string | null, };

/** What a visit does to a referrer's reward. */
export type ThanksMoved = {
/** Whose reward. */
referrer: Person,
/** -1 when her voucher goes, 1 when it stands again. */
vouchers: number,
/** Whether the voucher was used already and therefore stays. */
used: boolean,
/** Points that go (below zero) or come back. */
points: number,
/** Her points after it; below zero is owed. */
points_after: number, };

/** Whether a reward is earned. */
export type ThanksState = "earned" | "no_purchase" | "too_small" | "too_late";

/** Somebody in the tree below a customer. */
export type TreeNode = {
/** Who. */
customer: Person,
/** Who brought her. */
parent: CustomerId,
/** 1 for those whom the customer brought herself. */
depth: number,
/** Her level. */
level: string,
/** Its rank. */
level_rank: number,
/** When she joined. */
joined_on: string,
/** Net spend ever. */
net_spend: Fen,
/** Net spend since she joined. */
since: Fen,
/** Her last visit. */
last_visit?: string | null,
/** How many she brought. */
brought: number,
/** When her referrer was thanked for her. */
thanked_on?: string | null, };
