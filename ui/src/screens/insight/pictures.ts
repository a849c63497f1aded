/** What the page draws, made of its numbers. No DOM, no calls. */
import { fromWire, money } from '../../api/money';
import type { Cohort, GrowthMonth, Breakdown, BreakdownCell, RfmPicture } from '../../api/generated';
import type { ChartData, Tone } from '../../parts/chart';
import type { HeatRow } from '../../parts/Heat.svelte';
import { count, percent, today } from '../../text/format.svelte';
import { language, t } from '../../text/i18n.svelte';
import { cellName } from './logic';

/** A month in few signs: 11月, and in another year 25年3月. */
export function monthName(month: string): string {
  const [year, number] = month.split('-') as [string, string];
  if (year === today().slice(0, 4)) return shortMonth(Number(number));
  return t('insight-month-of', { year: year.slice(2), month: shortMonth(Number(number)) });
}
function shortMonth(number: number): string {
  if (language() !== 'en') return `${number}月`;
  return new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' }).format(Date.UTC(2024, number - 1, 15));
}

const people = (n: number) => t('insight-count-people', { n: count(n) });
const yuan = (fen: number) => money(fen, { short: true });
/** Money at a scale: whole yuan of ten thousand in few signs. */
export function tickMoney(value: number): string {
  return new Intl.NumberFormat(language(), { notation: 'compact', maximumFractionDigits: 1 }).format(value / 100);
}
const tickCount = (value: number) => count(value);

/** Takings a month: members, and upon them walk-ins. */
export function salesByMonth(months: readonly GrowthMonth[]): ChartData {
  const members = months.map(({ member_sales }) => fromWire(member_sales));
  const others = months.map(({ sales }, at) => fromWire(sales) - members[at]!);
  return {
    kind: 'columns',
    axis: t('insight-axis-month'),
    points: months.map(({ month }) => monthName(month)),
    series: [
      { name: t('insight-members-sales'), values: members, said: members.map(yuan), tone: 'main' },
      { name: t('insight-walk-in-sales'), values: others, said: others.map(yuan), tone: 'second' },
    ],
    stacked: true,
    tick: tickMoney,
  };
}

/** Who bought a month: known ones, and upon them those who came for the first time. */
export function buyersByMonth(months: readonly GrowthMonth[]): ChartData {
  const again = months.map(({ buyers, first_buyers }) => buyers - first_buyers);
  const first = months.map(({ first_buyers }) => first_buyers);
  return {
    kind: 'columns',
    axis: t('insight-axis-month'),
    points: months.map(({ month }) => monthName(month)),
    series: [
      { name: t('insight-returning-buyers'), values: again, said: again.map(people), tone: 'main' },
      { name: t('insight-first-buyers'), values: first, said: first.map(people), tone: 'second' },
    ],
    stacked: true,
    tick: tickCount,
  };
}

/** How the membership grew. */
export function membersByMonth(months: readonly GrowthMonth[]): ChartData {
  const line = (name: string, tone: Tone, pick: (month: GrowthMonth) => number) => {
    const values = months.map(pick);
    return { name: t(name), values, said: values.map(people), tone };
  };
  return {
    kind: 'line',
    axis: t('insight-axis-month'),
    points: months.map(({ month }) => monthName(month)),
    series: [
      line('insight-line-members', 'third', ({ members }) => members),
      line('insight-line-effective', 'main', ({ effective }) => effective),
      line('insight-line-active', 'good', ({ active }) => active),
      line('insight-line-dormant', 'bad', ({ dormant }) => dormant),
    ],
    tick: tickCount,
  };
}

const LIFE: Record<string, Tone> = {
  new: 'main',
  active: 'good',
  at_risk: 'warn',
  dormant: 'bad',
  lost: 'quiet',
  no_purchase: 'quiet',
  core: 'good',
  potential: 'main',
  regular: 'third',
  on_time: 'good',
  overdue: 'bad',
  unknown: 'quiet',
};

export interface PartStyle {
  /** Beside the count, their share of all. */
  share?: boolean;
  /** Beside the count, what they spent. */
  net?: boolean;
  /** Bars of what they were at the time compared with. */
  before?: boolean;
}

