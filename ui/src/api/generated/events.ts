// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  CustomerId,
  EventId,
  Fen,
  FileEncoding,
  GuestId,
  Kind,
  LevelId,
  People,
  Person,
  SegmentCondition,
  StaffId,
  Suppression,
  TagId,
  Who,
  Why,
} from '../generated';

/** Puts customers on the guest list: those named, or all whom a filter lets through. */
export type AddGuests = {
/** Which event. */
event: EventId,
/** Whom; empty when a filter chooses. */
customers: Array<CustomerId>,
/** Who is chosen. */
filter?: GuestFilter | null,
/** Who of them is called. */
call: CallRule, };

/** Somebody who may not be invited now. */
export type BarredGuest = {
/** Who. */
customer: Person,
/** Why. */
why: Suppression, };

/** Who is important enough for a call; whoever meets one of the two is. With neither everybody gets a message. */
export type CallRule = {
/** This level or a higher one. */
level?: LevelId | null,
/** Net spend ever of at least so much. */
spend?: Fen | null, };

/** An event as planned. */
export type Event = {
/** Id. */
id: EventId,
/** Name. */
name: string,
/** Kind. */
kind: EventKind,
/** First day. */
day: string,
/** Last day. */
to_day: string,
/** When it starts. */
starts?: string | null,
/** Where. */
place?: string | null,
/** The plan. */
plan?: string | null,
/** What every guest is given. */
gift?: string | null,
/** Invitations go out so many days before. */
invite_days: number,
/** The day they go out. */
invite_on: string,
/** Sales to guests count until so many days after. */
sales_days: number,
/** The last day on which they count. */
sales_to: string,
/** The day it was called off. */
cancelled_on?: string | null, };

/** An event in numbers. People are guests on the list; heads are guests with those they bring. */
export type EventCounts = {
/** Guests on the list. */
invited: number,
/** Of those, to be called. */
calls: number,
/** Of those, to get a message. */
messages: number,
/** Guests who were spoken with or answered. A message sent is not one read. */
reached: number,
/** Guests who accepted. */
accepted: number,
/** Guests who declined. */
declined: number,
/** Guests who do not know yet. */
unsure: number,
/** Heads of those who accepted. */
party: number,
/** Guests who came. */
came: number,
/** Guests who were marked as not having come. */
stayed_away: number,
/** Heads of those who came. */
party_came: number,
/** Gifts needed, one a head: of those who accepted; once somebody came, of those who came. */
gifts_needed: number,
/** Gifts given, one a head. */
gifts_given: number, };

/** What kind of event. */
export type EventKind = "salon" | "preview" | "thanks" | "other";

/** The events of a year. */
export type EventList = {
/** The year. */
year: number,
/** Years with events, and this year, latest first. */
years: Array<number>,
/** How many the shop aims at. */
aim: number,
/** How many have begun, those called off left out. */
held: number,
/** How many are still to come, those called off left out. */
planned: number,
/** By day. */
rows: Array<EventRow>, };

/** Everything about an event. */
export type EventPage = {
/** As planned. */
event: Event,
/** In numbers. */
counts: EventCounts,
/** Sales to guests who came. */
came_sales: GuestSales,
/** Sales to all who were invited, those who came included. */
invited_sales: GuestSales,
/** Whether the days that count are over. */
sales_over: boolean,
/** The guests: calls first, then by spend. */
guests: Array<GuestRow>, };

/** Names an event. */
export type EventRef = {
/** Which. */
event: EventId, };

/** An event in the list. */
export type EventRow = {
/** As planned. */
event: Event,
/** In numbers. */
counts: EventCounts,
/** Sales to those who came. */
sales: GuestSales, };

/** The event that was saved. */
export type EventSaved = {
/** Which. */
event: EventId, };

/** What the owner sets about events. */
export type EventSettings = {
/** How many events a year the shop aims at, 0 to 52. */
aim: number,
/** Who is called, unless said otherwise when guests are added. */
call: CallRule, };

/** Writes the guest list into a file, names and phones included. */
export type ExportGuests = {
/** Which event. */
event: EventId,
/** The file to make; one that is there is replaced. */
path: string,
/** Its encoding; empty for UTF-8. */
encoding?: FileEncoding | null, };

/** Writes down who got the gift. */
export type GiveEventGift = {
/** Which event. */
event: EventId,
/** Whom, 1 to 5,000. */
customers: Array<CustomerId>,
/** Whether they got it. */
given: boolean, };

/** What she said. */
export type GuestAnswer = "accepted" | "declined" | "unsure";

