import { expect, it } from 'vitest';
import { daysOffered, lunarDay, lunarMonth } from './birthday';

it('names lunar days', () => {
  expect([1, 9, 10, 11, 15, 19, 20, 21, 29, 30].map(lunarDay)).toEqual([
    '初一',
    '初九',
    '初十',
    '十一',
    '十五',
    '十九',
    '二十',
    '廿一',
    '廿九',
    '三十',
  ]);
  expect([1, 11, 12].map(lunarMonth)).toEqual(['正月', '冬月', '腊月']);
});

it('offers the days that may exist', () => {
  expect(daysOffered('solar', 2, null)).toBe(29);
  expect(daysOffered('solar', 2, 1990)).toBe(28);
  expect(daysOffered('solar', 2, 2000)).toBe(29);
  expect(daysOffered('solar', 2, 1900)).toBe(28);
  expect(daysOffered('solar', 4, 1990)).toBe(30);
  expect(daysOffered('lunar', 2, 1990)).toBe(30);
});
