import type { Staff } from '../../api/generated';
import { has, t } from '../../text/i18n.svelte';

export const SHOP_NAME_MAX = 40;
export const STAFF_NAME_MAX = 20;

/** The owner first, then who works here, then who has left; each by the order in which they came. */
export function inOrder(staff: readonly Staff[]): Staff[] {
  const weight = (one: Staff) => (one.role === 'owner' ? 0 : 1) + (one.is_active ? 0 : 2);
  return [...staff].sort((a, b) => weight(a) - weight(b) || a.id - b.id);
}

/** One line of the check-up in words; a check that this screen does not know yet is named as it is. */
export function findingWords(check: string): string {
  const id = `check-finding-${check.replaceAll('_', '-')}`;
  return has(id) ? t(id) : t('check-finding-other', { check });
}
