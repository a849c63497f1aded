/** Tasks in words, and what is asked for and written down about them. No DOM, no calls. */
import type {
  Decision,
  DecideTasks,
  GetToday,
  Suppression,
  TaskCounts,
  TaskGroup,
  TaskRef,
  TaskRow,
  TaskState,
  TasksDecided,
  Today,
  Whose,
} from '../../api/generated';
import type { RowPage } from '../../parts/table';
import { addDays, clock, count, day, daysBetween, plainDay } from '../../text/format.svelte';
import { t } from '../../text/i18n.svelte';
import { channelName } from '../contacts/logic';

const word = (value: string): string => value.replace(/_/g, '-');

/** What a task is found again by, as one word. */
export function taskKey({ rule, follow_up, customer, cause }: TaskRef): string {
  return [rule ?? '', follow_up ?? '', customer ?? '', cause].join('/');
}

/** Why today, in a sentence: 11月7日一次买了 ¥2,480. */
export function whyWords({ kind, params }: Pick<TaskRow, 'kind' | 'params'>): string {
  const said: Record<string, string> = {};
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined) continue;
    const dated = /^\d{4}-\d{2}-\d{2}$/.test(value);
    if (dated) said[name] = name === 'month' ? t('today-month', { n: Number(value.slice(5, 7)) }) : plainDay(value);
    else if (name === 'amount') said[name] = count(Number(value));
    else said[name] = value;
  }
  return t(`care-why-${word(kind)}`, said);
}

/** Why a task is kept back, as a clerk would say it. */
export function heldWords(held: Suppression): string {
  switch (held.why) {
    case 'consent_withdrawn':
      return t('today-held-consent-withdrawn', { channel: channelName(held.channel), purpose: held.purpose });
    case 'consent_missing':
    case 'no_channel':
      return t(`today-held-${word(held.why)}`, { channel: channelName(held.channel) });
    case 'minor':
      return t('today-held-minor', { under: held.under });
    case 'unanswered':
    case 'monthly_limit':
      return t(`today-held-${word(held.why)}`, { n: held.count });
    case 'too_soon':
      return t('today-held-too-soon', { what: held.visited ? 'visit' : 'contact', day: day(held.last) });
    default:
      return t(`today-held-${word(held.why)}`);
  }
}

export interface When {
  text: string;
  tone: 'plain' | 'warn' | 'bad';
}

/** The day that counts: how late it is, the last day of what is due, the day of what is to come. */
export function whenWords(row: Pick<TaskRow, 'state' | 'due' | 'expires' | 'not_before'>, today: string): When {
  const last = row.expires ?? null;
  if (row.state !== 'upcoming' && last === today) return { text: t('today-last-day'), tone: 'bad' };
  if (row.state === 'overdue') return { text: t('today-late', { n: daysBetween(row.due, today) }), tone: 'warn' };
  if (row.state === 'upcoming')
    return { text: row.due === today && row.not_before ? clock(row.not_before) : day(row.due), tone: 'plain' };
  return { text: last === null ? day(row.due) : t('today-until', { day: plainDay(last) }), tone: 'plain' };
}

/** The heading over tasks that stand alike. */
export interface StateHead {
  readonly head: true;
  readonly state: TaskState;
  readonly n: number;
}
export interface TaskItem {
  readonly head: false;
  readonly row: TaskRow;
}
export type Item = StateHead | TaskItem;

export const itemKey = (item: Item): string => (item.head ? item.state : taskKey(item.row.task));

/** How many of the tasks asked for stand in each way: those of one rule, or of all. */
export function counted(groups: readonly TaskGroup[], only: string): TaskCounts {
  const mine = only === '' ? groups : groups.filter((group) => groupKey(group) === only);
  const sum = (of: (group: TaskGroup) => number) => mine.reduce((n, group) => n + of(group), 0);
  return { overdue: sum((g) => g.overdue), due: sum((g) => g.due), upcoming: sum((g) => g.upcoming) };
}

/** A rule as the value of a select; what was set by hand goes together. */
export const BY_HAND = 'by-hand';
export const groupKey = (group: Pick<TaskGroup, 'rule'>): string => (group.rule ? String(group.rule) : BY_HAND);

export function groupName(group: TaskGroup): string {
  const title = group.title || t('today-by-hand');
  return t('today-group', { title, n: count(group.overdue + group.due + group.upcoming) });
}

