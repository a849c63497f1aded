import { describe, expect, it } from 'vitest';
import type { ConsentRow, ErasurePreview, RetentionRow } from '../../api/generated';
import { agrees, standing, toggleAll, told } from './logic';

const consent = (
  id: number,
  purpose: ConsentRow['purpose'],
  channel: ConsentRow['channel'],
  given: boolean,
): ConsentRow => ({
  id,
  purpose,
  channel,
  given,
  day: '2026-11-21',
  by: '店主',
  note: null,
  wording: 1,
  guardian: null,
});
const row = (id: number) => ({ person: { id } }) as RetentionRow;

describe('privacy', () => {
  it('tells the kinds of records a shop owner knows, in one order', () => {
    const places = [
      { table: 'visit', rows: 3 },
      { table: 'spot_check_answer', rows: 2 },
      { table: 'phone', rows: 1 },
    ];
    expect(told(places)).toEqual([
      { id: 'privacy-copy-part-phone', rows: 1 },
      { id: 'privacy-copy-part-visit', rows: 3 },
    ]);
  });

  it('takes only the very member number', () => {
    const preview = { person: { member_no: 'K000007' } } as ErasurePreview;
    expect(agrees(' K000007 ', preview)).toBe(true);
    expect(agrees('K00007', preview)).toBe(false);
    expect(agrees('', undefined)).toBe(false);
  });

  it('shows the latest word of each purpose and channel', () => {
    const rows = [
      consent(5, 'marketing', 'sms', false),
      consent(4, 'marketing', null, true),
      consent(3, 'marketing', 'sms', true),
      consent(2, 'marketing', 'phone', false),
      consent(1, 'archive', null, true),
    ];
    expect(
      standing(rows)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([1, 4, 5]);
  });

  it('chooses everybody, and nobody when all were chosen', () => {
    const rows = [row(1), row(2)];
    expect([...toggleAll(rows, new Set([2]))]).toEqual([1, 2]);
    expect([...toggleAll(rows, new Set([1, 2]))]).toEqual([]);
  });
});
