/** The forecast in words: how well it foretold, why somebody stands in a list, when she comes. */
import type {
  BacktestRow,
  CustomerScore,
  Forecast,
  ForecastRow,
  ForecastRule,
  ForecastSilence,
  SegmentCondition,
} from '../../api/generated';
import { fromWire, money } from '../../api/money';
import type { NumberItem } from '../../parts/NumbersLine.svelte';
import { count, daysBetween, decimal, percent, plainDay } from '../../text/format.svelte';
import { t } from '../../text/i18n.svelte';

/** The places of the screen: who may be lost, who comes in 30 days, who in 90. */
export type Shown = 'lost' | '30' | '90';
export const SHOWN: readonly Shown[] = ['lost', '30', '90'];

/** Whoever stands in a list, as a filter. */
export function filterOf(shown: Shown): SegmentCondition {
  return { kind: 'forecast', says: shown === 'lost' ? 'likely_lost' : `likely_to_buy_${shown}` };
}

const row = (forecast: Forecast, rule: ForecastRule | undefined): BacktestRow | undefined =>
  forecast.backtest?.rows.find((one) => one.rule === rule);

/** The one sentence on how well it foretold the shop's own past. */
export function sentence(forecast: Forecast): string {
  const { backtest, model } = forecast;
  const best = row(forecast, model ?? undefined);
  if (!backtest || !best) return t('forecast-not-judged');
  const plain = forecast.sentence === 'frequency_better' ? 'frequency' : 'recency';
  return t(`forecast-${forecast.sentence.replace('_', '-')}`, {
    day: plainDay(backtest.fit_until),
    days: count(daysBetween(backtest.fit_until, backtest.until)),
    buyers: count(backtest.buyers),
    found: percent(best.top_fifth),
    plain: percent(row(forecast, plain)?.top_fifth ?? 0),
  });
}

/** What to know before believing it; nothing where all is well. */
export function caution(forecast: Forecast): string | undefined {
  if (forecast.ending === 'no_decline') return t('forecast-no-decline');
  if (forecast.ending === 'edge') return t('forecast-edge');
  return undefined;
}

export function figures(forecast: Forecast): NumberItem[] {
  const days = count(forecast.horizon_days);
  return [
    {
      value: count(forecast.expected_purchases),
      meaning: t('forecast-figure-purchases', { days }),
      title: t('forecast-figure-purchases-title'),
    },
    {
      value: estimate(forecast.expected_spend),
      meaning: t('forecast-figure-spend', { days }),
      title: t('forecast-figure-spend-title'),
    },
    {
      value: count(forecast.likely_lost),
      meaning: t('forecast-figure-lost'),
      title: t('forecast-lost-title'),
      tone: forecast.likely_lost > 0 ? 'warn' : 'plain',
    },
    {
      value: count(forecast.customers),
      meaning: t('forecast-figure-customers'),
      title: t('forecast-figure-customers-title', { n: count(forecast.repeat) }),
    },
  ];
}

/** An estimate in whole yuan: fen would claim to know more. */
export const estimate = (wire: string) => money(Math.round(fromWire(wire) / 100) * 100, { short: true });

/** A chance in percent; what is nearly nothing is not called nothing. */
export const chance = (share: number) => (share < 0.005 ? t('forecast-alive-less') : percent(share));

/** Why she stands in the list. */
export function reason(one: ForecastRow): string {
  const since = count(one.days_since);
  const usual = count(Math.max(1, one.usual_days ?? 1));
  return t(`forecast-why-${one.reason}`, { since, usual });
}

/** 约 0.8 次; under a tenth it is not told apart from nothing. */
export function times(expected: number): string {
  return expected < 0.1 ? t('forecast-times-few') : t('forecast-times', { n: decimal(expected) });
}

/** What her page says of her, in a sentence. */
export function hers(score: CustomerScore): string {
  const n = decimal(score.expected_purchases);
  if (score.next_day) return t('forecast-hers', { day: plainDay(score.next_day), n });
  if (score.leaving_known && score.p_alive < 0.5) return t('forecast-hers-lost', { share: chance(score.p_alive) });
  return t('forecast-hers-far', { n });
}

export interface Lack {
  what: string;
  has: string;
  share: number;
}

/** What is still missing until a forecast can be made. */
export function lacks(silence: ForecastSilence): Lack[] {
  const lack = (what: string, has: number, needed: number): Lack => ({
    what: t(`forecast-lack-${what}`),
    has: t('forecast-lack-of', { has: count(has), needed: count(needed) }),
    share: has / needed,
  });
  return [
    lack('customers', silence.customers, silence.customers_needed),
    lack('repeat', silence.repeat, silence.repeat_needed),
    lack('weeks', silence.weeks, silence.weeks_needed),
  ];
}

/** The backtest as a table: models that may be used and plain sorting, not the one that is only compared with. */
export function judged(forecast: Forecast): readonly BacktestRow[] {
  return forecast.backtest?.rows.filter(({ rule }) => rule !== 'bg_nbd') ?? [];
}
