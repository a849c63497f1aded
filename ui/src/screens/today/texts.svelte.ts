/** Texts the hand changed or copied, by task, as long as the window is open: what was copied goes into the log with the task. */
import { SvelteMap } from 'svelte/reactivity';
import type { TaskRow } from '../../api/generated';
import { taskKey, type Word } from './logic';

const changed = new SvelteMap<string, string>();
const copied = new SvelteMap<string, { text: string; template?: number }>();

/** The text as the hand left it. */
export function changedText(row: TaskRow): string | undefined {
  return changed.get(taskKey(row.task));
}

export function keepText(row: TaskRow, text: string): void {
  changed.set(taskKey(row.task), text);
}

export function keepCopied(row: TaskRow, text: string, template: number | undefined): void {
  copied.set(taskKey(row.task), { text, ...(template === undefined ? {} : { template }) });
}

/** What was copied for this task. */
export function copiedWord(row: TaskRow | undefined): Word {
  return (row && copied.get(taskKey(row.task))) ?? {};
}
