/** What the history says of each entry, without the page. */
import type { ChangedRow, HistoryEntry } from '../../api/generated';
import { dayOf } from '../../text/format.svelte';

export interface DayGroup {
  readonly day: string;
  readonly entries: readonly HistoryEntry[];
}

/** Entries under the day they were made on, both latest first. */
export function byDay(entries: readonly HistoryEntry[]): DayGroup[] {
  const groups: { day: string; entries: HistoryEntry[] }[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.at);
    const last = groups.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else groups.push({ day, entries: [entry] });
  }
  return groups;
}

type Param = string | number;

/** Numbers and words of an entry as its sentence's placeholders; nested ones are left out. */
export function params(entry: HistoryEntry): Record<string, Param> {
  const given: unknown = entry.params;
  if (typeof given !== 'object' || given === null) return {};
  const flat = Object.entries(given).filter(
    (pair): pair is [string, Param] => typeof pair[1] === 'string' || typeof pair[1] === 'number',
  );
  return Object.fromEntries(flat);
}

/** What the hand can do about an entry: take it back, do it again, or nothing any more. */
export function offer(entry: HistoryEntry): 'undo' | 'redo' | null {
  if (!entry.undoable) return null;
  return entry.kind === 'undo' ? 'redo' : 'undo';
}

export interface Difference {
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** Columns that mean something to a person; ids, keys for sorting and the like stay out. */
const SHOWN = new Set([
  'name',
  'member_no',
  'nickname',
  'gender',
  'age_band',
  'wechat',
  'email',
  'address',
  'source',
  'joined_on',
  'note',
  'status',
  'number',
  'value',
  'ended_on',
  'label',
  'text',
  'until_day',
  'style_no',
  'color',
  'size',
  'reason',
  'qty',
  'feedback',
  'companions',
  'ticket_no',
  'day',
  'kind',
  'void_reason',
  'weight',
  'points',
]);
const MONEY = new Set(['total', 'list_total', 'price', 'list_price', 'amount']);

function shown(column: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (MONEY.has(column) && typeof value === 'number') return fenText(value);
  return String(value);
}

/** Fen of the record as a wire amount: whole numbers only, so nothing is rounded. */
export function fenText(fen: number): string {
  const abs = Math.abs(fen);
  return `${fen < 0 ? '-' : ''}${Math.trunc(abs / 100)}.${String(abs % 100).padStart(2, '0')}`;
}

function columns(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** What changed in a row; nothing for a row that came or went whole. */
export function differences(row: ChangedRow): Difference[] {
  if (row.before === undefined || row.before === null || row.after === undefined || row.after === null) return [];
  const [before, after] = [columns(row.before), columns(row.after)];
  return Object.keys(after)
    .filter((column) => (SHOWN.has(column) || MONEY.has(column)) && before[column] !== after[column])
    .map((column) => ({ column, before: shown(column, before[column]), after: shown(column, after[column]) }));
}
