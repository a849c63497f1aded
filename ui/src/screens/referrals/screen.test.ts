import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { parties } from '../../../dev/parties';
import { answerWith, expectNoFaults } from '../../../test/window';
import { perform } from '../../app/actions.svelte';
import { toasts } from '../../app/toasts.svelte';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import Referrals from './Referrals.svelte';
import Tree from './Tree.svelte';

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
});

describe('referrals', { timeout: 20_000 }, () => {
  it('are thanked with one key by the rule', async () => {
    const asked = answerWith({ ...parties, give_thanks: () => ({}) });
    const { container } = render(Referrals);
    expect(await screen.findByText('11月3日首单 ¥800，够谢礼了')).toBeTruthy();
    expect(screen.getByText('新客建档 90 天内，首单满 ¥300，就谢介绍人：')).toBeTruthy();
    await expectNoFaults(container);
    perform('give-thanks');
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'give_thanks')?.args).toEqual({
        referred: 2,
        what: null,
        reward: { kind: 'points', points: 500 },
      }),
    );
    await waitFor(() => expect(toasts().at(-1)?.text).toBe('谢过单晓燕了：500 积分'));
  });

  it('are thanked in words where no reward is earned, never without any', async () => {
    const asked = answerWith({ ...parties, give_thanks: () => ({}) });
    render(Referrals);
    await userEvent.click(await screen.findByText('还没买，可以先谢一声'));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: /^谢她/ }));
    expect(await within(dialog).findByText('写一句怎么谢的')).toBeTruthy();
    await userEvent.type(within(dialog).getByLabelText('怎么谢的'), '当面道谢');
    await userEvent.click(within(dialog).getByRole('button', { name: /^谢她/ }));
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'give_thanks')?.args).toEqual({
        referred: 3,
        what: '当面道谢',
        reward: null,
      }),
    );
  });

  it('are ranked, and what was taken back is said', async () => {
    answerWith(parties);
    const { container } = render(Referrals);
    await userEvent.click(await screen.findByRole('radio', { name: '排行' }));
    expect(await screen.findByText('¥2,300')).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: '谢过的' }));
    expect(await screen.findByText('首单退了，已收回')).toBeTruthy();
    await expectNoFaults(container);
  });

  it('stand in a tree, up and down', async () => {
    answerWith(parties);
    const { container } = render(Tree, { customer: 1 });
    expect(await screen.findByText('她是怎么来的')).toBeTruthy();
    expect(screen.getByText('又带来 1 位')).toBeTruthy();
    expect(screen.getByText('11月10日谢过')).toBeTruthy();
    await expectNoFaults(container);
  });
});
