/** The rules of points and the birthday privilege as sentences and as a form; the ledger's words. */
import type {
  BirthdayRule,
  ExpiryPolicy,
  LineKind,
  PointsPage,
  PointsRule,
  PointsSettings,
  PointsTotals,
  WindowScope,
} from '../../api/generated';
import { money } from '../../api/money';
import type { NumberItem } from '../../parts/NumbersLine.svelte';
import { discount } from '../../text/discount';
import { readFigure, writeFigure } from '../../text/figures';
import { count, decimal, fullDay, plainDay } from '../../text/format.svelte';
import { t } from '../../text/i18n.svelte';

/** Rates are basis points. */
const PLACES = 4;
export const BY_HAND_MAX = 1_000_000;
export const SCOPES: readonly WindowScope[] = ['day', 'week', 'month'];

export function scopeWords(scope: WindowScope): string {
  return t(`points-scope-${scope}`);
}

function expiryWords(expiry: ExpiryPolicy): string {
  if (expiry.kind === 'months') return t('points-expiry-months', { n: expiry.months });
  return t(expiry.kind === 'never' ? 'points-expiry-never' : 'points-expiry-year');
}

/** How points are earned and spent, a line each. */
export function ruleLines(rule: PointsRule): string[] {
  const lines = [t('points-rule-earn', { n: decimal(rule.per_yuan_bp / 10_000, 4) })];
  if (rule.birthday_bp > 10_000) {
    const fold = decimal(rule.birthday_bp / 10_000, 4);
    lines.push(t('points-rule-birthday', { scope: scopeWords(rule.birthday_scope), n: fold }));
  }
  lines.push(expiryWords(rule.expiry));
  lines.push(
    rule.points_per_yuan_off > 0
      ? t('points-rule-off', { n: count(rule.points_per_yuan_off) })
      : t('points-rule-gifts-only'),
  );
  return lines;
}

/** 生日周，一年一次，正价 7 折 */
export function birthdayLine({ scope, pay_percent }: BirthdayRule): string {
  return t('points-rule-privilege', { scope: scopeWords(scope), pay: discount(pay_percent) });
}

export interface RulesForm {
  perYuan: string;
  birthdayFold: string;
  birthdayScope: WindowScope;
  expiry: ExpiryPolicy['kind'];
  months: string;
  perYuanOff: string;
  privilegeScope: WindowScope;
  privilegePay: string;
}

export function formOf({ points, birthday }: PointsSettings): RulesForm {
  return {
    perYuan: writeFigure(points.per_yuan_bp, PLACES),
    birthdayFold: writeFigure(points.birthday_bp, PLACES),
    birthdayScope: points.birthday_scope,
    expiry: points.expiry.kind,
    months: points.expiry.kind === 'months' ? String(points.expiry.months) : '12',
    perYuanOff: String(points.points_per_yuan_off),
    privilegeScope: birthday.scope,
    privilegePay: String(birthday.pay_percent),
  };
}

interface Figure {
  /** As the core names it. */
  field: string;
  value: number | null;
  low: number;
  high: number;
}

function figures(form: RulesForm): Record<'perYuan' | 'fold' | 'months' | 'off' | 'pay', Figure> {
  const months = form.expiry === 'months' ? readFigure(form.months) : 1;
  return {
    perYuan: { field: 'points.per_yuan_bp', value: readFigure(form.perYuan, PLACES), low: 0, high: 1_000_000 },
    fold: { field: 'points.birthday_bp', value: readFigure(form.birthdayFold, PLACES), low: 10_000, high: 100_000 },
    months: { field: 'points.expiry.months', value: months, low: 1, high: 120 },
    off: { field: 'points.points_per_yuan_off', value: readFigure(form.perYuanOff), low: 0, high: 1_000_000 },
    pay: { field: 'birthday.pay_percent', value: readFigure(form.privilegePay), low: 1, high: 100 },
  };
}

/** What is wrong, by the core's name of the field. */
export function problems(form: RulesForm): Map<string, string> {
  const wrong = Object.values(figures(form)).filter(
    ({ value, low, high }) => value === null || value < low || value > high,
  );
  return new Map(wrong.map(({ field }) => [field, t(`points-wrong-${field.split('.').at(-1)!.replace(/_/g, '-')}`)]));
}

/** The request; vouchers stay as they are. To be asked only while nothing is wrong. */
export function request(form: RulesForm, old: PointsSettings): PointsSettings {
  const { perYuan, fold, months, off, pay } = figures(form);
  return {
    points: {
      per_yuan_bp: perYuan.value ?? 0,
      birthday_bp: fold.value ?? 10_000,
      birthday_scope: form.birthdayScope,
      expiry: form.expiry === 'months' ? { kind: 'months', months: months.value ?? 12 } : { kind: form.expiry },
      points_per_yuan_off: off.value ?? 0,
    },
    birthday: { scope: form.privilegeScope, pay_percent: pay.value ?? 100 },
    vouchers: old.vouchers,
  };
}

export function kindName(kind: LineKind): string {
  return t(`points-kind-${kind}`);
}

/** What the shop owes in points. */
export function totals({ holders, outstanding, worth, owing, owed }: PointsTotals): NumberItem[] {
  const items: NumberItem[] = [
    { value: count(outstanding), meaning: t('points-total-outstanding', { n: count(holders) }) },
  ];
  if (worth !== '0.00') {
    items.push({
      value: money(worth, { short: true }),
      meaning: t('points-total-worth'),
      title: t('points-total-worth-title'),
    });
  }
  items.push({
    value: owed === 0 ? '0' : count(-owed),
    meaning: owing > 0 ? t('points-total-owed', { n: count(owing) }) : t('points-total-owed-none'),
    title: t('points-total-owed-title'),
    tone: owed > 0 ? 'warn' : 'plain',
  });
  return items;
}

/** One customer's points in figures. */
export function figuresOf(page: PointsPage): NumberItem[] {
  const items: NumberItem[] = [
    {
      value: count(page.balance),
      meaning: t(page.balance < 0 ? 'points-balance-owed' : 'points-balance'),
      tone: page.balance < 0 ? 'warn' : 'plain',
    },
  ];
  if (page.worth !== '0.00') items.push({ value: money(page.worth, { short: true }), meaning: t('points-worth') });
  const next = page.expiries[0];
  if (next) {
    items.push({
      value: count(next.points),
      meaning: t('points-next-expiry', { day: plainDay(next.day) }),
      title: fullDay(next.day),
    });
  }
  return items;
}

/** What an adjustment amounts to: the sign from the choice, the figure as typed. */
export function signed(way: 'give' | 'take', typed: string): number | null {
  const points = readFigure(typed);
  if (points === null || points < 1 || points > BY_HAND_MAX) return null;
  return way === 'give' ? points : -points;
}
