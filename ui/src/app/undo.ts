/** Saves, says what was saved, and offers the way back in the same breath. */
import { asFailure, call, change, type OpName } from '../api/client';
import type { Ops } from '../api/generated';
import { failureWords } from '../text/errors';
import { t } from '../text/i18n.svelte';
import { say } from './toasts.svelte';

/** What was saved since the window opened and not taken back, the latest last: the key for undo walks it backwards. */
let done: { operation: number; said: string }[] = [];

type Answer<K extends OpName> = Ops[K]['answer'];

/** Runs a write; once it is on the disk a toast says so in `said`. Rejects with a `CallFailure` and says nothing then. */
export async function save<K extends OpName>(
  op: K,
  args: Ops[K]['args'],
  said: string | ((answer: Answer<K>) => string),
): Promise<Answer<K>> {
  const { answer, operation } = await change(op, args);
  const words = typeof said === 'string' ? said : said(answer);
  if (operation === null) {
    say(words);
  } else {
    done.push({ operation, said: words });
    say(words, { label: 'toast-undo', run: () => takeBack(operation, t('toast-undone')) });
  }
  return answer;
}

/** Another file is open: its numbers mean other steps. */
export function forgetSteps(): void {
  done = [];
}

/** Takes back the latest step of this hand and says which it was; what was done before the window opened is the history's. */
export async function undoLast(): Promise<void> {
  const last = done.at(-1);
  if (last) await takeBack(last.operation, t('toast-undone-what', { what: last.said }));
  else say(t('toast-undo-nothing'));
}

async function takeBack(operation: number, words: string): Promise<void> {
  // Taken back or refused: either way it is no longer the step to take back.
  done = done.filter((one) => one.operation !== operation);
  try {
    await call('undo', { operation });
    say(words);
  } catch (thrown) {
    // There is no field to show it at: the toast that offered it answers.
    say(failureWords(asFailure(thrown)).what);
  }
}
