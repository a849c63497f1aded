/** What the counter says of the day: no DOM, no calls. */
import type { DaySummary, VisitRow } from '../../api/generated';
import { fromWire, money } from '../../api/money';
import type { NumberItem } from '../../parts/NumbersLine.svelte';
import type { TimelineRow } from '../../parts/timeline';
import { clock, count, percent } from '../../text/format.svelte';
import { t } from '../../text/i18n.svelte';

export function numbers(summary: DaySummary): NumberItem[] {
  const total = fromWire(summary.total);
  const members = fromWire(summary.customer_total);
  return [
    { value: money(total, { short: true }), meaning: t('counter-total'), title: t('counter-total-title') },
    { value: count(summary.visits), meaning: t('counter-visits') },
    {
      // A share of nothing, or of a day on which more came back than was sold, says nothing.
      value: total > 0 && members >= 0 && members <= total ? percent(members / total) : '—',
      meaning: t('counter-share', { amount: money(members, { short: true }) }),
      title: t('counter-share-title'),
    },
    { value: count(summary.new_customers), meaning: t('counter-new') },
  ];
}

export interface DayRow extends TimelineRow {
  id: number;
  customer: { id: number; name: string } | undefined;
  what: string;
  remark: string;
  /** A day's walk-ins in one row: its kind names them already. */
  dayTotal: boolean;
}

/** Under its time, or under its day on a list of several. */
export function dayRow(visit: VisitRow, underDay = false): DayRow {
  return {
    id: visit.id,
    day: visit.day,
    ...(underDay ? {} : { time: clock(visit.at) }),
    kind: visit.is_day_total ? t('visit-kind-day') : t(`customer-kind-${visit.kind}`),
    who: visit.staff ?? undefined,
    amount: visit.total === '0.00' && visit.kind !== 'purchase' ? undefined : money(visit.total),
    struck: visit.voided,
    customer: visit.customer ? { id: visit.customer.id, name: visit.customer.name } : undefined,
    what: visit.is_day_total ? t('visit-total-day', { n: visit.pieces }) : visit.summary,
    dayTotal: visit.is_day_total,
    remark: visit.remark ?? '',
  };
}
