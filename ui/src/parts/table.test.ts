import { describe, expect, it } from 'vitest';
import { fitting, landing, leastWidth, moveRow, scrollToShow, stretched, visibleRange } from './table';

describe('the rows on show', () => {
  it('are a handful out of 100,000', () => {
    expect(visibleRange(0, 600, 36, 100_000)).toEqual({ first: 0, end: 25 });
    expect(visibleRange(36 * 50_000, 600, 36, 100_000)).toEqual({ first: 49_992, end: 50_025 });
    expect(visibleRange(36 * 100_000, 600, 36, 100_000)).toEqual({ first: 99_992, end: 100_000 });
  });
  it('may be none', () => {
    expect(visibleRange(0, 600, 36, 0)).toEqual({ first: 0, end: 0 });
    expect(visibleRange(0, 600, 0, 10)).toEqual({ first: 0, end: 0 });
  });
  it('survive a list that became shorter than where it was scrolled to', () => {
    expect(visibleRange(36_000, 600, 36, 10)).toEqual({ first: 9, end: 10 });
  });
});

describe('the height of a list', () => {
  it('is that of its rows as long as it can be drawn', () => {
    expect(stretched(100_000, 36, 600)).toEqual({ height: 3_600_000, per: 1 });
  });
  it('has an end beyond which the scroll bar stands for more, and still reaches the last row', () => {
    const { height, per } = stretched(2_000_000, 36, 600);
    expect(height).toBeLessThan(33_000_000);
    expect((height - 600) * per).toBeCloseTo(2_000_000 * 36 - 600);
  });
});

describe('keys', () => {
  it('move within the list', () => {
    expect(moveRow('ArrowDown', 3, 10, 5)).toBe(4);
    expect(moveRow('ArrowUp', 0, 10, 5)).toBe(0);
    expect(moveRow('PageDown', 3, 10, 5)).toBe(8);
    expect(moveRow('PageDown', 8, 10, 5)).toBe(9);
    expect(moveRow('End', 3, 10, 5)).toBe(9);
    expect(moveRow('x', 3, 10, 5)).toBeUndefined();
  });
  it('step over headings, onwards first, and stand on none where there is nothing else', () => {
    const heading = (row: string) => row === '-';
    expect(landing(0, ['-', 'a', '-', 'b'], heading)).toBe(1);
    expect(landing(2, ['-', 'a', '-', 'b'], heading)).toBe(3);
    expect(landing(2, ['-', 'a', '-', 'b'], heading, false)).toBe(1);
    expect(landing(0, ['-', 'a'], heading, false)).toBe(1);
    expect(landing(1, ['a', '-'], heading)).toBe(0);
    expect(landing(0, ['-'], heading)).toBe(0);
    expect(landing(1, ['-', '-'], undefined)).toBe(1);
  });
  it('scroll no further than needed', () => {
    expect(scrollToShow(5, 0, 360, 36)).toBe(0);
    expect(scrollToShow(10, 0, 360, 36)).toBe(36);
    expect(scrollToShow(10, 0, 360, 36, 36)).toBe(72);
    expect(scrollToShow(2, 180, 360, 36)).toBe(72);
  });
});

describe('columns that may be left out', () => {
  const columns = [
    { width: 'minmax(10rem, 1fr)' },
    { width: '5rem', spare: true },
    { width: '6.5rem' },
    { width: '4rem', spare: true },
  ];
  it('stay while there is room, and go from the last one on', () => {
    expect(columns.map(({ width }) => leastWidth(width))).toEqual([10, 5, 6.5, 4]);
    expect(fitting(columns, 28.5, 1)).toHaveLength(4);
    expect(fitting(columns, 28.4, 1)).toEqual([columns[0], columns[1], columns[2]]);
    expect(fitting(columns, 20, 1)).toEqual([columns[0], columns[2]]);
    expect(fitting(columns, 3, 1)).toEqual([columns[0], columns[2]]);
  });
});
