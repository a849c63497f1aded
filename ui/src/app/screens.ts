import type { Component } from 'svelte';
import CalendarScreen from '../screens/calendar/CalendarScreen.svelte';
import CareRules from '../screens/care-rules/CareRules.svelte';
import Clerks from '../screens/clerks/Clerks.svelte';
import SpotCheck from '../screens/clerks/SpotCheck.svelte';
import Complaint from '../screens/complaints/Complaint.svelte';
import Complaints from '../screens/complaints/Complaints.svelte';
import Contacts from '../screens/contacts/Contacts.svelte';
import Counter from '../screens/counter/Counter.svelte';
import CustomerEdit from '../screens/customer-edit/CustomerEdit.svelte';
import Customer from '../screens/customer/Customer.svelte';
import Import from '../screens/import/Import.svelte';
import Customers from '../screens/customers/Customers.svelte';
import Duplicates from '../screens/duplicates/Duplicates.svelte';
import Event from '../screens/events/Event.svelte';
import Events from '../screens/events/Events.svelte';
import Fields from '../screens/fields/Fields.svelte';
import Tags from '../screens/tags/Tags.svelte';
import Forecast from '../screens/forecast/ForecastScreen.svelte';
import History from '../screens/history/History.svelte';
import LevelReview from '../screens/levels/Review.svelte';
import Insight from '../screens/insight/Insight.svelte';
import InsightPeople from '../screens/insight/People.svelte';
import InsightReport from '../screens/insight/Report.svelte';
import Levels from '../screens/levels/Levels.svelte';
import CustomerPoints from '../screens/points/Ledger.svelte';
import Points from '../screens/points/Points.svelte';
import Privacy from '../screens/privacy/Privacy.svelte';
import Referrals from '../screens/referrals/Referrals.svelte';
import ReferralTree from '../screens/referrals/Tree.svelte';
import Segments from '../screens/segments/Segments.svelte';
import Settings from '../screens/settings/Settings.svelte';
import Templates from '../screens/templates/Templates.svelte';
import CallSheet from '../screens/today/CallSheet.svelte';
import Today from '../screens/today/Today.svelte';
import Visit from '../screens/visit/Visit.svelte';
import VisitCorrect from '../screens/visit-new/VisitCorrect.svelte';
import Vouchers from '../screens/vouchers/Vouchers.svelte';
import VisitNew from '../screens/visit-new/VisitNew.svelte';
import Visits from '../screens/visits/Visits.svelte';
import WeekExport from '../screens/week-export/WeekExport.svelte';
import Wishes from '../screens/wishes/Wishes.svelte';
import { open, type ViewName } from './router.svelte';
import type { Views } from './views';

/** The component of every view. It gets the view's parameters as its props. */
export const screens: { [N in ViewName]?: Component<Views[N]> } = {
  contacts: Contacts,
  counter: Counter,
  today: Today,
  'call-sheet': CallSheet,
  customers: Customers,
  duplicates: Duplicates,
  fields: Fields,
  tags: Tags,
  calendar: CalendarScreen,
  'care-rules': CareRules,
  templates: Templates,
  complaint: Complaint,
  complaints: Complaints,
  customer: Customer,
  event: Event,
  events: Events,
  referrals: Referrals,
  'referral-tree': ReferralTree,
  forecast: Forecast,
  history: History,
  import: Import,
  insight: Insight,
  'insight-people': InsightPeople,
  'insight-report': InsightReport,
  levels: Levels,
  'level-review': LevelReview,
  'customer-edit': CustomerEdit,
  points: Points,
  privacy: Privacy,
  'customer-points': CustomerPoints,
  vouchers: Vouchers,
  segments: Segments,
  clerks: Clerks,
  'spot-check': SpotCheck,
  settings: Settings,
  visit: Visit,
  'visit-correct': VisitCorrect,
  'visit-new': VisitNew,
  visits: Visits,
  'week-export': WeekExport,
  wishes: Wishes,
};

open(Object.keys(screens) as ViewName[]);
