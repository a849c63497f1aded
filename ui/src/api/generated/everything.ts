// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

/** Everything was taken out. */
export type EverythingExported = {
/** The new folder, full path. */
folder: string,
/** The tables that have rows. */
tables: Array<WholeTable>,
/** All their rows. */
rows: number,
/** All their bytes. */
bytes: number, };

/** Everything came back, or would. */
export type EverythingImported = {
/** Whether everything was taken back. */
dry_run: boolean,
/** The name of the shop it was taken out of. */
shop: string,
/** The day on which. */
day: string,
/** Customers, those of the past among them. */
customers: number,
/** Visits, voided ones among them. */
visits: number,
/** The tables that have rows. */
tables: Array<WholeTable>,
/** All their rows. */
rows: number, };

/** Takes everything out into a new folder. */
export type ExportEverything = {
/** The folder in which the new one is made. */
folder: string, };

/** Brings everything back into a new book. */
export type ImportEverything = {
/** The folder that [`ExportEverything`] made. */
folder: string,
/** Goes all the way and takes everything back: the same counts, the book unchanged. */
dry_run: boolean, };

/** A table that was written or read whole. */
export type WholeTable = {
/** Its name, as in the file. */
table: string,
/** Its rows. */
rows: number, };
