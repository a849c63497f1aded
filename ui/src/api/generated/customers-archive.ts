// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  Answer,
  Benefits,
  Channel,
  CustomerId,
  FieldId,
  Fields,
  Gender,
  Phone,
  RecurringDate,
  StaffId,
  Status,
  Tag,
  Wechat,
  Who,
} from '../generated';

/** Opens an archive. */
export type CreateCustomer = {
/** The fields. */
fields: CustomerFields,
/** Says that the phone is really shared with those who have it already. */
confirm_phone: boolean,
/** Answers to catalogue fields, by key. */
answers: Array<Answer>,
/** Tag names. */
tags: Array<string>,
/** Sensitive fields she agreed to just now. */
agreed?: Array<FieldId> | null,
/** Which guardian agreed just now that the archive of a child is kept. */
guardian?: string | null, };

/** The new archive. */
export type Created = {
/** Id. */
customer: CustomerId,
/** Member number. */
member_no: string, };

/** The archive's own columns, as stored. */
export type Customer = {
/** Id. */
id: CustomerId,
/** Fields. */
fields: CustomerFields,
/** Status. */
status: Status,
/** Where she was merged into. */
merged_into?: CustomerId | null, };

/** The hard fields that are columns of the archive. Name and one phone are enough to open one. */
export type CustomerFields = {
/** Name, at most 40 characters. */
name: string,
/** Member card number; empty to be given one. */
member_no?: string | null,
/** How she likes to be addressed (称呼). */
nickname?: string | null,
/** Phones, the main one first; at most 5. */
phones: Array<Phone>,
/** Gender. */
gender?: Gender | null,
/** Birthday, as she said it. */
birthday?: RecurringDate | null,
/** Approximate age band where the year is unknown, such as `30s`. */
age_band?: string | null,
/** WeChat. */
wechat?: Wechat | null,
/** E-mail. */
email?: string | null,
/** Address. */
address?: string | null,
/** Preferred channel. */
preferred_channel?: Channel | null,
/** How she came. */
source?: string | null,
/** Who brought her. */
referrer?: CustomerId | null,
/** Who looks after her. */
staff?: StaffId | null,
/** Day the archive was opened; empty for today. */
joined_on?: string | null,
/** Note. */
note?: string | null, };

/** Names a customer. */
export type CustomerRef = {
/** Whom. */
customer: CustomerId, };

/** Several customers in a line each. */
export type People = {
/** At most ten. */
people: Array<Person>, };

/** A customer in one line. */
export type Person = {
/** Id. */
id: CustomerId,
/** Member number. */
member_no: string,
/** Name. */
name: string,
/** Main phone. */
phone?: Phone | null, };

/** Puts an archive away, ends a membership, or takes either back. */
export type SetStatus = {
/** Whom. */
customer: CustomerId,
/** To what. */
status: Status, };

/** What she still has of the shop, before her archive is put away or her membership ends: it rests then, and comes back with her. */
export type StatusPreview = {
/** The status now. */
status: Status,
/** Points. */
points: number,
/** Vouchers not used and not over. */
vouchers: number,
/** Benefits promised and not given. */
benefits: number,
/** Tasks for her today and in the next days. */
tasks: number,
/** Complaints that are not solved. */
complaints: number,
/** Events to come that she is on the list of. */
events: number, };

/** Changes an archive; all fields are given. */
export type UpdateCustomer = {
/** Whom. */
customer: CustomerId,
/** The fields. */
fields: CustomerFields,
/** Says that the phone is really shared. */
confirm_phone: boolean,
/** Which guardian agreed just now that the archive of a child is kept. */
guardian?: string | null, };

/** Asks who has a phone already. */
export type WhoHasPhone = {
/** The phone, in any spelling. */
phone: string,
/** Leaves this customer out. */
except?: CustomerId | null, };
