/** One act of a form at a time: a second press while it is under way does nothing, and its failure stays to be shown. */
import { asFailure, type CallFailure } from '../api/client';

export class Attempt {
  /** Whether an act is under way. */
  busy = $state(false);
  /** What the last one failed with. */
  failure = $state.raw<CallFailure>();

  async run(act: () => Promise<unknown>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failure = undefined;
    try {
      await act();
    } catch (thrown) {
      this.failure = asFailure(thrown);
    } finally {
      this.busy = false;
    }
  }
}
