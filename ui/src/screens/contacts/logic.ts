/** Contacts in words, and the forms around them. No DOM, no calls. */
import type {
  ClerkContacts,
  ConsentPurpose,
  ConsentState,
  ContactCard,
  ContactChannel,
  ContactLimits,
  ContactList,
  ContactRow,
  ContactWish,
  CorrectContact,
  Direction,
  ListContacts,
  LogContact,
  Outcome,
  Purpose,
  Suppression,
} from '../../api/generated';
import { PageEnds, withDayHeads } from '../../app/day-heads';
import type { NumberItem } from '../../parts/NumbersLine.svelte';
import type { RowPage } from '../../parts/table';
import { addDays, clock, count, day, plainDay } from '../../text/format.svelte';
import { readFigure } from '../../text/figures';
import { t } from '../../text/i18n.svelte';
import { monday } from '../visits/logic';

export const CHANNELS: readonly ContactChannel[] = ['phone', 'wechat', 'sms', 'email', 'letter', 'in_person'];
/** Channels that somebody can agree to; for a talk there is nothing to agree to. */
export const CONSENT_CHANNELS: readonly ContactChannel[] = ['phone', 'wechat', 'sms', 'email', 'letter'];
export const PURPOSES: readonly Purpose[] = ['service', 'greeting', 'marketing'];
export const OUTCOMES: readonly Outcome[] = ['reached', 'no_answer', 'sent', 'replied'];
export const WISHES: readonly ContactWish[] = ['any', 'no_promotion', 'none'];
export const CONSENT_PURPOSES: readonly ConsentPurpose[] = ['marketing', 'service', 'archive'];

const word = (value: string): string => value.replace(/_/g, '-');
export const channelName = (channel: ContactChannel): string => t(`contacts-channel-${word(channel)}`);
export const purposeName = (purpose: Purpose): string => t(`contacts-purpose-${purpose}`);
export const outcomeName = (outcome: Outcome): string => t(`contacts-outcome-${word(outcome)}`);
export const wishName = (wish: ContactWish): string => t(`contacts-wish-${word(wish)}`);
export const consentName = (purpose: ConsentPurpose): string => t(`contacts-consent-${purpose}`);

/** What can come of a contact; the first is what usually does. */
export function outcomes(channel: ContactChannel, direction: Direction): readonly Outcome[] {
  if (direction === 'in') return channel === 'phone' || channel === 'in_person' ? ['reached'] : ['replied'];
  if (channel === 'in_person') return ['reached'];
  return channel === 'phone' ? ['reached', 'no_answer'] : ['sent', 'replied'];
}

/** 电话 · 没接, or 她来微信 for what she began. */
export function wayWords({
  channel,
  direction,
  outcome,
}: Pick<ContactRow, 'channel' | 'direction' | 'outcome'>): string {
  if (direction === 'in') return t(`contacts-in-${word(channel)}`);
  if (channel === 'in_person') return channelName(channel);
  return t('contacts-way', { channel: channelName(channel), outcome: outcomeName(outcome) });
}

/** 今天, 1 天前 */
export function ago(days: number): string {
  return days === 0 ? t('day-today') : t('contacts-days-ago', { n: days });
}

/** 4 天前联系过 · 13 天前买过 */
export function sinceWords(card: ContactCard): string {
  const contact = card.days_since_contact ?? null;
  const bought = card.days_since_purchase ?? null;
  return [
    contact === null ? t('contacts-never') : t('contacts-since-contact', { ago: ago(contact) }),
    bought === null ? t('contacts-never-bought') : t('contacts-since-purchase', { ago: ago(bought) }),
  ].join(' · ');
}

/** Why she is not to get promotion, as a clerk would say it. */
export function reasonWords(reason: Suppression): string {
  switch (reason.why) {
    case 'consent_withdrawn':
      return t('contacts-why-consent-withdrawn', { channel: channelName(reason.channel), purpose: reason.purpose });
    case 'consent_missing':
    case 'no_channel':
      return t(`contacts-why-${word(reason.why)}`, { channel: channelName(reason.channel) });
    case 'minor':
      return t('contacts-why-minor', { under: reason.under });
    case 'unanswered':
    case 'monthly_limit':
      return t(`contacts-why-${word(reason.why)}`, { n: reason.count, until: plainDay(reason.until) });
    case 'too_soon':
      return t('contacts-why-too-soon', {
        what: reason.visited ? 'visit' : 'contact',
        last: day(reason.last),
        until: plainDay(reason.until),
      });
    default:
      return t(`contacts-why-${word(reason.why)}`);
  }
}

/** What is said on her page: where only a person can lift it, what time lifts is no help. Her wish has a line of its own. */
export function against({ against, wish }: ContactCard): string[] {
  const told = against.filter(({ why }) => why !== 'do_not_contact' && why !== 'no_promotion');
  const lasting = told.filter((reason) => !('until' in reason));
  if (lasting.length > 0) return lasting.map(reasonWords);
  return wish === 'any' ? told.map(reasonWords) : [];
}

