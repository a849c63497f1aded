/**
 * The one door to the window's Rust side. Nothing else in ui/ imports from @tauri-apps.
 *
 * Operations of the core go through `call`; the few things that only a window has (which file is open, the system's file
 * dialogs) are commands of their own.
 */
import { invoke } from '@tauri-apps/api/core';
import type { Code, Failure, NewShop, Ops, ShopInfo } from './generated';

export type OpName = keyof Ops;

/** A refused or failed request. The words for it are `error-<code>` in errors.ftl. */
export class CallFailure extends Error {
  readonly code: Code;
  /** The request's field it belongs to, such as `lines.0.price`; absent when it belongs to the whole. */
  readonly field: string | undefined;
  readonly params: Record<string, string>;

  constructor(failure: Failure) {
    super(failure.code);
    this.name = 'CallFailure';
    this.code = failure.code;
    this.field = failure.field ?? undefined;
    this.params = failure.params ?? {};
  }
}

/** Anything thrown, as a failure with a message of ours. */
export function asFailure(thrown: unknown): CallFailure {
  if (thrown instanceof CallFailure) return thrown;
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown && typeof thrown.code === 'string') {
    return new CallFailure(thrown as Failure);
  }
  return new CallFailure({ code: 'internal' });
}

const closed = new Set<() => void>();

/** Hears when a request was turned away because the counter is locked. Returns the way to stop listening. */
export function onLocked(hear: () => void): () => void {
  closed.add(hear);
  return () => closed.delete(hear);
}

let unanswered = 0;

/** Whether an answer is still awaited. */
export function asking(): boolean {
  return unanswered > 0;
}

async function command<T>(name: string, args: Record<string, unknown> = {}): Promise<T> {
  unanswered += 1;
  try {
    return await invoke<T>(name, args);
  } catch (thrown) {
    const failure = asFailure(thrown);
    if (failure.code === 'locked') for (const hear of closed) hear();
    throw failure;
  } finally {
    unanswered -= 1;
  }
}

/** What a commit changed. */
export interface Changes {
  /** Fact tables with changed rows. */
  tables: readonly string[];
  /** The entry of the history, by which it can be undone. */
  operation: number;
}

interface Reply<T> {
  answer: T;
  tables: string[];
  operation: number | null;
}

const listeners = new Set<(changes: Changes) => void>();

/**
 * Hears of every commit. This window is the only writer of its file, so the replies to its own requests tell all.
 * Returns the way to stop listening.
 */
export function onChanges(hear: (changes: Changes) => void): () => void {
  listeners.add(hear);
  return () => listeners.delete(hear);
}

/** Runs one operation of the core. Rejects with a `CallFailure`, never with anything else. */
export async function call<K extends OpName>(op: K, args: Ops[K]['args']): Promise<Ops[K]['answer']> {
  return (await change(op, args)).answer;
}

/** The same for a write whose toast offers the way back: also says which entry of the history it became. */
export async function change<K extends OpName>(op: K, args: Ops[K]['args']): Promise<Reply<Ops[K]['answer']>> {
  const reply = await command<Reply<Ops[K]['answer']>>('call', { op, args });
  const { tables, operation } = reply;
  if (operation !== null) for (const hear of listeners) hear({ tables, operation });
  return reply;
}

/** Which file this window has open, and what `shop_info` says of it, so that the first picture asks once. */
export interface ShopState {
  /**
   * `none`: no file was chosen yet, the first run; `open`: at work; `locked`: the file is encrypted and waits for its
   * passphrase; `refused`: a file is chosen but could not be opened.
   */
  status: 'none' | 'open' | 'locked' | 'refused';
  /** Where the file lies, to be shown to the owner; when none: where a new one would be put. */
  path: string | null;
  /** Why it could not be opened. */
  failure: Failure | null;
  /** Name, settings, staff and today; absent when they have to be asked for. */
  info?: ShopInfo | null;
}

export const shopState = (): Promise<ShopState> => command('shop_state');
/** Encrypted from its first byte on if there is a passphrase. */
export const shopCreate = (path: string, shop: NewShop, passphrase?: string): Promise<ShopState> =>
  command('shop_create', { path, args: shop, ...(passphrase === undefined ? {} : { passphrase }) });
export const shopOpen = (path: string): Promise<ShopState> => command('shop_open', { path });
export const shopUnlock = (path: string, by: { passphrase: string } | { sheet: string }): Promise<ShopState> =>
  command('shop_unlock', { path, ...by });
export const shopClose = (): Promise<ShopState> => command('shop_close');

/** The newest good copy of a shop file that cannot be opened. */
export interface RescueOffer {
  path: string;
  file_name: string;
  /** When it was made. */
  at: string;
  shop_name: string;
  customers: number;
  visits: number;
  last_visit: string | null;
  /** From the copy to the last time the damaged file was written, as far as the disk knows. */
  minutes: number | null;
  /** Newer copies that could not be opened either. */
  passed_over: number;
}
/** Looks for a good copy of the file that could not be opened; `null` when there is none. Changes nothing. */
export const shopRescueOffer = (passphrase?: string): Promise<RescueOffer | null> =>
  command('shop_rescue_offer', passphrase === undefined ? {} : { passphrase });
/** Works on from a copy. The file that could not be opened is kept. */
export const shopRescue = (path: string, passphrase?: string): Promise<ShopState> =>
  command('shop_rescue', passphrase === undefined ? { path } : { path, passphrase });

/** What a file dialog asks for, in the user's language. */
export interface Ask {
  /** Dialogs of one purpose start in the folder chosen last. */
  purpose: string;
  title: string;
  /** The name suggested for a new file. */
  fileName?: string;
  /** The words for the kind of file, such as 客户表, and its endings. */
  kind?: string;
  extensions?: string[];
}

/** The system's own dialogs, opened from Rust; `null` when the hand closed them. */
export const chooseFolder = (ask: Ask): Promise<string | null> => command('choose_folder', { ask });
export const chooseFile = (ask: Ask): Promise<string | null> => command('choose_file', { ask });
/** None when the hand closed the dialog. */
export const chooseFiles = (ask: Ask): Promise<string[]> => command('choose_files', { ask });
export const chooseSave = (ask: Ask): Promise<string | null> => command('choose_save', { ask });
/** The folder that a dialog of this purpose ended in last time, while it exists. */
export const lastFolder = (purpose: string): Promise<string | null> => command('last_folder', { purpose });
/** Opens the folder that a dialog of this purpose ended in last time, in the system's own way. */
export const showFolder = (purpose: string): Promise<null> => command('show_folder', { purpose });

/** How far the long work in hand has come; `total` is 0 when it is not known. Nothing while no shop is open. */
export const progress = (): Promise<{ done: number; total: number } | null> => command('progress');
/** Asks the long work in hand to stop; its own request then fails with `cancelled`, and nothing was changed. */
export const cancel = (): Promise<null> => command('cancel');
