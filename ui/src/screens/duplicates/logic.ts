/** Joining two archives field by field: what differs, what is suggested, what is sent. No DOM, no calls. */
import type {
  ArchiveCounts,
  Comparison,
  CustomerFields,
  CustomerPage,
  DuplicatePair,
  DuplicateReason,
  FieldId,
  MergePreview,
  ProfileEntry,
  Sureness,
} from '../../api/generated';
import { money } from '../../api/money';
import { maskedPhone, plainDay } from '../../text/format.svelte';
import { maybe, t } from '../../text/i18n.svelte';
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
  /** One side is to be chosen. */
  differ: boolean;
}

/** Every column that either of them has something in; what neither knows needs no line. Those that differ come first. */
export function rows(pages: Pages): Row[] {
  const all = COLUMNS.map((column) => {
    const [left, right] = [words(pages.left, column), words(pages.right, column)];
    return { column, label: t(LABELS[column]), left, right, differ: left !== right };
  }).filter(({ left, right }) => left !== '' || right !== '');
  return [...all.filter(({ differ }) => differ), ...all.filter(({ differ }) => !differ)];
}

export interface AnswerRow {
  field: FieldId;
  label: string;
  left: string;
  right: string;
  differ: boolean;
  /** Only one answer can hold, so one side is to be chosen; of other fields all answers stay. */
  single: boolean;
}

/** What the owner's catalogue asks, as both answered it. */
export function answers({ left, right }: Pages): AnswerRow[] {
  const said = (entry: ProfileEntry | undefined) =>
    (entry?.values ?? []).map(({ value }) => value).join(t('duplicates-comma'));
  const fields = new Map([...left.profile, ...right.profile].map((entry) => [entry.field, entry]));
  const all = [...fields.values()].map((entry) => {
    const one = said(left.profile.find(({ field }) => field === entry.field));
    const other = said(right.profile.find(({ field }) => field === entry.field));
    const only = ['choice', 'number', 'date'].includes(entry.kind) && !entry.key.startsWith('opening_');
    return {
      field: entry.field,
      label: entry.label,
      left: one,
      right: other,
      differ: one !== other,
      single: only && one !== '' && other !== '' && one !== other,
    };
  });
  const some = all.filter((row) => row.left !== '' || row.right !== '');
  return [...some.filter(({ differ }) => differ), ...some.filter(({ differ }) => !differ)];
}

/** Fields of which the answer of the one who goes was chosen. */
export function taken(chosen: ReadonlyMap<FieldId, Side>, keep: Side): FieldId[] {
  return [...chosen].filter(([, side]) => side !== keep).map(([field]) => field);
}

/** What is counted in both archives; what neither has any of is left out. */
export const COUNTS = [
  'visits',
  'points',
  'vouchers',
  'benefits',
  'tags',
  'tasks',
  'relations',
  'consents',
  'contacts',
  'complaints',
  'wishes',
  'dates',
  'events',
] as const satisfies readonly (keyof ArchiveCounts)[];

export function counted({ left, right }: Comparison): { id: string; left: number; right: number }[] {
  const all = COUNTS.map((what) => ({ id: `duplicates-have-${what}`, left: left[what], right: right[what] }));
  return all.filter((one) => one.left !== 0 || one.right !== 0);
}

/** Rows that become one, told in a line: 标签 1、关系 2. */
export function combinedWords(preview: MergePreview): string {
  const known = preview.combined.map(({ table, rows: n }) => {
    const what = maybe(`privacy-copy-part-${table.replaceAll('_', '-')}`);
    return what === undefined ? '' : t('duplicates-after-item', { what, n });
  });
  return known.filter((one) => one !== '').join(t('duplicates-comma'));
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

/** How many phones an archive holds. */
export const PHONES = 5;

/** Every phone of both once, the main one of the one who stays first. Spellings of one number are one. */
export function phones(pages: Pages, keep: Side): string[] {
  const other: Side = keep === 'left' ? 'right' : 'left';
  const all = [...pages[keep].customer.fields.phones, ...pages[other].customer.fields.phones];
  const digits = all.map((phone) =>
    phone
      .normalize('NFKC')
      .replace(/[^0-9*]/g, '')
      .replace(/^(0086|86(?=1\d{10}$))/, ''),
  );
  return all.filter((_, at) => digits.indexOf(digits[at]!) === at);
}

/** The columns as they shall be: those chosen, and the phones that stay. */
export function merged(pages: Pages, keep: Side, choice: Choice, numbers: readonly string[]): CustomerFields {
  const chosen = Object.fromEntries(COLUMNS.map((column) => [column, pages[choice[column]].customer.fields[column]]));
  return { ...pages[keep].customer.fields, ...chosen, phones: [...numbers] } as CustomerFields;
}

/** 41 次到店, ¥86,420, 138 **** 4217: pieces that are not broken within. */
export function about({ customer, figures }: CustomerPage): string[] {
  const [phone] = customer.fields.phones;
  return [
    t('duplicates-visits', { n: figures.visits }),
    money(figures.net_spend, { short: true }),
    phone ? maskedPhone(phone) : t('customer-no-phone'),
  ];
}

/** Why the pair is shown, with the end of the number where it is about one. */
export function because({ sign, left_phone, right_phone }: DuplicateReason): string {
  const words = t(`duplicates-sign-${sign.replaceAll('_', '-')}`);
  const numbers = [left_phone, right_phone].filter((phone) => phone !== null && phone !== undefined).map(maskedPhone);
  const told = sign === 'one_digit' || sign === 'last_four' ? numbers : numbers.slice(0, 1);
  return [words, ...new Set(told)].join(' · ');
}

export function pairKey({ left, right }: Pick<DuplicatePair, 'left' | 'right'>): string {
  return `${left.id}-${right.id}`;
}

/** How loudly a pair asks to be looked at. */
export function sureTone(sure: Sureness): 'warn' | 'plain' {
  return sure === 'high' ? 'warn' : 'plain';
}
