/** Her visits, from the last one back. */
import type * as g from '../../src/api/generated';
import { amount, dayBack, personOf } from './people';

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
