/** Vouchers and benefits in words, and the forms that give them. */
import { fromWire, money } from '../../api/money';
import type {
  BenefitDueRow,
  BenefitFilter,
  BenefitRow,
  BenefitTotals,
  IssueVoucher,
  VoucherDefault,
  VoucherFilter,
  VoucherKind,
  VoucherRow,
  VoucherTotals,
  Worth,
} from '../../api/generated';
import type { NumberItem } from '../../parts/NumbersLine.svelte';
import { discount } from '../../text/discount';
import { readFigure } from '../../text/figures';
import { addDays, count, daysBetween, plainDay } from '../../text/format.svelte';
import { t } from '../../text/i18n.svelte';

export const KINDS: readonly VoucherKind[] = ['second_visit', 'birthday', 'apology', 'recall', 'gift'];
export const VOUCHER_FILTERS: readonly VoucherFilter[] = ['usable', 'used', 'expired', 'cancelled', 'all'];
export const BENEFIT_FILTERS: readonly BenefitFilter[] = ['granted', 'given', 'expired', 'all'];
/** How many customers one giving may name. */
export const PEOPLE_MAX = 1_000;
const DAYS_MAX = 3_650;
/** A million yuan. */
const AMOUNT_MAX = 100_000_000;

export function kindName(kind: VoucherKind): string {
  return t(`vouchers-kind-${kind.replace(/_/g, '-')}`);
}

/** 满 ¥300 减 ¥50, 减 ¥100, 8 折. */
export function worthWords(worth: Worth, minSpend: string): string {
  const off =
    worth.kind === 'amount'
      ? t('vouchers-off', { amount: money(worth.amount, { short: true }) })
      : discount(100 - worth.off);
  return fromWire(minSpend) > 0 ? t('vouchers-from', { amount: money(minSpend, { short: true }), off }) : off;
}

/** 11月21日 – 12月31日 */
export function validWords({ valid_from, valid_to }: Pick<VoucherRow, 'valid_from' | 'valid_to'>): string {
  return t('vouchers-valid', { from: plainDay(valid_from), to: plainDay(valid_to) });
}

export interface StateWords {
  text: string;
  tone: 'plain' | 'good' | 'warn';
}

/** Days before its end from which a voucher is said in colour. */
const NEAR = 14;

/** What became of a voucher, in a few words. */
export function voucherState(row: VoucherRow, today: string): StateWords {
  switch (row.state) {
    case 'used':
      return {
        text: t('vouchers-state-used', {
          day: row.used_on ? plainDay(row.used_on) : '',
          amount: money(row.used_off ?? '0.00', { short: true }),
        }),
        tone: 'good',
      };
    case 'cancelled':
      return { text: t('vouchers-state-cancelled', { why: cancelReason(row) }), tone: 'plain' };
    case 'expired':
      return { text: t('vouchers-state-expired'), tone: 'plain' };
    default: {
      if (row.valid_from > today)
        return { text: t('vouchers-state-later', { day: plainDay(row.valid_from) }), tone: 'plain' };
      const left = daysBetween(today, row.valid_to);
      return {
        text: t('vouchers-state-left', { n: left, day: plainDay(row.valid_to) }),
        tone: left <= NEAR ? 'warn' : 'plain',
      };
    }
  }
}

/** Vouchers that went with what had given them say with what; the others carry somebody's words. */
function cancelReason({ cancel_cause, cancel_reason }: VoucherRow): string {
  return cancel_cause ? t(`vouchers-cause-${cancel_cause}`) : (cancel_reason ?? '');
}

/** What a voucher was given for: somebody's words, or the visit that gave it. */
export function givenFor(row: VoucherRow): string {
  return row.reason ?? (row.issued_visit ? t('vouchers-by-visit') : '');
}

export function voucherFigures({ outstanding, face_value, percent }: VoucherTotals): NumberItem[] {
  return [
    { value: count(outstanding), meaning: t('vouchers-total-outstanding') },
    {
      value: money(face_value, { short: true }),
      meaning: t('vouchers-total-face'),
      title: t('vouchers-total-face-title'),
    },
    { value: count(percent), meaning: t('vouchers-total-percent'), title: t('vouchers-total-percent-title') },
  ];
}

export function benefitFigures({ granted, given, open, expired }: BenefitTotals): NumberItem[] {
  return [
    { value: count(open), meaning: t('vouchers-benefits-open'), tone: open > 0 ? 'warn' : 'plain' },
    { value: count(given), meaning: t('vouchers-benefits-given') },
    { value: count(expired), meaning: t('vouchers-benefits-expired') },
    { value: count(granted), meaning: t('vouchers-benefits-granted') },
  ];
}

/** What became of a benefit, in a few words. */
export function benefitState(row: BenefitRow, today: string): StateWords {
  if (row.state === 'given')
    return { text: t('vouchers-benefit-given', { day: plainDay(row.given_on ?? '') }), tone: 'good' };
  if (row.state === 'expired')
    return { text: t('vouchers-benefit-expired', { day: plainDay(row.valid_to ?? '') }), tone: 'plain' };
  if (!row.valid_to) return { text: t('vouchers-benefit-open'), tone: 'plain' };
  const left = daysBetween(today, row.valid_to);
  return { text: t('vouchers-benefit-until', { day: plainDay(row.valid_to) }), tone: left <= NEAR ? 'warn' : 'plain' };
}

