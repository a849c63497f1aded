import type { ViewName } from './router.svelte';

/** A place of the left column. */
export interface NavPlace {
  view: ViewName;
  /** Message id. */
  label: string;
  /** Views that belong to this place: the customer page lights up 顾客. */
  also?: readonly ViewName[];
}

export interface NavEntry extends NavPlace {
  /** Places that belong to this one; they stand below it while the hand is at one of them, so that the column stays short. */
  inner?: readonly NavPlace[];
  /** What wants doing there now, as a number beside the word. */
  badge?: 'complaints';
}

/**
 * The left column, in groups parted by a line: the counter, care for customers, what they are worth and what they earn, files.
 * Alt and the number of the entry goes there. Only real screens stand here.
 */
export const nav: readonly (readonly NavEntry[])[] = [
  [
    { view: 'counter', label: 'nav-counter' },
    {
      view: 'customers',
      label: 'nav-customers',
      also: ['customer', 'customer-edit', 'duplicates', 'tags', 'fields'],
    },
    { view: 'visits', label: 'nav-visits', also: ['visit', 'visit-new', 'visit-correct'] },
  ],
  [
    {
      view: 'today',
      label: 'nav-today',
      also: ['call-sheet'],
      inner: [
        { view: 'care-rules', label: 'nav-care-rules' },
        { view: 'templates', label: 'nav-templates' },
        { view: 'calendar', label: 'nav-calendar' },
      ],
    },
    { view: 'contacts', label: 'nav-contacts' },
    { view: 'complaints', label: 'nav-complaints', also: ['complaint'], badge: 'complaints' },
    { view: 'wishes', label: 'nav-wishes' },
    { view: 'events', label: 'nav-events', also: ['event'] },
    { view: 'referrals', label: 'nav-referrals', also: ['referral-tree'] },
  ],
  [
    {
      view: 'insight',
      label: 'nav-insight',
      also: ['insight-people', 'insight-report'],
      inner: [
        { view: 'segments', label: 'nav-segments' },
        { view: 'forecast', label: 'nav-forecast' },
        { view: 'clerks', label: 'nav-clerks', also: ['spot-check'] },
      ],
    },
    { view: 'levels', label: 'nav-levels', also: ['level-review'] },
    { view: 'points', label: 'nav-points', also: ['customer-points'] },
    { view: 'vouchers', label: 'nav-vouchers' },
  ],
  [
    { view: 'week-export', label: 'nav-week-export' },
    { view: 'import', label: 'nav-import' },
    { view: 'history', label: 'nav-history', inner: [{ view: 'audit', label: 'nav-audit' }] },
    { view: 'privacy', label: 'nav-privacy' },
    { view: 'backup', label: 'nav-backup' },
    { view: 'settings', label: 'nav-settings', also: ['encryption'] },
  ],
];
