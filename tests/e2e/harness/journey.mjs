// A journey: a test that does in the real window what a person would do.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Window } from './window.mjs';

/**
 * Declares a journey. `options` are those of `Window.open`. Whatever it did, the page must have had no unseen error and the
 * shop file must pass `shuke check` afterwards. A failing journey leaves a picture in tests/out/.
 */
export function journey(name, options, walk) {
  test(name, { timeout: 120_000 }, async (t) => {
    const window = await Window.open(options);
    try {
      await walk(window, t);
      assert.deepEqual(await window.faults(), [], 'the page had errors that nobody saw');
      await window.leave();
    } catch (error) {
      await testify(window, name, t);
      throw error;
    } finally {
      await window.close();
    }
  });
}

async function testify(window, name, t) {
  if (!window.session) return;
  try {
    const file = await window.screenshot(`failed-${name.replace(/[^\p{L}\p{N}]+/gu, '-')}`);
    t.diagnostic(`picture: ${file}`);
    t.diagnostic(`faults: ${JSON.stringify(await window.faults())}`);
    t.diagnostic(`shown: ${await window.text()}`);
  } catch (error) {
    t.diagnostic(`no picture could be taken: ${error.message}`);
  }
}
