import { beforeEach, describe, expect, it } from 'vitest';
import { setLanguage } from '../../text/i18n.svelte';
import {
  cleared,
  isSort,
  narrows,
  NO_FILTERS,
  PILLS,
  RECENCY,
  setting,
  tableSort,
  wireFilter,
  type Filters,
} from './logic';

const TODAY = '2026-11-21';
const names = {
  levels: new Map([
    [1, '普通会员'],
    [3, '金卡'],
    [4, '钻石'],
  ]),
  tags: new Map([[5, '爱穿裙子']]),
  staff: new Map([[2, '小夏']]),
};
const full: Filters = {
  levels: [3, 4],
  tags: [5],
  staff: '2',
  spendMin: '1,000',
  spendMax: '５０００.5',
  recency: 'not-60',
  birthday: '9',
  completeness: '40',
  status: 'archived',
};
beforeEach(() => setLanguage('zh-CN'));

describe('the filter on the wire', () => {
  it('lets everybody through when nothing is set', () => {
    expect(wireFilter(NO_FILTERS, TODAY)).toEqual({
      levels: [],
      tags: [],
      staff: null,
      spend_min: null,
      spend_max: null,
      visited_from: null,
      visited_to: null,
      never_visited: false,
      birthday_month: null,
      completeness_below: null,
      status: null,
    });
  });
  it('says all that is set', () => {
    expect(wireFilter(full, TODAY)).toMatchObject({
      levels: [3, 4],
      tags: [5],
      staff: 2,
      spend_min: '1000.00',
      spend_max: '5000.50',
      visited_to: '2026-09-21',
      birthday_month: 9,
      completeness_below: 40,
      status: 'archived',
    });
  });
  it.each([
    ['in-30', '2026-10-22', null, false],
    ['not-60', null, '2026-09-21', false],
    ['never', null, null, true],
    ['any', null, null, false],
  ] as const)('%s is from %s to %s, never %s', (recency, visited_from, visited_to, never_visited) => {
    expect(wireFilter({ ...NO_FILTERS, recency }, TODAY)).toMatchObject({ visited_from, visited_to, never_visited });
  });
  it('does not guess an amount that cannot be read', () => {
    const unread = { ...NO_FILTERS, spendMin: '一千' };
    expect(wireFilter(unread, TODAY).spend_min).toBeNull();
    expect(narrows(unread, TODAY)).toBe(false);
    expect(narrows({ ...unread, spendMax: '500' }, TODAY)).toBe(true);
  });
});

describe('the bar', () => {
  it('says what each filter is set to', () => {
    expect(PILLS.map((pill) => setting(pill, full, names))).toEqual([
      '金卡、钻石',
      '爱穿裙子',
      '两个月没来',
      '¥1,000 到 ¥5,000.50',
      '9 月',
      '不到 40',
      '小夏',
      '收起的',
    ]);
    expect(PILLS.map((pill) => setting(pill, NO_FILTERS, names)).join('')).toBe('');
  });
  it('says that an amount is not understood', () => {
    expect(setting('spend', { ...NO_FILTERS, spendMin: '一千' }, names)).toBe('金额看不懂，没按它筛');
  });
  it('shortens many levels', () => {
    expect(setting('levels', { ...full, levels: [1, 3, 4] }, names)).toBe('普通会员等 3 个');
  });
  it('takes each filter back alone', () => {
    for (const pill of PILLS) {
      const rest = cleared(pill, full);
      expect(setting(pill, rest, names)).toBe('');
      expect(PILLS.filter((other) => setting(other, rest, names) === '')).toEqual([pill]);
    }
  });
  it('has words for every recency', () => {
    for (const recency of RECENCY.slice(1))
      expect(setting('recency', { ...NO_FILTERS, recency }, names)).not.toContain('customers-');
  });
});

describe('the order', () => {
  it('has one sensible direction each', () => {
    expect(tableSort('spend')).toEqual({ column: 'spend', down: true });
    expect(tableSort('name')).toEqual({ column: 'name', down: false });
  });
  it('knows its columns', () => {
    expect(['name', 'last_visit', 'points', 'toString'].map(isSort)).toEqual([true, true, false, false]);
  });
});
