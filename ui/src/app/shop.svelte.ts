/** The shop that is open in this window, or why none is. */
import { asFailure, call, CallFailure, chooseFile, shopState, type ShopState } from '../api/client';
import type { ShopInfo, Staff } from '../api/generated';
import { setToday } from '../text/format.svelte';
import { t } from '../text/i18n.svelte';
import { followShop } from './appearance.svelte';
import { forgetLock, takeLock } from './lock.svelte';

let status = $state<'asking' | ShopState['status']>('asking');
let path = $state<string | null>(null);
let info = $state.raw<ShopInfo>();
let failure = $state.raw<CallFailure>();

export const shop = {
  get status() {
    return status;
  },
  /** Where the file lies, or would be put. */
  get path() {
    return path;
  },
  /** Name, settings, staff, today; there as soon as a shop is open. */
  get info() {
    return info;
  },
  /** Who is at the counter, if somebody said so. */
  get actor(): Staff | undefined {
    return info?.staff.find((one) => one.id === info?.actor);
  },
  /** Why the file could not be opened. */
  get failure() {
    return failure;
  },
};

/** Takes over what the window says about its file. */
export async function takeShop(next: ShopState): Promise<void> {
  if (next.path !== path || next.status !== 'open') forgetLock();
  path = next.path;
  failure = next.failure ? new CallFailure(next.failure) : undefined;
  if (next.status === 'open') takeInfo(next.info ?? (await call('shop_info', {})));
  // What another shop was called, and who worked there, is nothing to this one.
  else info = undefined;
  status = next.status;
}

/** Reads name, settings and staff anew: after every commit, and when the day may have turned. */
export async function readInfo(): Promise<void> {
  takeInfo(await call('shop_info', {}));
}

function takeInfo(next: ShopInfo): void {
  info = next;
  takeLock(info.lock);
  setToday(info.today);
  followShop(info.settings);
}

export async function askShop(): Promise<void> {
  try {
    await takeShop(await shopState());
  } catch (thrown) {
    failure = asFailure(thrown);
    status = 'refused';
  }
}

/** Lets the hand choose an existing shop file. */
export function chooseShopFile(): Promise<string | null> {
  return chooseFile({ purpose: 'shop', title: t('file-open-shop'), kind: t('file-kind-shop'), extensions: ['shuke'] });
}
