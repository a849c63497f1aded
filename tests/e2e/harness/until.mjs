// Waiting for something to become true, instead of sleeping for a guessed time.

import { setTimeout as pause } from 'node:timers/promises';

/** How long a journey waits for the window before it gives up; generous, since the machine may be busy. */
export const PATIENCE = 20_000;

/** Asks `question` again and again until its answer is truthy, and gives that answer. An error counts as "not yet". */
export async function until(what, question, patience = PATIENCE) {
  const end = performance.now() + patience;
  let last;
  for (;;) {
    try {
      const answer = await question();
      if (answer) return answer;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (performance.now() > end) throw new Error(`waited ${patience} ms for ${what}`, { cause: last });
    await pause(25);
  }
}
