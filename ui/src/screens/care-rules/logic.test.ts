import { beforeEach, describe, expect, it } from 'vitest';
import type { CareRule, RulePlan, Trigger } from '../../api/generated';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import { problems, readAmounts, readDates, requestOf, ruleForm, turned } from './form';
import { becauseWords, GROUPS, grouped, headline, KINDS, OCCASION_OF, ruleWords, timing, type Names } from './logic';

const plan = (more: Partial<RulePlan> = {}): RulePlan => ({
  trigger: { kind: 'big_purchase', least: '2000.00' },
  conditions: { level: null, tags: [], spent: null, categories: [], customers: null },
  after_months: 0,
  after_days: 7,
  after_minutes: null,
  lasts_days: 10,
  means: 'call',
  purpose: 'service',
  occasion: 'after_purchase',
  template: null,
  who: 'visit_clerk',
  retry_days: 2,
  tries: 3,
  ...more,
});
const rule = (more: Partial<RulePlan> = {}): CareRule => ({
  id: 8,
  key: 'big_purchase',
  name: '一次买满 2000 元：7 天后电话',
  plan: plan(more),
  is_on: true,
  position: 8,
});
const names: Names = {
  level: (id) => (id === 3 ? '金卡' : undefined),
  tag: (id) => (id === 5 ? '怕冷' : undefined),
  festivals: new Map([['mid_autumn', '中秋节']]),
};

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
});

describe('a rule in words', () => {
  it('says from what, when, how, who and for whom', () => {
    expect(ruleWords(rule(), names)).toBe('¥2,000 起 · 7 天后 · 打电话 · 接待她的店员');
    const picky = rule({
      conditions: { level: 3, tags: [5], spent: '5000.00', categories: ['大衣'], customers: 'old' },
    });
    expect(ruleWords(picky, names)).toContain('金卡以上 · 标签 怕冷 · 累计 ¥5,000 起 · 买的是 大衣 · 老顾客');
    const feast = rule({
      trigger: { kind: 'festival', festivals: ['mid_autumn'], bought_within_months: 12 },
      after_days: -3,
    });
    expect(ruleWords(feast, names)).toBe('中秋节 · 前 3 天 · 打电话 · 接待她的店员 · 节前 12 个月内买过');
  });
  it('says of a task of the shop no clerk and no means', () => {
    const list = rule({ trigger: { kind: 'birthday_list', day: 20 }, after_days: 0 });
    expect(ruleWords(list, names)).toBe('每月 20 日');
  });
  it('says when, each in its way', () => {
    const when = (trigger: Trigger, more: Partial<RulePlan>) => timing(plan({ trigger, ...more }));
    expect(when({ kind: 'birthday' }, { after_days: 0 })).toBe('当天');
    expect(when({ kind: 'new_card' }, { after_days: 0, after_minutes: 30 })).toBe('离店 30 分钟后');
    expect(when({ kind: 'no_purchase' }, { after_days: 0, after_months: 5 })).toBe('满 5 个月');
    expect(when({ kind: 'no_purchase' }, { after_days: 3, after_months: 5 })).toBe('满 5 个月 3 天后');
    expect(when({ kind: 'complaint_answer' }, { after_days: 0 })).toBe('24 小时内');
  });
  it('stands in one group only, whatever its kind', () => {
    expect(new Set(KINDS).size).toBe(KINDS.length);
    expect([...KINDS].sort()).toEqual(Object.keys(OCCASION_OF).sort());
    const rows = KINDS.map((kind) => ({
      rule: { ...rule(), plan: plan({ trigger: { kind } as Trigger }) },
      waiting: 0,
      held: 0,
    }));
    expect(grouped(rows).map(({ id }) => id)).toEqual(GROUPS.map(({ id }) => id));
  });
});

describe('a rule as a form', () => {
  const triggers: Trigger[] = [
    { kind: 'big_purchase', least: '2000.00' },
    { kind: 'milestone', amounts: ['10000.00', '30000.50'] },
    { kind: 'top_spender', month: 12, day: 20, count: 3 },
    { kind: 'birthday' },
    { kind: 'festival', festivals: ['mid_autumn'], bought_within_months: 12 },
    { kind: 'points_expiring', least: 500 },
    { kind: 'no_purchase' },
  ];
  it.each(triggers)('comes back as it was ($kind)', (trigger) => {
    const known = rule({
      trigger,
      after_months: trigger.kind === 'no_purchase' ? 5 : 0,
      after_days: trigger.kind === 'birthday' ? -7 : 0,
      conditions: { level: 3, tags: [5], spent: '800.00', categories: [], customers: 'new' },
    });
    const form = ruleForm(known);
    expect([...problems(form)]).toEqual([]);
    expect(requestOf(form)).toEqual({ id: 8, name: known.name, plan: known.plan, is_on: true });
  });
  it.each<Trigger>([
    { kind: 'birthday_list', day: 20 },
    {
      kind: 'season',
      days: [
        [3, 1],
        [12, 1],
      ],
    },
  ])('of a task of the shop asks for nobody ($kind)', (trigger) => {
    const known = rule({ trigger, after_days: 0, who: 'pool' });
    expect(requestOf(ruleForm(known)).plan).toEqual(known.plan);
  });
  it('says what is wrong at its field', () => {
    const at = (change: Partial<ReturnType<typeof ruleForm>>) => [
      ...problems({ ...ruleForm(rule()), ...change }).keys(),
    ];
    expect(at({ name: ' ' })).toEqual(['name']);
    expect(at({ least: '' })).toEqual(['plan.trigger.least']);
    expect(at({ days: 'x', tries: '9' })).toEqual(['plan.after_days', 'plan.tries']);
    expect(at({ kind: 'no_purchase', months: '' })).toEqual(['plan.after_months']);
    expect(at({ kind: 'season', seasons: '2-30' })).toEqual(['plan.trigger.days']);
    expect(at({ kind: 'milestone', amounts: '一万' })).toEqual(['plan.trigger.amounts']);
  });
  it('takes the usual text along when the kind changes, and leaves a chosen one', () => {
    const usual = turned({ ...ruleForm(rule()), kind: 'birthday' }, 'big_purchase');
    expect([usual.occasion, usual.side]).toEqual(['birthday', 'before']);
    const chosen = turned({ ...ruleForm(rule({ occasion: 'refill' })), kind: 'birthday' }, 'big_purchase');
    expect(chosen.occasion).toBe('refill');
    expect(turned({ ...ruleForm(), kind: 'no_purchase' }, 'big_purchase').months).toBe('2');
  });
  it('reads amounts and days as they are typed', () => {
    expect(readAmounts('10000 3万')).toBeNull();
    expect(readAmounts('¥10,000、30000.5')).toEqual(['10000.00', '30000.50']);
    expect(readDates('3-1 6月1日')).toEqual([
      [3, 1],
      [6, 1],
    ]);
    expect(readDates('')).toBeNull();
  });
});

describe('a dry run in words', () => {
  it('says how many come and go and why', () => {
    expect(headline({ added: 12, gone: 3 })).toBe('会多 12 件，少 3 件');
    expect(headline({ added: 0, gone: 3 })).toBe('会少 3 件');
    expect(headline({ added: 0, gone: 0 })).toBe('今天的名单不变');
    expect(becauseWords({ why: 'released', own: false, tasks: 2 })).toBe('2 件别的事，不用再给它让路了');
    expect(becauseWords({ why: 'unnamed', own: true, tasks: 3 })).toBe('3 件不再点到');
  });
});
