import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { clerks } from '../../../dev/clerks';
import { answerWith, expectNoFaults } from '../../../test/window';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import Clerks from './Clerks.svelte';
import SpotCheck from './SpotCheck.svelte';

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
});

describe('clerks', { timeout: 30_000 }, () => {
  it('stand against their targets, and a figure opens who is behind it, without a fault that axe finds', async () => {
    const asked = answerWith(clerks);
    const { container } = render(Clerks);
    const figure = await screen.findByRole('button', { name: /^小夏 新 VIP 6 \/ 5/ });
    expect(asked.find(({ op }) => op === 'clerk_board')?.args).toEqual({ from: '2026-11-01', to: '2026-11-30' });
    expect(await screen.findByText('2026 年第 4 季度')).toBeTruthy();
    await expectNoFaults(container);
    await userEvent.click(figure);
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByRole('button', { name: '单晓燕' })).toBeTruthy();
    await expectNoFaults(dialog);
    expect(asked.find(({ op }) => op === 'list_clerk_people')?.args).toMatchObject({ staff: 2, figure: 'new_vips' });
    await userEvent.selectOptions(screen.getByLabelText('哪段时间'), '上个季度');
    await waitFor(() =>
      expect(asked.filter(({ op }) => op === 'clerk_board').at(-1)?.args).toEqual({
        from: '2026-07-01',
        to: '2026-09-30',
      }),
    );
  });

  it('say what is empty and what failed', async () => {
    answerWith({ ...clerks, list_spot_checks: () => ({ checks: [] }) });
    const { unmount } = render(Clerks);
    expect(await screen.findByText('还没抽查过')).toBeTruthy();
    unmount();
    answerWith({ ...clerks, clerk_board: () => Promise.reject({ code: 'file_busy' }) });
    render(Clerks);
    await waitFor(() => expect(screen.getAllByRole('alert').some(({ textContent }) => textContent !== '')).toBe(true));
  });

  it('have targets for all and for one', async () => {
    const asked = answerWith(clerks);
    render(Clerks);
    await screen.findByRole('button', { name: /^小夏 新 VIP/ });
    await userEvent.click(screen.getByRole('button', { name: '目标' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText('小秋'), '3');
    await userEvent.click(within(dialog).getByRole('button', { name: /保存/ }));
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'save_clerk_targets')?.args).toEqual({
        new_vips: 5,
        own: [{ staff: 3, new_vips: 3 }],
      }),
    );
  });

  it('have their archives drawn, called and scored', async () => {
    const asked = answerWith(clerks);
    const { unmount } = render(Clerks);
    await userEvent.click((await screen.findAllByRole('button', { name: '抽查档案' }))[0]!);
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: /^抽/ }));
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'draw_spot_check')?.args).toEqual({
        name: '2026 年第 4 季度',
        size: 5,
        seed: null,
      }),
    );
    unmount();

    const { container } = render(SpotCheck, { check: 1 });
    await userEvent.click(await screen.findByRole('radio', { name: '打通了' }));
    const size = screen.getByRole('radiogroup', { name: '上装尺码对不对' });
    await userEvent.click(within(size).getByRole('radio', { name: '不对' }));
    const chat = screen.getByRole('radiogroup', { name: '微信对不对' });
    await userEvent.click(within(chat).getByRole('radio', { name: '对' }));
    await expectNoFaults(container);
    await userEvent.type(screen.getByLabelText('她说的'), '穿 L 了');
    await userEvent.click(screen.getByRole('button', { name: /记下，打下一位/ }));
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'save_spot_call')?.args).toEqual({
        item: 1,
        outcome: 'reached',
        answers: [
          { field: 8, is_right: true },
          { field: 21, is_right: false },
        ],
        note: '穿 L 了',
      }),
    );
    expect(await screen.findByRole('heading', { name: '曾丽' })).toBeTruthy();
  });
});
