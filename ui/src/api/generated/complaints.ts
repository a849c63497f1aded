// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  CompensationId,
  ComplaintId,
  CustomerId,
  Fen,
  LineId,
  Person,
  PointsId,
  StaffId,
  VisitId,
  VoucherId,
  VoucherState,
  Who,
  Whose,
  Why,
  Worth,
} from '../generated';

/** Says that she was answered: the first clock stops. */
export type AnswerComplaint = {
/** Which. */
complaint: ComplaintId,
/** The day; empty for today. */
day?: string | null,
/** The time of day as `HH:MM`; empty for now. */
time?: string | null, };

/** Calls back what was given. */
export type CancelCompensation = {
/** Which. */
compensation: CompensationId,
/** Why. */
reason: string, };

/** How a clock stands. */
export type ClockState = "running" | "waiting" | "overdue" | "in_time" | "late";

/** Gives something to make up for it. */
export type Compensate = {
/** For which complaint. */
complaint: ComplaintId,
/** What. */
give: Give,
/** A word on it; a gift needs one, since it says what it is. */
note?: string | null, };

/** What was given. */
export type Compensated = {
/** Id. */
compensation: CompensationId, };

/** What was given to make up. */
export type CompensationKind = "voucher" | "points" | "money" | "gift";

/** What was given in all. */
export type CompensationTotals = {
/** Money. */
money: Fen,
/** What gifts cost. */
gifts: Fen,
/** Vouchers over an amount, at face value. */
vouchers: Fen,
/** Vouchers over a percentage, which have no face value. */
percent_vouchers: number,
/** Points. */
points: number, };

/** Something that was given. */
export type CompensationView = {
/** Id. */
id: CompensationId,
/** What kind. */
kind: CompensationKind,
/** Money, or what a gift cost; the face value of a voucher over an amount. */
amount: Fen,
/** How many points. */
points?: number | null,
/** Their entry in the ledger. */
entry?: PointsId | null,
/** The voucher. */
voucher?: VoucherId | null,
/** What it takes off. */
worth?: Worth | null,
/** The smallest bill it can be used on. */
min_spend?: Fen | null,
/** Its last good day. */
valid_to?: string | null,
/** What became of it. */
voucher_state?: VoucherState | null,
/** When it was given. */
day: string,
/** A word on it. */
note?: string | null, };

/** A clock of a complaint. */
export type ComplaintClock = {
/** How it stands. */
state: ClockState,
/** Until when; empty while it waits for her. */
due?: string | null,
/** Minutes that count until then; below zero how many it is or was late. Days on which the shop is closed do not count. */
left_minutes: number,
/** When it was done. */
done_at?: string | null, };

/** What wants doing now. */
export type ComplaintCounts = {
/** Not solved. */
open: number,
/** Of those, with a clock that has run out. */
overdue: number, };

/** Which complaints to list. */
export type ComplaintFilter = "open" | "overdue" | "waiting" | "solved" | "all";

/** A stretch of waiting for her. */
export type ComplaintHold = {
/** From when. */
from: string,
/** Until when; empty while it lasts. */
to?: string | null,
/** What for. */
reason: string, };

/** What a complaint is about. */
export type ComplaintKind = "goods" | "service" | "price" | "other";

/** A page of complaints. */
export type ComplaintList = {
/** Rows. */
rows: Array<ComplaintRow>,
/** Hand it back for the next page. */
cursor?: string | null,
/** Only on the first page. */
totals?: ComplaintTotals | null, };

/** The new complaint. */
export type ComplaintOpened = {
/** Id. */
complaint: ComplaintId, };

/** A complaint with everything. */
export type ComplaintPage = {
/** The row. */
row: ComplaintRow,
/** The visit. */
visit?: ComplaintVisit | null,
/** The line. */
line?: LineId | null,
/** How it was solved; kept when it is opened again. */
solution?: string | null,
/** All nine steps in their order. */
steps: Array<ComplaintStepView>,
/** Stretches of waiting, the latest first. */
holds: Array<ComplaintHold>,
/** What was given. */
compensations: Array<CompensationView>,
/** What was given in all. */
given: CompensationTotals, };

/** Names a complaint. */
export type ComplaintRef = {
/** Which. */
complaint: ComplaintId, };

/** One complaint in a row. */
export type ComplaintRow = {
/** Id. */
id: ComplaintId,
/** Whose. */
customer: Person,
/** About what. */
kind: ComplaintKind,
/** What she said. */
what: string,
/** The piece or the visit it is about, in a few words. */
about?: string | null,
/** When. */
opened_at: string,
/** The day. */
opened_on: string,
/** Who answers for it. */
staff?: StaffId | null,
/** Her or his name. */
staff_name?: string | null,
/** 24 hours to answer. */
answer: ComplaintClock,
/** 7 days to solve. */
solve: ComplaintClock,
/** What the shop waits for, while it does. */
waiting_for?: string | null,
/** Whether it is solved. */
solved: boolean,
/** Whether she was satisfied; empty until she was asked. */
satisfied?: boolean | null,
/** The day somebody asked again after it was solved. */
followed_up_on?: string | null,
/** How many of the nine steps are done or skipped. */
steps: number, };

