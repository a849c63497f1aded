/** Saves, says what was saved, and offers the way back in the same breath. */
import { asFailure, call, change, type OpName } from '../api/client';
import type { Ops } from '../api/generated';
import { failureWords } from '../text/errors';
import { t } from '../text/i18n.svelte';
import { say } from './toasts.svelte';

type Answer<K extends OpName> = Ops[K]['answer'];

/** Runs a write; once it is on the disk a toast says so in `said`. Rejects with a `CallFailure` and says nothing then. */
export async function save<K extends OpName>(
  op: K,
  args: Ops[K]['args'],
  said: string | ((answer: Answer<K>) => string),
): Promise<Answer<K>> {
  const { answer, operation } = await change(op, args);
  const back = operation === null ? undefined : { label: 'toast-undo', run: () => takeBack(operation) };
  say(typeof said === 'string' ? said : said(answer), back);
  return answer;
}

async function takeBack(operation: number): Promise<void> {
  try {
    await call('undo', { operation });
    say(t('toast-undone'));
  } catch (thrown) {
    // There is no field to show it at: the toast that offered it answers.
    say(failureWords(asFailure(thrown)).what);
  }
}
