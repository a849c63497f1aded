import { beforeEach, describe, expect, it } from 'vitest';
import { book, visits } from '../../../dev/book';
import type { CustomerPage, LevelCard, Metric, ProfileEntry } from '../../api/generated';
import { setToday } from '../../text/format.svelte';
import { has, setLanguage } from '../../text/i18n.svelte';
import {
  answerValues,
  birthdayWords,
  discount,
  levelWords,
  numbers,
  question,
  subline,
  treats,
  visitRow,
} from './logic';
import { ageBand, dateNote, dateText, knowledge } from './knowledge';

const pageOf = (customer: number): CustomerPage =>
  structuredClone(book.customer_page!({ customer } as never)) as CustomerPage;
const page = pageOf(1);

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
});

describe('the head', () => {
  it('says how to call her and how to reach her', () => {
    expect(subline(page.customer.fields)).toBe('单姐 · 138 **** 4217 · 微信同号 · K000001');
  });
  it('says that there is no phone, and how many others there are', () => {
    const fields = { ...page.customer.fields, nickname: null, wechat: 'yan_1985', member_no: null };
    expect(subline({ ...fields, phones: [] })).toBe('没留电话 · 微信 yan_1985');
    expect(subline({ ...fields, phones: ['13800134217', '13900000001', '13900000002'] })).toContain(
      '138 **** 4217 等 2 个',
    );
  });
});

describe('the line of figures', () => {
  it('has a plain meaning under each figure', () => {
    expect(numbers(page).map(({ value }) => value)).toEqual(['¥18,640', '23 天', '¥2,071', '1,264', '¥86,420']);
    expect(numbers(page)[1]).toMatchObject({ meaning: '没来 · 平时隔 31 天', tone: 'plain' });
    expect(numbers(page)[3]).toMatchObject({ meaning: '积分，320 快到期', title: '320 分12月31日到期' });
  });
  it('leaves points alone that run out later than a season from now', () => {
    const late = { balance: 1264, expiring: 320, expires_on: '2027-02-22' };
    expect(numbers({ ...page, points: late })[3]!.meaning).toBe('积分');
    expect(numbers({ ...page, points: { ...late, expires_on: '2027-02-21' } })[3]!.meaning).toContain('320 快到期');
  });
  it('is empty before the first visit', () => {
    expect(numbers(pageOf(2))).toEqual([]);
  });
  it.each([
    [46, 'plain'],
    [47, 'warn'],
  ])('%i days away with 31 as usual is %s', (days_since_visit, tone) => {
    expect(numbers({ ...page, figures: { ...page.figures, days_since_visit } })[1]!.tone).toBe(tone);
  });
  it('shows points owed after a return, never a clamp', () => {
    const owed = numbers({ ...page, points: { balance: -320, expiring: null, expires_on: null } })[3]!;
    expect(owed).toMatchObject({ value: '−320', tone: 'bad' });
  });
  it.each([
    ['2071.49', '¥2,071'],
    ['2071.50', '¥2,072'],
    ['-0.50', '−¥1'],
  ])('rounds the average %s to %s', (average_ticket, shown) => {
    expect(numbers({ ...page, figures: { ...page.figures, average_ticket } })[2]!.value).toBe(shown);
  });
});

describe('who she is', () => {
  it('tells the sizes together and the birthday with its next solar day', () => {
    const { cells } = knowledge(page);
    expect(cells[0]).toMatchObject({ label: '尺码', value: '上装 M · 下装 27 · 鞋 37' });
    expect(cells[1]).toMatchObject({ value: '农历1985年八月初三', note: '下次 2027年9月3日 · 41 岁' });
  });
  it('has nothing twice and nothing in both known and unknown', () => {
    const { cells, gaps } = knowledge(page);
    const keys = cells.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(gaps.filter(({ key }) => keys.includes(key))).toEqual([]);
    expect(gaps.map(({ label }) => label)).toContain('业余爱好');
  });
  it('shows an empty archive as gaps only', () => {
    const { cells, gaps } = knowledge(pageOf(2));
    expect(cells).toEqual([]);
    expect(gaps.length).toBeGreaterThan(10);
  });
  it('does not show a sensitive fact over the counter', () => {
    const profile = page.profile.map((entry) => ({ ...entry, is_sensitive: entry.key === 'family' }));
    const cell = knowledge({ ...page, profile }).cells.find(({ key }) => key === 'family');
    expect(cell?.value).not.toContain('女儿');
  });
  it.each([
    [0, '就是今天 · 41 岁'],
    [12, '下次 12月3日 · 还有 12 天 · 41 岁'],
    [46, '下次 1月6日 · 41 岁'],
  ])('%i days before it says %s', (days_until, words) => {
    const next = { 0: '2026-11-21', 12: '2026-12-03', 46: '2026-01-06' }[days_until]!;
    expect(dateNote({ ...page.birthday!, days_until, next })).toBe(words);
  });
  it('hides the age where the year is unknown', () => {
    expect(dateNote({ ...page.birthday!, age: null, days_until: 200 })).toBe('下次 2027年9月3日');
  });
  it('reads lunar days in English too', () => {
    setLanguage('en');
    expect(dateText(page.birthday!)).toBe('lunar 1985-08-03');
  });
  it('reads age bands, and leaves own words', () => {
    expect([ageBand('30s'), ageBand('退休了')]).toEqual(['30 多岁', '退休了']);
  });
});

