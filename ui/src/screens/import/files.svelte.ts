/** The files that were chosen for an import, each read anew when something is said about it. */
import { asFailure, call, CallFailure } from '../../api/client';
import type { Kind } from '../../api/generated';
import { freeSheet, kindOf, MOST, requestOf, type Choices, type Picked } from './logic';

export interface PickedFiles {
  readonly all: readonly Picked[];
  /** Adds files in their order; those that are there already are left out and given back. */
  add(paths: readonly string[]): Promise<string[]>;
  remove(id: number): void;
  /** Reads a file's beginning in another way. */
  look(id: number, choices: Choices): Promise<void>;
  /** Takes a file for a table of this kind. */
  take(id: number, kind: Kind): Promise<void>;
  clear(): void;
}

export function pickedFiles(): PickedFiles {
  let all = $state.raw<readonly Picked[]>([]);
  let last = 0;
  /** The latest question about each file; an answer that was overtaken is dropped. */
  const asked: Record<number, number> = {};

  const find = (id: number) => all.find((file) => file.id === id);
  function change(id: number, what: Partial<Picked>): void {
    all = all.map((file) => (file.id === id ? { ...file, ...what } : file));
  }
  async function read(id: number): Promise<void> {
    const file = find(id);
    if (!file) return;
    const mine = (asked[id] = (asked[id] ?? 0) + 1);
    try {
      const preview = await call('preview_import', requestOf(file.said, file.path, file.choices));
      if (mine === asked[id]) change(id, { preview, failure: undefined });
    } catch (thrown) {
      if (mine === asked[id]) change(id, { preview: undefined, failure: asFailure(thrown) });
    }
  }

  return {
    get all() {
      return all;
    },
    async add(paths) {
      if (all.length + paths.length > MOST) {
        throw new CallFailure({ code: 'import_too_large', params: { what: 'files', max: String(MOST) } });
      }
      const there: string[] = [];
      for (const path of paths) {
        const sheet = freeSheet(all, path);
        if (sheet === undefined && all.some((file) => file.path === path)) {
          there.push(path);
          continue;
        }
        const id = (last += 1);
        const choices = sheet === undefined ? { columns: {} } : { sheet, columns: {} };
        all = [...all, { id, path, said: undefined, choices, preview: undefined, failure: undefined }];
        // One after the other: the shop answers one question at a time.
        await read(id);
      }
      return there;
    },
    remove(id) {
      all = all.filter((file) => file.id !== id);
    },
    async look(id, choices) {
      change(id, { choices });
      await read(id);
    },
    async take(id, kind) {
      const file = find(id);
      if (!file || kindOf(file) === kind) return;
      // What was said of the columns was said of another table.
      change(id, { said: kind, choices: { ...file.choices, columns: {} } });
      await read(id);
    },
    clear() {
      all = [];
    },
  };
}