/** The nine steps, in the order in which they are best taken. */
export type ComplaintStep = "listen" | "talk" | "apologise" | "analyse" | "explain" | "handle" | "compensate" | "ask_result" | "feed_back";

/** One of the nine steps. */
export type ComplaintStepView = {
/** Which. */
step: ComplaintStep,
/** What became of it. */
state: StepState,
/** When. */
at?: string | null,
/** Who. */
by?: string | null,
/** A word on it. */
note?: string | null, };

/** How complaints stand, of the shop or of the customer or clerk asked for. */
export type ComplaintTotals = {
/** Not solved. */
open: number,
/** Of those, with a clock that has run out. */
overdue: number,
/** Of those, waiting for her. */
waiting: number,
/** Opened within the last 365 days, today included: how many. */
year: number,
/** Of the year's, answered. */
answered: number,
/** Of the answered, in time. */
answered_in_time: number,
/** Of the year's, solved. */
solved: number,
/** Of the solved, in time. */
solved_in_time: number,
/** Of the year's, asked whether it is well. */
asked: number,
/** Of the asked, satisfied. */
satisfied: number, };

/** The visit a complaint is about. */
export type ComplaintVisit = {
/** Id. */
id: VisitId,
/** Number. */
visit_no: string,
/** Day. */
day: string,
/** What was bought. */
summary: string,
/** What was paid. */
total: Fen,
/** Whether it was voided since. */
voided: boolean, };

/** Puts right what was written down when it was opened. All fields are given. */
export type CorrectComplaint = {
/** Which. */
complaint: ComplaintId,
/** About which visit of hers. */
visit?: VisitId | null,
/** About which line. */
line?: LineId | null,
/** About what. */
kind: ComplaintKind,
/** What she said. */
what: string,
/** Who answers for it. */
staff?: StaffId | null, };

/** What is given to make up for it. */
export type Give = { "kind": "voucher",
/** What it takes off. */
worth: Worth,
/** The smallest bill it can be used on. */
min_spend: Fen,
/** Last good day. */
valid_to: string, } | { "kind": "points",
/** How many, above 0. */
points: number, } | { "kind": "money",
/** Above 0. */
amount: Fen, } | { "kind": "gift",
/** What it cost the shop; 0 if nobody knows. */
cost: Fen, };

/** Says that the shop waits for her: both clocks stand still. */
export type HoldComplaint = {
/** Which. */
complaint: ComplaintId,
/** What for. */
reason: string, };

/**
 * Asks for complaints: the open ones first, the nearest deadline in front and those that wait for her last; then the solved
 * ones, the latest solved in front.
 */
export type ListComplaints = {
/** Which. */
state: ComplaintFilter,
/** About what. */
kind?: ComplaintKind | null,
/** Of this customer. */
customer?: CustomerId | null,
/** For which this clerk answers. */
staff?: StaffId | null,
/** Where the page before ended, as it said. */
cursor?: string | null,
/** How many, 1 to 500. */
limit: number, };

/** Opens a complaint. */
export type OpenComplaint = {
/** Whose. */
customer: CustomerId,
/** About which visit of hers. */
visit?: VisitId | null,
/** About which line; its visit is then known. */
line?: LineId | null,
/** About what. */
kind: ComplaintKind,
/** What she said, at most 2,000 characters. */
what: string,
/** Who answers for it. */
staff?: StaffId | null,
/** The day she complained; empty for today. */
day?: string | null,
/** The time of day as `HH:MM`; empty for now, or noon of an earlier day. */
time?: string | null, };

/** Says what she answered when she was asked whether it is well now. */
export type SetComplaintResult = {
/** Which. */
complaint: ComplaintId,
/** Satisfied or not. */
satisfied: boolean, };

/** Says what became of a step. */
export type SetStep = {
/** Of which complaint. */
complaint: ComplaintId,
/** Which step. */
step: ComplaintStep,
/** What became of it. */
state: StepState,
/** A word on it; a skipped step needs one. */
note?: string | null, };

/** Says that it is solved: both clocks stop. */
export type SolveComplaint = {
/** Which. */
complaint: ComplaintId,
/** How, at most 2,000 characters. */
solution: string, };

/** What became of a step. */
export type StepState = "open" | "done" | "skipped";
