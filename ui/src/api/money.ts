/**
 * Money on the screen: whole fen in an integer `number` (safe to 90 billion yuan), never a float of yuan.
 * The wire carries decimal strings in yuan with two places, such as "299.00" and "-12.50".
 */
export type Fen = number;

/** The largest single amount that the book takes: 100 million yuan. */
export const LIMIT: Fen = 10_000_000_000;

const WIRE = /^(-?)(\d+)(?:\.(\d{1,2}))?$/;

/** Reads an amount of the wire. Throws when it is none, because the other side is our own. */
export function fromWire(text: string): Fen {
  const fen = parse(text);
  if (fen === null) throw new TypeError('not an amount of the wire');
  return fen;
}

/** Writes an amount for the wire. */
export function toWire(fen: Fen): string {
  const abs = Math.abs(fen);
  return `${fen < 0 ? '-' : ''}${Math.trunc(abs / 100)}.${String(abs % 100).padStart(2, '0')}`;
}

/**
 * Reads what a hand typed: full-width digits, ¥, 元, spaces and thousands separators are taken as meant.
 * `null` when it is no amount with at most two places; never guesses.
 */
export function readTyped(typed: string): Fen | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\s ]/g, '')
    .replace(/[−–—]/g, '-')
    .replace(/^(-?)[¥￥$](-?)/, '$1$2')
    .replace(/元$/, '')
    .replace(/。/g, '.')
    .replace(/，/g, ',');
  // 1,234 is a thousand; 1,5 is not one and a half: that stays an error.
  if (plain.includes(',') && !/^-?\d{1,3}(,\d{3})+(\.\d{1,2})?$/.test(plain)) return null;
  return parse(plain.replace(/,/g, ''));
}

function parse(text: string): Fen | null {
  const match = WIRE.exec(text);
  if (!match) return null;
  const [, sign, yuan, places = ''] = match;
  const fen = Number(yuan) * 100 + Number(places.padEnd(2, '0'));
  if (!Number.isSafeInteger(fen)) return null;
  return sign && fen !== 0 ? -fen : fen;
}

export interface MoneyStyle {
  /** Leave ".00" away; fen that are there are always shown. For headline numbers, not for columns. */
  short?: boolean;
  /** Without the ¥, for columns whose heading says it. */
  bare?: boolean;
  /** A plus before gains. */
  signed?: boolean;
}

/** "¥3,480.00", "−¥599.00" with a true minus sign. Takes fen or a wire amount. */
export function money(amount: Fen | string, { short = false, bare = false, signed = false }: MoneyStyle = {}): string {
  const fen = typeof amount === 'string' ? fromWire(amount) : amount;
  const abs = Math.abs(fen);
  const yuan = String(Math.trunc(abs / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  const cents = abs % 100;
  const places = short && cents === 0 ? '' : `.${String(cents).padStart(2, '0')}`;
  const sign = fen < 0 ? '−' : signed && fen > 0 ? '+' : '';
  return `${sign}${bare ? '' : '¥'}${yuan}${places}`;
}

/** The sum of wire amounts, in fen. */
export function sum(amounts: Iterable<Fen | string>): Fen {
  let total = 0;
  for (const amount of amounts) total += typeof amount === 'string' ? fromWire(amount) : amount;
  return total;
}
