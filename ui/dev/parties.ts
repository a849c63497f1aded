/** Invented answers for the screens of events and referrals. */
import type {
  Event,
  EventPage,
  EventList,
  GuestRow,
  ReferralTree,
  ReferrerList,
  ThanksDueList,
  ThanksList,
} from '../src/api/generated';

const event: Event = {
  id: 1,
  name: '丝巾系法沙龙',
  kind: 'salon',
  day: '2026-11-20',
  to_day: '2026-11-20',
  starts: '14:30',
  place: '店里二楼',
  plan: '14:30 签到\n15:00 系法',
  gift: '真丝小方巾',
  invite_days: 10,
  invite_on: '2026-11-10',
  sales_days: 14,
  sales_to: '2026-12-04',
  cancelled_on: null,
};
const person = (id: number, name: string) => ({ id, member_no: `K00000${id}`, name, phone: '13805714217' });
const guest = (id: number, name: string, more: Partial<GuestRow> = {}): GuestRow => ({
  id,
  customer: person(id, name),
  level: '银卡',
  level_rank: 1,
  net_spend: '6800.00',
  staff: null,
  invite_by: 'call',
  asked_on: null,
  reached: false,
  answer: null,
  answered_on: null,
  party: 1,
  came: null,
  gift_given: false,
  note: null,
  sales: '0.00',
  barred: null,
  ...more,
});
const counts = {
  invited: 3,
  calls: 2,
  messages: 1,
  reached: 1,
  accepted: 1,
  declined: 0,
  unsure: 0,
  party: 2,
  came: 0,
  stayed_away: 0,
  party_came: 0,
  gifts_needed: 2,
  gifts_given: 0,
};
export const eventPage: EventPage = {
  event,
  counts,
  came_sales: { buyers: 0, purchases: 0, total: '0.00' },
  invited_sales: { buyers: 1, purchases: 1, total: '680.00' },
  sales_over: false,
  guests: [
    guest(1, '单晓燕', { answer: 'accepted', answered_on: '2026-11-18', party: 2, sales: '680.00' }),
    guest(2, '曾丽', { barred: { why: 'open_complaint' } }),
    guest(3, '阿依古丽·买买提明·阿不都热合曼', { invite_by: 'message', note: '带女儿来' }),
  ],
};
const year: EventList = {
  year: 2026,
  years: [2026],
  aim: 4,
  held: 1,
  planned: 0,
  rows: [{ event, counts, sales: eventPage.came_sales }],
};
const sums = {
  brought: 2,
  spend: '2300.00',
  since: '2100.00',
  chain: 3,
  chain_spend: '2345.00',
  chain_since: '2145.00',
};
const due: ThanksDueList = {
  rows: [
    {
      referrer: person(1, '单晓燕'),
      referred: person(2, '曾丽'),
      joined_on: '2026-11-01',
      first: { visit: 7, day: '2026-11-03', total: '800.00', kept: '800.00' },
      state: 'earned',
    },
    {
      referrer: person(1, '单晓燕'),
      referred: person(3, '仇敏'),
      joined_on: '2026-11-02',
      first: null,
      state: 'no_purchase',
    },
  ],
  rule: { reward: { kind: 'points', points: 500 }, min_purchase: '300.00', within_days: 90 },
};
const referrers: ReferrerList = {
  rows: [{ customer: person(1, '单晓燕'), level: '金卡', level_rank: 2, sums, last: '2026-11-02', thanks: 1 }],
  referrers: 1,
  brought: 3,
  spend: '2345.00',
  customers: 40,
};
const thanks: ThanksList = {
  rows: [
    {
      id: 1,
      referrer: person(1, '单晓燕'),
      referred: person(4, '解芸'),
      day: '2026-10-01',
      what: '¥50 券',
      voucher: 'cancelled',
      points: null,
      taken_back: true,
      visit: 3,
    },
  ],
  cursor: null,
};
export const tree: ReferralTree = {
  customer: person(1, '单晓燕'),
  above: [person(9, '老客')],
  sums,
  below: [
    {
      customer: person(2, '曾丽'),
      parent: 1,
      depth: 1,
      level: '银卡',
      level_rank: 1,
      joined_on: '2026-11-01',
      net_spend: '2000.00',
      since: '2000.00',
      last_visit: '2026-11-03',
      brought: 1,
      thanked_on: null,
    },
    {
      customer: person(5, '尉迟静'),
      parent: 2,
      depth: 2,
      level: '普通会员',
      level_rank: 0,
      joined_on: '2026-11-09',
      net_spend: '45.00',
      since: '45.00',
      last_visit: null,
      brought: 0,
      thanked_on: '2026-11-10',
    },
  ],
  more: false,
};

export const parties = {
  list_events: () => year,
  event_page: () => eventPage,
  event_settings: () => ({ aim: 4, call: { level: null, spend: '5000.00' } }),
  preview_guests: () => ({
    calls: 1,
    messages: 1,
    already: 1,
    barred_count: 1,
    sample: [
      { customer: person(6, '查文'), level: '金卡', level_rank: 2, net_spend: '9000.00', invite_by: 'call' },
      { customer: person(7, '解芸'), level: '普通会员', level_rank: 0, net_spend: '90.00', invite_by: 'message' },
    ],
    barred: [{ customer: person(8, '仇敏'), why: { why: 'do_not_contact' } }],
  }),
  list_referrers: () => referrers,
  referral_rule: () => due.rule,
  thanks_due: () => due,
  list_thanks: () => thanks,
  referral_tree: () => tree,
};
