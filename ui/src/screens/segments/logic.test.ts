import { beforeEach, expect, it } from 'vitest';
import type { ProfileField, SegmentCondition } from '../../api/generated';
import { setLanguage } from '../../text/i18n.svelte';
import { setToday } from '../../text/format.svelte';
import { conditionOf, filterOf, formOf, KINDS, newGroup, newLeaf, type Leaf } from './logic';
import { filterWords, type Names } from './words';

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
});

const ever = { kind: 'ever' } as const;
const days = { kind: 'days', days: 90 } as const;
const ALL: SegmentCondition[] = [
  { kind: 'spend', period: days, min: '5000.00', max: null },
  { kind: 'spend', period: ever, min: '100.00', max: '200.00' },
  { kind: 'spend', period: { kind: 'between', from: '2026-01-01', to: '2026-03-31' }, min: null, max: '0.00' },
  { kind: 'count', what: 'purchases', period: ever, min: 3, max: null },
  { kind: 'count', what: 'visits', period: days, min: null, max: 1 },
  { kind: 'count', what: 'pieces', period: ever, min: 2, max: 2 },
  { kind: 'since', what: 'last_visit', at_least: 90, at_most: null },
  { kind: 'since', what: 'last_contact', at_least: null, at_most: 30 },
  { kind: 'since', what: 'first_purchase', at_least: 10, at_most: 20 },
  { kind: 'on', what: 'joined', from: '2026-01-01', to: null },
  { kind: 'never', what: 'last_contact' },
  { kind: 'bought', by: 'category', words: '连衣裙', times: 2, period: days },
  { kind: 'bought', by: 'size', words: 'M', times: 1, period: ever },
  { kind: 'level', levels: [3, 4] },
  { kind: 'tag', tags: [1] },
  { kind: 'staff', staff: [2] },
  { kind: 'gender', gender: 'f' },
  { kind: 'age', min: 30, max: 45 },
  { kind: 'age_band', bands: ['25_34', '65_up'] },
  { kind: 'birthday_within', days: 14 },
  { kind: 'birthday_month', month: 3 },
  { kind: 'birthday_month', month: null },
  { kind: 'completeness', min: null, max: 59 },
  { kind: 'points', min: 1000, max: null },
  { kind: 'vouchers', min: 1, max: null },
  { kind: 'field', field: 7, test: { is: 'missing' } },
  { kind: 'field', field: 7, test: { is: 'one_of', values: ['简约'] } },
  { kind: 'field', field: 7, test: { is: 'contains', words: '羊绒' } },
  { kind: 'field', field: 7, test: { is: 'number', min: 160, max: null } },
  { kind: 'field', field: 7, test: { is: 'on', from: null, to: '2026-05-01' } },
  { kind: 'consent', purpose: 'marketing', answer: 'given' },
  { kind: 'open_complaint' },
  { kind: 'lifecycle', stages: ['at_risk', 'dormant'] },
  { kind: 'value', groups: ['core'] },
  { kind: 'rfm', segments: ['key_win_back'] },
  { kind: 'forecast', says: 'likely_to_buy_30' },
  { kind: 'people', customers: [1, 2] },
];
const names: Names = {
  levels: new Map([
    [3, '金卡'],
    [4, '钻石'],
  ]),
  tags: new Map([[1, '老同学']]),
  staff: new Map([[2, '小夏']]),
  fields: new Map([[7, { id: 7, label: '喜欢的料子' } as ProfileField]]),
};

it('a filter is the same after the form, groups in groups included', () => {
  for (const one of ALL) expect(filterOf(formOf(one)), one.kind).toEqual({ kind: 'all', of: [one] });
  const deep: SegmentCondition = { kind: 'any', of: [{ kind: 'neither', of: ALL.slice(0, 2) }, ALL[5]!] };
  expect(filterOf(formOf(deep))).toEqual(deep);
  const everybody: SegmentCondition = { kind: 'all', of: [] };
  expect(filterOf(formOf(everybody))).toEqual(everybody);
});

it('a condition that is not whole is none, and neither is its filter', () => {
  const whole = new Set(['gender', 'birthday', 'consent', 'open_complaint', 'forecast']);
  for (const kind of KINDS) expect(conditionOf(newLeaf(kind)) !== null, kind).toBe(whole.has(kind));
  const leaf = (more: Partial<Leaf>) => conditionOf({ ...newLeaf(more.kind), ...more });
  expect(leaf({ kind: 'age', min: '40', max: '30' })).toBeNull();
  expect(leaf({ kind: 'age', min: 'vierzig' })).toBeNull();
  expect(leaf({ kind: 'spend', min: '1.00', period: 'days', days: '0' })).toBeNull();
  expect(leaf({ kind: 'spend', min: '2.00', max: '1.00' })).toBeNull();
  expect(leaf({ kind: 'visits', min: '1', period: 'between', from: '2026-02-01', to: '2026-01-01' })).toBeNull();
  expect(leaf({ kind: 'joined', mode: 'never' })).toBeNull();
  expect(leaf({ kind: 'last_visit', mode: 'both', min: '9', max: '3' })).toBeNull();
  expect(leaf({ kind: 'birthday', days: '367' })).toBeNull();
  expect(filterOf(newGroup('all', [newLeaf('gender'), newLeaf('spend')]))).toBeNull();
  expect(filterOf(newGroup('any', []))).toBeNull();
});

it('a filter is said as the shop would say it', () => {
  const said = (filter: SegmentCondition) => filterWords(filter, names);
  expect(said({ kind: 'all', of: [ALL[6]!, { kind: 'spend', period: ever, min: '5000.00', max: null }] })).toBe(
    '最后一次来至少 90 天前 且 累计消费 ≥ ¥5,000',
  );
  expect(said({ kind: 'all', of: [ALL[3]!, { kind: 'any', of: [ALL[13]!, ALL[14]!] }] })).toBe(
    '累计买过 ≥ 3 次 且 （等级是 金卡/钻石 或 有标签 老同学）',
  );
  expect(said({ kind: 'neither', of: [ALL[31]!] })).toBe('不是（投诉还没解决）');
  expect(said({ kind: 'all', of: [] })).toBe('所有在册顾客');
  // Every sentence is there, with nothing left to fill in.
  for (const one of ALL) expect(said(one), JSON.stringify(one)).toMatch(/^(?!.*(segments-|\{|\?|undefined|null)).+$/);
});
