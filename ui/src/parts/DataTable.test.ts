import { SvelteSet } from 'svelte/reactivity';
import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { later, settle } from '../../test/act';
import { setLanguage } from '../text/i18n.svelte';
import DataTable from './DataTable.svelte';
import type { Column, RowPage } from './table';

interface Row {
  id: number;
  name: string;
}
const columns: Column<Row>[] = [
  { id: 'name', label: '姓名', width: '1fr', sorts: true, text: (row) => row.name },
  { id: 'spend', label: '消费', width: '8rem', end: true, sorts: true, text: (row) => String(row.id) },
];
const TOTAL = 100_000;
const PAGE = 200;

/** A list of 100,000 as the core pages it. */
function book(name: (id: number) => string = (id) => `顾客 ${id}`) {
  return vi.fn(async (cursor: string | null): Promise<RowPage<Row>> => {
    const from = Number(cursor ?? 0);
    const rows = Array.from({ length: PAGE }, (_, at) => ({ id: from + at, name: name(from + at) }));
    return { rows, next: from + PAGE < TOTAL ? String(from + PAGE) : null, total: TOTAL };
  });
}
const base = { label: '顾客', columns, rowKey: (row: Row) => row.id };
const view = () => screen.getByRole('grid');

beforeEach(() => {
  setLanguage('zh-CN');
  // jsdom lays nothing out.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
});

describe('a list of 100,000', () => {
  it('draws a handful of rows and tells how many there are', async () => {
    render(DataTable<Row>, { ...base, fetchPage: book() });
    await settle();
    expect(document.querySelectorAll('.rows [role="row"]').length).toBeLessThan(40);
    expect(view().getAttribute('aria-rowcount')).toBe('100001');
    expect(screen.getByText('共 100,000 行')).toBeTruthy();
  });
  it('asks for the next page before the end comes into sight, once', async () => {
    const fetchPage = book();
    render(DataTable<Row>, { ...base, fetchPage });
    await settle();
    expect(fetchPage.mock.calls.map(([cursor]) => cursor)).toEqual([null]);
    view().scrollTop = 36 * 180;
    await fireEvent.scroll(view());
    await fireEvent.scroll(view());
    await settle();
    expect(fetchPage.mock.calls.map(([cursor]) => cursor)).toEqual([null, '200']);
    expect(screen.getByText('顾客 190')).toBeTruthy();
  });
  it('keeps place and present row when it is refreshed after a change', async () => {
    const { rerender } = render(DataTable<Row>, { ...base, fetchPage: book(), version: 1 });
    await settle();
    view().scrollTop = 36 * 50;
    await fireEvent.scroll(view());
    for (let step = 0; step < 55; step += 1) await fireEvent.keyDown(view(), { key: 'ArrowDown' });
    const scrolled = view().scrollTop;
    await rerender({ fetchPage: book((id) => (id === 55 ? '单晓燕' : `顾客 ${id}`)), version: 2 });
    await settle();
    expect([view().scrollTop, scrolled]).toEqual([scrolled, scrolled]);
    const present = document.getElementById(view().getAttribute('aria-activedescendant')!);
    expect(present?.textContent).toContain('单晓燕');
  });
  it('begins at the top when something else is asked for', async () => {
    const { rerender } = render(DataTable<Row>, { ...base, fetchPage: book(), query: 'a' });
    await settle();
    view().scrollTop = 36 * 50;
    await fireEvent.scroll(view());
    await rerender({ fetchPage: book((id) => `别人 ${id}`), query: 'b' });
    await settle();
    expect(view().scrollTop).toBe(0);
    await fireEvent.scroll(view());
    await settle();
    expect(screen.getByText('别人 0')).toBeTruthy();
  });
  it('is found again as it was left', async () => {
    const memo = {};
    const first = render(DataTable<Row>, { ...base, fetchPage: book(), memo });
    await settle();
    view().scrollTop = 36 * 100;
    await fireEvent.scroll(view());
    first.unmount();
    render(DataTable<Row>, { ...base, fetchPage: book(), memo });
    expect(view().scrollTop).toBe(36 * 100);
    expect(screen.getByText('顾客 105')).toBeTruthy();
    await settle();
  });
  it('opens with Enter and sorts by its heading, figures from the largest', async () => {
    const onopen = vi.fn();
    const onsort = vi.fn();
    render(DataTable<Row>, { ...base, fetchPage: book(), onopen, onsort, sort: { column: 'name', down: false } });
    await settle();
    await fireEvent.keyDown(view(), { key: 'ArrowDown' });
    await fireEvent.keyDown(view(), { key: 'Enter' });
    expect(onopen).toHaveBeenCalledExactlyOnceWith({ id: 1, name: '顾客 1' });
    await fireEvent.click(screen.getByRole('button', { name: '消费' }));
    expect(onsort).toHaveBeenLastCalledWith({ column: 'spend', down: true });
    await fireEvent.click(screen.getByRole('button', { name: '姓名' }));
    expect(onsort).toHaveBeenLastCalledWith({ column: 'name', down: true });
  });
  it('says why when it cannot be read, and tries again', async () => {
    let fails = true;
    const whole = book();
    const fetchPage = vi.fn((cursor: string | null) =>
      fails ? Promise.reject({ code: 'disk_fault' }) : whole(cursor),
    );
    render(DataTable<Row>, { ...base, fetchPage });
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('磁盘读写出错');
    fails = false;
    await fireEvent.click(screen.getByText('再试一次'));
    await settle();
    expect(screen.getByText('顾客 0')).toBeTruthy();
  });
});

