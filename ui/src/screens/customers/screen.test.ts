import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { answerWith, expectNoFaults } from '../../../test/window';
import { place, start } from '../../app/router.svelte';
import { readInfo } from '../../app/shop.svelte';
import { toasts } from '../../app/toasts.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import Customers from './Customers.svelte';

beforeEach(() => {
  setLanguage('zh-CN');
  start('customers');
});

const asks = (asked: { op: string; args: Record<string, unknown> }[]) =>
  asked.filter(({ op }) => op === 'list_customers');

describe('the list of customers', () => {
  it('shows 100,000 as one page of rows, without a fault that axe finds', async () => {
    const asked = answerWith();
    await readInfo();
    const { container } = render(Customers);
    expect(await screen.findByText('共 100,000 位')).toBeTruthy();
    await waitFor(() => expect(screen.getAllByRole('row').length).toBeGreaterThan(3));
    expect(asks(asked)).toHaveLength(1);
    expect(screen.getAllByRole('row').length).toBeLessThan(100);
    await expectNoFaults(container);
  });

  it('opens a customer by arrows and Enter', async () => {
    answerWith();
    render(Customers);
    const grid = await screen.findByRole('grid');
    await waitFor(() => expect(screen.getAllByRole('row').length).toBeGreaterThan(3));
    grid.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(place()).toMatchObject({ name: 'customer', params: { customer: 3 } });
  });

  it('narrows by a filter and clears it again', async () => {
    const asked = answerWith();
    render(Customers);
    await screen.findByText('共 100,000 位');
    await userEvent.click(
      within(screen.getByRole('group', { name: '筛选' })).getByRole('button', { name: '最近到店' }),
    );
    await userEvent.click(await screen.findByRole('radio', { name: '从没来过' }));
    expect(await screen.findByText('合条件的 14,286 位')).toBeTruthy();
    expect(asks(asked).at(-1)!.args.filter).toMatchObject({ never_visited: true });
    await userEvent.click(screen.getByRole('button', { name: '清空筛选' }));
    expect(await screen.findByText('共 100,000 位')).toBeTruthy();
  });

  it('tags all who are ticked, and says so', async () => {
    const asked = answerWith();
    render(Customers);
    await waitFor(() => expect(screen.getAllByRole('row').length).toBeGreaterThan(3));
    const rows = screen.getAllByRole('row').slice(1, 3);
    for (const row of rows) await userEvent.click(within(row).getByRole('checkbox'));
    await userEvent.click(screen.getByRole('button', { name: /加标签/ }));
    await userEvent.type(await screen.findByRole('combobox', { name: '加标签' }), '注重面料{Enter}');
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'add_tags')?.args).toEqual({ customers: [1, 2], tags: ['注重面料'] }),
    );
    await waitFor(() => expect(toasts().at(-1)?.text).toContain('2 位'));
  });

  it('says when nobody fits', async () => {
    answerWith({ list_customers: () => ({ rows: [], cursor: null, total: 0 }) });
    render(Customers);
    expect(await screen.findByText('顾客都会列在这里')).toBeTruthy();
  });
});
