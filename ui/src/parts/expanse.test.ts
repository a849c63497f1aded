import { describe, expect, it, vi } from 'vitest';
import { later, settle } from '../../test/act';
import { Expanse } from './expanse.svelte';
import type { RowPage } from './table';

type Place = { skip: number; after: string | null; limit: number };
type Row = { id: number };

/** A list of rows by number, as the core answers for a place or after a cursor; only a place tells how many there are. */
function book(rows: number[]) {
  return vi.fn(({ skip, after, limit }: Place): Promise<RowPage<Row>> => {
    const from = after === null ? skip : Number(after);
    const page = rows.slice(from, from + limit).map((id) => ({ id }));
    const next = from + limit < rows.length ? String(from + limit) : null;
    return Promise.resolve({ rows: page, next, total: after === null ? rows.length : undefined });
  });
}
const numbers = (many: number, from = 0) => Array.from({ length: many }, (_, at) => at + from);
const skips = (asked: { mock: { calls: [Place][] } }) => asked.mock.calls.map(([{ skip }]) => skip);

describe('the rows of a long list', () => {
  it('are as many as there are, once the first page is read', async () => {
    const list = new Expanse(book(numbers(100_000)));
    await list.begin();
    expect(list.many).toBe(100_000);
    expect(list.row(0)).toEqual({ id: 0 });
    expect(list.row(50_000)).toBeUndefined();
  });

  it('are read where the eye is, and a page to the end costs no page before it', async () => {
    const asked = book(numbers(100_000));
    const list = new Expanse(asked);
    await list.begin();
    list.want({ first: 99_970, end: 100_000 });
    await settle();
    expect(list.row(99_999)).toEqual({ id: 99_999 });
    expect(skips(asked)).toEqual([0, 99_900]);
  });

  it('are read after the cursor of the page before, where that was read', async () => {
    const asked = book(numbers(1000));
    const list = new Expanse(asked);
    await list.begin();
    list.want({ first: 80, end: 110 });
    await settle();
    expect(asked.mock.lastCall?.[0]).toEqual({ skip: 100, after: '100', limit: 100 });
    expect(list.row(109)).toEqual({ id: 109 });
  });

  it('are not asked for where the eye has gone by', async () => {
    const whole = book(numbers(100_000));
    const held = later<void>();
    let slow = false;
    const asked = vi.fn(async (place: Place) => {
      if (slow) await held.promise;
      return await whole(place);
    });
    const list = new Expanse(asked);
    await list.begin();
    slow = true;
    for (let first = 20_000; first <= 60_000; first += 10_000) list.want({ first, end: first + 30 });
    expect(skips(asked)).toEqual([0, 20_000]);
    slow = false;
    held.give();
    await settle();
    // The page under way, then only what is on show now, and what stands around it.
    expect(skips(asked).slice(0, 3)).toEqual([0, 20_000, 60_000]);
    expect(list.row(60_000)).toEqual({ id: 60_000 });
    expect(skips(asked)).not.toContain(30_000);
  });

  it('are read again after a change where the eye is, and shown all at once', async () => {
    const rows = numbers(1000);
    const whole = book(rows);
    const list = new Expanse((place: Place) => whole(place));
    await list.begin();
    list.want({ first: 500, end: 530 });
    await settle();
    rows.unshift(-1);
    await list.refresh({ first: 500, end: 530 });
    expect(list.many).toBe(1001);
    expect(list.row(500)).toEqual({ id: 499 });
    expect(list.find(({ id }) => id === 505)).toBe(506);
    // What was read before the change is gone, so that nobody stands in two places.
    expect(list.row(0)).toBeUndefined();
  });

  it('begin anew when a page tells of another number of rows', async () => {
    const rows = numbers(1000);
    const list = new Expanse(book(rows));
    await list.begin();
    rows.unshift(-1);
    list.want({ first: 700, end: 730 });
    await settle();
    expect(list.many).toBe(1001);
    expect(list.row(700)).toEqual({ id: 699 });
    list.want({ first: 0, end: 30 });
    await settle();
    expect(list.row(0)).toEqual({ id: -1 });
  });

  it('end nearer than what was on show when most of them are gone', async () => {
    const rows = numbers(1000);
    const list = new Expanse(book(rows));
    await list.begin();
    rows.splice(150);
    await list.refresh({ first: 900, end: 930 });
    expect(list.many).toBe(150);
    expect(list.row(149)).toEqual({ id: 149 });
    rows.splice(0);
    await list.refresh({ first: 100, end: 150 });
    expect([list.many, list.loaded]).toEqual([0, true]);
  });

  it('far from the eye are forgotten again', async () => {
    const list = new Expanse(book(numbers(100_000)));
    await list.begin();
    for (let page = 0; page < 80; page += 1) {
      list.want({ first: page * 100 + 20, end: page * 100 + 60 });
      await settle();
    }
    expect(list.rows.length).toBeLessThanOrEqual(3000);
    expect(list.row(7950)).toEqual({ id: 7950 });
    expect(list.row(0)).toBeUndefined();
  });

  it('say why they cannot be read, and are tried again', async () => {
    const whole = book(numbers(1000));
    let fails = false;
    const list = new Expanse((place: Place) => (fails ? Promise.reject({ code: 'disk_fault' }) : whole(place)));
    await list.begin();
    fails = true;
    list.want({ first: 800, end: 830 });
    await settle();
    expect(list.failure?.code).toBe('disk_fault');
    expect(list.row(0)).toEqual({ id: 0 });
    fails = false;
    list.retry({ first: 800, end: 830 });
    await settle();
    expect(list.failure).toBeUndefined();
    expect(list.row(800)).toEqual({ id: 800 });
  });

  it('are there again as they were left', async () => {
    const whole = book(numbers(1000));
    const before = new Expanse(whole);
    await before.begin();
    before.want({ first: 500, end: 530 });
    await settle();
    const after = new Expanse(whole, before);
    expect([after.many, after.loaded, after.row(510)]).toEqual([1000, true, { id: 510 }]);
  });
});