/** 微信、电话可以；短信不要；她自己同意过，家长同意了才算. Nothing where nobody ever asked. */
export function consentWords({ given, withdrawn, unconfirmed }: ConsentState): string {
  const names = (channels: readonly ContactChannel[]) => channels.map(channelName).join(t('contacts-join'));
  const all = (channels: readonly ContactChannel[]) => channels.length === CONSENT_CHANNELS.length;
  if (all(given)) return t('contacts-consent-all');
  if (all(withdrawn)) return t('contacts-consent-no');
  return [
    given.length > 0 ? t('contacts-consent-some', { channels: names(given) }) : '',
    withdrawn.length > 0 ? t('contacts-consent-not', { channels: names(withdrawn) }) : '',
    unconfirmed.length > 0 ? t('contacts-consent-waits') : '',
  ]
    .filter(Boolean)
    .join(t('contacts-consent-join'));
}

/** The form of one contact. */
export interface ContactForm {
  channel: ContactChannel;
  direction: Direction;
  purpose: Purpose;
  outcome: Outcome;
  text: string;
  day: string;
  /** Id as text, for the select; empty for nobody. */
  staff: string;
}

export function newForm(channel: ContactChannel, today: string, actor: number | undefined): ContactForm {
  const staff = actor === undefined ? '' : String(actor);
  const outcome = outcomes(channel, 'out')[0]!;
  return { channel, direction: 'out', purpose: 'service', outcome, text: '', day: today, staff };
}

export function formOf(row: ContactRow): ContactForm {
  const { channel, direction, purpose, outcome, day } = row;
  return { channel, direction, purpose, outcome, text: row.text ?? '', day, staff: row.staff ? String(row.staff) : '' };
}

/** Another channel or another who-began brings other outcomes. */
export function settled(form: ContactForm): ContactForm {
  const can = outcomes(form.channel, form.direction);
  return can.includes(form.outcome) ? form : { ...form, outcome: can[0]! };
}

export function logRequest(form: ContactForm, customers: readonly number[], today: string): LogContact {
  const { channel, direction, purpose, outcome } = form;
  return {
    customers: [...customers],
    channel,
    direction,
    purpose,
    outcome,
    text: form.text.trim() || null,
    template: null,
    complaint: null,
    event: null,
    batch: null,
    day: form.day === today ? null : form.day || null,
    staff: form.staff ? Number(form.staff) : null,
  };
}

export function correctRequest(form: ContactForm, contact: number): CorrectContact {
  const { channel, direction, purpose, outcome, day } = form;
  const staff = form.staff ? Number(form.staff) : null;
  return { contact, channel, direction, purpose, outcome, text: form.text.trim() || null, day, staff };
}

/** Whether she can still answer it. */
export function awaits({ direction, outcome, channel }: ContactRow): boolean {
  return direction === 'out' && channel !== 'in_person' && (outcome === 'sent' || outcome === 'no_answer');
}

export type Range = 'all' | 'today' | 'week' | 'month' | 'days';
export const RANGES: readonly Range[] = ['all', 'today', 'week', 'month', 'days'];

export interface Filter {
  range: Range;
  /** For `days`; YYYY-MM-DD or empty. */
  from: string;
  to: string;
  channel: ContactChannel | '';
  outcome: Outcome | '';
  staff: string;
  customer: number | null;
  name: string;
}

export const NO_FILTER: Filter = {
  range: 'all',
  from: '',
  to: '',
  channel: '',
  outcome: '',
  staff: '',
  customer: null,
  name: '',
};

export function filtered(filter: Filter): boolean {
  const { range, channel, outcome, staff, customer } = filter;
  return range !== 'all' || channel !== '' || outcome !== '' || staff !== '' || customer !== null;
}

export type Asked = Omit<ListContacts, 'cursor' | 'limit'>;

export function asked(filter: Filter, today: string): Asked {
  const first = { all: null, today, week: monday(today), month: `${today.slice(0, 7)}-01`, days: filter.from || null };
  const last = { all: null, today, week: today, month: today, days: filter.to || null };
  return {
    customer: filter.customer,
    staff: filter.staff ? Number(filter.staff) : null,
    channel: filter.channel || null,
    outcome: filter.outcome || null,
    purpose: null,
    from: first[filter.range],
    to: last[filter.range],
  };
}

/** A day before its contacts. */
export interface DayHead {
  readonly head: true;
  readonly day: string;
}
export interface ContactItem {
  readonly head: false;
  readonly contact: ContactRow;
}
export type Item = DayHead | ContactItem;

export function itemKey(item: Item): string | number {
  return item.head ? item.day : item.contact.id;
}

