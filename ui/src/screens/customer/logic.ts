/** What the customer page says, worked out of its answer: no DOM, no calls. */
import type {
  CustomerFields,
  CustomerPage,
  DateView,
  LevelCard,
  Missing,
  NextQuestion,
  ProfileEntry,
  VisitKind,
  VisitRow,
} from '../../api/generated';
import { fromWire, money } from '../../api/money';
import type { NumberItem } from '../../parts/NumbersLine.svelte';
import type { TimelineRow } from '../../parts/timeline';
import {
  count,
  day,
  daysBetween,
  decimal,
  fullDay,
  maskedPhone,
  plainDay,
  signedCount,
} from '../../text/format.svelte';
import { has, language, t } from '../../text/i18n.svelte';

/** Fields of the catalogue that are columns of the archive; they are shown and edited as such, not as dated facts. */
const COLUMNS = new Set([
  'name',
  'nickname',
  'phone',
  'gender',
  'birthday',
  'age_band',
  'member_no',
  'wechat',
  'email',
  'address',
  'preferred_channel',
  'source',
  'referrer',
  'staff',
]);

export function isColumn(key: string): boolean {
  return COLUMNS.has(key);
}

/** 单姐 · 138 **** 4217 · 微信同号 */
export function subline(fields: CustomerFields): string {
  const phone = fields.phones[0];
  const more = fields.phones.length - 1;
  const parts = [
    fields.nickname,
    phone ? maskedPhone(phone) + (more > 0 ? t('customer-more-phones', { n: more }) : '') : t('customer-no-phone'),
    wechatWords(fields),
    fields.member_no,
  ];
  return parts.filter(Boolean).join(' · ');
}

function wechatWords({ wechat, phones }: CustomerFields): string | undefined {
  if (!wechat) return undefined;
  return phones.includes(wechat) ? t('customer-wechat-same') : t('customer-wechat', { name: wechat });
}

/** How much longer than usual a customer may be away before the page says so in colour. */
const LATE = 1.5;

/** The line of figures; empty before the first visit, when there is nothing to count yet. */
export function numbers({ figures, points }: CustomerPage, openPoints?: () => void): NumberItem[] {
  if (figures.visits === 0 && points.balance === 0) return [];
  const away = figures.days_since_visit ?? null;
  const usual = figures.usual_interval ?? null;
  const late = away !== null && usual !== null && away > usual * LATE;
  const pieces = figures.pieces_per_purchase ?? null;
  return [
    {
      value: money(figures.spend_12_months, { short: true }),
      meaning: t('customer-spend-12', { n: figures.visits_12_months }),
      title: t('customer-spend-12-title'),
    },
    {
      value: away === null ? '—' : away === 0 ? t('day-today') : t('customer-days', { n: away }),
      meaning: usual === null ? t('customer-away') : t('customer-away-usual', { n: usual }),
      title: figures.last_visit ? fullDay(figures.last_visit) : undefined,
      tone: late ? 'warn' : 'plain',
    },
    {
      value: figures.average_ticket ? money(wholeYuan(figures.average_ticket), { short: true }) : '—',
      meaning: pieces === null ? t('customer-ticket') : t('customer-ticket-pieces', { n: decimal(pieces / 100) }),
      title: t('customer-ticket-title'),
    },
    {
      value: count(points.balance),
      meaning: pointsWords(points),
      tone: points.balance < 0 ? 'bad' : 'plain',
      ...(openPoints ? { open: openPoints } : {}),
    },
    {
      value: money(figures.net_spend, { short: true }),
      meaning: figures.first_purchase
        ? t('customer-lifetime-since', { n: figures.visits, year: figures.first_purchase.slice(0, 4) })
        : t('customer-lifetime', { n: figures.visits }),
      title: t('customer-lifetime-title'),
    },
  ];
}

/** An average to the fen would claim more than it knows: whole yuan, half away from zero. */
function wholeYuan(amount: string): number {
  const fen = fromWire(amount);
  return Math.sign(fen) * Math.floor((Math.abs(fen) + 50) / 100) * 100;
}

function pointsWords(points: CustomerPage['points']): string {
  if (points.balance < 0) return t('customer-points-owed');
  if (points.expiring && points.expires_on) {
    return t('customer-points-expiring', { n: count(points.expiring), day: plainDay(points.expires_on) });
  }
  return t('customer-points');
}

/** One thing known about her: a field, or several of one kind told together (the sizes). */
export interface Cell {
  key: string;
  label: string;
  value: string;
  note?: string;
  title?: string;
  /** What the editor opens; empty for columns of the archive, which open the edit screen. */
  entries: readonly ProfileEntry[];
}

export interface Knowledge {
  cells: readonly Cell[];
  /** Fields without an answer, those that weigh most in a clerk's day first. */
  gaps: readonly ProfileEntry[];
}

/** What tells most at the counter comes first; the rest follows in the catalogue's order, the soft half before the hard. */
const FIRST = ['occupation', 'family', 'colour', 'style', 'material', 'fit', 'dislikes', 'service_way', 'promotions'];

