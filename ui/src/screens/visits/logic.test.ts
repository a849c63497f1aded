import { describe, expect, it, vi } from 'vitest';
import type { ListVisits, VisitList, VisitRow } from '../../api/generated';
import { asked, days, filtered, itemKey, monday, newDays, NO_FILTER, VisitPages, withHeads } from './logic';

const visit = (id: number, day: string): VisitRow => ({ id, day }) as VisitRow;

describe('what is asked for', () => {
  it.each([
    ['2026-11-21', '2026-11-16'],
    ['2026-11-16', '2026-11-16'],
    ['2026-11-22', '2026-11-16'],
    ['2026-01-01', '2025-12-29'],
    ['2019-03-08', '2019-03-04'],
  ])('the week of %s begins on %s', (day, begin) => {
    expect(monday(day)).toBe(begin);
  });
  it.each([
    ['all', null, null],
    ['today', '2026-11-21', '2026-11-21'],
    ['week', '2026-11-16', '2026-11-21'],
    ['month', '2026-11-01', '2026-11-21'],
    ['days', '2026-10-01', null],
  ] as const)('%s asks from %s to %s', (range, from, to) => {
    expect(days({ ...NO_FILTER, range, from: '2026-10-01' }, '2026-11-21')).toEqual({ from, to });
  });
  it('asks for one customer only while that is chosen', () => {
    const one = { ...NO_FILTER, who: 'customer' as const, customer: 7 };
    expect(asked(one, '2026-11-21')).toEqual({ from: null, to: null, kind: null, walk_ins: false, customer: 7 });
    expect(asked({ ...one, who: 'walk-ins' }, '2026-11-21')).toMatchObject({ walk_ins: true, customer: null });
  });
  it('knows whether anything is left out', () => {
    expect(filtered(NO_FILTER)).toBe(false);
    expect(filtered({ ...NO_FILTER, who: 'customer' })).toBe(false);
    expect(filtered({ ...NO_FILTER, kind: 'return' })).toBe(true);
  });
});

describe('days', () => {
  const rows = [visit(9, '2026-11-21'), visit(8, '2026-11-21'), visit(7, '2026-11-20')];
  it('begin where the day changes, also over the edge of a page', () => {
    expect(newDays(rows, undefined)).toEqual(['2026-11-21', '2026-11-20']);
    expect(newDays(rows, '2026-11-21')).toEqual(['2026-11-20']);
    expect(newDays([], '2026-11-21')).toEqual([]);
  });
  it('stand before their first visit with their sum', () => {
    const sums = new Map([['2026-11-20', { count: 3, total: '12.00' }]]);
    expect(withHeads(rows, '2026-11-21', sums)).toEqual([
      { head: false, visit: rows[0] },
      { head: false, visit: rows[1] },
      { head: true, day: '2026-11-20', count: 3, total: '12.00' },
      { head: false, visit: rows[2] },
    ]);
  });
});

describe('pages', () => {
  it('ask each new day for its own sum, once, with the same filter', async () => {
    const pages: Record<string, VisitList> = {
      first: { rows: [visit(9, '2026-11-21'), visit(8, '2026-11-20')], cursor: 'next', count: 5, total: '50.00' },
      next: { rows: [visit(7, '2026-11-20'), visit(6, '2026-11-19')], cursor: null, count: null, total: null },
    };
    const list = vi.fn((request: ListVisits) =>
      Promise.resolve(
        request.limit === 1
          ? { rows: [], cursor: null, count: 2, total: '20.00' }
          : pages[request.cursor === null ? 'first' : 'next']!,
      ),
    );
    const found = new VisitPages(list);
    const filter = asked({ ...NO_FILTER, kind: 'return' }, '2026-11-21');
    const first = await found.read(filter, null);
    expect(first.rows.map(itemKey)).toEqual(['2026-11-21', 9, '2026-11-20', 8]);
    expect([first.next, first.total, first.sum]).toEqual(['next', 5, { count: 5, total: '50.00' }]);
    const second = await found.read(filter, first.next);
    expect(second.rows.map(itemKey)).toEqual([7, '2026-11-19', 6]);
    expect([second.next, second.sum]).toEqual([null, undefined]);
    const days = list.mock.calls.filter(([request]) => request.limit === 1);
    expect(days.map(([{ from, to, kind }]) => [from, to, kind])).toEqual([
      ['2026-11-21', '2026-11-21', 'return'],
      ['2026-11-20', '2026-11-20', 'return'],
      ['2026-11-19', '2026-11-19', 'return'],
    ]);
  });
});
