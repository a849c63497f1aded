/** Long work (import, export, copy) seen from the screen: how far it is, and the way to stop it. */
import { asFailure, cancel, progress, type CallFailure } from '../api/client';

const EVERY = 200;

export interface Work<T> {
  readonly running: boolean;
  readonly done: number;
  /** Unknown while 0. */
  readonly total: number;
  readonly answer: T | undefined;
  /** `cancelled` when the hand stopped it: all is as it was before. */
  readonly failure: CallFailure | undefined;
  /** Runs it; the answer or the failure stays until the next run. Nothing happens while one runs. */
  run(start: () => Promise<T>): Promise<T | undefined>;
  stop(): void;
}

export function longWork<T>(): Work<T> {
  let running = $state(false);
  let done = $state(0);
  let total = $state(0);
  let answer = $state.raw<T>();
  let failure = $state.raw<CallFailure>();

  /** The figures only tell how far it is; when they cannot be had the work goes on all the same. */
  async function look(): Promise<void> {
    const reached = await progress().catch(() => null);
    if (!running || reached === null) return;
    done = reached.done;
    total = reached.total;
  }

  return {
    get running() {
      return running;
    },
    get done() {
      return done;
    },
    get total() {
      return total;
    },
    get answer() {
      return answer;
    },
    get failure() {
      return failure;
    },
    async run(start) {
      if (running) return undefined;
      running = true;
      done = total = 0;
      answer = failure = undefined;
      const looking = setInterval(() => void look(), EVERY);
      try {
        answer = await start();
        return answer;
      } catch (thrown) {
        failure = asFailure(thrown);
        return undefined;
      } finally {
        clearInterval(looking);
        running = false;
      }
    },
    stop() {
      // Whether it was in time shows in how the work ends.
      if (running) void cancel().catch(() => null);
    },
  };
}
