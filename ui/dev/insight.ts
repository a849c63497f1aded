/** Invented answers for the page of figures. */
import type {
  Breakdown,
  Figure,
  FigureKey,
  GrowthMonth,
  Insight,
  InsightPeople,
  InsightStructure,
  Measure,
  Ops,
  Rebought,
  RfmCell,
} from '../src/api/generated';

const people = (count: number): Measure => ({ unit: 'count', count, of: 'people' });
const visits = (count: number): Measure => ({ unit: 'count', count, of: 'visits' });
const money = (amount: string): Measure => ({ unit: 'money', amount });
const share = (part: number, whole: number): Measure => ({ unit: 'share', part, whole });
const each = (sum: string, by: number, one: string): Measure => ({ unit: 'money_each', sum, by, each: one });

function figure(key: FigureKey, now: Measure, sample: number, before?: Measure, more: Partial<Figure> = {}): Figure {
  return {
    key,
    now: { value: now, sample, enough: sample >= 10 },
    before: before ? { value: before, sample, enough: true } : null,
    opens: 'people',
    ...more,
  };
}
const byVisit = { opens: 'visits' as const };
const shut = { opens: 'nothing' as const };

function breakdown(key: Breakdown['key'], cells: readonly [string, number, string, number?][]): Breakdown {
  return {
    key,
    field: null,
    label: null,
    cells: cells.map(([name, many, net, before]) => ({
      key: name,
      label: null,
      people: many,
      net,
      people_before: before ?? null,
    })),
    people: cells.reduce((sum, [, many]) => sum + many, 0),
    several: false,
  };
}

const GRID: readonly (readonly number[])[] = [
  [18, 22, 31, 44, 63],
  [26, 30, 37, 41, 38],
  [41, 38, 33, 29, 17],
  [62, 40, 26, 14, 6],
  [88, 35, 12, 5, 1],
];
const cells: RfmCell[] = GRID.flatMap((row, at) =>
  row.map((many, f) => ({ r: 5 - at, f: f + 1, people: many, net: `${many * (f + 1) * 640}.00` })),
);
const segments = breakdown('rfm_segment', [
  ['key_value', 118, '412000.00', 104],
  ['key_grow', 46, '98000.00', 50],
  ['key_keep', 39, '121500.00', 31],
  ['key_win_back', 28, '61200.00', 30],
  ['plain_value', 74, '66300.00', 70],
  ['plain_grow', 152, '58200.00', 161],
  ['plain_keep', 33, '24800.00', 29],
  ['plain_win_back', 307, '92000.00', 296],
]).cells;

const months: GrowthMonth[] = Array.from({ length: 13 }, (_, at) => {
  const number = ((10 + at) % 12) + 1;
  const year = at < 2 ? 2025 : 2026;
  const month = `${year}-${String(number).padStart(2, '0')}`;
  const swing = [31, 42, 38, 18, 26, 29, 33, 27, 24, 28, 36, 41, 30][at]!;
  return {
    month,
    to: at === 12 ? '2026-11-21' : `${month}-28`,
    members: 640 + at * 17,
    effective: 420 + at * 9,
    active: 210 + at * 4 + (swing % 7),
    dormant: 190 + at * 6,
    joined: 9 + (swing % 9),
    buyers: 80 + swing,
    first_buyers: 7 + (swing % 8),
    sales: `${swing * 3120}.00`,
    member_sales: `${swing * 2210}.50`,
  };
});

