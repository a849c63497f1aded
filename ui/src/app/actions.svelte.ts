/**
 * The one table of what a hand can do: its words, its key, where it is allowed. Buttons, the key list and the key bindings
 * all read it; a screen only says what an action does there (`useAction`).
 */
import { untrack } from 'svelte';
import { createKeybindingsHandler } from 'tinykeys';
import { composing } from '../parts/ime';

export interface ActionDef {
  /** Message id. */
  label: string;
  /** Keys after tinykeys' grammar; the first is the one shown. */
  keys: readonly string[];
  /** Heading in the key list. */
  group: 'everywhere' | 'care' | 'customer' | 'complaint' | 'visit' | 'form' | 'list';
  /** Also while a dialog is open. */
  inDialog?: boolean;
}

export const actions = {
  search: { label: 'action-search', keys: ['/', '$mod+k'], group: 'everywhere' },
  'new-customer': { label: 'action-new-customer', keys: ['F4', '$mod+n'], group: 'everywhere' },
  'record-visit': { label: 'action-record-visit', keys: ['F2'], group: 'everywhere' },
  'walk-in-visit': { label: 'action-walk-in-visit', keys: ['F6'], group: 'everywhere' },
  'care-today': { label: 'action-care-today', keys: ['F7'], group: 'everywhere' },
  undo: { label: 'action-undo', keys: ['$mod+z'], group: 'everywhere' },
  backup: { label: 'action-backup', keys: ['F9'], group: 'everywhere' },
  lock: { label: 'action-lock', keys: ['F10', '$mod+l'], group: 'everywhere', inDialog: true },
  back: { label: 'action-back', keys: ['Alt+ArrowLeft', 'Escape'], group: 'everywhere' },
  keys: { label: 'action-keys', keys: ['Shift+?', 'F1', 'Shift+？'], group: 'everywhere' },
  'task-done': { label: 'action-task-done', keys: ['d'], group: 'care' },
  'task-no-answer': { label: 'action-task-no-answer', keys: ['n'], group: 'care' },
  'task-replied': { label: 'action-task-replied', keys: ['r'], group: 'care' },
  'task-later': { label: 'action-task-later', keys: ['l'], group: 'care' },
  'task-skip': { label: 'action-task-skip', keys: ['s'], group: 'care' },
  'task-copy': { label: 'action-task-copy', keys: ['$mod+c'], group: 'care' },
  'task-text': { label: 'action-task-text', keys: ['m'], group: 'care' },
  'follow-up': { label: 'action-follow-up', keys: ['u'], group: 'care' },
  'call-sheet': { label: 'action-call-sheet', keys: ['$mod+p'], group: 'care' },
  'print-report': { label: 'action-print-report', keys: ['$mod+p'], group: 'list' },
  'edit-customer': { label: 'action-edit-customer', keys: ['e'], group: 'customer' },
  'return-goods': { label: 'action-return-goods', keys: ['F8'], group: 'customer' },
  'add-tag': { label: 'action-add-tag', keys: ['t'], group: 'customer' },
  'add-wish': { label: 'action-add-wish', keys: ['w'], group: 'customer' },
  'log-contact': { label: 'action-log-contact', keys: ['c'], group: 'customer' },
  'adjust-points': { label: 'action-adjust-points', keys: ['p'], group: 'customer' },
  'ask-next': { label: 'action-ask-next', keys: ['q'], group: 'customer' },
  'open-complaint': { label: 'action-open-complaint', keys: ['k'], group: 'customer' },
  'answer-complaint': { label: 'action-answer-complaint', keys: ['a'], group: 'complaint' },
  'hold-complaint': { label: 'action-hold-complaint', keys: ['h'], group: 'complaint' },
  'solve-complaint': { label: 'action-solve-complaint', keys: ['s'], group: 'complaint' },
  compensate: { label: 'action-compensate', keys: ['b'], group: 'complaint' },
  'correct-complaint': { label: 'action-correct-complaint', keys: ['e'], group: 'complaint' },
  save: { label: 'action-save', keys: ['$mod+Enter', '$mod+s'], group: 'form', inDialog: true },
  'add-line': { label: 'action-add-line', keys: ['Alt+a'], group: 'form', inDialog: true },
  'visit-kind': { label: 'action-visit-kind', keys: ['Alt+t'], group: 'visit' },
  'visit-birthday': { label: 'action-visit-birthday', keys: ['Alt+b'], group: 'visit' },
  'visit-voucher': { label: 'action-visit-voucher', keys: ['Alt+q'], group: 'visit' },
  'visit-points': { label: 'action-visit-points', keys: ['Alt+j'], group: 'visit' },
  'visit-pay': { label: 'action-visit-pay', keys: ['Alt+p'], group: 'visit' },
  'visit-split': { label: 'action-visit-split', keys: ['Alt+s'], group: 'visit' },
  'correct-visit': { label: 'action-correct-visit', keys: ['e'], group: 'visit' },
  'void-visit': { label: 'action-void-visit', keys: ['Delete'], group: 'visit' },
  'visit-more': { label: 'action-visit-more', keys: ['Alt+m'], group: 'visit' },
  'new-entry': { label: 'action-new-entry', keys: ['n'], group: 'list' },
  'guest-accepted': { label: 'action-guest-accepted', keys: ['a'], group: 'list' },
  'guest-declined': { label: 'action-guest-declined', keys: ['d'], group: 'list' },
  'guest-unsure': { label: 'action-guest-unsure', keys: ['u'], group: 'list' },
  'guest-came': { label: 'action-guest-came', keys: ['c'], group: 'list' },
  'guest-gift': { label: 'action-guest-gift', keys: ['g'], group: 'list' },
  'give-thanks': { label: 'action-give-thanks', keys: ['t'], group: 'list' },
  filter: { label: 'action-filter', keys: ['f'], group: 'list' },
  export: { label: 'action-export', keys: ['$mod+e'], group: 'list' },
} as const satisfies Record<string, ActionDef>;

