/** Events in words and figures, and the forms that plan them and invite to them. */
import { fromWire, money } from '../../api/money';
import type {
  AddGuests,
  CallRule,
  Event as ShopEvent,
  EventCounts,
  EventKind,
  EventList,
  EventPage,
  GuestAnswer,
  GuestFilter,
  GuestRow,
  SaveEvent,
  Suppression,
} from '../../api/generated';
import type { NumberItem } from '../../parts/NumbersLine.svelte';
import { readFigure } from '../../text/figures';
import { count, daysBetween, fullDay, plainDay } from '../../text/format.svelte';
import { t } from '../../text/i18n.svelte';

export const KINDS: readonly EventKind[] = ['salon', 'preview', 'thanks', 'other'];
export const ANSWERS: readonly GuestAnswer[] = ['accepted', 'declined', 'unsure'];
/** Which guests the table shows. */
export const SHOWN = ['all', 'open', 'coming', 'came', 'gift'] as const;
export type Shown = (typeof SHOWN)[number];

export function kindName(kind: EventKind): string {
  return t(`events-kind-${kind}`);
}

/** 12月20日 周日 14:30, or two days with a dash. */
export function whenWords(event: Pick<ShopEvent, 'day' | 'to_day' | 'starts'>): string {
  const days =
    event.to_day === event.day
      ? fullDay(event.day)
      : t('events-days', { from: plainDay(event.day), to: plainDay(event.to_day) });
  return event.starts ? `${days} ${event.starts}` : days;
}

export interface StateWords {
  text: string;
  tone: 'plain' | 'good' | 'warn';
}

/** Where an event stands today. */
export function stateWords(event: ShopEvent, today: string): StateWords {
  if (event.cancelled_on) return { text: t('events-state-cancelled'), tone: 'plain' };
  if (today > event.sales_to) return { text: t('events-state-over'), tone: 'plain' };
  if (today > event.to_day)
    return { text: t('events-state-counting', { n: daysBetween(today, event.sales_to) }), tone: 'good' };
  if (today >= event.day) return { text: t('events-state-today'), tone: 'good' };
  if (today >= event.invite_on)
    return { text: t('events-state-inviting', { n: daysBetween(today, event.day) }), tone: 'warn' };
  return { text: t('events-state-later', { n: daysBetween(today, event.day) }), tone: 'plain' };
}

export type Slot = 'held' | 'planned' | 'open';

/** The year as a row of places: those held, those planned, and what is missing to the aim. */
export function slots({ held, planned, aim }: Pick<EventList, 'held' | 'planned' | 'aim'>): Slot[] {
  const open = Math.max(0, aim - held - planned);
  return [
    ...Array<Slot>(held).fill('held'),
    ...Array<Slot>(planned).fill('planned'),
    ...Array<Slot>(open).fill('open'),
  ].slice(0, 24);
}

/** 今年办了 2 场，还定了 1 场，离目标差 1 场 */
export function yearWords({ year, held, planned, aim }: Pick<EventList, 'year' | 'held' | 'planned' | 'aim'>): string {
  const left = aim - held - planned;
  const end = aim === 0 ? '' : left > 0 ? t('events-year-left', { n: left, aim }) : t('events-year-met', { aim });
  return t('events-year', { year: String(year), held, planned }) + end;
}

export function figures({ counts, event }: Pick<EventPage, 'counts' | 'event'>): NumberItem[] {
  const { invited, calls, messages, reached, accepted, party, came, party_came } = counts;
  const items: NumberItem[] = [
    {
      value: count(invited),
      meaning: t('events-figure-invited'),
      title: t('events-figure-invited-title', { calls, messages }),
    },
    { value: count(reached), meaning: t('events-figure-reached'), title: t('events-figure-reached-title') },
    {
      value: count(accepted),
      meaning: t('events-figure-accepted', { n: party }),
      title: t('events-figure-party-title'),
    },
    { value: count(came), meaning: t('events-figure-came', { n: party_came }), title: t('events-figure-party-title') },
  ];
  if (event.gift) {
    items.push({
      value: `${count(counts.gifts_given)} / ${count(counts.gifts_needed)}`,
      meaning: t('events-figure-gifts'),
      title: t(counts.came > 0 ? 'events-figure-gifts-came' : 'events-figure-gifts-accepted'),
      tone: counts.gifts_given > counts.gifts_needed ? 'warn' : 'plain',
    });
  }
  return items;
}

/** What the list of a year says of the people. */
export function peopleWords(counts: EventCounts): string {
  if (counts.invited === 0) return t('events-people-none');
  if (counts.came > 0) return t('events-people-came', { invited: counts.invited, came: counts.came });
  return t('events-people', { invited: counts.invited, accepted: counts.accepted });
}

export function answerWords({ answer }: Pick<GuestRow, 'answer'>): StateWords {
  if (!answer) return { text: t('events-answer-none'), tone: 'plain' };
  return {
    text: t(`events-answer-${answer}`),
    tone: answer === 'accepted' ? 'good' : answer === 'unsure' ? 'warn' : 'plain',
  };
}

