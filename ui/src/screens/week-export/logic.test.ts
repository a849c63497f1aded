import { describe, expect, it } from 'vitest';
import type { WeekRow } from '../../api/generated';
import { isEmpty, nextDue, stateOf, weekNumber } from './logic';

function week(part: Partial<WeekRow>): WeekRow {
  return {
    week: '2026-W46',
    from: '2026-11-09',
    to: '2026-11-15',
    visits: 3,
    total: '100.00',
    complete: true,
    changed: 0,
    ...part,
  };
}

describe('weekly export', () => {
  it('tells what a week asks for', () => {
    expect(stateOf(week({ complete: false }))).toBe('running');
    expect(stateOf(week({}))).toBe('due');
    expect(stateOf(week({ visits: 0, total: '0.00' }))).toBe('empty');
    expect(stateOf(week({ exported_at: '2026-11-16T09:00:00+08:00' }))).toBe('delivered');
    expect(stateOf(week({ exported_at: '2026-11-16T09:00:00+08:00', changed: 2 }))).toBe('changed');
  });

  it('offers the oldest week since the last one handed over, then one that changed', () => {
    const [newer, older] = [week({ week: '2026-W46' }), week({ week: '2026-W45' })];
    const changed = week({ week: '2026-W44', exported_at: '2026-11-02T09:00:00+08:00', changed: 1 });
    expect(nextDue([newer, older, changed])).toBe(older);
    expect(nextDue([changed])).toBe(changed);
    // Nothing was ever handed over: what was brought in from elsewhere is not asked for.
    expect(nextDue([newer, older])).toBe(newer);
    expect(nextDue([week({ visits: 0 })])).toBeUndefined();
    expect(weekNumber('2026-W05')).toBe(5);
  });

  it('is empty only while nothing was sold and nothing handed over', () => {
    expect(isEmpty([])).toBe(true);
    expect(isEmpty([week({ visits: 0, exported_at: null })])).toBe(true);
    expect(isEmpty([week({ visits: 0 }), week({})])).toBe(false);
    // Everything of the week was voided after it was handed over.
    expect(isEmpty([week({ visits: 0, exported_at: '2026-11-16T09:00:00+08:00' })])).toBe(false);
  });
});
