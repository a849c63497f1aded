/** What stands in the form while a visit is being written down: words and wire amounts as typed, nothing worked out. */
import type {
  FieldId,
  LineId,
  Method,
  PriceReason,
  VisitKind,
  VisitLine,
  VisitPage,
  VoucherId,
} from '../../api/generated';
import { fromWire, toWire, type Fen } from '../../api/money';

/** The kinds of visit, and a day's walk-in sales in one row. */
export type FormKind = VisitKind | 'day';

let last = 0;
const fresh = (): number => (last += 1);

/** A piece sold; a class, because its row, its cells and its reason all write into it. */
export class LineDraft {
  readonly id = fresh();
  style = $state('');
  name = $state('');
  category = $state('');
  color = $state('');
  size = $state('');
  qty = $state('1');
  /** Wire amounts; empty while nothing readable stands there. */
  list = $state('');
  price = $state('');
  /** The price was typed, so that no discount changes it any more. */
  byHand = $state(false);
  reason = $state<PriceReason | ''>('');
  note = $state('');
}

export interface ReturnDraft {
  readonly id: number;
  line: LineId;
  qty: string;
  /** Pieces that may still come back. */
  max: number;
  /** What it is: 针织衫 24C-077 米 M. */
  what: string;
  /** The day it was bought, YYYY-MM-DD. */
  bought: string;
  /** Really paid for one piece, vouchers and points taken off; the core says the exact sum. */
  each: Fen;
}

export interface PayDraft {
  method: Method;
  amount: string;
  byHand: boolean;
}

export interface WishDraft {
  readonly id: number;
  style: string;
  name: string;
  color: string;
  size: string;
  reason: string;
}

/** Which price cut is offered on goods at list price. */
export type Discount = 'none' | 'level' | 'birthday';

export class VisitDraft {
  /** Whose visit it is; nobody's for a walk-in. */
  customer = $state<number | null>(null);
  kind = $state<FormKind>('purchase');
  day = $state('');
  time = $state('');
  /** Staff id as the select carries it; empty for who is at the counter. */
  staff = $state('');
  lines = $state<LineDraft[]>([]);
  returns = $state<ReturnDraft[]>([]);
  /** One way of paying, or several with their amounts. */
  pays = $state<PayDraft[]>([]);
  split = $state(false);
  discount = $state<Discount>('none');
  voucher = $state<VoucherId | null>(null);
  /** As typed. */
  points = $state('');
  ticket = $state('');
  companions = $state('');
  satisfaction = $state('');
  motive = $state('');
  feedback = $state('');
  note = $state('');
  answers = $state<Record<FieldId, string[]>>({});
  wishes = $state<WishDraft[]>([]);
  dayPieces = $state('');
  dayTotal = $state('');

  constructor() {
    this.addLine();
  }

  addLine(): LineDraft {
    this.lines.push(new LineDraft());
    return this.lines.at(-1)!;
  }
  removeLine(id: number): void {
    this.lines = this.lines.filter((line) => line.id !== id);
    if (this.lines.length === 0) this.addLine();
  }
  addWish(): void {
    this.wishes.push({ id: fresh(), style: '', name: '', color: '', size: '', reason: '' });
  }
  /** Picks a bought line to bring back; picking it again lets it go. */
  toggleReturn(line: VisitLine, bought: string): void {
    const there = this.returns.find((one) => one.line === line.id);
    if (there) this.returns = this.returns.filter((one) => one.line !== line.id);
    else this.returns.push(returnOf(line, bought, Math.min(1, line.returnable), line.returnable));
  }
}

/** 针织衫 24C-077 米 M */
export function goods(line: {
  style_no?: string | null;
  name?: string | null;
  color?: string | null;
  size?: string | null;
}): string {
  return [line.name, line.style_no, line.color, line.size].filter(Boolean).join(' ');
}

function returnOf(line: VisitLine, bought: string, qty: number, max: number): ReturnDraft {
  const pieces = Math.max(1, Math.abs(line.qty));
  return {
    id: fresh(),
    line: line.reverses ?? line.id,
    qty: String(qty),
    max,
    what: goods(line),
    bought,
    each: Math.floor(Math.abs(fromWire(line.amount)) / pieces),
  };
}

/**
 * A saved visit, put back into the form to be corrected. `sale` is the visit it brings goods back from, where there is one:
 * it tells how many pieces may still come back, besides those that this visit already took.
 */
export function draftOf(page: VisitPage, sale?: VisitPage): VisitDraft {
  const draft = new VisitDraft();
  const { row } = page;
  draft.customer = row.customer?.id ?? null;
  draft.kind = row.is_day_total ? 'day' : row.kind;
  draft.day = row.day;
  draft.time = row.at.slice(11, 16);
  draft.staff = page.staff === null || page.staff === undefined ? '' : String(page.staff);
  const sold = page.lines.filter((line) => line.qty > 0);
  if (sold.length > 0) draft.lines = sold.map(lineOf);
  draft.returns = page.lines
    // Imported books may hold lines brought back that do not say from where; the core keeps those as they are.
    .filter((line) => line.qty < 0 && line.reverses)
    .map((line) => {
      const taken = -line.qty;
      const left = sale?.lines.find((one) => one.id === line.reverses)?.returnable ?? 0;
      return returnOf(line, page.ref_visit?.day ?? row.day, taken, left + taken);
    });
  draft.pays = page.payments.map(({ method, amount }) => ({ method, amount, byHand: true }));
  draft.split = page.payments.length > 1;
  if (!draft.split) for (const pay of draft.pays) pay.byHand = false;
  draft.voucher = page.voucher ?? null;
  draft.points = page.points_used > 0 ? String(page.points_used) : '';
  draft.ticket = page.ticket_no ?? '';
  draft.companions = page.companions ?? '';
  draft.satisfaction = page.satisfaction ? String(page.satisfaction) : '';
  draft.motive = page.motive ?? '';
  draft.feedback = page.feedback ?? '';
  draft.note = page.note ?? '';
  if (row.is_day_total) {
    draft.dayPieces = String(row.pieces);
    draft.dayTotal = row.total;
  }
  return draft;
}

function lineOf(line: VisitLine): LineDraft {
  return Object.assign(new LineDraft(), {
    style: line.style_no ?? '',
    name: line.name ?? '',
    category: line.category ?? '',
    color: line.color ?? '',
    size: line.size ?? '',
    qty: String(line.qty),
    list: line.list_price ?? '',
    price: toWire(fromWire(line.price)),
    byHand: true,
    reason: line.reason ?? '',
    note: line.reason_note ?? '',
  });
}
