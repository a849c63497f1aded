import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { available, bind, keyName, listenToKeys, perform } from './actions.svelte';

function press(target: EventTarget, init: KeyboardEventInit & { keyCode?: number }) {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
}

let unlisten: () => void;
const undo: (() => void)[] = [];
function on(id: Parameters<typeof bind>[0], enabled?: () => boolean) {
  const run = vi.fn();
  undo.push(bind(id, run, enabled));
  return run;
}

beforeEach(() => {
  document.body.innerHTML = '<input id="field"><textarea id="note"></textarea><input type="checkbox" id="tick">';
  unlisten = listenToKeys(window);
});
afterEach(() => {
  unlisten();
  undo.splice(0).forEach((one) => one());
  // The next file of tests works in the same document.
  document.body.replaceChildren();
});
const field = () => document.getElementById('field')!;

describe('keys', () => {
  it('reach what is bound and keep the browser out', () => {
    const run = on('record-visit');
    const event = press(document.body, { key: 'F2' });
    expect(run).toHaveBeenCalledOnce();
    expect(event.defaultPrevented).toBe(true);
  });
  it('do nothing when nobody answers', () => {
    expect(press(document.body, { key: 'F2' }).defaultPrevented).toBe(false);
    on('record-visit', () => false);
    expect(press(document.body, { key: 'F2' }).defaultPrevented).toBe(false);
  });
  it('leave letters, undo and Esc to the text field, but not function keys', () => {
    const search = on('search');
    const edit = on('edit-customer');
    const undone = on('undo');
    const back = on('back');
    const visit = on('record-visit');
    press(field(), { key: '/' });
    press(field(), { key: 'e' });
    press(field(), { key: 'z', ctrlKey: true });
    press(field(), { key: 'Escape' });
    for (const run of [search, edit, undone, back]) expect(run).not.toHaveBeenCalled();
    press(field(), { key: 'F2' });
    expect(visit).toHaveBeenCalledOnce();
    press(document.getElementById('tick')!, { key: '/' });
    expect(search).toHaveBeenCalledOnce();
  });
  it('belong to the input method while it composes', () => {
    const run = on('record-visit');
    press(field(), { key: 'F2', isComposing: true });
    press(field(), { key: 'F2', keyCode: 229 });
    expect(run).not.toHaveBeenCalled();
  });
  it('do not repeat while held down', () => {
    const run = on('record-visit');
    press(document.body, { key: 'F2', repeat: true });
    expect(run).not.toHaveBeenCalled();
  });
  it('stay inside an open dialog', () => {
    const visit = on('record-visit');
    const save = on('save');
    document.body.append(Object.assign(document.createElement('dialog'), { open: true }));
    press(document.body, { key: 'F2' });
    press(document.body, { key: 'Enter', ctrlKey: true });
    expect(visit).not.toHaveBeenCalled();
    expect(save).toHaveBeenCalledOnce();
  });
  it('read as printed on the keyboard', () => {
    expect(keyName('$mod+Enter')).toBe('Ctrl Enter');
    expect(keyName('Shift+?')).toBe('?');
    expect(keyName('Alt+Digit3')).toBe('Alt 3');
    expect(keyName('e')).toBe('E');
  });
});

describe('who answers', () => {
  it('is the latest screen that can', () => {
    const under = on('save');
    const able = vi.fn(() => false);
    const over = on('save', able);
    expect(perform('save')).toBe(true);
    expect(under).toHaveBeenCalledOnce();
    able.mockReturnValue(true);
    perform('save');
    expect(over).toHaveBeenCalledOnce();
  });
  it('ends with the screen', () => {
    const unbind = bind('save', () => {});
    expect(available('save')).toBe(true);
    unbind();
    expect(available('save')).toBe(false);
  });
});
