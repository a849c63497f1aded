/** Recording a visit, worked out of the form: prices, sums, payments, what is offered. No DOM, no calls. */
import type {
  BirthdayPrivilege,
  CustomerPage,
  LevelCard,
  Method,
  NextQuestion,
  ProfileEntry,
  VisitId,
  VoucherCard,
} from '../../api/generated';
import { fromWire, toWire, type Fen } from '../../api/money';
import type { Discount, LineDraft, PayDraft, VisitDraft, WishDraft } from './draft.svelte';

/** In the order of their digit keys, 1 to 6. */
export const METHODS: readonly Method[] = ['wechat', 'alipay', 'cash', 'card', 'stored', 'other'];

/** What makes goods cheaper for this customer today. */
export interface Offers {
  /** Part of the list price she pays by her level; 100 for a walk-in. */
  level: number;
  /** The same by the birthday privilege, while it is due and not used. */
  birthday: number | null;
}

export function offersOf(
  level: LevelCard | undefined,
  privilege: BirthdayPrivilege | null | undefined,
  day: string,
): Offers {
  const due = privilege && !privilege.used && day >= privilege.from && day <= privilege.to;
  return { level: level?.pay_percent ?? 100, birthday: due ? privilege.pay_percent : null };
}

/** What is offered before the hand says anything: the level's own discount; the birthday is asked, because it is once a year. */
export function firstDiscount({ level }: Offers): Discount {
  return level < 100 ? 'level' : 'none';
}

/** A percentage of an amount, to the fen, half away from zero, as the core rounds. */
export function percentOf(amount: Fen, percent: number): Fen {
  const whole = Math.floor((Math.abs(amount) * percent) / 100);
  const rest = (Math.abs(amount) * percent) % 100;
  return Math.sign(amount) * (whole + (rest >= 50 ? 1 : 0));
}

export function suggested(list: Fen, discount: Discount, offers: Offers): Fen {
  if (discount === 'birthday' && offers.birthday !== null) return percentOf(list, offers.birthday);
  if (discount === 'level') return percentOf(list, offers.level);
  return list;
}

/** Sets price and reason of a line whose price was not typed; called when its list price or the discount changes. */
export function reprice(line: LineDraft, discount: Discount, offers: Offers): void {
  if (line.byHand) return;
  if (line.list === '') {
    line.price = '';
    line.reason = '';
    return;
  }
  const list = fromWire(line.list);
  const price = suggested(list, discount, offers);
  line.price = toWire(price);
  line.reason = price < list && discount !== 'none' ? discount : '';
}

/** The hand typed a price: it stays, and the reason goes with the discount only while the price is the discounted one. */
export function typedPrice(line: LineDraft, price: string, discount: Discount, offers: Offers): void {
  line.price = price;
  if (line.list === '' || price === '') {
    line.byHand = price !== '';
    return;
  }
  const list = fromWire(line.list);
  const offered = suggested(list, discount, offers);
  line.byHand = fromWire(price) !== offered;
  if (!line.byHand) line.reason = offered < list && discount !== 'none' ? discount : '';
  else if (off(line) === 0 || line.reason === 'level' || line.reason === 'birthday') line.reason = '';
}

/** How much below the list price a piece goes; 0 when it does not. */
export function off(line: LineDraft): Fen {
  if (line.list === '' || line.price === '') return 0;
  return Math.max(0, fromWire(line.list) - fromWire(line.price));
}

/** Nobody knows yet why it is cheaper. */
export function reasonMissing(line: LineDraft): boolean {
  return off(line) > 0 && (line.reason === '' || (line.reason === 'manual' && line.note.trim() === ''));
}

export function isBlank(line: LineDraft): boolean {
  return [line.style, line.name, line.category, line.color, line.size, line.list, line.price].every(
    (text) => text.trim() === '',
  );
}

export function isBlankWish(wish: WishDraft): boolean {
  return [wish.style, wish.name, wish.color, wish.size, wish.reason].every((text) => text.trim() === '');
}

