/** What wants doing behind an entry of the left column, counted anew after each change and, since time runs, every few minutes. */
import { call } from '../api/client';
import { revision } from './changes.svelte';
import { shop } from './shop.svelte';

export interface Badges {
  /** Complaints with a clock that has run out. */
  readonly complaints: number;
}

const MINUTES = 3;

/** To be called while a component starts. What cannot be counted shows nothing. */
export function overdue(): Badges {
  let complaints = $state(0);
  let turn = $state(0);

  $effect(() => {
    revision('complaint', 'complaint_hold', 'closed_day');
    if (turn < 0 || shop.status !== 'open') return;
    let stale = false;
    call('complaint_counts', {}).then(
      (counts) => {
        if (!stale) complaints = counts.overdue;
      },
      () => {
        if (!stale) complaints = 0;
      },
    );
    return () => {
      stale = true;
    };
  });
  $effect(() => {
    const timer = setInterval(() => (turn += 1), MINUTES * 60_000);
    return () => clearInterval(timer);
  });
  return {
    get complaints() {
      return complaints;
    },
  };
}
