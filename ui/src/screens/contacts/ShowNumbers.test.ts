import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { answerWith, expectNoFaults } from '../../../test/window';
import type { LockState } from '../../api/generated';
import { forgetLock, takeLock } from '../../app/lock.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import ShowNumbers from './ShowNumbers.svelte';

const clerk = (reveals: boolean): LockState => ({
  guarded: true,
  locked: false,
  actor: 2,
  role: 'clerk',
  people: [],
  after_minutes: 5,
  clerks_reveal: reveals,
  reveals,
});

beforeEach(() => {
  setLanguage('zh-CN');
  forgetLock();
});

it('is not there where the owner does not allow it', () => {
  takeLock(clerk(false));
  const { container } = render(ShowNumbers, { customer: 1, name: '单晓燕' });
  expect(container.textContent.trim()).toBe('');
});

it('asks for one person on a press, and forgets it when another is on the screen', async () => {
  takeLock(clerk(true));
  const asked = answerWith({
    show_numbers: () => ({ phones: ['13800134217', '057188881234'], wechat: '13800134217' }),
  });
  const { container, rerender } = render(ShowNumbers, { customer: 1, name: '单晓燕' });
  expect(asked).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: '显示号码：单晓燕' }));
  await waitFor(() => expect(container.textContent).toContain('138 0013 4217 / 057188881234'));
  expect(asked.map(({ op, args }) => [op, args['customer']])).toEqual([['show_numbers', 1]]);
  await expectNoFaults(container);
  await rerender({ customer: 2, name: '曾敏' });
  expect(container.textContent).not.toContain('4217');
  await rerender({ customer: 1, name: '单晓燕' });
  await userEvent.click(screen.getByRole('button', { name: '收起号码' }));
  expect(container.textContent).not.toContain('4217');
});

it('says so when the core refuses', async () => {
  takeLock(clerk(true));
  answerWith({
    show_numbers: () => {
      throw { code: 'owner_needed', params: {} };
    },
  });
  const { container } = render(ShowNumbers, { customer: 1, name: '单晓燕' });
  await userEvent.click(screen.getByRole('button', { name: '显示号码：单晓燕' }));
  await waitFor(() => expect(container.textContent).toContain('要店主来做'));
});
