import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { later, settle } from '../../test/act';
import type { SearchHit } from '../api/generated';
import { setLanguage } from '../text/i18n.svelte';
import SearchBox from './SearchBox.svelte';

function hit(id: number, name: string): SearchHit {
  return {
    id,
    name,
    member_no: `M${id}`,
    phone: '13800134217',
    level: '金卡',
    level_rank: 2,
    last_visit: '2026-10-29',
    lifetime_spend: '18640.00',
    matched: 'name',
    archived: false,
  };
}

const people = [hit(1, '单晓燕'), hit(2, '曾丽')];

function box(find: (query: string) => Promise<readonly SearchHit[]>) {
  const onopen = vi.fn();
  const onnew = vi.fn();
  render(SearchBox, { find, onopen, onnew });
  const input = screen.getByRole('combobox');
  input.focus();
  return { input, onopen, onnew };
}

beforeEach(() => setLanguage('zh-CN'));

describe('the search box', () => {
  it('opens the best hit with Enter', async () => {
    const { input, onopen } = box(async () => people);
    await fireEvent.input(input, { target: { value: 'sxy' } });
    await settle();
    expect(screen.getAllByRole('option')).toHaveLength(3);
    await fireEvent.keyDown(input, { key: 'Enter' });
    expect(onopen).toHaveBeenCalledExactlyOnceWith(people[0]);
    expect((input as HTMLInputElement).value).toBe('');
  });

  it('opens a scanned card although Enter came before the answer', async () => {
    const answer = later<readonly SearchHit[]>();
    const { input, onopen, onnew } = box(() => answer.promise);
    await fireEvent.input(input, { target: { value: 'M2' } });
    await fireEvent.keyDown(input, { key: 'Enter' });
    expect(onopen).not.toHaveBeenCalled();
    answer.give([people[1]!]);
    await settle();
    expect(onopen).toHaveBeenCalledExactlyOnceWith(people[1]);
    expect(onnew).not.toHaveBeenCalled();
  });

  it('offers a new customer with what was typed when nobody is found', async () => {
    const { input, onnew } = box(async () => []);
    await fireEvent.input(input, { target: { value: '王小美' } });
    await settle();
    expect(screen.getByText('没有找到「王小美」')).toBeTruthy();
    expect(screen.getByText('新建顾客「王小美」')).toBeTruthy();
    await fireEvent.keyDown(input, { key: 'Enter' });
    expect(onnew).toHaveBeenCalledExactlyOnceWith('王小美');
  });

  it('drops an answer that was overtaken', async () => {
    const slow = later<readonly SearchHit[]>();
    const find = vi.fn((query: string) => (query === '单' ? slow.promise : Promise.resolve([people[1]!])));
    const { input } = box(find);
    await fireEvent.input(input, { target: { value: '单' } });
    await fireEvent.input(input, { target: { value: '曾' } });
    await settle();
    slow.give([people[0]!]);
    await settle();
    expect(screen.getByText('曾丽')).toBeTruthy();
    expect(screen.queryByText('单晓燕')).toBeNull();
  });

  it('leaves the keys of a composing input method alone', async () => {
    const find = vi.fn(async () => people);
    const { input, onopen } = box(find);
    await fireEvent.input(input, { target: { value: 'shan' }, isComposing: true });
    await fireEvent.keyDown(input, { key: 'Enter', isComposing: true });
    await fireEvent.keyDown(input, { key: 'Enter', keyCode: 229 });
    expect(find).not.toHaveBeenCalled();
    expect(onopen).not.toHaveBeenCalled();
    await fireEvent.input(input, { target: { value: '单' }, isComposing: true });
    await fireEvent.compositionEnd(input);
    await settle();
    expect(find).toHaveBeenCalledExactlyOnceWith('单');
  });

  it('says so when the search fails, and never offers a new customer then', async () => {
    const { input, onnew } = box(() => Promise.reject(new Error('x')));
    await fireEvent.input(input, { target: { value: '单' } });
    await settle();
    expect(screen.getByText('这次没查成，再按一个键试试')).toBeTruthy();
    await fireEvent.keyDown(input, { key: 'Enter' });
    expect(onnew).not.toHaveBeenCalled();
  });

  it('walks the hits with the arrows and closes with Esc', async () => {
    const { input, onopen } = box(async () => people);
    await fireEvent.input(input, { target: { value: '4217' } });
    await settle();
    await fireEvent.keyDown(input, { key: 'ArrowDown' });
    expect(screen.getAllByRole('option').map((one) => one.getAttribute('aria-selected'))).toEqual([
      'false',
      'true',
      'false',
    ]);
    await fireEvent.keyDown(input, { key: 'Escape' });
    await settle();
    expect(screen.queryAllByRole('option')).toEqual([]);
    expect(onopen).not.toHaveBeenCalled();
  });
});