export type ActionId = keyof typeof actions;

interface Handler {
  run: () => void | Promise<void>;
  enabled: () => boolean;
}

/** Who answers to an action now; the latest one asked first. */
const handlers = $state<Partial<Record<ActionId, Handler[]>>>({});

/** Says what `id` does as long as the component stands. To be called while it starts. */
export function useAction(id: ActionId, run: () => void | Promise<void>, enabled: () => boolean = () => true): void {
  $effect(() => {
    const unbind = untrack(() => bind(id, run, enabled));
    return () => untrack(unbind);
  });
}

/** The same outside of components. Returns the way to take it back. */
export function bind(id: ActionId, run: () => void | Promise<void>, enabled: () => boolean = () => true): () => void {
  const handler: Handler = { run, enabled };
  handlers[id] = [handler, ...(handlers[id] ?? [])];
  return () => {
    handlers[id] = handlers[id]?.filter((one) => one.run !== run);
  };
}

function answering(id: ActionId): Handler | undefined {
  return handlers[id]?.find((handler) => handler.enabled());
}

/** Whether anybody would answer. */
export function available(id: ActionId): boolean {
  return answering(id) !== undefined;
}

/** Whether any screen on show knows the action, able or not. */
export function bound(id: ActionId): boolean {
  return (handlers[id]?.length ?? 0) > 0;
}

export function perform(id: ActionId): boolean {
  const handler = answering(id);
  if (!handler) return false;
  void handler.run();
  return true;
}

const MAC = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac');
const NAMES: Record<string, string> = {
  $mod: MAC ? '⌘' : 'Ctrl',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

/** A key as printed on the keyboard: "$mod+Enter" reads "Ctrl Enter", "Shift+?" reads "?". */
export function keyName(keys: string): string {
  return keys
    .replace('Shift+?', '?')
    .split('+')
    .map((key) => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key.replace(/^Digit/, '')))
    .join(' ');
}

/** The key shown on buttons. */
export function keyOf(id: ActionId): string {
  return keyName(actions[id].keys[0]);
}

const TYPES_NO_TEXT = new Set(['button', 'checkbox', 'radio', 'range', 'submit', 'reset', 'file', 'color']);

/** Whether plain letters go into what has the focus. */
function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !TYPES_NO_TEXT.has(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

/** A key that a text field would take as its own: no function key, no Ctrl, no Alt. Undo and copying in a field
 * are the field's, and Esc there must not throw away what was typed. */
function belongsToField(keys: string): boolean {
  if (keys === '$mod+z' || keys === '$mod+c') return true;
  return !/^F\d+$|\$mod\+|Alt\+/.test(keys);
}

function allowed(id: ActionId, keys: string, event: KeyboardEvent): boolean {
  if (composing(event) || event.defaultPrevented) return false;
  if (event.repeat) return false;
  if (typing(event.target) && belongsToField(keys)) return false;
  const def: ActionDef = actions[id];
  return def.inDialog === true || document.querySelector('dialog[open], [popover][data-open]') === null;
}

/** Binds every key of the table, once for the window. Returns the way to unbind. */
export function listenToKeys(target: Window): () => void {
  // One key may stand for several actions, as long as no screen knows two of them.
  const map: Record<string, (event: KeyboardEvent) => void> = {};
  const all = Object.values(actions).flatMap((def) => [...def.keys]);
  for (const keys of all.filter((one, at) => all.indexOf(one) === at)) {
    const ids = (Object.keys(actions) as ActionId[]).filter((id) =>
      (actions[id].keys as readonly string[]).includes(keys),
    );
    map[keys] = (event) => {
      if (ids.some((id) => allowed(id, keys, event) && perform(id))) event.preventDefault();
    };
  }
  const handler = createKeybindingsHandler(map);
  target.addEventListener('keydown', handler);
  return () => target.removeEventListener('keydown', handler);
}
