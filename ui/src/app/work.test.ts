import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { later } from '../../test/act';
import { longWork } from './work.svelte';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  clearMocks();
});

it('tells how far it is and ends with its answer', async () => {
  mockIPC((command) => (command === 'progress' ? { done: 300, total: 1000 } : null));
  const work = longWork<string>();
  const task = later<string>();
  const end = work.run(() => task.promise);
  expect(work.running).toBe(true);
  await vi.advanceTimersByTimeAsync(250);
  expect([work.done, work.total]).toEqual([300, 1000]);
  expect(await work.run(() => Promise.resolve('twice'))).toBeUndefined();
  task.give('done');
  expect(await end).toBe('done');
  expect([work.running, work.answer]).toEqual([false, 'done']);
});

it('can be stopped, and then says that all is as before', async () => {
  const task = later<string>();
  mockIPC((command) => {
    if (command === 'cancel') task.refuse({ code: 'cancelled' });
    return null;
  });
  const work = longWork<string>();
  const end = work.run(() => task.promise);
  work.stop();
  await vi.advanceTimersByTimeAsync(0);
  expect(await end).toBeUndefined();
  expect(work.failure?.code).toBe('cancelled');
  expect(work.running).toBe(false);
});
