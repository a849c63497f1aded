// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  CustomerFilter,
  CustomerSort,
  Encoding,
  Fen,
  Kind,
  SegmentCondition,
} from '../generated';

/** A column of a table. */
export type ExportColumn = {
/** Its name, the same in every language. */
name: string,
/** Its name in the shop's language. */
label: string,
/** Whether it was written last time; before the first time all are. */
is_chosen: boolean, };

/** The columns of a table and how it was written last time. */
export type ExportColumns = {
/** The chosen ones in their order, then the others. */
columns: Array<ExportColumn>,
/** Kind of file of last time. */
format?: TableFormat | null,
/** Encoding of last time. */
encoding?: FileEncoding | null,
/** Headings of last time. */
headings?: Headings | null, };

/** Exports a whole table for the owner, names and phones included. */
export type ExportTable = {
/** Which. */
table: ExportedTable,
/** The file to make; one that is there is replaced. */
path: string,
/** Its kind; empty for what its name ends in, else CSV. */
format?: TableFormat | null,
/** The encoding of a text file; empty for UTF-8. */
encoding?: FileEncoding | null,
/** What stands in the first row; empty for names. */
headings?: Headings | null,
/** As it was at the end of this day; empty for now. Tasks: those of this day. */
as_of?: string | null,
/** Only of the customers whom this finds today; empty for all. What belongs to no customer is then left out. */
only?: SegmentCondition | null,
/** Only of the customers of a list as it stands on the screen, archives in its order. */
list?: ListedCustomers | null,
/** Only these columns, by name, in this order, which is remembered; empty for all. */
columns?: Array<string> | null, };

/** Exports a week for the accountant: a folder named after the week, with five tables and a manifest. */
export type ExportWeek = {
/** Such as 2026-W47. */
week: string,
/** The folder in which the week's own folder is put. */
folder: string,
/** Encoding of the tables; empty for UTF-8. */
encoding?: FileEncoding | null, };

/** A file of the export. */
export type ExportedFile = {
/** Name. */
name: string,
/** Rows without the headings. */
rows: number,
/** Bytes. */
bytes: number,
/** SHA-256 of the bytes, in hexadecimal digits. */
sha256: string, };

/** A table for the owner. */
export type ExportedTable = "customers" | "visits" | "lines" | "points" | "tasks";

/** How text files are written. */
export type FileEncoding = "utf8" | "gb18030";

/** Asks what a table could show. */
export type GetExportColumns = {
/** Which table. */
table: ExportedTable, };

/** What stands in the first row. */
export type Headings = "names" | "words";

/** Asks for weeks, newest first. */
export type ListWeeks = {
/** Only weeks before this one; empty to begin with this week. */
before?: string | null,
/** How many, 1 to 60; empty for 12. */
limit?: number | null, };

/** A list of customers. */
export type ListedCustomers = {
/** Which. */
filter: CustomerFilter,
/** Their order. */
sort: CustomerSort, };

/** A table that was exported. */
export type TableExported = {
/** Full path of the file. */
path: string,
/** Rows without the headings. */
rows: number,
/** Bytes. */
bytes: number, };

/** The kind of file. */
export type TableFormat = "csv" | "xlsx";

/** A week that was exported. */
export type WeekExported = {
/** The week. */
week: string,
/** Its Monday. */
from: string,
/** Its Sunday. */
to: string,
/** The week's own folder, full path. */
folder: string,
/** The files in it. */
files: Array<ExportedFile>,
/** What they add up to. */
totals: WeekTotals,
/** 1 for what was delivered first, 2 after a change, and so on; 0 for a week that is not over. */
revision: number,
/** Corrections to weeks delivered before that these files carry. */
corrections: number,
/** Whether the week is over. Files of a week that is not are a preview: nothing is noted as delivered. */
complete: boolean,
/** Whether the very same content had been delivered before. */
repeated: boolean, };

/** A page of weeks. */
export type WeekList = {
/** The weeks, newest first. */
weeks: Array<WeekRow>,
/** Whether there are older ones. */
more: boolean,
/** Where the last export was put; full path. */
last_folder?: string | null,
/** Its encoding. */
last_encoding?: FileEncoding | null, };

/** A week of the list. */
export type WeekRow = {
/** Such as 2026-W47. */
week: string,
/** Its Monday. */
from: string,
/** Its Sunday. */
to: string,
/** Live visits in it today. */
visits: number,
/** Their sum. */
total: Fen,
/** Whether it is over. */
complete: boolean,
/** When its present content was first delivered; empty if never. RFC 3339. */
exported_at?: string | null,
/** How many visits of it changed since they were delivered; the next export of any week carries them as corrections. */
changed: number, };

/** What the files add up to; each sum was computed from its own table and they agree. */
export type WeekTotals = {
/** Visits. */
visits: number,
/** Really paid, returns taken off. */
total: Fen,
/** Bought: the part of the total above zero. */
sales: Fen,
/** Brought back: below zero. */
returns: Fen,
/** List prices less what was paid. */
discounts: Fen,
/** Lines. */
lines: number,
/** The sum of the lines. */
lines_total: Fen,
/** Visits that have a total but no lines. */
without_lines: number,
/** Their sum; together with the lines it is the total. */
without_lines_total: Fen,
/** Payments, each unstated one counted as one. */
payments: number,
/** Their sum, which is the total. */
payments_total: Fen,
/** Visits of which it was not written down how they were paid. */
unstated: number,
/** Their sum, contained in the payments. */
unstated_total: Fen,
/** Points of all customers at the end of the week. */
points_liability: number,
/** Vouchers that could still be used at the end of the week. */
vouchers_outstanding: number, };
