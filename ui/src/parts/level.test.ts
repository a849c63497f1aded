import { expect, it } from 'vitest';
import { levelTone } from './level';

it.each([
  [4, ['plain', 'silver', 'gold', 'diamond']],
  [3, ['plain', 'silver', 'gold']],
  [2, ['plain', 'gold']],
  [6, ['plain', 'silver', 'silver', 'silver', 'gold', 'diamond']],
])('a ladder of %i levels has its metals', (of, tones) => {
  expect(Array.from({ length: of }, (_, rank) => levelTone(rank, of))).toEqual(tones);
});
