import { beforeEach, describe, expect, it } from 'vitest';
import { eventPage } from '../../../dev/parties';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import {
  eventForm,
  eventProblems,
  eventRequest,
  inviteForm,
  inviteRequest,
  shownRows,
  slots,
  stateWords,
  yearWords,
} from './logic';

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
});

describe('an event in words', () => {
  it('says where it stands', () => {
    const { event } = eventPage;
    const at = (today: string) => stateWords(event, today).text;
    expect(at('2026-11-09')).toBe('还有 11 天');
    expect(at('2026-11-10')).toBe('该请人了，还有 10 天');
    expect(at('2026-11-20')).toBe('正在办');
    expect(at('2026-12-04')).toBe('还算 0 天消费');
    expect(at('2026-12-05')).toBe('已结束');
    expect(stateWords({ ...event, cancelled_on: '2026-11-01' }, '2026-11-20').text).toBe('已取消');
  });
  it('counts a year against its aim', () => {
    expect(slots({ held: 1, planned: 1, aim: 4 })).toEqual(['held', 'planned', 'open', 'open']);
    expect(slots({ held: 5, planned: 0, aim: 4 })).toHaveLength(5);
    expect(yearWords({ year: 2026, held: 3, planned: 1, aim: 4 })).toContain('一年 4 场的目标够了');
    expect(yearWords({ year: 2026, held: 0, planned: 0, aim: 0 })).toBe('2026 年办了 0 场，还定了 0 场');
  });
  it('shows the guests asked for', () => {
    const names = (shown: Parameters<typeof shownRows>[1]) => shownRows(eventPage.guests, shown).map(({ id }) => id);
    expect([names('all'), names('open'), names('coming'), names('came')]).toEqual([[1, 2, 3], [2, 3], [1], []]);
  });
});

describe('the forms', () => {
  it('name what is wrong and ask for what is right', () => {
    expect([...eventProblems(eventForm(undefined)).keys()]).toEqual(['name', 'day']);
    const form = { ...eventForm(eventPage.event), toDay: '2026-11-19', starts: '25:00', inviteDays: '61' };
    expect([...eventProblems(form).keys()]).toEqual(['to_day', 'starts', 'invite_days']);
    expect(eventRequest({ ...eventForm(eventPage.event), starts: '14：30' }, 1)).toMatchObject({
      id: 1,
      starts: '14:30',
      to_day: null,
      gift: '真丝小方巾',
    });
  });
  it('ask by a filter or by name', () => {
    const form = {
      ...inviteForm({ level: 3, spend: null }),
      level: '2',
      recency: 'away60',
      spend: '900.00',
      spendDays: '30',
    };
    expect(inviteRequest(form, 1, [])).toEqual({
      event: 1,
      customers: [],
      filter: {
        level: 2,
        tags: [],
        staff: null,
        spend_min: '900.00',
        spend_days: 30,
        visited_within: null,
        away_for: 60,
        birthday_month: null,
      },
      call: { level: 3, spend: null },
    });
    expect(inviteRequest({ ...form, by: 'names' }, 1, [])).toBeUndefined();
    expect(inviteRequest({ ...form, by: 'names' }, 1, [4])?.customers).toEqual([4]);
  });
});
