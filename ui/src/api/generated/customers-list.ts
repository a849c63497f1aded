// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  Completeness,
  CustomerId,
  CustomerSort,
  Fen,
  LevelId,
  Phone,
  SegmentCondition,
  StaffId,
  Status,
  TagId,
  Who,
} from '../generated';

/** Narrows the list of customers. */
export type CustomerFilter = {
/** Only these levels. */
levels: Array<LevelId>,
/** Carrying any of these tags. */
tags: Array<TagId>,
/** Looked after by. */
staff?: StaffId | null,
/** Net spend at least. */
spend_min?: Fen | null,
/** Net spend at most. */
spend_max?: Fen | null,
/** Last visit on or after. */
visited_from?: string | null,
/** Last visit on or before; those who never came are left out. */
visited_to?: string | null,
/** Never came. */
never_visited: boolean,
/** Solar month of this year's birthday, 1 to 12. */
birthday_month?: number | null,
/** Completeness below. */
completeness_below?: number | null,
/** Status; empty for active. */
status?: Status | null,
/** Whatever else has to be so, as a segment says it. */
condition?: SegmentCondition | null, };

/** A page of customers. */
export type CustomerList = {
/** Rows. */
rows: Array<CustomerRow>,
/** Hand it back for the next page; empty at the end. */
cursor?: string | null,
/** How many there are in all; not on a page after a cursor. */
total?: number | null, };

/** A row of the list. */
export type CustomerRow = {
/** Id. */
id: CustomerId,
/** Member number. */
member_no: string,
/** Name. */
name: string,
/** Main phone. */
phone?: Phone | null,
/** Level. */
level: string,
/** Level's rank. */
level_rank: number,
/** Points today. */
points: number,
/** Net spend ever. */
net_spend: Fen,
/** Visits. */
visits: number,
/** Last visit. */
last_visit?: string | null,
/** Completeness. */
completeness: number,
/** Who looks after her. */
staff?: string | null,
/** Day of joining. */
joined_on: string, };

/** Asks for a page of customers. */
export type ListCustomers = {
/** Which. */
filter: CustomerFilter,
/** Order. */
sort: CustomerSort,
/** Where the page before ended, as it said. */
cursor?: string | null,
/** Instead of a cursor: how many rows from the beginning are passed over. */
skip?: number | null,
/** How many, 1 to 500. */
limit: number, };

/** Types into the search box. */
export type Search = {
/** What was typed. */
query: string,
/** How many at most, 1 to 50. */
limit: number, };

/** What was found, best first. */
export type SearchAnswer = {
/** The hits. */
hits: Array<SearchHit>, };

/** Somebody found. */
export type SearchHit = {
/** Id. */
id: CustomerId,
/** Member number. */
member_no: string,
/** Name. */
name: string,
/** Main phone. */
phone?: Phone | null,
/** Level. */
level: string,
/** Level's rank, 0 the base. */
level_rank: number,
/** Last visit. */
last_visit?: string | null,
/** Net spend ever. */
lifetime_spend: Fen,
/** Which kind of key matched: name, pinyin, initials, phone, card, old_card, wechat, nickname, tag, style, recent. */
matched: string,
/** Whether the archive was put away. */
archived: boolean, };
