/** The shop that is open in this window, or why none is. */
import { asFailure, CallFailure, chooseFile, shopState, type ShopState } from '../api/client';
import { setToday } from '../text/format.svelte';
import { t } from '../text/i18n.svelte';

type Status = 'asking' | ShopState['status'];

let status = $state<Status>('asking');
let known = $state.raw<ShopState>();
let failure = $state.raw<CallFailure>();

export const shop = {
  get status() {
    return status;
  },
  get state() {
    return known;
  },
  /** Why the file could not be opened. */
  get failure() {
    return failure;
  },
};

export function takeShop(next: ShopState): void {
  known = next;
  status = next.status;
  failure = next.failure ? new CallFailure(next.failure) : undefined;
  if (next.today) setToday(next.today);
}

export async function askShop(): Promise<void> {
  try {
    takeShop(await shopState());
  } catch (thrown) {
    failure = asFailure(thrown);
    status = 'refused';
  }
}

/** Lets the hand choose an existing shop file. */
export function chooseShopFile(): Promise<string | null> {
  return chooseFile({ purpose: 'shop', title: t('file-open-shop'), kind: t('file-kind-shop'), extensions: ['shuke'] });
}