/** Rows with a heading before the first of each day. */
export function withHeads(rows: readonly ContactRow[], before: string | undefined): Item[] {
  return withDayHeads<ContactRow, Item>(
    rows,
    before,
    (day) => ({ head: true, day }),
    (contact) => ({ head: false, contact }),
  );
}

/** Pages of the log with the headings of their days. */
export class ContactPages {
  readonly #list: (request: ListContacts) => Promise<ContactList>;
  readonly #ends = new PageEnds();

  constructor(list: (request: ListContacts) => Promise<ContactList>) {
    this.#list = list;
  }

  async read(
    filter: Asked,
    cursor: string | null,
  ): Promise<RowPage<Item> & { sum?: { contacts: number; customers: number } }> {
    const page = await this.#list({ ...filter, cursor, limit: 100 });
    const next = this.#ends.note(page);
    const rows = withHeads(page.rows, this.#ends.before(cursor));
    const contacts = page.count ?? null;
    return contacts === null
      ? { rows, next }
      : { rows, next, total: contacts, sum: { contacts, customers: page.customers ?? 0 } };
  }
}

/** The time of a contact; one that was written down later has none. */
export function timeWords(row: ContactRow): string {
  return row.at.includes('T12:00:00') ? '' : clock(row.at);
}

/** A month as its first and last day; `back` months before the one of today. */
export function month(today: string, back: number): { from: string; to: string; label: string } {
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - back;
  const first = (at: number) => `${String(Math.floor(at / 12))}-${String((at % 12) + 1).padStart(2, '0')}-01`;
  const from = first(months);
  const label = t('contacts-month', { year: from.slice(0, 4), month: Number(from.slice(5, 7)) });
  return { from, to: addDays(first(months + 1), -1), label };
}

export function totals(total: ClerkContacts): NumberItem[] {
  return [
    { value: count(total.contacts), meaning: t('contacts-total-contacts', { n: count(total.customers) }) },
    { value: count(total.calls), meaning: t('contacts-total-calls', { n: count(total.no_answer) }) },
    { value: count(total.messages), meaning: t('contacts-total-messages') },
    { value: count(total.reached + total.replied), meaning: t('contacts-total-answered') },
    { value: count(total.received), meaning: t('contacts-total-received') },
  ];
}

/** The limits as sentences. */
export function limitLines(limits: ContactLimits): string[] {
  return [
    limits.marketing_a_month === 0
      ? t('contacts-limit-month-off')
      : t('contacts-limit-month', { n: limits.marketing_a_month }),
    limits.unanswered === 0
      ? t('contacts-limit-silent-off')
      : t('contacts-limit-silent', { n: limits.unanswered, m: limits.after_unanswered }),
    limits.quiet_days === 0 ? t('contacts-limit-quiet-off') : t('contacts-limit-quiet', { n: limits.quiet_days }),
    t(limits.marketing_needs_consent ? 'contacts-limit-consent' : 'contacts-limit-consent-off'),
    t('contacts-limit-hours', { from: limits.from_hour, to: limits.to_hour }),
  ];
}

/** The limits as typed. */
export type LimitForm = Record<Exclude<keyof ContactLimits, 'marketing_needs_consent'>, string> & {
  marketing_needs_consent: boolean;
};
const BOUNDS: Readonly<Record<Exclude<keyof ContactLimits, 'marketing_needs_consent'>, readonly [number, number]>> = {
  marketing_a_month: [0, 31],
  unanswered: [0, 20],
  after_unanswered: [1, 31],
  quiet_days: [0, 90],
  from_hour: [0, 23],
  to_hour: [1, 24],
};
const FIGURES = Object.keys(BOUNDS) as (keyof typeof BOUNDS)[];

export function limitForm(limits: ContactLimits): LimitForm {
  const { marketing_needs_consent } = limits;
  const figures = Object.fromEntries(FIGURES.map((name) => [name, String(limits[name])]));
  return { ...(figures as Omit<LimitForm, 'marketing_needs_consent'>), marketing_needs_consent };
}

export function limitProblems(form: LimitForm): Map<string, string> {
  const wrong = new Map<string, string>();
  for (const name of FIGURES) {
    const [min, max] = BOUNDS[name];
    const value = readFigure(form[name]);
    if (value === null || value < min || value > max) wrong.set(name, t('contacts-wrong-figure', { min, max }));
  }
  const [from, to] = [readFigure(form.from_hour), readFigure(form.to_hour)];
  if (!wrong.has('from_hour') && !wrong.has('to_hour') && to! <= from!) wrong.set('to_hour', t('contacts-wrong-hours'));
  return wrong;
}

/** To be asked only while nothing is wrong. */
export function limitsOf(form: LimitForm): ContactLimits {
  const { marketing_needs_consent } = form;
  const figures = Object.fromEntries(FIGURES.map((name) => [name, readFigure(form[name]) ?? 0]));
  return { ...(figures as Omit<ContactLimits, 'marketing_needs_consent'>), marketing_needs_consent };
}
