/** What the list of copies says, without the page. */
import type { CopyRow, LostSince } from '../../api/generated';
import { count, instant } from '../../text/format.svelte';
import { t } from '../../text/i18n.svelte';

/** 1.4 MB: decimal, as every file manager counts. */
export function sizeWords(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${unit === 0 || size >= 100 ? Math.round(size) : Math.round(size * 10) / 10} ${units[unit]}`;
}

/** Why it was made, or what it is. */
export function whyWords(row: Pick<CopyRow, 'kind' | 'why'>): string {
  if (row.kind !== 'copy') return t(`backup-kind-${row.kind}`);
  return row.why ? t(`backup-why-${row.why}`) : t('backup-why-unknown');
}

/** How much is in it, where that is remembered. */
export function inItWords(row: Pick<CopyRow, 'customers' | 'visits'>): string {
  if (typeof row.customers !== 'number' || typeof row.visits !== 'number') return '';
  return t('backup-in-it', { customers: count(row.customers), visits: count(row.visits) });
}

/** Whether it was ever opened and looked through, and when. */
export function provenWords(row: Pick<CopyRow, 'kind' | 'at' | 'proven_at'>): { text: string; good: boolean } {
  if (row.kind === 'damaged') return { text: t('backup-proven-damaged'), good: false };
  if (!row.proven_at) return { text: t('backup-proven-not'), good: false };
  return {
    text: row.proven_at === row.at ? t('backup-proven-made') : t('backup-proven-at', { when: instant(row.proven_at) }),
    good: true,
  };
}

/** What a restore would lose, part by part; empty when nothing. */
export function lostWords(lost: LostSince): string[] {
  if (lost.operations === 0) return [];
  const parts: [number, string][] = [
    [lost.customers, 'backup-lost-customers'],
    [lost.visits, 'backup-lost-visits'],
    [lost.contacts, 'backup-lost-contacts'],
    [lost.operations, 'backup-lost-steps'],
  ];
  return parts.filter(([n]) => n > 0).map(([n, id]) => t(id, { n: count(n) }));
}
