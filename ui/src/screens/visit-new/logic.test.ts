import { describe, expect, it } from 'vitest';
import { CallFailure } from '../../api/client';
import type { CustomerPage, VisitLine, VisitPage, VoucherCard } from '../../api/generated';
import { draftOf, LineDraft, VisitDraft, type PayDraft } from './draft.svelte';
import { afterArrow, afterEnter, afterRow, COLUMNS, digit, type Grid } from './keys';
import {
  amounts,
  choose,
  firstDiscount,
  has,
  needsCore,
  mostPoints,
  off,
  offersOf,
  percentOf,
  pointsWorth,
  questionsOf,
  readPieces,
  reasonMissing,
  reprice,
  ticks,
  totals,
  touched,
  typedPrice,
  uncovered,
  voucherHindrance,
  vouchersFor,
  worthAsking,
} from './logic';
import { build, placed, shownAt } from './request';

const GOLD = { level: 90, birthday: null };

function line(fields: Partial<LineDraft> = {}): LineDraft {
  return Object.assign(new LineDraft(), { style: '24D-118', ...fields });
}
function form(...lines: LineDraft[]): VisitDraft {
  const draft = new VisitDraft();
  draft.customer = 1;
  draft.lines = lines;
  return draft;
}
function pay(method: PayDraft['method'], amount = ''): PayDraft {
  return { method, amount, byHand: amount !== '' };
}

describe('prices', () => {
  it.each([
    [388_000, 90, 349_200],
    [5, 90, 5],
    [15, 90, 14],
    [33_333, 85, 28_333],
    [1, 50, 1],
    [-15, 90, -14],
    [0, 70, 0],
  ])('%i fen at %i%% is %i', (amount, percent, result) => {
    expect(percentOf(amount, percent)).toBe(result);
  });
  it('suggests the discounted price with its reason', () => {
    const one = line({ list: '3880.00' });
    reprice(one, 'level', GOLD);
    expect([one.price, one.reason, off(one)]).toEqual(['3492.00', 'level', 38_800]);
    reprice(one, 'none', GOLD);
    expect([one.price, one.reason]).toEqual(['3880.00', '']);
    reprice(one, 'birthday', { level: 90, birthday: 70 });
    expect([one.price, one.reason]).toEqual(['2716.00', 'birthday']);
  });
  it('leaves a typed price alone and asks why it is cheaper', () => {
    const one = line({ list: '300.00' });
    reprice(one, 'level', GOLD);
    typedPrice(one, '250.00', 'level', GOLD);
    expect([one.byHand, one.reason, reasonMissing(one)]).toEqual([true, '', true]);
    reprice(one, 'none', GOLD);
    expect(one.price).toBe('250.00');
    one.reason = 'manual';
    expect(reasonMissing(one)).toBe(true);
    one.note = '有线头';
    expect(reasonMissing(one)).toBe(false);
  });
  it('takes the discounted price back as such when it is typed', () => {
    const one = line({ list: '300.00' });
    typedPrice(one, '270.00', 'level', GOLD);
    expect([one.byHand, one.reason, reasonMissing(one)]).toEqual([false, 'level', false]);
  });
  it('asks nothing at the list price, above it, or without one', () => {
    expect(reasonMissing(line({ list: '300.00', price: '300.00' }))).toBe(false);
    expect(off(line({ list: '300.00', price: '310.00' }))).toBe(0);
    expect(off(line({ price: '310.00' }))).toBe(0);
  });
});

describe('offers', () => {
  const level = { pay_percent: 90 } as CustomerPage['level'];
  const privilege = { from: '2026-11-18', to: '2026-11-24', pay_percent: 70, used: false };
  it('has the birthday only within its days and once', () => {
    expect(offersOf(level, privilege, '2026-11-24')).toEqual({ level: 90, birthday: 70 });
    expect(offersOf(level, privilege, '2026-11-25').birthday).toBeNull();
    expect(offersOf(level, { ...privilege, used: true }, '2026-11-20').birthday).toBeNull();
  });
  it('gives a walk-in nothing', () => {
    expect(offersOf(undefined, null, '2026-11-20')).toEqual({ level: 100, birthday: null });
    expect(firstDiscount({ level: 100, birthday: null })).toBe('none');
    expect(firstDiscount(GOLD)).toBe('level');
  });
  const voucher: VoucherCard = {
    id: 1,
    kind: 'recall',
    amount_off: '50.00',
    percent_off: null,
    min_spend: '300.00',
    valid_from: '2026-11-01',
    valid_to: '2026-12-29',
  };
  it.each([
    [30_000, '2026-11-21', undefined],
    [29_999, '2026-11-21', 'small'],
    [30_000, '2026-10-31', 'early'],
    [30_000, '2026-12-30', 'late'],
  ])('a voucher from 300 on a bill of %i fen on %s: %s', (bill, day, hindrance) => {
    expect(voucherHindrance(voucher, bill, day)).toBe(hindrance);
  });
  it.each([
    ['a new visit', undefined, [1, 2, 3]],
    ['the visit that gave one', 7, [1, 3]],
    ['another visit that is put right', 9, [1, 2]],
  ])('on %s what it gave itself is not offered', (_, replaces, ids) => {
    const hers: VoucherCard[] = [voucher, { ...voucher, id: 2, visit: 7 }, { ...voucher, id: 3, visit: 9 }];
    expect(vouchersFor(replaces, hers).map(({ id }) => id)).toEqual(ids);
  });
});

