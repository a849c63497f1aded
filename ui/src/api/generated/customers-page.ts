// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  BenefitId,
  Benefits,
  ComplaintRow,
  Completeness,
  ContactCard,
  Customer,
  DateView,
  Fen,
  ImportantDate,
  Kind,
  LevelId,
  Metric,
  NextQuestion,
  Person,
  PopupNote,
  ProfileEntry,
  ReferralSums,
  Relation,
  Tag,
  Tags,
  VisitId,
  VisitRow,
  VoucherId,
  Who,
  Wish,
} from '../generated';

/** A benefit granted and not yet given. */
export type BenefitCard = {
/** Id. */
id: BenefitId,
/** Name. */
name: string,
/** Last day. */
valid_to?: string | null, };

/** The birthday privilege, when it is the time. */
export type BirthdayPrivilege = {
/** First day. */
from: string,
/** Last day. */
to: string,
/** Percent of the list price paid: 70 is 7折. */
pay_percent: number,
/** Whether it was used this year already. */
used: boolean, };

/** Everything about a customer in one look. */
export type CustomerPage = {
/** The archive. */
customer: Customer,
/** Who looks after her. */
staff_name?: string | null,
/** Who brought her. */
referrer?: Person | null,
/** What came of those whom she brought. */
referrals: ReferralSums,
/** Birthday. */
birthday?: DateView | null,
/** Figures. */
figures: Figures,
/** Level. */
level: LevelCard,
/** Points. */
points: PointsCard,
/** Completeness. */
completeness: Completeness,
/** One or two next best questions. */
questions: Array<NextQuestion>,
/** The catalogue's fields with what holds today; those switched off only where filled. */
profile: Array<ProfileEntry>,
/** Other important dates. */
dates: Array<ImportantDate>,
/** Relations, both ways. */
relations: Array<Relation>,
/** Tags. */
tags: Array<Tag>,
/** Notes that pop up today. */
notes: Array<PopupNote>,
/** Open wishes. */
wishes: Array<Wish>,
/** Vouchers valid today. */
vouchers: Array<VoucherCard>,
/** Benefits to give. */
benefits: Array<BenefitCard>,
/** The birthday privilege. */
birthday_privilege?: BirthdayPrivilege | null,
/** Contact: how long ago, and what may be said now. */
contact: ContactCard,
/** Complaints that are not solved, the nearest deadline first. */
complaints_open: Array<ComplaintRow>,
/** How many of hers were solved. */
complaints_solved: number,
/** The last 20 visits. */
visits: Array<VisitRow>,
/** Whether there are more. */
more_visits: boolean, };

/** Figures about one customer, all from live visits. */
export type Figures = {
/** Visits of any kind. */
visits: number,
/** Visits in the last 12 months. */
visits_12_months: number,
/** Purchases. */
purchases: number,
/** Net spend ever, returns on their own day. */
net_spend: Fen,
/** Net spend in the last 12 months. */
spend_12_months: Fen,
/** Net spend a purchase; empty without one. */
average_ticket?: Fen | null,
/** Net pieces a purchase, in hundredths: 240 is 2.4. */
pieces_per_purchase?: number | null,
/** First purchase. */
first_purchase?: string | null,
/** Last purchase. */
last_purchase?: string | null,
/** Last visit. */
last_visit?: string | null,
/** Days since the last visit. */
days_since_visit?: number | null,
/** Her usual days between purchases, the median; empty under three purchase days. */
usual_interval?: number | null, };

/** Her level, and what it says for the coming time. */
export type LevelCard = {
/** Level. */
level: LevelId,
/** Name. */
name: string,
/** Rank. */
rank: number,
/** Since when. */
since?: string | null,
/** The review on which she would go down without another purchase. */
keeps_until?: string | null,
/** What is missing to keep it then, as a metric and an amount (fen or count) each. */
keep: Array<Missing>,
/** Whether any one of `keep` is enough, or all are needed. */
keep_any: boolean,
/** The next level's name. */
next?: string | null,
/** What is missing to reach it. */
reach: Array<Missing>,
/** Whether any one of `reach` is enough, or all are needed. */
reach_any: boolean,
/** How far towards the next level, 0 to 100. */
progress: number,
/** Percent of the list price she pays for full-price goods. */
pay_percent: number, };

/** Something missing to a threshold. */
export type Missing = {
/** What is counted. */
metric: Metric,
/** Fen or count missing. */
missing: number, };

/** Her points. */
export type PointsCard = {
/** Balance today; may be below zero after a return. */
balance: number,
/** Points that run out next. */
expiring?: number | null,
/** Last day they are valid. */
expires_on?: string | null, };

/** A voucher she can use or could. */
export type VoucherCard = {
/** Id. */
id: VoucherId,
/** Kind: second_visit, birthday, apology, recall, gift. */
kind: string,
/** The visit that gave it; that visit itself cannot be paid with it. */
visit?: VisitId | null,
/** Amount off. */
amount_off?: Fen | null,
/** Percent off: 30 is 7折. */
percent_off?: number | null,
/** From which total. */
min_spend: Fen,
/** First day. */
valid_from: string,
/** Last day. */
valid_to: string, };
