import { beforeEach, describe, expect, it } from 'vitest';
import { card, contact } from '../../../dev/contacts';
import type { ContactCard, ContactRow, Suppression } from '../../api/generated';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import {
  against,
  asked,
  awaits,
  consentWords,
  ContactPages,
  correctRequest,
  filtered,
  formOf,
  limitForm,
  limitLines,
  limitProblems,
  limitsOf,
  logRequest,
  month,
  newForm,
  NO_FILTER,
  outcomes,
  reasonWords,
  settled,
  sinceWords,
  timeWords,
  wayWords,
  withHeads,
} from './logic';

const TODAY = '2026-11-21';
beforeEach(() => {
  setLanguage('zh-CN');
  setToday(TODAY);
});

const limits = {
  marketing_a_month: 2,
  unanswered: 3,
  after_unanswered: 1,
  quiet_days: 7,
  marketing_needs_consent: false,
  from_hour: 9,
  to_hour: 21,
};

describe('words', () => {
  it.each<[Suppression, string]>([
    [{ why: 'inactive' }, '档案已收起或已退会'],
    [{ why: 'do_not_contact' }, '她说过不要联系'],
    [{ why: 'no_promotion' }, '她说过不要促销'],
    [{ why: 'consent_withdrawn', purpose: 'marketing', channel: 'sms' }, '她说过不要短信促销'],
    [{ why: 'consent_withdrawn', purpose: 'service', channel: 'phone' }, '她说过不要电话联系'],
    [{ why: 'consent_withdrawn', purpose: 'archive', channel: 'phone' }, '她撤回了留档案的同意'],
    [{ why: 'consent_missing', channel: 'wechat' }, '还没有她同意微信促销的记录'],
    [{ why: 'no_channel', channel: 'email' }, '档案里没有邮件的联系办法'],
    [{ why: 'minor', under: 18 }, '她未满 18 岁'],
    [{ why: 'open_complaint' }, '她有投诉还没解决'],
    [{ why: 'unanswered', count: 3, until: '2026-12-01' }, '连着 3 次没回，本月不再发，12月1日起再说'],
    [{ why: 'monthly_limit', count: 2, until: '2026-12-01' }, '本月已发 2 次，12月1日起再说'],
    [{ why: 'too_soon', last: '2026-11-17', visited: true, until: '2026-11-24' }, '11月17日才来过，11月24日起再说'],
    [{ why: 'too_soon', last: '2026-11-20', visited: false, until: '2026-11-27' }, '昨天才联系过，11月27日起再说'],
  ])('says %o', (reason, words) => {
    expect(reasonWords(reason)).toBe(words);
    setLanguage('en');
    expect(reasonWords(reason)).not.toMatch(/contacts-why|\{/);
  });

  it('says how long ago', () => {
    expect(sinceWords(card(true))).toBe('4 天前联系过 · 13 天前买过');
    expect(sinceWords({ ...card(true), days_since_contact: 0 })).toBe('今天联系过 · 13 天前买过');
    expect(sinceWords(card(false))).toBe('还没联系过 · 还没买过');
  });

  it('leaves out what time would lift where only a person can', () => {
    const soon: Suppression = { why: 'too_soon', last: TODAY, visited: true, until: '2026-11-28' };
    const of = (wish: ContactCard['wish'], ...reasons: Suppression[]) =>
      against({ ...card(true), wish, against: reasons });
    expect(of('any', soon)).toHaveLength(1);
    expect(of('any', { why: 'open_complaint' }, soon)).toEqual(['她有投诉还没解决']);
    expect(of('none', { why: 'do_not_contact' }, soon)).toEqual([]);
    expect(of('no_promotion', { why: 'minor', under: 18 }, { why: 'no_promotion' })).toEqual(['她未满 18 岁']);
  });

  it('tells consent by channel', () => {
    const all = ['phone', 'wechat', 'sms', 'email', 'letter'] as const;
    const of = (given: readonly string[], withdrawn: readonly string[], unconfirmed: readonly string[] = []) =>
      consentWords({
        purpose: 'marketing',
        given: [...given] as never,
        withdrawn: [...withdrawn] as never,
        unconfirmed: [...unconfirmed] as never,
      });
    expect(of(all, [])).toBe('都同意');
    expect(of([], all)).toBe('都不要');
    expect(of(['wechat', 'phone'], ['sms'])).toBe('微信、电话可以；短信不要');
    expect(of([], [])).toBe('');
    expect(of([], [], all)).toBe('她自己同意过，家长同意了才算');
    expect(of(['sms'], [], ['phone', 'letter'])).toBe('短信可以；她自己同意过，家长同意了才算');
  });

  it('tells the way and the time', () => {
    const row: ContactRow = { ...contact(0, 0), channel: 'phone', direction: 'out', outcome: 'no_answer' };
    expect(wayWords(row)).toBe('电话 · 没接');
    expect(wayWords({ ...row, direction: 'in' })).toBe('她来电');
    expect(wayWords({ ...row, channel: 'in_person', outcome: 'reached' })).toBe('当面');
    expect(timeWords(row)).toBe('15:20');
    expect(timeWords({ ...row, at: '2026-11-21T12:00:00+08:00' })).toBe('');
    expect([awaits(row), awaits({ ...row, outcome: 'reached' }), awaits({ ...row, direction: 'in' })]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('the form', () => {
  it('begins with what usually comes of the channel', () => {
    const form = newForm('wechat', TODAY, 2);
    expect(form).toMatchObject({ channel: 'wechat', outcome: 'sent', staff: '2', day: TODAY });
    expect(settled({ ...form, channel: 'phone' }).outcome).toBe('reached');
    expect(settled({ ...form, channel: 'sms' }).outcome).toBe('sent');
    expect(settled({ ...form, direction: 'in' }).outcome).toBe('replied');
    expect(outcomes('in_person', 'out')).toEqual(['reached']);
    expect(newForm('phone', TODAY, undefined).staff).toBe('');
  });

  it('asks for what was entered', () => {
    const form = { ...newForm('phone', TODAY, 2), text: ' 好的 ' };
    expect(logRequest(form, [1, 2], TODAY)).toMatchObject({ customers: [1, 2], day: null, text: '好的', staff: 2 });
    expect(logRequest({ ...form, day: '2026-11-20', text: ' ', staff: '' }, [1], TODAY)).toMatchObject({
      day: '2026-11-20',
      text: null,
      staff: null,
    });
    const row = contact(1, 3);
    expect(correctRequest(formOf(row), 1)).toEqual({
      contact: 1,
      channel: row.channel,
      direction: row.direction,
      purpose: row.purpose,
      outcome: row.outcome,
      text: row.text,
      day: row.day,
      staff: row.staff,
    });
  });
});

describe('the list', () => {
  it('asks for the days of the filter', () => {
    const of = (range: typeof NO_FILTER.range, from = '', to = '') => {
      const { from: first, to: last } = asked({ ...NO_FILTER, range, from, to }, TODAY);
      return [first, last];
    };
    expect(of('all')).toEqual([null, null]);
    expect(of('today')).toEqual([TODAY, TODAY]);
    expect(of('week')).toEqual(['2026-11-16', TODAY]);
    expect(of('month')).toEqual(['2026-11-01', TODAY]);
    expect(of('days', '2026-10-01')).toEqual(['2026-10-01', null]);
    expect(filtered(NO_FILTER)).toBe(false);
    expect(filtered({ ...NO_FILTER, staff: '2' })).toBe(true);
    expect(asked({ ...NO_FILTER, staff: '2', channel: 'sms' }, TODAY)).toMatchObject({ staff: 2, channel: 'sms' });
  });

  it('heads each day once, over the ends of pages too', async () => {
    const rows = [contact(1, 0), contact(2, 0), contact(3, 1)];
    expect(withHeads(rows, undefined).map((item) => item.head)).toEqual([true, false, false, true, false]);
    const pages = new ContactPages(({ cursor }) =>
      Promise.resolve(
        cursor
          ? { rows: [contact(4, 1)], cursor: null, count: null, customers: null }
          : { rows, cursor: 'x', count: 4, customers: 3 },
      ),
    );
    const first = await pages.read(asked(NO_FILTER, TODAY), null);
    expect([first.total, first.sum]).toEqual([4, { contacts: 4, customers: 3 }]);
    expect((await pages.read(asked(NO_FILTER, TODAY), 'x')).rows.map((item) => item.head)).toEqual([false]);
  });

  it('knows the months', () => {
    expect(month(TODAY, 0)).toEqual({ from: '2026-11-01', to: '2026-11-30', label: '2026年11月' });
    expect(month(TODAY, 11)).toMatchObject({ from: '2025-12-01', to: '2025-12-31' });
    expect(month('2028-03-15', 1)).toMatchObject({ from: '2028-02-01', to: '2028-02-29' });
  });
});

describe('the limits', () => {
  it('come back as they were typed', () => {
    expect(limitsOf(limitForm(limits))).toEqual(limits);
    expect(limitProblems(limitForm(limits)).size).toBe(0);
    expect(limitLines(limits)).toHaveLength(5);
    expect(limitLines({ ...limits, marketing_a_month: 0, unanswered: 0, quiet_days: 0 }).join()).toContain('不限');
  });

  it('are bounded at their field', () => {
    const form = limitForm(limits);
    const wrong = (changed: Partial<typeof form>) => [...limitProblems({ ...form, ...changed }).keys()];
    expect(wrong({ marketing_a_month: '32' })).toEqual(['marketing_a_month']);
    expect(wrong({ after_unanswered: '0' })).toEqual(['after_unanswered']);
    expect(wrong({ quiet_days: 'x' })).toEqual(['quiet_days']);
    expect(wrong({ from_hour: '21' })).toEqual(['to_hour']);
    expect(wrong({ to_hour: '25' })).toEqual(['to_hour']);
  });
});
