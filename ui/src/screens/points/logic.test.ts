import { beforeEach, describe, expect, it } from 'vitest';
import type { PointsSettings } from '../../api/generated';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import { birthdayLine, figuresOf, formOf, problems, request, ruleLines, signed, totals, type RulesForm } from './logic';

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
});

const settings: PointsSettings = {
  points: {
    per_yuan_bp: 10_000,
    birthday_bp: 20_000,
    birthday_scope: 'week',
    expiry: { kind: 'end_of_next_year' },
    points_per_yuan_off: 100,
  },
  birthday: { scope: 'week', pay_percent: 70 },
  vouchers: [{ kind: 'gift', worth: { kind: 'percent', off: 10 }, min_spend: '0.00', days: 30 }],
};

describe('the rules', () => {
  it('are said in a line each', () => {
    expect(ruleLines(settings.points)).toEqual([
      '每 1 元积 1 分，每次到店取整',
      '生日前后一周积分 2 倍',
      '用到第二年年底',
      '100 分抵 1 元',
    ]);
    const plain = { ...settings.points, per_yuan_bp: 1_000, birthday_bp: 10_000, points_per_yuan_off: 0 };
    expect(ruleLines({ ...plain, expiry: { kind: 'months', months: 12 } })).toEqual([
      '每 1 元积 0.1 分，每次到店取整',
      '用到满 12 个月的那个月底',
      '只换礼品，不抵现',
    ]);
    expect(birthdayLine(settings.birthday)).toBe('生日前后一周正价 7 折，一年一次');
  });

  it('go back to the core as they came, vouchers with them', () => {
    expect(request(formOf(settings), settings)).toEqual(settings);
    const monthly = { ...settings, points: { ...settings.points, expiry: { kind: 'months' as const, months: 6 } } };
    expect(request(formOf(monthly), monthly)).toEqual(monthly);
  });

  it.each<[Partial<RulesForm>, string]>([
    [{ perYuan: '' }, 'points.per_yuan_bp'],
    [{ perYuan: '100.1' }, 'points.per_yuan_bp'],
    [{ perYuan: '-1' }, 'points.per_yuan_bp'],
    [{ birthdayFold: '0.5' }, 'points.birthday_bp'],
    [{ birthdayFold: '10.1' }, 'points.birthday_bp'],
    [{ expiry: 'months', months: '0' }, 'points.expiry.months'],
    [{ expiry: 'months', months: '121' }, 'points.expiry.months'],
    [{ perYuanOff: '1.5' }, 'points.points_per_yuan_off'],
    [{ privilegePay: '0' }, 'birthday.pay_percent'],
    [{ privilegePay: '101' }, 'birthday.pay_percent'],
  ])('say what is wrong with %o', (change, field) => {
    expect([...problems({ ...formOf(settings), ...change }).keys()]).toEqual([field]);
  });

  it('do not ask for months that are not used', () => {
    expect(problems({ ...formOf(settings), expiry: 'never', months: '' }).size).toBe(0);
  });
});

describe('figures', () => {
  it('sum up what the shop owes', () => {
    const one = { holders: 3204, outstanding: 1_182_330, worth: '11823.30', owing: 3, owed: 742 };
    expect(totals(one).map(({ value }) => value)).toEqual(['1,182,330', '¥11,823.30', '−742']);
    const none = totals({ ...one, worth: '0.00', owing: 0, owed: 0 });
    expect(none.map(({ value, tone }) => [value, tone])).toEqual([
      ['1,182,330', undefined],
      ['0', 'plain'],
    ]);
  });

  it('sum up one customer, a debt in colour', () => {
    const page = { balance: 1264, spendable: 1264, worth: '12.64', lines: [] };
    const expiries = [{ day: '2026-12-31', points: 320 }];
    expect(figuresOf({ ...page, expiries }).map(({ value, meaning }) => [value, meaning])).toEqual([
      ['1,264', '积分余额'],
      ['¥12.64', '能抵'],
      ['320', '最近到期 12月31日'],
    ]);
    const owing = figuresOf({ ...page, balance: -250, spendable: 0, worth: '0.00', expiries: [] });
    expect(owing).toEqual([{ value: '−250', meaning: '欠着的，下次得分先补', tone: 'warn' }]);
  });

  it.each([
    ['give', '100', 100],
    ['take', '１００', -100],
    ['give', '0', null],
    ['take', '1000001', null],
    ['give', '-5', null],
    ['give', '1.5', null],
    ['give', '', null],
  ] as const)('%s %s is %s', (way, typed, points) => {
    expect(signed(way, typed)).toBe(points);
  });
});
