import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { book } from '../../../dev/book';
import { answerWith, expectNoFaults } from '../../../test/window';
import { toasts } from '../../app/toasts.svelte';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import Customer from './Customer.svelte';

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
});

async function open(customer = 1) {
  const shown = render(Customer, { customer });
  await screen.findByRole('heading', { level: 1 });
  return shown;
}

describe('the customer page', () => {
  it('shows who she is without a fault that axe finds', async () => {
    answerWith();
    const { container } = await open();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('单晓燕');
    expect(screen.getByText('¥18,640')).toBeTruthy();
    expect(screen.getByText('上装 M · 下装 27 · 鞋 37')).toBeTruthy();
    await expectNoFaults(container);
  });

  it('stands with an empty archive', async () => {
    answerWith();
    const { container } = await open(2);
    expect(screen.getByText('档案开好了，还没记过到店')).toBeTruthy();
    await expectNoFaults(container);
  });

  it('says what went wrong and tries again', async () => {
    let fail = true;
    answerWith({
      customer_page: () => {
        if (fail) throw { code: 'disk_fault' };
        return new Promise(() => {});
      },
    });
    render(Customer, { customer: 1 });
    const again = await screen.findByRole('button', { name: '再试一次' });
    fail = false;
    await userEvent.click(again);
    expect(screen.queryByRole('heading', { level: 1 })).toBeNull();
  });

  it('notes an answer with Enter', async () => {
    const asked = answerWith({ set_profile: () => ({}) });
    await open();
    const card = screen.getByRole('region', { name: '这次可以问' });
    await userEvent.type(within(card).getByRole('textbox'), '少而精{Enter}');
    await waitFor(() => expect(asked.find(({ op }) => op === 'set_profile')).toBeTruthy());
    expect(asked.find(({ op }) => op === 'set_profile')!.args).toMatchObject({
      customer: 1,
      answers: [{ values: ['少而精'] }],
      visit: null,
    });
    await waitFor(() => expect(toasts().at(-1)?.text).toContain('少而精'));
    expect(toasts().at(-1)?.act).toBeTruthy();
  });

  it('does not note while the input method composes', async () => {
    const asked = answerWith();
    await open();
    const box = within(screen.getByRole('region', { name: '这次可以问' })).getByRole('textbox');
    await userEvent.type(box, 'shao');
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
    expect(asked.some(({ op }) => op === 'set_profile')).toBe(false);
  });

  it('edits a fact in its place and shows what it used to be', async () => {
    const asked = answerWith({ set_profile: () => ({}) });
    await open();
    await userEvent.click(screen.getByRole('button', { name: /改「职业」/ }));
    expect(await screen.findByText('原来喜欢紧身')).toBeTruthy();
    await userEvent.type(screen.getByRole('textbox', { name: '职业', hidden: true }), '自己开事务所{Enter}');
    await waitFor(() => expect(asked.find(({ op }) => op === 'set_profile')).toBeTruthy());
    expect(asked.find(({ op }) => op === 'set_profile')!.args.answers).toEqual([
      { field: 18, values: ['会计事务所合伙人', '自己开事务所'] },
    ]);
  });

  it('takes older visits in pages', async () => {
    const asked = answerWith();
    await open();
    await userEvent.click(screen.getByRole('button', { name: '看更早的' }));
    await waitFor(() => expect(screen.getAllByRole('listitem').length).toBeGreaterThan(50));
    expect(asked.filter(({ op }) => op === 'list_visits')).toHaveLength(1);
  });

  it('says when she was last spoken to and why promotion has to wait', async () => {
    answerWith();
    await open();
    const card = screen.getByRole('region', { name: '联系' });
    expect(within(card).getByText('4 天前联系过 · 13 天前买过')).toBeTruthy();
    expect(within(card).getByText(/11月17日才联系过/)).toBeTruthy();
    expect(within(card).getByText('促销：微信、电话可以；短信不要')).toBeTruthy();
  });

  it('puts a badge on the page of somebody who wants to be left alone', async () => {
    const page = book.customer_page!({ customer: 1 });
    const contact = { ...page.contact, wish: 'none' as const, against: [{ why: 'do_not_contact' as const }] };
    answerWith({ customer_page: () => ({ ...page, contact }) });
    const { container } = await open();
    expect(screen.getByText('不要联系').className).toContain('one-line');
    expect(screen.getByText('她说：不要联系')).toBeTruthy();
    await expectNoFaults(container);
  });
});
