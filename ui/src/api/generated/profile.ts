// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  CustomerId,
  FieldId,
  Place,
  ValueId,
  VisitId,
  Who,
} from '../generated';

/** What was learned about one field; replaces what held before, which stays in her history. */
export type Answer = {
/** The field. */
field: FieldId,
/** All that holds from now on; empty when nothing is known any more. */
values: Array<string>, };

/** When a question suits. */
export type Asking = {
/** Whether the clerk answers it by watching instead of asking. */
observed: boolean,
/** From which visit on it is no longer too early. */
from_visit: number,
/** Words of categories that bring it up; empty for any time. */
suits: Array<string>, };

/** All a field ever held. */
export type FieldHistory = {
/** Latest first. */
values: Array<ProfileValue>, };

/** What a field holds. */
export type FieldKind = "text" | "choice" | "multi" | "number" | "date";

/** The catalogue. */
export type Fields = {
/** In its order. */
fields: Array<ProfileField>, };

/** Asks for all a field ever held for a customer. */
export type GetFieldHistory = {
/** About whom. */
customer: CustomerId,
/** Which field. */
field: FieldId, };

/** A next best question. */
export type NextQuestion = {
/** The field it fills. */
field: FieldId,
/** The field's label. */
label: string,
/** As a clerk would ask. */
text: string,
/** By how much the completeness would rise. */
gain: number,
/** Whether the clerk answers it by watching instead of asking. */
observed: boolean, };

/** Which half of the archive a field belongs to. */
export type Part = "hard" | "soft";

/** A field of one customer with what holds today. */
export type ProfileEntry = {
/** The field. */
field: FieldId,
/** Its key. */
key: string,
/** Its label. */
label: string,
/** Hard or soft. */
part: Part,
/** What it holds. */
kind: FieldKind,
/** For choices. */
options: Array<string>,
/** Sensitive or not. */
is_sensitive: boolean,
/** What holds today. */
values: Array<ProfileValue>, };

/** An entry of the catalogue (`ProfileField`). */
export type ProfileField = {
/** Id. */
id: FieldId,
/** Stable key, such as `style`. */
key: string,
/** As shown. */
label: string,
/** Hard or soft. */
part: Part,
/** What it holds. */
kind: FieldKind,
/** For choices. */
options: Array<string>,
/** Weight within its half, 0 to 100. */
weight: number,
/** Whether it is asked for at all. */
is_on: boolean,
/** Whether it needs a consent of its own. */
is_sensitive: boolean,
/** Whether it is one of the archive's own columns (name, phone, birthday ...), which cannot be removed. */
is_builtin: boolean,
/** How a clerk would ask. */
question?: string | null,
/** When to ask. */
asking: Asking, };

/** One dated fact. */
export type ProfileValue = {
/** Id. */
id: ValueId,
/** The fact, in her words. */
value: string,
/** When it was learned. */
learned_on: string,
/** Who learned it. */
staff?: string | null,
/** From which visit. */
visit?: VisitId | null,
/** When it stopped being so. */
ended_on?: string | null, };

/** Adds a field (no id) or changes one. */
export type SaveField = {
/** Which; empty to add. */
id?: FieldId | null,
/** As shown. */
label: string,
/** Hard or soft. */
part: Part,
/** What it holds; fixed once values are there. */
kind: FieldKind,
/** For choices. */
options: Array<string>,
/** Weight within its half, 0 to 100. */
weight: number,
/** Whether it is asked for. */
is_on: boolean,
/** Whether it needs a consent of its own. */
is_sensitive: boolean,
/** How a clerk would ask. */
question?: string | null,
/** Place in the list from 0; empty leaves it where it is, or puts it last. */
position?: number | null, };

/** Writes down what was learned. */
export type SetProfile = {
/** About whom. */
customer: CustomerId,
/** What. */
answers: Array<Answer>,
/** From which visit. */
visit?: VisitId | null,
/** Sensitive fields she agreed to just now. */
agreed?: Array<FieldId> | null, };
