// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  Code,
  Fen,
  Finding,
  Secret,
} from '../generated';

/** All copies that are known and there, the newest first. */
export type Backups = {
/** The folder the program puts its own copies in. */
folder: string,
/** Copies. */
copies: Array<CopyRow>,
/** The book as it was before restores and upgrades, and damaged ones; never removed by the program. */
kept: Array<CopyRow>,
/** Files beside the book whose names say that two computers wrote it; the program does nothing with them by itself. */
conflicts: Array<CopyRow>,
/** When the last good copy was made, wherever it lies; RFC 3339. */
last?: string | null,
/** When the last good copy on another disk was made; RFC 3339. */
last_off_disk?: string | null,
/** The restore that can be taken back. */
restored?: RestoreNote | null,
/** What kept the program's own last copy from being made. */
problem?: Code | null,
/** Copies that the rules for thinning no longer ask for but that stay because the clock is in doubt. */
held_back: number, };

/** A clock that moved further than time can have passed at the counter. */
export type ClockDoubt = {
/** The last instant that was seen; RFC 3339. */
seen: string,
/** What the computer's clock says now; RFC 3339. */
now: string, };

/** What a file beside the book is. */
export type CopyKind = "copy" | "aside" | "damaged" | "upgrade" | "conflict";

/** A copy that was opened as a restore would open it, looked through, and closed. */
export type CopyProof = {
/** Whether nothing was found. */
ok: boolean,
/** What was found. */
findings: Array<Finding>,
/** Archives. */
customers: number,
/** Visits. */
visits: number,
/** The sum of all live visits. */
total: Fen,
/** The day of the last visit. */
last_visit?: string | null,
/** When it was looked through; RFC 3339. */
at: string, };

/** A copy, or another file that a copy or a restore left. */
export type CopyRow = {
/** Full path, to be handed back. */
path: string,
/** Its name without the folder. */
file_name: string,
/** What it is. */
kind: CopyKind,
/** When it was made; RFC 3339. */
at: string,
/** For what reason, where that is remembered. */
why?: CopyWhy | null,
/** Bytes. */
bytes: number,
/** Archives in it, where that is remembered. */
customers?: number | null,
/** Visits in it, where that is remembered. */
visits?: number | null,
/** When it was last opened and looked through, if it ever was; RFC 3339. */
proven_at?: string | null,
/** Whether it lies on another disk than the book. */
off_disk: boolean, };

/** The reason for a copy. */
export type CopyWhy = "asked" | "timed" | "closing" | "import" | "bulk" | "upgrade";

/** What stands in the present book and not in the copy. */
export type LostSince = {
/** Entries of the history. */
operations: number,
/** The first of them; RFC 3339. */
from?: string | null,
/** The last of them; RFC 3339. */
until?: string | null,
/** Archives. */
customers: number,
/** Visits. */
visits: number,
/** Calls and messages. */
contacts: number, };

/** Where the book lies, as far as its path and the disk tell. */
export type Place = "local" | "sync" | "network";

/** Asks what is in a copy. */
export type PreviewRestore = {
/** The copy. */
path: string,
/** Its passphrase, where it is another than that of the book. */
passphrase?: Secret | null,
/** The letters of its recovery sheet instead. */
sheet?: Secret | null, };

/** Asks to open a copy and look it through. */
export type ProveCopy = {
/** The copy. */
path: string,
/** Its passphrase, where it is another than that of the book. */
passphrase?: Secret | null,
/** The letters of its recovery sheet instead. */
sheet?: Secret | null, };

/** Puts a copy in the book's place. */
export type Restore = {
/** The copy. */
path: string,
/** Its passphrase, where it is another than that of the book. */
passphrase?: Secret | null,
/** The letters of its recovery sheet instead. */
sheet?: Secret | null, };

/** A restore that was done. */
export type RestoreNote = {
/** When; RFC 3339. */
at: string,
/** The name of the file that was restored. */
from: string,
/** The name of the file that holds the book as it was before. */
aside: string, };

/** What is in a copy, and what the present book has that it does not. */
export type RestorePreview = {
/** The shop's name in it. */
shop_name: string,
/** The version of the schema it was written with. */
version: number,
/** Whether that is older than this program's, so that it is brought up to date with the restore. */
is_older: boolean,
/** The last thing that was done in it; RFC 3339. */
last_change?: string | null,
/** The day of the last visit in it. */
last_visit?: string | null,
/** Archives. */
customers: number,
/** Visits. */
visits: number,
/** Calls and messages. */
contacts: number,
/** The sum of all live visits. */
total: Fen,
/** Whether it is a copy of this very book. */
same_book: boolean,
/** What the present book has beyond it. */
lost: LostSince,
/** Entries of the history that only the copy has; they come back. */
regained: number, };

/** The book that is open now. */
export type Restored = {
/** Where the book as it was before lies. */
aside: string,
/** Archives. */
customers: number,
/** Visits. */
visits: number,
/** The sum of all live visits. */
total: Fen,
/** The day of the last visit. */
last_visit?: string | null, };
