/** Points, vouchers and benefits of the invented shop. Nobody in it exists. */
import type * as g from '../src/api/generated';
import { person } from './ladder';

type Answers = { [K in keyof g.Ops]?: (args: g.Ops[K]['args']) => g.Ops[K]['answer'] };

const TODAY = '2026-11-21';
const day = (back: number): string =>
  new Date(Date.parse(`${TODAY}T12:00:00Z`) - back * 86_400_000).toISOString().slice(0, 10);

let rules: g.PointsSettings = {
  points: {
    per_yuan_bp: 10_000,
    birthday_bp: 20_000,
    birthday_scope: 'week',
    expiry: { kind: 'end_of_next_year' },
    points_per_yuan_off: 100,
  },
  birthday: { scope: 'week', pay_percent: 70 },
  vouchers: [
    { kind: 'second_visit', worth: { kind: 'amount', amount: '50.00' }, min_spend: '300.00', days: 60 },
    { kind: 'birthday', worth: { kind: 'amount', amount: '100.00' }, min_spend: '500.00', days: 30 },
    { kind: 'apology', worth: { kind: 'amount', amount: '100.00' }, min_spend: '0.00', days: 90 },
    { kind: 'recall', worth: { kind: 'percent', off: 15 }, min_spend: '400.00', days: 45 },
    { kind: 'gift', worth: { kind: 'amount', amount: '100.00' }, min_spend: '100.00', days: 180 },
  ],
};

const KINDS: g.PointsKind[] = ['earn', 'earn', 'gift', 'earn', 'adjust', 'redeem', 'reverse', 'earn'];
const REASONS: Partial<Record<g.PointsKind, string>> = { gift: '真丝方巾', adjust: '系统换了，老账少记一笔' };
const entry = (id: number): g.PointsRow => {
  const kind = KINDS[id % KINDS.length]!;
  const points = { earn: 399 + id, redeem: -500, gift: -1200, adjust: 300, reverse: -599, opening: 1000 }[kind];
  return {
    entry: id,
    customer: person((id * 7) % 90),
    day: day(400 - id),
    kind,
    points,
    visit: kind === 'gift' || kind === 'adjust' ? null : id,
    reason: REASONS[kind] ?? null,
    by: id % 3 === 0 ? '店主' : '小夏',
  };
};

const line = (
  entry: number,
  on: string,
  kind: g.LineKind,
  points: number,
  balance: number,
  reason: string | null = null,
): g.PointsLine => ({
  entry,
  day: on,
  kind,
  points,
  balance,
  visit: ['earn', 'redeem', 'reverse'].includes(kind) ? entry : null,
  reason,
  by: kind === 'expire' ? null : '小夏',
});
const ledger: g.PointsPage = {
  balance: 1264,
  spendable: 1264,
  worth: '12.64',
  expiries: [
    { day: '2026-12-31', points: 320 },
    { day: '2027-12-31', points: 944 },
  ],
  lines: [
    line(9, '2026-10-29', 'earn', 522, 1264),
    line(8, '2026-09-28', 'reverse', -599, 742),
    line(7, '2026-09-12', 'earn', 1341, 1341),
    line(6, '2026-06-20', 'gift', -1200, 0, '真丝方巾'),
    line(5, '2026-06-01', 'adjust', 300, 1200, '换系统时少记一笔'),
    line(1, '2026-01-01', 'expire', -180, 900),
    line(4, '2025-11-02', 'redeem', -500, 1080),
    line(3, '2025-08-14', 'earn', 580, 1580),
    line(2, '2025-03-08', 'opening', 1000, 1000, '老会员系统带来'),
  ],
};

