/** The way from a figure to the people or visits behind it. */
import type { Figure, InsightSpan, BreakdownKey } from '../../api/generated';
import { go } from '../../app/router.svelte';
import { figureName } from './logic';

/** The people of a cell; `title` says whom the list shows, anew when the language changes. */
export function openPeople(part: BreakdownKey, cell: string, title: () => string, span?: InsightSpan): void {
  void go('insight-people', { of: part, cell, title, ...(span ? { span } : {}) });
}

export function openFigure({ key, opens }: Figure, span: InsightSpan): void {
  if (opens === 'people') openPeople('figure', key, () => figureName(key), span);
  else if (opens === 'visits') {
    void go('visits', { from: span.from, to: span.to, ...(key === 'returned' ? { kind: 'return' as const } : {}) });
  }
}

/** The days of a month, to its end or to the day of the page. */
export function monthSpan(month: string, to: string): InsightSpan {
  return { from: `${month}-01`, to, as_of: to };
}
