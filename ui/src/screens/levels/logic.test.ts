import { beforeEach, describe, expect, it } from 'vitest';
import type { LevelView, ReviewRow } from '../../api/generated';
import { setLanguage } from '../../text/i18n.svelte';
import {
  campaignsInOrder,
  campaignState,
  changed,
  dryRunWords,
  formOf,
  freeMetric,
  inversions,
  METRICS,
  newLevel,
  placeOf,
  problems,
  rankOf,
  request,
  whyWords,
  type LevelForm,
} from './logic';
import { benefitWords, gapWords, ruleLines } from './words';

beforeEach(() => setLanguage('zh-CN'));

const benefits = {
  pay_percent: 100,
  points_bp: 10_000,
  birthday_pay_percent: null,
  birthday_gift: null,
  first_look: false,
  own_adviser: false,
};
const base: LevelView = { id: 1, rank: 0, name: '普通会员', benefits, join: null, criteria: [], members: 5 };
const silver: LevelView = {
  id: 2,
  rank: 1,
  name: '银卡',
  benefits: { ...benefits, pay_percent: 95, points_bp: 12_000, birthday_pay_percent: 70, birthday_gift: '丝巾' },
  join: 'any',
  criteria: [
    { metric: 'spend_last_12_months', at_least: 300_000 },
    { metric: 'visits_lifetime', at_least: 6 },
  ],
  members: 2,
};
const ladder = (): LevelForm[] => [formOf(base), formOf(silver)];

describe('the ladder as a form', () => {
  it('goes back to the core as it came', () => {
    const { levels, reviews } = request(ladder(), 'quarter');
    expect(reviews).toBe('quarter');
    expect(levels[0]).toEqual({ id: 1, name: '普通会员', join: 'any', criteria: [], benefits });
    expect(levels[1]).toEqual({
      id: 2,
      name: '银卡',
      join: 'any',
      criteria: silver.criteria,
      benefits: silver.benefits,
    });
    expect(changed([base, silver], ladder())).toBe(false);
  });

  it('knows that something was changed', () => {
    const forms = ladder();
    forms[1]!.pay = '90';
    expect(changed([base, silver], forms)).toBe(true);
    expect(changed([base, silver], [formOf(base)])).toBe(true);
  });

  it.each<[string, (form: LevelForm) => void, string]>([
    ['no name', (form) => (form.name = ' '), '1.name'],
    ['a name twice', (form) => (form.name = '普通会员 '), '1.name'],
    ['a percent of zero', (form) => (form.pay = '0'), '1.pay'],
    ['a percent over a hundred', (form) => (form.pay = '101'), '1.pay'],
    ['a percent in words', (form) => (form.pay = '九五'), '1.pay'],
    ['half a percent', (form) => (form.birthday = '69.5'), '1.birthday'],
    ['no multiplier', (form) => (form.points = ''), '1.points'],
    ['a multiplier over a hundred', (form) => (form.points = '100.1'), '1.points'],
    ['a threshold of nothing', (form) => (form.criteria[0]!.value = '0.00'), '1.criteria.0'],
    ['an empty threshold', (form) => (form.criteria[1]!.value = ''), '1.criteria.1'],
  ])('says where %s stands', (_, spoil, place) => {
    const forms = ladder();
    spoil(forms[1]!);
    expect([...problems(forms).keys()]).toContain(place);
  });

  it('is content with a level given by hand, an empty birthday and full-width digits', () => {
    const forms = ladder();
    Object.assign(forms[1]!, { criteria: [], birthday: '', pay: '９５', points: '1.25' });
    expect(problems(forms).size).toBe(0);
    expect(request(forms, 'quarter').levels[1]!.benefits).toMatchObject({
      pay_percent: 95,
      points_bp: 12_500,
      birthday_pay_percent: null,
    });
  });

  it('begins a further level with a key of its own', () => {
    const forms = ladder();
    const one = newLevel(forms);
    const two = newLevel([...forms, one]);
    expect([one.id, one.key, two.key]).toEqual([null, -1, -2]);
    expect([...problems([...forms, one]).keys()]).toEqual(['2.name', '2.criteria.0']);
  });

  it('offers every metric once', () => {
    const form = formOf(silver);
    expect(freeMetric(form)).toBe('spend_lifetime');
    form.criteria = METRICS.map((metric) => ({ metric, value: '1' }));
    expect(freeMetric(form)).toBeUndefined();
  });

  it('doubts a level that asks no more than the one below', () => {
    const gold: LevelForm = { ...formOf(silver), key: 3, id: 3, name: '金卡' };
    gold.criteria = [{ metric: 'spend_last_12_months', value: '3000.00' }];
    expect(inversions([...ladder(), gold])).toEqual(['「金卡」的近 12 个月消费不比「银卡」高，看看是不是写反了。']);
    gold.criteria = [{ metric: 'spend_last_12_months', value: '3000.01' }];
    expect(inversions([...ladder(), gold])).toEqual([]);
  });

  it('finds the place of a failure', () => {
    expect(placeOf('levels.1.name')).toBe('1.name');
    expect(placeOf('levels')).toBeUndefined();
    expect(placeOf(undefined)).toBeUndefined();
  });
});

