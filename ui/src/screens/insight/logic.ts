/** Figures in words: how much, of how many, what changed. No DOM, no calls. */
import { fromWire, money } from '../../api/money';
import type {
  Figure,
  FigureKey,
  Insight,
  Measure,
  Measured,
  Breakdown,
  BreakdownCell,
  BreakdownKey,
} from '../../api/generated';
import { count, decimal, percent, plainDay } from '../../text/format.svelte';
import { maybe, t } from '../../text/i18n.svelte';

/** The catalogue's way of writing a name of the wire. */
const id = (name: string) => name.replaceAll('_', '-');

export const figureName = (key: FigureKey) => t(`insight-figure-${id(key)}`);

/** What the words of definitions are filled with: the days and the owner's limits. */
function given({ settings, span }: Pick<Insight, 'settings' | 'span'>) {
  return {
    day: plainDay(span.as_of),
    from: plainDay(span.from),
    to: plainDay(span.to),
    active: settings.active_days,
    risk: settings.at_risk_days,
    dormant: settings.dormant_days,
    effective: settings.effective_days,
    response: settings.response_days,
    least: settings.least_sample,
  };
}

/** The exact meaning of a figure, or of a picture, with its days. */
export function definition(what: string, page: Pick<Insight, 'settings' | 'span'>): string {
  return t(`insight-def-${id(what)}`, given(page));
}

/** Words of a cell: the catalogue's own, or those of the shop. */
export function cellName(part: Pick<Breakdown, 'key'>, cell: Pick<BreakdownCell, 'key' | 'label'>): string {
  return cell.label ?? maybe(`insight-${id(part.key)}-${id(cell.key)}`) ?? cell.key;
}

/** A share of the wire as a number between 0 and 1; nothing without a whole. */
export function ratio(value: Measure): number | null {
  if (value.unit === 'share') return value.whole > 0 ? value.part / value.whole : null;
  if (value.unit === 'money_share') {
    const whole = fromWire(value.whole);
    return whole > 0 ? fromWire(value.part) / whole : null;
  }
  return null;
}

/** A figure as one number, to compare and to draw; nothing where it cannot be told. */
export function amount({ value, enough }: Measured): number | null {
  switch (value.unit) {
    case 'count':
      return value.count;
    case 'money':
      return fromWire(value.amount);
    case 'share':
    case 'money_share':
      return enough ? ratio(value) : null;
    case 'money_each':
      return enough && value.each !== null ? fromWire(value.each) : null;
    case 'count_each':
      return enough && value.by > 0 ? value.sum / value.by : null;
  }
}

/** Figures that stand for days; the other averages count pieces. */
const DAYS: readonly FigureKey[] = ['purchase_interval'];
/** Figures that rest on visits; the others rest on people. */
const BY_VISIT: readonly FigureKey[] = [
  'sales',
  'member_sales',
  'member_share',
  'tickets',
  'member_tickets',
  'basket',
  'member_basket',
  'walk_in_basket',
  'piece_price',
  'member_piece_price',
  'discount_rate',
  'member_discount_rate',
  'pieces_per_ticket',
  'member_pieces_per_ticket',
  'returned',
];

/** Whether a figure has a value, or only too few people to tell. */
export function tells({ value, enough }: Measured): boolean {
  if (value.unit === 'count' || value.unit === 'money') return true;
  return enough && amount({ value, enough, sample: 0 }) !== null;
}

/** How much, as read. */
export function words(key: FigureKey, measured: Measured): string {
  const { value, sample } = measured;
  if (!tells(measured)) {
    if (sample <= 0) return t('insight-nobody');
    return t(BY_VISIT.includes(key) ? 'insight-few-visits' : 'insight-few-people', { n: count(sample) });
  }
  switch (value.unit) {
    case 'count':
      return t(`insight-count-${value.of}`, { n: count(value.count) });
    case 'money':
      return money(value.amount, { short: true });
    case 'share':
    case 'money_share':
      return percent(ratio(value) ?? 0, 1);
    case 'money_each':
      return money(value.each ?? '0.00', { short: true });
    case 'count_each':
      return DAYS.includes(key)
        ? t('insight-each-days', { n: decimal(value.sum / value.by, 0) })
        : t('insight-each-pieces', { n: decimal(value.sum / value.by, 2) });
  }
}

/** On what a figure rests, in a few signs; nothing where the figure is itself that count. */
export function sampleWords(key: FigureKey, { value, sample, ...rest }: Measured): string | undefined {
  if (value.unit === 'count' || !tells({ value, sample, ...rest })) return undefined;
  if (value.unit === 'share') return t('insight-part-of', { part: count(value.part), whole: count(value.whole) });
  return t(BY_VISIT.includes(key) ? 'insight-sample-visits' : 'insight-sample-people', { n: count(sample) });
}

/** More of these is no gain. */
const LESS_IS_MORE: readonly FigureKey[] = ['dormant_members', 'overdue_members', 'returned'];
/** More of these is neither gain nor loss. */
const NEITHER: readonly FigureKey[] = [
  'discount_rate',
  'member_discount_rate',
  'purchase_interval',
  'walk_in_basket',
  'points_outstanding',
  'points_worth',
  'points_holders',
  'points_ending',
  'vouchers_outstanding',
  'vouchers_face',
  'benefits_open',
];

export interface Change {
  words: string;
  tone: 'good' | 'bad' | 'plain';
  title: string;
}

/** What changed since the time compared with; shares in points, all else in percent. */
export function change({ key, now, before }: Figure): Change | undefined {
  if (!before) return undefined;
  const [to, from] = [amount(now), amount(before)];
  if (to === null || from === null) return undefined;
  const title = t('insight-then-value', { value: words(key, before) });
  if (to === from) return { words: t('insight-same'), tone: 'plain', title };
  const share = now.value.unit === 'share' || now.value.unit === 'money_share';
  // From nothing there is no percentage, only what it was.
  if (!share && from <= 0) return { words: title, tone: 'plain', title };
  const step = share ? (to - from) * 100 : ((to - from) / from) * 100;
  const figure = decimal(Math.abs(step), Math.abs(step) < 10 ? 1 : 0);
  if (figure === '0') return { words: t('insight-same'), tone: 'plain', title };
  const up = step > 0;
  const good = up !== LESS_IS_MORE.includes(key);
  return {
    words: t(share ? (up ? 'insight-points-up' : 'insight-points-down') : up ? 'insight-up' : 'insight-down', {
      n: figure,
    }),
    tone: NEITHER.includes(key) ? 'plain' : good ? 'good' : 'bad',
    title,
  };
}

/** Which of the two ways to score names the segments. */
export const segmentPart = (fixed: boolean): BreakdownKey => (fixed ? 'rfm_fixed_segment' : 'rfm_segment');

/** All figures of a page by their keys. */
export function byKey({ groups }: Pick<Insight, 'groups'>): Map<FigureKey, Figure> {
  return new Map(groups.flatMap(({ figures }) => figures.map((figure) => [figure.key, figure])));
}

/** Whether the book has anything to tell yet. */
export function nothingYet(page: Insight): boolean {
  const members = byKey(page).get('members');
  const anybody = members ? (amount(members.now) ?? 0) > 0 : page.lifecycle.people > 0;
  return !anybody && page.months.every(({ sales }) => fromWire(sales) === 0);
}
