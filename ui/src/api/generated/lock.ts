// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  Role,
  StaffId,
  Who,
  Whose,
} from '../generated';

/** Somebody who may sit down. */
export type LockPerson = {
/** Who. */
staff: StaffId,
/** Name. */
name: string,
/** Role. */
role: Role,
/** What is asked of this person; empty for nothing. */
secret?: SecretKind | null,
/** After wrong tries: how many seconds until the next one counts. */
wait_seconds: number, };

/** How the lock behaves. */
export type LockSettings = {
/** After how many minutes without a key or a click it locks by itself, 1 to 60. */
after_minutes: number,
/** Whether clerks may see one customer's numbers at a time, each time noted in the log. */
clerks_reveal: boolean, };

/** The lock as it stands. */
export type LockState = {
/** Whether there is one: somebody set a password. */
guarded: boolean,
/** Whether it is locked now. */
locked: boolean,
/** Who is at the counter. */
actor?: StaffId | null,
/** What that person may; the owner's rights where there is no lock. */
role?: Role | null,
/** Everybody who works here. */
people: Array<LockPerson>,
/** After how many minutes without a key or a click it locks by itself. */
after_minutes: number,
/** Whether the owner lets clerks see one customer's numbers at a time. */
clerks_reveal: boolean,
/** Whether whoever is there may see them. */
reveals: boolean, };

/** Takes a password or a PIN away. With the last owner's password the lock goes, and all PINs with it. */
export type RemoveSecret = {
/** Whose. */
staff: StaffId,
/** The present one; asked for where a password is taken away. */
current?: string | null, };

/** What somebody types at the lock. */
export type SecretKind = "password" | "pin";

/** Sets or changes a password or a PIN. */
export type SetSecret = {
/** Whose. Owners have passwords, clerks have PINs. */
staff: StaffId,
/** The new one. */
secret: string,
/** The present one; asked for where a password is changed. */
current?: string | null, };

/** Sits down at the counter. */
export type Unlock = {
/** Who. */
staff: StaffId,
/** Password or PIN, where one is set. */
secret?: string | null, };

/** Numbers that were asked for, whole, whoever asked. */
export type WholeNumbers = {
/** Phones, the main one first. */
phones: Array<string>,
/** WeChat name. */
wechat?: string | null, };
