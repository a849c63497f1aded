/** What the archive's form knows: no DOM, no calls. */
import type {
  Answer,
  Channel,
  CustomerFields,
  CustomerId,
  Gender,
  ProfileField,
  RecurringDate,
} from '../../api/generated';
import type { Views } from '../../app/views';

export const CHANNELS: readonly Channel[] = ['wechat', 'phone', 'sms', 'email', 'in_shop'];
/** Where the year is unknown, a guess by tens. */
export const AGE_BANDS: readonly string[] = ['10s', '20s', '30s', '40s', '50s', '60s', '70s'];
/** The core takes no more. */
export const PHONES = 5;

/** The form as the hand sees it: words, never absent. */
export interface Draft {
  name: string;
  nickname: string;
  member_no: string;
  phones: string[];
  gender: Gender | '';
  birthday: RecurringDate | null;
  age_band: string;
  wechat: string;
  email: string;
  address: string;
  preferred_channel: Channel | '';
  source: string;
  referrer: { id: CustomerId; name: string } | null;
  /** The id, as a select holds it. */
  staff: string;
  joined_on: string;
  note: string;
}

export function blankDraft({ name = '', phone = '' }: Views['customer-edit']): Draft {
  return {
    name,
    nickname: '',
    member_no: '',
    phones: [phone],
    gender: '',
    birthday: null,
    age_band: '',
    wechat: '',
    email: '',
    address: '',
    preferred_channel: '',
    source: '',
    referrer: null,
    staff: '',
    joined_on: '',
    note: '',
  };
}

export function draftOf(fields: CustomerFields, referrer: { id: CustomerId; name: string } | null): Draft {
  return {
    name: fields.name,
    nickname: fields.nickname ?? '',
    member_no: fields.member_no ?? '',
    phones: fields.phones.length > 0 ? [...fields.phones] : [''],
    gender: fields.gender ?? '',
    birthday: fields.birthday ?? null,
    age_band: fields.age_band ?? '',
    wechat: fields.wechat ?? '',
    email: fields.email ?? '',
    address: fields.address ?? '',
    preferred_channel: fields.preferred_channel ?? '',
    source: fields.source ?? '',
    referrer,
    staff: fields.staff ? String(fields.staff) : '',
    joined_on: fields.joined_on ?? '',
    note: fields.note ?? '',
  };
}

const orNull = <T extends string>(value: T): T | null => (value.trim() === '' ? null : (value.trim() as T));

export function fieldsOf(draft: Draft): CustomerFields {
  return {
    name: draft.name.trim(),
    member_no: orNull(draft.member_no),
    nickname: orNull(draft.nickname),
    phones: draft.phones.map((phone) => phone.trim()).filter(Boolean),
    gender: draft.gender || null,
    birthday: draft.birthday,
    age_band: orNull(draft.age_band),
    wechat: orNull(draft.wechat),
    email: orNull(draft.email),
    address: orNull(draft.address),
    preferred_channel: draft.preferred_channel || null,
    source: orNull(draft.source),
    referrer: draft.referrer?.id ?? null,
    staff: draft.staff ? Number(draft.staff) : null,
    joined_on: orNull(draft.joined_on),
    note: orNull(draft.note),
  };
}

/** Whether anything would be lost: blanks and an empty second phone are nothing. */
export function differs(a: Draft, b: Draft): boolean {
  return JSON.stringify(fieldsOf(a)) !== JSON.stringify(fieldsOf(b));
}

/** The foldable groups of the form, and where each field stands. */
export const GROUPS = ['about', 'reach', 'came', 'hard', 'soft', 'note'] as const;
export type Group = (typeof GROUPS)[number];

const PLACES: Record<string, Group> = {
  nickname: 'about',
  gender: 'about',
  birthday: 'about',
  age_band: 'about',
  wechat: 'reach',
  email: 'reach',
  address: 'reach',
  preferred_channel: 'reach',
  source: 'came',
  referrer: 'came',
  staff: 'came',
  joined_on: 'came',
  note: 'note',
};

/** The group to unfold for a field; nothing for those that are always in sight. */
export function groupOf(field: string): Group | undefined {
  return PLACES[field];
}

/** How many fields of a group are filled, shown while it is folded. */
export function filledIn(draft: Draft, group: Group): number {
  const fields = fieldsOf(draft);
  return Object.entries(PLACES).filter(
    ([field, place]) => place === group && Boolean(fields[field as keyof CustomerFields]),
  ).length;
}

/** Digits enough to ask who has the number; shorter ones are still being typed. */
export function worthAsking(phone: string): boolean {
  return phone.normalize('NFKC').replace(/\D/g, '').length >= 7;
}

/** The field of the form that a failure's path means: `phones.1` stays, `answers.3` is the catalogue field. */
export function formField(path: string, answers: readonly Answer[]): string {
  const at = /^answers\.(\d+)/.exec(path)?.[1];
  if (at === undefined) return path;
  return `answer-${answers[Number(at)]?.field ?? ''}`;
}

/** What was ticked and written about catalogue fields, by field id. */
export type Said = Record<number, { ticked: string[]; typed: string }>;

export function answersOf(fields: readonly ProfileField[], said: Said): Answer[] {
  return fields.flatMap(({ id, kind }) => {
    const { ticked = [], typed = '' } = said[id] ?? {};
    const own = typed.trim();
    const values = kind === 'choice' ? ticked.slice(-1) : [...new Set([...ticked, ...(own ? [own] : [])])];
    return values.length > 0 ? [{ field: id, values }] : [];
  });
}
