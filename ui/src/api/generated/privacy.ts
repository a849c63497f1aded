// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  CustomerId,
  Fen,
  FieldId,
  Person,
  Who,
  Whose,
  Why,
} from '../generated';

/** Her copy lies there. */
export type AccessCopy = {
/** To read and to print. */
html: string,
/** For another program. */
json: string,
/** Entries in all. */
rows: number, };

/** Puts several archives away. */
export type ArchiveCustomers = {
/** Whose, 1 to 500. */
customers: Array<CustomerId>, };

/** What a clerk has to know about a customer's data. */
export type CustomerPrivacy = {
/** 14 or 18, when her known birthday says that she is younger. */
under?: number | null,
/** Who agreed for her, of the consent that holds. */
guardian?: string | null,
/** Whether her archive may not hold more than a name before a guardian agreed. */
guardian_missing: boolean,
/** Her sensitive fields: those with a value, and those she was asked about. */
sensitive: Array<SensitiveState>,
/** The version of the notice that holds now. */
version: number,
/** The version she last agreed under. */
agreed_version?: number | null, };

/** Erases a customer for good. */
export type EraseCustomer = {
/** Who. */
customer: CustomerId,
/** Her member number, typed again. */
member_no: string,
/** Why. */
reason: ErasureReason, };

/** Erases several customers for good. */
export type EraseCustomers = {
/** Who, 1 to 500. */
customers: Array<CustomerId>,
/** How many that are, typed again. */
confirm: number,
/** Why. */
reason: ErasureReason, };

/** She is gone. */
export type ErasureDone = {
/** How many people. */
people: number,
/** Rows removed. */
removed: number,
/** Rows of the history whose content went. */
history: number,
/** Whether the file was written anew, so that not even its free places hold a trace. If not (the disk may be full), it can be done later. */
cleaned: boolean, };

/** All erasures, the latest first. */
export type ErasureList = {
/** Rows. */
rows: Array<ErasureRow>,
/** Whether the file was written anew after the last of them. */
clean: boolean, };

/** What an erasure would do, by the very code that does it. */
export type ErasurePreview = {
/** Who. */
person: Person,
/** Removed altogether. */
removed: Array<PlaceCount>,
/** Kept without a word of hers, so that no sum moves. */
kept: Array<PlaceCount>,
/** Entries of the history whose content goes. */
history: number,
/** What speaks for waiting. */
waits: Array<Wait>,
/** Visits that stay as sales of nobody. */
visits: number,
/** What was paid on them. */
total: Fen, };

/** Why somebody was erased. */
export type ErasureReason = "asked" | "retention" | "mistake" | "other";

/** An erasure, without anything of her. */
export type ErasureRow = {
/** Number of the archive. */
customer: CustomerId,
/** When. */
at: string,
/** Who did it. */
by?: string | null,
/** Why. */
reason: ErasureReason, };

/** Asks who was not seen for as long as archives are kept. */
export type GetRetention = {
/** At most so many, 1 to 500. */
limit: number, };

/** What is stored in one kind of record. */
export type PlaceCount = {
/** Table. */
table: string,
/** Rows. */
rows: number, };

/** How the shop keeps archives. The owner's to change. */
export type PrivacySettings = {
/** After so many years without a visit an archive is proposed for review; 0 for never. */
years: number,
/** Whom a customer asks about her data, as printed on the notice; empty for the shop itself. */
contact?: string | null,
/** What the shop adds to the notice in its own words. */
addition?: string | null,
/** The version of the notice; it rises by itself when the notice changes. Each consent notes the version it was given under. */
version: number,
/** Since when this version holds; empty for the one that ships with the program. */
since?: string | null, };

/** Who was not seen for long; those who have something coming are left out. */
export type RetentionReview = {
/** Nobody since this day; empty when nothing is proposed. */
before?: string | null,
/** The longest away first. */
rows: Array<RetentionRow>,
/** How many in all. */
count: number,
/** How many more there would be without a complaint, voucher or benefit in the way. */
held: number, };

/** Somebody who was not seen for long. */
export type RetentionRow = {
/** Who. */
person: Person,
/** Her last visit. */
last_visit?: string | null,
/** When her archive was opened. */
joined_on: string,
/** Last time she was spoken to or written to. */
last_contact?: string | null,
/** Visits ever. */
visits: number,
/** Paid, net of returns. */
net_spend: Fen,
/** Points she has. */
points: number,
/** Whether the archive was put away already. */
archived: boolean, };

/** Changes how archives are kept. */
export type SavePrivacySettings = {
/** Years without a visit, 0 to 30. */
years: number,
/** Whom to ask. */
contact?: string | null,
/** The shop's own words. */
addition?: string | null, };

/** Writes down that she agrees to a sensitive field, or no longer does. */
export type SaveSensitiveConsent = {
/** Whose. */
customer: CustomerId,
/** Which field. */
field: FieldId,
/** Whether she agrees. */
given: boolean,
/** How she said it. */
note?: string | null,
/** With a withdrawal: takes what stands there away at once. */
remove: boolean, };

/** A sensitive field of hers, and what she said about it. */
export type SensitiveState = {
/** The field. */
field: FieldId,
/** Its label. */
label: string,
/** Whether she agreed, refused, or was never asked. */
given?: boolean | null,
/** Since when. */
day?: string | null,
/** Who wrote it down. */
by?: string | null,
/** Values stored, past ones included. */
values: number, };

/** One thing that speaks for waiting. */
export type Wait = {
/** What. */
why: WaitReason,
/** How many; of points the balance. */
n: number, };

/** What speaks for waiting with an erasure. The owner may go on all the same. */
export type WaitReason = "open_complaint" | "voucher" | "points" | "benefit" | "event";

/** Writes everything that is stored about a customer into a folder. */
export type WriteAccessCopy = {
/** Who. */
customer: CustomerId,
/** Where to. */
folder: string, };
