/**
 * The one door to the window's Rust side. Nothing else in ui/ imports from @tauri-apps.
 *
 * Operations of the core go through `call`; the few things that only a window has (which file is open, the system's file
 * dialogs) are commands of their own.
 */
import { invoke } from '@tauri-apps/api/core';
import type { Failure, Ops } from './generated';

export type OpName = keyof Ops;
export type Code = Failure['code'];

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
    this.params = (failure.params ?? {}) as Record<string, string>;
  }
}

/** Anything thrown, as a failure with a message of ours. */
export function asFailure(thrown: unknown): CallFailure {
  if (thrown instanceof CallFailure) return thrown;
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown && typeof thrown.code === 'string') {
    return new CallFailure(thrown as Failure);
  }
  return new CallFailure({ code: 'internal' } as Failure);
}

async function command<T>(name: string, args: Record<string, unknown> = {}): Promise<T> {
  try {
    return await invoke<T>(name, args);
  } catch (thrown) {
    throw asFailure(thrown);
  }
}

const listeners = new Set<(concepts: string[]) => void>();

/** Runs one operation of the core. Rejects with a `CallFailure`, never with anything else. */
export async function call<K extends OpName>(op: K, args: Ops[K]['args']): Promise<Ops[K]['answer']> {
  const answer = await command<Ops[K]['answer']>('call', { op, args });
  const changes = changesOf(answer);
  if (changes.length > 0) for (const hear of listeners) hear(changes);
  return answer;
}

/** This window is the only writer of its file, so the answers of its own writes say all that changed. */
function changesOf(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null || !('changes' in answer)) return [];
  return Array.isArray(answer.changes) ? answer.changes.map(String) : [];
}

export type Trade = 'clothing' | 'jewellery' | 'cosmetics' | 'cafe' | 'general';

/** What the window knows about its file. */
export interface ShopState {
  /** `none`: no shop yet, first run; `open`: at work; `refused`: a file is chosen but could not be opened. */
  status: 'none' | 'open' | 'refused';
  /** The shop's name, when open. */
  name?: string | null;
  trade?: Trade | null;
  /** Where the file lies, to be shown to the owner; when none: where a new one would be put. */
  path?: string | null;
  /** Why it could not be opened. */
  failure?: Failure | null;
  /** Today in the shop's time zone, YYYY-MM-DD. */
  today?: string | null;
  /** When the last verified copy was made, RFC 3339. */
  last_backup?: string | null;
  /** Who is at the counter. */
  staff?: string | null;
}

export interface NewShop {
  name: string;
  trade: Trade;
  demo: boolean;
}

export const shopState = (): Promise<ShopState> => command('shop_state');
export const shopCreate = (path: string, shop: NewShop): Promise<ShopState> =>
  command('shop_create', { path, args: shop });
export const shopOpen = (path: string): Promise<ShopState> => command('shop_open', { path });
export const shopClose = (): Promise<ShopState> => command('shop_close');

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
export const chooseSave = (ask: Ask): Promise<string | null> => command('choose_save', { ask });
/** The folder that a dialog of this purpose ended in last time, while it exists. */
export const lastFolder = (purpose: string): Promise<string | null> => command('last_folder', { purpose });

/** Hears which concepts a commit touched. Returns the way to stop listening. */
export function onChanges(hear: (concepts: string[]) => void): () => void {
  listeners.add(hear);
  return () => listeners.delete(hear);
}
