/** Moving in the rows of goods by keyboard: Enter goes on, arrows go up and down, an empty style number means done. */

/** The stops of a row, in the order a clerk says them. */
export const COLUMNS = ['style', 'name', 'category', 'color', 'size', 'qty', 'list', 'price'] as const;
export type GoodsColumn = (typeof COLUMNS)[number];

export type Stop =
  | { to: 'cell'; row: number; column: GoodsColumn }
  /** Why is it cheaper? */
  | { to: 'reason'; row: number }
  /** A new row at the end. */
  | { to: 'new' }
  | { to: 'pay' };

export interface Grid {
  rows: number;
  /** Whether nothing stands in a row. */
  blank: (row: number) => boolean;
  /** Whether a row still lacks the reason for its price. */
  unexplained: (row: number) => boolean;
}

/** Where Enter goes from a cell. */
export function afterEnter(row: number, column: GoodsColumn, grid: Grid): Stop {
  // An empty row at the end says that this was all; the very first one is still to be filled.
  if (column === 'style' && grid.blank(row) && grid.rows > 1) return { to: 'pay' };
  const next = COLUMNS[COLUMNS.indexOf(column) + 1];
  if (next !== undefined) return { to: 'cell', row, column: next };
  if (grid.unexplained(row)) return { to: 'reason', row };
  return afterRow(row, grid);
}

/** Where it goes on when a row is done. */
export function afterRow(row: number, grid: Grid): Stop {
  return row + 1 < grid.rows ? { to: 'cell', row: row + 1, column: 'style' } : { to: 'new' };
}

/** Where an arrow goes, staying in the column. */
export function afterArrow(key: string, row: number, column: GoodsColumn, rows: number): Stop | undefined {
  if (key === 'ArrowDown' && row + 1 < rows) return { to: 'cell', row: row + 1, column };
  if (key === 'ArrowUp' && row > 0) return { to: 'cell', row: row - 1, column };
  return undefined;
}

/** A digit of the row above the letters or of the number pad, 1 to `many`; nothing else counts. */
export function digit(
  event: { key: string; ctrlKey: boolean; altKey: boolean; metaKey: boolean },
  many: number,
): number | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey || !/^[1-9]$/.test(event.key)) return undefined;
  const n = Number(event.key);
  return n <= many ? n : undefined;
}
