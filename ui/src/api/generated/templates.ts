// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  CustomerId,
  EventId,
  FestivalId,
  FileEncoding,
  Language,
  Nothing,
  Occasion,
  Person,
  Placeholder,
  Purpose,
  Suppression,
  TemplateId,
  VisitId,
  VoucherId,
  Who,
  Why,
} from '../generated';

/** One list. */
export type BatchRef = {
/** Its name. */
batch: string, };

/** A list that was handed over. */
export type BatchRow = {
/** Its name. */
batch: string,
/** When it was made. */
day: string,
/** Texts in it. */
count: number,
/** How many of them are in the log as sent. */
logged: number, };

/** A list that went out. */
export type BatchSent = {
/** Entries written into the log. */
written: number,
/** Who is over the limits by now, and is not in the log. */
held: Array<HeldBack>, };

/** Lists that were handed over. */
export type Batches = {
/** The last 20, the latest first. */
batches: Array<BatchRow>, };

/** Makes a list for a provider of text messages. */
export type ExportMessages = {
/** The texts, at most 10,000; of several to one customer the first. */
items: Array<MessageItem>,
/** The folder in which the list's own folder is put. */
folder: string,
/** Its encoding; empty for UTF-8. */
encoding?: FileEncoding | null, };

/** Somebody who is not written to now. */
export type HeldBack = {
/** Who. */
customer: Person,
/** Why. */
why: Suppression, };

/** Asks for the texts. */
export type ListTemplates = {
/** Of a language; empty for all. */
language?: Language | null,
/** Of an occasion; empty for all. */
occasion?: Occasion | null, };

/** A message, ready to be copied. Nothing has been sent. */
export type Message = {
/** The text it was made of. */
template: TemplateId,
/** Its title. */
title: string,
/** What it is for. */
occasion: Occasion,
/** Service, greeting or offer. */
purpose: Purpose,
/** Its language. */
language: Language,
/** As it can be sent. */
text: string,
/** What was not known and was written around. */
missing: Array<Placeholder>,
/** What was not known, so that its stretch was left out. */
left_out: Array<Placeholder>,
/** Its length; a text message holds 70 Chinese characters. */
characters: number,
/** Whether messages may go out at this hour, by the shop's own limits. */
in_hours: boolean, };

/** What a message is about, as far as it is not plain from the archive. Everything may be left out. */
export type MessageFacts = {
/** The gift or benefit; empty for what waits for her. */
benefit?: string | null,
/** The voucher; empty for the one of hers that ends first. */
voucher?: VoucherId | null,
/** The last day on which it is good; empty for that of the voucher, the benefit or the points. */
until?: string | null,
/** The points; empty for her balance. */
points?: number | null,
/** The festival; empty for the next one. */
festival?: FestivalId | null,
/** The name of an important date. */
date_name?: string | null,
/** The event; empty for the next one. */
event?: EventId | null,
/** The wish; empty for the one she has had longest. */
wish?: string | null,
/** The other customer of a referral; empty for whom the archive knows. */
friend?: CustomerId | null,
/** The visit it is about; empty for her last purchase. */
visit?: VisitId | null,
/** What an apology is about. */
matter?: string | null, };

/** Asks for a message to a customer. */
export type MessageFor = {
/** To whom. */
customer: CustomerId,
/** Of which text; empty to choose by the occasion. */
template?: TemplateId | null,
/** The occasion; needed when no text is named. */
occasion?: Occasion | null,
/** The language to choose in; empty for the shop's. */
language?: Language | null,
/** What it is about. */
facts: MessageFacts, };

/** A text of a list. */
export type MessageItem = {
/** To whom. */
customer: CustomerId,
/** Of which text; empty to choose by the occasion. */
template?: TemplateId | null,
/** The occasion; needed when no text is named. */
occasion?: Occasion | null,
/** What it is about. */
facts: MessageFacts, };

/** A text with placeholders. */
export type MessageTemplate = {
/** Its id. */
id: TemplateId,
/** The stable name of one that ships with the program; empty for one of the shop's own. */
key?: string | null,
/** What it is for. */
occasion: Occasion,
/** Its language. */
language: Language,
/** As listed. Of a word of care: the goods it is for, separated by spaces. Of a festival: its name. */
title: string,
/** What is said, with `{placeholders}` and `[stretches left out when something in them is not known]`. */
text: string,
/** Service, greeting or offer. */
purpose: Purpose,
/** Whether it is used. */
is_on: boolean, };

/** A list that was made. Nothing has been sent. */
export type MessagesExported = {
/** The name of the list; empty when nobody was left to write to, and no file was made. */
batch: string,
/** Full path of the file. */
path: string,
/** Texts in it. */
rows: number,
/** Who was left out. */
held: Array<HeldBack>,
/** Whether messages may go out at this hour, by the shop's own limits. */
in_hours: boolean, };

/** A placeholder with its labels, of which either may stand between the braces. */
export type PlaceholderRow = {
/** Which. */
placeholder: Placeholder,
/** The Chinese label. */
zh: string,
/** The English label. */
en: string, };

/** Shows a text before it is saved. */
export type PreviewTemplate = {
/** What is said. */
text: string,
/** What it is for. */
occasion: Occasion,
/** Its language. */
language: Language,
/** Service, greeting or offer. */
purpose: Purpose,
/** For whom; empty for somebody of whom nothing is known. */
customer?: CustomerId | null,
/** What it is about. */
facts: MessageFacts, };

/** A text as it would read. */
export type Previewed = {
/** As it would be sent. */
text: string,
/** What was not known and was written around. */
missing: Array<Placeholder>,
/** What was not known, so that its stretch was left out. */
left_out: Array<Placeholder>,
/** Its length; a text message holds 70 Chinese characters. */
characters: number,
/** What is odd about it. */
warnings: Array<Warning>, };

/** Adds a text, or changes one. */
export type SaveTemplate = {
/** Which; empty for a new one. */
id?: TemplateId | null,
/** What it is for. */
occasion: Occasion,
/** Its language. */
language: Language,
/** As listed, at most 40 characters. */
title: string,
/** What is said, at most 500 characters. */
text: string,
/** Service, greeting or offer. */
purpose: Purpose,
/** Whether it is used. */
is_on: boolean, };

/** One text. */
export type TemplateRef = {
/** Which. */
template: TemplateId, };

/** A text of the list. */
export type TemplateRow = {
/** The text. */
template: MessageTemplate,
/** How it reads for somebody of whom everything is known; nobody in it exists. */
example: string,
/** What is odd about it. */
warnings: Array<Warning>, };

/** A text that was saved. */
export type TemplateSaved = {
/** Its id. */
template: TemplateId,
/** What is odd about it. */
warnings: Array<Warning>, };

/** The shop's texts. */
export type Templates = {
/** By place in the list. */
templates: Array<TemplateRow>,
/** What a text can ask for. */
placeholders: Array<PlaceholderRow>, };

/** Something odd about a text. It may be saved all the same. */
export type Warning = {
/** A word of an offer in a greeting. */
word: string, };
