import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { later, settle } from '../../test/act';
import { announce } from './changes.svelte';
import { resource, type Resource } from './resource.svelte';

function within<T>(make: () => Resource<T>): { answer: Resource<T>; end: () => void } {
  let answer!: Resource<T>;
  const end = $effect.root(() => {
    answer = make();
  });
  flushSync();
  return { answer, end };
}

describe('what a screen reads', () => {
  it('comes, and comes again after a commit that touched it', async () => {
    let asked = 0;
    const { answer, end } = within(() => resource(async () => ++asked, 'customer', 'visit'));
    expect(answer.loading).toBe(true);
    await settle();
    expect(answer.data).toBe(1);
    announce(['tag']);
    await settle();
    expect(answer.data).toBe(1);
    announce(['visit']);
    await settle();
    expect(answer.data).toBe(2);
    expect(answer.loading).toBe(false);
    end();
  });
  it('stays on show while a newer answer or a failure is on its way', async () => {
    let fails = false;
    const { answer, end } = within(() =>
      resource(() => (fails ? Promise.reject({ code: 'disk_fault' }) : Promise.resolve('first')), 'customer'),
    );
    await settle();
    fails = true;
    announce(['customer']);
    await settle();
    expect(answer.data).toBe('first');
    expect(answer.failure?.code).toBe('disk_fault');
    fails = false;
    await answer.reload();
    expect(answer.failure).toBeUndefined();
    end();
  });
  it('is never overwritten by an older answer', async () => {
    const first = later<string>();
    const questions = [first.promise, Promise.resolve('second')];
    const { answer, end } = within(() => resource(() => questions.shift()!, 'customer'));
    announce(['customer']);
    await settle();
    first.give('first');
    await settle();
    expect(answer.data).toBe('second');
    end();
  });
});
