/** A saved visit in words: its figures, its lines, and what each version changed. No DOM, no calls. */
import type { ChangedRow, HistoryEntry, OperationDetail, VisitLine, VisitPage, VisitRow } from '../../api/generated';
import { fromWire, money, toWire } from '../../api/money';
import type { NumberItem } from '../../parts/NumbersLine.svelte';
import { clock, count, dayOf, plainDay, signedCount } from '../../text/format.svelte';
import { maybe, t } from '../../text/i18n.svelte';
import { goods } from '../visit-new/draft.svelte';
import { methodName, reasonName } from '../visit-new/words';

/** 购买, 退货; a day of walk-ins has a name of its own. */
export function kindOf(row: VisitRow): string {
  return t(`visit-kind-${row.is_day_total ? 'day' : row.kind}`);
}

/** 购买 · 10月29日 15:20 · V000041 */
export function subline(row: VisitRow): string {
  // A visit entered late without a time stands at noon; the clock is part of what was said then, too.
  return [kindOf(row), `${plainDay(row.day)} ${clock(row.at)}`, row.visit_no].join(' · ');
}

export function figures({ row, list_total, payments, lines, ticket_no }: VisitPage): NumberItem[] {
  const total = fromWire(row.total);
  const less = fromWire(list_total) - total;
  const items: NumberItem[] = [
    {
      value: money(total),
      meaning:
        total < 0
          ? t('visit-total-back')
          : less > 0
            ? t('visit-paid-less', { list: money(list_total, { short: true }), less: money(less, { short: true }) })
            : t('visit-paid'),
      tone: row.voided ? 'plain' : total < 0 ? 'warn' : 'plain',
    },
    {
      value: payments.length === 0 ? '—' : payments.map(({ method }) => methodName(method)).join(t('visit-and')),
      meaning: payments.length > 1 ? payments.map((pay) => money(pay.amount)).join(' + ') : t('visit-pay'),
    },
  ];
  if (row.customer) {
    items.push({
      value: signedCount(row.points),
      meaning: t('visit-points-moved'),
      tone: row.points < 0 ? 'warn' : 'plain',
    });
  }
  const pieces = lines.length > 0 ? lines.reduce((sum, line) => sum + line.qty, 0) : row.pieces;
  items.push({ value: count(pieces), meaning: t(row.is_day_total ? 'visit-day-pieces' : 'visit-pieces') });
  items.push({
    value: row.staff ?? '—',
    meaning: ticket_no ? t('visit-staff-ticket', { no: ticket_no }) : t('visit-staff'),
  });
  return items;
}

export interface SeenLine {
  id: number;
  back: boolean;
  what: string;
  category: string;
  qty: string;
  list: string;
  price: string;
  amount: string;
  /** Why it was cheaper, what a voucher or points took off. */
  why: string;
  /** How many of it came back meanwhile. */
  returned: string;
}

export function seenLine(line: VisitLine): SeenLine {
  const list = line.list_price ?? null;
  const off = fromWire(line.price) * line.qty - fromWire(line.amount);
  const cheaper = list !== null && fromWire(list) > fromWire(line.price);
  const reason = line.reason
    ? line.reason === 'manual' && line.reason_note
      ? line.reason_note
      : reasonName(line.reason)
    : '';
  const gone = line.qty > 0 ? line.qty - line.returnable : 0;
  return {
    id: line.id,
    back: line.qty < 0,
    what: goods(line) || t('visit-unnamed'),
    category: line.category ?? '',
    qty: count(line.qty),
    list: list === null ? '' : money(list),
    price: money(line.price),
    amount: money(line.amount),
    why: [cheaper ? reason : '', off > 0 && line.qty > 0 ? t('visit-line-off', { amount: money(off) }) : '']
      .filter(Boolean)
      .join(' · '),
    returned: gone > 0 ? t('visit-line-returned', { n: gone }) : '',
  };
}

/** Whether anything of it can still come back. */
export function returnable({ row, lines }: VisitPage): boolean {
  return !row.voided && lines.some((line) => line.qty > 0 && line.returnable > 0);
}

