/** What the calendar knows: no DOM, no calls. */
import type { CalendarDay, FestivalDay, Gender, SaveFestival, Festival, Span } from '../../api/generated';

/** A month as rows of seven days from Monday on; places without a day are empty. */
export function weeks(days: readonly CalendarDay[]): (CalendarDay | undefined)[][] {
  const first = days[0];
  if (!first) return [];
  const before = (new Date(`${first.day}T12:00:00Z`).getUTCDay() + 6) % 7;
  const cells: (CalendarDay | undefined)[] = [...Array<undefined>(before), ...days];
  while (cells.length % 7 !== 0) cells.push(undefined);
  return Array.from({ length: cells.length / 7 }, (_, n) => cells.slice(n * 7, n * 7 + 7));
}

/** The month so many months on. */
export function turn(at: { year: number; month: number }, months: number): { year: number; month: number } {
  const index = at.year * 12 + at.month - 1 + months;
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}

/** Hours as a hand writes them: 10:00-13:00 14:00-21:00. Nothing for a day off. */
export function spansText(spans: readonly Span[]): string {
  return spans.map(({ from, to }) => `${from}-${to}`).join(' ');
}

/** Reads hours back; null for what cannot be read. Whether they hold together the book says. */
export function readSpans(text: string): Span[] | null {
  const words = text
    .normalize('NFKC')
    .replaceAll(/\s*(?:-|–|—|~|到|至)\s*/g, '-')
    .split(/[\s,、;]+/)
    .filter((word) => word !== '');
  const spans = words.map((word) => /^(\d{1,2})(?::(\d{2}))?-(\d{1,2})(?::(\d{2}))?$/.exec(word));
  if (spans.some((span) => span === null)) return null;
  const time = (hour = '', minute = '00') => `${hour.padStart(2, '0')}:${minute}`;
  return spans.flatMap((span) => (span ? [{ from: time(span[1], span[2]), to: time(span[3], span[4]) }] : []));
}

export interface FestivalDraft {
  id: number | null;
  name: string;
  kind: FestivalDay['kind'];
  month: string;
  day: string;
  weekday: string;
  nth: string;
  term: Extract<FestivalDay, { kind: 'term' }>['term'];
  quiet: boolean;
  only: Gender | '';
  is_on: boolean;
}

/** What the form begins with. */
export function draftOf(festival: Festival | undefined): FestivalDraft {
  const day = festival?.rule.day;
  const draft: FestivalDraft = {
    id: festival?.id ?? null,
    name: festival?.name ?? '',
    kind: day?.kind ?? 'solar',
    month: '1',
    day: '1',
    weekday: '7',
    nth: '2',
    term: 'qingming',
    quiet: festival?.rule.quiet ?? false,
    only: festival?.rule.only ?? '',
    is_on: festival?.is_on ?? true,
  };
  if (day?.kind === 'solar' || day?.kind === 'lunar') return { ...draft, month: `${day.month}`, day: `${day.day}` };
  if (day?.kind === 'weekday') return { ...draft, month: `${day.month}`, weekday: `${day.weekday}`, nth: `${day.nth}` };
  if (day?.kind === 'term') return { ...draft, term: day.term };
  return draft;
}

/** What is saved. */
export function requestOf(draft: FestivalDraft): SaveFestival {
  const [month, date] = [Number(draft.month), Number(draft.day)];
  const days: Record<FestivalDay['kind'], FestivalDay> = {
    solar: { kind: 'solar', month, day: date },
    lunar: { kind: 'lunar', month, day: date },
    weekday: { kind: 'weekday', month, weekday: Number(draft.weekday), nth: Number(draft.nth) },
    term: { kind: 'term', term: draft.term },
  };
  const rule = { day: days[draft.kind], quiet: draft.quiet, only: draft.only === '' ? null : draft.only };
  return { id: draft.id, name: draft.name, rule, is_on: draft.is_on };
}
