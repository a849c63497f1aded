/**
 * Where the window is: a view and its parameters, with a way back. One window needs no addresses.
 * Each place keeps a memo (scroll position, filter, selection), so that going back finds the list as it was left.
 */
import type { Views } from './views';

export type ViewName = keyof Views;
export interface Place<N extends ViewName = ViewName> {
  readonly name: N;
  readonly params: Views[N];
  /** What the screen wants to find again when the hand comes back. */
  readonly memo: Record<string, unknown>;
}

const DEPTH = 50;
let places = $state.raw<readonly Place[]>([]);
/** A form with unsaved words may hold the hand back once. */
let guard: (() => Promise<boolean>) | null = null;

let built = $state.raw<readonly ViewName[]>([]);

/** Says which views have a screen. */
export function open(names: readonly ViewName[]): void {
  built = names;
}

/** Whether a screen stands behind a view: what leads nowhere is not offered. */
export function reachable(name: ViewName): boolean {
  return built.includes(name);
}

export function place(): Place | undefined {
  return places.at(-1);
}

/** Where back would lead. */
export function previous(): Place | undefined {
  return places.at(-2);
}

export function canGoBack(): boolean {
  return places.length > 1;
}

/** Asks `mayLeave` before the place changes, until the returned function is called. */
export function holdUntil(mayLeave: () => Promise<boolean>): () => void {
  guard = mayLeave;
  return () => {
    if (guard === mayLeave) guard = null;
  };
}

async function free(): Promise<boolean> {
  if (!guard) return true;
  const asked = guard;
  if (!(await asked())) return false;
  if (guard === asked) guard = null;
  return true;
}

/** The same view with the same parameters is not entered twice. */
function same(a: Place | undefined, name: ViewName, params: object): boolean {
  return a?.name === name && JSON.stringify(a.params) === JSON.stringify(params);
}

export async function go<N extends ViewName>(
  name: N,
  ...rest: Record<never, never> extends Views[N] ? [params?: Views[N]] : [params: Views[N]]
): Promise<void> {
  const params = (rest[0] ?? {}) as Views[N];
  if (same(place(), name, params) || !(await free())) return;
  places = [...places, { name, params, memo: {} } as Place].slice(-DEPTH);
}

/** Puts another view in the present one's place: after saving a new customer, back must not lead to the empty form. */
export function replace<N extends ViewName>(
  name: N,
  ...rest: Record<never, never> extends Views[N] ? [params?: Views[N]] : [params: Views[N]]
): void {
  guard = null;
  places = [...places.slice(0, -1), { name, params: (rest[0] ?? {}) as Views[N], memo: {} } as Place];
}

export async function back(): Promise<void> {
  if (!canGoBack() || !(await free())) return;
  places = places.slice(0, -1);
}

/** Starts anew, for a shop just opened. */
export function start<N extends ViewName>(
  name: N,
  ...rest: Record<never, never> extends Views[N] ? [params?: Views[N]] : [params: Views[N]]
): void {
  guard = null;
  places = [{ name, params: (rest[0] ?? {}) as Views[N], memo: {} } as Place];
}
