import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { card } from '../../../dev/contacts';
import { answerWith, expectNoFaults } from '../../../test/window';
import { toasts } from '../../app/toasts.svelte';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import ConsentDialog from './ConsentDialog.svelte';
import Contacts from './Contacts.svelte';
import HearDialog from './HearDialog.svelte';
import LogDialog from './LogDialog.svelte';

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
});

const her = { customer: 1, name: '单晓燕', onclose: () => {} };
const args = (asked: ReturnType<typeof answerWith>, op: string) => asked.find((one) => one.op === op)?.args;

describe('the log', () => {
  it('stands by day without a fault that axe finds', async () => {
    answerWith();
    const { container } = render(Contacts, {});
    expect(await screen.findByText('共 240 次，90 位顾客')).toBeTruthy();
    expect(screen.getByText('今天', { selector: 'b' })).toBeTruthy();
    await expectNoFaults(container);
  });

  it('asks again for another outcome and says when there is none', async () => {
    const asked = answerWith({
      list_contacts: ({ outcome }) =>
        outcome === 'no_answer' ? { rows: [], cursor: null, count: 0, customers: 0 } : new Promise(() => {}),
    });
    render(Contacts, {});
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '结果' }), '没接');
    expect(await screen.findByText('没有这样的联系')).toBeTruthy();
    expect(asked.filter(({ op }) => op === 'list_contacts').at(-1)?.args).toMatchObject({ outcome: 'no_answer' });
  });

  it('begins with one customer where it was asked for', async () => {
    const asked = answerWith();
    render(Contacts, { customer: 2, name: '曾丽' });
    expect(await screen.findByText('只看曾丽')).toBeTruthy();
    expect(args(asked, 'list_contacts')).toMatchObject({ customer: 2 });
  });

  it('counts by clerk, opens what is behind a row, and changes the limits', async () => {
    const asked = answerWith();
    const { container } = render(Contacts, {});
    await userEvent.click(screen.getByRole('radio', { name: '店员与分寸' }));
    const table = await screen.findByRole('table');
    expect(within(table).getByRole('row', { name: /小夏/ }).textContent).toContain('54');
    await expectNoFaults(container);
    await userEvent.click(screen.getByRole('button', { name: '上个月' }));
    await waitFor(() =>
      expect(asked.filter(({ op }) => op === 'contact_stats').at(-1)?.args).toEqual({
        from: '2026-10-01',
        to: '2026-10-31',
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: '改分寸' }));
    const quiet = screen.getByRole('textbox', { name: /来过或联系过之后安静/, hidden: true });
    await userEvent.clear(quiet);
    await userEvent.type(quiet, '14');
    await userEvent.click(screen.getByRole('button', { name: /^保存/, hidden: true }));
    await waitFor(() => expect(args(asked, 'save_contact_settings')).toMatchObject({ quiet_days: 14, to_hour: 21 }));
    await userEvent.click(within(screen.getByRole('table')).getByRole('button', { name: '小夏' }));
    await waitFor(() =>
      expect(asked.filter(({ op }) => op === 'list_contacts').at(-1)?.args).toMatchObject({
        staff: 2,
        from: '2026-10-01',
        to: '2026-10-31',
      }),
    );
  });

  it('marks an answer', async () => {
    const asked = answerWith({ mark_replied: () => ({}) });
    render(Contacts, {});
    const [first] = await screen.findAllByRole('button', { name: /回了 .* 的联系/ });
    await userEvent.click(first!);
    await waitFor(() => expect(args(asked, 'mark_replied')).toMatchObject({ text: null }));
  });
});

describe('writing a contact down', () => {
  it('warns of an offer that comes too soon, and still writes it down', async () => {
    const asked = answerWith();
    const { container } = render(LogDialog, { ...her, card: card(true) });
    const radio = (name: string) => screen.getByRole('radio', { name, hidden: true });
    expect((radio('微信') as HTMLInputElement).checked).toBe(true);
    await userEvent.click(radio('电话'));
    expect((radio('说上话了') as HTMLInputElement).checked).toBe(true);
    expect(screen.queryByText(/先不发促销/)).toBeNull();
    await userEvent.click(radio('促销'));
    expect(screen.getByText(/11月17日才联系过/)).toBeTruthy();
    await userEvent.type(screen.getByRole('textbox', { name: '说了什么', hidden: true }), '周末来试');
    await expectNoFaults(container);
    await userEvent.click(screen.getByRole('button', { name: /^保存/, hidden: true }));
    await waitFor(() =>
      expect(args(asked, 'log_contact')).toMatchObject({
        customers: [1],
        channel: 'phone',
        outcome: 'reached',
        purpose: 'marketing',
        text: '周末来试',
        day: null,
      }),
    );
    expect(toasts().at(-1)?.text).toContain('单晓燕');
  });

  it('shows what the core says at its field', async () => {
    answerWith({
      log_contact: () => {
        throw { code: 'day_in_future', field: 'day' };
      },
    });
    render(LogDialog, { ...her, card: card(false) });
    await userEvent.click(screen.getByRole('button', { name: /^保存/, hidden: true }));
    const day = screen.getByRole('textbox', { name: '哪天', hidden: true });
    await waitFor(() => expect(day.getAttribute('aria-invalid')).toBe('true'));
  });
});

describe('what she said', () => {
  it('writes a wish down with her words', async () => {
    const asked = answerWith();
    const { container } = render(HearDialog, { ...her, card: card(true) });
    await userEvent.click(screen.getByRole('radio', { name: '不要联系', hidden: true }));
    await userEvent.type(screen.getByRole('textbox', { name: '她怎么说的', hidden: true }), '别打了{Enter}');
    await waitFor(() => expect(args(asked, 'set_contact_wish')).toEqual({ customer: 1, wish: 'none', note: '别打了' }));
    await expectNoFaults(container);
  });

  it('withdraws for one channel over the record so far', async () => {
    const asked = answerWith();
    const { container } = render(ConsentDialog, her);
    expect(await screen.findByText(/短信太多了/)).toBeTruthy();
    await expectNoFaults(container);
    const box = (name: string) => screen.getByRole('checkbox', { name, hidden: true });
    for (const name of ['电话', '短信', '邮件', '信件', '微信']) await userEvent.click(box(name));
    const save = screen.getByRole('button', { name: /^保存/, hidden: true });
    await userEvent.click(save);
    expect(screen.getByText('至少选一种方式')).toBeTruthy();
    await userEvent.click(box('微信'));
    await userEvent.click(save);
    await waitFor(() =>
      expect(args(asked, 'save_consent')).toEqual({
        customer: 1,
        purpose: 'marketing',
        channels: ['wechat'],
        given: false,
        note: null,
        guardian: null,
      }),
    );
  });
});
