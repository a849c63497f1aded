import { beforeEach, describe, expect, it } from 'vitest';
import type { ViewName } from './router.svelte';
import * as router from './router.svelte';

// The views of the product come and go; the way between them is tested with names of its own.
const go = router.go as (name: string, params?: object) => Promise<void>;
const replace = router.replace as (name: string, params?: object) => void;
const start = router.start as (name: string, params?: object) => void;
const here = () => router.place() as { name: ViewName | string; params: object; memo: Record<string, unknown> };

beforeEach(() => start('home'));

describe('the way through the window', () => {
  it('leads back to the place as it was left', async () => {
    here().memo.top = 420;
    await go('page', { customer: 1 });
    expect(here().params).toEqual({ customer: 1 });
    await router.back();
    expect(here().name).toBe('home');
    expect(here().memo.top).toBe(420);
  });
  it('does not enter the same place twice', async () => {
    await go('page', { customer: 1 });
    await go('page', { customer: 1 });
    await router.back();
    expect(here().name).toBe('home');
    expect(router.canGoBack()).toBe(false);
  });
  it('never leads back to a form that was saved', async () => {
    await go('form');
    replace('page', { customer: 7 });
    await router.back();
    expect(here().name).toBe('home');
  });
  it('asks before unsaved words are left behind', async () => {
    await go('form');
    let may = false;
    const release = router.holdUntil(async () => may);
    await go('page');
    await router.back();
    expect(here().name).toBe('form');
    may = true;
    await router.back();
    expect(here().name).toBe('home');
    release();
  });
  it('asks no more once released', async () => {
    await go('form');
    router.holdUntil(async () => false)();
    await router.back();
    expect(here().name).toBe('home');
  });
});
