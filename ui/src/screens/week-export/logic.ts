/** What the weekly export says of a week, without the page. */
import type { WeekRow } from '../../api/generated';

/** What a week asks of the owner. */
export type WeekState = 'running' | 'changed' | 'delivered' | 'due' | 'empty';

export function stateOf(week: WeekRow): WeekState {
  if (!week.complete) return 'running';
  if (week.changed > 0) return 'changed';
  if (week.exported_at !== undefined && week.exported_at !== null) return 'delivered';
  return week.visits === 0 ? 'empty' : 'due';
}

/**
 * The week to hand over first, of those listed newest first. After the latest that was handed over it is the oldest that is
 * due; where none ever was, the latest that is over: years of history brought in from elsewhere were the old system's to hand
 * over. Of changed ones the latest carries the corrections.
 */
export function nextDue(weeks: readonly WeekRow[]): WeekRow | undefined {
  const delivered = weeks.findIndex((week) => (week.exported_at ?? null) !== null);
  const due = (delivered < 0 ? weeks : weeks.slice(0, delivered)).filter((week) => stateOf(week) === 'due');
  return due.at(delivered < 0 ? 0 : -1) ?? weeks.find((week) => stateOf(week) === 'changed');
}

/** 2026-W47 reads 47. */
export function weekNumber(week: string): number {
  return Number(week.slice(-2));
}

/** Whether there is nothing to hand over and nothing was: the shop has just begun. */
export function isEmpty(weeks: readonly WeekRow[]): boolean {
  return weeks.every((week) => week.visits === 0 && (week.exported_at ?? null) === null);
}
