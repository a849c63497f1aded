/** Complaints in words, and the forms around them: no DOM, no calls. */
import { fromWire, money } from '../../api/money';
import type {
  Compensate,
  CompensationKind,
  CompensationTotals,
  CompensationView,
  ComplaintClock,
  ComplaintFilter,
  ComplaintId,
  ComplaintKind,
  ComplaintRow,
  ComplaintTotals,
  Give,
} from '../../api/generated';
import type { NumberItem } from '../../parts/NumbersLine.svelte';
import { readFigure } from '../../text/figures';
import { clock, count, day, dayOf, percent, plainDay } from '../../text/format.svelte';
import { t } from '../../text/i18n.svelte';
import { worthWords } from '../vouchers/logic';

export const KINDS: readonly ComplaintKind[] = ['goods', 'service', 'price', 'other'];
export const FILTERS: readonly ComplaintFilter[] = ['open', 'overdue', 'waiting', 'solved', 'all'];
export const GIVES: readonly CompensationKind[] = ['voucher', 'points', 'money', 'gift'];

export function kindName(kind: ComplaintKind): string {
  return t(`complaints-kind-${kind}`);
}

/** 3 天 2 小时, 5 小时 20 分, 40 分钟: two parts at most, since nobody reads three. */
export function spanWords(minutes: number): string {
  const whole = Math.abs(minutes);
  const days = Math.floor(whole / 1_440);
  const hours = Math.floor((whole % 1_440) / 60);
  const rest = whole % 60;
  if (days > 0) return hours > 0 ? t('complaints-days-hours', { days, hours }) : t('complaints-days', { days });
  if (hours > 0)
    return rest > 0 ? t('complaints-hours-minutes', { hours, minutes: rest }) : t('complaints-hours', { hours });
  return t('complaints-minutes', { minutes: rest });
}

export interface Words {
  text: string;
  tone: 'plain' | 'good' | 'warn' | 'bad';
}

/** Below how many counted minutes a running clock is said in colour. */
const SOON = 4 * 60;

/** How a clock stands, in a few words. */
export function clockWords({ state, left_minutes }: ComplaintClock): Words {
  const time = spanWords(left_minutes);
  switch (state) {
    case 'overdue':
      return { text: t('complaints-clock-overdue', { time }), tone: 'bad' };
    case 'waiting':
      return { text: t('complaints-clock-waiting', { time }), tone: 'plain' };
    case 'in_time':
      return { text: t('complaints-clock-in-time'), tone: 'good' };
    case 'late':
      return { text: t('complaints-clock-late', { time }), tone: 'warn' };
    default:
      return { text: t('complaints-clock-running', { time }), tone: left_minutes < SOON ? 'warn' : 'plain' };
  }
}

/** 明天 15:00 */
export function momentWords(instant: string): string {
  return `${day(dayOf(instant))} ${clock(instant)}`;
}

/** Until when, or when it was done. */
export function clockMoment({ state, due, done_at }: ComplaintClock): string {
  if (done_at) return t('complaints-clock-done', { when: momentWords(done_at) });
  if (state === 'waiting' || !due) return t('complaints-clock-stands');
  return t(state === 'overdue' ? 'complaints-clock-was-due' : 'complaints-clock-due', { when: momentWords(due) });
}

/** Where a complaint is, in one word or two. */
export function stateOf(row: ComplaintRow): Words {
  if (row.solved) {
    if (row.satisfied === false) return { text: t('complaints-state-unhappy'), tone: 'warn' };
    return { text: t('complaints-state-solved'), tone: 'good' };
  }
  if (row.answer.state === 'overdue' || row.solve.state === 'overdue')
    return { text: t('complaints-state-overdue'), tone: 'bad' };
  if (row.waiting_for) return { text: t('complaints-state-waiting'), tone: 'plain' };
  if (!row.answer.done_at) return { text: t('complaints-state-unanswered'), tone: 'warn' };
  return { text: t('complaints-state-working'), tone: 'plain' };
}

/** The clock that matters now: the answer until it was given, then the solution. */
export function nextClock(row: ComplaintRow): { name: string; clock: ComplaintClock } {
  return row.answer.done_at
    ? { name: t('complaints-solve'), clock: row.solve }
    : { name: t('complaints-answer'), clock: row.answer };
}

/** 答复 还剩 5 小时 */
export function nextWords(row: ComplaintRow): Words {
  if (row.solved) return { text: plainDay(dayOf(row.solve.done_at ?? row.opened_at)), tone: 'plain' };
  const { name, clock: next } = nextClock(row);
  const words = clockWords(next);
  return { text: t('complaints-next', { name, words: words.text }), tone: words.tone };
}