export function knowledge(page: CustomerPage): Knowledge {
  const entries = page.profile.filter((entry) => !isColumn(entry.key));
  const sizes = entries.filter(isSize);
  const known = entries.filter((entry) => !isSize(entry) && entry.values.length > 0).sort(byWorth);
  const cells = [sizesCell(sizes), birthdayCell(page.birthday), ...known.map(entryCell), ...columnCells(page)].filter(
    (cell) => cell !== undefined,
  );
  const gaps = entries
    .filter((entry) => entry.values.length === 0 && !(isSize(entry) && sizes.some((one) => one.values.length > 0)))
    .sort(byWorth);
  return { cells, gaps };
}

function isSize(entry: ProfileEntry): boolean {
  return entry.key.endsWith('_size');
}

function byWorth(a: ProfileEntry, b: ProfileEntry): number {
  const place = (entry: ProfileEntry): number => {
    const at = FIRST.indexOf(entry.key);
    if (at >= 0) return at;
    return FIRST.length + (entry.part === 'soft' ? 0 : 1);
  };
  return place(a) - place(b);
}

function wordsOf(entry: ProfileEntry): string {
  return entry.values.map(({ value }) => value).join(t('customer-and'));
}

function entryCell(entry: ProfileEntry): Cell {
  return {
    key: entry.key,
    label: entry.label,
    value: entry.is_sensitive ? t('customer-sensitive') : wordsOf(entry),
    title: learned(entry),
    entries: [entry],
  };
}

/** 2026年3月14日 小夏记下 */
function learned(entry: ProfileEntry): string | undefined {
  const last = entry.values.at(-1);
  if (!last) return undefined;
  const when = fullDay(last.learned_on);
  return last.staff ? t('customer-learned-by', { when, who: last.staff }) : t('customer-learned', { when });
}

/** 上装尺码 → 上装: the cell is called 尺码 already. */
function sizeName(label: string): string {
  return language() === 'zh-CN' ? label.replace(/尺码$|码$/, '') || label : label.replace(/ size$/i, '');
}

function sizesCell(sizes: readonly ProfileEntry[]): Cell | undefined {
  const known = sizes.filter((entry) => entry.values.length > 0);
  if (known.length === 0) return undefined;
  return {
    key: 'sizes',
    label: t('customer-sizes'),
    value: known.map((entry) => `${sizeName(entry.label)} ${wordsOf(entry)}`).join(' · '),
    entries: sizes,
  };
}

function birthdayCell(view: DateView | null | undefined): Cell | undefined {
  if (!view) return undefined;
  return {
    key: 'birthday',
    label: t('customer-birthday'),
    value: dateText(view),
    note: dateNote(view),
    title: view.next ? fullDay(view.next) : undefined,
    entries: [],
  };
}

/** As it is said; English readers of a Chinese calendar day get numbers. */
export function dateText({ text, date }: DateView): string {
  if (language() === 'zh-CN') return text;
  const plain = [date.year, String(date.month).padStart(2, '0'), String(date.day).padStart(2, '0')]
    .filter(Boolean)
    .join('-');
  return date.calendar === 'lunar' ? t('customer-lunar', { day: (date.leap ? '+' : '') + plain }) : plain;
}

/** When it comes next: the solar date for a lunar one, the days while they are few, the age where the year is known. */
export function dateNote({ date, next, days_until: away, age }: DateView): string {
  const parts: string[] = [];
  if (away === 0) parts.push(t('customer-date-today'));
  else if (next) {
    if (date.calendar === 'lunar') parts.push(t('customer-date-next', { day: plainDay(next) }));
    if (away !== null && away !== undefined && away <= 45) parts.push(t('customer-date-in', { n: away }));
  }
  if (age !== null && age !== undefined) parts.push(t('customer-age', { n: age }));
  return parts.join(' · ');
}

function columnCells(page: CustomerPage): (Cell | undefined)[] {
  const { fields } = page.customer;
  const column = (key: string, value: string | null | undefined): Cell | undefined =>
    value ? { key, label: t(`customer-column-${key.replace('_', '-')}`), value, entries: [] } : undefined;
  return [
    page.birthday ? undefined : column('age_band', fields.age_band ? ageBand(fields.age_band) : null),
    column('staff', page.staff_name),
    column(
      'preferred_channel',
      fields.preferred_channel ? t(`customer-channel-${fields.preferred_channel.replace('_', '-')}`) : null,
    ),
    column('referrer', page.referrer?.name),
    column('source', fields.source),
    column('address', fields.address),
    column('email', fields.email),
    column('note', fields.note),
  ];
}

/** 30s reads 30 多岁; an owner's own word stays. */
export function ageBand(value: string): string {
  const tens = /^(\d0)s$/.exec(value)?.[1];
  return tens ? t('customer-age-band', { n: tens }) : value;
}

/** 90 reads 9 折, 85 reads 8.5 折; in English it is 10% off. */
export function discount(payPercent: number): string {
  return t('customer-discount', { n: language() === 'zh-CN' ? decimal(payPercent / 10) : String(100 - payPercent) });
}

