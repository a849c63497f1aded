// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  CustomerId,
  StaffId,
  Who,
} from '../generated';

/** What was done. */
export type AuditAction = "begun" | "changed" | "viewed" | "revealed" | "exported" | "backed_up" | "restored" | "unlocked" | "refused" | "locked" | "secret_set" | "secret_removed" | "purged";

/** One row. */
export type AuditEntry = {
/** Its number; they follow each other without a gap. */
seq: number,
/** When; RFC 3339. */
at: string,
/** Who, as called today; empty when nobody in particular was at the counter. */
by?: string | null,
/** What. */
action: AuditAction,
/** Of a change the operation's kind, of an export what was exported, of a secret whether password or PIN, of a lock why. */
kind?: string | null,
/** Of a change the operation, of a view the customer, of a secret the member of staff. */
target?: number | null,
/** The customer concerned, while she is in the book. */
customer?: CustomerId | null,
/** Her name today. */
customer_name?: string | null,
/** The member of staff concerned, by name. */
person?: string | null,
/** Of an export how many rows. */
rows?: number | null,
/** Of an export which kind of file. */
file?: string | null, };

/** A page, newest first. */
export type AuditPage = {
/** Rows. */
entries: Array<AuditEntry>,
/** Whether there are older ones. */
more: boolean,
/** The chain's present end, as it is printed on the accountant's manifest. */
head: string, };

/** Asks for a page of the log. */
export type ListAudit = {
/** Only this. */
action?: AuditAction | null,
/** Only what this person did. */
staff?: StaffId | null,
/** Only rows before this one. */
before?: number | null,
/** How many, 1 to 200. */
limit: number, };
