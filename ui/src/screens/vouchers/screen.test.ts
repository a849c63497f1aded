import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { treats } from '../../../dev/treats';
import { answerWith, expectNoFaults } from '../../../test/window';
import { toasts } from '../../app/toasts.svelte';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import Vouchers from './Vouchers.svelte';

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
});

async function choose(dialog: HTMLElement) {
  await userEvent.type(within(dialog).getByPlaceholderText('姓名、尾号、卡号'), '单');
  await userEvent.click((await screen.findAllByRole('option'))[0]!);
}

describe('vouchers', { timeout: 20_000 }, () => {
  it('stand in their register, without a fault that axe finds', async () => {
    answerWith(treats);
    const { container } = render(Vouchers);
    expect(await screen.findByText('¥1,750')).toBeTruthy();
    expect((await screen.findAllByText('满 ¥300 减 ¥50')).length).toBeGreaterThan(0);
    await expectNoFaults(container);
  });

  it('are called back only with a reason', async () => {
    const asked = answerWith(treats);
    render(Vouchers);
    await userEvent.click((await screen.findAllByRole('button', { name: /^收回.*的券$/ }))[0]!);
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: '收回' }));
    expect(await within(dialog).findByText('写一句原因，以后查得到')).toBeTruthy();
    await userEvent.click(within(dialog).getByRole('button', { name: '发错了' }));
    await userEvent.click(within(dialog).getByRole('button', { name: '收回' }));
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'cancel_voucher')?.args).toEqual({ voucher: 1, reason: '发错了' }),
    );
    await waitFor(() => expect(toasts().at(-1)?.text).toMatch(/^收回了/));
  });

  it('are given as the shop makes them', async () => {
    const asked = answerWith(treats);
    render(Vouchers);
    await screen.findByText('¥1,750');
    await userEvent.click(screen.getByRole('button', { name: '发券' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: /^发券/ }));
    expect(await within(dialog).findByText('选至少一位，最多 1,000 位')).toBeTruthy();
    await choose(dialog);
    await userEvent.selectOptions(within(dialog).getByLabelText('哪种券'), 'apology');
    await userEvent.type(within(dialog).getByLabelText('为什么给'), '改衣晚了两天');
    await userEvent.click(within(dialog).getByRole('button', { name: /^发券/ }));
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'issue_voucher')?.args).toEqual({
        customers: [1],
        kind: 'apology',
        worth: { kind: 'amount', amount: '100.00' },
        min_spend: '0.00',
        valid_from: '2026-11-21',
        valid_to: '2027-02-19',
        reason: '改衣晚了两天',
      }),
    );
    await waitFor(() => expect(toasts().at(-1)?.text).toBe('给单晓燕发了一张致歉券 减 ¥100'));
  });

  it('are made otherwise from now on', async () => {
    const asked = answerWith({ ...treats, save_points_settings: () => ({}) });
    render(Vouchers);
    await userEvent.click(await screen.findByRole('button', { name: '改' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('checkbox', { name: /二次到店券/ }));
    const days = within(dialog).getByLabelText('回店券: 有效几天');
    await userEvent.clear(days);
    await userEvent.click(within(dialog).getByRole('button', { name: /保存/ }));
    expect(await within(dialog).findByText('填 1 到 3,650')).toBeTruthy();
    await userEvent.type(days, '30');
    await userEvent.click(within(dialog).getByRole('button', { name: /保存/ }));
    await waitFor(() => expect(asked.some(({ op }) => op === 'save_points_settings')).toBe(true));
    const args = asked.find(({ op }) => op === 'save_points_settings')!.args as unknown as {
      vouchers: { kind: string; days: number }[];
      points: { per_yuan_bp: number };
    };
    expect(args.vouchers.map(({ kind, days }) => [kind, days])).toEqual([
      ['birthday', 30],
      ['apology', 90],
      ['recall', 30],
      ['gift', 180],
    ]);
    expect(args.points.per_yuan_bp).toBe(10_000);
  });
});

describe('benefits', { timeout: 20_000 }, () => {
  it('stand in their register with the birthday gifts to prepare', async () => {
    const asked = answerWith(treats);
    const { container } = render(Vouchers, { tab: 'benefits' });
    expect((await screen.findAllByText('大衣免费干洗')).length).toBeGreaterThan(0);
    await expectNoFaults(container);
    await userEvent.click(screen.getByRole('checkbox', { name: '林曼' }));
    await userEvent.click(screen.getByRole('button', { name: '登记这 5 份' }));
    await waitFor(() => expect(asked.filter(({ op }) => op === 'grant_benefit')).toHaveLength(2));
    expect(asked.filter(({ op }) => op === 'grant_benefit').map(({ args }) => [args.name, args.customers])).toEqual([
      ['羊绒围巾', [1, 34, 17]],
      ['生日丝巾礼盒', [45, 6]],
    ]);
  });

  it('are given with one click', async () => {
    const asked = answerWith(treats);
    render(Vouchers, { tab: 'benefits' });
    await userEvent.click((await screen.findAllByRole('button', { name: /^给了.*：/ }))[0]!);
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'give_benefit')?.args).toEqual({ benefit: 1, note: null }),
    );
  });

  it('say when one was given meanwhile', async () => {
    answerWith({
      ...treats,
      give_benefit: () => {
        throw { code: 'benefit_given', field: 'benefit', params: { day: '2026-11-20' } };
      },
    });
    render(Vouchers, { tab: 'benefits' });
    await userEvent.click((await screen.findAllByRole('button', { name: /^给了.*：/ }))[0]!);
    expect(await screen.findByText(/11月20日 已经给过了/)).toBeTruthy();
  });

  it('are promised with a name', async () => {
    const asked = answerWith(treats);
    render(Vouchers, { tab: 'benefits' });
    await screen.findAllByText('大衣免费干洗');
    await userEvent.click(screen.getByRole('button', { name: '登记礼遇' }));
    const dialog = await screen.findByRole('dialog');
    await choose(dialog);
    await userEvent.click(within(dialog).getByRole('button', { name: /登记礼遇/ }));
    expect(await within(dialog).findByText('写上给什么')).toBeTruthy();
    await userEvent.type(within(dialog).getByLabelText('给什么'), '免费改衣{Enter}');
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'grant_benefit')?.args).toEqual({
        customers: [1],
        name: '免费改衣',
        valid_to: null,
        note: null,
      }),
    );
  });
});