export function figures(totals: ComplaintTotals, show: (state: ComplaintFilter) => void): NumberItem[] {
  const share = (part: number, of: number) => (of === 0 ? '—' : percent(part / of));
  return [
    {
      value: count(totals.open),
      meaning: t('complaints-total-open'),
      ...(totals.open > 0 ? { open: () => show('open') } : {}),
    },
    {
      value: count(totals.overdue),
      meaning: t('complaints-total-overdue'),
      tone: totals.overdue > 0 ? 'bad' : 'plain',
      ...(totals.overdue > 0 ? { open: () => show('overdue') } : {}),
    },
    {
      value: share(totals.answered_in_time, totals.answered),
      meaning: t('complaints-total-answered', { n: count(totals.answered) }),
      title: t('complaints-total-year', { n: count(totals.year) }),
    },
    {
      value: share(totals.solved_in_time, totals.solved),
      meaning: t('complaints-total-solved', { n: count(totals.solved) }),
      title: t('complaints-total-year', { n: count(totals.year) }),
    },
    {
      value: share(totals.satisfied, totals.asked),
      meaning: t('complaints-total-satisfied', { n: count(totals.asked) }),
      title: t('complaints-total-year', { n: count(totals.year) }),
    },
  ];
}

/** What one thing given is. */
export function givenWords(given: CompensationView): string {
  switch (given.kind) {
    case 'voucher':
      return given.worth
        ? t('complaints-gave-voucher', { what: worthWords(given.worth, given.min_spend ?? '0.00') })
        : t('complaints-give-voucher');
    case 'points':
      return t('complaints-gave-points', { n: count(given.points ?? 0) });
    case 'money':
      return t('complaints-gave-money', { amount: money(given.amount, { short: true }) });
    default:
      return fromWire(given.amount) > 0
        ? t('complaints-gave-gift-cost', { amount: money(given.amount, { short: true }) })
        : t('complaints-gave-gift');
  }
}

/** What was given in all: 退款 ¥58.60 · 券 ¥100 · 300 分. */
export function sumWords(given: CompensationTotals): string {
  const parts = [
    fromWire(given.money) > 0 ? t('complaints-sum-money', { amount: money(given.money, { short: true }) }) : '',
    fromWire(given.vouchers) > 0
      ? t('complaints-sum-vouchers', { amount: money(given.vouchers, { short: true }) })
      : '',
    given.percent_vouchers > 0 ? t('complaints-sum-percent', { n: given.percent_vouchers }) : '',
    given.points > 0 ? t('complaints-sum-points', { n: count(given.points) }) : '',
    fromWire(given.gifts) > 0 ? t('complaints-sum-gifts', { amount: money(given.gifts, { short: true }) }) : '',
  ];
  return parts.filter(Boolean).join(' · ');
}

/** The dialog that gives something. */
export interface GiveForm {
  kind: CompensationKind;
  by: 'amount' | 'percent';
  amount: string;
  off: string;
  minSpend: string;
  validTo: string;
  points: string;
  money: string;
  cost: string;
  note: string;
}

const POINTS_MAX = 1_000_000;
/** A million yuan. */
const MONEY_MAX = 100_000_000;

/** What is wrong with it, by the core's name of the field. */
export function giveProblems(form: GiveForm, today: string): Map<string, string> {
  const wrong = new Map<string, string>();
  const inside = (wire: string, low: number) => wire !== '' && fromWire(wire) >= low && fromWire(wire) <= MONEY_MAX;
  if (form.kind === 'voucher') {
    const off = readFigure(form.off);
    if (form.by === 'amount' && !inside(form.amount, 1)) wrong.set('give.worth.amount', t('vouchers-wrong-amount'));
    if (form.by === 'percent' && (off === null || off < 1 || off > 100))
      wrong.set('give.worth.off', t('vouchers-wrong-off'));
    if (form.minSpend !== '' && !inside(form.minSpend, 0)) wrong.set('give.min_spend', t('vouchers-wrong-min-spend'));
    if (form.validTo === '') wrong.set('give.valid_to', t('vouchers-wrong-day'));
    else if (form.validTo < today) wrong.set('give.valid_to', t('vouchers-wrong-to'));
  }
  const points = readFigure(form.points);
  if (form.kind === 'points' && (points === null || points < 1 || points > POINTS_MAX))
    wrong.set('give.points', t('complaints-wrong-points'));
  if (form.kind === 'money' && !inside(form.money, 1)) wrong.set('give.amount', t('vouchers-wrong-amount'));
  if (form.kind === 'gift' && form.cost !== '' && !inside(form.cost, 0))
    wrong.set('give.cost', t('vouchers-wrong-amount'));
  if (form.kind === 'gift' && form.note.trim() === '') wrong.set('note', t('complaints-wrong-gift'));
  return wrong;
}

/** The request. To be asked only while nothing is wrong. */
export function giveRequest(complaint: ComplaintId, form: GiveForm): Compensate {
  return { complaint, give: giveOf(form), note: form.note.trim() || null };
}

function giveOf(form: GiveForm): Give {
  switch (form.kind) {
    case 'voucher':
      return {
        kind: 'voucher',
        worth:
          form.by === 'amount'
            ? { kind: 'amount', amount: form.amount }
            : { kind: 'percent', off: readFigure(form.off) ?? 0 },
        min_spend: form.minSpend || '0.00',
        valid_to: form.validTo,
      };
    case 'points':
      return { kind: 'points', points: readFigure(form.points) ?? 0 };
    case 'money':
      return { kind: 'money', amount: form.money };
    default:
      return { kind: 'gift', cost: form.cost || '0.00' };
  }
}
