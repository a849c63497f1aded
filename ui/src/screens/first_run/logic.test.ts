import { expect, it } from 'vitest';
import { fileName, missing } from './logic';

it('asks for trade and name, nothing else', () => {
  expect([...missing({ name: ' ', trade: undefined })]).toEqual(['trade', 'name']);
  expect(missing({ name: '燕子女装', trade: 'clothing' }).size).toBe(0);
});

it.each([
  ['燕子女装', '燕子女装.shuke'],
  ['A/B:C*?"<>|\\店', 'ABC店.shuke'],
  ['..', '我的店.shuke'],
  ['', '我的店.shuke'],
  ['店 . ', '店.shuke'],
])('%j is kept in the file %s', (name, file) => {
  expect(fileName(name, '我的店')).toBe(file);
});
