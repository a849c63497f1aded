// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  Certainty,
  CustomerId,
  DayOrder,
  Encoding,
  Fen,
  Field,
  Fields,
  Flag,
  Kind,
  Who,
} from '../generated';

/** A customer whom the book had, and what the file adds to or corrects in her archive. */
export type ChangedCustomer = {
/** Which of the report's files, where there are several of customers. */
file?: number | null,
/** Line of the file. */
line: number,
/** Who. */
customer: CustomerId,
/** Her member number. */
member_no?: string | null,
/** Her name as it was. */
name: string,
/** What changes, then what stays although its column is in the file. */
fields: Array<FieldChange>, };

/** What an import changes, or leaves, in one field of a customer whom the book had. */
export type FieldChange = {
/** The field, as in `map`. */
field: string,
/** What the shop's catalogue calls it, if it is one of its own. */
label?: string | null,
/** What stood there, in words. */
before?: string | null,
/** What stands there now. */
after?: string | null,
/** Whether the file's cell is empty, which never wipes what stands there. */
is_kept: boolean, };

/** What became of the rows of one file. Its remarks and changes stand with the table of its kind. */
export type FileReport = {
/** What it is called here: its name, with more where two of a kind are called alike. */
name: string,
/** What it holds. */
kind: Kind,
/** Rows in the file, blank ones left out. The sum of the next four. */
rows: number,
/** Rows that neither the book nor a file before it had. */
new: number,
/** Rows the book or a file before it had, just so. */
known: number,
/** Rows the book or a file before it had, to which this one added or corrected something. */
changed: number,
/** Rows that were held back. */
rejected: number,
/** All remarks, counted by their code. */
flags: { [key in string]: number },
/** The encoding it was read in. */
encoding?: Encoding | null,
/** How sure that is. */
certainty?: Certainty | null,
/** Which of day and month comes first in days such as 3/4/2024, where the file as a whole shows it. */
day_order?: DayOrder | null,
/** The sheet that was read, if it is a workbook. */
sheet?: string | null,
/** How the columns were understood. */
columns: Array<ImportColumn>,
/** Where the rows that were held back were written. */
errors?: string | null, };

/** One column as it was understood. */
export type ImportColumn = {
/** The heading as in the file. */
heading: string,
/** What it is called where its cells are put into the note: the heading, and of two alike the second with a number. */
title: string,
/** What it was taken for, as in `map`: `phone`, `profile.top_size`, `new`, `-`; empty where nothing. */
target?: string | null,
/** What the shop's catalogue calls the field it goes into, or will call the one that is made for it. */
field?: string | null,
/** Whether that field is made by this import. */
is_new: boolean,
/** How many choices that field came to offer. Only a run counts them; absent where it holds text. */
choices?: number | null,
/** Whether it is so because the user said so at an earlier import. */
is_remembered: boolean,
/** Whether the heading by itself says what it means. */
is_known: boolean,
/** Filled cells of rows that were taken, of a column that goes nowhere. Only a run counts them. */
lost: number,
/** Whether another column was taken for the same field instead. */
is_double: boolean,
/** Whether the shop's catalogue does not have the field, or has it off, so that the column was left out. */
is_left_out: boolean, };

/** One file and what the user says about it; what is left out is found out. */
export type ImportFile = {
/** Its path. */
path: string,
/** What the table holds. A preview may leave it out. */
kind?: Kind | null,
/** Encoding: utf-8, gb18030, utf-16le, utf-16be, big5. */
encoding?: string | null,
/** Delimiter, one character: ASCII or the full-width comma. */
delimiter?: string | null,
/** Line of the heading row; 0 where there is none, so that columns are only known by `#1`, `#2`, ... */
heading_line?: number | null,
/** Sheet of a workbook, by its name or its number from 1. */
sheet?: string | null,
/**
 * What columns mean, each as `COLUMN=field`; COLUMN is a heading or `#3` for the third column. Beside the fields there are
 * `profile.KEY` for one of the shop's catalogue, `new` for one that is made and called like the column, `new_choice` for one
 * that offers what stands in the column to choose from, and `-` to leave it out. Several columns may go into `note`. What is said in an import is proposed for the same headings in the next.
 */
map: Array<string>, };

