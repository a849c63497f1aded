/** Contacts, wishes and consents of the invented shop. Nobody in it exists. */
import type * as g from '../src/api/generated';
import { person } from './ladder';

type Answers = { [K in keyof g.Ops]?: (args: g.Ops[K]['args']) => g.Ops[K]['answer'] };

const TODAY = '2026-11-21';
const day = (back: number): string =>
  new Date(Date.parse(`${TODAY}T12:00:00Z`) - back * 86_400_000).toISOString().slice(0, 10);

const WORDS = [
  '裙子很合身，下次想看大衣',
  '生日快乐，礼物给您留着呢',
  null,
  '新到的羊绒衫，给您留了 M 码',
  '洗衣标怎么看，已发图',
];
type Way = Pick<g.ContactRow, 'channel' | 'direction' | 'purpose' | 'outcome'>;
const WAYS: Way[] = [
  { channel: 'phone', direction: 'out', purpose: 'service', outcome: 'reached' },
  { channel: 'wechat', direction: 'out', purpose: 'greeting', outcome: 'replied' },
  { channel: 'phone', direction: 'out', purpose: 'marketing', outcome: 'no_answer' },
  { channel: 'sms', direction: 'out', purpose: 'marketing', outcome: 'sent' },
  { channel: 'wechat', direction: 'in', purpose: 'service', outcome: 'replied' },
];
const CLERKS = [
  [2, '小夏'],
  [1, '店主'],
] as const;

export function contact(id: number, back: number): g.ContactRow {
  const [staff, staff_name] = CLERKS[id % 2]!;
  return {
    id,
    customer: person((id * 7) % 90),
    at: `${day(back)}T15:20:00+08:00`,
    day: day(back),
    ...WAYS[id % WAYS.length]!,
    text: WORDS[id % WORDS.length] ?? null,
    template: null,
    staff,
    staff_name,
    complaint: null,
    event: null,
    event_name: null,
    batch: id % WAYS.length === 3 ? '羊绒上新' : null,
  };
}

const CHANNELS: g.ContactChannel[] = ['phone', 'wechat', 'sms', 'email', 'letter'];
const consents: g.ConsentState[] = [
  { purpose: 'archive', given: CHANNELS, withdrawn: [], unconfirmed: [] },
  { purpose: 'service', given: [], withdrawn: [], unconfirmed: [] },
  { purpose: 'marketing', given: ['wechat', 'phone'], withdrawn: ['sms'], unconfirmed: [] },
];

/** What the page of somebody full of life says, or of somebody who only just came. */
export function card(full: boolean): g.ContactCard {
  return {
    last_contact: full ? day(4) : null,
    days_since_contact: full ? 4 : null,
    days_since_purchase: full ? 13 : null,
    wish: 'any',
    wish_since: null,
    wish_note: null,
    consents: full ? consents : consents.map(({ purpose }) => ({ purpose, given: [], withdrawn: [], unconfirmed: [] })),
    channel: 'wechat',
    against: full ? [{ why: 'too_soon', last: day(4), visited: false, until: day(-3) }] : [],
    marketing_this_month: full ? 1 : 0,
    unanswered: 0,
    in_hours: true,
    latest: full ? [4, 21, 40].map((back, at) => contact(at, back)) : [],
    more: full,
  };
}

let limits: g.ContactLimits = {
  marketing_a_month: 2,
  unanswered: 3,
  after_unanswered: 1,
  quiet_days: 7,
  marketing_needs_consent: false,
  from_hour: 9,
  to_hour: 21,
};

const clerk = (staff: number | null, name: string | null, n: number): g.ClerkContacts => ({
  staff,
  name,
  contacts: n * 9,
  calls: n * 4,
  messages: n * 5,
  reached: n * 3,
  no_answer: n,
  replied: n * 2,
  received: n,
  customers: n * 6,
  last: n > 0 ? day(7 - n) : null,
  days_since: n > 0 ? 7 - n : null,
});

export const contacts: Answers = {
  log_contact: ({ customers }) => ({ contacts: customers.map((_, at) => 1000 + at) }),
  mark_replied: () => ({}),
  correct_contact: () => ({}),
  remove_contact: () => ({}),
  list_contacts: ({ cursor, limit, customer, outcome, channel }) => {
    const first = Number(cursor ?? 0);
    const all = Array.from({ length: 240 }, (_, at) => contact(at, Math.floor(at / 6)));
    const fits = all.filter(
      (row) => (!outcome || row.outcome === outcome) && (!channel || row.channel === channel) && customer !== 2,
    );
    const end = first + limit;
    return {
      rows: fits.slice(first, end),
      cursor: end < fits.length ? String(end) : null,
      count: first === 0 ? fits.length : null,
      customers: first === 0 ? Math.min(90, fits.length) : null,
    };
  },
  contact_stats: () => ({
    rows: [clerk(2, '小夏', 6), clerk(1, '店主', 2), clerk(4, '小冬', 0)],
    total: clerk(null, null, 8),
  }),
  contact_settings: () => limits,
  save_contact_settings: (changed) => {
    limits = changed;
    return {};
  },
  set_contact_wish: () => ({}),
  save_consent: () => ({}),
  list_consents: () => ({
    rows: [
      {
        id: 3,
        purpose: 'marketing',
        channel: 'sms',
        given: false,
        day: day(30),
        by: '小夏',
        note: '短信太多了，微信说就好',
      },
      { id: 2, purpose: 'marketing', channel: null, given: true, day: day(200), by: '店主', note: '办卡时签的' },
      { id: 1, purpose: 'archive', channel: null, given: true, day: day(200), by: '店主', note: '办卡时签的' },
    ],
    states: consents,
  }),
};
