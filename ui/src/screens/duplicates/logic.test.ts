import { beforeEach, describe, expect, it } from 'vitest';
import { book } from '../../../dev/book';
import type { CustomerPage } from '../../api/generated';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import {
  about,
  answers,
  because,
  counted,
  merged,
  phones,
  rows,
  suggestedChoice,
  suggestedKeep,
  taken,
  type Pages,
  type Side,
} from './logic';

const pageOf = (customer: number): CustomerPage => structuredClone(book.customer_page!({ customer }));
/** The one full of life, and an empty one with a phone of her own. */
const pages: Pages = { left: pageOf(2), right: pageOf(1) };

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
});

describe('what is suggested', () => {
  it('keeps who came more often, and of two alike the older archive', () => {
    expect(suggestedKeep(pages)).toBe('right');
    const twin = structuredClone(pages.right);
    twin.customer.fields.joined_on = '2018-01-01';
    expect(suggestedKeep({ left: pages.right, right: twin })).toBe('right');
    expect(suggestedKeep({ left: twin, right: pages.right })).toBe('left');
  });
  it('takes from the other only what she alone knows, and the earlier first day', () => {
    const other = structuredClone(pages.left);
    other.customer.fields.email = 'yan@example.com';
    other.customer.fields.joined_on = '2018-01-01';
    const choice = suggestedChoice({ left: other, right: pages.right }, 'right');
    expect(choice).toMatchObject({
      name: 'right',
      email: 'left',
      joined_on: 'left',
      wechat: 'right',
      address: 'right',
    });
  });
});

it('shows every column of both, those that differ first', () => {
  const shown = rows(pages);
  expect(shown.map(({ column }) => column)).toContain('birthday');
  const differ = shown.map((row) => row.differ);
  expect(differ).toEqual([...differ].sort((a, b) => Number(b) - Number(a)));
  expect(shown.every(({ left, right, differ }) => (left !== right) === differ && `${left}${right}` !== '')).toBe(true);
  expect(rows({ left: pages.right, right: pages.right }).some(({ differ }) => differ)).toBe(false);
});

describe('answers', () => {
  const entry = pages.right.profile.find(({ kind, values }) => kind === 'choice' && values.length > 0)!;
  const other = structuredClone(pages.right);
  const theirs = other.profile.find(({ field }) => field === entry.field)!;
  theirs.values = [{ ...theirs.values[0]!, value: '别的' }];

  it('that can hold only once are to be chosen', () => {
    const row = answers({ left: other, right: pages.right }).find(({ field }) => field === entry.field)!;
    expect(row).toMatchObject({ left: '别的', right: entry.values[0]!.value, differ: true, single: true });
    const alike = answers({ left: pages.right, right: pages.right });
    expect(alike.some(({ differ, single }) => differ || single)).toBe(false);
  });
  it('of both stay where one of them has none, or an old book brought them', () => {
    const silent = structuredClone(pages.right);
    silent.profile = silent.profile.filter(({ field }) => field !== entry.field);
    expect(answers({ left: silent, right: pages.right }).find(({ field }) => field === entry.field)).toMatchObject({
      differ: true,
      single: false,
    });
    theirs.key = 'opening_spend';
    expect(answers({ left: other, right: pages.right }).find(({ field }) => field === entry.field)!.label).toBe(
      entry.label,
    );
  });
  it('of the one who goes are named where they were chosen', () => {
    const chosen = new Map<number, Side>([
      [4, 'left'],
      [7, 'right'],
    ]);
    expect(taken(chosen, 'left')).toEqual([7]);
    expect(taken(chosen, 'right')).toEqual([4]);
  });
});

it('counts what there is in either', () => {
  const { left, right } = book.compare_customers!({ left: 1, right: 17 });
  const shown = counted({ left, right, reasons: [], sure: null, apart_on: null });
  expect(shown[0]).toEqual({ id: 'duplicates-have-visits', left: 41, right: 3 });
  expect(shown.map(({ id }) => id)).not.toContain('duplicates-have-complaints');
});

it('keeps every phone once whatever its spelling, hers first', () => {
  const [mine, other] = [structuredClone(pages.right), structuredClone(pages.left)];
  mine.customer.fields.phones = ['13857104217'];
  other.customer.fields.phones = ['+86 138 5710 4217', '0571-88884217'];
  expect(phones({ left: other, right: mine }, 'right')).toEqual(['13857104217', '0571-88884217']);
  expect(phones({ left: other, right: mine }, 'left')).toEqual(['+86 138 5710 4217', '0571-88884217']);
});

it('sends each column as chosen and the phones that stay', () => {
  const choice = { ...suggestedChoice(pages, 'right'), name: 'left' as const };
  const fields = merged(pages, 'right', choice, ['13857104217']);
  expect(fields.phones).toEqual(['13857104217']);
  expect(fields.name).toBe(pages.left.customer.fields.name);
  expect(fields.member_no).toBe('K000001');
});

it('says why a pair is shown', () => {
  const reason = { sign: 'phone' as const, left_phone: '13857104217', right_phone: '13857104217', is_new: false };
  expect(because(reason)).toBe('手机号一样 · 138 **** 4217');
  expect(because({ ...reason, sign: 'one_digit', right_phone: '13857104218' })).toBe(
    '名字同音，手机号只差一位 · 138 **** 4217 · 138 **** 4218',
  );
  expect(because({ ...reason, sign: 'name_birthday', left_phone: null, right_phone: null })).toBe('姓名和生日一样');
});

it('says in a line who is who', () => {
  expect(about(pages.right)).toEqual(['41 次到店', '¥86,420', '138 **** 4217']);
});