/** Pieces as typed: full-width digits are taken as meant; nothing readable or less than one is no number. */
export function readPieces(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  return /^\d{1,7}$/.test(plain) && Number(plain) > 0 ? Number(plain) : null;
}

export function lineAmount(line: LineDraft): Fen {
  const qty = readPieces(line.qty);
  return line.price === '' || qty === null ? 0 : fromWire(line.price) * qty;
}

/** Which parts of the form a kind has. */
export function has(kind: VisitDraft['kind'], part: 'lines' | 'returns' | 'day' | 'treats'): boolean {
  switch (part) {
    case 'lines':
      return kind === 'purchase' || kind === 'exchange' || kind === 'service';
    case 'returns':
      return kind === 'return' || kind === 'exchange';
    case 'day':
      return kind === 'day';
    case 'treats':
      return kind === 'purchase' || kind === 'exchange';
  }
}

export interface Totals {
  /** New pieces. */
  pieces: number;
  /** At list prices, without what is brought back. */
  list: Fen;
  /** New goods before vouchers and points. */
  goods: Fen;
  /** Worth of what comes back, as far as the screen knows. */
  back: Fen;
  /** To pay; below zero is given back. */
  due: Fen;
}

/** The sums while typing. Vouchers, points and the exact worth of what comes back are the core's, in the preview. */
export function totals(draft: VisitDraft): Totals {
  if (draft.kind === 'day') {
    const due = draft.dayTotal === '' ? 0 : fromWire(draft.dayTotal);
    return { pieces: readPieces(draft.dayPieces) ?? 0, list: due, goods: due, back: 0, due };
  }
  const sums: Totals = { pieces: 0, list: 0, goods: 0, back: 0, due: 0 };
  if (has(draft.kind, 'lines')) {
    for (const line of draft.lines) {
      if (isBlank(line)) continue;
      const qty = readPieces(line.qty) ?? 0;
      sums.pieces += qty;
      sums.goods += lineAmount(line);
      sums.list += (line.list === '' ? (line.price === '' ? 0 : fromWire(line.price)) : fromWire(line.list)) * qty;
    }
  }
  if (has(draft.kind, 'returns')) {
    for (const one of draft.returns) sums.back += one.each * (readPieces(one.qty) ?? 0);
  }
  sums.due = sums.goods - sums.back;
  return sums;
}

/** Whether the screen's own sum is only near the truth, so that the core has to be asked before money is named. */
export function needsCore(draft: VisitDraft): boolean {
  if (has(draft.kind, 'returns')) return true;
  return has(draft.kind, 'treats') && (draft.voucher !== null || pointsOf(draft) > 0);
}

export function pointsOf(draft: VisitDraft): number {
  const plain = draft.points.normalize('NFKC').replace(/[\s,，]/g, '');
  return /^\d{1,10}$/.test(plain) ? Number(plain) : 0;
}

/** What points take off a bill: whole fen, the part of a fen dropped, as the core counts. `perYuan` of 0 buys gifts only. */
export function pointsWorth(points: number, perYuan: number): Fen {
  return perYuan > 0 && points > 0 ? Math.floor((points * 100) / perYuan) : 0;
}

/** The most points that can go on a bill: never more than she has, never worth more than there is to pay. */
export function mostPoints(bill: Fen, balance: number, perYuan: number): number {
  return Math.max(0, Math.min(balance, Math.floor((bill * perYuan) / 100)));
}

/** Her vouchers that this visit could be paid with: one that it gave itself is for the next time, also while it is put right. */
export function vouchersFor(replaces: VisitId | undefined, hers: readonly VoucherCard[]): VoucherCard[] {
  return hers.filter(({ visit }) => replaces === undefined || visit !== replaces);
}

