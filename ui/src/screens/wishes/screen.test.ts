import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { answerWith, expectNoFaults } from '../../../test/window';
import { toasts } from '../../app/toasts.svelte';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import Wishes from './Wishes.svelte';

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
});

it('shows who waits, and says who to tell when a style came in', { timeout: 20_000 }, async () => {
  const asked = answerWith();
  const { container } = render(Wishes);
  expect(await screen.findByRole('button', { name: '单晓燕' })).toBeTruthy();
  expect(screen.getByText('墨绿 · M · 等降价')).toBeTruthy();
  await expectNoFaults(container);
  await userEvent.click(screen.getByRole('button', { name: '记下' }));
  expect(await screen.findByText('写款号')).toBeTruthy();
  await userEvent.type(screen.getByLabelText('到了哪一款'), '24D-118');
  await userEvent.click(screen.getByRole('radio', { name: '降价了' }));
  await userEvent.click(screen.getByRole('button', { name: '记下' }));
  await waitFor(() =>
    expect(asked.find(({ op }) => op === 'save_arrival')?.args).toEqual({
      style_no: '24D-118',
      kind: 'reduced',
      note: null,
    }),
  );
  await waitFor(() => expect(toasts().at(-1)?.text).toBe('24D-118 降价了：1 位在等，去提醒她们'));
});

it('says what an empty list is for', async () => {
  answerWith({ list_wishes: () => ({ styles: [], wishes: 0 }) });
  render(Wishes);
  expect(await screen.findByText('还没有心愿')).toBeTruthy();
});
