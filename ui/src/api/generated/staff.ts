// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  StaffId,
  Who,
} from '../generated';

/** What somebody may do. */
export type Role = "owner" | "clerk";

/** Adds somebody (no id) or changes somebody. */
export type SaveStaff = {
/** Whom to change; empty to add. */
id?: StaffId | null,
/** Name. */
name: string,
/** Role. */
role: Role,
/** Whether still working here. */
is_active: boolean, };

/** Says who is at the counter from now on. */
export type SetActor = {
/** Who; empty for nobody in particular. */
staff?: StaffId | null, };

/** A clerk (导购) or the owner. */
export type Staff = {
/** Id. */
id: StaffId,
/** Name, unique. */
name: string,
/** Role. */
role: Role,
/** Whether still working here. */
is_active: boolean, };
