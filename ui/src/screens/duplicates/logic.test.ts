import { beforeEach, describe, expect, it } from 'vitest';
import { book } from '../../../dev/book';
import type { CustomerPage } from '../../api/generated';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import { about, merged, rows, suggestedChoice, suggestedKeep, type Pages } from './logic';

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

it('shows only where the two differ', () => {
  const shown = rows(pages);
  expect(shown.map(({ column }) => column)).toContain('birthday');
  expect(shown.every(({ left, right }) => left !== right)).toBe(true);
  expect(rows({ left: pages.right, right: pages.right })).toEqual([]);
});

it('keeps every phone once, hers first, and each column as chosen', () => {
  const choice = { ...suggestedChoice(pages, 'right'), name: 'left' as const };
  const fields = merged(pages, 'right', choice);
  expect(fields.phones).toEqual([...pages.right.customer.fields.phones, ...pages.left.customer.fields.phones]);
  expect(fields.name).toBe(pages.left.customer.fields.name);
  expect(fields.member_no).toBe('K000001');
  const same = merged(
    { left: pages.right, right: pages.right },
    'left',
    suggestedChoice({ left: pages.right, right: pages.right }, 'left'),
  );
  expect(same).toEqual(pages.right.customer.fields);
});

it('says in a line who is who', () => {
  expect(about(pages.right)).toBe('41 次到店 · ¥86,420 · 138 **** 4217');
});
