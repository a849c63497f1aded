/** Archives that may be one person, and what leaving means. */
import type * as g from '../../src/api/generated';
import { personOf } from './people';

const reason = (sign: g.DuplicateSign, phone: string | null, is_new = false): g.DuplicateReason => ({
  sign,
  left_phone: phone,
  right_phone: phone,
  is_new,
});
const pairs: g.DuplicatePair[] = [
  {
    left: personOf(1),
    left_status: 'active',
    right: personOf(17),
    right_status: 'active',
    reasons: [reason('phone', '13800134217'), reason('name_birthday', null)],
    sure: 'high',
    apart_on: null,
  },
  {
    left: personOf(8),
    left_status: 'active',
    right: personOf(120),
    right_status: 'archived',
    reasons: [reason('one_digit', '13800134218', true)],
    sure: 'medium',
    apart_on: '2026-03-08',
  },
];
const counts = (visits: number, points: number): g.ArchiveCounts => ({
  visits,
  points,
  tags: 3,
  tasks: 2,
  relations: 1,
  consents: 2,
  contacts: 9,
  complaints: 0,
  vouchers: 2,
  benefits: 1,
  wishes: 0,
  dates: 1,
  events: 1,
});
let apart: g.ToldApart[] = [{ id: 1, left: personOf(3), right: personOf(4), day: '2026-10-02', by: '阿青' }];

export const twins: { [K in keyof g.Ops]?: (args: g.Ops[K]['args']) => g.Ops[K]['answer'] } = {
  find_duplicates: ({ cursor }: g.FindDuplicates): g.Duplicates => ({
    pairs: cursor ? [] : pairs,
    total: pairs.length,
    cursor: null,
    crowds: 1,
  }),
  compare_customers: (): g.Comparison => ({
    left: counts(41, 1280),
    right: counts(3, 210),
    reasons: pairs[0]!.reasons,
    sure: 'high',
    apart_on: null,
  }),
  preview_merge: (): g.MergePreview => ({
    visits: 44,
    net_spend: '89210.00',
    points: 1490,
    level: '钻石',
    level_rank: 3,
    vouchers: 3,
    wish: 'no_promotion',
    refused: 1,
    moved: [{ table: 'visit', rows: 3 }],
    combined: [
      { table: 'customer_tag', rows: 2 },
      { table: 'relation', rows: 1 },
    ],
  }),
  merge_customers: (): g.Done => ({}),
  tell_apart: (): g.Done => ({}),
  list_told_apart: (): g.ToldApartList => ({ pairs: apart, total: apart.length, more: false }),
  forget_apart: ({ told_apart }: g.ToldApartRef): g.Done => {
    apart = apart.filter(({ id }) => id !== told_apart);
    return {};
  },
  preview_status: ({ status }: g.SetStatus): g.StatusPreview => ({
    status: status === 'active' ? 'archived' : 'active',
    points: 1280,
    vouchers: 2,
    benefits: 1,
    tasks: 2,
    complaints: 1,
    events: 1,
  }),
};
