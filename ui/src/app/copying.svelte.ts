/** Makes a copy of the shop's file. F9, the top bar and the settings all come here, so that only one runs at a time. */
import { asFailure, call, chooseFolder, lastFolder, type CallFailure } from '../api/client';
import type { BackedUp } from '../api/generated';
import { count } from '../text/format.svelte';
import { t } from '../text/i18n.svelte';
import { readInfo } from './shop.svelte';
import { say } from './toasts.svelte';
import { longWork } from './work.svelte';

const PURPOSE = 'backup';
const work = longWork<BackedUp>();
let early = $state.raw<CallFailure>();

export const copying = {
  get running() {
    return work.running;
  },
  /** The copy made last in this window. */
  get made() {
    return work.answer;
  },
  /** Why there is no copy; stays until the next try or until it was read. */
  get failure() {
    return early ?? work.failure;
  },
};

/** Copies into the folder of last time, or asks for one: when there is none, when it is gone, or when `elsewhere` says so. */
export async function backUp(elsewhere = false): Promise<void> {
  if (work.running) return;
  early = undefined;
  try {
    const known = elsewhere ? null : await lastFolder(PURPOSE);
    const folder = known ?? (await chooseFolder({ purpose: PURPOSE, title: t('backup-folder-title') }));
    if (folder === null) return;
    const made = await work.run(() => call('back_up', { folder }));
    if (!made) return;
    say(t('backup-done', { path: made.path, customers: count(made.customers), visits: count(made.visits) }));
    // A copy is no change of the book, so its age is asked for by hand.
    await readInfo();
  } catch (thrown) {
    early = asFailure(thrown);
  }
}
