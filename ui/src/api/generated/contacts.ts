// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  ComplaintId,
  ConsentId,
  ContactId,
  CustomerId,
  EventId,
  Person,
  StaffId,
  Suppression,
  TemplateId,
  Who,
  Whose,
  Why,
} from '../generated';

/** What one clerk did. */
export type ClerkContacts = {
/** Who; empty where nobody was named. */
staff?: StaffId | null,
/** Name. */
name?: string | null,
/** Contacts that the shop began. */
contacts: number,
/** Calls of those. */
calls: number,
/** Messages and letters of those. */
messages: number,
/** Contacts of those in which she was spoken to. */
reached: number,
/** Calls nobody answered. */
no_answer: number,
/** Contacts of those that she answered later. */
replied: number,
/** Contacts that a customer began. */
received: number,
/** Different customers, whoever began. */
customers: number,
/** The last contact ever. */
last?: string | null,
/** Days since then. */
days_since?: number | null, };

/** What a consent is for. */
export type ConsentPurpose = "archive" | "service" | "marketing";

/** The record of consents of a customer. */
export type ConsentRecord = {
/** The latest first. */
rows: Array<ConsentRow>,
/** What holds now, a row a purpose. */
states: Array<ConsentState>, };

/** A row of the record of consents. */
export type ConsentRow = {
/** Id. */
id: ConsentId,
/** For what. */
purpose: ConsentPurpose,
/** By which channel; empty for all. */
channel?: ContactChannel | null,
/** Given, or withdrawn. */
given: boolean,
/** When. */
day: string,
/** Who wrote it down. */
by?: string | null,
/** How she said it. */
note?: string | null,
/** The version of the privacy notice it was said under; empty for what was written down before versions were kept. */
wording?: number | null,
/** Who gave it for a child. */
guardian?: string | null, };

/** What holds now for a purpose; channels in no list were never asked for. */
export type ConsentState = {
/** For what. */
purpose: ConsentPurpose,
/** Channels she agreed to. */
given: Array<ContactChannel>,
/** Channels she refused. */
withdrawn: Array<ContactChannel>,
/** Channels she agreed to herself, who turned out to be under 14: nothing holds until a guardian agrees. */
unconfirmed: Array<ContactChannel>, };

/** Contact on the customer page: how long ago, and what may be said now. */
export type ContactCard = {
/** The last contact. */
last_contact?: string | null,
/** Days since then. */
days_since_contact?: number | null,
/** Days since her last purchase. */
days_since_purchase?: number | null,
/** What she wants to hear. */
wish: ContactWish,
/** Since when, if she said anything. */
wish_since?: string | null,
/** How she said it. */
wish_note?: string | null,
/** What holds now, a row a purpose. */
consents: Array<ConsentState>,
/** The channel by which promotion would go. */
channel: ContactChannel,
/** Why she is not to get promotion now, what only a person can lift first; nothing when she may. */
against: Array<Suppression>,
/** Marketing messages in this calendar month. */
marketing_this_month: number,
/** Marketing messages since she last came or answered. */
unanswered: number,
/** Whether messages may go out at this hour. */
in_hours: boolean,
/** The last contacts. */
latest: Array<ContactRow>,
/** Whether there are more. */
more: boolean, };

/** How a customer is reached. */
export type ContactChannel = "phone" | "wechat" | "sms" | "email" | "letter" | "in_person";

/** A page of contacts. */
export type ContactList = {
/** Rows. */
rows: Array<ContactRow>,
/** Hand it back for the next page. */
cursor?: string | null,
/** How many there are in all; only on the first page. */
count?: number | null,
/** With how many customers; only on the first page. */
customers?: number | null, };

/** Names a contact. */
export type ContactRef = {
/** Which. */
contact: ContactId, };

