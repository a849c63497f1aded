/** What a visit does, said in words: beside the form while it is typed, in the toast when it is saved, before it is voided. */
import type {
  CustomerPage,
  Method,
  NewVisit,
  PriceReason,
  VisitEffects,
  VisitKind,
  VoucherCard,
} from '../../api/generated';
import { fromWire, money, type Fen } from '../../api/money';
import { count, decimal, signedCount } from '../../text/format.svelte';
import { has as known, language, t } from '../../text/i18n.svelte';
import type { FormKind } from './draft.svelte';

export interface EffectRow {
  id: string;
  label: string;
  value: string;
  tone: 'plain' | 'good' | 'warn';
}

/** 90 reads 9 折, 85 reads 8.5 折; in English it is 10% off. */
export function fold(payPercent: number): string {
  return t('visit-fold', { n: language() === 'zh-CN' ? decimal(payPercent / 10) : String(100 - payPercent) });
}

export function methodName(method: Method): string {
  return t(`visit-method-${method}`);
}

export function kindName(kind: FormKind): string {
  return t(`visit-kind-${kind}`);
}

export function reasonName(reason: PriceReason): string {
  return t(`visit-reason-${reason}`);
}

export function voucherName(kind: string): string {
  const id = `visit-voucher-${kind.replace(/_/g, '-')}`;
  return known(id) ? t(id) : t('visit-voucher-gift');
}

export function voucherWorth(voucher: VoucherCard): string {
  return voucher.amount_off ? money(voucher.amount_off, { short: true }) : fold(100 - (voucher.percent_off ?? 0));
}

/** What the sum is: to pay, to give back, or the difference of an exchange. */
export function totalWords(kind: FormKind, due: Fen, pieces: number): string {
  if (kind === 'day') return t('visit-total-day', { n: pieces });
  if (kind === 'exchange' && due !== 0) return t(due > 0 ? 'visit-total-extra' : 'visit-total-rest');
  if (kind === 'exchange') return t('visit-total-even');
  if (kind === 'return' || due < 0) return t('visit-total-back');
  return t('visit-total', { n: pieces });
}

/** The level word of a change, when there is one. */
export function levelMove(effects: VisitEffects): { up: boolean; name: string } | undefined {
  const { level_before: before, level_after: after } = effects;
  if (!after || !before || before.id === after.id) return undefined;
  return { up: after.rank > before.rank, name: after.name };
}

/** Line by line what saving does, without the total itself. Nothing stands here that does not change. */
export function effectRows(effects: VisitEffects): EffectRow[] {
  const rows: EffectRow[] = [];
  const add = (id: string, label: string, value: string, tone: EffectRow['tone'] = 'plain'): void => {
    rows.push({ id, label, value, tone });
  };
  if (fromWire(effects.voucher_off) > 0) {
    add('voucher', t('visit-effect-voucher'), money(-fromWire(effects.voucher_off)));
  }
  if (fromWire(effects.points_off) > 0) {
    add('points-off', t('visit-effect-points-off'), money(-fromWire(effects.points_off)));
  }
  if (effects.points_earned !== 0) add('earned', t('visit-effect-earned'), signedCount(effects.points_earned), 'good');
  if (effects.points_reversed !== 0) {
    add('reversed', t('visit-effect-reversed'), signedCount(-Math.abs(effects.points_reversed)), 'warn');
  }
  if (effects.points_restored !== 0) {
    add('restored', t('visit-effect-restored'), signedCount(Math.abs(effects.points_restored)), 'good');
  }
  if (effects.points_after !== effects.points_before) {
    add(
      'balance',
      t('visit-effect-balance'),
      t('visit-effect-from-to', { from: count(effects.points_before), to: count(effects.points_after) }),
      effects.points_after < 0 ? 'warn' : 'plain',
    );
  }
  if (effects.vouchers_issued > 0) {
    add('issued', t('visit-effect-voucher-issued'), t('visit-vouchers', { n: effects.vouchers_issued }), 'good');
  }
  if (effects.vouchers_restored > 0) {
    add(
      'voucher-restored',
      t('visit-effect-voucher-restored'),
      t('visit-vouchers', { n: effects.vouchers_restored }),
      'good',
    );
  }
  if (effects.vouchers_cancelled > 0) {
    add(
      'cancelled',
      t('visit-effect-voucher-cancelled'),
      t('visit-vouchers', { n: effects.vouchers_cancelled }),
      'warn',
    );
  }
  for (const one of effects.thanks) {
    const label = t('visit-effect-thanks', { name: one.referrer.name });
    if (one.used) add(`thanks-used-${one.referrer.id}`, label, t('visit-effect-thanks-used'));
    if (one.vouchers !== 0)
      add(
        `thanks-voucher-${one.referrer.id}`,
        label,
        t(one.vouchers < 0 ? 'visit-effect-thanks-voucher-gone' : 'visit-effect-thanks-voucher-back'),
        one.vouchers < 0 ? 'warn' : 'good',
      );
    if (one.points !== 0)
      add(
        `thanks-points-${one.referrer.id}`,
        label,
        t('visit-effect-thanks-points', { n: signedCount(one.points), left: count(one.points_after) }),
        one.points < 0 ? 'warn' : 'good',
      );
  }
  return rows;
}

/** 羊绒大衣 等 2 件 */
function what(visit: NewVisit, pieces: number): string {
  const first = visit.lines[0];
  const name = first?.name ?? first?.style_no;
  if (!name) return '';
  return pieces > 1 || visit.lines.length > 1 ? t('visit-said-goods-more', { name, n: pieces }) : name;
}

/** 已记：羊绒大衣 等 2 件，¥3,480.00，积分 +3,480。升金卡了！ */
export function savedWords(visit: NewVisit, effects: VisitEffects): string {
  const total = fromWire(effects.total);
  const pieces = visit.lines.reduce((sum, line) => sum + line.qty, 0);
  const points = effects.points_earned + effects.points_restored - effects.points_reversed;
  const parts: string[] = [];
  if (visit.day_total) parts.push(t('visit-said-day', { n: visit.day_total.pieces }));
  else if (visit.kind === 'return') parts.push(t('visit-said-return', { n: backPieces(visit) }));
  else if (visit.kind === 'exchange')
    parts.push(t('visit-said-exchange', { n: backPieces(visit), goods: what(visit, pieces) }));
  else parts.push(what(visit, pieces) || said(visit.kind));
  if (total < 0) parts.push(t('visit-said-back', { amount: money(-total) }));
  else if (total > 0) parts.push(money(total));
  if (points !== 0) parts.push(t('visit-said-points', { n: signedCount(points) }));
  const move = levelMove(effects);
  const end = move ? t(move.up ? 'visit-said-up' : 'visit-said-down', { level: move.name }) : '';
  return t('visit-said', { what: parts.join(t('visit-said-and')) }) + end;
}

function backPieces(visit: NewVisit): number {
  return visit.returns.reduce((sum, one) => sum + one.qty, 0);
}

function said(kind: VisitKind): string {
  return kind === 'service' ? t('visit-said-service') : t('visit-said-browse');
}

/** 金卡 9 折 */
export function levelOffer(page: Pick<CustomerPage, 'level'>): string {
  return t('visit-offer-level', { level: page.level.name, fold: fold(page.level.pay_percent) });
}
