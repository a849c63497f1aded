import { beforeEach, expect, it } from 'vitest';
import { board } from '../../../dev/clerks';
import type { SpotItem } from '../../api/generated';
import { setLanguage } from '../../text/i18n.svelte';
import { cell, COLUMNS, daysOf, nextItem, quarterName, shareWords } from './logic';

beforeEach(() => setLanguage('zh-CN'));

it('periods are whole months, quarters and years, across the turn of a year too', () => {
  const of = (period: Parameters<typeof daysOf>[0], today: string) => Object.values(daysOf(period, today)).join(' ');
  expect(of('month', '2028-02-10')).toBe('2028-02-01 2028-02-29');
  expect(of('last-month', '2026-01-31')).toBe('2025-12-01 2025-12-31');
  expect(of('quarter', '2026-11-21')).toBe('2026-10-01 2026-12-31');
  expect(of('last-quarter', '2026-02-01')).toBe('2025-10-01 2025-12-31');
  expect(of('year', '2026-06-30')).toBe('2026-01-01 2026-12-31');
  expect([quarterName('2026-01-01'), quarterName('2026-11-21')]).toEqual(['2026 年第 1 季度', '2026 年第 4 季度']);
});

it('a share of a handful is no percentage', () => {
  expect(shareWords({ part: 0, of: 0 })).toBe('');
  expect(shareWords({ part: 3, of: 4 })).toBe('3/4');
  expect(shareWords({ part: 4, of: 5 })).toBe('80%');
});

it('cells say figure, target and sample, and open who is behind them', () => {
  const [busy, idle] = board.rows;
  const words = (row: typeof busy) => COLUMNS.map((column) => cell(row!, column).text);
  expect(words(busy)).toEqual([
    '6 / 5',
    '42 次 31 人',
    '93%',
    '¥86,400',
    '¥91,200',
    '120（新 8）',
    '64',
    '90%',
    '2 · 答 2/2 · 解 1/1',
    '1/1',
    '4.7',
  ]);
  expect(words(idle)).toEqual(['0 / 5', '0', '', '¥0', '¥0', '0', '', '', '0', '', '']);
  expect([cell(busy!, 'new_vips').tone, cell(idle!, 'new_vips').tone]).toEqual(['good', 'warn']);
  expect(COLUMNS.map((column) => cell(busy!, column).figure ?? '')).toEqual([
    'new_vips',
    'contacted',
    'late_tasks',
    'sales',
    '',
    'archives',
    'archives',
    'wrong',
    'complaints',
    '',
    '',
  ]);
  expect(COLUMNS.every((column) => cell(idle!, column).figure === undefined)).toBe(true);
  expect(cell(busy!, 'truth').title).toContain('18 / 20');
});

it('the walk goes to the next who was not called, round to the first', () => {
  const items = [1, 2, 3].map((id) => ({ id, outcome: id === 2 ? 'reached' : null }) as SpotItem);
  expect(nextItem(items, 1)?.id).toBe(3);
  expect(nextItem(items, 3)?.id).toBe(1);
  expect(nextItem([items[1]!], 2)).toBeUndefined();
});