/** What she said and who was there, as label and words. */
export function told(page: VisitPage): { label: string; value: string }[] {
  const { feedback, companions, motive, satisfaction, note } = page;
  return [
    { label: t('visit-feedback'), value: feedback },
    { label: t('visit-companions'), value: companions },
    { label: t('visit-motive'), value: motive },
    { label: t('visit-satisfaction'), value: satisfaction ? t(`visit-satisfaction-${satisfaction}`) : null },
    { label: t('visit-note'), value: note },
  ].flatMap(({ label, value }) => (value ? [{ label, value }] : []));
}

/** The reason somebody gave for a correction or a voiding. */
export function reasonOf(entry: HistoryEntry): string {
  const given: unknown = entry.params;
  if (typeof given !== 'object' || given === null || !('reason' in given)) return '';
  return typeof given.reason === 'string' ? given.reason : '';
}

/** 记到店, 更正, 作废, 撤销. */
export function entryName(entry: HistoryEntry): string {
  return maybe(`visit-did-${entry.kind.replace(/_/g, '-')}`) ?? t(`op-${entry.kind.replace(/_/g, '-')}`);
}

export function entryWhen(entry: HistoryEntry): string {
  return `${plainDay(dayOf(entry.at))} ${clock(entry.at)}`;
}

export interface Version {
  /** What it is about: a piece, the payment, or the visit itself (empty). */
  about: string;
  label: string;
  before: string;
  after: string;
}

type Columns = Record<string, unknown>;
const MONEY = new Set(['total', 'list_price', 'price', 'amount']);
/** Columns of each table that a person reads, in the order she reads them; sums that only follow stay out. */
const READ: Record<string, readonly string[]> = {
  visit: [
    'kind',
    'day',
    'total',
    'pieces',
    'points_used',
    'ticket_no',
    'companions',
    'satisfaction',
    'motive',
    'feedback',
    'note',
    'void_reason',
  ],
  visit_line: ['style_no', 'name', 'category', 'color', 'size', 'qty', 'list_price', 'price', 'reason', 'reason_note'],
  payment: ['method', 'amount'],
};

function shown(column: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (MONEY.has(column) && typeof value === 'number') return money(toWire(value));
  if (column === 'kind') return t(`visit-kind-${String(value)}`);
  if (column === 'method') return t(`visit-method-${String(value)}`);
  if (column === 'reason') return t(`visit-reason-${String(value)}`);
  if (column === 'satisfaction') return t(`visit-satisfaction-${String(value)}`);
  return String(value);
}

function columns(value: unknown): Columns | undefined {
  return typeof value === 'object' && value !== null ? (value as Columns) : undefined;
}

function named(table: string, row: Columns): string {
  if (table === 'payment') return t('visit-pay');
  if (table !== 'visit_line') return '';
  const words = ['name', 'style_no', 'color', 'size'].map((column) => shown(column, row[column]));
  return words.filter(Boolean).join(' ') || t('visit-unnamed');
}

/** Old beside new: columns that differ, and pieces or payments that came or went whole. */
export function versions(detail: Pick<OperationDetail, 'changes'>): Version[] {
  return detail.changes.flatMap(changed);
}

function changed(row: ChangedRow): Version[] {
  const read = READ[row.table];
  const before = columns(row.before);
  const after = columns(row.after);
  if (!read) return [];
  if (before && after) {
    return read
      .filter((column) => before[column] !== after[column])
      .map((column) => ({
        about: named(row.table, after),
        label: t(`visit-column-${column.replace(/_/g, '-')}`),
        before: shown(column, before[column]),
        after: shown(column, after[column]),
      }));
  }
  if (row.table === 'visit') return [];
  const whole = (one: Columns | undefined): string =>
    one === undefined
      ? ''
      : row.table === 'payment'
        ? `${shown('method', one.method)} ${shown('amount', one.amount)}`
        : `${named(row.table, one)} ${shown('price', one.price)}`;
  return [
    {
      about: row.table === 'payment' ? t('visit-pay') : '',
      label: row.table === 'payment' ? '' : t(before ? 'visit-version-gone' : 'visit-version-new'),
      before: whole(before),
      after: whole(after),
    },
  ];
}
