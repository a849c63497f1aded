/** What the list of customers knows: its filters in words and on the wire. No DOM, no calls. */
import type { CustomerFilter, CustomerSort, LevelId, Status, TagId } from '../../api/generated';
import { money, readTyped, toWire } from '../../api/money';
import type { Sort } from '../../parts/table';
import { addDays, type Day } from '../../text/format.svelte';
import { t } from '../../text/i18n.svelte';

/** When she was here last, in the words of the shop. */
export const RECENCY = ['any', 'in-30', 'in-90', 'not-60', 'not-150', 'not-365', 'never'] as const;
export type Recency = (typeof RECENCY)[number];

/** The filters as the hand sets them. */
export interface Filters {
  levels: readonly LevelId[];
  tags: readonly TagId[];
  /** A clerk's id as a select holds it; empty for any. */
  staff: string;
  /** As typed. */
  spendMin: string;
  spendMax: string;
  recency: Recency;
  /** 1 to 12 as a select holds it. */
  birthday: string;
  /** An upper bound of completeness, as a select holds it. */
  completeness: string;
  status: Status | '';
}

export const NO_FILTERS: Filters = {
  levels: [],
  tags: [],
  staff: '',
  spendMin: '',
  spendMax: '',
  recency: 'any',
  birthday: '',
  completeness: '',
  status: '',
};

/** On the wire; an amount that cannot be read narrows nothing (its field says so). */
export function wireFilter(filters: Filters, today: Day): CustomerFilter {
  const [way, days] = filters.recency.split('-');
  return {
    levels: [...filters.levels],
    tags: [...filters.tags],
    staff: filters.staff ? Number(filters.staff) : null,
    spend_min: amount(filters.spendMin),
    spend_max: amount(filters.spendMax),
    visited_from: way === 'in' ? addDays(today, -Number(days)) : null,
    visited_to: way === 'not' ? addDays(today, -Number(days) - 1) : null,
    never_visited: way === 'never',
    birthday_month: filters.birthday ? Number(filters.birthday) : null,
    completeness_below: filters.completeness ? Number(filters.completeness) : null,
    status: filters.status || null,
  };
}

/** Whether the filters leave anybody out: an amount that cannot be read does not. */
export function narrows(filters: Filters, today: Day): boolean {
  return JSON.stringify(wireFilter(filters, today)) !== JSON.stringify(wireFilter(NO_FILTERS, today));
}

/** What was typed and is no amount. */
export function unreadable(typed: string): boolean {
  return typed.trim() !== '' && readTyped(typed) === null;
}

function amount(typed: string): string | null {
  const fen = typed.trim() === '' ? null : readTyped(typed);
  return fen === null ? null : toWire(fen);
}

/** The filters of the bar, in their order. */
export const PILLS = ['levels', 'tags', 'recency', 'spend', 'birthday', 'completeness', 'staff', 'status'] as const;
export type Pill = (typeof PILLS)[number];

interface Names {
  levels: ReadonlyMap<LevelId, string>;
  tags: ReadonlyMap<TagId, string>;
  staff: ReadonlyMap<number, string>;
}

/** What a filter is set to, in words; empty when it lets everybody through. */
export function setting(pill: Pill, filters: Filters, names: Names): string {
  switch (pill) {
    case 'levels':
      return several(filters.levels.map((id) => names.levels.get(id) ?? ''));
    case 'tags':
      return several(filters.tags.map((id) => names.tags.get(id) ?? ''));
    case 'staff':
      return filters.staff ? (names.staff.get(Number(filters.staff)) ?? '') : '';
    case 'spend':
      return spendWords(filters);
    case 'recency':
      return filters.recency === 'any' ? '' : t(`customers-recency-${filters.recency}`);
    case 'birthday':
      return filters.birthday ? t('customers-birthday-n', { n: Number(filters.birthday) }) : '';
    case 'completeness':
      return filters.completeness ? t('customers-completeness-below', { n: Number(filters.completeness) }) : '';
    case 'status':
      return filters.status ? t(`customers-status-${filters.status}`) : '';
  }
}

/** 金卡、钻石 or 金卡 等 3 个 */
function several(names: readonly string[]): string {
  const known = names.filter(Boolean);
  if (known.length <= 2) return known.join(t('customers-and'));
  return t('customers-several', { first: known[0]!, n: known.length });
}

function spendWords({ spendMin, spendMax }: Filters): string {
  if (unreadable(spendMin) || unreadable(spendMax)) return t('customers-spend-unread');
  const [min, max] = [spendMin, spendMax].map((typed) => {
    const wire = amount(typed);
    return wire === null ? null : money(wire, { short: true });
  });
  if (min && max) return t('customers-spend-between', { min, max });
  if (min) return t('customers-spend-from', { min });
  return max ? t('customers-spend-to', { max }) : '';
}

export function cleared(pill: Pill, filters: Filters): Filters {
  if (pill === 'spend') return { ...filters, spendMin: '', spendMax: '' };
  return { ...filters, [pill]: NO_FILTERS[pill] };
}

/** Each order has one sensible direction: the latest, the most, the first letter. */
const DOWN: Record<CustomerSort, boolean> = { last_visit: true, spend: true, joined: true, name: false };

export function tableSort(sort: CustomerSort): Sort {
  return { column: sort, down: DOWN[sort] };
}
export function isSort(column: string): column is CustomerSort {
  return Object.hasOwn(DOWN, column);
}
