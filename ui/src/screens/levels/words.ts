/** Rules and benefits of levels as a person says them. */
import { money } from '../../api/money';
import type { Benefits, Criterion, Gap, Join, Met, Metric } from '../../api/generated';
import { discount } from '../../text/discount';
import { count, decimal } from '../../text/format.svelte';
import { t } from '../../text/i18n.svelte';

const MONEY: readonly Metric[] = ['spend_last_12_months', 'spend_lifetime', 'single_purchase'];

/** Whether a metric counts money; the others count purchases or points. */
export function isMoney(metric: Metric): boolean {
  return MONEY.includes(metric);
}

/** ¥3,000, 12 次, 500 分. */
export function amountWords(metric: Metric, value: number): string {
  if (isMoney(metric)) return money(value, { short: true });
  return t(metric === 'points_earned' ? 'levels-n-points' : 'levels-n-times', { n: count(value) });
}

export function metricName(metric: Metric): string {
  return t(`levels-metric-${metric.replace(/_/g, '-')}`);
}

/** 近 12 个月消费满 ¥3,000 */
function criterionWords({ metric, at_least }: Criterion): string {
  return t('levels-criterion', { what: metricName(metric), amount: amountWords(metric, at_least) });
}

function joined(parts: readonly string[], join: Join | null | undefined): string {
  return parts.join(t(join === 'all' ? 'levels-and' : 'levels-or'));
}

/** What opens a level, a line for each condition. */
export function ruleLines(rank: number, join: Join | null | undefined, criteria: readonly Criterion[]): string[] {
  if (rank === 0) return [t('levels-base')];
  if (criteria.length === 0) return [t('levels-by-hand')];
  const further = join === 'all' ? 'levels-line-and' : 'levels-line-or';
  return criteria.map((one, at) => (at === 0 ? criterionWords(one) : t(further, { what: criterionWords(one) })));
}

/** What a level gives, each in a few words; nothing for a level that gives nothing. */
export function benefitWords(benefits: Benefits): string[] {
  const words: string[] = [];
  if (benefits.pay_percent < 100) words.push(t('levels-benefit-pay', { pay: discount(benefits.pay_percent) }));
  if (benefits.points_bp !== 10_000)
    words.push(t('levels-benefit-points', { n: decimal(benefits.points_bp / 10_000, 4) }));
  if (typeof benefits.birthday_pay_percent === 'number') {
    words.push(t('levels-benefit-birthday', { pay: discount(benefits.birthday_pay_percent) }));
  }
  if (benefits.birthday_gift) words.push(t('levels-benefit-gift', { gift: benefits.birthday_gift }));
  if (benefits.first_look) words.push(t('levels-benefit-first-look'));
  if (benefits.own_adviser) words.push(t('levels-benefit-own-adviser'));
  return words;
}

/** What is missing: 近 12 个月消费还差 ¥620. */
export function gapWords(gap: Gap | null | undefined): string {
  if (!gap || gap.shortfalls.length === 0) return '';
  const parts = gap.shortfalls.map(({ metric, short }) =>
    t('levels-short', { what: metricName(metric), amount: amountWords(metric, short) }),
  );
  return joined(parts, gap.join);
}

/** What was reached: 近 12 个月消费 ¥12,300. */
export function metWords(met: readonly Met[]): string {
  return met
    .map(({ metric, value }) => t('levels-met', { what: metricName(metric), amount: amountWords(metric, value) }))
    .join(t('levels-and'));
}