describe('points', () => {
  it.each([
    [1264, 100, 1264],
    [100, 300, 33],
    [100, 30, 333],
    [500, 0, 0],
    [-5, 100, 0],
  ])('%i at %i a yuan take %i fen off', (points, perYuan, off) => {
    expect(pointsWorth(points, perYuan)).toBe(off);
  });
  it.each([
    [34_800, 1264, 100, 1264],
    [1_000, 1264, 100, 1000],
    [332, 1264, 30, 99],
    [1_000, 1264, 0, 0],
    [0, 1264, 100, 0],
    [1_000, -20, 100, 0],
  ])('a bill of %i fen takes at most, of %i points at %i a yuan, %i', (bill, balance, perYuan, most) => {
    expect(mostPoints(bill, balance, perYuan)).toBe(most);
    expect(pointsWorth(most, perYuan)).toBeLessThanOrEqual(bill);
  });
});

describe('sums', () => {
  it('adds pieces and prices in fen', () => {
    const draft = form(line({ list: '0.10', price: '0.07', qty: '3' }), line({ price: '0.20' }), new LineDraft());
    expect(totals(draft)).toEqual({ pieces: 4, list: 50, goods: 41, back: 0, due: 41 });
  });
  it('counts only what the kind has', () => {
    const draft = form(line({ price: '10.00' }));
    draft.kind = 'browse';
    expect(totals(draft).due).toBe(0);
    draft.kind = 'day';
    draft.dayTotal = '980.50';
    draft.dayPieces = '７';
    expect(totals(draft)).toMatchObject({ pieces: 7, due: 98_050 });
  });
  it('gives back what an exchange brings back beyond the new goods', () => {
    const draft = form(line({ price: '100.00' }));
    draft.kind = 'exchange';
    draft.returns = [{ id: 1, line: 9, qty: '2', max: 2, what: '', bought: '2026-10-01', each: 8_000 }];
    expect(totals(draft)).toMatchObject({ goods: 10_000, back: 16_000, due: -6_000 });
    expect(needsCore(draft)).toBe(true);
  });
  it.each([
    ['1', 1],
    ['１２', 12],
    ['0', null],
    ['1.5', null],
    ['', null],
    ['-1', null],
  ])('%s pieces read %s', (text, pieces) => {
    expect(readPieces(text)).toBe(pieces);
  });
});

describe('payments', () => {
  it('lets one way take all, whatever it was before', () => {
    expect(amounts([pay('cash')], 34_800)).toEqual([34_800]);
    expect(amounts([pay('cash', '1.00')], 34_800)).toEqual([34_800]);
    expect(amounts([pay('wechat')], -59_900)).toEqual([-59_900]);
  });
  it('lets the last open one take the rest', () => {
    expect(amounts([pay('cash', '100.00'), pay('wechat')], 34_800)).toEqual([10_000, 24_800]);
    expect(amounts([pay('cash'), pay('wechat', '100.00')], 34_800)).toEqual([24_800, 10_000]);
  });
  it('says what typed amounts leave open', () => {
    expect(uncovered([pay('cash', '100.00'), pay('wechat', '200.00')], 34_800)).toBe(4_800);
    expect(uncovered([pay('cash', '100.00'), pay('wechat')], 34_800)).toBe(0);
    expect(uncovered([pay('cash', '300.00'), pay('wechat', '100.00')], 34_800)).toBe(-5_200);
  });
  it('replaces while one pays all, adds and takes away while several do', () => {
    const one = choose([pay('cash')], 'wechat', false);
    expect(one.map(({ method }) => method)).toEqual(['wechat']);
    const two = choose(one, 'cash', true);
    expect(two.map(({ method }) => method)).toEqual(['wechat', 'cash']);
    expect(choose(two, 'wechat', true).map(({ method }) => method)).toEqual(['cash']);
    expect(choose(one, 'wechat', true)).toHaveLength(1);
  });
});

