// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  Fen,
  FieldId,
  Fields,
  Person,
  SpotCheckId,
  SpotItemId,
  StaffId,
  Who,
  Whose,
} from '../generated';

/** The board of some days. */
export type ClerkBoard = {
/** First day. */
from: string,
/** Last day. */
to: string,
/** Clerks at work first, then those who left and did something, then what is nobody's. */
rows: Array<ClerkRow>,
/** The targets of the shop. */
targets: ClerkTargets, };

/** A figure of the board that opens a list. */
export type ClerkFigure = "new_vips" | "contacted" | "late_tasks" | "sales" | "archives" | "wrong" | "complaints";

/** The people behind a figure. */
export type ClerkPeople = {
/** At most 500. */
rows: Array<ClerkPerson>,
/** How many there are in all. */
total: number, };

/** Somebody behind a figure. */
export type ClerkPerson = {
/** Who. */
customer: Person,
/** The day it was, where it was a day. */
day?: string | null,
/** What she paid. */
amount?: Fen | null,
/** How full her archive is, or how many times it was. */
number?: number | null,
/** Words on it: the field that was wrong, what she complained of. */
words?: string | null, };

/** What one clerk did. */
export type ClerkRow = {
/** Who; empty for what nobody's name stands on. */
staff?: StaffId | null,
/** Name. */
name?: string | null,
/** Whether still working here. */
is_active: boolean,
/**
 * Customers who became VIP for the first time, those brought over from another system left out: whoever served the visit
 * that made it has brought her, else whoever looks after her.
 */
new_vips: number,
/** The target of these days: that of a month times the months they touch. */
target?: number | null,
/** Contacts that the clerk began. */
contacts: number,
/** Different customers of those. */
contacted: number,
/** Care tasks decided as done or answered. */
tasks: number,
/** Of those whose due day was written down, the ones done on that day or before. */
on_time: Share,
/** Net sales of the days to customers the clerk looks after now, whoever served. */
sales: Fen,
/** Own customers who bought. */
buyers: number,
/** Net sales of the days that the clerk served, walk-ins included. */
served: Fen,
/** Archives in use the clerk looks after now. */
archives: number,
/** Archives of those opened in these days. */
opened: number,
/** Their completeness put together; divided by the number of archives it is the average. */
completeness: number,
/** Fields a spot check drawn in these days found right, of those asked. */
truth: Share,
/** Complaints of these days the clerk answers for. */
complaints: number,
/** Answered within 24 hours, of those whose time is over or that were answered. */
answered: Share,
/** Solved within 7 days, of those whose time is over or that were solved. */
solved: Share,
/** Customers content with how it was solved, of those asked. */
content: Share,
/** Marks of 1 to 5 given for visits the clerk served, put together; divided by how many it is the average. */
marks: Share, };

/** Targets of the shop. */
export type ClerkTargets = {
/** New VIPs a clerk and month, 0 to 1,000. */
new_vips: number,
/** Other figures for some clerks. */
own: Array<OwnTarget>, };

/** Draws archives for a spot check: as many of each clerk's at work. */
export type DrawSpotCheck = {
/** Its name, such as 2026 Q4. */
name: string,
/** How many of each clerk's, 1 to 50. */
size: number,
/** The seed; empty takes one from the clock. The same seed and archives draw the same. */
seed?: number | null, };

/** Ends a spot check, or opens it again. */
export type EndSpotCheck = {
/** Which. */
check: SpotCheckId,
/** Whether it is over. */
ended: boolean, };

/** Asks for the board of some days. */
export type GetClerkBoard = {
/** First day. */
from: string,
/** Last day, at most 366 days later. */
to: string, };

/** Asks for the people behind a figure. */
export type ListClerkPeople = {
/** Whose; empty for nobody's. */
staff?: StaffId | null,
/** Behind which figure. */
figure: ClerkFigure,
/** First day. */
from: string,
/** Last day. */
to: string, };

/** The target of one clerk. */
export type OwnTarget = {
/** Whose. */
staff: StaffId,
/** New VIPs a month, 0 to 1,000. */
new_vips: number, };

/** Writes down what a call came to, over what stood there. */
export type SaveSpotCall = {
/** Which archive. */
item: SpotItemId,
/** What it came to; empty takes it back. */
outcome?: SpotOutcome | null,
/** What was asked; only where she was reached. */
answers: Array<SpotAnswer>,
/** A word on it. */
note?: string | null, };

/** A share: so many of so many. Whoever shows it says how many were asked, and no percentage for a handful. */
export type Share = {
/** So many. */
part: number,
/** Of so many. */
of: number, };

/** What was said of one field. */
export type SpotAnswer = {
/** Which. */
field: FieldId,
/** Whether the archive was right. */
is_right: boolean, };

/** A spot check. */
export type SpotCheck = {
/** Id. */
id: SpotCheckId,
/** Name. */
name: string,
/** The day it was drawn. */
day: string,
/** Its seed. */
seed: number,
/** Archives of each clerk asked for. */
size: number,
/** The day it was ended. */
ended_on?: string | null,
/** By clerk, the truest first. */
scores: Array<SpotScore>,
/** All together. */
all: SpotScore, };

/** The spot check that was drawn. */
export type SpotCheckDrawn = {
/** Which. */
check: SpotCheckId,
/** How many archives. */
archives: number, };

/** A spot check with its archives. */
export type SpotCheckPage = {
/** It. */
check: SpotCheck,
/** The archives in the order they were drawn. */
items: Array<SpotItem>, };

/** Names a spot check. */
export type SpotCheckRef = {
/** Which. */
check: SpotCheckId, };

/** All spot checks, the latest first. */
export type SpotChecks = {
/** They. */
checks: Array<SpotCheck>, };

/** A field that is to be confirmed. */
export type SpotField = {
/** Which. */
field: FieldId,
/** Its label. */
label: string,
/** What the archive says. */
held: string,
/** Whether it was right; empty while it was not asked. */
is_right?: boolean | null, };

/** An archive that was drawn. */
export type SpotItem = {
/** Id. */
id: SpotItemId,
/** Whose archive. */
customer: Person,
/** Who looked after her when it was drawn. */
staff?: string | null,
/** What the call came to. */
outcome?: SpotOutcome | null,
/** When. */
called_on?: string | null,
/** Who called. */
called_by?: string | null,
/** A word on it. */
note?: string | null,
/** What there is to confirm. */
fields: Array<SpotField>, };

/** What a call of a spot check came to. */
export type SpotOutcome = "reached" | "not_reached";

/** What a spot check found out about one clerk's archives. */
export type SpotScore = {
/** Whose; empty for nobody's. */
staff?: StaffId | null,
/** Name. */
name?: string | null,
/** Archives drawn. */
drawn: number,
/** Customers reached. */
reached: number,
/** Customers not reached. */
not_reached: number,
/** Fields that were right, of those asked. */
truth: Share, };
