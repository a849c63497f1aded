// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  CustomerId,
  JsonValue,
  Op,
  OperationId,
  VisitId,
  Who,
} from '../generated';

/** A row before and after. */
export type ChangedRow = {
/** Table. */
table: string,
/** Row id. */
row: number,
/** Columns before; empty for a new row. */
before?: JsonValue | null,
/** Columns after; empty for a new or a deleted row. */
after?: JsonValue | null, };

/** Asks for one entry with its rows. */
export type GetOperation = {
/** Which. */
operation: OperationId, };

/** One entry. */
export type HistoryEntry = {
/** Id. */
id: OperationId,
/** What was done. */
kind: Op,
/** When; RFC 3339. */
at: string,
/** Who. */
by?: string | null,
/** About whom. */
customer?: CustomerId | null,
/** Her name today; empty when she is no longer there. */
customer_name?: string | null,
/** About which visit. */
visit?: VisitId | null,
/** Numbers and words for the sentence. */
params: JsonValue,
/** What this entry took back. */
undoes?: OperationId | null,
/** What took this entry back. */
undone_by?: OperationId | null,
/** Whether undo may be offered; a later change may still stand in the way. */
undoable: boolean, };

/** A page, newest first. */
export type HistoryPage = {
/** Entries. */
entries: Array<HistoryEntry>,
/** Whether there are older ones. */
more: boolean, };

/** Asks for a page of the history. */
export type ListHistory = {
/** Only about this customer. */
customer?: CustomerId | null,
/** Only operations before this one. */
before?: OperationId | null,
/** How many, 1 to 200. */
limit: number, };

/** An entry with its rows. */
export type OperationDetail = {
/** The entry. */
entry: HistoryEntry,
/** The first 200 changed rows. */
changes: Array<ChangedRow>,
/** Rows that came in bulk. */
inserted: number, };

/** Takes an operation back. */
export type UndoRequest = {
/** Which. */
operation: OperationId, };

/** It was taken back. */
export type Undone = {
/** The undo's own entry; undoing that one does it again. */
operation: OperationId,
/** What was taken back. */
undone: OperationId, };
