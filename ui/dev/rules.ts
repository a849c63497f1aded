/** Rules of care of the invented shop, and what a changed one would make of its day. */
import type * as g from '../src/api/generated';
import { task } from './care';

type Answers = { [K in keyof g.Ops]?: (args: g.Ops[K]['args']) => g.Ops[K]['answer'] };

const plan = (trigger: g.Trigger, more: Partial<g.RulePlan> = {}): g.RulePlan => ({
  trigger,
  conditions: { level: null, tags: [], spent: null, categories: [], customers: null },
  after_months: 0,
  after_days: 0,
  after_minutes: null,
  lasts_days: 7,
  means: 'message',
  purpose: 'service',
  occasion: null,
  template: null,
  who: 'adviser',
  retry_days: 2,
  tries: 3,
  ...more,
});

const all: g.CareRule[] = [
  {
    id: 1,
    key: 'first_purchase',
    name: '第一次购买：3 天内问问合不合适',
    plan: plan({ kind: 'first_purchase' }, { after_days: 2, means: 'call', occasion: 'first_purchase' }),
    is_on: true,
    position: 1,
  },
  {
    id: 2,
    key: 'no_purchase_2_months',
    name: '2 个月没来：问候',
    plan: plan(
      { kind: 'no_purchase' },
      { after_months: 2, lasts_days: 30, purpose: 'greeting', occasion: 'long_time_no_see' },
    ),
    is_on: true,
    position: 2,
  },
  {
    id: 3,
    key: null,
    name: '满 700 道谢',
    plan: plan({ kind: 'big_purchase', least: '700.00' }, { after_days: 1, occasion: 'after_purchase', who: 'pool' }),
    is_on: false,
    position: 3,
  },
];

export const tried: g.RuleDryRun = {
  this_week: 14,
  overdue: 2,
  held: 3,
  days: [
    { day: '2026-11-21', tasks: 11 },
    { day: '2026-11-24', tasks: 3 },
  ],
  before: 12,
  after: 11,
  added: 1,
  gone: 2,
  because: [
    { why: 'released', own: false, tasks: 1 },
    { why: 'unnamed', own: true, tasks: 2 },
  ],
  changes: [
    { task: task(2), why: 'released' },
    { task: task(1), why: 'unnamed' },
    { task: task(5), why: 'unnamed' },
  ],
};

export const rules: Answers = {
  list_care_rules: () => ({
    rules: all.map((rule) => ({ rule, waiting: rule.id === 2 ? 12 : 0, held: rule.id === 2 ? 3 : 0 })),
  }),
  dry_run_care_rule: () => tried,
  save_care_rule: (draft) => ({ ...draft, id: draft.id ?? 4, key: null, position: 4 }),
  remove_care_rule: () => ({}),
};
