import type { Snippet } from 'svelte';
import type { CallFailure } from '../api/client';

/** A column of a DataTable. */
export interface Column<R> {
  id: string;
  label: string;
  /** A CSS grid track: "8rem", "minmax(10rem, 1fr)". */
  width: string;
  /** Figures stand at the end. */
  end?: boolean;
  /** The heading sorts. */
  sorts?: boolean;
  /** The cell's words; `cell` draws more than words. */
  text?: (row: R) => string;
  cell?: Snippet<[R]>;
  /** On hover. */
  title?: (row: R) => string | undefined;
  /** Left out where the window is too narrow or the type too large for all columns; of several the last one first. */
  spare?: boolean;
}

/** The least a grid track takes, in rem: 6.5 of "6.5rem", 10 of "minmax(10rem, 1fr)". */
export function leastWidth(track: string): number {
  return Number(/([\d.]+)rem/.exec(track)?.[1] ?? 0);
}

/** The columns that fit into `room` (in rem) beside each other, `gap` apart; spare ones go until they do. */
export function fitting<C extends Pick<Column<never>, 'width' | 'spare'>>(
  columns: readonly C[],
  room: number,
  gap: number,
): readonly C[] {
  const wanted = (all: readonly C[]): number => all.reduce((sum, { width }) => sum + leastWidth(width) + gap, -gap);
  let shown = columns;
  while (wanted(shown) > room) {
    const at = shown.map(({ spare }) => spare === true).lastIndexOf(true);
    if (at < 0) break;
    shown = shown.filter((_, one) => one !== at);
  }
  return shown;
}

/** The row to stand on when `row` is asked for: a heading is stepped over, onwards if it can be. */
export function landing<R>(
  row: number,
  rows: readonly R[],
  heading: ((row: R) => boolean) | undefined,
  onwards = true,
): number {
  if (!heading) return row;
  const step = onwards ? 1 : -1;
  for (const way of [step, -step]) {
    for (let to = row; to >= 0 && to < rows.length; to += way) if (!heading(rows[to]!)) return to;
  }
  return row;
}

export interface Sort {
  column: string;
  down: boolean;
}

/** One page of keyset paging: the rows after a cursor, and the cursor after them (`null` at the end). */
export interface RowPage<R> {
  rows: readonly R[];
  next: string | null;
  /** How many rows there are in all, where the answer says so. */
  total?: number | undefined;
}

/** Asks for the rows at a place of a list: `skip` rows from its beginning, or at less cost after the cursor of the page before. */
export type RowsAt<R> = (place: { skip: number; after: string | null; limit: number }) => Promise<RowPage<R>>;

/** The rows of a table as far as they were read: all up to some row, or some here and some there. */
export interface RowList<R> {
  /** How many rows the scroll bar is for. */
  readonly many: number;
  /** How many there are in all, where that is known. */
  readonly total: number | undefined;
  /** Everything that was read, in its order. */
  readonly rows: readonly R[];
  /** Whether anything was answered yet. */
  readonly loaded: boolean;
  readonly failure: CallFailure | undefined;
  /** None where it was not read yet. */
  row(at: number): R | undefined;
  /** Where a row stands among those read, -1 where it does not. */
  find(fits: (row: R) => boolean): number;
  /** Another question: reads from the top. False when the answer was overtaken or refused. */
  begin(): Promise<boolean>;
  /** Reads what is on show again and shows all of it at once: nothing jumps. */
  refresh(shown: Range): Promise<boolean>;
  /** The eye is there now: reads what is missing there and a little around it. */
  want(shown: Range): void;
  /** Tries again what failed. */
  retry(shown: Range): void;
}

/** What a table keeps for the way back; lives in the place's memo. */
export interface TableMemo<R> {
  query: string;
  list: RowList<R>;
  top: number;
  at: number;
}

export interface Range {
  /** First row drawn. */
  first: number;
  /** Behind the last row drawn. */
  end: number;
}

/** An element can be some 33 million pixels high in the engine, and less where it counts in fractions. */
const TALLEST = 30_000_000;

/**
 * How tall `many` rows of a height are drawn, and how many of their pixels one pixel of the scroll bar stands for: one, but for a list
 * that would be taller than anything can be drawn. `view` is what is seen of the rows at once.
 */
export function stretched(many: number, row: number, view: number): { height: number; per: number } {
  const whole = many * row;
  if (whole <= TALLEST) return { height: whole, per: 1 };
  return { height: TALLEST, per: (whole - view) / (TALLEST - view) };
}

/** Which rows of fixed height a scrolled view shows, with some to spare on both sides. */
export function visibleRange(top: number, height: number, row: number, many: number, spare = 8): Range {
  if (row <= 0 || many <= 0) return { first: 0, end: 0 };
  const last = Math.max(0, many - 1);
  const first = Math.min(last, Math.max(0, Math.floor(top / row) - spare));
  const end = Math.min(many, Math.ceil((top + height) / row) + spare);
  return { first, end: Math.max(first, end) };
}

/** Where to scroll so that row `at` is seen, moving as little as possible; `under` is the height the heading covers. */
export function scrollToShow(at: number, top: number, height: number, row: number, under = 0): number {
  const start = at * row;
  if (start < top) return start;
  const lowest = start + row - (height - under);
  return lowest > top ? lowest : top;
}

/** Where a key moves the present row to, or nothing when it is no such key. */
export function moveRow(key: string, at: number, many: number, page: number): number | undefined {
  const to: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: many - 1,
  };
  const next = to[key];
  return next === undefined ? undefined : Math.max(0, Math.min(many - 1, next));
}
