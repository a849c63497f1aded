import type {
  BreakdownKey,
  CompareWith,
  InsightSpan,
  ComplaintFilter,
  ComplaintId,
  CustomerId,
  EventId,
  SegmentCondition,
  SpotCheckId,
  TagId,
  TaskRef,
  VisitId,
  VisitKind,
} from '../api/generated';

/** What a report is of: a calendar month, quarter or year, or any days. */
export type ReportKind = 'month' | 'quarter' | 'year' | 'span';

/** Every place of the window with its parameters. A screen is added here, in screens.ts and, if it stands at the left, in nav.ts. */
export interface Views {
  /** Where the day begins. */
  counter: Record<never, never>;
  /** Whom to care for today. */
  today: Record<never, never>;
  /** A sheet to call from, for the printer. */
  'call-sheet': { tasks?: TaskRef[]; customers?: CustomerId[] };
  /** All customers. */
  customers: {
    /** Only those who carry this tag, to begin with. */
    tag?: TagId;
    /** Only those whom a filter finds, under the name of what it means. */
    segment?: { name: string; filter: SegmentCondition };
  };
  /** Archives that may be one person. */
  duplicates: Record<never, never>;
  /** Tags of the shop. */
  tags: Record<never, never>;
  /** What an archive asks for. */
  fields: Record<never, never>;
  /** Her page. */
  customer: { customer: CustomerId };
  /** Opens an archive, or changes one; what was typed into the search box is put where it belongs. */
  'customer-edit': {
    customer?: CustomerId;
    name?: string;
    phone?: string;
    /** The field to begin at. */ focus?: string;
  };
  /** Records a visit. */
  'visit-new': {
    /** Nobody: a walk-in. */
    customer?: CustomerId;
    kind?: VisitKind | 'day';
    /** The visit whose goods come back. */
    from?: VisitId;
  };
  /** Puts a saved visit right. */
  'visit-correct': { visit: VisitId };
  /** All visits. */
  visits: {
    /** Only of these days, to begin with. */
    from?: string;
    to?: string;
    kind?: VisitKind;
  };
  /** A saved visit. */
  visit: { visit: VisitId };
  /** Calls, messages and talks. */
  contacts: {
    /** Only with her, to begin with. */
    customer?: CustomerId;
    name?: string;
  };
  /** Complaints, the most pressing first. */
  complaints: {
    /** Only hers. */
    customer?: CustomerId;
    state?: ComplaintFilter;
  };
  /** One complaint. */
  complaint: { complaint: ComplaintId };
  /** Who waits for which style. */
  wishes: Record<never, never>;
  /** By what the list of today is made. */
  'care-rules': Record<never, never>;
  /** The shop's texts for messages. */
  templates: Record<never, never>;
  /** Who may be lost and who will probably come. */
  forecast: {
    /** The list to begin with. */
    shown?: 'lost' | '30' | '90';
  };
  /** Festivals, birthdays, days off and hours. */
  calendar: Record<never, never>;
  /** Filters over customers, counted, saved and turned into work. */
  segments: {
    /** A new one to begin with, not saved yet. */
    begin?: { name: string; filter: SegmentCondition; strategy: string };
  };
  /** What each clerk did, and spot checks of archives. */
  clerks: Record<never, never>;
  /** One spot check, to call from. */
  'spot-check': { check: SpotCheckId };
  /** Levels, their rules and recruitment months. */
  levels: Record<never, never>;
  /** Who would move in a review, and who is near a downgrade. */
  'level-review': { tab?: 'review' | 'near' };
  /** What the shop owes in points, and the register of entries. */
  points: Record<never, never>;
  /** One customer's points. */
  'customer-points': { customer: CustomerId };
  /** Vouchers and the register of benefits. */
  vouchers: { tab?: 'vouchers' | 'benefits' };
  /** The events of a year. */
  events: Record<never, never>;
  /** One event with its guests. */
  event: { event: EventId };
  /** Who brings customers, and whom to thank. */
  referrals: Record<never, never>;
  /** Who brought whom around one customer. */
  'referral-tree': { customer: CustomerId };
  /** How the shop is. */
  insight: Record<never, never>;
  /** The people behind a figure. */
  'insight-people': {
    of: BreakdownKey;
    cell: string;
    /** Whom the list shows, said in whatever language the window speaks by then. */
    title: () => string;
    /** The days of the figure; those of today if left out. */
    span?: InsightSpan;
  };
  /** The report of a period on paper. */
  'insight-report': { from: string; to: string; compare: CompareWith; kind: ReportKind };
  /** Files of another system. */
  import: Record<never, never>;
  /** The accountant's files of a week, and whole tables. */
  'week-export': Record<never, never>;
  /** The notice, people not seen for long, and who was erased. */
  privacy: Record<never, never>;
  /** What was done, and undoing it. */
  history: Record<never, never>;
  /** Copies of the shop's file, and going back to one. */
  backup: Record<never, never>;
  /** Who did what: the owner's log. */
  audit: Record<never, never>;
  /** Passphrase and recovery sheet of the whole file. */
  encryption: Record<never, never>;
  /** Look, language and size of type. */
  settings: Record<never, never>;
}
