/** Invented answers for the screens of clerks. */
import type { ClerkBoard, ClerkRow, SpotCheck, SpotCheckPage } from '../src/api/generated';

const none = { part: 0, of: 0 };
const row = (staff: number, name: string, more: Partial<ClerkRow> = {}): ClerkRow => ({
  staff,
  name,
  is_active: true,
  new_vips: 0,
  target: 5,
  contacts: 0,
  contacted: 0,
  tasks: 0,
  on_time: none,
  sales: '0.00',
  buyers: 0,
  served: '0.00',
  archives: 0,
  opened: 0,
  completeness: 0,
  truth: none,
  complaints: 0,
  answered: none,
  solved: none,
  content: none,
  marks: none,
  ...more,
});
export const board: ClerkBoard = {
  from: '2026-11-01',
  to: '2026-11-30',
  targets: { new_vips: 5, own: [] },
  rows: [
    row(2, '小夏', {
      new_vips: 6,
      contacts: 42,
      contacted: 31,
      tasks: 28,
      on_time: { part: 25, of: 27 },
      sales: '86400.00',
      buyers: 40,
      served: '91200.00',
      archives: 120,
      opened: 8,
      completeness: 7_680,
      truth: { part: 18, of: 20 },
      complaints: 2,
      answered: { part: 2, of: 2 },
      solved: { part: 1, of: 1 },
      content: { part: 1, of: 1 },
      marks: { part: 47, of: 10 },
    }),
    row(3, '小秋'),
  ],
};
const score = (staff: number, name: string, part: number, of: number) => ({
  staff,
  name,
  drawn: 2,
  reached: 1,
  not_reached: 0,
  truth: { part, of },
});
const check: SpotCheck = {
  id: 1,
  name: '2026 年第 4 季度',
  day: '2026-11-20',
  seed: 1_795_313_592_226,
  size: 2,
  ended_on: null,
  scores: [score(2, '小夏', 9, 10), score(3, '小秋', 1, 2)],
  all: { staff: null, name: null, drawn: 4, reached: 2, not_reached: 0, truth: { part: 10, of: 12 } },
};
const item = (id: number, name: string): SpotCheckPage['items'][number] => ({
  id,
  customer: { id, member_no: `K00000${id}`, name, phone: '13805714217' },
  staff: '小夏',
  outcome: null,
  called_on: null,
  called_by: null,
  note: null,
  fields: [
    { field: 8, label: '微信', held: 'yan_yan84', is_right: null },
    { field: 21, label: '上装尺码', held: 'M', is_right: null },
  ],
});

export const clerks = {
  clerk_board: () => board,
  list_clerk_people: () => ({
    rows: [
      {
        customer: { id: 1, member_no: 'K000001', name: '单晓燕', phone: null },
        day: '2026-11-12',
        amount: null,
        number: null,
        words: null,
      },
    ],
    total: 1,
  }),
  save_clerk_targets: () => ({}),
  list_spot_checks: () => ({ checks: [check] }),
  spot_check_page: () => ({ check, items: [item(1, '单晓燕'), item(2, '曾丽')] }),
  draw_spot_check: () => ({ check: 1, archives: 4 }),
  save_spot_call: () => ({}),
  end_spot_check: () => ({}),
  remove_spot_check: () => ({}),
};
