/** Tasks of the invented shop: three hundred and some. Nobody in it exists. */
import type * as g from '../src/api/generated';
import { person } from './ladder';

type Answers = { [K in keyof g.Ops]?: (args: g.Ops[K]['args']) => g.Ops[K]['answer'] };

const TODAY = '2026-11-21';
const day = (ahead: number): string =>
  new Date(Date.parse(`${TODAY}T12:00:00Z`) + ahead * 86_400_000).toISOString().slice(0, 10);

type Rule = Pick<g.TaskRow, 'title' | 'kind' | 'params' | 'channel' | 'purpose' | 'occasion'>;
const RULES: Rule[] = [
  {
    title: '第一次购买：3 天内问问合不合适',
    kind: 'first_purchase',
    params: { day: day(-3) },
    channel: 'phone',
    purpose: 'service',
    occasion: 'first_purchase',
  },
  {
    title: '2 个月没来：问候',
    kind: 'no_purchase',
    params: { day: day(-63) },
    channel: 'wechat',
    purpose: 'greeting',
    occasion: 'long_time_no_see',
  },
  {
    title: '生日前 3 天：祝福和生日礼遇',
    kind: 'birthday',
    params: { day: day(3) },
    channel: 'sms',
    purpose: 'marketing',
    occasion: 'birthday_benefit',
  },
  {
    title: '一次买满 2000 元：7 天后电话',
    kind: 'big_purchase',
    params: { day: day(-7), amount: '2480.00' },
    channel: 'phone',
    purpose: 'service',
    occasion: 'after_purchase',
  },
];
const LEVELS = ['普通会员', '银卡', '金卡', '钻石'];
const OVERDUE = 12;
const DUE = 40;
const ALL = 320;

const aboutVisit = (customer: number, occasion: g.Occasion | null, visit: number): g.MessageFor => ({
  customer,
  template: null,
  occasion,
  language: null,
  facts: {
    benefit: null,
    voucher: null,
    until: null,
    points: null,
    festival: null,
    date_name: null,
    event: null,
    wish: null,
    friend: null,
    visit,
    matter: null,
  },
});

export function task(at: number, more: Partial<g.TaskRow> = {}): g.TaskRow {
  const one = at % RULES.length;
  const { id, name, member_no } = person((at * 7) % 90);
  const state = at < OVERDUE ? 'overdue' : at < OVERDUE + DUE ? 'due' : 'upcoming';
  return {
    ...RULES[one]!,
    task: { rule: one + 1, follow_up: null, customer: id, cause: `visit:${at}` },
    customer: {
      id,
      member_no,
      name,
      nickname: at % 3 === 0 ? `${name.slice(0, 1)}姐` : null,
      gender: null,
      phone: '13800134217',
      wechat: at % 2 === 0 ? 'shan_4217' : null,
      level: LEVELS[at % 4]!,
      level_rank: at % 4,
      last_purchase: day(-3 - (at % 60)),
      last_contact: at % 5 === 0 ? null : day(-(at % 40)),
    },
    state,
    due: day(state === 'overdue' ? -2 : state === 'due' ? 0 : 1 + Math.min(6, Math.floor(at / 50))),
    not_before: null,
    expires: state === 'upcoming' ? null : day(at % 7),
    template: null,
    staff: at % 3 === 0 ? null : 2,
    tries: at % 9 === 0 ? 1 : 0,
    snoozed: at % 11 === 0,
    batch: null,
    held: null,
    held_until: null,
    message: RULES[one]!.occasion === null ? null : aboutVisit(id, RULES[one]!.occasion ?? null, at),
    ...more,
  };
}

const held = (at: number): g.TaskRow =>
  at % 2 === 0
    ? task(at, { held: { why: 'too_soon', last: day(-2), visited: true, until: day(5) }, held_until: day(5) })
    : task(at, { held: { why: 'no_promotion' } });

function paged(all: readonly g.TaskRow[], cursor: string | null | undefined, limit: number) {
  const from = Number(cursor ?? 0);
  const rows = all.slice(from, from + limit);
  return { rows, total: all.length, cursor: from + limit < all.length ? String(from + limit) : null };
}

const counts = { overdue: OVERDUE, due: DUE, upcoming: ALL - OVERDUE - DUE };

export const care: Answers = {
  today: ({ whose, rule, cursor, limit }) => {
    const all = Array.from({ length: ALL }, (_, at) => task(at)).filter(
      (row) => (whose !== 'pool' || !row.staff) && (!rule || row.task.rule === rule),
    );
    const groups = RULES.map(({ title, kind }, at) => ({
      rule: at + 1,
      title,
      kind,
      overdue: OVERDUE / 4,
      due: DUE / 4,
      upcoming: counts.upcoming / 4,
    }));
    return {
      day: TODAY,
      all: counts,
      mine: counts,
      pool: counts,
      held: 9,
      decided_today: 5,
      groups,
      ...paged(all, cursor, limit),
    };
  },
  held_tasks: ({ cursor, limit }) =>
    paged(
      Array.from({ length: 9 }, (_, at) => held(at)),
      cursor,
      limit,
    ),
  customer_tasks: ({ customer }) => ({
    rows: customer === 1 ? [task(0, { state: 'due' }), task(1, { state: 'upcoming', due: day(4) }), held(3)] : [],
  }),
  decide_tasks: ({ tasks }) => ({ decided: tasks.length, contacts: tasks.length, left_out: 0, operation: 1 }),
  save_follow_up: () => ({ saved: 1, already: 0, first: 1, operation: 1 }),
  message_for: ({ customer }) => ({
    template: 3,
    title: '好久不见',
    occasion: 'long_time_no_see',
    purpose: 'greeting',
    language: 'zh-CN',
    text: `${person(customer).name}您好，好久没见了，天冷了多穿点。我是小夏，有空来坐坐。`,
    missing: [],
    left_out: [],
    characters: 32,
    in_hours: true,
  }),
  call_sheet: ({ tasks = [], customers = [] }) => ({
    day: TODAY,
    shop: '熟客服饰',
    staff: '小夏',
    left_out: 0,
    blocks: [...tasks.map((_, at) => at), ...customers].map((at) => ({
      // A name as long as a name may be.
      person: { ...task(at).customer!, ...(at === 4 ? { name: '阿依古丽·买买提江·' + '木'.repeat(30) } : {}) },
      phones: [],
      birthday: '农历八月初三',
      birthday_on: '2027-09-03',
      tasks: [task(at)],
      against: at % 2 ? [{ why: 'no_promotion' as const }] : [],
      sizes: [{ label: '上装尺码', value: 'M' }],
      likes: [{ label: '喜欢的颜色', value: '墨绿、驼色' }],
      visits: [{ day: day(-23), what: '羊绒大衣 24D-118 墨绿 M', total: '3480.00' }],
      wishes: at === 2 ? Array.from({ length: 14 }, (_, n) => `真丝连衣裙 24D-${120 + n} 墨绿 M`) : ['腰带 24D-119 黑'],
      notes: at === 2 ? ['她说月底搬家，快递先别寄'] : [],
      gaps: ['职业', '家里有谁', '下装尺码', '鞋码'],
    })),
  }),
};
