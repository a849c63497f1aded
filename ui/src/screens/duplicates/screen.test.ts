import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { book } from '../../../dev/book';
import { answerWith, expectNoFaults } from '../../../test/window';
import type { DuplicatePair } from '../../api/generated';
import { announce } from '../../app/changes.svelte';
import { toasts } from '../../app/toasts.svelte';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import Duplicates from './Duplicates.svelte';

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
});

describe('duplicates', () => {
  it('say why and how sure, are looked at before they are joined, and can be taken back', async () => {
    const asked = answerWith();
    const { container } = render(Duplicates);
    const name = await screen.findByRole('radiogroup', { name: '姓名' });
    expect(await screen.findByText('很可能')).toBeTruthy();
    expect(screen.getAllByText('手机号一样 · 138 **** 4217').length).toBeGreaterThan(0);
    const after = await screen.findByRole('region', { name: '合成以后' });
    await waitFor(() => expect(after.textContent).toContain('¥89,210'));
    expect(after.textContent).toContain('标签 2、关系 1');
    await expectNoFaults(container);
    const tries = asked.filter(({ op }) => op === 'preview_merge').length;
    await userEvent.click(name.querySelectorAll('input')[1]!);
    await waitFor(() => expect(asked.filter(({ op }) => op === 'preview_merge').length).toBeGreaterThan(tries));
    await userEvent.click(screen.getByRole('button', { name: '合成一份' }));
    await waitFor(() => expect(asked.find(({ op }) => op === 'merge_customers')).toBeTruthy());
    const sent = asked.find(({ op }) => op === 'merge_customers')!.args as {
      fields: { name: string };
      keep: number;
      from: number;
    };
    expect([sent.keep, sent.from]).toEqual([1, 17]);
    expect(sent.fields.name).not.toBe('单晓燕');
    await waitFor(() => expect(toasts().at(-1)?.act?.label).toBe('toast-undo'));
  });
  it('told apart are said to the book', async () => {
    const asked = answerWith();
    render(Duplicates);
    expect(await screen.findByText('2 对')).toBeTruthy();
    await userEvent.click(await screen.findByRole('button', { name: '是两个人' }));
    await waitFor(() => expect(asked.find(({ op }) => op === 'tell_apart')?.args).toEqual({ left: 1, right: 17 }));
  });
  it('give way to the next of the list once one is settled', async () => {
    const [first, second] = book.find_duplicates!({}).pairs as [DuplicatePair, DuplicatePair];
    const third = {
      ...second,
      left: { ...second.left, id: 90, name: '甘露' },
      right: { ...second.right, id: 91, name: '甘露露' },
    };
    let pairs = [first, second, third];
    const asked = answerWith({
      find_duplicates: () => ({ pairs, total: pairs.length, cursor: null, crowds: 0 }),
      tell_apart: ({ left }) => {
        pairs = pairs.filter((one) => one.left.id !== left);
        return {};
      },
    });
    render(Duplicates);
    const shown = () => document.querySelector('[aria-current="true"]')?.textContent;
    await userEvent.click(await screen.findByRole('button', { name: new RegExp(second.right.name) }));
    await userEvent.click(await screen.findByRole('button', { name: '是两个人' }));
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'tell_apart')?.args).toMatchObject({ left: second.left.id }),
    );
    announce(['told_apart']);
    await waitFor(() => expect(shown()).toContain('甘露露'));
  });
  it('told apart are listed and can be taken back', async () => {
    const asked = answerWith();
    const { container } = render(Duplicates);
    await userEvent.click(await screen.findByRole('radio', { name: '记作两个人' }));
    await userEvent.click(await screen.findByRole('button', { name: '收回' }));
    await waitFor(() => expect(asked.find(({ op }) => op === 'forget_apart')?.args).toEqual({ told_apart: 1 }));
    await expectNoFaults(container);
  });
  it('are fetched page by page', async () => {
    const all = book.find_duplicates!({}).pairs;
    const asked = answerWith({
      find_duplicates: ({ cursor }) => ({
        pairs: cursor ? [all[1]!] : [all[0]!],
        total: 2,
        cursor: cursor ? null : 'high-1-17',
        crowds: 0,
      }),
    });
    render(Duplicates);
    await userEvent.click(await screen.findByRole('button', { name: '再看 1 对' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: '再看 1 对' })).toBeNull());
    const cursors = asked.filter(({ op }) => op === 'find_duplicates').map(({ args }) => args.cursor);
    expect(cursors).toEqual([null, null, 'high-1-17']);
  });
  it('are looked for among those put away only when asked', async () => {
    const asked = answerWith();
    render(Duplicates);
    await userEvent.click(await screen.findByRole('checkbox', { name: '连收起和退会的一起找' }));
    await waitFor(() => {
      const found = asked.filter(({ op }) => op === 'find_duplicates').map(({ args }) => args.inactive);
      expect(found).toEqual([false, true]);
    });
  });
  it('say when there are none', async () => {
    answerWith({ find_duplicates: () => ({ pairs: [], total: 0, cursor: null, crowds: 0 }) });
    const { container } = render(Duplicates);
    expect(await screen.findByText('没有看着像同一个人的')).toBeTruthy();
    await expectNoFaults(container);
  });
});
