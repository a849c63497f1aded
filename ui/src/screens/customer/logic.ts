/** What the customer page says, worked out of its answer: no DOM, no calls. */
import type {
  CustomerFields,
  CustomerPage,
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
  today,
} from '../../text/format.svelte';
import { has, language, t } from '../../text/i18n.svelte';

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
      meaning: pointsWords(points, today()),
      title: pointsTitle(points),
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

/** Points that run out later than this many days from now are no matter for today. */
const SOON = 92;

function pointsWords(points: CustomerPage['points'], now: string): string {
  if (points.balance < 0) return t('customer-points-owed');
  if (points.expiring && points.expires_on && daysBetween(now, points.expires_on) <= SOON) {
    return t('customer-points-expiring', { n: count(points.expiring) });
  }
  return t('customer-points');
}

/** On which day how many end. */
function pointsTitle({ balance, expiring, expires_on }: CustomerPage['points']): string | undefined {
  if (balance < 0 || !expiring || !expires_on) return undefined;
  return t('customer-points-expiring-title', { n: count(expiring), day: plainDay(expires_on) });
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
  const short = level.keep.map(missingWords).join(t(level.keep_any ? 'customer-join-any' : 'customer-join-all'));
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
