// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  Secret,
} from '../generated';

/**
 * Chooses a passphrase for a plain book, or another one for an encrypted one. The book stays as it is until its recovery
 * sheet was typed back.
 */
export type BeginEncryption = {
/** The present passphrase, if the book is encrypted. */
current?: Secret | null,
/** The new one. */
passphrase: Secret, };

/** Says that the sheet of the present key is readable. */
export type ConfirmSheet = {
/** The letters of the sheet. */
sheet: Secret, };

/** Takes the encryption off again. */
export type DecryptBook = {
/** The present passphrase. */
passphrase: Secret, };

/** The book lies there under its new key, or plain; before that it was copied as it had been. */
export type EncryptionChanged = {
/** Whether it is encrypted now. */
encrypted: boolean,
/** The file name of the copy made before, which opens as the book did until now. */
copy: string,
/** The folder that copy lies in. */
folder: string,
/** Plain copies found near the book. */
plain: Array<PlainCopy>, };

/** Whether the open book is encrypted. */
export type EncryptionState = {
/** Whether it is. */
encrypted: boolean,
/** The number of the recovery sheet that opens it. */
sheet_no?: string | null,
/** Whether that sheet was typed back, so that it is known to be readable. */
sheet_confirmed: boolean, };

/** Encrypts the book with what was begun, now that its sheet was typed back. */
export type FinishEncryption = {
/** The letters of the sheet. */
sheet: Secret, };

/** Shows the recovery sheet once more. */
export type GetSheet = {
/** The present passphrase. */
passphrase: Secret, };

/** Looks for plain copies of customer books. */
export type ListPlainCopies = {
/** A folder to look in, beside that of the book. */
folder?: string | null, };

/** Books that anybody can read. The program never deletes one. */
export type PlainCopies = {
/** What was found. */
copies: Array<PlainCopy>, };

/** A customer book that anybody can read. */
export type PlainCopy = {
/** Its name. */
file_name: string,
/** The folder it lies in. */
folder: string,
/** Bytes. */
bytes: number, };

/** What is printed and kept away from the computer: whoever has it can open the book. */
export type RecoverySheet = {
/** The number by which sheet and files find each other; no secret. */
sheet_no: string,
/** The key in groups of letters. */
groups: Array<string>,
/** The same as a picture for a camera: rows of 1 for dark and 0 for light. */
qr: Array<string>,
/** The shop whose book it opens. */
shop_name: string,
/** The day it is shown. */
day: string, };
