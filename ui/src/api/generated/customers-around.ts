// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  CustomerId,
  DateId,
  NoteId,
  Person,
  RecurringDate,
  RelationId,
  RelationKind,
  VisitId,
  Whose,
  Why,
  WishId,
  WishStatus,
} from '../generated';

/** Names an important date. */
export type DateRef = {
/** Which. */
id: DateId, };

/** A birthday or another date, worked out for today. */
export type DateView = {
/** As stored. */
date: RecurringDate,
/** As a person says it: 农历八月初三. */
text: string,
/** The next time it comes, today included. */
next?: string | null,
/** In how many days. */
days_until?: number | null,
/** Age today; empty where the year is unknown. */
age?: number | null, };

/** Another important date. */
export type ImportantDate = {
/** Id. */
id: DateId,
/** Such as 结婚纪念日. */
label: string,
/** When. */
view: DateView, };

/** Names a pop-up note. */
export type NoteRef = {
/** Which. */
id: NoteId, };

/** A line that is shown when she is opened. */
export type PopupNote = {
/** Id. */
id: NoteId,
/** The line. */
text: string,
/** Last day it is shown. */
until?: string | null, };

/** A relation to another customer. */
export type Relation = {
/** Id. */
id: RelationId,
/** What the other is to her. */
kind: RelationKind,
/** The other. */
person: Person,
/** Note. */
note?: string | null, };

/** Names a relation. */
export type RelationRef = {
/** Which. */
id: RelationId, };

/** Adds (no id) or changes an important date. */
export type SaveDate = {
/** Which; empty to add. */
id?: DateId | null,
/** Whose. */
customer: CustomerId,
/** Label. */
label: string,
/** When. */
date: RecurringDate, };

/** Adds (no id) or changes a pop-up note. */
export type SaveNote = {
/** Which; empty to add. */
id?: NoteId | null,
/** Whose. */
customer: CustomerId,
/** The line, at most 200 characters. */
text: string,
/** Last day it is shown; empty for always. */
until?: string | null, };

/** Adds a relation; the other side sees it the other way round. */
export type SaveRelation = {
/** Whose. */
customer: CustomerId,
/** The other. */
other: CustomerId,
/** What the other is to her. */
kind: RelationKind,
/** Note. */
note?: string | null, };

/** Adds (no id) or changes a wish; style number or name is needed. */
export type SaveWish = {
/** Which; empty to add. */
id?: WishId | null,
/** Whose. */
customer: CustomerId,
/** From which visit. */
visit?: VisitId | null,
/** Style number. */
style_no?: string | null,
/** Name. */
name?: string | null,
/** Colour. */
color?: string | null,
/** Size. */
size?: string | null,
/** Why not, or what for. */
reason?: string | null,
/** What became of it. */
status: WishStatus, };

/** A wish, or a piece tried but not bought. */
export type Wish = {
/** Id. */
id: WishId,
/** Style number. */
style_no?: string | null,
/** Name. */
name?: string | null,
/** Colour. */
color?: string | null,
/** Size. */
size?: string | null,
/** Why she did not buy, or what she waits for. */
reason?: string | null,
/** Since when. */
noted_on: string,
/** What became of it. */
status: WishStatus, };
