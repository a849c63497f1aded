// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  CustomerId,
  Fen,
  Phone,
  Suppression,
  TaskPerson,
  TaskRef,
  TaskRow,
  Who,
} from '../generated';

/** A sheet to call from. */
export type CallSheet = {
/** For which day. */
day: string,
/** The shop's name. */
shop: string,
/** Who printed it. */
staff?: string | null,
/** By customer, in the order of the tasks. */
blocks: Array<SheetBlock>,
/** How many of those asked for are gone meanwhile. */
left_out: number, };

/** Asks for a sheet to call from. */
export type GetCallSheet = {
/** What is to be said, 1 to 200; of several tasks of one customer one block is made. */
tasks: Array<TaskRef>,
/** For these too, whatever stands on their list today. */
customers: Array<CustomerId>, };

/** One customer of the sheet. */
export type SheetBlock = {
/** In a line. Her phone is in full for the owner, and with its middle hidden for a clerk. */
person: TaskPerson,
/** Further phones. */
phones: Array<Phone>,
/** Birthday, as she said it. */
birthday?: string | null,
/** When it is next. */
birthday_on?: string | null,
/** What is to be done about her today. */
tasks: Array<TaskRow>,
/** What may not be said to her now. */
against: Array<Suppression>,
/** Sizes. */
sizes: Array<SheetFact>,
/** What else is known that helps a talk. */
likes: Array<SheetFact>,
/** What she bought last, the latest first. */
visits: Array<SheetVisit>,
/** What she waits for. */
wishes: Array<string>,
/** Notes that pop up. */
notes: Array<string>,
/** What the archive does not know yet, the weightiest first, to be filled in by hand. */
gaps: Array<string>, };

/** Something known about her. */
export type SheetFact = {
/** The field's label. */
label: string,
/** What it holds. */
value: string, };

/** A visit in a line. */
export type SheetVisit = {
/** When. */
day: string,
/** What. */
what: string,
/** Paid. */
total: Fen, };
