/** Invented answers about visits: what a form would do, one visit in full. The sums follow the form, the rest is only likely. */
import type * as g from '../src/api/generated';
import { fromWire, toWire } from '../src/api/money';
import { visits } from './book/visits';

function effects(visit: g.NewVisit): g.VisitEffects {
  const gross = visit.lines.reduce((sum, line) => sum + fromWire(line.price) * line.qty, 0);
  const list = visit.lines.reduce((sum, line) => sum + fromWire(line.list_price ?? line.price) * line.qty, 0);
  const back = visit.returns.reduce((sum, one) => sum + 59_900 * one.qty, 0);
  const voucher = visit.voucher ? 5_000 : 0;
  const total = (visit.day_total ? fromWire(visit.day_total.total) : gross) - back - voucher - visit.points_used;
  const earned = visit.customer ? Math.floor(Math.max(0, gross - voucher) / 100) : 0;
  const reversed = Math.floor(back / 100);
  return {
    total: toWire(total),
    list_total: toWire(list),
    pieces: visit.lines.reduce((sum, line) => sum + line.qty, 0),
    voucher_off: toWire(voucher),
    points_off: toWire(visit.points_used),
    points_before: 1264,
    points_earned: earned,
    points_reversed: reversed,
    points_restored: 0,
    points_after: 1264 + earned - reversed - visit.points_used,
    level_before: { id: 3, name: '金卡', rank: 2 },
    level_after: total > 216_000 ? { id: 4, name: '钻石', rank: 3 } : { id: 3, name: '金卡', rank: 2 },
    net_spend_after: toWire(8_642_000 + total),
    vouchers_issued: 0,
    vouchers_restored: 0,
    vouchers_cancelled: 0,
    thanks: [],
  };
}

const line = (id: number, name: string, style: string, color: string, size: string, price: string): g.VisitLine => ({
  id,
  line_no: id % 10,
  style_no: style,
  name,
  category: null,
  color,
  size,
  qty: 1,
  list_price: price,
  price,
  amount: price,
  reason: null,
  reason_note: null,
  reverses: null,
  returnable: 1,
});

function page(id: number): g.VisitPage {
  const row = visits.find((one) => one.id === id) ?? { ...visits[0]!, id };
  const sold: Record<string, g.VisitLine[]> = {
    purchase: [
      line(id * 10 + 1, '羊绒大衣', '24D-118', '墨绿', 'M', '3180.00'),
      line(id * 10 + 2, '腰带', '24X-009', '棕', '', '300.00'),
    ],
    return: [
      {
        ...line(id * 10 + 1, '针织衫', '24C-077', '米', 'M', '599.00'),
        qty: -1,
        amount: '-599.00',
        reverses: 341,
        returnable: 0,
      },
    ],
    exchange: [
      {
        ...line(id * 10 + 1, '连衣裙', '24B-210', '雾蓝', 'L', '880.00'),
        qty: -1,
        amount: '-880.00',
        reverses: 341,
        returnable: 0,
      },
      line(id * 10 + 2, '连衣裙', '24B-210', '雾蓝', 'M', '1000.00'),
    ],
  };
  return {
    row,
    lines: sold[row.kind] ?? [],
    payments: row.total === '0.00' ? [] : [{ method: 'wechat', amount: row.total }],
    ticket_no: 'T20261029-014',
    companions: row.kind === 'purchase' ? '女儿' : null,
    satisfaction: row.kind === 'purchase' ? 5 : null,
    motive: row.kind === 'purchase' ? '年会' : null,
    feedback: row.remark ?? null,
    note: null,
    staff: 2,
    list_total: row.kind === 'purchase' ? '3880.00' : row.total,
    void_reason: row.voided ? '码开错了，重开' : null,
    points_used: 0,
    voucher: null,
    ref_visit: row.kind === 'return' ? visits[3]! : null,
    returned_by: id === 38 ? [visits[2]!] : [],
    history: [
      {
        id: 90,
        kind: 'correct_visit',
        at: `${row.day}T18:02:00+08:00`,
        by: '燕子',
        params: { reason: '尺码不对' },
        undoable: true,
        visit: id,
      },
      { id: 80, kind: 'record_visit', at: row.at, by: row.staff ?? null, params: {}, undoable: true, visit: id },
    ],
  };
}

/** Answers by operation. */
export const visitBook: { [K in keyof g.Ops]?: (args: g.Ops[K]['args']) => g.Ops[K]['answer'] } = {
  visit_page: ({ visit }) => page(visit),
  preview_visit: ({ visit }) => effects(visit),
  record_visit: ({ visit }) => ({ visit: 42, visit_no: 'V000042', operation: 1, effects: effects(visit) }),
  correct_visit: ({ visit, corrected }) => ({ visit, visit_no: 'V000041', operation: 1, effects: effects(corrected) }),
  preview_void: () => ({
    ...effects({ ...EMPTY }),
    total: '0.00',
    points_reversed: 3480,
    points_after: 1264 - 3480,
    level_after: { id: 2, name: '银卡', rank: 1 },
    vouchers_cancelled: 1,
    thanks: [],
  }),
  operation_detail: ({ operation }) => ({
    entry: { id: operation, kind: 'correct_visit', at: '2026-10-29T18:02:00+08:00', params: {}, undoable: true },
    changes: [
      { table: 'visit', row: 41, before: { total: 333_000, note: null }, after: { total: 348_000, note: null } },
      {
        table: 'visit_line',
        row: 411,
        before: { name: '羊绒大衣', style_no: '24D-118', size: 'L', price: 318_000 },
        after: { name: '羊绒大衣', style_no: '24D-118', size: 'M', price: 318_000 },
      },
      {
        table: 'visit_line',
        row: 412,
        before: null,
        after: { name: '腰带', style_no: '24X-009', color: '棕', price: 30_000 },
      },
      { table: 'payment', row: 9, before: { method: 'cash', amount: 333_000 }, after: null },
      { table: 'payment', row: 10, before: null, after: { method: 'wechat', amount: 348_000 } },
    ] as g.ChangedRow[],
    inserted: 0,
  }),
  void_visit: ({ visit }) => ({ visit, visit_no: 'V000041', operation: 1, effects: effects({ ...EMPTY }) }),
};

const EMPTY: g.NewVisit = {
  customer: 1,
  kind: 'purchase',
  lines: [],
  returns: [],
  payments: [],
  points_used: 0,
  answers: [],
  wishes: [],
};