const span = { from: '2026-11-01', to: '2026-11-21', as_of: '2026-11-21' };
export const page: Insight = {
  span,
  before: { from: '2025-11-01', to: '2025-11-21', as_of: '2025-11-21' },
  settings: {
    active_days: 60,
    at_risk_days: 150,
    dormant_days: 365,
    effective_days: 365,
    rfm_by: 'quintiles',
    recency_days: [30, 60, 150, 365],
    frequency: [2, 3, 5, 10],
    money: ['500.00', '1000.00', '3000.00', '10000.00'],
    response_days: 14,
    least_sample: 10,
  },
  headline: ['sales', 'member_share', 'basket', 'active_members', 'overdue_members', 'second_purchase_90'],
  groups: [
    {
      key: 'state',
      figures: [
        figure('members', people(844), 844, people(640)),
        figure('effective_members', people(528), 528, people(420)),
        figure('active_members', people(262), 262, people(214)),
        figure('dormant_members', people(262), 262, people(190)),
        figure('overdue_members', people(57), 57, people(49)),
        figure('new_members', people(14), 14, people(17)),
      ],
    },
    {
      key: 'sales',
      figures: [
        figure('sales', money('93600.00'), 214, money('96720.00'), byVisit),
        figure('member_sales', money('66315.00'), 141, money('60000.00'), shut),
        figure(
          'member_share',
          { unit: 'money_share', part: '66315.00', whole: '93600.00' },
          214,
          { unit: 'money_share', part: '60000.00', whole: '96720.00' },
          shut,
        ),
        figure('tickets', visits(214), 214, visits(240), byVisit),
        figure('member_tickets', visits(141), 141, visits(150), shut),
        figure('basket', each('93600.00', 214, '437.38'), 214, each('96720.00', 240, '403.00'), shut),
        figure('member_basket', each('66315.00', 141, '470.32'), 141, each('60000.00', 150, '400.00'), shut),
        figure('walk_in_basket', each('1200.00', 7, '171.43'), 7, undefined, shut),
        figure('piece_price', each('93600.00', 402, '232.84'), 214, undefined, shut),
        figure('member_piece_price', each('66315.00', 290, '228.67'), 141, undefined, shut),
        figure(
          'discount_rate',
          { unit: 'money_share', part: '93600.00', whole: '104000.00' },
          214,
          { unit: 'money_share', part: '96720.00', whole: '104000.00' },
          shut,
        ),
        figure(
          'member_discount_rate',
          { unit: 'money_share', part: '66315.00', whole: '77000.00' },
          141,
          undefined,
          shut,
        ),
        figure('pieces_per_ticket', { unit: 'count_each', sum: 402, by: 214 }, 214, undefined, shut),
        figure('member_pieces_per_ticket', { unit: 'count_each', sum: 290, by: 141 }, 141, undefined, shut),
        figure('returned', money('1598.00'), 4, money('900.00'), byVisit),
      ],
    },
    {
      key: 'again',
      figures: [
        figure('buyers', people(110), 110, people(121)),
        figure('first_buyers', people(13), 13, people(13)),
        figure('returning_share', share(97, 110), 110, share(90, 121), shut),
        figure('repurchase_rate', share(21, 110), 110, share(20, 121), shut),
        figure('second_purchase_90', share(31, 96), 96, share(20, 80), shut),
        figure('second_purchase_ever', share(3, 6), 6, undefined, shut),
        figure('purchase_interval', { unit: 'count_each', sum: 4310, by: 97 }, 97, undefined, shut),
      ],
    },
    {
      key: 'owed',
      figures: [
        figure('points_outstanding', { unit: 'count', count: 182_400, of: 'points' }, 410, undefined, shut),
        figure('points_worth', money('1824.00'), 410, undefined, shut),
        figure('points_holders', people(410), 410),
        figure('points_ending', people(36), 36),
        figure('vouchers_outstanding', { unit: 'count', count: 58, of: 'vouchers' }, 58, undefined, shut),
        figure('vouchers_face', money('2900.00'), 58, undefined, shut),
      ],
    },
    {
      key: 'care',
      figures: [
        figure('messages_answered', share(22, 61), 61, share(18, 55), shut),
        figure('messages_visited', share(9, 61), 61, share(4, 55), shut),
      ],
    },
  ],
  lifecycle: breakdown('lifecycle', [
    ['new', 61, '28400.00', 55],
    ['active', 201, '512000.00', 170],
    ['at_risk', 173, '301000.00', 150],
    ['dormant', 162, '214000.00', 160],
    ['lost', 200, '118000.00', 90],
    ['no_purchase', 47, '0.00', 15],
  ]),
  interval: breakdown('interval', [
    ['on_time', 318, '690000.00', 300],
    ['overdue', 57, '142000.00', 49],
    ['unknown', 422, '341000.00', 290],
  ]),
  value: breakdown('value', [
    ['core', 112, '621000.00', 100],
    ['potential', 168, '244000.00', 150],
    ['regular', 155, '61000.00', 140],
    ['dormant', 362, '248000.00', 260],
    ['no_purchase', 47, '0.00', 15],
  ]),
  rfm: { people: 797, cells, segments },
  rfm_fixed: { people: 797, cells: [...cells].reverse().map((one) => ({ ...one })), segments },
  months,
  cohorts: Array.from({ length: 12 }, (_, at) => ({
    month: months[at]!.month,
    size: at === 3 ? 6 : 18 + ((at * 7) % 13),
    kept: Array.from({ length: 11 - at }, (_, after) =>
      Math.max(1, 9 - after + ((at * 3) % 4) - Math.floor(after / 3)),
    ),
  })),
  events: [],
  messages: [
    { purpose: 'service', sent: 31, answered: 14, visited: 5 },
    { purpose: 'greeting', sent: 24, answered: 8, visited: 4 },
    { purpose: 'marketing', sent: 6, answered: 0, visited: 0 },
  ],
  opening: 12,
};

