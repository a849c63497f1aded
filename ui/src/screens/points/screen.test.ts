import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { treats } from '../../../dev/treats';
import { answerWith, expectNoFaults } from '../../../test/window';
import { toasts } from '../../app/toasts.svelte';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import Ledger from './Ledger.svelte';
import Points from './Points.svelte';

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
});

describe('the points of the shop', { timeout: 20_000 }, () => {
  it('stand with sums and rules, without a fault that axe finds', async () => {
    answerWith(treats);
    const { container } = render(Points);
    expect(await screen.findByText('1,182,330')).toBeTruthy();
    expect(await screen.findByText('100 分抵 1 元')).toBeTruthy();
    await expectNoFaults(container);
  });

  it('show only what was done by hand when asked', async () => {
    const asked = answerWith(treats);
    render(Points);
    await screen.findByText('1,182,330');
    await userEvent.click(screen.getByRole('radio', { name: '手工的' }));
    await waitFor(() =>
      expect(asked.filter(({ op }) => op === 'list_points').at(-1)?.args).toMatchObject({ by_hand: true }),
    );
  });

  it('take new rules and keep the vouchers as they are', async () => {
    const asked = answerWith({ ...treats, save_points_settings: () => ({}) });
    render(Points);
    await screen.findByText('100 分抵 1 元');
    await userEvent.click(screen.getByRole('button', { name: '改规则' }));
    const dialog = await screen.findByRole('dialog');
    const rate = within(dialog).getByLabelText('每 1 元积几分');
    await userEvent.clear(rate);
    await userEvent.click(within(dialog).getByRole('button', { name: /保存/ }));
    expect(await within(dialog).findByText('填 0 到 100')).toBeTruthy();
    await userEvent.type(rate, '0.5');
    await userEvent.click(within(dialog).getByRole('button', { name: /保存/ }));
    await waitFor(() => expect(asked.some(({ op }) => op === 'save_points_settings')).toBe(true));
    const { args } = asked.find(({ op }) => op === 'save_points_settings')!;
    expect(args).toMatchObject({ points: { per_yuan_bp: 5_000 }, birthday: { pay_percent: 70 } });
    expect((args as { vouchers: unknown[] }).vouchers).toHaveLength(5);
  });

  it('say what will stand here while there is nothing', async () => {
    answerWith({
      ...treats,
      list_points: () => ({
        rows: [],
        cursor: null,
        totals: { holders: 0, outstanding: 0, worth: '0.00', owing: 0, owed: 0 },
      }),
    });
    render(Points);
    expect(await screen.findByText('还没有积分进出')).toBeTruthy();
  });
});

describe('the points of one customer', { timeout: 20_000 }, () => {
  it('stand line by line, without a fault that axe finds', async () => {
    answerWith(treats);
    const { container } = render(Ledger, { customer: 1 });
    expect(await screen.findByText('真丝方巾')).toBeTruthy();
    expect(screen.getByText('−180')).toBeTruthy();
    await expectNoFaults(container);
  });

  it('are adjusted with a reason, and the debt is said before', async () => {
    const asked = answerWith(treats);
    render(Ledger, { customer: 1 });
    await screen.findByText('真丝方巾');
    await userEvent.click(screen.getByRole('button', { name: /调积分/ }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('radio', { name: '减' }));
    await userEvent.type(within(dialog).getByLabelText('多少分'), '2000');
    expect(within(dialog).getByText('调完 −736 分，欠着，下次得分先补')).toBeTruthy();
    await userEvent.click(within(dialog).getByRole('button', { name: /保存/ }));
    expect(await within(dialog).findByText('写一句原因，以后查得到')).toBeTruthy();
    await userEvent.type(within(dialog).getByLabelText('为什么'), '退货补扣{Enter}');
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'adjust_points')?.args).toEqual({
        customer: 1,
        points: -2000,
        reason: '退货补扣',
        expires: false,
      }),
    );
    await waitFor(() => expect(toasts().at(-1)?.text).toBe('减了单晓燕 2,000 分，现在 −736 分'));
  });

  it('buy a gift only while there are enough', async () => {
    const asked = answerWith(treats);
    render(Ledger, { customer: 1 });
    await screen.findByText('真丝方巾');
    await userEvent.click(screen.getByRole('button', { name: '换礼' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText('换什么'), '杯子');
    const points = within(dialog).getByLabelText('用多少分');
    await userEvent.type(points, '1265{Enter}');
    expect(await within(dialog).findByText('只有 1,264 分能用')).toBeTruthy();
    expect(asked.some(({ op }) => op === 'redeem_points')).toBe(false);
    await userEvent.clear(points);
    await userEvent.type(points, '1264{Enter}');
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'redeem_points')?.args).toEqual({ customer: 1, points: 1264, gift: '杯子' }),
    );
  });

  it('show what the core says when she has fewer meanwhile', async () => {
    answerWith({
      ...treats,
      redeem_points: () => {
        throw { code: 'points_short', field: 'points', params: { have: '64', need: '100' } };
      },
    });
    render(Ledger, { customer: 1 });
    await screen.findByText('真丝方巾');
    await userEvent.click(screen.getByRole('button', { name: '换礼' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText('换什么'), '杯子');
    await userEvent.type(within(dialog).getByLabelText('用多少分'), '100{Enter}');
    expect(await within(dialog).findByText(/64/)).toBeTruthy();
  });

  it('are empty for who has none yet', async () => {
    answerWith(treats);
    render(Ledger, { customer: 2 });
    expect(await screen.findByText('还没有积分')).toBeTruthy();
    expect(screen.getByRole('button', { name: '换礼' })).toHaveProperty('disabled', true);
  });
});
