import { beforeEach, expect, it } from 'vitest';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import { inItWords, lostWords, provenWords, sizeWords, whyWords } from './logic';

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
});

it('says sizes as a file manager does', () => {
  expect([0, 999, 1000, 1_449_000, 22_600_000, 512_000_000, 3_200_000_000].map(sizeWords)).toEqual([
    '0 B',
    '999 B',
    '1 KB',
    '1.4 MB',
    '22.6 MB',
    '512 MB',
    '3.2 GB',
  ]);
});

it('says why a copy was made, and what another file is', () => {
  expect(whyWords({ kind: 'copy', why: 'import' })).toBe('导入前');
  expect(whyWords({ kind: 'copy', why: null })).toBe('备份');
  expect(whyWords({ kind: 'damaged', why: null })).toBe('打不开的原文件');
  expect(inItWords({ customers: 1200, visits: 8000 })).toBe('1,200 位顾客 · 8,000 次到店');
  expect(inItWords({ customers: null, visits: null })).toBe('');
});

it('says when a copy was proven', () => {
  const at = '2026-11-20T21:00:00+08:00';
  expect(provenWords({ kind: 'copy', at, proven_at: at })).toEqual({ text: '做好时核对过', good: true });
  expect(provenWords({ kind: 'copy', at, proven_at: '2026-11-21T09:30:00+08:00' })).toEqual({
    text: '今天 09:30 试开过',
    good: true,
  });
  expect(provenWords({ kind: 'copy', at, proven_at: null }).good).toBe(false);
});

it('lists what a restore would lose, and nothing where nothing is lost', () => {
  const none = { operations: 0, from: null, until: null, customers: 0, visits: 0, contacts: 0 };
  expect(lostWords(none)).toEqual([]);
  expect(lostWords({ ...none, operations: 12, visits: 3, customers: 1 })).toEqual([
    '1 位新顾客',
    '3 次到店',
    '一共 12 步改动',
  ]);
});