/** A shop without anything. */
export const emptyPage: Insight = {
  ...page,
  groups: page.groups.map(({ key, figures }) => ({
    key,
    figures: figures.map((one) => ({
      ...one,
      before: null,
      now: {
        value: one.now.value.unit === 'count' ? { ...one.now.value, count: 0 } : share(0, 0),
        sample: 0,
        enough: false,
      },
    })),
  })),
  lifecycle: breakdown('lifecycle', []),
  interval: breakdown('interval', []),
  value: breakdown('value', []),
  rfm: { people: 0, cells: [], segments: [] },
  rfm_fixed: { people: 0, cells: [], segments: [] },
  months: months.map((month) => ({ ...month, members: 0, buyers: 0, sales: '0.00', member_sales: '0.00' })),
  cohorts: [],
  messages: [],
  opening: 0,
};

const person = (id: number, name: string, net: string, days: number, usual: number | null) => ({
  customer: { id, member_no: `K00000${id}`, name, phone: '13805714217' },
  lifecycle: 'at_risk' as const,
  value: 'core' as const,
  r: 2,
  f: 5,
  m: 5,
  segment: 'key_keep' as const,
  joined_on: '2024-03-02',
  first_purchase: '2024-03-02',
  last_purchase: '2026-08-20',
  days_since: days,
  interval_x2: usual,
  purchase_days: 14,
  net,
  points: 320,
});
const list: InsightPeople = {
  rows: [
    person(1, '单晓燕', '18640.00', 93, 62),
    person(2, '欧阳明珠', '12210.00', 88, 70),
    person(3, '<script>alert(1)</script>', '9880.50', 74, 55),
    person(4, '查文', '8150.00', 130, null),
    person(5, '仇敏', '7020.00', 71, 60),
  ],
  reason: 'interval',
  cursor: null,
  total: 5,
  net: '55900.50',
};

const structure: InsightStructure = {
  as_of: '2026-11-21',
  breakdowns: [
    breakdown('age', [
      ['under_18', 2, '300.00'],
      ['18_24', 61, '40000.00'],
      ['25_34', 240, '410000.00'],
      ['35_44', 301, '602000.00'],
      ['45_54', 122, '210000.00'],
      ['55_64', 40, '51000.00'],
      ['65_up', 9, '8000.00'],
      ['unknown', 69, '31000.00'],
    ]),
    breakdown('gender', [
      ['f', 702, '1100000.00'],
      ['m', 81, '92000.00'],
      ['unknown', 61, '20000.00'],
    ]),
    breakdown('tenure', [
      ['under_6_months', 130, '50000.00'],
      ['6_to_12_months', 151, '120000.00'],
      ['1_to_2_years', 260, '400000.00'],
    ]),
  ],
};

const rebought: Rebought = {
  from: '2025-11-22',
  to: '2026-11-21',
  by: 'category',
  buyers: 412,
  again: 96,
  total: 15,
  rows: [
    { key: '连衣裙', name: null, buyers: 210, again: 61, enough: true, pieces: 402, net: '182000.00' },
    { key: '针织衫', name: null, buyers: 190, again: 44, enough: true, pieces: 301, net: '96000.00' },
    { key: '腰带', name: null, buyers: 7, again: 2, enough: false, pieces: 9, net: '900.00' },
  ],
};

export const insight: { [K in keyof Ops]?: (args: Ops[K]['args']) => Ops[K]['answer'] } = {
  insight_page: ({ compare }) =>
    compare === 'none'
      ? {
          ...page,
          before: null,
          groups: page.groups.map(({ key, figures }) => ({
            key,
            figures: figures.map((one) => ({ ...one, before: null })),
          })),
        }
      : page,
  insight_structure: () => structure,
  list_insight_people: () => list,
  list_rebought: ({ by }) => ({ ...rebought, by }),
  insight_settings: () => page.settings,
  save_insight_settings: () => ({}),
};
