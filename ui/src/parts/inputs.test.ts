import { fireEvent, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { later, settle } from '../../test/act';
import { setToday } from '../text/format.svelte';
import { setLanguage } from '../text/i18n.svelte';
import BirthdayField from './BirthdayField.svelte';
import Combobox from './Combobox.svelte';
import DateField from './DateField.svelte';
import Fielded from '../../test/Fielded.svelte';
import MoneyInput from './MoneyInput.svelte';

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
});
const box = () => screen.getByRole<HTMLInputElement>('textbox');

describe('an amount', () => {
  it('goes out as the wire has it and comes back tidy', async () => {
    const onchange = vi.fn();
    render(MoneyInput, { value: '', onchange });
    await userEvent.type(box(), '１２９９');
    expect(onchange).toHaveBeenLastCalledWith('1299.00');
    await userEvent.tab();
    expect(box().value).toBe('1,299.00');
  });
  it('is not changed under the typing hand', async () => {
    render(MoneyInput, { value: '' });
    await userEvent.type(box(), '12.5');
    expect(box().value).toBe('12.5');
  });
  it('below zero needs a place that means it', async () => {
    const onchange = vi.fn();
    render(MoneyInput, { value: '', onchange });
    await userEvent.type(box(), '-5');
    expect(onchange).toHaveBeenLastCalledWith('');
  });
  it('that cannot be read is said so at its place, and no longer once it can', async () => {
    render(Fielded, { what: 'money' });
    const input = screen.getByLabelText('成交价');
    await userEvent.type(input, '12,5');
    await userEvent.tab();
    expect(input.getAttribute('aria-invalid')).toBe('true');
    const note = document.getElementById(input.getAttribute('aria-describedby')!)!;
    expect(note.textContent).toContain('看不懂这个金额');
    await userEvent.clear(input);
    await userEvent.type(input, '12.5');
    expect(input.getAttribute('aria-invalid')).toBeNull();
  });
});

describe('a day', () => {
  it('is taken as typed and shown in full', async () => {
    const onchange = vi.fn();
    render(DateField, { value: '', near: 'past', onchange });
    await userEvent.type(box(), '12-3');
    expect(onchange).toHaveBeenLastCalledWith('2025-12-03');
    await userEvent.tab();
    expect(box().value).toBe('2025-12-03');
  });
  it('can be picked from the calendar by keyboard', async () => {
    const onchange = vi.fn();
    render(DateField, { value: '2026-11-21', onchange });
    box().focus();
    await fireEvent.keyDown(box(), { key: 'ArrowDown', altKey: true });
    await settle();
    expect(document.activeElement?.getAttribute('data-day')).toBe('2026-11-21');
    await userEvent.keyboard('{ArrowUp}{ArrowLeft}');
    expect(document.activeElement?.getAttribute('data-day')).toBe('2026-11-13');
    await userEvent.keyboard('{Enter}');
    expect(onchange).toHaveBeenLastCalledWith('2026-11-13');
    expect(document.activeElement).toBe(box());
  });
});

describe('a birthday', () => {
  it('needs no year and keeps its calendar', async () => {
    const onchange = vi.fn();
    render(BirthdayField, { value: null, onchange });
    await userEvent.click(screen.getByLabelText('农历'));
    await userEvent.selectOptions(screen.getByLabelText('月'), '八月');
    await userEvent.selectOptions(screen.getByLabelText('日'), '初三');
    expect(onchange).toHaveBeenLastCalledWith({ calendar: 'lunar', year: null, month: 8, day: 3, leap: false });
    await userEvent.click(screen.getByLabelText('闰月'));
    expect(onchange).toHaveBeenLastCalledWith({ calendar: 'lunar', year: null, month: 8, day: 3, leap: true });
  });
  it('drops a day that its month does not have', async () => {
    const onchange = vi.fn();
    render(BirthdayField, { value: { calendar: 'solar', year: 1990, month: 3, day: 31, leap: false }, onchange });
    await userEvent.selectOptions(screen.getByLabelText('月'), '2月');
    expect(onchange).toHaveBeenLastCalledWith(null);
  });
});

describe('a combobox', () => {
  const props = { text: '', key: (one: string) => one, words: (one: string) => one, 'aria-label': '款号' };

  it('offers what fits and takes the choice with Enter', async () => {
    const onpick = vi.fn();
    render(Combobox<string>, { ...props, find: async () => ['24D-118', '24C-077'], onpick });
    const input = screen.getByRole<HTMLInputElement>('combobox');
    await userEvent.type(input, '24');
    await settle();
    expect(input.getAttribute('aria-expanded')).toBe('true');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onpick).toHaveBeenCalledExactlyOnceWith('24C-077');
    expect(input.value).toBe('24C-077');
    expect(input.getAttribute('aria-expanded')).toBe('false');
  });
  it('makes a new one of what was typed only where that is offered', async () => {
    const oncreate = vi.fn();
    render(Combobox<string>, { ...props, find: async () => [], onpick: () => {}, oncreate });
    const input = screen.getByRole('combobox');
    await userEvent.type(input, 'X9');
    await settle();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(oncreate).toHaveBeenCalledExactlyOnceWith('X9');
  });
  it('makes it with Enter alone, since nothing else was found', async () => {
    const oncreate = vi.fn();
    render(Combobox<string>, { ...props, find: async () => [], onpick: () => {}, oncreate });
    await userEvent.type(screen.getByRole('combobox'), 'X9');
    await settle();
    await userEvent.keyboard('{Enter}');
    expect(oncreate).toHaveBeenCalledExactlyOnceWith('X9');
  });
  it('takes what is found for all that was typed, also when Enter is faster than the answer', async () => {
    const slow = later<string[]>();
    const onpick = vi.fn();
    const find = vi.fn((query: string) => (query === '腰带' ? slow.promise : Promise.resolve(['腰果'])));
    render(Combobox<string>, { ...props, find, onpick });
    await userEvent.type(screen.getByRole('combobox'), '腰');
    await settle();
    await userEvent.keyboard('带{Enter}');
    expect(onpick).not.toHaveBeenCalled();
    slow.give(['腰带']);
    await settle();
    expect(onpick).toHaveBeenCalledExactlyOnceWith('腰带');
  });
  it('waits for the input method and drops late answers', async () => {
    const slow = later<string[]>();
    const find = vi.fn((query: string) => (query === '大' ? slow.promise : Promise.resolve(['腰带'])));
    render(Combobox<string>, { ...props, find, onpick: () => {} });
    const input = screen.getByRole('combobox');
    input.focus();
    await fireEvent.input(input, { target: { value: 'da' }, isComposing: true });
    expect(find).not.toHaveBeenCalled();
    await fireEvent.input(input, { target: { value: '大' } });
    await fireEvent.input(input, { target: { value: '腰' } });
    slow.give(['大衣']);
    await settle();
    expect(screen.getByText('腰带')).toBeTruthy();
    expect(screen.queryByText('大衣')).toBeNull();
  });
  it('closes with Esc without closing what it stands in', async () => {
    render(Combobox<string>, { ...props, find: async () => ['24D-118'], onpick: () => {} });
    const input = screen.getByRole('combobox');
    await userEvent.type(input, '24');
    await settle();
    const outside = vi.fn();
    document.addEventListener('keydown', outside);
    await fireEvent.keyDown(input, { key: 'Escape' });
    document.removeEventListener('keydown', outside);
    expect(outside).not.toHaveBeenCalled();
    expect(input.getAttribute('aria-expanded')).toBe('false');
  });
});
