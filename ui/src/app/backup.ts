/** How good the last copy of the shop's file is, without the page. */
import { dayOf, daysBetween, type Day, type Instant } from '../text/format.svelte';

/** A copy older than this many days is worth a warning: a week's visits are about what a shop can still remember. */
export const STALE_AFTER = 7;

export interface CopyAge {
  /** `none`: there is no good copy yet; `stale`: it is too old to lean on. */
  state: 'none' | 'stale' | 'fresh';
  /** Whole days since then; 0 without a copy. */
  days: number;
}

export function copyAge(last: Instant | null | undefined, today: Day): CopyAge {
  if (!last) return { state: 'none', days: 0 };
  const days = Math.max(0, daysBetween(dayOf(last), today));
  return { state: days > STALE_AFTER ? 'stale' : 'fresh', days };
}
