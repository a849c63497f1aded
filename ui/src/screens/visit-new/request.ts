/** The request made from the form, and the way of a failure back to the row it belongs to. No DOM, no calls. */
import { CallFailure } from '../../api/client';
import type { NewLine, NewVisit, Payment, PriceReason } from '../../api/generated';
import { toWire, type Fen } from '../../api/money';
import type { LineDraft, PayDraft, VisitDraft } from './draft.svelte';
import { amounts, has, isBlank, isBlankWish, off, pointsOf, readPieces } from './logic';

/** Where the parts of what was sent came from, by their place in the request. */
export interface Sent {
  visit: NewVisit;
  lines: readonly number[];
  returns: readonly number[];
  wishes: readonly number[];
}

export type Built = { ok: true; sent: Sent } | { ok: false; failure: CallFailure };

const orNull = (text: string): string | null => text.trim() || null;

/**
 * The request. What cannot be put into one (no price, no number of pieces) fails here, at its field; everything else is the
 * core's to judge. `due` is what the payments have to make; without it no payments are sent, as for a preview.
 */
export function build(draft: VisitDraft, due?: Fen): Built {
  const { kind } = draft;
  const customer = draft.customer;
  const lines: NewLine[] = [];
  const lineIds: number[] = [];
  if (has(kind, 'lines')) {
    for (const line of draft.lines) {
      if (isBlank(line)) continue;
      const made = newLine(line);
      if (made instanceof CallFailure) return { ok: false, failure: made };
      lines.push(made);
      lineIds.push(line.id);
    }
  }
  const returns = has(kind, 'returns') ? draft.returns : [];
  for (const one of returns) {
    if (readPieces(one.qty) === null) return { ok: false, failure: pieces(`returns.${one.id}.qty`, one.max) };
  }
  let dayTotal: NewVisit['day_total'] = null;
  if (kind === 'day') {
    const sales = readPieces(draft.dayPieces);
    if (sales === null) return { ok: false, failure: pieces('day_total.pieces', 1_000_000) };
    if (draft.dayTotal === '') return { ok: false, failure: required('day_total.total') };
    dayTotal = { pieces: sales, total: draft.dayTotal };
  }
  const treats = has(kind, 'treats') && customer !== null;
  const wishes = customer === null ? [] : draft.wishes.filter((wish) => !isBlankWish(wish));
  const visit: NewVisit = {
    customer,
    kind: kind === 'day' ? 'purchase' : kind,
    day: orNull(draft.day),
    time: orNull(draft.time),
    staff: draft.staff === '' ? null : Number(draft.staff),
    lines,
    returns: returns.map((one) => ({ line: one.line, qty: readPieces(one.qty) ?? 1 })),
    payments: due === undefined || due === 0 ? [] : payments(draft.pays, due),
    day_total: dayTotal,
    voucher: treats ? draft.voucher : null,
    points_used: treats ? pointsOf(draft) : 0,
    ticket_no: orNull(draft.ticket),
    companions: orNull(draft.companions),
    satisfaction: draft.satisfaction === '' ? null : Number(draft.satisfaction),
    motive: orNull(draft.motive),
    feedback: orNull(draft.feedback),
    note: orNull(draft.note),
    answers:
      customer === null
        ? []
        : Object.entries(draft.answers)
            .map(([field, values]) => ({
              field: Number(field),
              values: values.map((value) => value.trim()).filter(Boolean),
            }))
            .filter(({ values }) => values.length > 0),
    wishes: wishes.map((wish) => ({
      style_no: orNull(wish.style),
      name: orNull(wish.name),
      color: orNull(wish.color),
      size: orNull(wish.size),
      reason: orNull(wish.reason),
    })),
  };
  return {
    ok: true,
    sent: { visit, lines: lineIds, returns: returns.map(({ id }) => id), wishes: wishes.map(({ id }) => id) },
  };
}

function newLine(line: LineDraft): NewLine | CallFailure {
  const qty = readPieces(line.qty);
  if (qty === null) return pieces(`lines.${line.id}.qty`, 9_999);
  const price = line.price === '' ? line.list : line.price;
  if (price === '') return required(`lines.${line.id}.price`);
  const cheaper = off(line) > 0;
  const reason: PriceReason | null = cheaper && line.reason !== '' ? line.reason : null;
  return {
    style_no: orNull(line.style),
    name: orNull(line.name),
    category: orNull(line.category),
    color: orNull(line.color),
    size: orNull(line.size),
    qty,
    list_price: orNull(line.list),
    price,
    reason,
    reason_note: reason === null ? null : orNull(line.note),
  };
}

function payments(pays: readonly PayDraft[], due: Fen): Payment[] {
  return amounts(pays, due).map((amount, at) => ({ method: pays[at]!.method, amount: toWire(amount) }));
}

function required(field: string): CallFailure {
  return new CallFailure({ code: 'required', field });
}

function pieces(field: string, max: number): CallFailure {
  return new CallFailure({ code: 'out_of_range', field, params: { min: '1', max: String(max) } });
}

/** A failure as answered, with `lines.0.price` turned into the row it came from: rows are known by id, empty ones are not sent. */
export function placed(failure: CallFailure, sent: Sent): CallFailure {
  const match = /^(lines|returns|wishes)\.(\d+)\.(.+)$/.exec(failure.field ?? '');
  if (!match) return failure;
  const [, part, at, name] = match as unknown as [string, 'lines' | 'returns' | 'wishes', string, string];
  const id = sent[part][Number(at)];
  if (id === undefined) return failure;
  return new CallFailure({ code: failure.code, field: `${part}.${id}.${name}`, params: failure.params });
}

const OWN_FIELDS = new Set([
  'kind',
  'day',
  'time',
  'staff',
  'ticket_no',
  'lines',
  'returns',
  'day_total',
  'voucher',
  'points_used',
  'companions',
  'satisfaction',
  'motive',
  'feedback',
  'note',
]);
const IN_LINE = /^lines\.\d+\.(style_no|name|category|color|size|qty|list_price|price|reason|reason_note)$/;
const IN_RETURN = /^returns\.\d+\.(qty|line)$/;
const IN_WISH = /^wishes\.\d+\.(style_no|name|color|size|reason)$/;

/** Whether a place of the form shows this failure; otherwise it is said above it. Rows are named by id. */
export function shownAt({ field }: CallFailure): boolean {
  if (!field) return false;
  return (
    OWN_FIELDS.has(field) ||
    field.startsWith('payments') ||
    field.startsWith('day_total.') ||
    IN_LINE.test(field) ||
    IN_RETURN.test(field) ||
    IN_WISH.test(field)
  );
}

/** Whether a field stands behind the folded line. */
export function isFolded(field: string): boolean {
  return /^(companions|satisfaction|motive|feedback|note)$|^wishes\./.test(field);
}
