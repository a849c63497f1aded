import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { listenToKeys } from '../../app/actions.svelte';
import { place, start } from '../../app/router.svelte';
import '../../app/screens';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import { answerWith, expectNoFaults, type Answers } from '../../../test/window';
import Visits from '../visits/Visits.svelte';
import VisitCorrect from '../visit-new/VisitCorrect.svelte';
import Visit from './Visit.svelte';

vi.setConfig({ testTimeout: 30_000 });
const user = userEvent.setup();

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
  start('settings');
  return listenToKeys(window);
});
async function open(visit: number, own: Answers = {}) {
  const asked = answerWith(own);
  const view = render(Visit, { visit });
  await screen.findByText('经过');
  return { ...view, asked };
}

describe('voiding', () => {
  it('shows what it does, wants a reason, and says so at its place', async () => {
    const { asked } = await open(41);
    await user.keyboard('{Delete}');
    await screen.findByText('作废这次到店？');
    expect(screen.getByText('收回送的券')).toBeTruthy();
    const act = screen
      .getAllByText('作废')
      .map((one) => one.closest('button'))
      .at(-1)!;
    await user.click(act);
    expect(screen.getByText('写一句原因，以后查得到')).toBeTruthy();
    expect(asked.some(({ op }) => op === 'void_visit')).toBe(false);
    await user.click(screen.getByText('记重了'));
    await user.click(act);
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'void_visit')?.args).toEqual({ visit: 41, reason: '记重了' }),
    );
  });
  it('that is refused says why instead of asking for a reason', async () => {
    await open(41, {
      preview_void: () => {
        throw { code: 'visit_has_returns' };
      },
    });
    await user.keyboard('{Delete}');
    await screen.findByText(/已经有退换货/);
    expect(screen.queryByText('作废这次到店？')).toBeNull();
  });
  it('is not offered twice', async () => {
    await open(37);
    expect(screen.queryByText('更正')?.closest('button') ?? null).toBeNull();
    expect(screen.getByText(/它不算进账/)).toBeTruthy();
  });
});

it('old and new versions stand side by side', async () => {
  await open(41);
  await user.click(screen.getByText('改了什么'));
  expect(await screen.findByText('¥3,330.00')).toBeTruthy();
  expect(screen.getByText('腰带 24X-009 棕 ¥300.00')).toBeTruthy();
});

it('goes on to a return of these goods', async () => {
  await open(41);
  await user.keyboard('{F8}');
  await waitFor(() =>
    expect(place()).toMatchObject({ name: 'visit-new', params: { customer: 1, kind: 'return', from: 41 } }),
  );
});

it('a correction begins with what stands there and is sent with its reason', async () => {
  const asked = answerWith();
  render(VisitCorrect, { visit: 41 });
  const price = await screen.findByLabelText('第 2 件 成交价');
  expect(screen.getByLabelText<HTMLInputElement>('第 1 件 名称').value).toBe('羊绒大衣');
  await user.clear(price);
  await user.type(price, '250');
  await user.keyboard('{Enter}1{Control>}{Enter}{/Control}');
  await screen.findByText('保存更正？');
  await user.click(screen.getByText('打错了'));
  const buttons = screen.getAllByText('保存更正').map((one) => one.closest('button'));
  await user.click(buttons.at(-1)!);
  await waitFor(() =>
    expect(asked.find(({ op }) => op === 'correct_visit')?.args).toMatchObject({
      visit: 41,
      reason: '打错了',
      corrected: {
        day: '2026-10-29',
        payments: [{ method: 'wechat' }],
        lines: [{}, { price: '250.00', reason: 'promotion' }],
      },
    }),
  );
});

it('a visit of somebody else is moved to her, without the voucher of the other one', async () => {
  const hit = { id: 2, member_no: 'K000002', name: '王芳', phone: null, level: '普通会员', level_rank: 0 };
  const asked = answerWith({
    search: () => ({ hits: [{ ...hit, last_visit: null, lifetime_spend: '0.00', matched: 'name', archived: false }] }),
  });
  render(VisitCorrect, { visit: 41 });
  await user.click(await screen.findByText('不是她？换一位'));
  await user.type(screen.getByRole('combobox', { name: '不是她？换一位' }), '王芳');
  await user.click(await screen.findByRole('option', { name: /王芳/ }));
  await screen.findByText(/改记到.*名下/);
  expect(asked.filter(({ op }) => op === 'customer_page').map(({ args }) => args)).toEqual([
    { customer: 1 },
    { customer: 2 },
  ]);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('保存更正？');
  await user.click(screen.getByText('记错人了'));
  const buttons = screen.getAllByText('保存更正').map((one) => one.closest('button'));
  await user.click(buttons.at(-1)!);
  await waitFor(() =>
    expect(asked.find(({ op }) => op === 'correct_visit')?.args).toMatchObject({
      reason: '记错人了',
      corrected: { customer: 2, voucher: null, points_used: 0, lines: [{}, {}] },
    }),
  );
});

describe('access', () => {
  it.each([41, 39, 37])('a saved visit has no faults (%i)', async (visit) => {
    const { container } = await open(visit);
    await expectNoFaults(container);
  });
  it('the list has none', async () => {
    answerWith();
    const { container } = render(Visits);
    await screen.findByText(/10,000 次/);
    await expectNoFaults(container);
  });
});
