import { untrack } from 'svelte';
import { asFailure, type CallFailure } from '../api/client';
import { revision } from './changes.svelte';

/** What a screen reads: the answer, or why there is none, kept while a newer one is fetched so that nothing jumps. */
export interface Resource<T> {
  readonly data: T | undefined;
  readonly failure: CallFailure | undefined;
  /** True only before the first answer; a refresh happens behind what is shown. */
  readonly loading: boolean;
  reload(): Promise<void>;
}

/**
 * Loads now, again when what `load` reads reactively changes, and again after a commit that touched one of `tables`.
 * Answers that were overtaken by a later question are dropped. To be called while a component starts.
 */
export function resource<T>(load: () => Promise<T>, ...tables: string[]): Resource<T> {
  let data = $state.raw<T>();
  let failure = $state.raw<CallFailure>();
  let asked = 0;

  async function settle(question: Promise<T>): Promise<void> {
    const mine = ++asked;
    try {
      const answer = await question;
      if (mine !== asked) return;
      data = answer;
      failure = undefined;
    } catch (thrown) {
      if (mine === asked) failure = asFailure(thrown);
    }
  }

  $effect(() => {
    // Without tables it hears nothing: what was asked for cannot go stale.
    if (tables.length > 0) revision(...tables);
    const question = load();
    untrack(() => void settle(question));
  });

  return {
    get data() {
      return data;
    },
    get failure() {
      return failure;
    },
    get loading() {
      return data === undefined && failure === undefined;
    },
    reload: () => settle(load()),
  };
}