/** The beginning of a file and how it would be read. */
export type ImportPreview = {
/** What the table holds: as the user said, or by its headings; empty where they say nothing. */
kind?: Kind | null,
/** The encoding of a text. */
encoding?: Encoding | null,
/** How sure that is. */
certainty?: Certainty | null,
/** The delimiter of a text. */
delimiter?: string | null,
/** The sheet of a workbook that would be read. */
sheet?: string | null,
/** All sheets of a workbook. */
sheets: Array<ImportSheet>,
/** Line of the heading row; 0 where there is none. */
heading_line: number,
/** The columns. */
columns: Array<ImportColumn>,
/** Fields that have to be mapped before the table can be read; one of each inner list would do. */
missing: Array<Array<Field>>,
/** The first rows, as in the file. */
rows: Array<Array<string>>,
/** Whether there are more. */
has_more: boolean, };

/** What an import did, or would do. */
export type ImportReport = {
/** Whether everything was taken back. */
dry_run: boolean,
/** Customers, if there was such a file. */
customers?: TableReport | null,
/** Visits. */
visits?: TableReport | null,
/** Lines. */
lines?: TableReport | null,
/** Each file by itself, in the order of the request. */
files: Array<FileReport>,
/** Clerks the book did not know and now does. */
staff_added: Array<string>,
/** Fields that the shop's catalogue did not have and now does. */
fields_added: Array<string>,
/** The sum of the new visits. */
total: Fen,
/** The sum of those that belong to a customer. */
customer_total: Fen,
/** Lines brought back that were tied to the line they were bought on. */
returns_tied: number,
/** Customers whose referrer was found. */
referrers_found: number, };

/** A sheet of a workbook. */
export type ImportSheet = {
/** The name on its tab. */
name: string,
/** Whether its tab is hidden. */
is_hidden: boolean, };

/** Brings in customers, visits and lines from up to fifty files, several of a kind if need be, all or nothing. */
export type RunImport = {
/** The files. Those of customers are read first, then those of visits, then those of lines, each kind in this order. */
files: Array<ImportFile>,
/** Goes all the way and takes everything back: the same counts, the book unchanged. */
dry_run: boolean,
/**
 * Where to write the rows that were held back, to be mended and brought again. With several files each gets its own,
 * with `-customers`, `-visits` or `-lines` before the ending; of several of a kind each with its number and name behind that.
 */
errors?: string | null,
/** The owner has it on paper that the people in the files agreed to their sensitive answers; without, those are left out. */
consent_on_paper: boolean, };

/**
 * What became of the rows of one kind of table, of all its files together. How a file was read is said here where it is the
 * only one of its kind, else with the files.
 */
export type TableReport = {
/** Rows in the files, blank ones left out. The sum of the next four. */
rows: number,
/** Rows the book did not have. */
new: number,
/** Rows the book had, just so. */
known: number,
/** Rows the book had, to which the file added or corrected something. */
changed: number,
/** Rows that were held back; each has a flag that says why. */
rejected: number,
/** The first hundred customers among the changed, of each file its share. */
changes: Array<ChangedCustomer>,
/** The first ten thousand remarks about cells and rows, of each file its share. */
flagged: Array<Flag>,
/** All remarks, counted by their code. */
flags: { [key in string]: number },
/** The encoding the file was read in. */
encoding?: Encoding | null,
/** How sure that is. */
certainty?: Certainty | null,
/** Which of day and month comes first in days such as 3/4/2024, where the file as a whole shows it. */
day_order?: DayOrder | null,
/** The sheet that was read, if it was a workbook. */
sheet?: string | null,
/** How the columns were understood. */
columns: Array<ImportColumn>,
/** Where the rows that were held back were written. */
errors?: string | null, };
