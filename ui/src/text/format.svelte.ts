/** Numbers, days and phones as a person says them, in the language of the screen (never the engine's own). */
import { language, t } from './i18n.svelte';

/** A calendar day, YYYY-MM-DD. Days are text and never pass through a time zone. */
export type Day = string;
/** A moment, RFC 3339 with the shop's offset. */
export type Instant = string;

let shopDay = $state<Day>(localDay(new Date()));

function localDay(now: Date): Day {
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Today in the shop. */
export function today(): Day {
  return shopDay;
}

/** The core knows the shop's time zone, so its day wins over the computer's. */
export function setToday(day: Day): void {
  shopDay = day;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

function noon(day: Day): Date {
  return new Date(`${day}T12:00:00Z`);
}

/** Whole days from `from` to `to`. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((noon(to).getTime() - noon(from).getTime()) / 86_400_000);
}

export function addDays(day: Day, days: number): Day {
  return new Date(noon(day).getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = noon(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

const made = new Map<string, Intl.NumberFormat>();
function numbers(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language() + JSON.stringify(options);
  const known = made.get(key);
  if (known) return known;
  const fresh = new Intl.NumberFormat(language(), options);
  made.set(key, fresh);
  return fresh;
}

/** 今天, 昨天, 明天, 10月29日; the year only when it is not this one. */
export function day(value: Day): string {
  const away = daysBetween(shopDay, value);
  if (away === 0) return t('day-today');
  if (away === -1) return t('day-yesterday');
  if (away === 1) return t('day-tomorrow');
  return plainDay(value);
}

/** 10月29日 without 今天 and 昨天, for columns. */
export function plainDay(value: Day): string {
  return said(value.slice(0, 4) === shopDay.slice(0, 4) ? 'day-month' : 'day-year', value, 'day-months-short');
}

/** 2026年11月21日星期六, for titles shown on hover. */
export function fullDay(value: Day): string {
  return said('day-full', value, 'day-months');
}

// With words of our own: the engine takes longer to find its own for the first day than to draw the counter around it.
function said(id: string, value: Day, months: string): string {
  const date = noon(value);
  const [year, month, dayOfMonth] = value.split('-').map(Number);
  const one = (words: string, at: number) => t(words).split(' ')[at] ?? '';
  return t(id, {
    year: String(year),
    month: one(months, (month ?? 1) - 1),
    day: String(dayOfMonth),
    weekday: one('day-weekdays', date.getUTCDay()),
  });
}

/** The day of a moment in the shop: the moment carries the shop's offset, so its own date is the shop's. */
export function dayOf(value: Instant): Day {
  return value.slice(0, 10);
}

/** 13:20 */
export function clock(value: Instant): string {
  return value.slice(11, 16);
}

/** 今天 13:20, 10月29日 09:05. */
export function instant(value: Instant): string {
  return `${day(dayOf(value))} ${clock(value)}`;
}

export function count(value: number): string {
  return numbers({ maximumFractionDigits: 0 }).format(value).replace('-', '−');
}

/** A count with its sign, for points gained and spent. */
export function signedCount(value: number): string {
  return value > 0 ? `+${count(value)}` : count(value);
}

export function decimal(value: number, places = 1): string {
  return numbers({ minimumFractionDigits: 0, maximumFractionDigits: places }).format(value).replace('-', '−');
}

/** 0.92 reads 92%. */
export function percent(share: number, places = 0): string {
  return numbers({ style: 'percent', maximumFractionDigits: places }).format(share).replace('-', '−');
}

/** 138 0013 4217; what is no mainland mobile number stays as it was written. */
export function phone(value: string): string {
  return /^1\d{10}$/.test(value) ? `${value.slice(0, 3)} ${value.slice(3, 7)} ${value.slice(7)}` : value;
}

/** 138 **** 4217: the last four are what a customer says at the counter. Already masked ones stay. */
export function maskedPhone(value: string): string {
  if (value.includes('*')) return value.replace(/^(\d{3})\*{4}(\d{4})$/, '$1 **** $2');
  // However it was written down: signs between the figures would show how it is grouped, not whose it is.
  const mobile = /^(?:\+?86)?(1\d{10})$/.exec(value.replace(/[\s()（）.-]/g, ''))?.[1];
  if (mobile) return `${mobile.slice(0, 3)} **** ${mobile.slice(7)}`;
  const digits = value.replace(/\D/g, '').length;
  let seen = 0;
  return value.replace(/\d/g, (digit) => {
    seen += 1;
    return seen > digits - 4 || (digits > 7 && seen <= 2) ? digit : '*';
  });
}