/** A voucher's worth as a form. */
export interface WorthForm {
  by: Worth['kind'];
  /** Wire amount. */
  amount: string;
  /** Percent taken off. */
  off: string;
  minSpend: string;
}

export function worthForm(worth: Worth, minSpend: string): WorthForm {
  return {
    by: worth.kind,
    amount: worth.kind === 'amount' ? worth.amount : '',
    off: worth.kind === 'percent' ? String(worth.off) : '',
    minSpend: fromWire(minSpend) === 0 ? '' : minSpend,
  };
}

export function worthOf(form: WorthForm): Worth {
  return form.by === 'amount'
    ? { kind: 'amount', amount: form.amount }
    : { kind: 'percent', off: readFigure(form.off) ?? 0 };
}

/** What is wrong with a worth, by the core's name of the field. */
export function worthProblems(form: WorthForm): Map<string, string> {
  const wrong = new Map<string, string>();
  const inside = (wire: string, low: number) => wire !== '' && fromWire(wire) >= low && fromWire(wire) <= AMOUNT_MAX;
  if (form.by === 'amount' && !inside(form.amount, 1)) wrong.set('worth.amount', t('vouchers-wrong-amount'));
  const off = readFigure(form.off);
  if (form.by === 'percent' && (off === null || off < 1 || off > 100)) wrong.set('worth.off', t('vouchers-wrong-off'));
  if (form.minSpend !== '' && !inside(form.minSpend, 0)) wrong.set('min_spend', t('vouchers-wrong-min-spend'));
  return wrong;
}

export interface IssueForm extends WorthForm {
  kind: VoucherKind;
  from: string;
  to: string;
  reason: string;
}

/** The form for a kind, filled in as the shop makes such vouchers. */
export function issueForm(kind: VoucherKind, defaults: readonly VoucherDefault[], today: string): IssueForm {
  const known = defaults.find((one) => one.kind === kind);
  return {
    ...worthForm(known?.worth ?? { kind: 'amount', amount: '' }, known?.min_spend ?? '0.00'),
    kind,
    from: today,
    to: addDays(today, known?.days ?? 60),
    reason: '',
  };
}

/** What is wrong, by the core's name of the field. */
export function issueProblems(form: IssueForm, people: number, today: string): Map<string, string> {
  const wrong = worthProblems(form);
  if (people < 1 || people > PEOPLE_MAX) wrong.set('customers', t('vouchers-wrong-people'));
  if (form.from === '') wrong.set('valid_from', t('vouchers-wrong-day'));
  if (form.to === '') wrong.set('valid_to', t('vouchers-wrong-day'));
  else if (form.to < today || form.to < form.from) wrong.set('valid_to', t('vouchers-wrong-to'));
  return wrong;
}

/** The request. To be asked only while nothing is wrong. */
export function issueRequest(form: IssueForm, customers: readonly number[]): IssueVoucher {
  return {
    customers: [...customers],
    kind: form.kind,
    worth: worthOf(form),
    min_spend: form.minSpend || '0.00',
    valid_from: form.from,
    valid_to: form.to,
    reason: form.reason.trim() || null,
  };
}

/** One kind of voucher in the shop's rules; a kind that is off is not given by itself and has no default. */
export interface DefaultForm extends WorthForm {
  kind: VoucherKind;
  on: boolean;
  days: string;
}

export function defaultForms(defaults: readonly VoucherDefault[]): DefaultForm[] {
  return KINDS.map((kind) => {
    const known = defaults.find((one) => one.kind === kind);
    return {
      ...worthForm(known?.worth ?? { kind: 'amount', amount: '' }, known?.min_spend ?? '0.00'),
      kind,
      on: known !== undefined,
      days: String(known?.days ?? 60),
    };
  });
}

/** What is wrong, by kind and field: `birthday.days`. */
export function defaultProblems(forms: readonly DefaultForm[]): Map<string, string> {
  const wrong = new Map<string, string>();
  for (const form of forms.filter(({ on }) => on)) {
    for (const [field, text] of worthProblems(form)) wrong.set(`${form.kind}.${field}`, text);
    const days = readFigure(form.days);
    if (days === null || days < 1 || days > DAYS_MAX) wrong.set(`${form.kind}.days`, t('vouchers-wrong-days'));
  }
  return wrong;
}

export function defaultsOf(forms: readonly DefaultForm[]): VoucherDefault[] {
  return forms
    .filter(({ on }) => on)
    .map((form) => ({
      kind: form.kind,
      worth: worthOf(form),
      min_spend: form.minSpend || '0.00',
      days: readFigure(form.days) ?? 60,
    }));
}

/** Birthday gifts ticked, gathered by gift, because one promise names one gift for many. */
export function byGift(rows: readonly BenefitDueRow[], ticked: ReadonlySet<number>): Map<string, number[]> {
  const gathered = new Map<string, number[]>();
  for (const { customer, gift, granted } of rows) {
    if (granted || !ticked.has(customer.id)) continue;
    gathered.set(gift, [...(gathered.get(gift) ?? []), customer.id]);
  }
  return gathered;
}
