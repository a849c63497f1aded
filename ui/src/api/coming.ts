/**
 * Operations whose names and types are settled but which the core does not list yet. An entry that has arrived in
 * `generated.ts` may stand here too (the types are the same); the file goes when all have arrived.
 */
import type * as g from './generated';

declare module './generated' {
  interface Ops {
    day_summary: { args: { day?: string | null }; answer: g.DaySummary };
    list_visits: { args: g.ListVisits; answer: g.VisitList };
    visit_page: { args: { visit: g.VisitId }; answer: g.VisitPage };
    preview_visit: { args: g.PreviewVisit; answer: g.VisitEffects };
    record_visit: { args: g.RecordVisit; answer: g.RecordedVisit };
    correct_visit: { args: g.CorrectVisit; answer: g.RecordedVisit };
    preview_void: { args: g.VoidVisit; answer: g.VisitEffects };
    void_visit: { args: g.VoidVisit; answer: g.RecordedVisit };
  }
}
