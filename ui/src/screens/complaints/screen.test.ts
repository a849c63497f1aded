import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { complaints, rows } from '../../../dev/complaints';
import { answerWith, expectNoFaults } from '../../../test/window';
import { listenToKeys } from '../../app/actions.svelte';
import { toasts } from '../../app/toasts.svelte';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import Complaint from './Complaint.svelte';
import Complaints from './Complaints.svelte';

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
  return listenToKeys(window);
});

describe('complaints', { timeout: 20_000 }, () => {
  it('stand in their list, the pressing ones said in words, without a fault that axe finds', async () => {
    answerWith(complaints);
    const { container } = render(Complaints);
    expect(await screen.findByText('答复超了 19 小时')).toBeTruthy();
    expect(screen.getByText('83%')).toBeTruthy();
    expect(screen.queryByText('隔天就打折了')).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: '解决了的' }));
    expect(await screen.findByText(/隔天就打折了/)).toBeTruthy();
    await expectNoFaults(container);
  });

  it('say so when there is nothing, and when the list could not be read', async () => {
    answerWith({ ...complaints, list_complaints: () => ({ rows: [], cursor: null, totals: null }) });
    const { unmount } = render(Complaints);
    expect(await screen.findByText('没有要处理的投诉')).toBeTruthy();
    unmount();
    answerWith({ ...complaints, complaint_page: () => Promise.reject({ code: 'not_found' }) });
    render(Complaint, { complaint: 9 });
    expect(await screen.findByRole('button', { name: /再/ })).toBeTruthy();
  });

  it('are written down for somebody, with what she said', async () => {
    const asked = answerWith(complaints);
    render(Complaints);
    await screen.findByText('答复超了 19 小时');
    await userEvent.keyboard('k');
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: /记投诉/ }));
    expect(await within(dialog).findByText('写下她说了什么')).toBeTruthy();
    expect(within(dialog).getByText('选一位顾客')).toBeTruthy();
    await userEvent.type(within(dialog).getByPlaceholderText('姓名、尾号、卡号'), '单');
    await userEvent.click((await screen.findAllByRole('option', { name: /单晓燕/ }))[0]!);
    await userEvent.click(within(dialog).getByRole('radio', { name: '服务' }));
    await userEvent.type(within(dialog).getByLabelText(/她怎么说/), '等了半天没人理');
    await userEvent.click(within(dialog).getByRole('button', { name: /记投诉/ }));
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'open_complaint')?.args).toEqual({
        customer: 1,
        visit: null,
        line: null,
        kind: 'service',
        what: '等了半天没人理',
        staff: null,
        day: null,
        time: null,
      }),
    );
  });
});

describe('a complaint', { timeout: 20_000 }, () => {
  it('shows clocks, steps and what was given, without a fault that axe finds', async () => {
    answerWith(complaints);
    const { container } = render(Complaint, { complaint: 1 });
    expect(await screen.findByText('超了 19 小时')).toBeTruthy();
    expect(screen.getByText('还剩 5 天 5 小时')).toBeTruthy();
    expect(screen.getByText('退款 ¥58.60 · 券 ¥100')).toBeTruthy();
    expect(screen.getByText('跳过：她自己知道')).toBeTruthy();
    await expectNoFaults(container);
  });

  it('is worked through by keys and boxes', async () => {
    const asked = answerWith(complaints);
    render(Complaint, { complaint: 1 });
    await screen.findByText('超了 19 小时');
    await userEvent.keyboard('a');
    await waitFor(() => expect(asked.some(({ op }) => op === 'answer_complaint')).toBe(true));
    await userEvent.click(screen.getByRole('checkbox', { name: /^道歉/ }));
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'set_complaint_step')?.args).toEqual({
        complaint: 1,
        step: 'apologise',
        state: 'done',
        note: null,
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: '跳过「好好谈」' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: '跳过' }));
    expect(await within(dialog).findByText('写一句原因，以后查得到')).toBeTruthy();
    await userEvent.click(within(dialog).getByRole('button', { name: '电话里已经说过' }));
    await userEvent.click(within(dialog).getByRole('button', { name: '跳过' }));
    await waitFor(() =>
      expect(asked.filter(({ op }) => op === 'set_complaint_step')[1]?.args).toMatchObject({
        step: 'talk',
        state: 'skipped',
        note: '电话里已经说过',
      }),
    );
  });

  it('is made up for, waits with a reason and is solved in words', async () => {
    const asked = answerWith(complaints);
    render(Complaint, { complaint: 1 });
    await screen.findByText('超了 19 小时');
    await userEvent.keyboard('b');
    let dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('radio', { name: '退款' }));
    await userEvent.click(within(dialog).getByRole('button', { name: /给补偿/ }));
    expect(
      within(dialog)
        .getByLabelText(/退她多少/)
        .getAttribute('aria-invalid'),
    ).toBe('true');
    await userEvent.type(within(dialog).getByLabelText(/退她多少/), '58.6');
    await userEvent.click(within(dialog).getByRole('button', { name: /给补偿/ }));
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'compensate')?.args).toEqual({
        complaint: 1,
        give: { kind: 'money', amount: '58.60' },
        note: null,
      }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await userEvent.keyboard('h');
    dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: '等她把东西拿来' }));
    await userEvent.click(within(dialog).getByRole('button', { name: '等她回话' }));
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'hold_complaint')?.args).toEqual({ complaint: 1, reason: '等她把东西拿来' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await userEvent.keyboard('s');
    dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText(/怎么解决的/), '换了新的');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'solve_complaint')?.args).toEqual({ complaint: 1, solution: '换了新的' }),
    );
    expect(toasts().at(-1)?.text).toBe('单晓燕的投诉解决了');
  });

  it('that is solved asks for the result, and a long text stays whole', async () => {
    const long = '她说'.repeat(900);
    const page = complaints.complaint_page!({ complaint: 3 });
    const asked = answerWith({
      ...complaints,
      complaint_page: () => ({ ...page, row: { ...rows[2]!, what: long, satisfied: null } }),
    });
    const { container } = render(Complaint, { complaint: 3 });
    expect(await screen.findByText(long)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^等她回话/ })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '不满意' }));
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'set_complaint_result')?.args).toEqual({ complaint: 3, satisfied: false }),
    );
    await userEvent.click(screen.getByRole('button', { name: '重开' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: '重开' }));
    await waitFor(() => expect(asked.some(({ op }) => op === 'reopen_complaint')).toBe(true));
    await expectNoFaults(container);
  });
});
