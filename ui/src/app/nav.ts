import type { ViewName } from './router.svelte';

export interface NavEntry {
  view: ViewName;
  /** Message id. */
  label: string;
  /** Views that belong to this entry: the customer page lights up 顾客. */
  also?: readonly ViewName[];
  /** What wants doing there now, as a number beside the word. */
  badge?: 'complaints';
}

/** The left column, in groups parted by a line; Alt and the number of the entry goes there. Only real screens stand here. */
export const nav: readonly (readonly NavEntry[])[] = [
  [
    { view: 'counter', label: 'nav-counter' },
    { view: 'today', label: 'nav-today', also: ['call-sheet'] },
    {
      view: 'customers',
      label: 'nav-customers',
      also: ['customer', 'customer-edit', 'duplicates', 'tags', 'fields'],
    },
    { view: 'visits', label: 'nav-visits', also: ['visit', 'visit-new', 'visit-correct'] },
    { view: 'contacts', label: 'nav-contacts' },
    { view: 'complaints', label: 'nav-complaints', also: ['complaint'], badge: 'complaints' },
    { view: 'wishes', label: 'nav-wishes' },
  ],
  [
    { view: 'templates', label: 'nav-templates' },
    { view: 'calendar', label: 'nav-calendar' },
  ],
  [
    { view: 'levels', label: 'nav-levels', also: ['level-review'] },
    { view: 'points', label: 'nav-points', also: ['customer-points'] },
    { view: 'vouchers', label: 'nav-vouchers' },
    { view: 'events', label: 'nav-events', also: ['event'] },
    { view: 'referrals', label: 'nav-referrals', also: ['referral-tree'] },
  ],
  [
    { view: 'week-export', label: 'nav-week-export' },
    { view: 'import', label: 'nav-import' },
    { view: 'history', label: 'nav-history' },
    { view: 'settings', label: 'nav-settings' },
  ],
];
