// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  Benefits,
  ContactWish,
  CustomerFields,
  CustomerId,
  Fen,
  FieldId,
  Fields,
  Person,
  Phone,
  PlaceCount,
  Status,
  Tags,
  ToldApartId,
  Who,
  Why,
} from '../generated';

/** How much there is in an archive. */
export type ArchiveCounts = {
/** Visits. */
visits: number,
/** Points, today's balance. */
points: number,
/** Tags. */
tags: number,
/** Tasks that are open today. */
tasks: number,
/** Relations to other customers. */
relations: number,
/** Consents, given and withdrawn. */
consents: number,
/** Contacts. */
contacts: number,
/** Complaints. */
complaints: number,
/** Vouchers, used ones too. */
vouchers: number,
/** Benefits, given ones too. */
benefits: number,
/** Wishes. */
wishes: number,
/** Important dates. */
dates: number,
/** Invitations to events. */
events: number, };

/** Names two archives. */
export type ComparePair = {
/** One. */
left: CustomerId,
/** The other. */
right: CustomerId, };

/** What there is in two archives, and why they may be one person. */
export type Comparison = {
/** Of the left one. */
left: ArchiveCounts,
/** Of the right one. */
right: ArchiveCounts,
/** Why they may be one person. */
reasons: Array<DuplicateReason>,
/** How much speaks for it; empty when nothing does. */
sure?: Sureness | null,
/** Since when they are told apart. */
apart_on?: string | null, };

/** Two archives that may be one person. */
export type DuplicatePair = {
/** The older archive. */
left: Person,
/** Its status. */
left_status: Status,
/** The other. */
right: Person,
/** Its status. */
right_status: Status,
/** Why, the strongest reason first. */
reasons: Array<DuplicateReason>,
/** How much speaks for it. */
sure: Sureness,
/** When somebody said that they are two people, where something new speaks for one now. */
apart_on?: string | null, };

/** One reason why a pair is shown. */
export type DuplicateReason = {
/** Which. */
sign: DuplicateSign,
/** The phone of the left one that it is about. */
left_phone?: Phone | null,
/** The phone of the right one that it is about. */
right_phone?: Phone | null,
/** Whether it came up after somebody had said that they are two people. */
is_new: boolean, };

/** What speaks for two archives being one person. */
export type DuplicateSign = "phone" | "name_birthday" | "reading_birthday" | "one_digit" | "last_four";

/** A page of pairs, the likeliest first. */
export type Duplicates = {
/** Pairs. */
pairs: Array<DuplicatePair>,
/** How many there are in all. */
total: number,
/** For the next page; empty at the end. */
cursor?: string | null,
/** Phones and other marks that so many archives share that they say nothing: a number typed in for want of one. */
crowds: number, };

/** Looks for archives that may be one person. */
export type FindDuplicates = {
/** Also among archives put away and memberships ended. */
inactive?: boolean | null,
/** Where the page before ended. */
cursor?: string | null,
/** How many pairs at most, 1 to 200; 50 if empty. */
limit?: number | null, };

/** Asks for the pairs told apart. */
export type ListToldApart = {
/** The last one of the page before. */
before?: ToldApartId | null,
/** How many at most, 1 to 200. */
limit: number, };

/** Merges one archive into another, with all history. Undo takes it back. */
export type MergeCustomers = {
/** Who stays. */
keep: CustomerId,
/** Who goes into her. */
from: CustomerId,
/** The columns as they shall be. */
fields: CustomerFields,
/** Fields of the catalogue of which the answer of the one who goes shall hold; what the other said stays in the field's history. */
take?: Array<FieldId> | null, };

/** What she will be after a merge, worked out by the merge itself. */
export type MergePreview = {
/** Visits. */
visits: number,
/** Net spend ever. */
net_spend: Fen,
/** Points. */
points: number,
/** Level. */
level: string,
/** Its rank. */
level_rank: number,
/** Vouchers she can use. */
vouchers: number,
/** What she wants to hear: the stricter of the two. */
wish: ContactWish,
/** Consents one had given and the other refused; the refusal holds. */
refused: number,
/** Rows that change hands, by table. */
moved: Array<PlaceCount>,
/** Rows that both had and of which one stays, by table; the other is in the history. */
combined: Array<PlaceCount>, };

/** How much speaks for it. */
export type Sureness = "high" | "medium" | "low";

/** A pair that somebody said are two people. */
export type ToldApart = {
/** Id. */
id: ToldApartId,
/** The older archive. */
left: Person,
/** The other. */
right: Person,
/** When it was said. */
day: string,
/** Who said it. */
by?: string | null, };

/** Pairs told apart, the latest first. */
export type ToldApartList = {
/** Pairs. */
pairs: Array<ToldApart>,
/** How many there are in all. */
total: number,
/** Whether there are more. */
more: boolean, };

/** Names a decision that two archives are two people. */
export type ToldApartRef = {
/** Id. */
told_apart: ToldApartId, };