/** Who is put on the list, or would be. */
export type GuestChoice = {
/** To be called. */
calls: number,
/** To get a message. */
messages: number,
/** On the list already. */
already: number,
/** How many may not be invited now. */
barred_count: number,
/** The first eight of those put on the list, by spend. */
sample: Array<GuestSample>,
/** The first hundred of those who may not be invited now. */
barred: Array<BarredGuest>, };

/** Chooses guests; whoever meets all that is given. */
export type GuestFilter = {
/** This level or a higher one. */
level?: LevelId | null,
/** Any of these tags. */
tags: Array<TagId>,
/** Looked after by. */
staff?: StaffId | null,
/** Net spend at least. */
spend_min?: Fen | null,
/** Within so many days up to today, 1 to 3,650; empty for ever. */
spend_days?: number | null,
/** Came within so many days, 1 to 3,650. */
visited_within?: number | null,
/** Did not come for so many days, 1 to 3,650; those who never came left out. */
away_for?: number | null,
/** Solar month of this year's birthday, 1 to 12. */
birthday_month?: number | null,
/** Whatever else has to be so, as a segment says it. */
condition?: SegmentCondition | null, };

/** A guest. */
export type GuestRow = {
/** Id. */
id: GuestId,
/** Who. */
customer: Person,
/** Her level. */
level: string,
/** Its rank. */
level_rank: number,
/** Net spend ever. */
net_spend: Fen,
/** Who looks after her. */
staff?: string | null,
/** How she is invited. */
invite_by: InviteBy,
/** When she was last written to or called about the event. */
asked_on?: string | null,
/** Whether she was spoken with or answered. */
reached: boolean,
/** What she said. */
answer?: GuestAnswer | null,
/** When. */
answered_on?: string | null,
/** How many come, herself included. */
party: number,
/** Whether she came; empty until somebody said. */
came?: boolean | null,
/** Whether she got her gift. */
gift_given: boolean,
/** A word on her. */
note?: string | null,
/** What she paid in the days that count. */
sales: Fen,
/** Why she may not be addressed now, if she may not. */
barred?: Suppression | null, };

/**
 * Sales to guests: all their visits that stand, from the first day of the event to the last day that counts. What was brought
 * back within these days is taken off, whenever it was bought.
 */
export type GuestSales = {
/** Guests who bought. */
buyers: number,
/** Purchases and exchanges. */
purchases: number,
/** Really paid, returns taken off on their own day. */
total: Fen, };

/** Somebody to be invited. */
export type GuestSample = {
/** Who. */
customer: Person,
/** Her level. */
level: string,
/** Its rank. */
level_rank: number,
/** Net spend ever. */
net_spend: Fen,
/** How. */
invite_by: InviteBy, };

/** Names guests of an event. */
export type GuestsRef = {
/** Which event. */
event: EventId,
/** Whom, 1 to 5,000. */
customers: Array<CustomerId>, };

/** How a guest is invited. */
export type InviteBy = "call" | "message";

/** Asks for the events of a year. */
export type ListEvents = {
/** Which; empty for this year. */
year?: number | null, };

/** Plans (no id) or changes an event. */
export type SaveEvent = {
/** Which; empty for a new one. */
id?: EventId | null,
/** Name, at most 40 characters. */
name: string,
/** Kind. */
kind: EventKind,
/** First day. */
day: string,
/** Last day; empty for the first. At most 30 days later. */
to_day?: string | null,
/** When it starts, `HH:MM`. */
starts?: string | null,
/** Where. */
place?: string | null,
/** The plan, in several lines. */
plan?: string | null,
/** What every guest is given. */
gift?: string | null,
/** Invitations go out so many days before, 0 to 60. */
invite_days: number,
/** Sales to guests count until so many days after, 0 to 90. */
sales_days: number, };

/** Changes how a guest is invited, how many come with her, and the word on her. */
export type SaveGuest = {
/** Which event. */
event: EventId,
/** Whom. */
customer: CustomerId,
/** How she is invited. */
invite_by: InviteBy,
/** How many come, herself included, 1 to 20. */
party: number,
/** A word on her. */
note?: string | null, };

/** Writes down what guests said. */
export type SetGuestAnswer = {
/** Which event. */
event: EventId,
/** Whom, 1 to 5,000. */
customers: Array<CustomerId>,
/** What they said; empty takes it back. */
answer?: GuestAnswer | null,
/** How many come, herself included, 1 to 20; empty leaves it. */
party?: number | null, };

/** Writes down who came. Not before the event begins. */
export type SetGuestsCame = {
/** Which event. */
event: EventId,
/** Whom, 1 to 5,000. */
customers: Array<CustomerId>,
/** Whether they came; empty takes it back. */
came?: boolean | null, };
