/** What is known about a customer and what is not, as cells and gaps: no DOM, no calls. */
import type { CustomerPage, DateView, ProfileEntry } from '../../api/generated';
import { fullDay, plainDay } from '../../text/format.svelte';
import { language, t } from '../../text/i18n.svelte';

/** Fields of the catalogue that are columns of the archive; they are shown and edited as such, not as dated facts. */
const COLUMNS = new Set([
  'name',
  'nickname',
  'phone',
  'gender',
  'birthday',
  'age_band',
  'member_no',
  'wechat',
  'email',
  'address',
  'preferred_channel',
  'source',
  'referrer',
  'staff',
]);

export function isColumn(key: string): boolean {
  return COLUMNS.has(key);
}

/** One thing known about her: a field, or several of one kind told together (the sizes). */
export interface Cell {
  key: string;
  label: string;
  value: string;
  note?: string;
  title?: string;
  /** What the editor opens; empty for columns of the archive, which open the edit screen. */
  entries: readonly ProfileEntry[];
}

export interface Knowledge {
  cells: readonly Cell[];
  /** Fields without an answer, those that weigh most in a clerk's day first. */
  gaps: readonly ProfileEntry[];
}

/** What tells most at the counter comes first; the rest follows in the catalogue's order, the soft half before the hard. */
const FIRST = ['occupation', 'family', 'colour', 'style', 'material', 'fit', 'dislikes', 'service_way', 'promotions'];

export function knowledge(page: CustomerPage): Knowledge {
  const entries = page.profile.filter((entry) => !isColumn(entry.key));
  const sizes = entries.filter(isSize);
  const known = entries.filter((entry) => !isSize(entry) && entry.values.length > 0).sort(byWorth);
  const cells = [sizesCell(sizes), birthdayCell(page.birthday), ...known.map(entryCell), ...columnCells(page)].filter(
    (cell) => cell !== undefined,
  );
  const gaps = entries
    .filter((entry) => entry.values.length === 0 && !(isSize(entry) && sizes.some((one) => one.values.length > 0)))
    .sort(byWorth);
  return { cells, gaps };
}

function isSize(entry: ProfileEntry): boolean {
  return entry.key.endsWith('_size');
}

function byWorth(a: ProfileEntry, b: ProfileEntry): number {
  const place = (entry: ProfileEntry): number => {
    const at = FIRST.indexOf(entry.key);
    if (at >= 0) return at;
    return FIRST.length + (entry.part === 'soft' ? 0 : 1);
  };
  return place(a) - place(b);
}

function wordsOf(entry: ProfileEntry): string {
  return entry.values.map(({ value }) => value).join(t('customer-and'));
}

function entryCell(entry: ProfileEntry): Cell {
  return {
    key: entry.key,
    label: entry.label,
    value: entry.is_sensitive ? t('customer-sensitive') : wordsOf(entry),
    title: learned(entry),
    entries: [entry],
  };
}

/** 2026年3月14日 小夏记下 */
function learned(entry: ProfileEntry): string | undefined {
  const last = entry.values.at(-1);
  if (!last) return undefined;
  const when = fullDay(last.learned_on);
  return last.staff ? t('customer-learned-by', { when, who: last.staff }) : t('customer-learned', { when });
}

/** 上装尺码 → 上装: the cell is called 尺码 already. */
function sizeName(label: string): string {
  return language() === 'zh-CN' ? label.replace(/尺码$|码$/, '') || label : label.replace(/ size$/i, '');
}

function sizesCell(sizes: readonly ProfileEntry[]): Cell | undefined {
  const known = sizes.filter((entry) => entry.values.length > 0);
  if (known.length === 0) return undefined;
  return {
    key: 'sizes',
    label: t('customer-sizes'),
    value: known.map((entry) => `${sizeName(entry.label)} ${wordsOf(entry)}`).join(' · '),
    entries: sizes,
  };
}

function birthdayCell(view: DateView | null | undefined): Cell | undefined {
  if (!view) return undefined;
  return {
    key: 'birthday',
    label: t('customer-birthday'),
    value: dateText(view),
    note: dateNote(view),
    title: view.next ? fullDay(view.next) : undefined,
    entries: [],
  };
}

/** As it is said; English readers of a Chinese calendar day get numbers. */
export function dateText({ text, date }: DateView): string {
  if (language() === 'zh-CN') return text;
  const plain = [date.year, String(date.month).padStart(2, '0'), String(date.day).padStart(2, '0')]
    .filter(Boolean)
    .join('-');
  return date.calendar === 'lunar' ? t('customer-lunar', { day: (date.leap ? '+' : '') + plain }) : plain;
}

/** When it comes next: the solar date for a lunar one, the days while they are few, the age where the year is known. */
export function dateNote({ date, next, days_until: away, age }: DateView): string {
  const parts: string[] = [];
  if (away === 0) parts.push(t('customer-date-today'));
  else if (next) {
    if (date.calendar === 'lunar') parts.push(t('customer-date-next', { day: plainDay(next) }));
    if (away !== null && away !== undefined && away <= 45) parts.push(t('customer-date-in', { n: away }));
  }
  if (age !== null && age !== undefined) parts.push(t('customer-age', { n: age }));
  return parts.join(' · ');
}

function columnCells(page: CustomerPage): (Cell | undefined)[] {
  const { fields } = page.customer;
  const column = (key: string, value: string | null | undefined): Cell | undefined =>
    value ? { key, label: t(`customer-column-${key.replace('_', '-')}`), value, entries: [] } : undefined;
  return [
    page.birthday ? undefined : column('age_band', fields.age_band ? ageBand(fields.age_band) : null),
    column('staff', page.staff_name),
    column(
      'preferred_channel',
      fields.preferred_channel ? t(`customer-channel-${fields.preferred_channel.replace('_', '-')}`) : null,
    ),
    column('referrer', page.referrer?.name),
    column('source', fields.source),
    column('address', fields.address),
    column('email', fields.email),
    column('note', fields.note),
  ];
}

/** 30s reads 30 多岁; an owner's own word stays. */
export function ageBand(value: string): string {
  const tens = /^(\d0)s$/.exec(value)?.[1];
  return tens ? t('customer-age-band', { n: tens }) : value;
}
