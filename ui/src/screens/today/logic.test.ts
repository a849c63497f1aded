import { beforeEach, describe, expect, it } from 'vitest';
import { care, task } from '../../../dev/care';
import type { GetToday, Today } from '../../api/generated';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import {
  BY_HAND,
  counted,
  decidedWords,
  decideRequest,
  heldWords,
  itemKey,
  laterDays,
  NO_FILTER,
  request,
  TaskPages,
  whenWords,
  whyWords,
} from './logic';

const TODAY = '2026-11-21';
beforeEach(() => {
  setLanguage('zh-CN');
  setToday(TODAY);
});

describe('why today', () => {
  it('is a sentence with days and amounts as a person says them', () => {
    expect(whyWords(task(3))).toBe('11月14日一次买了 ¥2,480');
    expect(whyWords({ kind: 'birthday_list', params: { month: '2026-12-01', count: '3', gifts: '2' } })).toBe(
      '12 月有 3 位过生日，备礼 2 份',
    );
    setLanguage('en');
    expect(whyWords(task(0))).toBe('Bought for the first time on Nov 18');
  });
  it('and why not, until when', () => {
    expect(heldWords({ why: 'too_soon', last: '2026-11-20', visited: true, until: '2026-11-27' })).toBe('昨天才来过');
    expect(heldWords({ why: 'no_channel', channel: 'wechat' })).toBe('档案里没有微信的联系办法');
    expect(heldWords({ why: 'monthly_limit', count: 2, until: '2026-12-01' })).toBe('本月已发 2 次促销');
  });
});

describe('the day that counts', () => {
  const row = { state: 'due', due: TODAY, expires: null, not_before: null } as const;
  it('says how late, the last day, or the day to come', () => {
    expect(whenWords(row, TODAY)).toEqual({ text: '今天', tone: 'plain' });
    expect(whenWords({ ...row, expires: '2026-11-30' }, TODAY).text).toBe('11月30日为止');
    expect(whenWords({ ...row, expires: TODAY }, TODAY)).toEqual({ text: '今天最后一天', tone: 'bad' });
    expect(whenWords({ ...row, state: 'overdue', due: '2026-11-18' }, TODAY)).toEqual({
      text: '晚了 3 天',
      tone: 'warn',
    });
    expect(whenWords({ ...row, state: 'upcoming', not_before: '2026-11-21T15:30:00+08:00' }, TODAY).text).toBe('15:30');
    expect(whenWords({ ...row, state: 'upcoming', due: '2026-11-25' }, TODAY).text).toBe('11月25日');
  });
  it('offers days for not now, Monday always ahead', () => {
    expect(laterDays('2026-11-21').map(({ day }) => day)).toEqual([
      '2026-11-22',
      '2026-11-24',
      '2026-11-23',
      '2026-12-05',
    ]);
    expect(laterDays('2026-11-23').map(({ day }) => day)).toContain('2026-11-30');
    expect(laterDays('2026-11-22').map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-25', '2026-12-06']);
  });
});

describe('the list', () => {
  it('has a heading where the state changes, over pages too', async () => {
    const asked: GetToday[] = [];
    const pages = new TaskPages((one) => {
      asked.push(one);
      return Promise.resolve(care.today!(one) as Today);
    });
    const first = await pages.read(NO_FILTER, null);
    const heads = first.rows.filter((item) => item.head);
    expect(heads.map((item) => [itemKey(item), item.head && item.n])).toEqual([
      ['overdue', 12],
      ['due', 40],
      ['upcoming', 268],
    ]);
    expect(first.total).toBe(320);
    const second = await pages.read(NO_FILTER, first.next);
    expect(second.rows.some((item) => item.head)).toBe(false);
    expect(new Set([...first.rows, ...second.rows].map(itemKey)).size).toBe(203);
    expect(asked.map(({ cursor }) => cursor)).toEqual([null, '100']);
  });
  it('asks for a rule, or for what was set by hand', () => {
    expect(request({ whose: 'pool', rule: '4' }, null)).toMatchObject({ whose: 'pool', rule: 4, kind: null });
    expect(request({ whose: 'all', rule: BY_HAND }, 'x')).toMatchObject({ rule: null, kind: 'follow_up', cursor: 'x' });
  });
  it('counts what was asked for', () => {
    const groups = care.today!(request(NO_FILTER, null)).groups;
    expect(counted(groups, '')).toEqual({ overdue: 12, due: 40, upcoming: 268 });
    expect(counted(groups, '2')).toEqual({ overdue: 3, due: 10, upcoming: 67 });
    expect(counted(groups, BY_HAND)).toEqual({ overdue: 0, due: 0, upcoming: 0 });
  });
});

describe('what became of it', () => {
  it('goes into the log by the channel of each, with what was copied', () => {
    const word = { text: ' 您好 ', template: 3 };
    expect(decideRequest([task(0)], 'done', word)).toMatchObject({
      log: true,
      channel: null,
      text: '您好',
      template: 3,
    });
    expect(decideRequest([task(0)], 'skipped', { reason: ' ' }).reason).toBeNull();
  });
  it('is said with the name, or with how many and how many had better wait', () => {
    const one = task(0);
    const answer = { decided: 1, left_out: 0 };
    expect(decidedWords([one], 'no_answer', {}, answer)).toBe(`记下了：${one.customer!.name}，没接，过几天再提醒`);
    expect(decidedWords([one], 'snoozed', { until: '2026-11-22' }, answer)).toBe(
      `记下了：${one.customer!.name}，明天再说`,
    );
    expect(decidedWords([one, task(1), task(2)], 'done', {}, { decided: 2, left_out: 1 })).toBe(
      '记下了 2 件：做好了；1 件按分寸留着',
    );
  });
});
