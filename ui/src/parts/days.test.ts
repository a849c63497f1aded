import { describe, expect, it } from 'vitest';
import { monthGrid, readDay } from './days';

const TODAY = '2026-11-21';

describe('a typed day', () => {
  it.each([
    ['2026-11-21', '2026-11-21'],
    ['2026/1/5', '2026-01-05'],
    ['2026年1月5日', '2026-01-05'],
    ['20261121', '2026-11-21'],
    ['２０２６１１２１', '2026-11-21'],
    ['11-2', '2026-11-02'],
    ['1102', '2026-11-02'],
    ['12月3号', '2026-12-03'],
    ['5', '2026-11-05'],
    ['今天', '2026-11-21'],
    ['昨天', '2026-11-20'],
    ['Yesterday', '2026-11-20'],
    ['前天', '2026-11-19'],
    ['2024-02-29', '2024-02-29'],
  ])('%s is %s', (typed, day) => {
    expect(readDay(typed, TODAY)).toBe(day);
  });
  it.each(['', '2026-02-29', '13-01', '2026-11-31', '31', '20261301', 'abc', '2026-11', '0000'])(
    '%j is no day',
    (typed) => {
      expect(readDay(typed, TODAY)).toBeNull();
    },
  );
  it('means the year that the place needs', () => {
    expect(readDay('12-03', TODAY, 'past')).toBe('2025-12-03');
    expect(readDay('11-21', TODAY, 'past')).toBe('2026-11-21');
    expect(readDay('1-5', TODAY, 'future')).toBe('2027-01-05');
    expect(readDay('2-29', '2025-03-01', 'past')).toBe('2024-02-29');
  });
});

it('shows six weeks from a Monday', () => {
  const grid = monthGrid(2026, 11);
  expect(grid).toHaveLength(42);
  expect(grid[0]).toBe('2026-10-26');
  expect(grid[41]).toBe('2026-12-06');
});