/** How many a cell had at the time compared with. */
const earlier = ({ people_before }: BreakdownCell) => people_before ?? null;

/** People divided, a bar a cell. */
export function partBars(part: Breakdown, { share = true, net = false, before = false }: PartStyle = {}): ChartData {
  const whole = part.people;
  const shareOf = ({ people: many }: BreakdownCell) => (share && whole > 0 ? ` · ${percent(many / whole)}` : '');
  const said = (cell: BreakdownCell) =>
    `${people(cell.people)}${shareOf(cell)}${net ? ` · ${money(wholeYuan(cell.net), { short: true })}` : ''}`;
  const compared = before && part.cells.some((cell) => earlier(cell) !== null);
  return {
    kind: 'bars',
    axis: part.label ?? t(`insight-breakdown-${part.key.replaceAll('_', '-')}`),
    points: part.cells.map((cell) => cellName(part, cell)),
    series: [
      {
        name: t('insight-now'),
        values: part.cells.map(({ people: many }) => many),
        said: part.cells.map(said),
        tone: 'main',
        tones: part.cells.map(({ key }) => LIFE[key] ?? 'main'),
      },
      ...(compared
        ? [
            {
              name: t('insight-then'),
              values: part.cells.map(earlier),
              said: part.cells.map((cell) => {
                const many = earlier(cell);
                return many === null ? '' : people(many);
              }),
              tone: 'before' as const,
            },
          ]
        : []),
    ],
    tick: tickCount,
  };
}

/** Where yuan are enough, fen only blur. */
function wholeYuan(wire: string): number {
  const fen = fromWire(wire);
  return fen - (fen % 100);
}

/** The 5x5 picture: recency down, frequency across. */
export function rfmRows(picture: RfmPicture, open?: (cell: string) => void): HeatRow[] {
  const most = Math.max(1, ...picture.cells.map((cell) => cell.people));
  return [5, 4, 3, 2, 1].map((r) => ({
    label: t(`insight-r-${r}`),
    cells: picture.cells
      .filter((cell) => cell.r === r)
      .sort((a, b) => a.f - b.f)
      .map((cell) => ({
        text: cell.people === 0 ? '' : count(cell.people),
        strength: cell.people === 0 ? null : cell.people / most,
        title: t('insight-rfm-cell', {
          r: cell.r,
          f: cell.f,
          n: count(cell.people),
          net: money(wholeYuan(cell.net), { short: true }),
        }),
        ...(open && cell.people > 0 ? { open: () => open(`${cell.r}-${cell.f}`) } : {}),
      })),
  }));
}

/** Who of a month's first buyers came again, month after month. Below `least` people the count stands instead of a share. */
export function cohortRows(cohorts: readonly Cohort[], least: number, open?: (cell: string) => void): HeatRow[] {
  // A month in which nobody bought for the first time has nothing to tell.
  const some = cohorts.filter(({ size }) => size > 0);
  return some.map(({ month, size, kept }) => ({
    label: monthName(month),
    aside: count(size),
    cells: kept.map((many, at) => {
      const enough = size >= least;
      return {
        text: enough ? percent(many / size) : count(many),
        strength: enough ? Math.min(1, many / size / 0.6) : null,
        title: t('insight-cohort-cell', { month: monthName(month), size: count(size), at: at + 1, n: count(many) }),
        ...(open && many > 0 ? { open: () => open(`${month}+${at + 1}`) } : {}),
      };
    }),
  }));
}

/** The longest row of the cohorts: how many months after are known. */
export function cohortColumns(cohorts: readonly Cohort[]): string[] {
  const most = Math.max(0, ...cohorts.filter(({ size }) => size > 0).map(({ kept }) => kept.length));
  return Array.from({ length: most }, (_, at) => t('insight-month-after', { n: at + 1 }));
}

/** As many cells as a picture takes; the largest stay, in their order, without those of nobody where there are many. */
export function longest(part: Breakdown, most = 12): Breakdown {
  if (part.cells.length <= most) return part;
  const kept = [...part.cells].sort((a, b) => b.people - a.people).slice(0, most);
  return { ...part, cells: part.cells.filter((cell) => kept.includes(cell)) };
}
