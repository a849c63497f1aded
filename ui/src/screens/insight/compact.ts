/** Large amounts in few signs: ¥128.6万. The exact value stands in tables, on hover and on paper. */
import { fromWire, money } from '../../api/money';
import { language } from '../../text/i18n.svelte';

/** From a hundred thousand yuan on, as a person says it; below, whole yuan. */
export function compactMoney(wire: string): string {
  const fen = fromWire(wire);
  const abs = Math.abs(fen);
  if (abs < 10_000_000) return money(fen - (fen % 100), { short: true });
  const yuan = new Intl.NumberFormat(language(), { notation: 'compact', maximumSignificantDigits: 4 }).format(
    abs / 100,
  );
  return `${fen < 0 ? '−' : ''}¥${yuan}`;
}