describe('a list that is read at any place', () => {
  const at = (name: (id: number) => string = (id) => `顾客 ${id}`) =>
    vi.fn(async ({ skip, limit }: { skip: number; limit: number }): Promise<RowPage<Row>> => {
      const rows = Array.from({ length: Math.max(0, Math.min(limit, TOTAL - skip)) }, (_, row) => ({
        id: skip + row,
        name: name(skip + row),
      }));
      return { rows, next: null, total: TOTAL };
    });
  const present = () => document.getElementById(view().getAttribute('aria-activedescendant')!);

  it('is as long as its rows, and End and Home reach the last and the first', async () => {
    const onopen = vi.fn();
    const whole = at();
    const held = later<void>();
    const fetchAt = async (place: { skip: number; limit: number }) => {
      if (place.skip > 0) await held.promise;
      return await whole(place);
    };
    render(DataTable<Row>, { ...base, fetchAt, onopen });
    await settle();
    expect(document.querySelector<HTMLElement>('.rows')!.style.height).toBe(`${36 * TOTAL}px`);
    await fireEvent.keyDown(view(), { key: 'End' });
    expect(present()?.getAttribute('aria-busy')).toBe('true');
    held.give();
    await settle();
    expect(present()?.textContent).toContain('顾客 99999');
    await fireEvent.keyDown(view(), { key: 'PageUp' });
    await fireEvent.keyDown(view(), { key: 'Enter' });
    expect(onopen).toHaveBeenCalledExactlyOnceWith({ id: 99_985, name: '顾客 99985' });
    await fireEvent.keyDown(view(), { key: 'Home' });
    await settle();
    expect(view().scrollTop).toBe(0);
    expect(present()?.textContent).toContain('顾客 0');
  });
  it('keeps present row and place far down over a change, and over leaving', async () => {
    const memo = {};
    const first = render(DataTable<Row>, { ...base, fetchAt: at(), memo, version: 1 });
    await settle();
    view().scrollTop = 36 * 70_000;
    await fireEvent.scroll(view());
    await settle();
    await fireEvent.click(screen.getByText('顾客 70005'));
    await first.rerender({ fetchAt: at((id) => `顾客 ${id - 2}`), version: 2 });
    await settle();
    expect([view().scrollTop, present()?.textContent.trim()]).toEqual([36 * 70_000, '顾客 7000370005']);
    first.unmount();
    render(DataTable<Row>, { ...base, fetchAt: at(), memo });
    expect([view().scrollTop, present()?.textContent.trim()]).toEqual([36 * 70_000, '顾客 7000370005']);
    await settle();
    expect(present()?.textContent.trim()).toBe('顾客 7000570005');
  });
  it('ticks everybody by one box where that is allowed, and says why where it is not', async () => {
    const selected = new SvelteSet<string | number>();
    const everyone = vi.fn(() => Promise.resolve([1, 2, 3]));
    const { rerender } = render(DataTable<Row>, { ...base, fetchAt: at(), selected, everyone });
    await settle();
    await fireEvent.click(screen.getByRole('checkbox', { name: '选中全部' }));
    await settle();
    expect([...selected]).toEqual([1, 2, 3]);
    await fireEvent.click(screen.getByRole('checkbox', { name: '选中全部' }));
    selected.clear();
    await rerender({ everyone: '太多了' });
    await settle();
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '选中全部' }).disabled).toBe(true);
    expect(screen.getByTitle('太多了')).toBeTruthy();
  });
});
