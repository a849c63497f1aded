// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  Answer,
  CustomerId,
  Fen,
  FieldId,
  HistoryEntry,
  Kind,
  LevelId,
  LineId,
  OperationId,
  Person,
  StaffId,
  ThanksMoved,
  Today,
  VisitId,
  VoucherId,
  Who,
  Why,
} from '../generated';

/** Corrects a saved visit; old and new are kept in the history. */
export type CorrectVisit = {
/** Which. */
visit: VisitId,
/** How it really was. */
corrected: NewVisit,
/** Why. */
reason: string, };

/** Today and this week at the counter. */
export type DaySummary = {
/** The day. */
day: string,
/** Live visits. */
visits: number,
/** Sales less returns. */
total: Fen,
/** Of that, with customers. */
customer_total: Fen,
/** New archives. */
new_customers: number,
/** The visits, latest first, at most 50. */
rows: Array<VisitRow>, };

/** A day's walk-in sales in one row. */
export type DayTotal = {
/** Sales rung up. */
pieces: number,
/** Their sum. */
total: Fen, };

/** Asks for a day. */
export type GetDay = {
/** Which; empty for today. */
day?: string | null, };

/** A level by id, name and rank. */
export type LevelChange = {
/** Id. */
id: LevelId,
/** Name. */
name: string,
/** Rank. */
rank: number, };

/** Asks for visits, latest first. */
export type ListVisits = {
/** Of this customer. */
customer?: CustomerId | null,
/** Only walk-ins. */
walk_ins: boolean,
/** From this day. */
from?: string | null,
/** To this day. */
to?: string | null,
/** Of this kind. */
kind?: VisitKind | null,
/** Where the page before ended, as it said. */
cursor?: string | null,
/** How many, 1 to 500. */
limit: number, };

/** How it was paid. */
export type Method = "cash" | "wechat" | "alipay" | "card" | "stored" | "other";

/** A piece sold. */
export type NewLine = {
/** Style number (款号). */
style_no?: string | null,
/** Name; style number or name is needed. */
name?: string | null,
/** Category. */
category?: string | null,
/** Colour. */
color?: string | null,
/** Size. */
size?: string | null,
/** Pieces, 1 to 9999. */
qty: number,
/** List price a piece; empty for the paid price. */
list_price?: Fen | null,
/** Paid price a piece, before a voucher or points. */
price: Fen,
/** Why it is below the list price; needed then. */
reason?: PriceReason | null,
/** In words; needed for manual. */
reason_note?: string | null, };

/** A piece brought back. */
export type NewReturn = {
/** The line it was bought on. */
line: LineId,
/** Pieces, never more than are still with her. */
qty: number, };

/** A visit as the clerk enters it. */
export type NewVisit = {
/** Who; empty for a walk-in (散客). */
customer?: CustomerId | null,
/** Kind. */
kind: VisitKind,
/** Day; empty for today. Never in the future. */
day?: string | null,
/** Time `HH:MM`; empty for now, or noon on another day. */
time?: string | null,
/** Who served; empty for who is at the counter. */
staff?: StaffId | null,
/** Sold. */
lines: Array<NewLine>,
/** Brought back. */
returns: Array<NewReturn>,
/** Paid; empty means all in one by the last way she paid, or cash. Otherwise the sum must be the total. */
payments: Array<Payment>,
/** Instead of lines: a day's walk-ins. */
day_total?: DayTotal | null,
/** A voucher to use. */
voucher?: VoucherId | null,
/** Points to redeem against the total. */
points_used: number,
/** Number on the paper receipt. */
ticket_no?: string | null,
/** Who came along. */
companions?: string | null,
/** 1 to 5. */
satisfaction?: number | null,
/** Why she bought. */
motive?: string | null,
/** What she said about what she tried. */
feedback?: string | null,
/** Note. */
note?: string | null,
/** What was learned about her. */
answers: Array<Answer>,
/** Sensitive fields among them she agreed to just now. */
agreed?: Array<FieldId> | null,
/** Tried but not bought. */
wishes: Array<NewWish>, };

/** A piece tried but not bought, or asked for. */
export type NewWish = {
/** Style number. */
style_no?: string | null,
/** Name. */
name?: string | null,
/** Colour. */
color?: string | null,
/** Size. */
size?: string | null,
/** Why not. */
reason?: string | null, };

/** A part of the payment; below zero is money given back. */
export type Payment = {
/** How. */
method: Method,
/** How much. */
amount: Fen, };

/** Shows what saving would do, and does nothing. */
export type PreviewVisit = {
/** The visit. */
visit: NewVisit,
/** The visit it would replace, when correcting. */
replaces?: VisitId | null, };

/** Why a price is below the list price. */
export type PriceReason = "level" | "birthday" | "voucher" | "points" | "promotion" | "manual";