/** Why a voucher cannot be used on this bill, or nothing when it can. */
export function voucherHindrance(voucher: VoucherCard, bill: Fen, day: string): 'early' | 'late' | 'small' | undefined {
  if (day < voucher.valid_from) return 'early';
  if (day > voucher.valid_to) return 'late';
  if (bill < fromWire(voucher.min_spend) || bill <= 0) return 'small';
  return undefined;
}

/** The amounts of the ways of paying: typed ones stay, the last one left open takes the rest. */
export function amounts(pays: readonly PayDraft[], due: Fen): Fen[] {
  const typed = pays.reduce(
    (sum, pay) => sum + (pays.length > 1 && pay.byHand && pay.amount !== '' ? fromWire(pay.amount) : 0),
    0,
  );
  const open = pays.map((pay) => pays.length === 1 || !pay.byHand).lastIndexOf(true);
  return pays.map((pay, at) => {
    if (at === open) return due - typed;
    return pay.byHand && pay.amount !== '' ? fromWire(pay.amount) : 0;
  });
}

/** What is still to be covered when several amounts are typed; below zero is too much. */
export function uncovered(pays: readonly PayDraft[], due: Fen): Fen {
  return due - amounts(pays, due).reduce((sum, amount) => sum + amount, 0);
}

/** A digit key or a click on a way of paying: chosen alone, or added and taken away while several share the bill. */
export function choose(pays: readonly PayDraft[], method: Method, split: boolean): PayDraft[] {
  if (!split) return [{ method, amount: '', byHand: false }];
  if (pays.some((pay) => pay.method === method)) {
    return pays.length > 1 ? pays.filter((pay) => pay.method !== method) : [...pays];
  }
  return [...pays, { method, amount: '', byHand: false }];
}

/**
 * Enough stands there to ask what it would do: every line has a name, a price, and a reason where it is cheaper. A visit of
 * another book may have come without goods and be put right (`bare`) as it is.
 */
export function worthAsking(draft: VisitDraft, bare = false): boolean {
  const lines = has(draft.kind, 'lines') ? draft.lines.filter((line) => !isBlank(line)) : [];
  const complete = lines.every(
    (line) =>
      (line.style.trim() !== '' || line.name.trim() !== '') &&
      (line.price !== '' || line.list !== '') &&
      readPieces(line.qty) !== null &&
      !reasonMissing(line),
  );
  if (!complete) return false;
  if (bare && lines.length === 0 && draft.returns.length === 0) return true;
  if (draft.kind === 'day') return draft.dayTotal !== '' && readPieces(draft.dayPieces) !== null;
  if (draft.kind === 'return') return draft.returns.length > 0;
  if (draft.kind === 'exchange') return draft.returns.length > 0 && lines.length > 0;
  if (draft.kind === 'purchase') return lines.length > 0;
  return true;
}

/** Whether anything was typed that leaving would lose. */
export function touched(draft: VisitDraft): boolean {
  const words = [
    draft.ticket,
    draft.companions,
    draft.satisfaction,
    draft.motive,
    draft.feedback,
    draft.note,
    draft.dayPieces,
    draft.dayTotal,
    draft.points,
  ];
  return (
    words.some((text) => text.trim() !== '') ||
    draft.lines.some((line) => !isBlank(line)) ||
    draft.returns.length > 0 ||
    draft.wishes.some((wish) => !isBlankWish(wish)) ||
    Object.values(draft.answers).some((values) => values.length > 0)
  );
}

/** The questions that a visit can answer: about dated facts. Columns of the archive (phone, birthday) are its own screen's. */
export function questionsOf(page: CustomerPage): { question: NextQuestion; entry: ProfileEntry }[] {
  return page.questions.flatMap((question) => {
    const entry = page.profile.find(({ field }) => field === question.field);
    return entry && entry.kind !== 'date' ? [{ question, entry }] : [];
  });
}

export function ticks(values: readonly string[], value: string, single: boolean): string[] {
  if (values.includes(value)) return values.filter((one) => one !== value);
  return single ? [value] : [...values, value];
}
