import { asFailure, type CallFailure } from '../api/client';
import type { Range, RowList, RowPage } from './table';

/** Rows that are known up to where they were read: page after page, each after the cursor of the one before. */
export class Chain<R> implements RowList<R> {
  rows = $state.raw<readonly R[]>([]);
  total = $state<number>();
  loaded = $state(false);
  failure = $state.raw<CallFailure>();
  #next = $state<string | null>(null);
  /** Answers to an older question are dropped. */
  #question = 0;
  #fetching = false;
  readonly #read: (cursor: string | null) => Promise<RowPage<R>>;

  constructor(read: (cursor: string | null) => Promise<RowPage<R>>, kept?: RowList<R>) {
    this.#read = read;
    if (!(kept instanceof Chain)) return;
    const before = kept as Chain<R>;
    this.rows = before.rows;
    this.total = before.total;
    this.#next = before.#next;
    this.loaded = before.loaded;
  }

  get many(): number {
    return this.rows.length;
  }
  /** Whether the last row is among those read. */
  get ended(): boolean {
    return this.#next === null;
  }
  row(at: number): R | undefined {
    return this.rows[at];
  }
  find(fits: (row: R) => boolean): number {
    return this.rows.findIndex(fits);
  }

  begin(): Promise<boolean> {
    return this.refresh({ first: 0, end: 0 });
  }

  refresh({ end }: Range): Promise<boolean> {
    return this.#ask(async (live) => {
      let page = await this.#read(null);
      const total = page.total;
      const fresh = [...page.rows];
      while (live() && fresh.length < end && page.next !== null) {
        page = await this.#read(page.next);
        fresh.push(...page.rows);
      }
      return () => {
        this.rows = fresh;
        this.#next = page.next;
        this.total = total;
        this.loaded = true;
      };
    }, ++this.#question);
  }

  /** The next page is asked for before the end comes into sight. */
  want({ first, end }: Range): void {
    if (!this.#fetching && this.#next !== null && this.rows.length - end < (end - first) * 1.5) void this.#more();
  }

  retry(shown: Range): void {
    if (!this.loaded || this.#next === null) void this.refresh(shown);
    else if (!this.#fetching) void this.#more();
  }

  #more(): Promise<boolean> {
    return this.#ask(async () => {
      const page = await this.#read(this.#next);
      return () => {
        this.rows = [...this.rows, ...page.rows];
        this.#next = page.next;
      };
    }, this.#question);
  }

  async #ask(read: (live: () => boolean) => Promise<() => void>, mine: number): Promise<boolean> {
    const live = () => mine === this.#question;
    this.#fetching = true;
    try {
      const show = await read(live);
      if (!live()) return false;
      show();
      this.failure = undefined;
      return true;
    } catch (thrown) {
      if (live()) this.failure = asFailure(thrown);
      return false;
    } finally {
      if (live()) this.#fetching = false;
    }
  }
}
