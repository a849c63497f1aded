import { describe, expect, it } from 'vitest';
import type { CalendarDay, Festival } from '../../api/generated';
import { draftOf, readSpans, requestOf, spansText, turn, weeks } from './logic';

const day = (text: string): CalendarDay => ({
  day: text,
  lunar: '',
  festivals: [],
  birthdays: 0,
  is_open: true,
  closed_reason: null,
});

describe('the calendar', () => {
  it('lays a month out from Monday on', () => {
    const days = Array.from({ length: 30 }, (_, n) => day(`2026-11-${String(n + 1).padStart(2, '0')}`));
    const rows = weeks(days);
    expect(rows).toHaveLength(6);
    expect(rows[0]?.map((cell) => cell?.day)).toEqual([...Array<undefined>(6), '2026-11-01']);
    expect(rows[5]?.[0]?.day).toBe('2026-11-30');
    expect(weeks([])).toEqual([]);
  });
  it('turns over the year', () => {
    expect(turn({ year: 2026, month: 12 }, 1)).toEqual({ year: 2027, month: 1 });
    expect(turn({ year: 2026, month: 1 }, -1)).toEqual({ year: 2025, month: 12 });
  });
  it('reads hours as they are written', () => {
    const two = [
      { from: '10:00', to: '13:00' },
      { from: '14:00', to: '21:30' },
    ];
    for (const text of [
      '10:00-13:00 14:00-21:30',
      '10-13，14:00–21:30',
      '10点'.slice(0, 2) + '：00 到 13:00、14 - 21:30',
    ])
      expect(readSpans(text), text).toEqual(two);
    expect(spansText(two)).toBe('10:00-13:00 14:00-21:30');
    expect(readSpans(' ')).toEqual([]);
    for (const text of ['十点到九点', '10:00', '10:0-12:00', '10-12-14']) expect(readSpans(text), text).toBeNull();
  });
  it('gives every rule of a festival back as it was', () => {
    const rules: Festival['rule'][] = [
      { day: { kind: 'solar', month: 10, day: 1 }, quiet: false, only: null },
      { day: { kind: 'lunar', month: 12, day: 30 }, quiet: false, only: 'f' },
      { day: { kind: 'weekday', month: 5, weekday: 7, nth: -1 }, quiet: false, only: null },
      { day: { kind: 'term', term: 'winter_solstice' }, quiet: true, only: null },
    ];
    for (const rule of rules) {
      const festival: Festival = { id: 3, key: null, name: '店庆', rule, is_on: false };
      expect(requestOf(draftOf(festival))).toEqual({ id: 3, name: '店庆', rule, is_on: false });
    }
    expect(requestOf(draftOf(undefined))).toMatchObject({ id: null, is_on: true });
  });
});
