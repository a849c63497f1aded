import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setLanguage } from '../text/i18n.svelte';
import { toasts } from './toasts.svelte';
import { forgetSteps, save, undoLast } from './undo';

const said = () => toasts().at(-1)?.text;
let undone: unknown[];

beforeEach(() => {
  setLanguage('zh-CN');
  forgetSteps();
  undone = [];
  let next = 40;
  mockIPC((_command, payload) => {
    const { op, args } = payload as { op: string; args: { operation?: number } };
    if (op !== 'undo') return { answer: { id: 1, name: 'x' }, tables: ['tag'], operation: ++next };
    if (args.operation === 41) return Promise.reject({ code: 'undo_conflict' });
    undone.push(args.operation);
    return { answer: {}, tables: ['tag'], operation: ++next };
  });
});
afterEach(clearMocks);

describe('the key for undo', () => {
  it('walks back over what was saved and says each step', async () => {
    await save('save_tag', { id: null, name: 'a' }, '有了 a');
    await save('save_tag', { id: null, name: 'b' }, '有了 b');
    await undoLast();
    expect(undone).toEqual([42]);
    expect(said()).toBe('撤销了刚才这一步：有了 b');
    // What cannot be taken back is said and no longer stands in the way.
    await undoLast();
    expect(said()).not.toContain('撤销了刚才这一步');
    await undoLast();
    expect(undone).toEqual([42]);
    expect(said()).toBe('这次打开以后还没动过什么；更早的在「历史」里撤销');
  });
  it('leaves alone what the toast took back, and what was done in another file', async () => {
    await save('save_tag', { id: null, name: 'a' }, '有了 a');
    await save('save_tag', { id: null, name: 'b' }, '有了 b');
    await toasts().at(-1)!.act!.run();
    expect(undone).toEqual([42]);
    forgetSteps();
    await undoLast();
    expect(undone).toEqual([42]);
  });
});
