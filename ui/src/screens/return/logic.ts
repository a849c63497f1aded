/** Choosing what comes back: the pieces she bought that can still be brought back, and finding one among them. */
import type { LineId, VisitLine, VisitPage, VisitRow } from '../../api/generated';
import { goods } from '../visit-new/draft.svelte';

/** A bought line with the visit it was bought on. */
export interface Bought {
  line: VisitLine;
  sale: VisitRow;
}

/** Whether goods were sold on a visit, so that some may come back. */
export function isSale(row: VisitRow): boolean {
  return (
    !row.voided && !row.is_day_total && (row.kind === 'purchase' || row.kind === 'exchange' || row.kind === 'service')
  );
}

export function boughtOn(page: VisitPage): Bought[] {
  return page.lines.filter((line) => line.qty > 0).map((line) => ({ line, sale: page.row }));
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/** Every word of the query has to stand somewhere in the line: 「077 米」 finds 针织衫 24C-077 米 M. */
export function matches({ line, sale }: Bought, query: string): boolean {
  const text = folded(`${goods(line)} ${line.category ?? ''} ${sale.visit_no} ${sale.day}`);
  return query
    .split(/\s+/)
    .map(folded)
    .every((word) => text.includes(word));
}

/** What fits the query and can still come back, the latest first; what is already picked stands above the list. */
export function offered(all: readonly Bought[], query: string, picked: ReadonlySet<LineId>): Bought[] {
  return all.filter((one) => one.line.returnable > 0 && !picked.has(one.line.id) && matches(one, query));
}
