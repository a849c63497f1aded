// Generated from src-tauri/core/src/ops.rs and wire/ by the bindings test. Do not edit: change the Rust types, then run
// SHUKE_WRITE_BINDINGS=1 cargo test -p shuke-tests --test bindings

import type {
  ConsentPurpose,
  ContactChannel,
  Why,
} from '../generated';

/** How often the shop may be heard. The owner's to change. */
export type ContactLimits = {
/** Marketing messages in a calendar month; 0 for no limit. */
marketing_a_month: number,
/** After so many in a row without an answer, only `after_unanswered` a month; 0 for no limit. */
unanswered: number,
/** Marketing messages in a calendar month to somebody who does not answer. */
after_unanswered: number,
/** Days after any contact or visit before the next reminder or promotion that is not bound to a day; 0 for none. */
quiet_days: number,
/** Whether promotion needs a recorded consent. A withdrawn one always stops it. */
marketing_needs_consent: boolean,
/** The hour of the day from which messages go out, 0 to 23. */
from_hour: number,
/** The hour until which they do, 1 to 24. */
to_hour: number, };

/** Why she is not to be addressed. `until` is the first day on which this alone would no longer stop it. */
export type Suppression = { "why": "inactive" } | { "why": "do_not_contact" } | { "why": "consent_withdrawn",
/** To what. */
purpose: ConsentPurpose,
/** Which channel. */
channel: ContactChannel, } | { "why": "minor",
/** 18 or 14. */
under: number, } | { "why": "no_promotion" } | { "why": "consent_missing",
/** Which channel. */
channel: ContactChannel, } | { "why": "open_complaint" } | { "why": "no_channel",
/** Which channel. */
channel: ContactChannel, } | { "why": "unanswered",
/** How many in a row. */
count: number,
/** The next month. */
until: string, } | { "why": "monthly_limit",
/** How many. */
count: number,
/** The next month. */
until: string, } | { "why": "too_soon",
/** When. */
last: string,
/** Whether she came, or was spoken to. */
visited: boolean,
/** When the quiet days are over. */
until: string, };
