// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  ClosedDay,
  ClosedDayId,
  Festival,
  FestivalId,
  FestivalRule,
  Person,
  ShopHours,
  Whose,
  Why,
} from '../generated';

/** Birthdays between two days. */
export type BirthdayList = {
/** By day, then by name; the first 1,000. */
rows: Array<BirthdayRow>,
/** How many there are in all. */
total: number,
/** The gifts all of them take. */
gifts: Array<GiftCount>, };

/** A birthday. */
export type BirthdayRow = {
/** The solar day it falls on. */
day: string,
/** Whose. */
customer: Person,
/** As she said it, such as 农历八月初三. */
text: string,
/** How old she becomes, where the year is known. */
turns?: number | null,
/** Her level. */
level: string,
/** The gift of her level; empty for none. */
gift?: string | null, };

/** A day of the calendar. */
export type CalendarDay = {
/** The day. */
day: string,
/** The lunar day as on a wall calendar: 初八, and 八月 on the first of a month. */
lunar: string,
/** The festivals that are on. */
festivals: Array<CalendarFestival>,
/** How many customers have their birthday. */
birthdays: number,
/** Whether the shop is open at all. */
is_open: boolean,
/** Why it is closed, if a reason was written down. */
closed_reason?: string | null, };

/** A festival on a day of the calendar. */
export type CalendarFestival = {
/** Which. */
id: FestivalId,
/** Its name. */
name: string,
/** Whether it is a day of remembrance. */
quiet: boolean, };

/** A month of the calendar. */
export type CalendarMonth = {
/** The year. */
year: number,
/** The month, 1 to 12. */
month: number,
/** Its days. */
days: Array<CalendarDay>, };

/** One stretch of closed days. */
export type ClosedDayRef = {
/** Which. */
closed_day: ClosedDayId, };

/** One festival. */
export type FestivalRef = {
/** Which. */
festival: FestivalId, };

/** A festival of the list. */
export type FestivalRow = {
/** The festival. */
festival: Festival,
/** Its next day, today included; empty after 2100. */
next?: string | null,
/** How many days until then. */
days_until?: number | null, };

/** The shop's festivals, the next one first. */
export type Festivals = {
/** The list. */
festivals: Array<FestivalRow>, };

/** Asks for a month of the calendar. */
export type GetMonth = {
/** 1950 to 2100. */
year: number,
/** 1 to 12. */
month: number, };

/** How many of a gift are needed. */
export type GiftCount = {
/** The gift. */
gift: string,
/** How many. */
count: number, };

/** When the shop is open. */
export type HoursPage = {
/** The week. */
hours: ShopHours,
/** Closed days, the latest first. */
closed: Array<ClosedDay>,
/** Whether it is open now. */
open_now: boolean,
/** When it opens next, RFC 3339; now, if it is open. */
next_opening?: string | null, };

/** Asks who has her birthday between two days, both included. */
export type ListBirthdays = {
/** First day. */
from: string,
/** Last day, at most a year on. */
to: string, };

/** Adds a stretch of closed days, or changes one. */
export type SaveClosedDay = {
/** Which; empty for a new one. */
id?: ClosedDayId | null,
/** First closed day. */
from_day: string,
/** Last closed day. */
to_day: string,
/** Why, at most 40 characters. */
reason?: string | null, };

/** Adds a festival, or changes one. */
export type SaveFestival = {
/** Which; empty for a new one. */
id?: FestivalId | null,
/** Name, at most 20 characters. */
name: string,
/** Its day and how it is kept. */
rule: FestivalRule,
/** Whether the shop keeps it. */
is_on: boolean, };
