/** Joining two archives field by field: what differs, what is suggested, what is sent. No DOM, no calls. */
import type { CustomerFields, CustomerPage, DuplicatePair } from '../../api/generated';
import { money } from '../../api/money';
import { maskedPhone, plainDay } from '../../text/format.svelte';
import { t } from '../../text/i18n.svelte';
import { ageBand, dateText } from '../customer/knowledge';

export type Side = 'left' | 'right';
export const SIDES: readonly Side[] = ['left', 'right'];

/** Columns of which one side is chosen; phones of both are kept. */
export const COLUMNS = [
  'name',
  'member_no',
  'nickname',
  'gender',
  'birthday',
  'age_band',
  'wechat',
  'email',
  'address',
  'preferred_channel',
  'source',
  'referrer',
  'staff',
  'joined_on',
  'note',
] as const satisfies readonly (keyof CustomerFields)[];
export type Column = (typeof COLUMNS)[number];

export interface Pages {
  left: CustomerPage;
  right: CustomerPage;
}
export type Choice = Record<Column, Side>;

const empty = (page: CustomerPage, column: Column): boolean => {
  const value = page.customer.fields[column];
  return value === null || value === undefined || value === '';
};

/** Who has come more often stays; of two alike, the older archive. */
export function suggestedKeep({ left, right }: Pages): Side {
  const by = left.figures.visits - right.figures.visits;
  if (by !== 0) return by > 0 ? 'left' : 'right';
  return (left.customer.fields.joined_on ?? '9') <= (right.customer.fields.joined_on ?? '9') ? 'left' : 'right';
}

/** From the one who stays, unless only the other knows; and the earlier first day. */
export function suggestedChoice(pages: Pages, keep: Side): Choice {
  const other: Side = keep === 'left' ? 'right' : 'left';
  const choice = Object.fromEntries(
    COLUMNS.map((column) => [column, empty(pages[keep], column) && !empty(pages[other], column) ? other : keep]),
  ) as Choice;
  const days = SIDES.map((side) => pages[side].customer.fields.joined_on ?? '9999-12-31');
  choice.joined_on = days[0]! <= days[1]! ? 'left' : 'right';
  return choice;
}

export interface Row {
  column: Column;
  label: string;
  left: string;
  right: string;
}

/** Where the two say different things; what neither knows or both say alike needs no choosing. */
export function rows(pages: Pages): Row[] {
  return COLUMNS.map((column) => ({
    column,
    label: t(LABELS[column]),
    left: words(pages.left, column),
    right: words(pages.right, column),
  })).filter(({ left, right }) => left !== right);
}

const LABELS: Record<Column, string> = {
  name: 'edit-name',
  member_no: 'edit-member-no',
  nickname: 'edit-nickname',
  gender: 'edit-gender',
  birthday: 'edit-birthday',
  age_band: 'edit-age-band',
  wechat: 'edit-wechat',
  email: 'edit-email',
  address: 'edit-address',
  preferred_channel: 'edit-channel',
  source: 'edit-source',
  referrer: 'edit-referrer',
  staff: 'edit-staff',
  joined_on: 'edit-joined',
  note: 'edit-remark',
};

function words(page: CustomerPage, column: Column): string {
  const { fields } = page.customer;
  switch (column) {
    case 'gender':
      return fields.gender ? t(`edit-gender-${fields.gender}`) : '';
    case 'birthday':
      return page.birthday ? dateText(page.birthday) : '';
    case 'age_band':
      return fields.age_band ? ageBand(fields.age_band) : '';
    case 'preferred_channel':
      return fields.preferred_channel ? t(`customer-channel-${fields.preferred_channel.replace('_', '-')}`) : '';
    case 'referrer':
      return page.referrer?.name ?? '';
    case 'staff':
      return page.staff_name ?? '';
    case 'joined_on':
      return fields.joined_on ? plainDay(fields.joined_on) : '';
    default:
      return fields[column] ?? '';
  }
}

/** The columns as they shall be: chosen ones, and every phone of both, the main one of the one who stays first. */
export function merged(pages: Pages, keep: Side, choice: Choice): CustomerFields {
  const other: Side = keep === 'left' ? 'right' : 'left';
  const phones = [...new Set([...pages[keep].customer.fields.phones, ...pages[other].customer.fields.phones])];
  const chosen = Object.fromEntries(COLUMNS.map((column) => [column, pages[choice[column]].customer.fields[column]]));
  return { ...pages[keep].customer.fields, ...chosen, phones } as CustomerFields;
}

/** 41 次到店 · ¥86,420 · 138 **** 4217 */
export function about({ customer, figures }: CustomerPage): string {
  const [phone] = customer.fields.phones;
  return [
    t('duplicates-visits', { n: figures.visits }),
    money(figures.net_spend, { short: true }),
    phone ? maskedPhone(phone) : t('customer-no-phone'),
  ].join(' · ');
}

export function because(pair: DuplicatePair): string {
  return t(pair.because === 'phone' ? 'duplicates-same-phone' : 'duplicates-same-birthday');
}

export function pairKey({ left, right }: DuplicatePair): string {
  return `${left.id}-${right.id}`;
}
