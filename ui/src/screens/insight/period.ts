/** Which days a figure counts, and what they are compared with. */
import type { CompareWith } from '../../api/generated';
import type { ReportKind } from '../../app/views';
import { addDays, daysBetween, plainDay, type Day } from '../../text/format.svelte';
import { language, t } from '../../text/i18n.svelte';

export const PERIODS = ['month', 'last_month', 'quarter', 'year', 'last_year', 'own'] as const;
export type PeriodName = (typeof PERIODS)[number];
export const COMPARISONS: readonly CompareWith[] = ['last_year', 'last_period', 'none'];

/** Both days count. */
export interface Span {
  from: Day;
  to: Day;
}

const two = (n: number) => String(n).padStart(2, '0');
const yearOf = (day: Day) => Number(day.slice(0, 4));
const monthOf = (day: Day) => Number(day.slice(5, 7));

/** The first day of a month counted from January of `year`; month 13 is January of the next. */
function first(year: number, month: number): Day {
  const years = Math.floor((month - 1) / 12);
  return `${year + years}-${two(month - years * 12)}-01`;
}

/** What a report of these days is called: by the name they were chosen by, or by what days chosen by hand come to. */
export function reportKind(name: PeriodName, { from, to }: Span): ReportKind {
  switch (name) {
    case 'month':
    case 'last_month':
      return 'month';
    case 'quarter':
      return 'quarter';
    case 'year':
    case 'last_year':
      return 'year';
    case 'own': {
      const [year, month] = [yearOf(from), monthOf(from)];
      const whole = (months: number) => from === first(year, month) && to === addDays(first(year, month + months), -1);
      if (whole(1)) return 'month';
      if (whole(3) && month % 3 === 1) return 'quarter';
      return whole(12) && month === 1 ? 'year' : 'span';
    }
  }
}

/** The days of a named period up to today. */
export function spanOf(name: Exclude<PeriodName, 'own'>, today: Day): Span {
  const year = yearOf(today);
  const month = monthOf(today);
  switch (name) {
    case 'month':
      return { from: first(year, month), to: today };
    case 'last_month':
      return { from: first(year, month - 1), to: addDays(first(year, month), -1) };
    case 'quarter':
      return { from: first(year, month - ((month - 1) % 3)), to: today };
    case 'year':
      return { from: first(year, 1), to: today };
    case 'last_year':
      return { from: first(year - 1, 1), to: addDays(first(year, 1), -1) };
  }
}

/** The days in words: 「11月1日–11月21日」; one day stands alone. */
export function spanWords({ from, to }: Span): string {
  return from === to ? plainDay(from) : t('insight-span', { from: plainDay(from), to: plainDay(to) });
}

/** The days with their years, for paper. */
export function fullSpan({ from, to }: Span): string {
  const written = new Intl.DateTimeFormat(language(), {
    year: 'numeric',
    month: language() === 'en' ? 'short' : 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const said = (day: Day) => written.format(new Date(`${day}T12:00:00Z`));
  return from === to ? said(from) : t('insight-span', { from: said(from), to: said(to) });
}

/** What is wrong with days chosen by hand, as a message id. */
export function ownFault(span: Span, today: Day): string | undefined {
  if (!span.from || !span.to) return 'insight-own-both';
  if (span.from > span.to) return 'insight-own-order';
  if (span.from > today) return 'insight-own-ahead';
  if (daysBetween(span.from, span.to) > 3660) return 'insight-own-long';
  return undefined;
}
