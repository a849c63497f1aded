/** 隐私 without a DOM: what is chosen in the review, whether a typed number agrees, how rows are told. */
import type { ConsentRow, ErasurePreview, PlaceCount, RetentionRow } from '../../api/generated';
import { consentName } from '../contacts/logic';

/** Tables of the preview that a shop owner thinks of as one thing, in the order they are told. */
const SHOWN = [
  'phone',
  'profile_value',
  'important_date',
  'relation',
  'customer_tag',
  'wish',
  'popup_note',
  'benefit_grant',
  'consent',
  'contact',
  'follow_up',
  'complaint',
  'event_guest',
  'visit',
  'visit_line',
  'payment',
  'points_entry',
  'voucher',
];

/** Message ids of the kinds of records in a list, with their numbers. */
export function told(places: readonly PlaceCount[]): { id: string; rows: number }[] {
  const known = places.filter(({ table }) => SHOWN.includes(table));
  known.sort((a, b) => SHOWN.indexOf(a.table) - SHOWN.indexOf(b.table));
  return known.map(({ table, rows }) => ({ id: `privacy-copy-part-${table.replaceAll('_', '-')}`, rows }));
}

/** Whether the hand typed the member number shown to it. */
export function agrees(typed: string, preview: ErasurePreview | undefined): boolean {
  return preview !== undefined && typed.trim() === preview.person.member_no;
}

/** The reasons that can be given, in the order they are shown. */
export const REASONS = ['asked', 'mistake', 'other'] as const;

/** The latest word about each purpose and channel: an older one no longer holds. */
export function standing(rows: readonly ConsentRow[]): ConsentRow[] {
  const held: ConsentRow[] = [];
  for (const row of rows) {
    const covered = held.some(
      (later) => later.purpose === row.purpose && (!later.channel || later.channel === row.channel),
    );
    if (!covered) held.push(row);
  }
  return held.sort((a, b) => consentName(a.purpose).localeCompare(consentName(b.purpose)) || b.id - a.id);
}

/** Everybody chosen, or nobody when all were. */
export function toggleAll(rows: readonly RetentionRow[], chosen: ReadonlySet<number>): Set<number> {
  return chosen.size === rows.length ? new Set() : new Set(rows.map(({ person }) => person.id));
}
