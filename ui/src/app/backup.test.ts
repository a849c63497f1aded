import { expect, it } from 'vitest';
import { copyAge } from './backup';

it('warns without a copy and when the last one is over a week old', () => {
  expect(copyAge(null, '2026-11-21')).toEqual({ state: 'none', days: 0 });
  expect(copyAge(undefined, '2026-11-21').state).toBe('none');
  expect(copyAge('2026-11-21T09:00:00+08:00', '2026-11-21')).toEqual({ state: 'fresh', days: 0 });
  expect(copyAge('2026-11-14T23:59:00+08:00', '2026-11-21')).toEqual({ state: 'fresh', days: 7 });
  expect(copyAge('2026-11-13T00:01:00+08:00', '2026-11-21')).toEqual({ state: 'stale', days: 8 });
});

it('takes a copy from a clock that ran ahead for one of today', () => {
  expect(copyAge('2026-11-25T09:00:00+08:00', '2026-11-21')).toEqual({ state: 'fresh', days: 0 });
});
