import { expect, it } from 'vitest';
import { findingWords, inOrder } from './logic';

it('lists the owner first and who has left last', () => {
  const staff = [
    { id: 1, name: '小夏', role: 'clerk', is_active: false },
    { id: 2, name: '小秋', role: 'clerk', is_active: true },
    { id: 3, name: '燕子', role: 'owner', is_active: true },
    { id: 4, name: '小冬', role: 'clerk', is_active: true },
  ] as const;
  expect(inOrder(staff).map((one) => one.name)).toEqual(['燕子', '小秋', '小冬', '小夏']);
});

it('has words for every check of the core, and names one it does not know', () => {
  const known = ['integrity', 'foreign_keys', 'visit_totals', 'payments', 'returns', 'points', 'stats', 'search_keys'];
  const words = known.map(findingWords);
  expect(words.filter((text) => text.includes('check') || text.includes('没有通过'))).toEqual([]);
  expect(new Set(words).size).toBe(known.length);
  expect(findingWords('moon_phase')).toContain('moon_phase');
});
