import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { emptyPage, insight, page } from '../../../dev/insight';
import { answerWith, expectNoFaults } from '../../../test/window';
import { place } from '../../app/router.svelte';
import { setToday } from '../../text/format.svelte';
import { language, setLanguage } from '../../text/i18n.svelte';
import Insight from './Insight.svelte';
import People from './People.svelte';
import { reportKind } from './period';
import Report from './Report.svelte';

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
});

describe('the page of figures', { timeout: 60_000 }, () => {
  it('says each figure with its definition, its sample and what changed, and opens the people behind it', async () => {
    const asked = answerWith(insight);
    const { container } = render(Insight);
    const overdue = await screen.findByRole('button', { name: '该来没来' });
    expect(document.getElementById(overdue.getAttribute('aria-describedby')!)!.textContent).toContain('11月21日');
    expect(screen.getByText('96 里有 31')).toBeTruthy();
    expect(screen.getByText('▲ 7.3 点')).toBeTruthy();
    expect(asked.find(({ op }) => op === 'insight_page')?.args).toEqual({
      from: '2026-11-01',
      to: '2026-11-21',
      as_of: null,
      compare: 'last_year',
    });
    await expectNoFaults(container);
    await userEvent.click(screen.getByRole('button', { name: /^57 位该来没来, / }));
    expect(place()).toMatchObject({ name: 'insight-people', params: { of: 'figure', cell: 'overdue_members' } });
  });

  it('asks for the days and the comparison that are chosen, and never for days that are none', async () => {
    const asked = answerWith(insight);
    render(Insight);
    await screen.findByText('客单价');
    const last = () => asked.filter(({ op }) => op === 'insight_page').at(-1)?.args;
    await userEvent.click(screen.getByRole('radio', { name: '上月' }));
    await waitFor(() => expect(last()).toMatchObject({ from: '2026-10-01', to: '2026-10-31' }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '和什么比' }), 'last_period');
    await waitFor(() => expect(last()).toMatchObject({ compare: 'last_period' }));
    await userEvent.click(screen.getByRole('radio', { name: '自选' }));
    const from = screen.getByRole('textbox', { name: '从哪天' });
    await userEvent.clear(from);
    await userEvent.type(from, '2026-11-30');
    expect(await screen.findByText('后一天要不早于前一天')).toBeTruthy();
    expect(asked.some(({ op, args }) => op === 'insight_page' && args.from === '2026-11-30')).toBe(false);
    await userEvent.clear(from);
    await userEvent.type(from, '2026-11-09');
    await waitFor(() => expect(last()).toMatchObject({ from: '2026-11-09', to: '2026-11-21' }));
  });

  it.each(['顾客价值', '增长留存', '顾客构成', '会员与销售', '礼遇与回应'])('has no faults at %s', async (tab) => {
    answerWith(insight);
    const { container } = render(Insight);
    await userEvent.click(await screen.findByRole('radio', { name: tab }));
    await waitFor(() => expect(container.querySelectorAll('table').length).toBeGreaterThan(0));
    await expectNoFaults(container);
    // No word of the catalogue is missing: a missing one shows its own id.
    expect(container.textContent).not.toMatch(/insight-[a-z]/);
  });

  it('says that few are too few instead of a percentage', async () => {
    answerWith(insight);
    render(Insight);
    await userEvent.click(await screen.findByRole('radio', { name: '会员与销售' }));
    expect((await screen.findAllByText('才 6 位，看不出')).length).toBeGreaterThan(0);
    expect(screen.getByText('才 7 次，看不出')).toBeTruthy();
    expect(await screen.findByText('人太少')).toBeTruthy();
  });

  it('of an empty shop says what will stand there', async () => {
    answerWith({ ...insight, insight_page: () => emptyPage });
    const { container } = render(Insight);
    expect(await screen.findByText('店里的样子会画在这里')).toBeTruthy();
    await expectNoFaults(container);
  });

  it('that could not be read says so and asks again', async () => {
    let fails = true;
    answerWith({
      ...insight,
      insight_page: () => {
        if (fails) throw { code: 'file_busy' };
        return page;
      },
    });
    render(Insight);
    const again = await screen.findByRole('button', { name: /再试|重试/ });
    fails = false;
    await userEvent.click(again);
    expect(await screen.findByText('客单价')).toBeTruthy();
  });

  it('keeps the limits of the owner in order', async () => {
    const asked = answerWith(insight);
    const { container } = render(Insight);
    await userEvent.click(await screen.findByRole('radio', { name: '顾客价值' }));
    await userEvent.click(await screen.findByRole('button', { name: '改界线' }));
    const risk = screen.getByRole('textbox', { name: /预警/ });
    await userEvent.clear(risk);
    await userEvent.type(risk, '30');
    await userEvent.click(screen.getByRole('button', { name: /^保存/ }));
    expect(await screen.findByText('要比 60 大')).toBeTruthy();
    await expectNoFaults(container);
    await userEvent.clear(risk);
    await userEvent.type(risk, '120');
    await userEvent.click(screen.getByRole('button', { name: /^保存/ }));
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'save_insight_settings')?.args).toEqual({
        ...page.settings,
        at_risk_days: 120,
      }),
    );
  });
});

