import type { Component } from 'svelte';
import Counter from '../screens/counter/Counter.svelte';
import { open, type ViewName } from './router.svelte';
import type { Views } from './views';

/** How the component of a view is read. It gets the view's parameters as its props. */
type Read<N extends ViewName> = () => Promise<{ default: Component<Views[N]> }>;

/**
 * Every view with its component, each in a file of its own that is read when somebody goes there: the window starts with the counter
 * alone, and holds in memory what was looked at.
 */
export const screens: { [N in ViewName]?: Read<N> } = {
  contacts: () => import('../screens/contacts/Contacts.svelte'),
  // It comes with the window.
  counter: () => Promise.resolve({ default: Counter }),
  today: () => import('../screens/today/Today.svelte'),
  'call-sheet': () => import('../screens/today/CallSheet.svelte'),
  customers: () => import('../screens/customers/Customers.svelte'),
  duplicates: () => import('../screens/duplicates/Duplicates.svelte'),
  fields: () => import('../screens/fields/Fields.svelte'),
  tags: () => import('../screens/tags/Tags.svelte'),
  calendar: () => import('../screens/calendar/CalendarScreen.svelte'),
  'care-rules': () => import('../screens/care-rules/CareRules.svelte'),
  templates: () => import('../screens/templates/Templates.svelte'),
  complaint: () => import('../screens/complaints/Complaint.svelte'),
  complaints: () => import('../screens/complaints/Complaints.svelte'),
  customer: () => import('../screens/customer/Customer.svelte'),
  encryption: () => import('../screens/encryption/Encryption.svelte'),
  event: () => import('../screens/events/Event.svelte'),
  events: () => import('../screens/events/Events.svelte'),
  referrals: () => import('../screens/referrals/Referrals.svelte'),
  'referral-tree': () => import('../screens/referrals/Tree.svelte'),
  forecast: () => import('../screens/forecast/ForecastScreen.svelte'),
  backup: () => import('../screens/backup/Backup.svelte'),
  history: () => import('../screens/history/History.svelte'),
  audit: () => import('../screens/audit/AuditLog.svelte'),
  import: () => import('../screens/import/Import.svelte'),
  insight: () => import('../screens/insight/Insight.svelte'),
  'insight-people': () => import('../screens/insight/People.svelte'),
  'insight-report': () => import('../screens/insight/Report.svelte'),
  levels: () => import('../screens/levels/Levels.svelte'),
  'level-review': () => import('../screens/levels/Review.svelte'),
  'customer-edit': () => import('../screens/customer-edit/CustomerEdit.svelte'),
  points: () => import('../screens/points/Points.svelte'),
  privacy: () => import('../screens/privacy/Privacy.svelte'),
  'customer-points': () => import('../screens/points/Ledger.svelte'),
  vouchers: () => import('../screens/vouchers/Vouchers.svelte'),
  segments: () => import('../screens/segments/Segments.svelte'),
  clerks: () => import('../screens/clerks/Clerks.svelte'),
  'spot-check': () => import('../screens/clerks/SpotCheck.svelte'),
  settings: () => import('../screens/settings/Settings.svelte'),
  visit: () => import('../screens/visit/Visit.svelte'),
  'visit-correct': () => import('../screens/visit-new/VisitCorrect.svelte'),
  'visit-new': () => import('../screens/visit-new/VisitNew.svelte'),
  visits: () => import('../screens/visits/Visits.svelte'),
  'week-export': () => import('../screens/week-export/WeekExport.svelte'),
  wishes: () => import('../screens/wishes/Wishes.svelte'),
};

/** Where a hand goes from the counter: read while nothing is asked, so that nobody waits for them. */
export const NEAR: readonly ViewName[] = ['customer', 'visit-new', 'customer-edit', 'today'];

open(Object.keys(screens) as ViewName[]);
