/** What a picture shows, without a screen and without the library that draws it. */

/** What a colour stands for; `before` is what the present is compared with. */
export type Tone = 'main' | 'second' | 'third' | 'before' | 'good' | 'warn' | 'bad' | 'quiet';

export interface ChartSeries {
  name: string;
  /** One a point; none where there is nothing to tell, which is not the same as nought. */
  values: readonly (number | null)[];
  /** The same values as a person reads them. */
  said: readonly string[];
  tone: Tone;
  /** A tone for each point, where the points are states. */
  tones?: readonly Tone[];
}

export interface ChartData {
  /** `line` for time, `columns` for few steps of time, `bars` for names, which need room. */
  kind: 'line' | 'columns' | 'bars';
  /** What the points are: 月份. Heading of the table. */
  axis: string;
  points: readonly string[];
  series: readonly ChartSeries[];
  /** Parts of a whole stand upon each other. */
  stacked?: boolean;
  /** Words of the scale beside the picture. */
  tick: (value: number) => string;
}

/** Whether there is anything to draw. */
export function hasValues(data: ChartData): boolean {
  return data.points.length > 0 && data.series.some(({ values }) => values.some((value) => value !== null));
}

/** What is read aloud at a point: 「3月：新客 12 位，去年同期 9 位」. */
export function spoken(data: ChartData, at: number, joined: (name: string, value: string) => string): string {
  const all = data.series.map(({ name, said }) => joined(name, said[at] ?? ''));
  return `${data.points[at] ?? ''}: ${all.join(', ')}`;
}

/** Where a key leads among `many` points; nothing when it is no such key. */
export function step(key: string, at: number, many: number): number | undefined {
  const to: Record<string, number> = {
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    Home: 0,
    End: many - 1,
  };
  const next = to[key];
  return next === undefined || many === 0 ? undefined : Math.max(0, Math.min(many - 1, next));
}

/** The height a picture wants, in rem: bars a line each, the others one fixed height. */
export function wantedHeight(data: ChartData, tall: number): number {
  if (data.kind !== 'bars') return tall;
  const each = data.stacked ? 1 : data.series.length;
  return Math.max(3, data.points.length * (0.5 + each) + 0.5);
}

export interface Spot {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where a note beside a point stands so that it stays inside the picture. */
export function beside(spot: Spot, note: { width: number; height: number }, room: { width: number; height: number }) {
  const right = spot.left + spot.width + 6;
  const left = right + note.width <= room.width ? right : Math.max(0, spot.left - note.width - 6);
  const top = Math.max(0, Math.min(spot.top, room.height - note.height));
  return { left, top };
}
