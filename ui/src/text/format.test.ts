import { beforeEach, describe, expect, it } from 'vitest';
import {
  addDays,
  count,
  day,
  daysBetween,
  decimal,
  fullDay,
  instant,
  isDay,
  maskedPhone,
  percent,
  phone,
  plainDay,
  setToday,
  signedCount,
} from './format.svelte';
import { setLanguage } from './i18n.svelte';

beforeEach(() => {
  setToday('2026-11-21');
  setLanguage('zh-CN');
});

describe('days', () => {
  it.each([
    ['2026-11-21', '今天'],
    ['2026-11-20', '昨天'],
    ['2026-11-22', '明天'],
    ['2026-10-29', '10月29日'],
    ['2025-12-03', '2025年12月3日'],
  ])('%s reads %s', (value, text) => {
    expect(day(value)).toBe(text);
  });
  it('reads in English at once', () => {
    setLanguage('en');
    expect(day('2026-11-20')).toBe('yesterday');
    expect(plainDay('2026-10-29')).toBe('Oct 29');
    expect(plainDay('2025-10-29')).toBe('Oct 29, 2025');
    expect(fullDay('2026-11-01')).toBe('Sunday, November 1, 2026');
  });
  it('says everything on hover', () => {
    expect(fullDay('2026-11-21')).toBe('2026年11月21日星期六');
  });
  it.each(['zh-CN', 'en'] as const)('says every day of two years as %s says it elsewhere', (language) => {
    setLanguage(language);
    const format = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(language, { ...options, day: 'numeric', timeZone: 'UTC', calendar: 'gregory' });
    const full = format({ year: 'numeric', month: 'long', weekday: 'long' });
    const short = format({ month: language === 'en' ? 'short' : 'long' });
    const other = format({ year: 'numeric', month: language === 'en' ? 'short' : 'long' });
    for (let value = '2025-01-01'; value < '2027-01-01'; value = addDays(value, 1)) {
      const date = new Date(`${value}T12:00:00Z`);
      expect(fullDay(value)).toBe(full.format(date));
      expect(plainDay(value)).toBe((value < '2026' ? other : short).format(date));
    }
  });
  it('takes the day of a moment from its own offset', () => {
    expect(instant('2026-11-21T00:10:00+08:00')).toBe('今天 00:10');
  });
  it('counts over month ends, leap days and clock changes', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });
  it('knows a day that does not exist', () => {
    expect(isDay('2026-02-29')).toBe(false);
    expect(isDay('2024-02-29')).toBe(true);
    expect(isDay('2026-13-01')).toBe(false);
  });
});

describe('numbers', () => {
  it('uses a true minus sign', () => {
    expect(count(-1264)).toBe('−1,264');
    expect(signedCount(320)).toBe('+320');
    expect(signedCount(0)).toBe('0');
    expect(decimal(2.44)).toBe('2.4');
    expect(percent(0.923)).toBe('92%');
  });
});

describe('phones', () => {
  it.each([
    ['13800134217', '138 **** 4217'],
    ['138****4217', '138 **** 4217'],
    ['+86 138 0571 4217', '138 **** 4217'],
    ['138-0571-4217', '138 **** 4217'],
    ['021-62345678', '02*-****5678'],
    ['8765', '8765'],
    ['+44 20 7946 0958', '+44 ** **** 0958'],
  ])('%s is masked as %s', (value, text) => {
    expect(maskedPhone(value)).toBe(text);
  });
  it('groups a mobile number and leaves others alone', () => {
    expect(phone('13800134217')).toBe('138 0013 4217');
    expect(phone('021-62345678')).toBe('021-62345678');
  });
});
