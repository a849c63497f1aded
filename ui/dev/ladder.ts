/** Levels of the invented shop. Nobody in it exists. */
import type * as g from '../src/api/generated';
import { rowOf, TODAY } from './book';

type Answers = { [K in keyof g.Ops]?: (args: g.Ops[K]['args']) => g.Ops[K]['answer'] };

const none: g.Benefits = {
  pay_percent: 100,
  points_bp: 10_000,
  birthday_pay_percent: null,
  birthday_gift: null,
  first_look: false,
  own_adviser: false,
};
export const person = (id: number): g.Person => {
  const { name, member_no, phone } = rowOf(id);
  return { id, name, member_no, phone };
};

const page: g.LevelsPage = {
  levels: [
    { id: 1, rank: 0, name: '普通会员', benefits: none, join: null, criteria: [], members: 61_204 },
    {
      id: 2,
      rank: 1,
      name: '银卡',
      benefits: { ...none, pay_percent: 95, points_bp: 12_000 },
      join: 'any',
      criteria: [
        { metric: 'spend_last_12_months', at_least: 300_000 },
        { metric: 'single_purchase', at_least: 200_000 },
      ],
      members: 28_310,
    },
    {
      id: 3,
      rank: 2,
      name: '金卡',
      benefits: { ...none, pay_percent: 90, points_bp: 15_000, first_look: true, birthday_gift: '生日丝巾礼盒' },
      join: 'any',
      criteria: [
        { metric: 'spend_last_12_months', at_least: 1_000_000 },
        { metric: 'single_purchase', at_least: 600_000 },
      ],
      members: 9_102,
    },
    {
      id: 4,
      rank: 3,
      name: '钻石',
      benefits: {
        pay_percent: 85,
        points_bp: 20_000,
        birthday_pay_percent: 60,
        birthday_gift: '羊绒围巾',
        first_look: true,
        own_adviser: true,
      },
      join: 'all',
      criteria: [
        { metric: 'spend_last_12_months', at_least: 3_000_000 },
        { metric: 'visits_last_12_months', at_least: 6 },
      ],
      members: 1_384,
    },
  ],
  rules_from: '2026-03-01',
  reviews: 'half_year',
  next_review: '2026-12-31',
  last_review: '2026-06-30',
  campaigns: [
    { id: 1, name: '五周年店庆', from: '2026-11-01', to: '2026-11-30', level: 2 },
    { id: 2, name: '开业', from: '2021-09-01', to: '2021-09-30', level: 2 },
  ],
};

const short = (metric: g.Metric, value: number, at_least: number): g.Shortfall => ({
  metric,
  value,
  at_least,
  short: at_least - value,
});
const row = (at: number): g.ReviewRow => {
  const rise = at % 9 === 8;
  const names = page.levels.map(({ name }) => name);
  const from = rise ? 1 : 1 + (at % 3);
  const to = rise ? 2 : from - 1;
  return {
    customer: person(at + 2),
    from: names[from]!,
    to: names[to]!,
    to_level: to + 1,
    rise,
    gap: rise
      ? null
      : {
          join: 'any',
          shortfalls: [
            short('spend_last_12_months', 238_000 + at * 100, 300_000),
            short('single_purchase', 0, 200_000),
          ],
        },
    met: rise ? [{ metric: 'spend_last_12_months', value: 1_230_000, at_least: 1_000_000 }] : [],
  };
};
const rows = (many: number): g.ReviewRow[] => Array.from({ length: many }, (_, at) => row(at));

export const ladder: Answers = {
  levels_page: () => page,
  dry_run_levels: () => ({ rises: 4, drops: 41, drops_anyway: 12, rows: rows(45) }),
  save_levels: () => ({}),
  preview_review: () => ({ day: TODAY, rows: rows(37), seen: 900 }),
  apply_review: ({ customers }) => ({ moved: customers.length, operation: 901 }),
  near_downgrade: () => ({
    rows: rows(14).map(({ customer, from, gap }, at) => ({
      customer,
      level: from,
      keeps_until: at < 9 ? '2026-12-01' : '2026-12-31',
      gap: gap ?? { join: 'any', shortfalls: [short('spend_last_12_months', 938_000, 1_000_000)] },
    })),
  }),
  save_campaign: () => ({}),
  remove_campaign: () => ({}),
};
