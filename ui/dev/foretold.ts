/** Invented answers for the forecast. */
import type { Forecast, ForecastRow, ForecastRows, Ops } from '../src/api/generated';

type Answers = { [K in keyof Ops]?: (args: Ops[K]['args']) => Ops[K]['answer'] };

const fitted = { r: 0.8, alpha: 5.1, a: 0.9, b: 3.2 };
export const forecast: Forecast = {
  as_of: '2026-11-21',
  horizon_days: 90,
  silent: null,
  model: 'mbg_nbd',
  parameters: { ...fitted, p: 4.2, q: 3.1, v: 611.4 },
  log_likelihood: -9120.5,
  customers: 1420,
  repeat: 811,
  converged: true,
  ending: 'inside',
  backtest: {
    fit_until: '2026-08-23',
    until: '2026-11-21',
    customers: 1299,
    buyers: 402,
    rows: [
      {
        rule: 'bg_nbd',
        rmse: 0.83,
        auc: 0.74,
        top_fifth: 0.49,
        parameters: fitted,
        log_likelihood: -8420.1,
        ending: 'inside',
      },
      {
        rule: 'mbg_nbd',
        rmse: 0.8,
        auc: 0.7812,
        top_fifth: 0.5224,
        parameters: fitted,
        log_likelihood: -8419.2,
        ending: 'inside',
      },
      {
        rule: 'pareto_nbd',
        rmse: 0.81,
        auc: 0.7798,
        top_fifth: 0.5174,
        parameters: { r: 0.9, alpha: 6.2, s: 0.5, beta: 12 },
        log_likelihood: -8422.7,
        ending: 'inside',
      },
      { rule: 'recency', rmse: null, auc: 0.731, top_fifth: 0.4453 },
      { rule: 'frequency', rmse: 1.21, auc: 0.729, top_fifth: 0.46 },
    ],
  },
  sentence: 'model_best',
  likely_lost: 2,
  likely_to_buy: 2,
  expected_purchases: 611.4,
  expected_spend: '298410.55',
};

const row = (id: number, name: string, more: Partial<ForecastRow>): ForecastRow => ({
  customer: { id, member_no: `K00000${id}`, name, phone: '13805714217' },
  p_alive: 0.93,
  expected_purchases: 2.31,
  expected_spend: '1480.20',
  next_day: '2026-12-09',
  reason: 'rhythm',
  purchase_days: 14,
  last_purchase: '2026-11-03',
  days_since: 18,
  usual_days: 31,
  net_spend: '18640.00',
  ...more,
});
const quiet = { p_alive: 0.2214, expected_purchases: 0.31, next_day: null, reason: 'quiet', days_since: 170 } as const;
export const lists: Record<'likely_lost' | 'likely_to_buy', ForecastRows> = {
  likely_lost: {
    rows: [
      row(1, '单晓燕', { ...quiet, last_purchase: '2026-06-04' }),
      row(2, '曾丽', { ...quiet, net_spend: '6200.00' }),
    ],
    cursor: null,
    total: 2,
  },
  likely_to_buy: {
    rows: [
      row(3, '欧阳静', {}),
      row(4, '仇敏', {
        reason: 'new',
        usual_days: null,
        purchase_days: 1,
        days_since: 9,
        expected_purchases: 0.84,
        next_day: '2027-01-20',
      }),
    ],
    cursor: null,
    total: 2,
  },
};

export const foretold: Answers = {
  get_forecast: ({ horizon_days }) => ({ ...forecast, horizon_days }),
  list_forecast: ({ which }) => lists[which],
  forecast_brief: () => ({
    made: true,
    silent: false,
    likely_lost: 2,
    likely_to_buy: 2,
    first_lost: lists.likely_lost.rows,
    first_to_buy: lists.likely_to_buy.rows,
  }),
  customer_forecast: ({ customer }) => ({
    score:
      customer === 1
        ? {
            customer,
            p_alive: 0.93,
            expected_purchases: 0.8,
            expected_spend: '640.00',
            next_day: '2026-12-03',
            leaving_known: true,
          }
        : null,
  }),
};