/** Saves a visit, once: the same receipt again answers with the visit saved the first time. */
export type RecordVisit = {
/** Made by the client before the first try, 8 to 64 letters, digits or dashes. */
receipt: string,
/** The visit. */
visit: NewVisit, };

/** A saved visit. */
export type RecordedVisit = {
/** Id. */
visit: VisitId,
/** Its number. */
visit_no: string,
/** For undo. */
operation?: OperationId | null,
/** What it did. */
effects: VisitEffects, };

/** What a visit does, saved or previewed. The same code computes both. */
export type VisitEffects = {
/** Paid. */
total: Fen,
/** At list prices. */
list_total: Fen,
/** Pieces. */
pieces: number,
/** Taken off by a voucher. */
voucher_off: Fen,
/** Taken off by points. */
points_off: Fen,
/** Points before. */
points_before: number,
/** Points earned by this visit. */
points_earned: number,
/** Points taken back with what was returned. */
points_reversed: number,
/** Points given back that had been redeemed. */
points_restored: number,
/** Points after. */
points_after: number,
/** Level before. */
level_before?: LevelChange | null,
/** Level after. */
level_after?: LevelChange | null,
/** Net spend ever after it. */
net_spend_after: Fen,
/** Vouchers issued by this visit. */
vouchers_issued: number,
/** Vouchers usable again. */
vouchers_restored: number,
/** Vouchers that go with what caused them. */
vouchers_cancelled: number,
/** Rewards of whoever brought the customer that go with her purchase, or come back with it. */
thanks: Array<ThanksMoved>, };

/** What kind of visit. */
export type VisitKind = "purchase" | "browse" | "return" | "exchange" | "service";

/** A saved line. */
export type VisitLine = {
/** Id. */
id: LineId,
/** Number in the visit, from 1. */
line_no: number,
/** Style number. */
style_no?: string | null,
/** Name. */
name?: string | null,
/** Category. */
category?: string | null,
/** Colour. */
color?: string | null,
/** Size. */
size?: string | null,
/** Pieces, negative when brought back. */
qty: number,
/** List price a piece. */
list_price?: Fen | null,
/** Paid price a piece. */
price: Fen,
/** Really paid for the line, vouchers and points taken off. */
amount: Fen,
/** Why below the list price. */
reason?: PriceReason | null,
/** In words. */
reason_note?: string | null,
/** The line it brings back. */
reverses?: LineId | null,
/** Pieces still with her: bought less brought back. */
returnable: number, };

/** A page of visits. */
export type VisitList = {
/** Rows. */
rows: Array<VisitRow>,
/** Hand it back for the next page. */
cursor?: string | null,
/**
 * The sum over all live visits asked for, not only this page; only on the first page, and only of a customer,
 * the walk-ins, or from a day on.
 */
total?: Fen | null,
/** Their number. */
count?: number | null, };

/** A visit with everything. */
export type VisitPage = {
/** The row. */
row: VisitRow,
/** Lines. */
lines: Array<VisitLine>,
/** Payments. */
payments: Array<Payment>,
/** Number on the paper receipt. */
ticket_no?: string | null,
/** Who came along. */
companions?: string | null,
/** 1 to 5. */
satisfaction?: number | null,
/** Why she bought. */
motive?: string | null,
/** What she said. */
feedback?: string | null,
/** Note. */
note?: string | null,
/** Who served. */
staff?: StaffId | null,
/** At list prices. */
list_total: Fen,
/** Why it was voided. */
void_reason?: string | null,
/** Points redeemed on it. */
points_used: number,
/** Voucher used on it. */
voucher?: VoucherId | null,
/** The sale it brings back from. */
ref_visit?: VisitRow | null,
/** Visits that brought something of it back. */
returned_by: Array<VisitRow>,
/** The history of this visit: recorded, corrected, voided. */
history: Array<HistoryEntry>, };

/** Names a visit. */
export type VisitRef = {
/** Which. */
visit: VisitId, };

/** A visit in one row. */
export type VisitRow = {
/** Id. */
id: VisitId,
/** Number. */
visit_no: string,
/** When; RFC 3339. */
at: string,
/** Day. */
day: string,
/** Kind. */
kind: VisitKind,
/** Who; empty for a walk-in. */
customer?: Person | null,
/** Who served. */
staff?: string | null,
/** Pieces. */
pieces: number,
/** Paid. */
total: Fen,
/** A day's walk-ins in one. */
is_day_total: boolean,
/** What, in a line: the first few pieces. */
summary: string,
/** What she said, or the note. */
remark?: string | null,
/** Points this visit moved. */
points: number,
/** Voided. */
voided: boolean, };

/** Voids a saved visit. */
export type VoidVisit = {
/** Which. */
visit: VisitId,
/** Why. */
reason: string, };
