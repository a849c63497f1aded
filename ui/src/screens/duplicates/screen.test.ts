import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { answerWith, expectNoFaults } from '../../../test/window';
import { toasts } from '../../app/toasts.svelte';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import Duplicates from './Duplicates.svelte';

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
});

describe('duplicates', () => {
  it('are joined field by field and can be taken back', async () => {
    const asked = answerWith();
    const { container } = render(Duplicates);
    const name = await screen.findByRole('radiogroup', { name: '姓名' });
    await expectNoFaults(container);
    await userEvent.click(name.querySelectorAll('input')[1]!);
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
  it('left apart make room for the next pair', async () => {
    answerWith();
    render(Duplicates);
    expect(await screen.findByText('2 对')).toBeTruthy();
    await userEvent.click(await screen.findByRole('button', { name: '是两个人' }));
    expect(await screen.findByText('1 对')).toBeTruthy();
  });
  it('say when there are none', async () => {
    answerWith({ find_duplicates: () => ({ pairs: [] }) });
    const { container } = render(Duplicates);
    expect(await screen.findByText('没有看着像同一个人的')).toBeTruthy();
    await expectNoFaults(container);
  });
});
