import { beforeEach, expect, it } from 'vitest';
import type { AuditEntry } from '../../api/generated';
import { has, setLanguage } from '../../text/i18n.svelte';
import { ACTIONS, byDay, sentence, who } from './logic';

const entry = (more: Partial<AuditEntry>): AuditEntry => ({
  seq: 1,
  at: '2026-11-21T10:00:00+08:00',
  action: 'changed',
  ...more,
});

beforeEach(() => setLanguage('zh-CN'));

it('says what was done', () => {
  const said = (more: Partial<AuditEntry>) => sentence(entry(more));
  expect(said({ kind: 'save_staff' })).toBe('改店员');
  expect(said({ kind: 'of a later version' })).toBe('改动');
  expect(said({ action: 'exported', kind: 'customers', rows: 12, file: 'csv' })).toContain('顾客表');
  expect(said({ action: 'exported', kind: 'unheard of', rows: 1, file: 'csv' })).toContain('资料');
  expect(said({ action: 'locked', kind: 'sleep' })).toBe('电脑睡了，自己锁上');
  expect(said({ action: 'refused', person: '小夏' })).toContain('小夏');
  expect(said({ action: 'viewed' })).toBe('看了谁');
});

it('names who sat down, and says so where nobody was chosen', () => {
  expect(who(entry({ action: 'unlocked', person: '小夏' }))).toBe('小夏');
  expect(who(entry({ action: 'unlocked', person: '小夏', by: '店主' }))).toBe('店主');
  expect(who(entry({ action: 'refused', person: '小夏' }))).toBe('没选人');
});

it('has words for every kind of entry in both languages', () => {
  for (const language of ['zh-CN', 'en'] as const) {
    setLanguage(language);
    for (const action of ACTIONS) expect(has(`audit-${action.replaceAll('_', '-')}`), action).toBe(true);
  }
});

it('puts entries under their days', () => {
  const days = byDay([entry({ seq: 3 }), entry({ seq: 2 }), entry({ seq: 1, at: '2026-11-20T10:00:00+08:00' })]);
  expect(days.map(({ day, entries }) => [day, entries.length])).toEqual([
    ['2026-11-21', 2],
    ['2026-11-20', 1],
  ]);
});
