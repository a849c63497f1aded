/** Invented answers for the screen of segments. */
import type { Segment, SegmentCondition } from '../src/api/generated';

const person = (id: number, name: string) => ({ id, member_no: `K00000${id}`, name, phone: '13805714217' });
const asleep: SegmentCondition = {
  kind: 'all',
  of: [
    { kind: 'count', what: 'purchases', period: { kind: 'ever' }, min: 3 },
    { kind: 'since', what: 'last_purchase', at_least: 90 },
  ],
};
let list: Segment[] = [
  { id: 1, name: '睡着的老客', filter: asleep, strategy: '先问好，不推销。', is_preset: true },
  { id: 2, name: '快过生日', filter: { kind: 'birthday_within', days: 14 }, strategy: null, is_preset: true },
];

export const segments = {
  list_segments: () => ({ segments: list }),
  preview_segment: ({ filter }: { filter: SegmentCondition }) =>
    JSON.stringify(filter).includes('birthday_within')
      ? { customers: 0, of: 4372, net_spend: '0.00', sample: [], tasks_at_most: 10000 }
      : {
          customers: 214,
          of: 4372,
          net_spend: '1284300.00',
          sample: [person(1, '单晓燕'), person(2, '曾丽')],
          tasks_at_most: 10000,
        },
  save_segment: ({ id }: { id?: number | null }) => ({ segment: id ?? 9 }),
  remove_segment: ({ segment }: { segment: number }) => {
    list = list.filter((one) => one.id !== segment);
    return {};
  },
  set_segment_tasks: () => ({ saved: 214, already: 0, first: 1, operation: 1 }),
};
