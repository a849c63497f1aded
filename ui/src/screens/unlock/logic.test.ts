import { expect, it } from 'vitest';
import { nameOf } from './logic';

it.each([
  ['/home/shop/燕子女装.shuke', '燕子女装'],
  ['D:\\店\\燕子.v2.SHUKE', '燕子.v2'],
  ['', ''],
])('%j is called %j', (path, name) => {
  expect(nameOf(path)).toBe(name);
});