export function shownRows(guests: readonly GuestRow[], shown: Shown): readonly GuestRow[] {
  switch (shown) {
    case 'open':
      return guests.filter(({ answer, came }) => !answer && came !== true);
    case 'coming':
      return guests.filter(({ answer }) => answer === 'accepted');
    case 'came':
      return guests.filter(({ came }) => came === true);
    case 'gift':
      return guests.filter(({ came, gift_given }) => came === true && !gift_given);
    default:
      return guests;
  }
}

/** Why somebody is not to be invited, in a few words. */
export function barWords(why: Suppression): string {
  return t(`events-bar-${why.why.replace(/_/g, '-')}`);
}

export interface EventForm {
  name: string;
  kind: EventKind;
  day: string;
  toDay: string;
  starts: string;
  place: string;
  plan: string;
  gift: string;
  inviteDays: string;
  salesDays: string;
}

export function eventForm(event: ShopEvent | undefined): EventForm {
  return {
    name: event?.name ?? '',
    kind: event?.kind ?? 'salon',
    day: event?.day ?? '',
    toDay: event && event.to_day !== event.day ? event.to_day : '',
    starts: event?.starts ?? '',
    place: event?.place ?? '',
    plan: event?.plan ?? '',
    gift: event?.gift ?? '',
    inviteDays: String(event?.invite_days ?? 7),
    salesDays: String(event?.sales_days ?? 14),
  };
}

function within(typed: string, low: number, high: number): boolean {
  const figure = readFigure(typed);
  return figure !== null && figure >= low && figure <= high;
}

/** What is wrong, by the core's name of the field. */
export function eventProblems(form: EventForm): Map<string, string> {
  const wrong = new Map<string, string>();
  if (form.name.trim() === '') wrong.set('name', t('events-wrong-name'));
  if (form.day === '') wrong.set('day', t('events-wrong-day'));
  if (form.toDay !== '' && form.day !== '' && (form.toDay < form.day || daysBetween(form.day, form.toDay) > 30))
    wrong.set('to_day', t('events-wrong-to-day'));
  if (form.starts.trim() !== '' && !/^([01]?\d|2[0-3])[:：][0-5]\d$/.test(form.starts.trim()))
    wrong.set('starts', t('events-wrong-starts'));
  if (!within(form.inviteDays, 0, 60)) wrong.set('invite_days', t('events-wrong-days', { max: 60 }));
  if (!within(form.salesDays, 0, 90)) wrong.set('sales_days', t('events-wrong-days', { max: 90 }));
  return wrong;
}

/** The request. To be asked only while nothing is wrong. */
export function eventRequest(form: EventForm, id: number | undefined): SaveEvent {
  const line = (text: string) => text.trim() || null;
  return {
    id: id ?? null,
    name: form.name.trim(),
    kind: form.kind,
    day: form.day,
    to_day: form.toDay || null,
    starts: line(form.starts.replace('：', ':')),
    place: line(form.place),
    plan: line(form.plan),
    gift: line(form.gift),
    invite_days: readFigure(form.inviteDays) ?? 7,
    sales_days: readFigure(form.salesDays) ?? 14,
  };
}

/** Who is invited, as chosen in the dialog. Empty choices leave a condition out. */
export interface InviteForm {
  by: 'filter' | 'names';
  level: string;
  tag: string;
  staff: string;
  spend: string;
  spendDays: string;
  recency: string;
  month: string;
  callLevel: string;
  callSpend: string;
}

export const RECENCY = ['', 'in30', 'in90', 'in365', 'away60', 'away150'] as const;
export const SPEND_DAYS = ['', '30', '90', '180', '365'] as const;

export function inviteForm(call: CallRule): InviteForm {
  return {
    by: 'filter',
    level: '',
    tag: '',
    staff: '',
    spend: '',
    spendDays: '365',
    recency: '',
    month: '',
    callLevel: call.level ? String(call.level) : '',
    callSpend: call.spend ?? '',
  };
}

export function callRule(form: Pick<InviteForm, 'callLevel' | 'callSpend'>): CallRule {
  return { level: form.callLevel === '' ? null : Number(form.callLevel), spend: form.callSpend || null };
}

function filterOf(form: InviteForm): GuestFilter {
  const number = (text: string) => (text === '' ? null : Number(text));
  const days = (prefix: string) => (form.recency.startsWith(prefix) ? Number(form.recency.slice(prefix.length)) : null);
  return {
    level: number(form.level),
    tags: form.tag === '' ? [] : [Number(form.tag)],
    staff: number(form.staff),
    spend_min: form.spend || null,
    spend_days: form.spend ? number(form.spendDays) : null,
    visited_within: days('in'),
    away_for: days('away'),
    birthday_month: number(form.month),
  };
}

/** The request; nothing while nobody is named. */
export function inviteRequest(form: InviteForm, event: number, named: readonly number[]): AddGuests | undefined {
  if (form.by === 'names') {
    return named.length === 0 ? undefined : { event, customers: [...named], filter: null, call: callRule(form) };
  }
  return { event, customers: [], filter: filterOf(form), call: callRule(form) };
}

/** ¥1,280, or nothing where nothing was bought. */
export function salesCell(sales: string): string {
  return fromWire(sales) === 0 ? '' : money(sales, { short: true });
}
