/** One invented shop for looking at the screens: 100,000 archives, one of them full of life. Nobody in it exists. */
import type * as g from '../src/api/generated';
import type { ProfileField } from '../src/api/generated';
import { card as contactCard } from './contacts';
import { visitBook } from './visits';

export const TODAY = '2026-11-21';
const asked = new URLSearchParams(globalThis.location?.search ?? '');

const fieldOf = (
  id: number,
  key: string,
  label: string,
  part: g.Part,
  kind: g.FieldKind,
  weight: number,
  options: string[] = [],
  question: string | null = null,
  more: Partial<ProfileField> = {},
): ProfileField => ({
  id,
  key,
  label,
  part,
  kind,
  options,
  weight,
  is_on: true,
  is_sensitive: false,
  is_builtin: false,
  question,
  asking: { observed: false, from_visit: 0, suits: [] },
  ...more,
});

const own = { is_builtin: true };
export const fields: ProfileField[] = [
  fieldOf(1, 'name', '姓名', 'hard', 'text', 4, [], '请问怎么称呼您？', own),
  fieldOf(2, 'nickname', '称呼', 'hard', 'text', 1, [], '您喜欢我怎么叫您？叫姐、叫老师，还是叫名字？', own),
  fieldOf(3, 'phone', '手机', 'hard', 'text', 4, [], '留个手机号好吗？东西有什么事，我好找到您。', own),
  fieldOf(4, 'gender', '性别', 'hard', 'choice', 1, [], null, own),
  fieldOf(5, 'birthday', '生日', 'hard', 'date', 4, [], '您生日是哪天？过公历还是农历？', own),
  fieldOf(6, 'age_band', '年龄段', 'hard', 'choice', 1, [], '看上去大概什么年纪？', {
    ...own,
    asking: { observed: true, from_visit: 0, suits: [] },
  }),
  fieldOf(7, 'member_no', '会员号', 'hard', 'text', 1, [], null, own),
  fieldOf(8, 'wechat', '微信', 'hard', 'text', 3, [], '方便加个微信吗？有您合适的，我先拍给您看。', own),
  fieldOf(9, 'email', '邮箱', 'hard', 'text', 1, [], '电子小票发到哪个邮箱方便？', own),
  fieldOf(10, 'address', '地址', 'hard', 'text', 1, [], '要是给您寄东西，寄到哪里最方便？', own),
  fieldOf(
    11,
    'preferred_channel',
    '联系方式偏好',
    'hard',
    'choice',
    2,
    [],
    '以后有事，您喜欢我打电话还是发微信？',
    own,
  ),
  fieldOf(12, 'source', '来源', 'hard', 'text', 2, [], '您是怎么知道我们店的呀？', own),
  fieldOf(13, 'referrer', '介绍人', 'hard', 'text', 1, [], '是哪位朋友介绍您来的？', own),
  fieldOf(14, 'staff', '负责导购', 'hard', 'text', 1, [], null, own),
  fieldOf(15, 'top_size', '上装尺码', 'hard', 'choice', 2, ['XS', 'S', 'M', 'L', 'XL', '2XL'], '您上装穿多大？'),
  fieldOf(
    16,
    'bottom_size',
    '下装尺码',
    'hard',
    'choice',
    2,
    ['25', '26', '27', '28', '29', '30'],
    '裤子腰围多少合适？',
  ),
  fieldOf(17, 'shoe_size', '鞋码', 'hard', 'choice', 2, ['35', '36', '37', '38', '39'], '鞋穿几码？脚背高不高？'),
  fieldOf(18, 'occupation', '职业', 'hard', 'text', 2, [], '您平时做哪一行？'),
  fieldOf(
    19,
    'education',
    '学历',
    'hard',
    'choice',
    1,
    ['高中及以下', '大专', '本科', '硕士及以上'],
    '您念书的时候学的什么？',
  ),
  fieldOf(20, 'ethnicity', '民族', 'hard', 'text', 1, [], null, { is_on: false, is_sensitive: true }),
  fieldOf(21, 'family', '家庭', 'soft', 'text', 4, [], '家里有小朋友吗？多大啦？'),
  fieldOf(
    22,
    'style',
    '风格',
    'soft',
    'multi',
    6,
    ['通勤', '简约', '淑女', '休闲', '国风', '运动', '轻奢', '文艺'],
    '您平时喜欢利落一点的，还是柔和一点的？',
  ),
  fieldOf(
    23,
    'colour',
    '喜欢的颜色',
    'soft',
    'multi',
    5,
    ['黑', '白', '米', '灰', '驼', '藏青', '墨绿', '酒红', '雾蓝'],
    '您衣柜里什么颜色最多？',
  ),
  fieldOf(
    24,
    'material',
    '喜欢的面料',
    'soft',
    'multi',
    4,
    ['棉', '麻', '真丝', '羊毛', '羊绒', '针织'],
    '面料上有讲究吗？',
  ),
  fieldOf(
    25,
    'fit',
    '版型',
    'soft',
    'multi',
    4,
    ['修身', '合身', '宽松', '高腰', '直筒'],
    '喜欢修身的，还是宽松自在的？',
  ),
  fieldOf(26, 'dislikes', '不喜欢', 'soft', 'text', 4, [], '有没有您一定不穿的？以后我就不拿给您看了。'),
  fieldOf(27, 'service_way', '服务方式', 'soft', 'text', 4, [], '您喜欢自己先看看，还是我帮您搭？'),
  fieldOf(28, 'promotions', '对促销', 'soft', 'multi', 3, ['喜欢知道', '只看新品', '不必发'], '有活动要不要告诉您？'),
  fieldOf(
    29,
    'spending_habits',
    '消费习惯',
    'soft',
    'multi',
    4,
    ['看品质', '看价格', '追新款', '少而精', '一次多件'],
    '她先看品质、价格还是新款？',
    {
      asking: { observed: true, from_visit: 0, suits: [] },
    },
  ),
  fieldOf(
    30,
    'pastimes',
    '业余爱好',
    'soft',
    'multi',
    3,
    ['旅行', '瑜伽', '阅读', '摄影', '茶', '花草'],
    '周末一般怎么过？',
  ),
  fieldOf(
    31,
    'personality',
    '性格',
    'soft',
    'multi',
    3,
    ['爽快', '细致', '健谈', '安静', '有主见'],
    '她做决定是爽快还是细看？',
    {
      asking: { observed: true, from_visit: 0, suits: [] },
    },
  ),
  fieldOf(32, 'special_needs', '特别留意', 'soft', 'text', 2, [], '试衣、改衣有什么要我们记住的吗？'),
  fieldOf(
    33,
    'purchase_motive',
    '购买动机',
    'soft',
    'multi',
    3,
    ['日常穿', '上班穿', '赴约或宴会', '旅行', '送人'],
    '这件打算什么场合穿？',
  ),
];

