/** What the history says of each entry, without the page. */
import type { ChangedRow, HistoryEntry } from '../../api/generated';
import { money } from '../../api/money';
import { maybe, t } from '../../text/i18n.svelte';
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
  'role',
  'is_active',
]);
const MONEY = new Set(['total', 'list_total', 'price', 'list_price', 'amount']);

/** What stands in a column as a word of the contract, by table and column: where its words are kept. */
const CODED: Record<string, string> = {
  'customer.gender': 'edit-gender',
  'customer.status': 'customers-status',
  'visit.kind': 'visit-kind',
  'visit_line.reason': 'visit-reason',
  'payment.method': 'visit-method',
  'profile_field.kind': 'fields-kind',
  'staff.role': 'settings-role',
  'setting.theme': 'settings-theme',
  'setting.language': 'column-language',
  'setting.level_review': 'levels-reviews',
};

function shown(table: string, column: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (MONEY.has(column) && typeof value === 'number') return money(fenText(value));
  if (typeof value === 'boolean' || column === 'is_active') return t(value ? 'history-yes' : 'history-no');
  const words = CODED[`${table}.${column}`];
  return (words && maybe(`${words}-${String(value).replaceAll('_', '-').toLowerCase()}`)) ?? String(value);
}

function parsed(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** Parts of the shop's own settings that a person chose. */
const CHOSEN = ['shop_name', 'language', 'theme', 'large_type'];

/** Settings are kept as one text each. The shop's own are told part by part, rules only by name: their screens show them. */
function settingDifferences(before: Record<string, unknown>, after: Record<string, unknown>): Difference[] {
  const key = String(after.key);
  const [old, now] = [columns(parsed(before.value)), columns(parsed(after.value))];
  if (key === 'shop') {
    return CHOSEN.filter((part) => old[part] !== now[part]).map((part) => ({
      column: part,
      before: shown('setting', part, old[part]),
      after: shown('setting', part, now[part]),
    }));
  }
  if (key === 'level_review') {
    const told = (value: unknown): string => shown('setting', key, parsed(value));
    return [{ column: key, before: told(before.value), after: told(after.value) }];
  }
  return [{ column: key, before: '', after: t('history-changed') }];
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
  if (row.table === 'setting') return settingDifferences(before, after);
  return Object.keys(after)
    .filter((column) => (SHOWN.has(column) || MONEY.has(column)) && before[column] !== after[column])
    .map((column) => ({
      column,
      before: shown(row.table, column, before[column]),
      after: shown(row.table, column, after[column]),
    }));
}
