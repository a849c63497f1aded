/** Answers by operation. */
import type * as g from '../../src/api/generated';
import { visitBook } from '../visits';
import { twins } from './twins';
import { fieldOf, fields } from './fields';
import { page } from './page';
import { dayBack, LEVELS, MANY, personOf, rowOf, staff, TODAY } from './people';
import { newId, state, tags } from './state';
import { visits } from './visits';

function listed(request: g.ListCustomers): g.CustomerList {
  const { filter, limit } = request;
  const fits = (row: g.CustomerRow): boolean =>
    (filter.levels.length === 0 || filter.levels.includes(row.level_rank + 1)) &&
    (!filter.never_visited || row.visits === 0) &&
    (filter.completeness_below === null ||
      filter.completeness_below === undefined ||
      row.completeness < filter.completeness_below);
  const rows: g.CustomerRow[] = [];
  let id = Number(request.cursor ?? request.skip ?? 0);
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
    is_empty: false,
    today: TODAY,
    last_backup: `${TODAY}T13:20:00+08:00`,
    off_disk_due: false,
    place: 'local',
    file_name: '燕子女装.shuke',
  }),
  shop_size: () => ({ customers: MANY, visits: 1_000_000 }),
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
        values.map((value) => ({ id: newId(), value, learned_on: TODAY, staff: '小夏', visit: null, ended_on: null })),
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
    const id = old?.id ?? newId();
    const field = { ...(old ?? fieldOf(id, `own_${id}`, '', 'soft', 'text', 1)), ...request, id };
    if (old) fields.splice(at, 1);
    fields.splice(request.position ?? (old ? at : fields.length), 0, field as g.ProfileField);
    operation += 1;
    return field;
  },
  save_date: done,
  remove_date: done,
  save_relation: done,
  remove_relation: done,
  save_note: ({ id, text, until }: g.SaveNote): g.Done => {
    state.notes = [...state.notes.filter((note) => note.id !== id), { id: id ?? newId(), text, until: until ?? null }];
    return done();
  },
  remove_note: ({ id }: { id: number }): g.Done => {
    state.notes = state.notes.filter((note) => note.id !== id);
    return done();
  },
  save_wish: (wish: g.SaveWish): g.Done => {
    state.wishes = [
      ...state.wishes.filter((one) => one.id !== wish.id),
      { ...wish, id: wish.id ?? newId(), noted_on: TODAY } as g.Wish,
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
  save_tag: ({ id, name }: g.SaveTag) => ({ id: id ?? newId(), name, customers: 0 }),
  delete_tag: done,
  add_tags: ({ tags: names }: g.AddTags): g.Done => {
    state.tags = [
      ...state.tags,
      ...names.map((name) => tags.find((tag) => tag.name === name) ?? { id: newId(), name, customers: 1 }),
    ];
    return done();
  },
  remove_tag: ({ tag }: g.RemoveTag): g.Done => {
    state.tags = state.tags.filter((one) => one.id !== tag);
    return done();
  },
  ...twins,
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
