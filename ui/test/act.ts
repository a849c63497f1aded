/** Small helps for tests of parts. */
import { tick } from 'svelte';

/** Lets promises and effects settle. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) {
    await Promise.resolve();
    await tick();
  }
}

/** A promise that the test fulfils when it likes. */
export function later<T>(): { promise: Promise<T>; give: (value: T) => void; refuse: (why: unknown) => void } {
  let give!: (value: T) => void;
  let refuse!: (why: unknown) => void;
  const promise = new Promise<T>((resolve, reject) => {
    give = resolve;
    refuse = reject;
  });
  return { promise, give, refuse };
}