describe('the level', () => {
  const level: LevelCard = page.level;
  it('says what is missing to the next and that she stays', () => {
    expect(levelWords(level, '2026-11-21')).toEqual({
      aside: '金卡到 2027年3月3日',
      next: '再消费 ¥2,160，升钻石',
      keep: '保级已够',
      urgent: false,
    });
  });
  it.each([
    ['2027-02-01', false],
    ['2027-02-01', false],
    ['2027-02-02', true],
  ])('on %s a shortfall is urgent: %s', (day, urgent) => {
    const short: LevelCard = {
      ...level,
      keeps_until: '2027-03-04',
      keep: [{ metric: 'spend_last_12_months', missing: 62_000 }],
    };
    expect(levelWords(short, day)).toMatchObject({ keep: '2027年3月4日前再消费 ¥620，保住金卡', urgent });
  });
  it('joins what it takes to stay by or, and by and', () => {
    const keep = [
      { metric: 'spend_last_12_months' as Metric, missing: 300_000 },
      { metric: 'single_purchase' as Metric, missing: 200_000 },
    ];
    expect(levelWords({ ...level, keep, keep_any: true }, '2026-11-21').keep).toContain('，或单笔买满 ¥2,000');
    expect(levelWords({ ...level, keep, keep_any: false }, '2026-11-21').keep).toContain('，并单笔买满 ¥2,000');
  });
  it('joins what is missing by or, and by and', () => {
    const reach = [
      { metric: 'spend_last_12_months' as Metric, missing: 300_000 },
      { metric: 'visits_lifetime' as Metric, missing: 2 },
    ];
    expect(levelWords({ ...level, reach, reach_any: true }, '2026-11-21').next).toBe(
      '再消费 ¥3,000，或再来 2 次，升钻石',
    );
    expect(levelWords({ ...level, reach, reach_any: false }, '2026-11-21').next).toContain('，并再来');
  });
  it('says so at the top, and says nothing of staying at the bottom', () => {
    expect(levelWords({ ...level, next: null, reach: [] }, '2026-11-21').next).toBe('已是最高等级');
    expect(levelWords({ ...level, rank: 0 }, '2026-11-21').keep).toBe('');
  });
  it.each<Metric>([
    'spend_last_12_months',
    'spend_lifetime',
    'single_purchase',
    'visits_last_12_months',
    'visits_lifetime',
    'points_earned',
  ])('has words for %s in both languages', (metric) => {
    for (const language of ['zh-CN', 'en'] as const) {
      setLanguage(language);
      expect(has(`customer-missing-${metric.replace(/_/g, '-')}`)).toBe(true);
    }
  });
});

describe('what she can have', () => {
  it('lists vouchers, benefits and the level price', () => {
    expect(treats(page).map(({ name, value }) => `${name} ${value}`)).toEqual([
      '二次到店券 ¥50',
      '免费干洗 1 次 到 12月31日',
      '金卡正价 9 折',
    ]);
  });
  it.each([
    [90, '9 折'],
    [85, '8.5 折'],
    [70, '7 折'],
  ])('paying %i percent is %s', (percent, words) => {
    expect(discount(percent)).toBe(words);
  });
  it('speaks of the birthday only in its days', () => {
    const birthday_privilege = { from: '2026-11-18', to: '2026-11-24', pay_percent: 70, used: false };
    expect(birthdayWords({ ...page, birthday_privilege }, '2026-11-21')).toContain('7 折');
    expect(birthdayWords({ ...page, birthday_privilege }, '2026-11-25')).toBeUndefined();
    expect(birthdayWords({ ...page, birthday_privilege }, '2026-11-17')).toBeUndefined();
    expect(
      birthdayWords({ ...page, birthday_privilege: { ...birthday_privilege, used: true } }, '2026-11-21'),
    ).toContain('用过');
  });
});

describe('the visits', () => {
  it('show amounts with a true minus, and none for a look', () => {
    const rows = visits.slice(0, 5).map(visitRow);
    expect(rows.map(({ amount }) => amount)).toEqual(['¥3,480.00', undefined, '−¥599.00', '¥2,156.00', '¥399.00']);
    expect(rows[2]!.points).toBe('−599 分');
    expect(rows[4]).toMatchObject({ struck: true, points: '' });
  });
});

describe('the question', () => {
  const asked = page.questions;
  it('gives way to the other one when put off', () => {
    expect(question(asked, new Set())!.field).toBe(asked[0]!.field);
    expect(question(asked, new Set([asked[0]!.field]))!.field).toBe(asked[1]!.field);
    expect(question([], new Set())).toBeUndefined();
  });
  it.each<[ProfileEntry['kind'], string[], string, string[]]>([
    ['multi', ['黑', '白'], ' 墨绿 ', ['黑', '白', '墨绿']],
    ['multi', ['黑'], '黑', ['黑']],
    ['text', [], '   ', []],
    ['text', ['先自己看'], '要建议再上前', ['先自己看', '要建议再上前']],
    ['choice', ['M'], 'L', ['L']],
    ['number', ['3'], '', ['3']],
  ])('%s keeps %j and %j as %j', (kind, ticked, typed, values) => {
    expect(answerValues({ kind }, ticked, typed)).toEqual(values);
  });
});