describe('the request', () => {
  it('leaves empty rows out and remembers where each part came from', () => {
    const first = line({ name: ' 羊绒大衣 ', list: '3880.00', price: '3492.00', reason: 'level' });
    const second = line({ price: '20.00' });
    const built = build(form(first, new LineDraft(), second), 351_200);
    if (!built.ok) throw built.failure;
    const { visit, lines } = built.sent;
    expect(lines).toEqual([first.id, second.id]);
    expect(visit.lines[0]).toMatchObject({ name: '羊绒大衣', qty: 1, price: '3492.00', reason: 'level', color: null });
    expect(visit.payments).toEqual([]);
    const failure = placed(new CallFailure({ code: 'price_invalid', field: 'lines.1.price' }), built.sent);
    expect(failure.field).toBe(`lines.${second.id}.price`);
  });
  it('sends payments that make the sum, and none for nothing', () => {
    const draft = form(line({ price: '348.00' }));
    draft.pays = [pay('cash', '100.00'), pay('wechat')];
    const payments = (due?: number) => {
      const built = build(draft, due);
      return built.ok ? built.sent.visit.payments : null;
    };
    expect(payments(34_800)).toEqual([
      { method: 'cash', amount: '100.00' },
      { method: 'wechat', amount: '248.00' },
    ]);
    expect(payments(0)).toEqual([]);
    expect(payments()).toEqual([]);
  });
  it('sells at the list price when no other is given, and needs no reason then', () => {
    const built = build(form(line({ list: '300.00' })));
    expect(built.ok && built.sent.visit.lines[0]).toMatchObject({ price: '300.00', reason: null });
  });
  it('fails at the field when a number is missing', () => {
    const bare = line({ name: '大衣' });
    const noPrice = build(form(bare));
    expect(!noPrice.ok && [noPrice.failure.code, noPrice.failure.field]).toEqual([
      'required',
      `lines.${bare.id}.price`,
    ]);
    const odd = line({ price: '1.00', qty: '两' });
    const noPieces = build(form(odd));
    expect(!noPieces.ok && [noPieces.failure.code, noPieces.failure.params.max]).toEqual(['out_of_range', '9999']);
  });
  it('sends nothing of the other kinds, and nothing about a person for a walk-in', () => {
    const draft = form(line({ price: '10.00' }));
    Object.assign(draft, {
      kind: 'browse',
      voucher: 5,
      points: '100',
      feedback: ' 试了驼色 ',
      answers: { 3: ['黑', ' '] },
    });
    draft.addWish();
    draft.wishes[0]!.name = '长裙';
    const browse = build(draft);
    expect(browse.ok && browse.sent.visit).toMatchObject({
      lines: [],
      voucher: null,
      points_used: 0,
      feedback: '试了驼色',
      answers: [{ field: 3, values: ['黑'] }],
      wishes: [{ name: '长裙', style_no: null }],
    });
    Object.assign(draft, { kind: 'purchase', customer: null });
    const walkIn = build(draft);
    expect(walkIn.ok && walkIn.sent.visit).toMatchObject({ voucher: null, points_used: 0, answers: [], wishes: [] });
  });
  it('is worth asking about only when every line can be understood', () => {
    expect(worthAsking(form(line({ price: '10.00' })))).toBe(true);
    expect(worthAsking(form(line()))).toBe(false);
    expect(worthAsking(form(line({ list: '10.00', price: '9.00', byHand: true })))).toBe(false);
    expect(worthAsking(form(new LineDraft()))).toBe(false);
    expect(worthAsking(form(new LineDraft()), true)).toBe(true);
    const browse = form(new LineDraft());
    browse.kind = 'browse';
    expect(worthAsking(browse)).toBe(true);
  });
  it('knows what leaving would lose', () => {
    const draft = form(new LineDraft());
    expect(touched(draft)).toBe(false);
    draft.note = '改短';
    expect(touched(draft)).toBe(true);
  });
  it('knows which failures have a place of their own', () => {
    const at = (field?: string) => shownAt(new CallFailure({ code: 'required', ...(field ? { field } : {}) }));
    expect([at('lines.3.price'), at('payments'), at('returns.4.qty'), at('voucher')]).toEqual([true, true, true, true]);
    expect([at(), at('customer'), at('lines.3.unheard'), at('answers.0')]).toEqual([false, false, false, false]);
  });
  it('has the parts of each kind', () => {
    expect([has('exchange', 'lines'), has('exchange', 'returns')]).toEqual([true, true]);
    expect([has('return', 'lines'), has('service', 'treats'), has('day', 'day')]).toEqual([false, false, true]);
  });
});

