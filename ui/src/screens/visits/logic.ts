/** The list of visits by day: what is asked for, and a heading with the sum before each day. No DOM, no calls. */
import type { CustomerId, ListVisits, VisitKind, VisitList, VisitRow } from '../../api/generated';
import { PageEnds, withDayHeads } from '../../app/day-heads';
import type { RowPage } from '../../parts/table';
import { addDays, daysBetween } from '../../text/format.svelte';

export type Range = 'all' | 'today' | 'week' | 'month' | 'days';
export const RANGES: readonly Range[] = ['all', 'today', 'week', 'month', 'days'];

export interface Filter {
  range: Range;
  /** For `days`; YYYY-MM-DD or empty. */
  from: string;
  to: string;
  kind: VisitKind | '';
  who: 'all' | 'walk-ins' | 'customer';
  customer: CustomerId | null;
  /** Her name, to stand in the box. */
  name: string;
}

export const NO_FILTER: Filter = { range: 'all', from: '', to: '', kind: '', who: 'all', customer: null, name: '' };

/** Monday of the week of a day. */
export function monday(day: string): string {
  // 1 January 2024 was a Monday.
  const weekday = ((daysBetween('2024-01-01', day) % 7) + 7) % 7;
  return addDays(day, -weekday);
}

/** The days of a range, both ends included; nothing where it is open. */
export function days({ range, from, to }: Filter, today: string): { from: string | null; to: string | null } {
  switch (range) {
    case 'all':
      return { from: null, to: null };
    case 'today':
      return { from: today, to: today };
    case 'week':
      return { from: monday(today), to: today };
    case 'month':
      return { from: `${today.slice(0, 7)}-01`, to: today };
    case 'days':
      return { from: from || null, to: to || null };
  }
}

export type Asked = Omit<ListVisits, 'cursor' | 'limit'>;

export function asked(filter: Filter, today: string): Asked {
  return {
    ...days(filter, today),
    kind: filter.kind || null,
    walk_ins: filter.who === 'walk-ins',
    customer: filter.who === 'customer' ? filter.customer : null,
  };
}

export function filtered(filter: Filter): boolean {
  return (
    filter.range !== 'all' ||
    filter.kind !== '' ||
    filter.who === 'walk-ins' ||
    (filter.who === 'customer' && filter.customer !== null)
  );
}

/** The heading of a day: how many visits and their sum, with the filter that holds. */
export interface DayHead {
  readonly head: true;
  readonly day: string;
  readonly count: number;
  readonly total: string;
}
export interface VisitItem {
  readonly head: false;
  readonly visit: VisitRow;
}
export type Item = DayHead | VisitItem;

export function itemKey(item: Item): string | number {
  return item.head ? item.day : item.visit.id;
}

/** The days that begin within a page: their headings are still to be made. */
export function newDays(rows: readonly VisitRow[], before: string | undefined): string[] {
  return rows.map(({ day }) => day).filter((day, at) => day !== (at === 0 ? before : rows[at - 1]!.day));
}

/** Rows with a heading before the first of each day. */
export function withHeads(
  rows: readonly VisitRow[],
  before: string | undefined,
  sums: ReadonlyMap<string, { count: number; total: string }>,
): Item[] {
  return withDayHeads<VisitRow, Item>(
    rows,
    before,
    (day) => ({ head: true, day, ...(sums.get(day) ?? { count: 0, total: '0.00' }) }),
    (visit) => ({ head: false, visit }),
  );
}

/** How many visits a page brings. */
const AT_ONCE = 100;

/** Pages of visits with the headings of their days, and the sums of all that was asked for. */
export class VisitPages {
  readonly #list: (request: ListVisits) => Promise<VisitList>;
  readonly #ends = new PageEnds();

  constructor(list: (request: ListVisits) => Promise<VisitList>) {
    this.#list = list;
  }

  async read(
    filter: Asked,
    cursor: string | null,
  ): Promise<RowPage<Item> & { sum?: { count: number; total: string } }> {
    const page = await this.#list({ ...filter, cursor, limit: AT_ONCE });
    const before = this.#ends.before(cursor);
    const sums = new Map(
      await Promise.all(
        newDays(page.rows, before).map(async (day) => {
          const one = await this.#list({ ...filter, from: day, to: day, cursor: null, limit: 1 });
          return [day, { count: one.count ?? 0, total: one.total ?? '0.00' }] as const;
        }),
      ),
    );
    const next = this.#ends.note(page);
    const sum =
      page.count !== null && page.count !== undefined && page.total !== null && page.total !== undefined
        ? { count: page.count, total: page.total }
        : undefined;
    return { rows: withHeads(page.rows, before, sums), next, total: sum?.count, ...(sum ? { sum } : {}) };
  }
}