describe('the people behind a figure', { timeout: 60_000 }, () => {
  it('stand with the reason, their names as they were written', async () => {
    const asked = answerWith(insight);
    const { container } = render(People, {
      of: 'interval',
      cell: 'overdue',
      title: () => (language() === 'en' ? 'Overdue' : '该来没来的人'),
      span: page.span,
    });
    expect(await screen.findByText('93 天没来，平时 31 天')).toBeTruthy();
    expect(screen.getByText('<script>alert(1)</script>')).toBeTruthy();
    expect(container.querySelector('script')).toBeNull();
    expect(asked.at(-1)?.args).toMatchObject({ of: 'interval', cell: 'overdue', as_of: '2026-11-21', cursor: null });
    await expectNoFaults(container);
    // What the list is of follows the language like everything else.
    setLanguage('en');
    expect(await screen.findByRole('heading', { name: /^Overdue/ })).toBeTruthy();
  });
});

describe('the report on paper', { timeout: 60_000 }, () => {
  it('has every figure with its definition', async () => {
    answerWith(insight);
    const { container } = render(Report, { from: '2026-11-01', to: '2026-11-21', compare: 'last_year', kind: 'month' });
    expect(await screen.findByText('每个数是怎么算的')).toBeTruthy();
    expect(container.querySelectorAll('.definitions dt')).toHaveLength(
      page.groups.reduce((sum, { figures }) => sum + figures.length, 0),
    );
    expect(container.textContent).not.toMatch(/insight-[a-z]/);
    await expectNoFaults(container);
  });

  it('is headed by the days it is of', async () => {
    const days = (from: string, to: string) => reportKind('own', { from, to });
    expect(days('2026-02-01', '2026-02-28')).toBe('month');
    expect(days('2026-10-01', '2026-12-31')).toBe('quarter');
    expect(days('2026-11-01', '2027-01-31')).toBe('span');
    expect(days('2024-01-01', '2024-12-31')).toBe('year');
    expect(days('2026-02-01', '2027-01-31')).toBe('span');
    expect(reportKind('year', { from: '2026-01-01', to: '2026-01-09' })).toBe('year');
    answerWith(insight);
    render(Report, { from: '2025-01-01', to: '2025-12-31', compare: 'none', kind: 'year' });
    expect(await screen.findByText(/· 经营年报$/)).toBeTruthy();
    expect(screen.queryByText(/月报/)).toBeNull();
  });
});

describe('what the forecast asks to be done', { timeout: 60_000 }, () => {
  it('stands on the first page with the names to begin with, and leads to its lists', async () => {
    answerWith(insight);
    const { container } = render(Insight);
    expect(await screen.findByText('2 位老客多半不来了')).toBeTruthy();
    expect(screen.getAllByText('一般 31 天来一次，已 170 天没来买')).toHaveLength(2);
    await expectNoFaults(container);
    await userEvent.click(screen.getByRole('button', { name: /30 天内会来/ }));
    expect(place()).toMatchObject({ name: 'forecast', params: { shown: '30' } });
  });

  it('is not waited for in a large book, and says nothing where little is known', async () => {
    const none = { likely_lost: 0, likely_to_buy: 0, first_lost: [], first_to_buy: [] };
    answerWith({ ...insight, forecast_brief: () => ({ made: false, silent: false, ...none }) });
    const { unmount } = render(Insight);
    await userEvent.click(await screen.findByRole('button', { name: /谁快走了、谁会来/ }));
    expect(place()).toMatchObject({ name: 'forecast', params: { shown: 'lost' } });
    unmount();
    answerWith({ ...insight, forecast_brief: () => ({ made: true, silent: true, ...none }) });
    render(Insight);
    await screen.findByText('这周先做');
    expect(screen.queryByText(/谁快走了/)).toBeNull();
  });
});