describe('what is said', () => {
  it('tells what opens a level and what it gives', () => {
    expect(ruleLines(0, null, [])).toEqual(['开了档案就是']);
    expect(ruleLines(2, null, [])).toEqual(['只由店主手动给，复核不动']);
    expect(ruleLines(1, 'any', silver.criteria)).toEqual(['近 12 个月消费满 ¥3,000', '或 累计购买满 6 次']);
    expect(ruleLines(1, 'all', silver.criteria)[1]).toBe('并且 累计购买满 6 次');
    expect(benefitWords(silver.benefits)).toEqual(['正价 9.5 折', '积分 1.2 倍', '生日 7 折', '生日礼物：丝巾']);
    expect(benefitWords(benefits)).toEqual([]);
    setLanguage('en');
    expect(benefitWords(silver.benefits)[0]).toBe('5% off full price');
  });

  it.each([
    [{ rises: 0, drops: 0, drops_anyway: 0 }, '没有人会动。'],
    [{ rises: 0, drops: 41, drops_anyway: 0 }, '41 位会降级'],
    [{ rises: 4, drops: 41, drops_anyway: 12 }, '41 位会降级，其中 12 位按现在的规则也会降，4 位会升级'],
    [{ rises: 2, drops: 0, drops_anyway: 0 }, '2 位会升级'],
  ])('sums up a dry run', (run, words) => {
    expect(dryRunWords({ ...run, rows: [] })).toBe(words);
  });

  it('says why somebody moves', () => {
    const shortfalls = [
      { metric: 'spend_last_12_months' as const, value: 238_000, at_least: 300_000, short: 62_000 },
      { metric: 'visits_last_12_months' as const, value: 2, at_least: 6, short: 4 },
    ];
    expect(gapWords({ join: 'any', shortfalls })).toBe('近 12 个月消费还差 ¥620，或近 12 个月购买还差 4 次');
    expect(gapWords(null)).toBe('');
    const row: ReviewRow = {
      customer: { id: 1, member_no: 'K000001', name: '单晓燕', phone: null },
      from: '金卡',
      to: '银卡',
      to_level: 2,
      rise: false,
      gap: { join: 'all', shortfalls: shortfalls.slice(0, 1) },
      met: [{ metric: 'single_purchase', value: 210_000, at_least: 200_000 }],
    };
    expect(whyWords(row)).toBe('近 12 个月消费还差 ¥620，近 12 个月单笔 ¥2,100');
    expect(whyWords({ ...row, gap: null, met: [] })).toBe('不再够条件');
    expect(whyWords({ ...row, rise: true, gap: null })).toBe('近 12 个月单笔 ¥2,100');
    expect(rankOf(['普通会员', '银卡'], '银卡')).toBe(1);
  });

  it('puts recruitment months in order', () => {
    const month = (id: number, from: string, to: string) => ({ id, name: '', from, to, level: 2 });
    const [old, now, soon] = [
      month(1, '2025-01-01', '2025-01-31'),
      month(2, '2026-11-01', '2026-11-21'),
      month(3, '2026-12-01', '2026-12-31'),
    ];
    const day = '2026-11-21';
    expect([old, now, soon].map((one) => campaignState(one, day))).toEqual(['over', 'running', 'before']);
    expect(campaignsInOrder([old, now, soon], day).map(({ id }) => id)).toEqual([3, 2, 1]);
  });
});
