// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  CustomerFields,
  CustomerId,
  Person,
  Who,
  Why,
} from '../generated';

/** Two archives that may be one person. */
export type DuplicatePair = {
/** One. */
left: Person,
/** The other. */
right: Person,
/** Why: phone, name_birthday. */
because: string, };

/** Pairs found, at most 500. */
export type Duplicates = {
/** Pairs. */
pairs: Array<DuplicatePair>, };

/** Merges one archive into another, with all history. Undo takes it back. */
export type MergeCustomers = {
/** Who stays. */
keep: CustomerId,
/** Who goes into her. */
from: CustomerId,
/** The columns as they shall be. */
fields: CustomerFields, };
