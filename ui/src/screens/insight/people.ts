/** One of the people behind a figure, in words. */
import type { InsightPerson, InsightReason } from '../../api/generated';
import { money } from '../../api/money';
import { count, decimal, plainDay } from '../../text/format.svelte';
import { maybe, t } from '../../text/i18n.svelte';

/** 「92 天没来，平时 31 天」 */
export function awayWords({ days_since, interval_x2 }: InsightPerson): string {
  if (days_since === null || days_since === undefined) return t('insight-never-bought');
  if (interval_x2 === null || interval_x2 === undefined) return t('insight-away', { n: count(days_since) });
  return t('insight-away-usual', { n: count(days_since), usual: decimal(interval_x2 / 2, 1) });
}

/** Why she is on the list. */
export function whyWords(row: InsightPerson, reason: InsightReason, title: string): string {
  switch (reason) {
    case 'days_since':
    case 'interval':
      return awayWords(row);
    case 'net':
      return t('insight-why-net', { net: money(row.net, { short: true }) });
    case 'scores':
      return !row.r || !row.f || !row.m
        ? t('insight-never-bought')
        : t('insight-why-scores', { r: row.r, f: row.f, m: row.m, away: awayWords(row) });
    case 'purchase_days':
      return t('insight-why-days', { n: count(row.purchase_days) });
    case 'first_purchase':
      return !row.first_purchase
        ? t('insight-never-bought')
        : t('insight-why-first', { day: plainDay(row.first_purchase), n: count(row.purchase_days) });
    case 'joined':
      return t('insight-why-joined', { day: plainDay(row.joined_on) });
    case 'points':
      return t('insight-count-points', { n: count(row.points ?? 0) });
    case 'profile':
      return title;
  }
}

/** Her state in a word. */
export function stateWord(part: 'lifecycle' | 'value', key: string): string {
  return maybe(`insight-${part}-${key.replaceAll('_', '-')}`) ?? key;
}
