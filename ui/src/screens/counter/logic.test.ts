import { beforeEach, describe, expect, it } from 'vitest';
import { book } from '../../../dev/book';
import type { DaySummary } from '../../api/generated';
import { setLanguage } from '../../text/i18n.svelte';
import { dayRow, numbers } from './logic';

const summary = book.day_summary!({ day: null });
beforeEach(() => setLanguage('zh-CN'));

describe('the day in figures', () => {
  it('says what was taken and how much of it came from regulars', () => {
    expect(numbers(summary).map(({ value }) => value)).toEqual(['¥18,640.50', '14', '69%', '2']);
  });
  it.each<[string, string]>([
    ['0.00', '0.00'],
    ['-120.00', '-120.00'],
    ['100.00', '150.00'],
    ['100.00', '-50.00'],
  ])('claims no share of %s with %s from regulars', (total, customer_total) => {
    const odd: DaySummary = { ...summary, total, customer_total };
    expect(numbers(odd)[2]!.value).toBe('—');
  });
});

describe('a visit of the day', () => {
  it('stands under its time, with the name or as a walk-in', () => {
    const rows = summary.rows.map((row) => dayRow(row));
    expect(rows[0]).toMatchObject({ time: '14:52', customer: { name: '单晓燕' }, amount: '¥3,480.00' });
    expect(rows.find(({ id }) => id === 88)?.customer).toBeUndefined();
  });
  it('names the one row of a day of walk-ins as such', () => {
    expect(dayRow({ ...summary.rows[0]!, is_day_total: true }).kind).toBe('全天合计');
  });
});
