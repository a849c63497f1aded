/** The words of a failure: `error-<code>` of errors.ftl. Its value says what happened, `.safe` what is safe, `.do` what to do. */
import type { CallFailure } from '../api/client';
import { has, t } from './i18n.svelte';

export interface FailureWords {
  what: string;
  safe: string;
  act: string;
}

function key(failure: CallFailure): string {
  const id = `error-${failure.code.replace(/_/g, '-')}`;
  return has(id) ? id : 'error-internal';
}

function part(id: string, args: Record<string, string>): string {
  const text = t(id, args);
  return text === id ? '' : text;
}

export function failureWords(failure: CallFailure): FailureWords {
  const id = key(failure);
  return {
    what: t(id, failure.params),
    safe: part(`${id}.safe`, failure.params),
    act: part(`${id}.do`, failure.params),
  };
}

/** One short line to stand under a field: what is wrong and what to do. */
export function fieldWords(failure: CallFailure): string {
  const { what, act } = failureWords(failure);
  return act ? `${what}${act}` : what;
}

/**
 * The message for one field of a request, or nothing when the failure is not its. `lines.0.price` also belongs to
 * `lines` when nobody nearer shows it: pass `whole` for such catch-all places.
 */
export function errorAt(failure: CallFailure | undefined, field: string, whole = false): string | undefined {
  if (!failure?.field) return undefined;
  if (failure.field === field || (whole && failure.field.startsWith(`${field}.`))) return fieldWords(failure);
  return undefined;
}
