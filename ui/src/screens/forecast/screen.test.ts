import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { forecast, foretold, lists } from '../../../dev/foretold';
import { segments } from '../../../dev/segments';
import { answerWith, expectNoFaults } from '../../../test/window';
import type { Forecast } from '../../api/generated';
import { place } from '../../app/router.svelte';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import ForecastScreen from './ForecastScreen.svelte';
import HerForecast from './HerForecast.svelte';
import { caution, hers, judged, reason, sentence, times } from './logic';

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
});

const silent: Forecast = {
  ...forecast,
  model: null,
  parameters: {},
  backtest: null,
  sentence: 'not_judged',
  likely_lost: 0,
  silent: {
    customers: 41,
    customers_needed: 200,
    repeat: 12,
    repeat_needed: 100,
    weeks: 8,
    weeks_needed: 26,
  },
};

describe('the forecast in words', () => {
  it('says in one sentence how it did on the shop’s own past', () => {
    expect(sentence(forecast)).toBe(
      '只看 8月23日以前的记录，挑出最可能来的五分之一：后来 90 天里来买的 402 位，有 52% 在其中。只按最近一次购买来挑，是 45%。',
    );
    expect(sentence({ ...forecast, sentence: 'recency_better' })).toContain('只看最近一次购买反而更准');
    expect(sentence({ ...forecast, sentence: 'frequency_better' })).toContain('有 46%，照预测有 52%');
    expect(sentence({ ...forecast, backtest: null })).toContain('还没法拿过去检验');
    expect(judged(forecast).map(({ rule }) => rule)).toEqual(['mbg_nbd', 'pareto_nbd', 'recency', 'frequency']);
  });

  it('warns where leaving cannot be estimated', () => {
    expect(caution(forecast)).toBeUndefined();
    expect(caution({ ...forecast, ending: 'no_decline' })).toBe('还看不出有多少人不再来，所以不估计谁会流失。');
    expect(caution({ ...forecast, ending: 'edge' })).toContain('差别太小');
  });

  it('says why somebody stands in a list, and when she comes', () => {
    const [first] = lists.likely_lost.rows;
    expect(reason(first!)).toBe('一般 31 天来一次，已 170 天没来买');
    expect(reason(lists.likely_to_buy.rows[1]!)).toBe('新客，9 天前第一次买');
    expect([times(0.84), times(0.04)]).toEqual(['约 0.8 次', '很少']);
    const score = {
      customer: 1,
      p_alive: 0.23,
      expected_purchases: 0.12,
      expected_spend: '80.00',
      next_day: null,
      leaving_known: true,
    };
    expect(hers(score)).toBe('多半不来了，还会来的可能是 23%');
    expect(hers({ ...score, p_alive: 1, leaving_known: false })).toBe('90 天内约 0.1 次');
    expect(hers({ ...score, p_alive: 0.9, next_day: '2026-12-03' })).toBe('预计12月3日前后会来；90 天内约 0.1 次');
  });
});

describe('the forecast', { timeout: 20_000 }, () => {
  it('shows both lists with what they rest on', async () => {
    const asked = answerWith();
    const { container } = render(ForecastScreen);
    expect(await screen.findByText('单晓燕')).toBeTruthy();
    expect(screen.getAllByText('22%')).toHaveLength(2);
    expect(screen.getByText(/有 52% 在其中/)).toBeTruthy();
    await expectNoFaults(container);
    await userEvent.click(screen.getByRole('radio', { name: '30 天内会来' }));
    expect(await screen.findByText('欧阳静')).toBeTruthy();
    expect(screen.getByText('约 2.3 次')).toBeTruthy();
    await waitFor(() =>
      expect(asked.filter(({ op }) => op === 'get_forecast').at(-1)?.args).toMatchObject({ horizon_days: 30 }),
    );
    expect(asked.filter(({ op }) => op === 'list_forecast').at(-1)?.args).toEqual({
      which: 'likely_to_buy',
      horizon: 30,
      cursor: null,
      limit: 100,
    });
    await expectNoFaults(container);
  });

  it('turns a list into tasks and into a segment', async () => {
    const asked = answerWith({ ...foretold, ...segments, set_segment_tasks: () => ({ saved: 1, already: 1 }) });
    render(ForecastScreen, { shown: '30' });
    expect(await screen.findByText('欧阳静')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '派任务' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(await within(dialog).findByRole('button', { name: /派 214 个任务/ }));
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'set_segment_tasks')?.args).toMatchObject({
        filter: { kind: 'forecast', says: 'likely_to_buy_30' },
        title: '挑几样合她心意的，请她来看',
        batch: '预测 30 天内会来',
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: '存成人群' }));
    expect(place()).toMatchObject({
      name: 'segments',
      params: { begin: { name: '预测 30 天内会来', filter: { kind: 'forecast', says: 'likely_to_buy_30' } } },
    });
  });

  it('is silent where too little is known, and says what is missing', async () => {
    const asked = answerWith({ get_forecast: () => silent });
    const { container } = render(ForecastScreen);
    expect(await screen.findByText('资料还少，先不猜')).toBeTruthy();
    expect(screen.getByText('41 / 200')).toBeTruthy();
    expect(screen.getByRole('meter', { name: '其中改天又来买过的 12 / 100' })).toBeTruthy();
    expect(screen.queryByRole('radio')).toBeNull();
    expect(asked.some(({ op }) => op === 'list_forecast')).toBe(false);
    await expectNoFaults(container);
  });

  it('says what went wrong and asks again', async () => {
    let fail = true;
    answerWith({
      get_forecast: () => {
        if (fail) throw { code: 'disk_fault' };
        return forecast;
      },
    });
    render(ForecastScreen);
    const again = await screen.findByRole('button', { name: '再试一次' });
    fail = false;
    await userEvent.click(again);
    expect(await screen.findByText('单晓燕')).toBeTruthy();
  });

  it('stands in a line on her page, or not at all', async () => {
    answerWith();
    const { container, unmount } = render(HerForecast, { customer: 1 });
    expect(await screen.findByText('预计12月3日前后会来；90 天内约 0.8 次')).toBeTruthy();
    expect(screen.getByText('90 天内约消费 ¥640')).toBeTruthy();
    await expectNoFaults(container);
    unmount();
    const asked = answerWith();
    render(HerForecast, { customer: 2 });
    await waitFor(() => expect(asked.some(({ op }) => op === 'customer_forecast')).toBe(true));
    expect(screen.queryByText('预计')).toBeNull();
  });
});
