import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecordVisit } from '../../api/generated';
import { listenToKeys } from '../../app/actions.svelte';
import { back, go, place, start } from '../../app/router.svelte';
import { toasts } from '../../app/toasts.svelte';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import { answerWith, expectNoFaults, type Answers, type Asked } from '../../../test/window';
import VisitNew from './VisitNew.svelte';

// Every key press draws the form anew, which takes its time where a browser is only imitated.
vi.setConfig({ testTimeout: 30_000 });
const user = userEvent.setup();

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
  start('settings');
  void go('visit-new', {});
  return listenToKeys(window);
});

async function open(props: { customer?: number; kind?: 'purchase' | 'browse' | 'return' }, own: Answers = {}) {
  const asked = answerWith(own);
  const view = render(VisitNew, props);
  await screen.findByText('记下');
  return { ...view, asked };
}
function recorded(asked: readonly Asked[]): RecordVisit[] {
  return asked.filter(({ op }) => op === 'record_visit').map(({ args }) => args as unknown as RecordVisit);
}

describe('a purchase by keyboard alone', () => {
  it('goes from style number to saved', async () => {
    const { asked } = await open({ customer: 1 });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('第 1 件 款号')));
    await user.keyboard('24D-118{Enter}羊绒大衣{Enter}{Enter}墨绿{Enter}M{Enter}{Enter}3880{Enter}{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('第 2 件 款号')));
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(document.querySelector('[data-way="wechat"]'));
    await user.keyboard('3{Control>}{Enter}{/Control}');
    await waitFor(() => expect(recorded(asked)).toHaveLength(1));
    const { receipt, visit } = recorded(asked)[0]!;
    expect(receipt).toMatch(/^[0-9a-f-]{36}$/);
    expect(visit.lines).toEqual([
      expect.objectContaining({
        style_no: '24D-118',
        name: '羊绒大衣',
        list_price: '3880.00',
        price: '3492.00',
        reason: 'level',
      }),
    ]);
    expect(visit.payments).toEqual([{ method: 'cash', amount: '3492.00' }]);
    await waitFor(() => expect(toasts().at(-1)?.text).toMatch(/^已记：羊绒大衣，¥3,492.00/));
  });
  it('asks why a typed price is lower, and takes a digit for it', async () => {
    const { asked } = await open({ customer: 1 });
    await waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'));
    await user.keyboard('24X-009{Enter}{Enter}{Enter}{Enter}{Enter}{Enter}300{Enter}250{Enter}');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('活动价'));
    await user.keyboard('1');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(recorded(asked)[0]?.visit.lines[0]).toMatchObject({ price: '250.00', reason: 'promotion' }),
    );
  });
});

describe('a failure', () => {
  it('stands at its field, and the same receipt is tried again', async () => {
    let tries = 0;
    const { asked } = await open(
      { customer: 1 },
      {
        record_visit: ({ visit }) => {
          tries += 1;
          if (tries === 1) throw { code: 'price_invalid', field: 'lines.0.price' };
          return { visit: 1, visit_no: 'V1', operation: 1, effects: EFFECTS(visit.lines[0]!.price) };
        },
      },
    );
    await waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'));
    await user.keyboard('24X-009{Enter}{Enter}{Enter}{Enter}{Enter}{Enter}{Enter}250{Control>}{Enter}{/Control}');
    const price = screen.getByLabelText('第 1 件 成交价');
    await waitFor(() => expect(price.getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getByText(/成交价不对/)).toBeTruthy();
    expect(document.activeElement).toBe(price);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(recorded(asked)).toHaveLength(2));
    const [first, second] = recorded(asked);
    expect(first!.receipt).toBe(second!.receipt);
  });
  it('a walk-in without a way of paying is asked for one', async () => {
    const { asked } = await open({});
    await waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'));
    await user.keyboard('袜子{Enter}{Enter}{Enter}{Enter}{Enter}{Enter}{Enter}39{Control>}{Enter}{/Control}');
    await screen.findByText('还没选怎么付，按数字 1 到 6');
    expect(document.activeElement).toBe(document.querySelector('[data-way="wechat"]'));
    await user.keyboard('2{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(recorded(asked)[0]?.visit).toMatchObject({
        customer: null,
        payments: [{ method: 'alipay', amount: '39.00' }],
      }),
    );
  });
});

it('a sensitive answer is asked about where it is saved, under the same receipt', async () => {
  const { asked } = await open(
    { customer: 1 },
    {
      record_visit: ({ visit }) => {
        if (visit.answers?.length && !visit.agreed?.length)
          throw { code: 'consent_needed', field: 'answers.0', params: { field: '忌口' } };
        return { visit: 1, visit_no: 'V1', operation: 1, effects: EFFECTS(visit.lines![0]!.price) };
      },
    },
  );
  await waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'));
  await user.keyboard('24X-009{Enter}{Enter}{Enter}{Enter}{Enter}{Enter}{Enter}250{Alt>}m{/Alt}');
  await user.click(document.querySelector<HTMLElement>('.question :is([role="radio"], [role="checkbox"])')!);
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText(/我同意店里在档案里记我的「忌口」/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '她同意，记下' }));
  await waitFor(() => expect(recorded(asked)).toHaveLength(2));
  const [first, second] = recorded(asked);
  expect(second!.receipt).toBe(first!.receipt);
  expect(second!.visit.agreed).toEqual([first!.visit.answers![0]!.field]);
});

describe('what she can have today', () => {
  it('puts a voucher on the bill and asks the core for the sum', async () => {
    const { asked } = await open({ customer: 1 });
    await waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'));
    await user.keyboard('24X-009{Enter}{Enter}{Enter}{Enter}{Enter}{Enter}400{Enter}{Alt>}q{/Alt}');
    expect(screen.getByText(/二次到店券/).getAttribute('aria-pressed')).toBe('true');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(recorded(asked)[0]?.visit).toMatchObject({
        voucher: 1,
        payments: [{ method: 'wechat', amount: '310.00' }],
      }),
    );
  });
});

it('asks before unsaved words are left behind', async () => {
  await open({ customer: 1 });
  await waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'));
  await user.keyboard('24X');
  void back();
  await screen.findByText('还没保存');
  await user.click(screen.getByText('留下接着填'));
  expect(place()?.name).toBe('visit-new');
  void back();
  await user.click(await screen.findByText('不要了'));
  await waitFor(() => expect(place()?.name).toBe('settings'));
});

it.each([
  ['a purchase', { customer: 1 }],
  ['browsing', { customer: 1, kind: 'browse' as const }],
  ['a return', { customer: 1, kind: 'return' as const }],
  ['a walk-in', {}],
])('has no faults of access: %s', async (_, props) => {
  const { container } = await open(props);
  await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).toBeNull());
  await expectNoFaults(container);
});

function EFFECTS(total: string) {
  return {
    total,
    list_total: total,
    pieces: 1,
    voucher_off: '0.00',
    points_off: '0.00',
    points_before: 0,
    points_earned: 0,
    points_reversed: 0,
    points_restored: 0,
    points_after: 0,
    net_spend_after: total,
    vouchers_issued: 0,
    vouchers_restored: 0,
    vouchers_cancelled: 0,
    thanks: [],
  };
}