const VOUCHER_KINDS: g.VoucherKind[] = ['second_visit', 'apology', 'recall', 'gift', 'birthday'];
const voucher = (id: number, state: g.VoucherState): g.VoucherRow => {
  const kind = VOUCHER_KINDS[id % VOUCHER_KINDS.length]!;
  const made = rules.vouchers.find((one) => one.kind === kind)!;
  return {
    id,
    customer: person(id === 4 ? 6 : (id * 3) % 80),
    kind,
    worth: made.worth,
    min_spend: made.min_spend,
    valid_from: id === 12 ? '2026-12-01' : day(40),
    valid_to: state === 'expired' ? day(3) : day(-id * 4 - 2),
    state,
    issued_on: day(40),
    issued_visit: kind === 'second_visit' ? id : null,
    used_visit: state === 'used' ? id : null,
    used_on: state === 'used' ? day(9) : null,
    used_off: state === 'used' ? '50.00' : null,
    reason: kind === 'apology' ? '改衣晚了两天' : kind === 'gift' ? '周年店庆' : null,
    cancel_reason: state === 'cancelled' ? (id % 2 ? 'return' : '发重了') : null,
    by: '小夏',
  };
};
const BY_STATE: Record<g.VoucherFilter, g.VoucherRow[]> = {
  usable: Array.from({ length: 26 }, (_, at) => voucher(at + 1, 'usable')),
  used: Array.from({ length: 9 }, (_, at) => voucher(at + 40, 'used')),
  expired: Array.from({ length: 4 }, (_, at) => voucher(at + 60, 'expired')),
  cancelled: Array.from({ length: 3 }, (_, at) => voucher(at + 70, 'cancelled')),
  all: [],
};
BY_STATE.all = [...BY_STATE.usable, ...BY_STATE.used, ...BY_STATE.expired, ...BY_STATE.cancelled];

const benefit = (id: number, state: g.BenefitState): g.BenefitRow => ({
  id,
  customer: person((id * 11) % 70),
  name: ['免费改衣一次', '生日丝巾礼盒', '新品预览座位', '大衣免费干洗'][id % 4]!,
  granted_on: day(20 + id),
  valid_to: state === 'expired' ? day(2) : id % 3 === 0 ? null : day(-id * 5),
  given_on: state === 'given' ? day(1) : null,
  state,
  note: id % 4 === 0 ? '周年答谢' : null,
  by: '店主',
});
const BENEFITS: Record<g.BenefitFilter, g.BenefitRow[]> = {
  granted: Array.from({ length: 12 }, (_, at) => benefit(at + 1, 'granted')),
  given: Array.from({ length: 7 }, (_, at) => benefit(at + 30, 'given')),
  expired: Array.from({ length: 2 }, (_, at) => benefit(at + 50, 'expired')),
  all: [],
};
BENEFITS.all = [...BENEFITS.granted, ...BENEFITS.given, ...BENEFITS.expired];

export const treats: Answers = {
  points_settings: () => rules,
  save_points_settings: (settings) => {
    rules = settings;
    return {};
  },
  list_points: ({ by_hand, cursor, limit }) => {
    const all = Array.from({ length: 390 }, (_, at) => entry(390 - at)).filter((one) => !by_hand || one.visit === null);
    const from = Number(cursor ?? 0);
    const end = from + limit;
    return {
      rows: all.slice(from, end),
      cursor: end < all.length ? String(end) : null,
      totals: cursor ? null : { holders: 3_204, outstanding: 1_182_330, worth: '11823.30', owing: 3, owed: 742 },
    };
  },
  points_page: ({ customer }) =>
    customer === 2 ? { balance: 0, spendable: 0, worth: '0.00', expiries: [], lines: [] } : ledger,
  adjust_points: ({ points }) => ({ entry: 10, balance: 1264 + points, spendable: Math.max(0, 1264 + points) }),
  redeem_points: ({ points }) => ({ entry: 10, balance: 1264 - points, spendable: 1264 - points }),
  list_vouchers: ({ state }) => ({
    rows: BY_STATE[state],
    cursor: null,
    totals: { outstanding: 26, face_value: '1750.00', percent: 5 },
  }),
  issue_voucher: ({ customers }) => ({ issued: customers.length }),
  cancel_voucher: () => ({}),
  list_benefits: ({ state }) => ({
    rows: BENEFITS[state],
    cursor: null,
    totals: { granted: 21, given: 7, open: 12, expired: 2 },
  }),
  grant_benefit: ({ customers }) => ({ granted: customers.length }),
  give_benefit: () => ({}),
  benefits_due: () => ({
    rows: [1, 12, 23, 34, 45, 6, 17].map((id, at) => ({
      customer: person(id),
      level: at % 3 === 0 ? '钻石' : '金卡',
      gift: at % 3 === 0 ? '羊绒围巾' : '生日丝巾礼盒',
      day: day(-at * 4),
      granted: at === 1,
    })),
  }),
};
