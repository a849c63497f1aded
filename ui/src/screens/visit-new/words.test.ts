import { beforeEach, describe, expect, it } from 'vitest';
import type { NewVisit, VisitEffects } from '../../api/generated';
import { setLanguage } from '../../text/i18n.svelte';
import { effectRows, fold, levelMove, savedWords, voucherName } from './words';

const still: VisitEffects = {
  total: '0.00',
  list_total: '0.00',
  pieces: 0,
  voucher_off: '0.00',
  points_off: '0.00',
  points_before: 100,
  points_earned: 0,
  points_reversed: 0,
  points_restored: 0,
  points_after: 100,
  level_before: { id: 2, name: '银卡', rank: 1 },
  level_after: { id: 2, name: '银卡', rank: 1 },
  net_spend_after: '0.00',
  vouchers_issued: 0,
  vouchers_restored: 0,
  vouchers_cancelled: 0,
  thanks: [],
};
const bare: NewVisit = {
  customer: 1,
  kind: 'purchase',
  lines: [],
  returns: [],
  payments: [],
  points_used: 0,
  answers: [],
  wishes: [],
};
const coat = { name: '羊绒大衣', qty: 1, price: '3480.00' };

beforeEach(() => setLanguage('zh-CN'));

describe('what was saved', () => {
  it('names goods, money, points and a new level', () => {
    const effects = {
      ...still,
      total: '3480.00',
      points_earned: 3480,
      points_after: 3580,
      level_after: { id: 3, name: '金卡', rank: 2 },
    };
    const visit = { ...bare, lines: [coat, { style_no: '24X-009', qty: 1, price: '0.00' }] };
    expect(savedWords(visit, effects)).toBe('已记：羊绒大衣 等 2 件，¥3,480.00，积分 +3,480。升金卡了！');
    setLanguage('en');
    expect(savedWords({ ...bare, lines: [coat] }, { ...still, total: '3480.00' })).toBe('Saved: 羊绒大衣, ¥3,480.00');
  });
  it('says what a return gives back and takes back', () => {
    const visit: NewVisit = { ...bare, kind: 'return', returns: [{ line: 1, qty: 2 }] };
    const effects = { ...still, total: '-599.00', points_reversed: 599, points_after: -499 };
    expect(savedWords(visit, effects)).toBe('已记：退了 2 件，退还 ¥599.00，积分 −599');
  });
  it.each([
    ['browse', '已记：来看了看'],
    ['service', '已记：做了服务'],
  ] as const)('a %s without goods reads %s', (kind, words) => {
    expect(savedWords({ ...bare, kind }, still)).toBe(words);
  });
  it('names an exchange and a day of walk-ins', () => {
    const exchange: NewVisit = { ...bare, kind: 'exchange', lines: [coat], returns: [{ line: 1, qty: 1 }] };
    expect(savedWords(exchange, still)).toBe('已记：退 1 件换 羊绒大衣');
    const day = { ...bare, day_total: { pieces: 12, total: '980.00' } };
    expect(savedWords(day, { ...still, total: '980.00' })).toBe('已记：今天散客 12 笔，¥980.00');
  });
});

describe('effects', () => {
  it('tell nothing when nothing changes', () => {
    expect(effectRows(still)).toEqual([]);
    expect(levelMove(still)).toBeUndefined();
  });
  it('tell each change once, owed points in colour', () => {
    const rows = effectRows({
      ...still,
      voucher_off: '50.00',
      points_off: '1.00',
      points_reversed: 300,
      points_restored: 50,
      points_after: -150,
      vouchers_issued: 1,
      vouchers_cancelled: 1,
      thanks: [],
      vouchers_restored: 1,
    });
    expect(rows.map(({ id, value, tone }) => `${id} ${value} ${tone}`)).toEqual([
      'voucher −¥50.00 plain',
      'points-off −¥1.00 plain',
      'reversed −300 warn',
      'restored +50 good',
      'balance 100 → −150 warn',
      'issued 1 张 good',
      'voucher-restored 1 张 good',
      'cancelled 1 张 warn',
    ]);
  });
  it('know up from down', () => {
    const low = { id: 1, name: '普通会员', rank: 0 };
    expect(levelMove({ ...still, level_after: low })).toEqual({ up: false, name: '普通会员' });
    expect(levelMove({ ...still, level_before: low })).toEqual({ up: true, name: '银卡' });
    expect(levelMove({ ...still, level_before: null })).toBeUndefined();
  });
});

it('a voucher of an unknown kind is still a voucher', () => {
  expect(voucherName('second_visit')).toBe('二次到店券');
  expect(voucherName('something_new')).toBe('礼券');
  expect(fold(85)).toBe('8.5 折');
});
