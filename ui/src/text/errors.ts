/** The words of a failure: `error-<code>` of errors.ftl. Its value says what happened, `.safe` what is safe, `.do` what to do. */
import type { CallFailure } from '../api/client';
import { money } from '../api/money';
import { isDay, plainDay } from './format.svelte';
import { has, maybe, t } from './i18n.svelte';

export interface FailureWords {
  what: string;
  /** Empty where nothing was at stake. */
  safe: string;
  act: string;
}

function key(failure: CallFailure): string {
  const id = `error-${failure.code.replace(/_/g, '-')}`;
  return has(id) ? id : 'error-internal';
}

/** Parameters come as the wire has them; days and amounts are shown as everywhere else. */
function dressed(params: Record<string, string>): Record<string, string> {
  const { day: on, short, ...rest } = params;
  return {
    ...rest,
    ...(on !== undefined ? { day: isDay(on) ? plainDay(on) : on } : {}),
    ...(short !== undefined ? { short: money(short) } : {}),
  };
}

/** Messages that name the file themselves. */
const WITH_FILE = ['everything_changed', 'import_file_twice'];

/** Which of several files it was stands before what happened. */
function ofFile({ code, params }: CallFailure, what: string): string {
  return params.file === undefined || WITH_FILE.includes(code) ? what : t('error-of-file', { file: params.file, what });
}

export function failureWords(failure: CallFailure): FailureWords {
  const id = key(failure);
  const params = dressed(failure.params);
  return {
    what: ofFile(failure, t(id, { why: '', ...params })),
    safe: maybe(`${id}.safe`, params) ?? '',
    act: inTheWay(failure) ?? maybe(`${id}.do`, params) ?? '',
  };
}

/** Which later steps an undo has to wait for, where the answer names them. */
function inTheWay({ code, params }: CallFailure): string | undefined {
  if (code !== 'undo_conflict' || !params.n || !params.kind) return undefined;
  const step = maybe(`op-${params.kind.replace(/_/g, '-')}`, {});
  return step === undefined ? undefined : t('error-undo-conflict-steps', { n: Number(params.n), step });
}

/** What is safe and what to do, as one paragraph. */
export function furtherWords({ safe, act }: FailureWords): string {
  return safe && act ? t('error-sentences', { safe, act }) : safe || act;
}

/** One short line to stand under a field: what is wrong and what to do. */
export function fieldWords(failure: CallFailure): string {
  const { what, act } = failureWords(failure);
  return act ? t('error-at-field', { what, act }) : what;
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
