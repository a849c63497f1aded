/** A list by days: a heading before the first row of each day, over as many pages as there are. */

/** Rows with a heading before the first of each day; `before` is the day of the row above the first one. */
export function withDayHeads<Row extends { day: string }, Item>(
  rows: readonly Row[],
  before: string | undefined,
  head: (day: string) => Item,
  item: (row: Row) => Item,
): Item[] {
  return rows.flatMap((row, at) => {
    const above = at === 0 ? before : rows[at - 1]!.day;
    return row.day === above ? [item(row)] : [head(row.day), item(row)];
  });
}

/** The day that the page before a cursor ended in. */
export class PageEnds {
  readonly #ended = new Map<string, string>();

  /** The day above the first row of the page at a cursor. */
  before(cursor: string | null): string | undefined {
    return cursor === null ? undefined : this.#ended.get(cursor);
  }

  /** Notes where a page ended, and says where the next one begins. */
  note(page: { rows: readonly { day: string }[]; cursor?: string | null }): string | null {
    const next = page.cursor ?? null;
    const last = page.rows.at(-1);
    if (next !== null && last) this.#ended.set(next, last.day);
    return next;
  }
}