describe('a saved visit in the form', () => {
  const sold = { id: 11, line_no: 1, name: '大衣', qty: 2, list_price: '100.00', price: '90.00', amount: '170.00' };
  const page = {
    row: { id: 5, day: '2026-10-29', at: '2026-10-29T15:20:00+08:00', kind: 'exchange', customer: { id: 1 } },
    lines: [
      { ...sold, reason: 'level', returnable: 2 },
      { ...sold, id: 12, qty: -1, amount: '-85.00', reverses: 7, returnable: 0 },
    ],
    payments: [{ method: 'cash', amount: '85.00' }],
    points_used: 0,
    staff: 2,
    ref_visit: { day: '2026-10-01' },
  } as unknown as VisitPage;
  it('comes back as it was', () => {
    const draft = draftOf(page, { lines: [{ id: 7, returnable: 1 } as VisitLine] } as VisitPage);
    const built = build(draft, 8_500);
    expect(built.ok && built.sent.visit).toMatchObject({
      customer: 1,
      kind: 'exchange',
      day: '2026-10-29',
      time: '15:20',
      staff: 2,
      lines: [{ name: '大衣', qty: 2, list_price: '100.00', price: '90.00', reason: 'level' }],
      returns: [{ line: 7, qty: 1 }],
      payments: [{ method: 'cash', amount: '85.00' }],
    });
    expect(draft.returns[0]).toMatchObject({ max: 2, bought: '2026-10-01', each: 8_500 });
  });
});

describe('keys', () => {
  const grid = (rows: number, blank: number[] = [], unexplained: number[] = []): Grid => ({
    rows,
    blank: (row) => blank.includes(row),
    unexplained: (row) => unexplained.includes(row),
  });
  it('walks a row from style number to price and on', () => {
    const walked: string[] = [];
    for (let column: (typeof COLUMNS)[number] = 'style'; ;) {
      const stop = afterEnter(0, column, grid(1));
      if (stop.to !== 'cell') {
        expect(stop).toEqual({ to: 'new' });
        break;
      }
      walked.push((column = stop.column));
    }
    expect(walked).toEqual(COLUMNS.slice(1));
  });
  it('ends the goods at an empty row, but not at the very first', () => {
    expect(afterEnter(1, 'style', grid(2, [1]))).toEqual({ to: 'pay' });
    expect(afterEnter(0, 'style', grid(1, [0]))).toEqual({ to: 'cell', row: 0, column: 'name' });
  });
  it('asks for the reason first', () => {
    expect(afterEnter(0, 'price', grid(2, [1], [0]))).toEqual({ to: 'reason', row: 0 });
    expect(afterRow(0, grid(2))).toEqual({ to: 'cell', row: 1, column: 'style' });
  });
  it('stays in the column up and down', () => {
    expect(afterArrow('ArrowDown', 0, 'size', 2)).toEqual({ to: 'cell', row: 1, column: 'size' });
    expect(afterArrow('ArrowDown', 1, 'size', 2)).toBeUndefined();
    expect(afterArrow('ArrowUp', 0, 'size', 2)).toBeUndefined();
  });
  it('takes plain digits only, as many as there are ways', () => {
    const key = (name: string, ctrlKey = false) => digit({ key: name, ctrlKey, altKey: false, metaKey: false }, 6);
    expect([key('1'), key('6'), key('7'), key('0'), key('1', true), key('a')]).toEqual([
      1,
      6,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('questions', () => {
  const page = {
    questions: [{ field: 1 }, { field: 2 }, { field: 3 }],
    profile: [
      { field: 2, kind: 'multi' },
      { field: 3, kind: 'date' },
    ],
  } as unknown as CustomerPage;
  it('answers dated facts only', () => {
    expect(questionsOf(page).map(({ question }) => question.field)).toEqual([2]);
  });
  it('ticks one or several', () => {
    expect(ticks(['黑'], '白', false)).toEqual(['黑', '白']);
    expect(ticks(['黑'], '白', true)).toEqual(['白']);
    expect(ticks(['黑'], '黑', true)).toEqual([]);
  });
});
