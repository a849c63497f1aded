import { beforeEach, describe, expect, it } from 'vitest';
import { rows } from '../../../dev/complaints';
import type { ClockState, ComplaintRow } from '../../api/generated';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import {
  clockMoment,
  clockWords,
  figures,
  giveProblems,
  giveRequest,
  nextWords,
  spanWords,
  stateOf,
  sumWords,
  type GiveForm,
} from './logic';

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
});

const [late, waiting, solved] = rows as [ComplaintRow, ComplaintRow, ComplaintRow];

describe('time is said as people say it', () => {
  it.each([
    [0, '0 分钟'],
    [59, '59 分钟'],
    [60, '1 小时'],
    [320, '5 小时 20 分'],
    [1_440, '1 天'],
    [1_500, '1 天 1 小时'],
    [-3_001, '2 天 2 小时'],
    [1_459, '1 天'],
  ])('%i minutes', (minutes, words) => expect(spanWords(minutes)).toBe(words));

  it.each<[ClockState, number, string, string]>([
    ['running', 320, '还剩 5 小时 20 分', 'plain'],
    ['running', 239, '还剩 3 小时 59 分', 'warn'],
    ['overdue', -65, '超了 1 小时 5 分', 'bad'],
    ['waiting', 90, '停着，还剩 1 小时 30 分', 'plain'],
    ['in_time', 5, '按时', 'good'],
    ['late', -1_440, '晚了 1 天', 'warn'],
  ])('%s %i', (state, left_minutes, text, tone) =>
    expect(clockWords({ state, left_minutes, due: null, done_at: null })).toEqual({ text, tone }),
  );

  it('names the moment', () => {
    expect(clockMoment(late.answer)).toBe('该在 昨天 15:00 前');
    expect(clockMoment(late.solve)).toBe('11月26日 15:00 前');
    expect(clockMoment(waiting.answer)).toBe('等她回话，钟停着');
    expect(clockMoment(solved.answer)).toBe('11月3日 10:00');
  });
});

it('a row says where it is and what presses', () => {
  expect([late, waiting, solved].map((row) => stateOf(row).text)).toEqual(['超时', '等她', '已解决']);
  expect([late, waiting, solved].map((row) => nextWords(row).text)).toEqual([
    '答复超了 19 小时',
    '答复停着，还剩 4 小时 20 分',
    '11月10日',
  ]);
  expect(stateOf({ ...solved, satisfied: false })).toEqual({ text: '她不满意', tone: 'warn' });
  const fresh: ComplaintRow = { ...late, answer: { ...late.answer, state: 'running', left_minutes: 600 } };
  expect(stateOf(fresh).text).toBe('待答复');
  expect(stateOf({ ...fresh, answer: { ...fresh.answer, state: 'in_time', done_at: late.opened_at } }).text).toBe(
    '处理中',
  );
});

it('shares are of what was done, and nothing done is no share', () => {
  const none = { open: 0, overdue: 0, waiting: 0, year: 0, answered: 0, answered_in_time: 0, solved: 0 };
  const empty = { ...none, solved_in_time: 0, asked: 0, satisfied: 0 };
  const show = () => undefined;
  expect(figures(empty, show).map(({ value }) => value)).toEqual(['0', '0', '—', '—', '—']);
  const full = { ...empty, open: 2, overdue: 1, answered: 6, answered_in_time: 5, asked: 4, satisfied: 3 };
  expect(figures(full, show).map(({ value, tone }) => [value, tone ?? 'plain'])).toEqual([
    ['2', 'plain'],
    ['1', 'bad'],
    ['83%', 'plain'],
    ['—', 'plain'],
    ['75%', 'plain'],
  ]);
});

describe('giving', () => {
  const form: GiveForm = {
    kind: 'voucher',
    by: 'amount',
    amount: '100.00',
    off: '',
    minSpend: '',
    validTo: '2027-01-20',
    points: '',
    money: '',
    cost: '',
    note: ' ',
  };

  it('asks for what the core asks for', () => {
    const fields = (changes: Partial<GiveForm>) => [...giveProblems({ ...form, ...changes }, '2026-11-21').keys()];
    expect(fields({})).toEqual([]);
    expect(fields({ amount: '' })).toEqual(['give.worth.amount']);
    expect(fields({ by: 'percent', off: '101' })).toEqual(['give.worth.off']);
    expect(fields({ validTo: '2026-11-20' })).toEqual(['give.valid_to']);
    expect(fields({ kind: 'points', points: '0' })).toEqual(['give.points']);
    expect(fields({ kind: 'money', money: '0.00' })).toEqual(['give.amount']);
    expect(fields({ kind: 'gift' })).toEqual(['note']);
    expect(fields({ kind: 'gift', note: '丝巾' })).toEqual([]);
  });

  it('sends only what belongs to the kind', () => {
    expect(giveRequest(4, form)).toEqual({
      complaint: 4,
      give: {
        kind: 'voucher',
        worth: { kind: 'amount', amount: '100.00' },
        min_spend: '0.00',
        valid_to: '2027-01-20',
      },
      note: null,
    });
    expect(giveRequest(4, { ...form, kind: 'points', points: '200', note: '耽误您了' })).toEqual({
      complaint: 4,
      give: { kind: 'points', points: 200 },
      note: '耽误您了',
    });
    expect(giveRequest(4, { ...form, kind: 'gift', note: '丝巾' }).give).toEqual({ kind: 'gift', cost: '0.00' });
  });

  it('is summed in words', () => {
    const nothing = { money: '0.00', gifts: '0.00', vouchers: '0.00', percent_vouchers: 0, points: 0 };
    expect(sumWords(nothing)).toBe('');
    expect(sumWords({ money: '58.60', gifts: '39.90', vouchers: '100.00', percent_vouchers: 1, points: 300 })).toBe(
      '退款 ¥58.60 · 券 ¥100 · 折扣券 1 张 · 300 分 · 礼物 ¥39.90',
    );
  });
});
