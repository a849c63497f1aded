import { expect, it } from 'vitest';
import { complete, grouped, lettersOf, missing } from './logic';

it.each([
  ['7q3f-k9zd', '7Q3F K9ZD'],
  [' 7q3fk 9zd1', '7Q3F K9ZD 1'],
  ['７Ｑ３Ｆ　k9zd', '7Q3F K9ZD'],
  ['', ''],
])('%j stands as %j', (typed, shown) => {
  expect(grouped(typed)).toBe(shown);
});

it('knows when all of the sheet is there', () => {
  expect(complete('A'.repeat(55))).toBe(false);
  expect(complete('aaaa '.repeat(14))).toBe(true);
  expect(lettersOf('a-b c')).toBe('ABC');
});

it('asks for the passphrase twice, in whatever width it was typed', () => {
  expect(missing({ passphrase: ' ', again: '' })).toBe('passphrase');
  expect(missing({ passphrase: '春天的连衣裙', again: '春天的裙' })).toBe('again');
  expect(missing({ passphrase: 'ｃａｆｅ 2026', again: 'cafe ２０２６ ' })).toBeUndefined();
});
