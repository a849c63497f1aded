import { expect, it } from 'vitest';
import { placeUnder } from './place';

const view = { width: 1366, height: 768 };

it('stands under its anchor', () => {
  const spot = placeUnder({ left: 200, top: 10, bottom: 44, width: 560 }, { width: 560, height: 300 }, view);
  expect(spot).toMatchObject({ left: 200, top: 48 });
});
it('goes up where there is more room', () => {
  const spot = placeUnder({ left: 200, top: 700, bottom: 734, width: 100 }, { width: 200, height: 300 }, view);
  expect(spot.top).toBe(396);
});
it('never leaves the window', () => {
  const spot = placeUnder({ left: 1340, top: 10, bottom: 44, width: 20 }, { width: 300, height: 2000 }, view);
  expect(spot.left).toBe(1366 - 300 - 8);
  expect(spot.top + spot.maxHeight).toBeLessThanOrEqual(768);
});
it('can line up with the end of its anchor', () => {
  const spot = placeUnder({ left: 1000, top: 10, bottom: 44, width: 100 }, { width: 300, height: 100 }, view, true);
  expect(spot.left).toBe(800);
});