function missingWords({ metric, missing }: Missing): string {
  return t(`customer-missing-${metric.replace(/_/g, '-')}`, { amount: money(missing, { short: true }), n: missing });
}

export interface LevelWords {
  /** 金卡到 3月3日 */
  aside: string;
  /** 再消费 ¥2,160，升钻石 */
  next: string;
  /** What it takes to stay; empty on the lowest level. */
  keep: string;
  /** Something is missing and the review is near. */
  urgent: boolean;
}

/** Days before a review from which a missing amount is said in colour. */
const NEAR = 30;

export function levelWords(level: LevelCard, today: string): LevelWords {
  const until = level.keeps_until ?? null;
  const ways = level.reach.map(missingWords);
  const short = level.keep.map(missingWords).join(t('customer-join-all'));
  let keep = '';
  if (level.rank > 0) {
    keep = short
      ? t(until ? 'customer-level-keep-by' : 'customer-level-keep', {
          way: short,
          level: level.name,
          day: until ? day(until) : '',
        })
      : t('customer-level-kept');
  }
  return {
    aside:
      level.rank > 0 && until ? t('customer-level-until', { level: level.name, day: plainDay(until) }) : level.name,
    next: level.next
      ? t('customer-level-next', {
          way: ways.join(t(level.reach_any ? 'customer-join-any' : 'customer-join-all')),
          level: level.next,
        })
      : t('customer-level-top'),
    keep,
    urgent: short !== '' && until !== null && daysBetween(today, until) <= NEAR,
  };
}

/** Something she can have today. */
export interface Treat {
  id: string;
  name: string;
  note?: string;
  value: string;
}

export function treats(page: CustomerPage): Treat[] {
  const list: Treat[] = page.vouchers.map((voucher) => ({
    id: `voucher-${voucher.id}`,
    name: voucherName(voucher.kind),
    note: [
      Number(voucher.min_spend) > 0
        ? t('customer-treat-from', { amount: money(voucher.min_spend, { short: true }) })
        : '',
      t('customer-treat-until', { day: plainDay(voucher.valid_to) }),
    ]
      .filter(Boolean)
      .join(' · '),
    value: voucher.amount_off ? money(voucher.amount_off, { short: true }) : discount(100 - (voucher.percent_off ?? 0)),
  }));
  for (const benefit of page.benefits) {
    list.push({
      id: `benefit-${benefit.id}`,
      name: benefit.name,
      value: benefit.valid_to ? t('customer-treat-until', { day: plainDay(benefit.valid_to) }) : '',
    });
  }
  if (page.level.pay_percent < 100) {
    list.push({
      id: 'level',
      name: t('customer-treat-level', { level: page.level.name }),
      value: discount(page.level.pay_percent),
    });
  }
  return list;
}

function voucherName(kind: string): string {
  const id = `customer-voucher-${kind.replace(/_/g, '-')}`;
  return has(id) ? t(id) : t('customer-voucher-gift');
}

/** The birthday privilege in a sentence, while it is the time. */
export function birthdayWords(page: CustomerPage, today: string): string | undefined {
  const privilege = page.birthday_privilege;
  if (!privilege || today < privilege.from || today > privilege.to) return undefined;
  if (privilege.used) return t('customer-birthday-used');
  return t('customer-birthday-due', { discount: discount(privilege.pay_percent), day: plainDay(privilege.to) });
}

export interface VisitLineRow extends TimelineRow {
  id: number;
  what: string;
  remark: string;
  points: string;
}

export function visitRow(visit: VisitRow): VisitLineRow {
  return {
    id: visit.id,
    day: visit.day,
    kind: t(`customer-kind-${visit.kind}`),
    who: visit.staff ?? undefined,
    amount: visit.total === '0.00' && visit.kind !== 'purchase' ? undefined : money(visit.total),
    struck: visit.voided,
    what: visit.summary,
    remark: visit.remark ?? '',
    points: visit.points === 0 || visit.voided ? '' : t('customer-visit-points', { n: signedCount(visit.points) }),
  };
}

/** The filter of the visits: all, or those of one kind. */
export type VisitFilter = 'all' | VisitKind;
export const VISIT_FILTERS: readonly VisitFilter[] = ['all', 'purchase', 'return', 'exchange', 'browse', 'service'];

/** Which of the questions stands on the card: those put off for now come last. */
export function question(questions: readonly NextQuestion[], later: ReadonlySet<number>): NextQuestion | undefined {
  return questions.find(({ field }) => !later.has(field)) ?? questions[0];
}

/** What was typed and ticked, as the values to keep: no blanks, nothing twice, one only where one is meant. */
export function answerValues(entry: Pick<ProfileEntry, 'kind'>, ticked: readonly string[], typed: string): string[] {
  const own = typed.normalize('NFC').trim();
  const all = [...ticked, ...(own ? [own] : [])].filter(
    (value, at, list) => value.trim() && list.indexOf(value) === at,
  );
  return entry.kind === 'text' || entry.kind === 'multi' ? all : all.slice(-1);
}
