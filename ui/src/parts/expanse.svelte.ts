import { asFailure, type CallFailure } from '../api/client';
import type { Range, RowList, RowPage, RowsAt } from './table';

/** Rows of a page. */
const PAGE = 100;
/** Pages that are kept: what is far from the eye is read again when it comes back. */
const KEPT = 30;
/** How often a list that changes while it is read is read anew before it is shown as it is. */
const TRIES = 3;

/** By their numbers. */
type Pages<R> = Readonly<Record<number, RowPage<R>>>;

/** The pages that a range of a list touches; of one beyond the end the last page. */
function pagesOf({ first, end }: Range, total: number): number[] {
  if (total <= 0) return [];
  const low = Math.max(0, Math.min(first, total - 1));
  const least = Math.floor(low / PAGE);
  const behind = Math.ceil(Math.max(low + 1, Math.min(end, total)) / PAGE);
  return Array.from({ length: behind - least }, (_, at) => least + at);
}

/**
 * Rows of a list whose length is known from its first page on: what is on show is read wherever that is. One page is asked for at a time
 * and the next one is chosen when it is there, so that a hand that drags over everything is followed and not run after.
 */
export class Expanse<R> implements RowList<R> {
  total = $state<number>();
  loaded = $state(false);
  failure = $state.raw<CallFailure>();
  #pages = $state.raw<Pages<R>>({});
  #shown: Range = { first: 0, end: 0 };
  /** Answers to an older question are dropped. */
  #question = 0;
  #fetching = false;
  readonly #read: RowsAt<R>;

  constructor(read: RowsAt<R>, kept?: RowList<R>) {
    this.#read = read;
    if (!(kept instanceof Expanse)) return;
    const before = kept as Expanse<R>;
    this.#pages = before.#pages;
    this.total = before.total;
    this.loaded = before.loaded;
  }

  get many(): number {
    return this.total ?? 0;
  }
  get rows(): readonly R[] {
    return this.#inOrder().flatMap(([, page]) => page.rows);
  }
  row(at: number): R | undefined {
    return this.#pages[Math.floor(at / PAGE)]?.rows[at % PAGE];
  }
  find(fits: (row: R) => boolean): number {
    for (const [number, page] of this.#inOrder()) {
      const at = page.rows.findIndex(fits);
      if (at >= 0) return number * PAGE + at;
    }
    return -1;
  }

  begin(): Promise<boolean> {
    this.#shown = { first: 0, end: 0 };
    return this.#renew();
  }
  refresh(shown: Range): Promise<boolean> {
    this.#shown = shown;
    return this.#renew();
  }
  want(shown: Range): void {
    this.#shown = shown;
    if (this.loaded && !this.#fetching) void this.#fill();
  }
  retry(shown: Range): void {
    this.#shown = shown;
    void (this.loaded ? this.#fill() : this.#renew());
  }

  #inOrder(): [number, RowPage<R>][] {
    // The numbers of an object come in their order.
    return Object.entries(this.#pages).map(([number, page]) => [Number(number), page]);
  }

  /** Pages of what is on show, and then of a screenful on either side. */
  #wanted(total: number): number[] {
    const { first, end } = this.#shown;
    const around = Math.max(end - first, 1);
    const sides = [this.#shown, { first: end, end: end + around }, { first: first - around, end: first }];
    return sides.flatMap((range) => pagesOf(range, total));
  }

  async #page(number: number, known: Pages<R>): Promise<RowPage<R>> {
    const [skip, after] = [number * PAGE, known[number - 1]?.next ?? null];
    return await this.#read({ skip, after, limit: PAGE });
  }

  /** Reads what is on show into new pages, and puts them in the place of all that was read before. */
  async #renew(): Promise<boolean> {
    const mine = ++this.#question;
    this.#fetching = true;
    try {
      for (let left = TRIES; left > 0; left -= 1) {
        const fresh: Record<number, RowPage<R>> = {};
        const { total, steady } = await this.#readShown(fresh, mine);
        if (mine !== this.#question) return false;
        if (!steady && left > 1) continue;
        this.#pages = fresh;
        this.total = total;
        this.loaded = true;
        this.failure = undefined;
        break;
      }
    } catch (thrown) {
      if (mine === this.#question) this.failure = asFailure(thrown);
      return false;
    } finally {
      if (mine === this.#question) this.#fetching = false;
    }
    void this.#fill();
    return true;
  }

  /** Also where the end has come nearer than what was on show. Not `steady` if somebody came or went meanwhile. */
  async #readShown(into: Record<number, RowPage<R>>, mine: number): Promise<{ total: number; steady: boolean }> {
    let total: number | undefined;
    let steady = true;
    const missing = (): number | undefined => {
      if (total === undefined) return Math.floor(this.#shown.first / PAGE);
      return pagesOf(this.#shown, total).find((number) => !(number in into));
    };
    for (let next = missing(); next !== undefined; next = missing()) {
      const page = await this.#page(next, into);
      if (mine !== this.#question) break;
      into[next] = page;
      steady &&= total === undefined || page.total === undefined || page.total === total;
      total = page.total ?? total ?? 0;
    }
    return { total: total ?? 0, steady };
  }

  /** Reads what is missing where the eye is by now, until nothing is. */
  async #fill(): Promise<void> {
    const mine = this.#question;
    this.#fetching = true;
    try {
      for (;;) {
        const total = this.total ?? 0;
        const missing = this.#wanted(total).find((number) => !(number in this.#pages));
        if (missing === undefined) break;
        const page = await this.#page(missing, this.#pages);
        if (mine !== this.#question) return;
        // Somebody came or went since the other pages were read: all of them may have moved.
        if (page.total !== undefined && page.total !== total) {
          void this.#renew();
          return;
        }
        this.#pages = this.#near({ ...this.#pages, [missing]: page });
        this.failure = undefined;
      }
    } catch (thrown) {
      if (mine === this.#question) this.failure = asFailure(thrown);
    } finally {
      if (mine === this.#question) this.#fetching = false;
    }
  }

  /** Without the pages that are furthest from the eye. */
  #near(pages: Pages<R>): Pages<R> {
    const eye = this.#shown.first / PAGE;
    const distance = ([number]: [string, unknown]) => Math.abs(Number(number) - eye);
    return Object.fromEntries(
      Object.entries(pages)
        .sort((a, b) => distance(a) - distance(b))
        .slice(0, KEPT),
    );
  }
}
