// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  CustomerId,
  TagCondition,
  TagId,
} from '../generated';

/** Puts tags on customers; the tags they carry stay. */
export type AddTags = {
/** On whom, at most 10,000. */
customers: Array<CustomerId>,
/** Names; new ones are made. */
tags: Array<string>, };

/** Takes one tag off customers. */
export type RemoveTag = {
/** Off whom, at most 10,000. */
customers: Array<CustomerId>,
/** Which. */
tag: TagId, };

/** Adds a tag (no id) or renames one. */
export type SaveTag = {
/** Which; empty to add. */
id?: TagId | null,
/** Name. */
name: string, };

/** A tag and how many customers carry it. */
export type Tag = {
/** Id. */
id: TagId,
/** Name, unique. */
name: string,
/** How many carry it by hand. */
customers: number,
/** What has to be so for the rule that gives it; empty for a tag set by hand. */
rule?: Array<TagCondition> | null, };

/** Names a tag. */
export type TagRef = {
/** Which. */
tag: TagId, };

/** All tags. */
export type Tags = {
/** The most carried first. */
tags: Array<Tag>, };