/** One contact. */
export type ContactRow = {
/** Id. */
id: ContactId,
/** With whom. */
customer: Person,
/** When; noon for one that was written down later. */
at: string,
/** Its day. */
day: string,
/** How. */
channel: ContactChannel,
/** Who began. */
direction: Direction,
/** What for. */
purpose: Purpose,
/** What came of it. */
outcome: Outcome,
/** What was written, or what came of it. */
text?: string | null,
/** The template's title. */
template?: string | null,
/** Who did it. */
staff?: StaffId | null,
/** Her or his name. */
staff_name?: string | null,
/** The complaint it was about. */
complaint?: ComplaintId | null,
/** The event it invited to. */
event?: EventId | null,
/** That event's name. */
event_name?: string | null,
/** The name of the list it was sent with. */
batch?: string | null, };

/** What the clerks did, the most active first. */
export type ContactStats = {
/** A row a clerk who works here or did something. */
rows: Array<ClerkContacts>,
/** All together; each customer counted once. */
total: ClerkContacts, };

/** What she wants to hear from the shop. */
export type ContactWish = "any" | "no_promotion" | "none";

/** What was written down. */
export type ContactsLogged = {
/** A contact for each customer, in their order. */
contacts: Array<ContactId>, };

/** Corrects a contact; all fields are given. */
export type CorrectContact = {
/** Which. */
contact: ContactId,
/** How. */
channel: ContactChannel,
/** Who began. */
direction: Direction,
/** What for. */
purpose: Purpose,
/** What came of it. */
outcome: Outcome,
/** What was written, or what came of it. */
text?: string | null,
/** When. */
day: string,
/** Who did it. */
staff?: StaffId | null, };

/** Who began. */
export type Direction = "out" | "in";

/** Asks what each clerk did in some days. */
export type GetContactStats = {
/** First day. */
from: string,
/** Last day. */
to: string, };

/** Asks for contacts, the latest first. */
export type ListContacts = {
/** With this customer. */
customer?: CustomerId | null,
/** By this clerk. */
staff?: StaffId | null,
/** By this channel. */
channel?: ContactChannel | null,
/** With this outcome. */
outcome?: Outcome | null,
/** For this. */
purpose?: Purpose | null,
/** On or after. */
from?: string | null,
/** On or before. */
to?: string | null,
/** Where the page before ended, as it said. */
cursor?: string | null,
/** How many, 1 to 500. */
limit: number, };

/** Writes the same contact down for one or many customers. */
export type LogContact = {
/** With whom, 1 to 1,000. */
customers: Array<CustomerId>,
/** How. */
channel: ContactChannel,
/** Who began. */
direction: Direction,
/** What for. */
purpose: Purpose,
/** What came of it; it has to suit the channel. */
outcome: Outcome,
/** What was written, or what came of it. */
text?: string | null,
/** The template the text was made from. */
template?: TemplateId | null,
/** The complaint it was about. */
complaint?: ComplaintId | null,
/** The event it invited to. */
event?: EventId | null,
/** The name of the list it was sent with. */
batch?: string | null,
/** When, today or before; empty for now. */
day?: string | null,
/** Who did it; empty for whoever is at the counter. */
staff?: StaffId | null, };

/**
 * She answered a message or called back. Marks it, and writes her answer down as a contact of today when it came on a later day or
 * said something.
 */
export type MarkReplied = {
/** Which. */
contact: ContactId,
/** What she said. */
text?: string | null, };

/** What came of a contact. */
export type Outcome = "sent" | "reached" | "no_answer" | "replied";

/** What a contact is for. A contact that is for several is the last of them in this order. */
export type Purpose = "service" | "greeting" | "marketing";

/** Writes a consent down, or its withdrawal. It holds at once. */
export type SaveConsent = {
/** Whose. */
customer: CustomerId,
/** For what. */
purpose: ConsentPurpose,
/** By which channels; none for all of them. */
channels: Array<ContactChannel>,
/** Whether it was given, or withdrawn. */
given: boolean,
/** How she said it. */
note?: string | null,
/** Who gave it for a child under 14. */
guardian?: string | null, };

/** Says what she wants to hear. */
export type SetContactWish = {
/** Who. */
customer: CustomerId,
/** What. */
wish: ContactWish,
/** How she said it. */
note?: string | null, };
