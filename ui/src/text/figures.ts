/** Figures that a hand types: whole ones and ones with places, as integers of the wire. Never a float in between. */

/** A typed figure as an integer of `places` decimal places: "1.5" with 4 reads 15000. `null` when it is none or has more places. */
export function readFigure(typed: string, places = 0): number | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\s ]/g, '')
    .replace(/[−–—]/g, '-')
    .replace(/^\+/, '')
    .replace(/。/g, '.');
  const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replace(/,/g, '') : plain;
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(grouped);
  if (!match) return null;
  const [, sign, whole, part = ''] = match;
  const kept = part.replace(/0+$/, '');
  if (kept.length > places) return null;
  const value = Number(whole + kept.padEnd(places, '0'));
  if (!Number.isSafeInteger(value)) return null;
  return sign && value !== 0 ? -value : value;
}

/** The other way: 15000 with 4 places reads "1.5". */
export function writeFigure(value: number, places = 0): string {
  if (places === 0) return String(value);
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  const part = digits.slice(-places).replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -places)}${part ? `.${part}` : ''}`;
}
