import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { answerWith, expectNoFaults } from '../../../test/window';
import type { Answers } from '../../../test/window';
import { place, start } from '../../app/router.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import CalendarScreen from './CalendarScreen.svelte';

const answers: Answers = {
  calendar_month: ({ year, month }) => ({
    year,
    month,
    days: [
      {
        day: `${year}-${String(month).padStart(2, '0')}-01`,
        lunar: '十五',
        festivals: [{ id: 3, name: '中秋节', quiet: false }],
        birthdays: 2,
        is_open: false,
        closed_reason: '盘点',
      },
    ],
  }),
  list_festivals: () => ({
    festivals: [
      {
        festival: {
          id: 9,
          key: null,
          name: '店庆',
          rule: { day: { kind: 'solar', month: 12, day: 5 }, quiet: false, only: null },
          is_on: true,
        },
        next: '2026-12-05',
        days_until: 14,
      },
    ],
  }),
  shop_hours: () => ({
    hours: { week: Array.from({ length: 7 }, () => [{ from: '10:00', to: '21:00' }]) },
    closed: [],
    open_now: true,
    next_opening: null,
  }),
  list_birthdays: () => ({ rows: [], total: 0, gifts: [] }),
  save_festival: () => ({ festival: 9 }),
  save_shop_hours: () => ({}),
};

beforeEach(() => {
  setLanguage('zh-CN');
  start('calendar');
});

describe('the calendar', () => {
  it('shows the month with festivals, birthdays and days off, without a fault that axe finds', async () => {
    answerWith(answers);
    const { container } = render(CalendarScreen);
    expect(await screen.findByText('中秋节')).toBeTruthy();
    expect(screen.getByText('2 位生日')).toBeTruthy();
    expect(screen.getByText('盘点')).toBeTruthy();
    expect(await screen.findByText('店庆')).toBeTruthy();
    await expectNoFaults(container);
  });
  it('opens a day: its birthdays with the way to her page, its festivals', async () => {
    const her = { id: 7, member_no: 'K000007', name: '单晓燕', phone: null };
    const asked = answerWith({
      ...answers,
      list_birthdays: () => ({
        rows: [{ day: '2026-11-01', customer: her, text: '1986年11月1日', turns: 40, level: '金卡', gift: '丝巾' }],
        total: 1,
        gifts: [],
      }),
    });
    const { container } = render(CalendarScreen);
    await userEvent.click(await screen.findByRole('button', { name: /中秋节\s*2 位生日\s*盘点/ }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(await within(dialog).findByRole('button', { name: '单晓燕' }));
    const first = asked.find(({ op }) => op === 'calendar_month')?.args as { year: number; month: number };
    const day = `${first.year}-${String(first.month).padStart(2, '0')}-01`;
    expect(asked.some(({ op, args }) => op === 'list_birthdays' && args.from === day && args.to === day)).toBe(true);
    expect(place()).toMatchObject({ name: 'customer', params: { customer: 7 } });
    await expectNoFaults(container);
  });
  it('turns a festival off with one click', async () => {
    const asked = answerWith(answers);
    render(CalendarScreen);
    await userEvent.click(await screen.findByRole('checkbox', { name: '过店庆' }));
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'save_festival')?.args).toMatchObject({ id: 9, is_on: false }),
    );
  });
  it('takes hours as a hand writes them, and none it cannot read', async () => {
    const asked = answerWith(answers);
    const { container } = render(CalendarScreen);
    await screen.findAllByText('10:00-21:00');
    await userEvent.click(screen.getByRole('button', { name: '修改' }));
    const [monday] = screen.getAllByRole('textbox');
    if (!monday) throw new Error('no box for Monday');
    await expectNoFaults(container);
    await userEvent.clear(monday);
    await userEvent.type(monday, '十点');
    await userEvent.click(screen.getByRole('button', { name: /保存/ }));
    expect(screen.getByText(/看不懂/)).toBeTruthy();
    expect(asked.some(({ op }) => op === 'save_shop_hours')).toBe(false);
    await userEvent.clear(monday);
    await userEvent.type(monday, '10-13 14-21{Enter}');
    await waitFor(() => {
      const week = asked.find(({ op }) => op === 'save_shop_hours')?.args.week as unknown[];
      expect(week[0]).toEqual([
        { from: '10:00', to: '13:00' },
        { from: '14:00', to: '21:00' },
      ]);
    });
  });
});
