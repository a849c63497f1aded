import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { eventPage, parties } from '../../../dev/parties';
import { answerWith, expectNoFaults } from '../../../test/window';
import { perform } from '../../app/actions.svelte';
import { toasts } from '../../app/toasts.svelte';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import Event from './Event.svelte';
import Events from './Events.svelte';

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-20');
});

describe('events', { timeout: 20_000 }, () => {
  it('show the year against its aim, without a fault that axe finds', async () => {
    answerWith(parties);
    const { container } = render(Events);
    expect(await screen.findByText('2026 年办了 1 场，还定了 0 场，离一年 4 场的目标还差 3 场')).toBeTruthy();
    expect(await screen.findByText('丝巾系法沙龙')).toBeTruthy();
    await expectNoFaults(container);
  });

  it('say what is empty and what failed', async () => {
    answerWith({
      ...parties,
      list_events: () => ({ year: 2026, years: [2026], aim: 4, held: 0, planned: 0, rows: [] }),
    });
    const { unmount } = render(Events);
    expect(await screen.findByText('这一年还没有活动')).toBeTruthy();
    unmount();
    answerWith({ ...parties, event_page: () => Promise.reject({ code: 'not_found' }) });
    render(Event, { event: 9 });
    expect(await screen.findByRole('alert')).toBeTruthy();
  });

  it('take one key for an answer and for who came', async () => {
    const asked = answerWith({ ...parties, set_guest_answer: () => ({}), set_guests_came: () => ({}) });
    const { container } = render(Event, { event: 1 });
    expect(await screen.findByText('投诉还没解决')).toBeTruthy();
    await expectNoFaults(container);
    await waitFor(() => expect(perform('guest-declined')).toBe(true));
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'set_guest_answer')?.args).toEqual({
        event: 1,
        customers: [1],
        answer: 'declined',
        party: null,
      }),
    );
    await waitFor(() => expect(toasts().at(-1)?.text).toBe('单晓燕来不了'));
    perform('guest-came');
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'set_guests_came')?.args).toEqual({ event: 1, customers: [1], came: true }),
    );
  });

  it('take nobody as come before the day', async () => {
    setToday('2026-11-19');
    answerWith(parties);
    render(Event, { event: 1 });
    await screen.findByText('投诉还没解决');
    await waitFor(() => expect(screen.getByRole('button', { name: /答应来/ })).toBeTruthy());
    expect(screen.queryByRole('button', { name: /^到了/ })).toBeNull();
    expect(perform('guest-came')).toBe(false);
  });

  it('show whom an invitation would reach before anybody is invited', async () => {
    const asked = answerWith({ ...parties, add_guests: parties.preview_guests });
    render(Event, { event: 1 });
    await userEvent.click(await screen.findByRole('button', { name: /请客人/ }));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText(/打电话 1 位，发消息 1 位。/)).toBeTruthy();
    expect(within(dialog).getByText('她说别联系')).toBeTruthy();
    expect(asked.some(({ op }) => op === 'add_guests')).toBe(false);
    await userEvent.click(within(dialog).getByRole('button', { name: /^请 2 位/ }));
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'add_guests')?.args).toEqual({
        event: 1,
        customers: [],
        filter: {
          level: null,
          tags: [],
          staff: null,
          spend_min: null,
          spend_days: null,
          visited_within: null,
          away_for: null,
          birthday_month: null,
        },
        call: { level: null, spend: '5000.00' },
      }),
    );
    expect(eventPage.guests).toHaveLength(3);
  });
});
