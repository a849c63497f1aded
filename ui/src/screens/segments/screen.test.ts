import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { parties } from '../../../dev/parties';
import { segments } from '../../../dev/segments';
import { answerWith, expectNoFaults } from '../../../test/window';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import Segments from './Segments.svelte';

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
});

describe('segments', { timeout: 30_000 }, () => {
  it('show the saved ones with their counts, and whom the first finds, without a fault that axe finds', async () => {
    answerWith(segments);
    const { container } = render(Segments);
    expect(await screen.findByRole('button', { name: /睡着的老客\s*214/ })).toBeTruthy();
    expect(await screen.findByText('累计买过 ≥ 3 次 且 最后一次买至少 90 天前')).toBeTruthy();
    expect(screen.getByText(/位（共 4,372 位顾客），累计消费 ¥1,284,300/)).toBeTruthy();
    expect(screen.getByRole('button', { name: '单晓燕' })).toBeTruthy();
    await expectNoFaults(container);
    await userEvent.click(screen.getByRole('button', { name: /快过生日/ }));
    expect(await screen.findByText('现在没有这样的客人。')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '派任务' }).disabled).toBe(true);
  });

  it('say what is empty and what failed', async () => {
    answerWith({ ...segments, list_segments: () => ({ segments: [] }) });
    const { unmount } = render(Segments);
    expect(await screen.findByText('还没有存下的人群')).toBeTruthy();
    unmount();
    answerWith({ ...segments, list_segments: () => Promise.reject({ code: 'file_busy' }) });
    render(Segments);
    await waitFor(() => expect(screen.getAllByRole('alert').some(({ textContent }) => textContent !== '')).toBe(true));
  });

  it('count a new one while it is made, and keep it under its name', async () => {
    const asked = answerWith(segments);
    const { container } = render(Segments);
    await screen.findByText('累计买过 ≥ 3 次 且 最后一次买至少 90 天前');
    await userEvent.click(screen.getByRole('button', { name: /新的人群/ }));
    expect(await screen.findByText('把条件填完整，这里就数出有多少位。')).toBeTruthy();
    await userEvent.selectOptions(screen.getByLabelText('看什么'), '最后一次来');
    await userEvent.type(screen.getByLabelText('至少'), '90');
    expect(await screen.findByText('最后一次来至少 90 天前')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '加条件' }));
    await userEvent.click(screen.getByRole('button', { name: /存下/ }));
    expect(await screen.findByText('起个名字')).toBeTruthy();
    expect(screen.getByText('这一条还没填完整')).toBeTruthy();
    await expectNoFaults(container);
    await userEvent.click(screen.getByRole('button', { name: '去掉条件：消费' }));
    await userEvent.type(screen.getByLabelText(/^名字/), '三个月没来');
    await userEvent.click(screen.getByRole('button', { name: /存下/ }));
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'save_segment')?.args).toEqual({
        id: null,
        name: '三个月没来',
        filter: { kind: 'all', of: [{ kind: 'since', what: 'last_visit', at_least: 90, at_most: null }] },
        strategy: null,
      }),
    );
  });

  it('become tasks and guests', async () => {
    const asked = answerWith({ ...parties, ...segments, add_guests: parties.preview_guests });
    render(Segments);
    await screen.findByRole('button', { name: '单晓燕' });
    await userEvent.click(screen.getByRole('button', { name: '派任务' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('给「睡着的老客」214 位派任务')).toBeTruthy();
    await userEvent.type(within(dialog).getByLabelText(/做什么/), '问问近况');
    await userEvent.click(within(dialog).getByRole('button', { name: /派 214 个任务/ }));
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'set_segment_tasks')?.args).toMatchObject({
        title: '问问近况',
        due_on: '2026-11-22',
        batch: '睡着的老客',
        purpose: 'greeting',
      }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    setToday('2026-11-20');
    await userEvent.click(screen.getByRole('button', { name: '请来活动' }));
    const invite = await screen.findByRole('dialog');
    await userEvent.click(await within(invite).findByRole('button', { name: /^请 2 位/ }));
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'add_guests')?.args).toMatchObject({
        event: 1,
        customers: [],
        filter: { tags: [], condition: { kind: 'all' } },
      }),
    );
  });

  it('say before anything is done that they are too many for one step', async () => {
    const many = () => ({ customers: 10001, of: 20000, net_spend: '9.00', sample: [], tasks_at_most: 10000 });
    const asked = answerWith({ ...segments, preview_segment: many });
    render(Segments);
    await screen.findByText(/位（共 20,000 位顾客）/);
    await userEvent.click(screen.getByRole('button', { name: '派任务' }));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText(/有 10,001 位，一次最多派 10,000 个/)).toBeTruthy();
    await userEvent.type(within(dialog).getByLabelText(/做什么/), '问问近况');
    await userEvent.click(within(dialog).getByRole('button', { name: /派 10,001 个任务/ }));
    expect(screen.getByRole('dialog')).toBeTruthy();
    expect(asked.some(({ op }) => op === 'set_segment_tasks')).toBe(false);
  });

  it('begin with what another screen hands over, and wait for the hand to keep it', async () => {
    const asked = answerWith(segments);
    const begin = {
      name: '预测可能流失',
      filter: { kind: 'forecast', says: 'likely_lost' },
      strategy: '先打电话',
    } as const;
    render(Segments, { begin });
    expect(await screen.findByText('预测多半不再来了')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /^存下/ }));
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'save_segment')?.args).toMatchObject({ id: null, name: '预测可能流失' }),
    );
  });
});
