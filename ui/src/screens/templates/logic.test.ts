import { describe, expect, it } from 'vitest';
import type { Occasion, TemplateRow } from '../../api/generated';
import { setLanguage } from '../../text/i18n.svelte';
import {
  draftOf,
  grouped,
  halved,
  insert,
  labelOf,
  occasionShown,
  OCCASIONS,
  occasionWords,
  shortMessages,
} from './logic';

const row = (id: number, occasion: Occasion, title: string, text = ''): TemplateRow => ({
  template: { id, key: null, occasion, language: 'zh-CN', title, text, purpose: 'greeting', is_on: true },
  example: text,
  warnings: [],
});

describe('texts', () => {
  it('stand in groups, in the order of the year of a customer', () => {
    const rows = [row(1, 'apology', '致歉'), row(2, 'birthday', '生日'), row(3, 'festival', '中秋节', '月亮')];
    expect(grouped(rows, '').map(({ id }) => id)).toEqual(['festival', 'birthday', 'mend']);
    expect(grouped(rows, ' 月 ').map(({ rows: found }) => found[0]?.template.id)).toEqual([3]);
    expect(grouped(rows, '没有')).toEqual([]);
  });
  it('have every occasion in one group', () => {
    expect(new Set(OCCASIONS).size).toBe(OCCASIONS.length);
    expect(occasionWords('long_time_no_see')).toBe('templates-occasion-long-time-no-see');
  });
  it('stand in two columns of much the same height, in their order', () => {
    const group = (id: string, n: number) => ({ id, rows: Array.from({ length: n }, (_, at) => at) });
    const sides = (list: ReturnType<typeof group>[]) => halved(list).map((side) => side.map(({ id }) => id));
    expect(sides([group('a', 5), group('b', 3), group('c', 1), group('d', 6)])).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(sides([group('a', 5)])).toEqual([['a']]);
    expect(sides([])).toEqual([]);
  });
  it('say their occasion only where it is not their title', () => {
    setLanguage('zh-CN');
    expect(occasionShown(row(1, 'recall', '电话邀请'))).toBe(false);
    expect(occasionShown(row(1, 'recall', '想她了'))).toBe(true);
    expect(occasionShown(row(1, 'festival', '中秋节'))).toBe(false);
  });
  it('begin as they are, or empty', () => {
    expect(draftOf(row(7, 'other', '好', '您好'), 'en')).toMatchObject({ id: 7, language: 'zh-CN', text: '您好' });
    expect(draftOf(undefined, 'en')).toMatchObject({ id: null, language: 'en', text: '' });
  });
  it('take a placeholder where the hand stands', () => {
    expect(insert('您好', 0, 2, '称呼')).toEqual({ text: '{称呼}', at: 4 });
    expect(insert('您好', 2, 2, '称呼')).toEqual({ text: '您好{称呼}', at: 6 });
    const place = { placeholder: 'address', zh: '称呼', en: 'name' } as const;
    expect([labelOf(place, 'zh-CN'), labelOf(place, 'en')]).toEqual(['称呼', 'name']);
  });
  it('count as a provider counts them', () => {
    expect([0, 70, 71, 134, 135].map(shortMessages)).toEqual([1, 1, 2, 2, 3]);
  });
});
