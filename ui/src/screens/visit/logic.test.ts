import { beforeEach, describe, expect, it } from 'vitest';
import type { ChangedRow, HistoryEntry, VisitLine, VisitPage, VisitRow } from '../../api/generated';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import { entryName, figures, reasonOf, returnable, seenLine, subline, told, versions } from './logic';

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
});

const row = {
  id: 41,
  visit_no: 'V000041',
  at: '2026-10-29T15:20:00+08:00',
  day: '2026-10-29',
  kind: 'purchase',
  customer: { id: 1 },
  staff: '小夏',
  pieces: 2,
  total: '3480.00',
  points: 3480,
  is_day_total: false,
  voided: false,
} as VisitRow;
const coat: VisitLine = {
  id: 1,
  line_no: 1,
  style_no: '24D-118',
  name: '羊绒大衣',
  color: '墨绿',
  qty: 2,
  list_price: '2000.00',
  price: '1800.00',
  amount: '3550.00',
  reason: 'level',
  returnable: 1,
};
const page = {
  row,
  lines: [coat],
  payments: [{ method: 'wechat', amount: '3480.00' }],
  list_total: '4000.00',
} as unknown as VisitPage;

describe('the page', () => {
  it('says kind, day and number', () => {
    expect(subline(row)).toBe('购买 · 10月29日 15:20 · V000041');
    expect(subline({ ...row, is_day_total: true })).toMatch(/^全天合计/);
  });
  it('says what was paid, how, and what it moved', () => {
    expect(figures(page).map(({ value }) => value)).toEqual(['¥3,480.00', '微信', '+3,480', '2', '小夏']);
    expect(figures(page)[0]!.meaning).toBe('实付 · 吊牌 ¥4,000，省 ¥520');
  });
  it('shows no points for a walk-in, and several ways of paying with their amounts', () => {
    const walkIn = figures({
      ...page,
      row: { ...row, customer: null },
      payments: [
        { method: 'cash', amount: '100.00' },
        { method: 'card', amount: '3380.00' },
      ],
    });
    expect(walkIn.map(({ value }) => value)).toEqual(['¥3,480.00', '现金、刷卡', '2', '小夏']);
    expect(walkIn[1]!.meaning).toBe('¥100.00 + ¥3,380.00');
  });
  it('tells only what was said', () => {
    expect(told({ ...page, feedback: '驼色显老', satisfaction: 5, note: '' })).toEqual([
      { label: '试了觉得怎样，说了什么', value: '驼色显老' },
      { label: '满意吗', value: '很满意' },
    ]);
  });
  it('offers a return while something is still with her', () => {
    expect(returnable(page)).toBe(true);
    expect(returnable({ ...page, row: { ...row, voided: true } })).toBe(false);
    expect(returnable({ ...page, lines: [{ ...coat, returnable: 0 }] })).toBe(false);
  });
});

describe('a line', () => {
  it('says why it was cheaper, what treats took off, and what came back', () => {
    expect(seenLine(coat)).toMatchObject({
      what: '羊绒大衣 24D-118 墨绿',
      amount: '¥3,550.00',
      why: '会员价 · 券和积分抵 ¥50.00',
      returned: '已退 1 件',
      back: false,
    });
    expect(seenLine({ ...coat, reason: 'manual', reason_note: '有线头', amount: '3600.00' }).why).toBe('有线头');
  });
  it('that came back is not called returned once more', () => {
    const back = seenLine({ ...coat, qty: -1, amount: '-1775.00', returnable: 0 });
    expect([back.back, back.returned, back.qty]).toEqual([true, '', '−1']);
  });
  it('without any words still has a name', () => {
    expect(seenLine({ ...coat, name: null, style_no: null, color: null }).what).toBe('没写名称的一件');
  });
});

describe('history', () => {
  const entry = (part: Partial<HistoryEntry>): HistoryEntry => ({
    id: 1,
    kind: 'correct_visit',
    at: '2026-10-29T18:02:00+08:00',
    params: {},
    undoable: true,
    ...part,
  });
  it('names what was done and why', () => {
    expect(entryName(entry({}))).toBe('更正');
    expect(entryName(entry({ kind: 'merge_customers' }))).toBe('合并档案');
    expect(reasonOf(entry({ params: { reason: '尺码不对' } }))).toBe('尺码不对');
    expect(reasonOf(entry({ params: null }))).toBe('');
  });
  const change = (table: string, before: unknown, after: unknown) => ({ table, row: 1, before, after }) as ChangedRow;
  it('puts old beside new, in words', () => {
    const found = versions({
      changes: [
        change(
          'visit',
          { total: 333_000, kind: 'purchase', list_total: 1 },
          { total: 348_000, kind: 'exchange', list_total: 2 },
        ),
        change(
          'visit_line',
          { name: '大衣', size: 'L', reason: null },
          { name: '大衣', size: 'M', reason: 'promotion' },
        ),
        change('points_entry', { points: 1 }, { points: 2 }),
      ],
    });
    expect(found).toEqual([
      { about: '', label: '做什么', before: '购买', after: '换货' },
      { about: '', label: '实付', before: '¥3,330.00', after: '¥3,480.00' },
      { about: '大衣 M', label: '尺码', before: 'L', after: 'M' },
      { about: '大衣 M', label: '便宜的原因', before: '', after: '活动价' },
    ]);
  });
  it('shows pieces and payments that came or went', () => {
    const found = versions({
      changes: [
        change('visit_line', null, { name: '腰带', price: 30_000 }),
        change('visit_line', { style_no: '23X', price: 100 }, null),
        change('payment', { method: 'cash', amount: 500 }, null),
        change('visit', null, { total: 1 }),
      ],
    });
    expect(found).toEqual([
      { about: '', label: '加上', before: '', after: '腰带 ¥300.00' },
      { about: '', label: '去掉', before: '23X ¥1.00', after: '' },
      { about: '怎么付', label: '', before: '现金 ¥5.00', after: '' },
    ]);
  });
});
