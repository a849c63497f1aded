/**
 * Operations whose names and types are settled but which the core does not list yet. An entry that has arrived in
 * `generated.ts` may stand here too (the types are the same); the file goes when all have arrived.
 */
import type * as g from './generated';

declare module './generated' {
  interface Ops {
    day_summary: { args: { day?: string | null }; answer: g.DaySummary };
    list_visits: { args: g.ListVisits; answer: g.VisitList };
  }
}
