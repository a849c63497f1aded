/** The audit log as sentences, a day at a time. */
import type { AuditAction, AuditEntry } from '../../api/generated';
import { dayOf } from '../../text/format.svelte';
import { maybe, t } from '../../text/i18n.svelte';

/** What can be asked for, in the order a person would ask. */
export const ACTIONS = [
  'changed',
  'viewed',
  'revealed',
  'exported',
  'backed_up',
  'restored',
  'unlocked',
  'refused',
  'locked',
  'secret_set',
  'secret_removed',
  'purged',
  'begun',
] as const satisfies readonly AuditAction[];

const words = (id: string) => id.replaceAll('_', '-');

/** Who did it. Whoever sits down was not there yet, so that the entry has nobody but her. */
export function who(entry: AuditEntry): string {
  return entry.by ?? (entry.action === 'unlocked' ? entry.person : undefined) ?? t('audit-nobody');
}

/** What was done, in a line. */
export function sentence(entry: AuditEntry): string {
  const { action, kind } = entry;
  if (action === 'changed') return (kind && maybe(`op-${words(kind)}`)) ?? t('audit-changed');
  if (action === 'exported') {
    return t('audit-exported-told', {
      what: (kind && maybe(`audit-what-${words(kind)}`)) ?? t('audit-what-other'),
      rows: entry.rows ?? 0,
      file: entry.file ?? '',
    });
  }
  if (action === 'locked') return t(`audit-locked-${kind === 'idle' || kind === 'sleep' ? kind : 'hand'}`);
  if (action === 'refused') return t('audit-refused-told', { name: entry.person ?? '' });
  if (action === 'secret_set' || action === 'secret_removed') {
    return t(`audit-${words(action)}-told`, { name: entry.person ?? '' });
  }
  return t(`audit-${words(action)}`);
}

/** Entries under their days, in the order they came. */
export function byDay(entries: readonly AuditEntry[]): { day: string; entries: AuditEntry[] }[] {
  const days: { day: string; entries: AuditEntry[] }[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.at);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}
