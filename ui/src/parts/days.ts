/** Reads a day as a hand types it at a counter. Pure: the caller says what today is. */

export type Near = 'past' | 'future' | 'any';

function real(year: number, month: number, date: number): string | null {
  const made = new Date(Date.UTC(year, month - 1, date, 12));
  made.setUTCFullYear(year);
  if (made.getUTCMonth() !== month - 1 || made.getUTCDate() !== date || year < 1900 || year > 2200) return null;
  return made.toISOString().slice(0, 10);
}

function shift(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Words for days near today, in both languages whatever the screen speaks: hands mix them. */
const WORDS: Record<string, number> = {
  今天: 0,
  今日: 0,
  今: 0,
  today: 0,
  t: 0,
  昨天: -1,
  昨日: -1,
  昨: -1,
  yesterday: -1,
  y: -1,
  前天: -2,
  前日: -2,
  明天: 1,
  明日: 1,
  tomorrow: 1,
  后天: 2,
};

/**
 * Accepts 2026-11-21, 2026/11/21, 2026年11月21日, 20261121, 11-21, 11月21日, 1121, 21 (of this month), 今天, 昨天.
 * Without a year the one is meant that makes the day lie in the past or in the future (`near`), else this year.
 * `null` when it is no day: nothing is guessed.
 */
export function readDay(typed: string, today: string, near: Near = 'any'): string | null {
  const text = typed.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, '');
  if (text in WORDS) return shift(today, WORDS[text]!);

  const full =
    /^(\d{4})(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})[日号]?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (full) return real(Number(full[1]), Number(full[2]), Number(full[3]));

  const short = /^(\d{1,2})(?:[-/.月])(\d{1,2})[日号]?$/.exec(text) ?? /^(\d{2})(\d{2})$/.exec(text);
  if (short) return nearest(Number(short[1]), Number(short[2]), today, near);

  const bare = /^(\d{1,2})[日号]?$/.exec(text);
  if (bare) return real(Number(today.slice(0, 4)), Number(today.slice(5, 7)), Number(bare[1]));
  return null;
}

function nearest(month: number, date: number, today: string, near: Near): string | null {
  const year = Number(today.slice(0, 4));
  const here = real(year, month, date);
  if (near === 'past' && (here === null || here > today)) return real(year - 1, month, date) ?? here;
  if (near === 'future' && (here === null || here < today)) return real(year + 1, month, date) ?? here;
  return here;
}

/** The six weeks that a month's calendar shows, Monday first. */
export function monthGrid(year: number, month: number): string[] {
  const first = real(year, month, 1)!;
  const weekday = (new Date(`${first}T12:00:00Z`).getUTCDay() + 6) % 7;
  return Array.from({ length: 42 }, (_, at) => shift(first, at - weekday));
}