export const tags: g.Tag[] = [
  ['商务休闲', 4120],
  ['注重面料', 2871],
  ['新款先看', 1203],
  ['带朋友来', 642],
  ['爱穿裙子', 5310],
  ['小个子', 1980],
  ['只在换季买', 890],
  ['要改衣', 455],
  ['别打电话', 312],
].map(([name, customers], at) => ({ id: at + 1, name: String(name), customers: Number(customers) }));

export const staff: g.Staff[] = [
  { id: 1, name: '燕子', role: 'owner', is_active: true },
  { id: 2, name: '小夏', role: 'clerk', is_active: true },
  { id: 3, name: '阿青', role: 'clerk', is_active: true },
];

const SURNAMES = ['单', '曾', '欧阳', '王', '李', '周', '陈', '林', '尉迟', '何', '解', '仇', '吴', '沈', '叶', '顾'];
const GIVEN = [
  '晓燕',
  '雅琴',
  '思远',
  '曼',
  '若兰',
  '佳怡',
  '文静',
  '海棠',
  '秋',
  '慧敏',
  '子衿',
  '明珠',
  '小满',
  '丽华',
];
export const LEVELS = ['普通会员', '银卡', '金卡', '钻石'];

const phoneOf = (id: number): string => `138${String(10_000_000 + ((id * 7919) % 89_999_999)).slice(0, 8)}`;
const nameOf = (id: number): string => SURNAMES[id % SURNAMES.length]! + GIVEN[(id * 5) % GIVEN.length]!;
const dayBack = (days: number): string =>
  new Date(Date.parse(`${TODAY}T12:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
const amount = (fen: number): string =>
  `${fen < 0 ? '-' : ''}${Math.trunc(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;

export const MANY = 100_000;
export function rowOf(id: number): g.CustomerRow {
  if (id === 1) {
    return {
      id: 1,
      member_no: 'K000001',
      name: '单晓燕',
      phone: '13800134217',
      level: '金卡',
      level_rank: 2,
      points: 1264,
      net_spend: '86420.00',
      visits: 41,
      last_visit: '2026-10-29',
      completeness: 71,
      staff: '小夏',
      joined_on: '2019-03-08',
    };
  }
  const visits = id % 7 === 3 ? 0 : 1 + ((id * 13) % 40);
  const rank = visits > 30 ? 3 : visits > 20 ? 2 : visits > 8 ? 1 : 0;
  return {
    id,
    member_no: `K${String(id).padStart(6, '0')}`,
    name: id === 6 ? '欧阳娜娜木措卓玛阿依古丽·买买提江·吐尔逊古丽的妈妈介绍来的朋友小单单晓燕老师一' : nameOf(id),
    phone: id % 9 === 4 ? null : phoneOf(id),
    level: LEVELS[rank]!,
    level_rank: rank,
    points: visits * 73,
    net_spend: amount(visits * 41_300 + (id % 100) * 100),
    visits,
    last_visit: visits === 0 ? null : dayBack((id * 3) % 700),
    completeness: (id * 17) % 101,
    staff: id % 4 === 0 ? null : staff[id % 3]!.name,
    joined_on: dayBack(((id * 11) % 2400) + 1),
  };
}
const personOf = (id: number): g.Person => {
  const { name, member_no, phone } = rowOf(id);
  return { id, name, member_no, phone };
};

export const state = {
  values: new Map<number, g.ProfileValue[]>(),
  tags: tags.slice(0, 4),
  notes: [{ id: 1, text: '针织衫起球的事还没了结：先致歉，再谈别的。', until: '2026-11-30' }] as g.PopupNote[],
  wishes: [
    {
      id: 1,
      style_no: '24D-131',
      name: '羊绒围巾',
      color: '驼',
      size: null,
      reason: '等到货',
      noted_on: '2026-10-29',
      status: 'open',
    },
    {
      id: 2,
      style_no: null,
      name: '年会穿的长裙',
      color: '墨绿',
      size: 'M',
      reason: '试了一条嫌肩宽',
      noted_on: '2026-10-29',
      status: 'open',
    },
  ] as g.Wish[],
};
let next = 100;
const put = (key: string, ...words: string[]): void => {
  const field = fields.find((one) => one.key === key)!;
  state.values.set(
    field.id,
    words.map((value) => ({ id: ++next, value, learned_on: '2026-03-14', staff: '小夏', visit: 9, ended_on: null })),
  );
};
put('top_size', 'M');
put('bottom_size', '27');
put('shoe_size', '37');
put('occupation', '会计事务所合伙人');
put('family', '女儿小学三年级');
put('style', '通勤', '简约');
put('colour', '墨绿', '驼');
put('material', '羊绒', '羊毛');
put('fit', '直筒');
put('dislikes', '化纤、亮片、紧身');
put('service_way', '先自己看，要建议再上前');
put('promotions', '只看新品');
put('education', '本科');

const visit = (
  id: number,
  day: string,
  kind: g.VisitKind,
  summary: string,
  total: string,
  more: Partial<g.VisitRow> = {},
): g.VisitRow => ({
  id,
  visit_no: `V${String(id).padStart(6, '0')}`,
  at: `${day}T15:20:00+08:00`,
  day,
  kind,
  customer: personOf(1),
  staff: '小夏',
  pieces: 2,
  total,
  is_day_total: false,
  summary,
  remark: null,
  points: 0,
  voided: false,
  ...more,
});
export const visits: g.VisitRow[] = [
  visit(41, '2026-10-29', 'purchase', '羊绒大衣 24D-118 墨绿 M；腰带', '3480.00', {
    remark: '试了驼色觉得显老；说年会要一条裙子',
    points: 3480,
  }),
  visit(40, '2026-10-06', 'browse', '', '0.00', { remark: '陪朋友来看鞋，自己没试', pieces: 0 }),
  visit(39, '2026-09-28', 'return', '针织衫 24C-077', '-599.00', {
    remark: '起球，换码不成，退',
    points: -599,
    staff: '燕子',
    pieces: -1,
  }),
  visit(38, '2026-09-12', 'purchase', '西装 24C-031 黑 M；衬衫 24C-019 白 M', '2156.00', {
    remark: '生日礼遇 7 折',
    points: 4312,
  }),
  visit(37, '2026-09-12', 'purchase', '衬衫 24C-019 白 L', '399.00', { voided: true, remark: '码开错了，重开' }),
  visit(36, '2026-08-20', 'service', '改裤长两条', '0.00', { pieces: 0 }),
  visit(35, '2026-07-18', 'exchange', '连衣裙 24B-210 换 M', '120.00'),
  ...Array.from({ length: 13 }, (_, at) =>
    visit(
      34 - at,
      dayBack(160 + at * 33),
      'purchase',
      ['丝巾 23X-002', '衬衫 23C-114 白 M', '半身裙 23B-071；针织衫 23C-010 米', '风衣 23D-008 驼 M'][at % 4]!,
      amount(68_000 + at * 11_300),
      {
        points: 680 + at * 113,
      },
    ),
  ),
];

function page(id: number): g.CustomerPage {
  const row = rowOf(id);
  const bare = asked.get('empty') !== null || id % 5 === 2;
  const full = !bare;
  const filled = (field: ProfileField): boolean => (state.values.get(field.id)?.length ?? 0) > 0;
  const entries: g.ProfileEntry[] = fields
    .filter((field) => !field.is_builtin && field.is_on)
    .map((field) => ({
      field: field.id,
      key: field.key,
      label: field.label,
      part: field.part,
      kind: field.kind,
      options: field.options,
      is_sensitive: field.is_sensitive,
      values: full ? (state.values.get(field.id) ?? []) : [],
    }));
  const open = fields.filter((field) => !field.is_builtin && field.is_on && (bare || !filled(field)) && field.question);
  return {
    customer: {
      id,
      status: 'active',
      merged_into: null,
      fields: {
        name: row.name,
        member_no: row.member_no,
        nickname: full ? '单姐' : null,
        phones: row.phone ? [row.phone] : [],
        gender: 'f',
        birthday: full ? { calendar: 'lunar', year: 1985, month: 8, day: 3, leap: false } : null,
        age_band: null,
        wechat: full ? row.phone : null,
        email: null,
        address: null,
        preferred_channel: full ? 'wechat' : null,
        source: full ? '朋友介绍' : null,
        referrer: full ? 12 : null,
        staff: full ? 2 : null,
        joined_on: row.joined_on,
        note: null,
      },
    },
    staff_name: full ? '小夏' : null,
    referrer: full ? personOf(12) : null,
    birthday: full
      ? {
          date: { calendar: 'lunar', year: 1985, month: 8, day: 3, leap: false },
          text: '农历1985年八月初三',
          next: '2027-09-03',
          days_until: 286,
          age: 41,
        }
      : null,
    figures: full
      ? {
          visits: row.visits,
          visits_12_months: 9,
          purchases: 36,
          net_spend: row.net_spend,
          spend_12_months: '18640.00',
          average_ticket: '2071.11',
          pieces_per_purchase: 240,
          first_purchase: '2019-03-08',
          last_purchase: '2026-10-29',
          last_visit: '2026-10-29',
          days_since_visit: 23,
          usual_interval: 31,
        }
      : {
          visits: 0,
          visits_12_months: 0,
          purchases: 0,
          net_spend: '0.00',
          spend_12_months: '0.00',
          average_ticket: null,
          pieces_per_purchase: null,
          first_purchase: null,
          last_purchase: null,
          last_visit: null,
          days_since_visit: null,
          usual_interval: null,
        },
    level: full
      ? {
          level: 3,
          name: '金卡',
          rank: 2,
          since: '2025-03-03',
          keeps_until: '2027-03-03',
          keep: [],
          keep_any: true,
          next: '钻石',
          reach: [{ metric: 'spend_last_12_months', missing: 216_000 }],
          reach_any: true,
          progress: 78,
          pay_percent: 90,
        }
      : {
          level: 1,
          name: '普通会员',
          rank: 0,
          since: null,
          keeps_until: null,
          keep: [],
          keep_any: true,
          next: '银卡',
          reach: [
            { metric: 'spend_last_12_months', missing: 300_000 },
            { metric: 'single_purchase', missing: 200_000 },
          ],
          reach_any: true,
          progress: 0,
          pay_percent: 100,
        },
    points: full
      ? { balance: 1264, expiring: 320, expires_on: '2026-12-31' }
      : { balance: 0, expiring: null, expires_on: null },
    completeness: full ? { overall: 71, hard: 82, soft: 64 } : { overall: 5, hard: 25, soft: 0 },
    questions: open.slice(0, 2).map((field) => ({
      field: field.id,
      label: field.label,
      text: field.question!,
      gain: 6,
      observed: field.asking.observed,
    })),
    profile: entries,
    dates: full
      ? [
          {
            id: 1,
            label: '结婚纪念日',
            view: {
              date: { calendar: 'solar', year: 2012, month: 12, day: 1, leap: false },
              text: '2012年12月1日',
              next: '2026-12-01',
              days_until: 10,
              age: 13,
            },
          },
        ]
      : [],
    relations: full ? [{ id: 1, kind: 'friend', person: personOf(12), note: '常一起来' }] : [],
    tags: full ? state.tags : [],
    notes: full ? state.notes : [],
    wishes: full ? state.wishes.filter((wish) => wish.status === 'open') : [],
    vouchers: full
      ? [
          {
            id: 1,
            kind: 'second_visit',
            visit: null,
            amount_off: '50.00',
            percent_off: null,
            min_spend: '300.00',
            valid_from: '2026-10-30',
            valid_to: '2026-12-29',
          },
        ]
      : [],
    benefits: full ? [{ id: 1, name: '免费干洗 1 次', valid_to: '2026-12-31' }] : [],
    referrals: { brought: 0, spend: '0.00', since: '0.00', chain: 0, chain_spend: '0.00', chain_since: '0.00' },
    birthday_privilege:
      asked.get('birthday') !== null ? { from: '2026-11-18', to: '2026-11-24', pay_percent: 70, used: false } : null,
    contact: contactCard(full),
    visits: full ? visits : [],
    complaints_open: [],
    complaints_solved: 0,
    more_visits: full,
  };
}

function listed(request: g.ListCustomers): g.CustomerList {
  const { filter, limit } = request;
  const fits = (row: g.CustomerRow): boolean =>
    (filter.levels.length === 0 || filter.levels.includes(row.level_rank + 1)) &&
    (!filter.never_visited || row.visits === 0) &&
    (filter.completeness_below === null ||
      filter.completeness_below === undefined ||
      row.completeness < filter.completeness_below);
  const rows: g.CustomerRow[] = [];
  let id = Number(request.cursor ?? 0);
  while (id < MANY && rows.length < limit) {
    const row = rowOf(++id);
    if (fits(row)) rows.push(row);
  }
  return {
    rows,
    cursor: id < MANY ? String(id) : null,
    total: request.cursor ? null : filter.levels.length || filter.never_visited ? 14_286 : MANY,
  };
}

const hitOf = (id: number, matched: string): g.SearchHit => {
  const { name, member_no, phone, level, level_rank, last_visit, net_spend } = rowOf(id);
  return {
    id,
    name,
    member_no,
    phone,
    level,
    level_rank,
    last_visit,
    lifetime_spend: net_spend,
    matched,
    archived: id === 17,
  };
};

let operation = 500;
const done = (): g.Done => {
  operation += 1;
  return {};
};

/** Answers by operation. */
export const book: { [K in keyof g.Ops]?: (args: g.Ops[K]['args']) => g.Ops[K]['answer'] } = {
  shop_info: (): g.ShopInfo => ({
    settings: {
      shop_name: '燕子女装',
      trade: 'clothing',
      language: 'zh-CN',
      theme: 'light',
      large_type: false,
      utc_offset_minutes: 480,
    },
    staff,
    actor: 2,
    customers: MANY,
    visits: 1_000_000,
    today: TODAY,
    last_backup: `${TODAY}T13:20:00+08:00`,
    file_name: '燕子女装.shuke',
  }),
  search: ({ query }: g.Search): g.SearchAnswer => {
    if (/^zzz|没有/.test(query)) return { hits: [] };
    if (/^K\d+$/i.test(query)) return { hits: [hitOf(Number(query.slice(1)), 'card')] };
    return { hits: [1, 17, 33, 6, 49].map((id, at) => hitOf(id, at === 2 ? 'tag' : 'initials')) };
  },
  customer_page: ({ customer }: g.CustomerRef) => page(customer),
  list_customers: listed,
  create_customer: (): g.Created => ({ customer: 7, member_no: 'K100001' }),
  update_customer: done,
  who_has_phone: ({ phone }: g.WhoHasPhone) => ({ people: phone.endsWith('4217') ? [personOf(1)] : [] }),
  set_status: done,
  set_profile: ({ answers }: g.SetProfile): g.Done => {
    for (const { field, values } of answers) {
      state.values.set(
        field,
        values.map((value) => ({ id: ++next, value, learned_on: TODAY, staff: '小夏', visit: null, ended_on: null })),
      );
    }
    return done();
  },
  field_history: ({ field }: g.GetFieldHistory) => ({
    values: [
      ...(state.values.get(field) ?? []),
      { id: 1, value: '原来喜欢紧身', learned_on: '2024-05-02', staff: '阿青', visit: 5, ended_on: '2026-03-14' },
    ],
  }),
  list_fields: () => ({ fields }),
  save_field: (request: g.SaveField) => {
    const at = fields.findIndex((field) => field.id === request.id);
    const old = fields[at];
    const field = {
      ...(old ?? fieldOf(++next, `own_${next}`, '', 'soft', 'text', 1)),
      ...request,
      id: old?.id ?? next,
    };
    if (old) fields.splice(at, 1);
    fields.splice(request.position ?? (old ? at : fields.length), 0, field as ProfileField);
    operation += 1;
    return field;
  },
  save_date: done,
  remove_date: done,
  save_relation: done,
  remove_relation: done,
  save_note: ({ id, text, until }: g.SaveNote): g.Done => {
    state.notes = [...state.notes.filter((note) => note.id !== id), { id: id ?? ++next, text, until: until ?? null }];
    return done();
  },
  remove_note: ({ id }: { id: number }): g.Done => {
    state.notes = state.notes.filter((note) => note.id !== id);
    return done();
  },
  save_wish: (wish: g.SaveWish): g.Done => {
    state.wishes = [
      ...state.wishes.filter((one) => one.id !== wish.id),
      { ...wish, id: wish.id ?? ++next, noted_on: TODAY } as g.Wish,
    ];
    return done();
  },
  levels_page: (): g.LevelsPage => ({
    levels: LEVELS.map((name, rank) => ({ id: rank + 1, rank, name }) as g.LevelView),
    rules_from: '2019-01-01',
    reviews: 'half_year' as g.LevelsPage['reviews'],
    next_review: '2026-12-31',
    last_review: null,
    campaigns: [],
  }),
  list_tag_rules: () => ({
    rules: [
      {
        tag: 4,
        name: '连衣裙控',
        conditions: [{ kind: 'bought', by: 'category', words: '连衣裙', times: 2, days: 90 }],
        is_on: true,
        customers: 41,
      },
    ],
  }),
  preview_tag_rule: () => ({ customers: 41, sample: [] }),
  list_wishes: () => ({
    styles: [
      {
        style_no: '24D-118',
        name: '羊绒大衣',
        waiting: [
          {
            id: 1,
            customer: { id: 1, member_no: '100017', name: '单晓燕', phone: null },
            color: '墨绿',
            size: 'M',
            reason: '等降价',
            noted_on: '2026-10-29',
          },
        ],
        arrivals: [],
      },
    ],
    wishes: 1,
  }),
  save_arrival: () => ({ arrival: 1, waiting: 1 }),
  remove_arrival: () => ({}),
  save_tag_rule: ({ name, conditions }) => ({ id: 4, name, customers: 0, rule: conditions }),
  remove_tag_rule: () => ({}),
  list_tags: () => ({ tags }),
  save_tag: ({ id, name }: g.SaveTag) => ({ id: id ?? ++next, name, customers: 0 }),
  delete_tag: done,
  add_tags: ({ tags: names }: g.AddTags): g.Done => {
    state.tags = [
      ...state.tags,
      ...names.map((name) => tags.find((tag) => tag.name === name) ?? { id: ++next, name, customers: 1 }),
    ];
    return done();
  },
  remove_tag: ({ tag }: g.RemoveTag): g.Done => {
    state.tags = state.tags.filter((one) => one.id !== tag);
    return done();
  },
  find_duplicates: (): g.Duplicates => ({
    pairs: [
      { left: personOf(1), right: personOf(17), because: 'phone' },
      { left: personOf(8), right: personOf(120), because: 'name_birthday' },
    ],
  }),
  merge_customers: done,
  day_summary: (): g.DaySummary => ({
    day: TODAY,
    visits: 14,
    total: '18640.50',
    customer_total: '12890.50',
    new_customers: 2,
    rows: [
      { ...visits[0]!, id: 91, day: TODAY, at: `${TODAY}T14:52:00+08:00` },
      { ...visits[3]!, id: 90, day: TODAY, at: `${TODAY}T14:10:00+08:00`, customer: personOf(18), staff: '阿青' },
      { ...visits[2]!, id: 89, day: TODAY, at: `${TODAY}T13:31:00+08:00`, customer: personOf(33) },
      {
        ...visits[3]!,
        id: 88,
        day: TODAY,
        at: `${TODAY}T12:05:00+08:00`,
        customer: null,
        total: '239.00',
        summary: '袜子 3 双；发圈',
        remark: null,
      },
      {
        ...visits[0]!,
        id: 87,
        day: TODAY,
        at: `${TODAY}T11:40:00+08:00`,
        customer: personOf(6),
        total: '1280.00',
        summary: '丝巾 24X-003 雾蓝',
        remark: null,
      },
      {
        ...visits[1]!,
        id: 86,
        day: TODAY,
        at: `${TODAY}T11:02:00+08:00`,
        customer: personOf(50),
        remark: '等下周的新款',
      },
      {
        ...visits[0]!,
        id: 85,
        day: TODAY,
        at: `${TODAY}T10:20:00+08:00`,
        customer: personOf(65),
        total: '5860.00',
        summary: '羽绒服 24D-201 黑 L；围巾',
        remark: null,
      },
    ],
  }),
  list_visits: ({ cursor, customer, kind, limit }: g.ListVisits): g.VisitList => {
    const from = Number(cursor ?? 0);
    const rows = Array.from({ length: limit }, (_, at) => ({
      ...visits[(from + at) % visits.length]!,
      id: 10_000 - from - at,
      day: dayBack(customer ? 23 + (from + at) * 2 : Math.floor((from + at) / 7)),
      ...(customer ? {} : { customer: at % 5 === 4 ? null : personOf(1 + ((at * 3) % 40)) }),
    })).filter((row) => !kind || row.kind === kind);
    return {
      rows,
      cursor: from + limit < 10_000 ? String(from + limit) : null,
      count: cursor ? null : limit === 1 ? 7 : 10_000,
      total: cursor ? null : limit === 1 ? '8637.00' : '9747747.93',
    };
  },
  list_history: (): g.HistoryPage => ({
    entries: [{ id: operation, kind: 'set_profile', at: `${TODAY}T15:00:00+08:00`, params: {}, undoable: true }],
    more: false,
  }),
  undo: ({ operation: undone }: g.UndoRequest): g.Undone => ({ operation: ++operation, undone }),
  ...visitBook,
};
