/** Clerks' boards in words and figures: periods, cells with their sample, scores of spot checks. No DOM, no calls. */
import type { ClerkFigure, ClerkRow, Share, SpotCheck, SpotItem } from '../../api/generated';
import { money } from '../../api/money';
import { count, decimal, percent, type Day } from '../../text/format.svelte';
import { t } from '../../text/i18n.svelte';

/** Below so many asked a share is shown as figures, never as a percentage. */
export const FEW = 5;

export const PERIODS = ['month', 'last-month', 'quarter', 'last-quarter', 'year'] as const;
export type Period = (typeof PERIODS)[number];

const pad = (n: number) => String(n).padStart(2, '0');
/** The last day of a month, 1 to 12. */
function monthEnd(year: number, month: number): Day {
  return `${year}-${pad(month)}-${pad(new Date(Date.UTC(year, month, 0)).getUTCDate())}`;
}

/** The days a period means today, whole months each. */
export function daysOf(period: Period, today: Day): { from: Day; to: Day } {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const months = (from: number, to: number) => {
    const at = (n: number) => ({ y: year + Math.floor((n - 1) / 12), m: ((((n - 1) % 12) + 12) % 12) + 1 });
    const [a, b] = [at(from), at(to)];
    return { from: `${a.y}-${pad(a.m)}-01`, to: monthEnd(b.y, b.m) };
  };
  const quarter = month - ((month - 1) % 3);
  switch (period) {
    case 'month':
      return months(month, month);
    case 'last-month':
      return months(month - 1, month - 1);
    case 'quarter':
      return months(quarter, quarter + 2);
    case 'last-quarter':
      return months(quarter - 3, quarter - 1);
    default:
      return months(1, 12);
  }
}

/** 2026 年四季度: what a spot check of today is called unless somebody changes it. */
export function quarterName(today: Day): string {
  return t('clerks-quarter', { year: today.slice(0, 4), n: Math.ceil(Number(today.slice(5, 7)) / 3) });
}

/** 92%, or 3/4 of a handful; empty where nobody was asked. */
export function shareWords({ part, of }: Share): string {
  if (of === 0) return '';
  return of < FEW ? t('clerks-few', { part: count(part), of: count(of) }) : percent(part / of);
}
export function shareTitle(share: Share, words: string): string {
  return share.of === 0
    ? t('clerks-nothing')
    : t('clerks-sample', { words, part: count(share.part), of: count(share.of) });
}

export interface Cell {
  readonly text: string;
  /** The definition and the sample. */
  readonly title: string;
  readonly tone?: 'good' | 'warn';
  /** Opens the people behind it. */
  readonly figure?: ClerkFigure;
}

/** The columns of the board in their order. */
export const COLUMNS = [
  'new_vips',
  'contacts',
  'on_time',
  'sales',
  'served',
  'archives',
  'completeness',
  'truth',
  'complaints',
  'content',
  'marks',
] as const;
export type ColumnId = (typeof COLUMNS)[number];

export function cell(row: ClerkRow, column: ColumnId): Cell {
  const title = t(`clerks-${column.replace('_', '-')}.title`);
  const some = (figure: ClerkFigure, many: number) => (many > 0 ? { figure } : {});
  switch (column) {
    case 'new_vips': {
      const target = row.target ?? null;
      if (target === null) return { text: count(row.new_vips), title, ...some('new_vips', row.new_vips) };
      return {
        text: t('clerks-of-target', { n: count(row.new_vips), target: count(target) }),
        title,
        ...(target > 0 && { tone: row.new_vips >= target ? ('good' as const) : ('warn' as const) }),
        ...some('new_vips', row.new_vips),
      };
    }
    case 'contacts':
      return {
        text:
          row.contacts === 0
            ? '0'
            : t('clerks-contacts-cell', { n: count(row.contacts), people: count(row.contacted) }),
        title,
        ...some('contacted', row.contacted),
      };
    case 'on_time':
      return {
        text: shareWords(row.on_time),
        title: shareTitle(row.on_time, title),
        ...some('late_tasks', row.on_time.of - row.on_time.part),
      };
    case 'sales':
      return { text: money(row.sales, { short: true }), title, ...some('sales', row.buyers) };
    case 'served':
      return { text: money(row.served, { short: true }), title };
    case 'archives':
      return {
        text:
          row.opened > 0
            ? t('clerks-archives-cell', { n: count(row.archives), opened: count(row.opened) })
            : count(row.archives),
        title,
        ...some('archives', row.archives),
      };
    case 'completeness':
      return {
        text: row.archives === 0 ? '' : decimal(row.completeness / row.archives, 0),
        title,
        ...some('archives', row.archives),
      };
    case 'truth':
      return {
        text: shareWords(row.truth),
        title: shareTitle(row.truth, title),
        ...some('wrong', row.truth.of - row.truth.part),
      };
    case 'complaints':
      return {
        text:
          row.complaints === 0
            ? '0'
            : t('clerks-complaints-cell', {
                n: count(row.complaints),
                answered: shareWords(row.answered) || '–',
                solved: shareWords(row.solved) || '–',
              }),
        title,
        ...some('complaints', row.complaints),
      };
    case 'content':
      return { text: shareWords(row.content), title: shareTitle(row.content, title) };
    default:
      return {
        text: row.marks.of === 0 ? '' : decimal(row.marks.part / row.marks.of, 1),
        title: row.marks.of === 0 ? t('clerks-nothing') : t('clerks-marks-sample', { title, n: count(row.marks.of) }),
      };
  }
}

/** How far the calls have come: 12 份打了 9 份. */
export function progressWords(check: SpotCheck): string {
  const { drawn, reached, not_reached: missed } = check.all;
  return t('clerks-spot-progress', { drawn: count(drawn), called: count(reached + missed), reached: count(reached) });
}

/** The next archive that nobody called for yet, from a place on and round again. */
export function nextItem(items: readonly SpotItem[], after: number): SpotItem | undefined {
  const at = items.findIndex(({ id }) => id === after);
  const round = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return round.find(({ outcome, id }) => !outcome && id !== after) ?? undefined;
}
