/** The words about a copy that could take the damaged file's place. */
import type { Code } from '../../api/generated';
import type { RescueOffer } from '../../api/client';
import { count } from '../../text/format.svelte';
import { t } from '../../text/i18n.svelte';

/** Reasons for which a copy may take the file's place; one that is in use or newer is whole. */
export function isLost(code: Code): boolean {
  return ['file_missing', 'file_empty', 'file_short', 'file_damaged', 'file_foreign'].includes(code);
}

/** How much may be missing, as far as is known. */
export function awayWords({ minutes }: Pick<RescueOffer, 'minutes'>): string {
  if (minutes === null) return t('rescue-away-unknown');
  if (minutes === 0) return t('rescue-away-none');
  if (minutes < 120) return t('rescue-away-minutes', { n: count(minutes) });
  const hours = Math.round(minutes / 60);
  return hours < 48
    ? t('rescue-away-hours', { n: count(hours) })
    : t('rescue-away-days', { n: count(Math.round(hours / 24)) });
}
