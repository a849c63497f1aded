import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { care, task } from '../../../dev/care';
import { answerWith, expectNoFaults } from '../../../test/window';
import { listenToKeys } from '../../app/actions.svelte';
import { open, place, start } from '../../app/router.svelte';
import { readInfo } from '../../app/shop.svelte';
import { toasts } from '../../app/toasts.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import CallSheet from './CallSheet.svelte';
import HerTasks from './HerTasks.svelte';
import Today from './Today.svelte';

beforeEach(() => {
  setLanguage('zh-CN');
  open(['today', 'customer', 'call-sheet']);
  start('today');
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  const stop = listenToKeys(window);
  return () => {
    stop();
    vi.restoreAllMocks();
  };
});

async function show(own = {}) {
  const asked = answerWith(own);
  await readInfo();
  const view = render(Today);
  const grid = await screen.findByRole('grid', { name: '关怀' });
  await waitFor(() => expect(within(grid).getAllByRole('row').length).toBeGreaterThan(5));
  return { ...view, asked, grid };
}
const last = (asked: { op: string; args: Record<string, unknown> }[]) =>
  asked.filter(({ op }) => op === 'decide_tasks').at(-1)!.args;

describe('today', () => {
  it('shows the late, the due and the coming with why, without a fault that axe finds', async () => {
    const { container } = await show();
    expect(screen.getByText('晚了 12 件 · 今天 40 件 · 先不打扰 9 件 · 今天已记 5 件')).toBeTruthy();
    expect(screen.getByText('过了日子')).toBeTruthy();
    expect(screen.getAllByText(/11月14日一次买了 ¥2,480/).length).toBeGreaterThan(0);
    await screen.findByText(/好久没见了/);
    await expectNoFaults(container);
  });
  it('notes the task under the hand by one key, and says whom', async () => {
    const { grid, asked } = await show();
    await fireEvent.keyDown(grid, { key: 'd' });
    await waitFor(() => expect(last(asked)).toMatchObject({ decision: 'done', log: true, tasks: [task(0).task] }));
    await waitFor(() => expect(toasts().at(-1)?.text).toContain(`记下了：${task(0).customer!.name}，做好了`));
  });
  it('notes several at once when they are ticked', async () => {
    const { grid, asked } = await show();
    for (const box of within(grid).getAllByRole('checkbox').slice(1, 4)) await fireEvent.click(box);
    expect(await screen.findByText('选了 3 件')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: /没接/ }));
    await waitFor(() => expect((last(asked).tasks as unknown[]).length).toBe(3));
    await waitFor(() => expect(screen.queryByText('选了 3 件')).toBeNull());
  });
  it('puts off to a day, and skips only with a reason', async () => {
    const { grid, asked } = await show();
    await fireEvent.keyDown(grid, { key: 'l' });
    await fireEvent.click(await screen.findByRole('button', { name: '3 天后' }));
    await fireEvent.click(screen.getByRole('button', { name: /改到这天/ }));
    await waitFor(() => expect(last(asked)).toMatchObject({ decision: 'snoozed', until: '2026-11-24' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await fireEvent.keyDown(grid, { key: 's' });
    const sheet = await screen.findByRole('dialog', { name: /不做了/ });
    await fireEvent.click(within(sheet).getByRole('button', { name: '不做了' }));
    expect(last(asked).decision).toBe('snoozed');
    await fireEvent.click(within(sheet).getByRole('button', { name: '她不需要' }));
    await fireEvent.click(within(sheet).getByRole('button', { name: '不做了' }));
    await waitFor(() => expect(last(asked)).toMatchObject({ decision: 'skipped', reason: '她不需要' }));
  });
  it('lists who is left in peace, and why', async () => {
    await show();
    await fireEvent.click(screen.getByRole('radio', { name: '先不打扰 9' }));
    expect((await screen.findAllByText('她说过不要促销')).length).toBeGreaterThan(0);
    expect(screen.getAllByText('11月19日才来过').length).toBeGreaterThan(0);
  });
  it('opens her page with Enter', async () => {
    const { grid } = await show();
    await fireEvent.keyDown(grid, { key: 'Enter' });
    expect(place()?.name).toBe('customer');
  });
  it('says when the next is due where today has nothing, and what will stand here where nothing is', async () => {
    const none = { overdue: 0, due: 0, upcoming: 0 };
    const next = task(100);
    const answer = care.today!({ whose: 'all', limit: 100 });
    const { unmount } = await (async () => {
      answerWith({
        today: () => ({ ...answer, all: { ...none, upcoming: 1 }, groups: [], rows: [next], total: 1, cursor: null }),
      });
      await readInfo();
      return render(Today);
    })();
    expect(await screen.findByText(new RegExp(`下一件在.*${next.customer!.name}`))).toBeTruthy();
    unmount();
    start('today');
    answerWith({ today: () => ({ ...answer, all: none, held: 0, groups: [], rows: [], total: 0, cursor: null }) });
    render(Today);
    expect(await screen.findByText(/往后七天也没有/)).toBeTruthy();
  });
  it('says what went wrong and offers another try', async () => {
    answerWith({
      today: () => {
        throw { code: 'disk_fault' };
      },
    });
    render(Today);
    expect(await screen.findByRole('button', { name: '再试一次' })).toBeTruthy();
  });
});

describe('the text', () => {
  it('is copied with one key, which never says that it was sent, and goes into the log with the task', async () => {
    const write = vi.fn(() => Promise.resolve());
    vi.stubGlobal('navigator', Object.create(navigator, { clipboard: { value: { writeText: write } } }) as Navigator);
    const { grid, asked } = await show();
    await screen.findByText(/好久没见了/);
    await fireEvent.keyDown(grid, { key: 'c', ctrlKey: true });
    await waitFor(() => expect(write).toHaveBeenCalledWith(expect.stringContaining('好久没见了')));
    await waitFor(() => expect(toasts().at(-1)?.text).toMatch(/^拷贝好了/));
    await fireEvent.keyDown(grid, { key: 'd' });
    await waitFor(() =>
      expect(last(asked)).toMatchObject({ template: 3, text: expect.stringContaining('好久没见了') as string }),
    );
    vi.unstubAllGlobals();
  });
});

describe('her page', () => {
  it('has her tasks with the same keys, and what waits', async () => {
    const asked = answerWith();
    const { container } = render(HerTasks, { customer: { id: 1, name: '单晓燕' } });
    expect(await screen.findByText('第一次购买：3 天内问问合不合适')).toBeTruthy();
    expect(screen.queryByText(/2 个月没来/)).toBeNull();
    await fireEvent.click(screen.getByRole('button', { name: '还有 1 件 · 先不打扰 1' }));
    expect(screen.getByText('她说过不要促销', { exact: false })).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: /2 个月没来/ }));
    expect(screen.getByText('2 个月没来：问候')).toBeTruthy();
    await fireEvent.keyDown(window, { key: 'r' });
    await waitFor(() => expect(last(asked)).toMatchObject({ decision: 'replied' }));
    await expectNoFaults(container);
  });
  it('says when it is too early or too late to send', async () => {
    const said = '现在太早或太晚，等一等再发';
    answerWith();
    const { unmount } = render(HerTasks, { customer: { id: 1, name: '单晓燕' } });
    await screen.findByText(/好久没见了/);
    expect(screen.queryByText(said)).toBeNull();
    unmount();
    const words = care.message_for!({ customer: 1 } as Parameters<NonNullable<typeof care.message_for>>[0]);
    answerWith({ message_for: () => ({ ...words, in_hours: false }) });
    render(HerTasks, { customer: { id: 1, name: '单晓燕' } });
    expect(await screen.findByText(said)).toBeTruthy();
  });
  it('takes a task by hand', async () => {
    const asked = answerWith();
    render(HerTasks, { customer: { id: 2, name: '曾丽' } });
    expect(await screen.findByText('眼下没有要做的')).toBeTruthy();
    await fireEvent.keyDown(window, { key: 'u' });
    await fireEvent.input(await screen.findByRole('textbox', { name: /要做什么/ }), {
      target: { value: '问问她合不合身' },
    });
    await fireEvent.click(screen.getByRole('button', { name: /保存/ }));
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'save_follow_up')?.args).toMatchObject({
        customers: [2],
        title: '问问她合不合身',
        due_on: '2026-11-24',
      }),
    );
  });
});

describe('the call sheet', () => {
  it('has a block a customer with blanks for what is not known', async () => {
    answerWith();
    const { container } = render(CallSheet, { tasks: [task(0).task, task(1).task] });
    expect(await screen.findByRole('heading', { name: task(0).customer!.name })).toBeTruthy();
    expect(screen.getAllByText('家里有谁').length).toBe(2);
    expect(screen.getAllByText('138 0013 4217').length).toBe(2);
    await expectNoFaults(container);
  });
});