/** Rows with a heading before the first that stands otherwise than the one before. */
export function withHeads(rows: readonly TaskRow[], before: TaskState | undefined, counts: TaskCounts): Item[] {
  return rows.flatMap((row, at): Item[] => {
    const last = at === 0 ? before : rows[at - 1]!.state;
    const item: TaskItem = { head: false, row };
    return row.state === last ? [item] : [{ head: true, state: row.state, n: counts[row.state] }, item];
  });
}

export interface Filter {
  whose: Whose;
  /** A rule's id, `BY_HAND`, or empty for all. */
  rule: string;
}
export const NO_FILTER: Filter = { whose: 'all', rule: '' };

/** How many tasks a page brings. */
const AT_ONCE = 100;

/** What is asked for: overdue, due and upcoming in one list. */
export function request({ whose, rule }: Filter, cursor: string | null, limit = AT_ONCE): GetToday {
  return {
    whose,
    staff: null,
    state: null,
    rule: rule === '' || rule === BY_HAND ? null : Number(rule),
    kind: rule === BY_HAND ? 'follow_up' : null,
    cursor,
    limit,
  };
}

/** Pages of tasks with a heading for each way to stand. */
export class TaskPages {
  readonly #ask: (request: GetToday) => Promise<Today>;
  /** How the page before a cursor ended. */
  readonly #ended = new Map<string, TaskState>();

  constructor(ask: (request: GetToday) => Promise<Today>) {
    this.#ask = ask;
  }

  async read(filter: Filter, cursor: string | null): Promise<RowPage<Item> & { today: Today }> {
    const today = await this.#ask(request(filter, cursor));
    const next = today.cursor ?? null;
    const last = today.rows.at(-1);
    if (next !== null && last) this.#ended.set(next, last.state);
    const before = cursor === null ? undefined : this.#ended.get(cursor);
    const rows = withHeads(today.rows, before, counted(today.groups, filter.rule));
    return { rows, next, total: today.total, today };
  }
}

/** What the hand said of a task besides what became of it. */
export interface Word {
  until?: string;
  reason?: string;
  /** What was copied for her, with the text it was made of. */
  text?: string;
  template?: number;
}

/** The request. Each task goes into the log by its own channel. */
export function decideRequest(rows: readonly TaskRow[], decision: Decision, word: Word = {}): DecideTasks {
  return {
    tasks: rows.map(({ task }) => task),
    decision,
    until: word.until ?? null,
    reason: word.reason?.trim() || null,
    channel: null,
    log: true,
    text: word.text?.trim() || null,
    template: word.template ?? null,
  };
}

/** What the toast says: whom, and what was written down. */
export function decidedWords(
  rows: readonly TaskRow[],
  decision: Decision,
  word: Word,
  answer: Pick<TasksDecided, 'decided' | 'left_out'>,
): string {
  const what = t(`today-said-${word.until ? 'until' : 'plain'}`, {
    what: decision,
    day: word.until ? day(word.until) : '',
  });
  const [one] = rows;
  if (rows.length === 1 && one) return t('today-said-one', { name: one.customer?.name ?? one.title, what });
  const said = t('today-said-many', { n: count(answer.decided), what });
  return answer.left_out > 0 ? said + t('today-said-left-out', { n: count(answer.left_out) }) : said;
}

/** Days on offer for "not now", nearest first. */
export function laterDays(today: string): { day: string; label: string }[] {
  const weekday = new Date(`${today}T12:00:00Z`).getUTCDay();
  const monday = addDays(today, (8 - weekday) % 7 || 7);
  return [
    { day: addDays(today, 1), label: t('today-later-1') },
    { day: addDays(today, 3), label: t('today-later-n', { n: 3 }) },
    { day: monday, label: t('today-later-monday') },
    { day: addDays(today, 14), label: t('today-later-n', { n: 14 }) },
  ].filter((one, at, all) => all.findIndex((other) => other.day === one.day) === at);
}

/** The day in figures. */
export function summary({ all, held, decided_today }: Today): string {
  return [
    all.overdue > 0 ? t('today-sum-overdue', { n: count(all.overdue) }) : '',
    t('today-sum-due', { n: count(all.due) }),
    held > 0 ? t('today-sum-held', { n: count(held) }) : '',
    decided_today > 0 ? t('today-sum-done', { n: count(decided_today) }) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
