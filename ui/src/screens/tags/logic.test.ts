import { expect, it } from 'vitest';
import { exact, listed } from './logic';

const tags = [
  { id: 1, name: '要改衣', customers: 3 },
  { id: 2, name: 'VIP 先看', customers: 9 },
  { id: 3, name: '爱穿裙子', customers: 3 },
];
const compare = (a: string, b: string) => a.localeCompare(b, 'zh-CN');

it('puts the most carried first, and those alike by name', () => {
  expect(listed(tags, '', 'many', compare).map(({ id }) => id)).toEqual([2, 3, 1]);
});
it('puts names in their own order', () => {
  expect(
    listed(tags, '', 'name', compare)
      .map(({ id }) => id)
      .indexOf(3),
  ).toBeLessThan(
    listed(tags, '', 'name', compare)
      .map(({ id }) => id)
      .indexOf(1),
  );
});
it('finds by part of the name in any case and width', () => {
  expect(listed(tags, ' ｖｉｐ', 'many', compare).map(({ id }) => id)).toEqual([2]);
  expect(listed(tags, '没有', 'many', compare)).toEqual([]);
});
it('knows the very name', () => {
  expect(exact(tags, ' 要改衣 ')?.id).toBe(1);
  expect(exact(tags, '要改')).toBeUndefined();
});
it('leaves the given list as it is', () => {
  listed(tags, '', 'name', compare);
  expect(tags.map(({ id }) => id)).toEqual([1, 2, 3]);
});
