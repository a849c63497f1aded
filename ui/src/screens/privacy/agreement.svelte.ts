/**
 * What she has to agree to is asked where it is saved: one sensitive answer after another, before anything is in the book. What she
 * agrees to goes along in the same save, what she does not is left out, and everything else is saved either way.
 */
import { asFailure } from '../../api/client';
import type { Answer, FieldId } from '../../api/generated';

/** What is asked: about one sensitive field, or about all answers of a child for whom nobody agreed. */
export interface Asking {
  kind: 'sensitive' | 'child';
  label: string;
}
export type Word = 'yes' | 'no' | 'back';

export class Agreement {
  asking = $state.raw<Asking>();
  #said: ((word: Word) => void) | undefined;

  /** Saves, asking as often as the core refuses an answer for want of a consent. Rejects with any other failure, and with this one when
   * somebody went back to the form. */
  async through<T>(answers: readonly Answer[], save: (answers: Answer[], agreed: FieldId[]) => Promise<T>): Promise<T> {
    let left = [...answers];
    const agreed: FieldId[] = [];
    for (;;) {
      try {
        return await save(left, agreed);
      } catch (thrown) {
        const failure = asFailure(thrown);
        const field = left[Number(/^answers\.(\d+)$/.exec(failure.field ?? '')?.[1])]?.field;
        const child = failure.code === 'guardian_needed';
        if (field === undefined || (!child && failure.code !== 'consent_needed') || agreed.includes(field))
          throw failure;
        const word = await this.#ask({ kind: child ? 'child' : 'sensitive', label: failure.params?.field ?? '' });
        if (word === 'back') throw failure;
        if (word === 'yes') agreed.push(field);
        else left = child ? [] : left.filter((one) => one.field !== field);
      }
    }
  }

  /** What the hand answered. */
  say(word: Word): void {
    this.asking = undefined;
    this.#said?.(word);
    this.#said = undefined;
  }

  #ask(asking: Asking): Promise<Word> {
    return new Promise((resolve) => {
      this.#said = resolve;
      this.asking = asking;
    });
  }
}
