// What a hand without a mouse needs: to stand somewhere on every screen, and to get through a day.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { journey } from '../harness/journey.mjs';
import { atCounter, customer, open, piece, purchase } from '../harness/steps.mjs';

/** Waits until the keyboard stands on the screen that is shown, on something that has a name. */
function standsOn(window, screen) {
  return window.until(`the keyboard to stand on ${screen}`, () =>
    window.run(() => {
      const [at, main] = [document.activeElement, document.getElementById('main')];
      const named = (node) => {
        const by = node.getAttribute('aria-labelledby')?.split(' ') ?? [];
        const words = by.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
        return words || node.getAttribute('aria-label') || [...(node.labels ?? [])].map((label) => label.textContent).join(' ') || node.textContent;
      };
      return at !== main && main.contains(at) && named(at).trim() !== '';
    }),
  );
}

journey('whoever comes to a screen stands on it and is told its name, on every one of the left column', {
  prepare: (file) => file.init({ demo: true }),
}, async (window) => {
  await atCounter(window);
  const nav = await readFile(new URL('../../../ui/src/app/nav.ts', import.meta.url), 'utf8');
  const all = [...nav.matchAll(/view: '([a-z-]+)'/g)].map(([, view]) => view);
  const seen = [];
  for (;;) {
    // Places that belong to another one stand there while the hand is at that one.
    const shown = await window.run(() => [...document.querySelectorAll('nav [data-view]')].map((entry) => entry.dataset.view));
    const next = shown.find((view) => !seen.includes(view));
    if (next === undefined) break;
    seen.push(next);
    await window.run((view) => document.querySelector(`nav [data-view="${view}"]`).focus(), next);
    await window.press('Enter');
    const here = `nav [data-view="${next}"][aria-current]`;
    await window.until(`the place ${next}`, () => window.run((css) => document.querySelector(css) !== null, here));
    await standsOn(window, next);
  }
  assert.deepEqual(seen.toSorted(), all.toSorted());
});

journey('her page, a visit and a complaint are stood on as well, and a mouse draws no ring around what it came to', {
  now: '2026-11-21T15:00:00+08:00',
  prepare: async (file) => {
    await file.init();
    await file.ask(customer('单晓燕', '13805714217'), purchase(1, '羊绒大衣', '1280.00', '2026-11-18'));
  },
}, async (window) => {
  await open(window, '4217', '单晓燕');
  await standsOn(window, 'her page');
  await window.press('k');
  await window.see('记单晓燕的投诉');
  await window.type('穿了一次就起球');
  await window.press('Control+Enter');
  await window.click('button', '打开投诉：穿了一次就起球');
  await window.find('heading', '单晓燕');
  await window.see('听她说完');
  await standsOn(window, 'the complaint');
  for (const view of ['visits', 'customers', 'complaints', 'backup', 'week-export']) {
    await window.clickCss(`nav [data-view="${view}"]`);
    await window.until(`the place ${view}`, () => window.run((css) => document.querySelector(css) !== null, `nav [data-view="${view}"][aria-current]`));
    await standsOn(window, view);
    const ring = await window.run(() => {
      const main = document.getElementById('main');
      return [...main.querySelectorAll('*')].some((node) => getComputedStyle(node).outlineStyle !== 'none' && parseFloat(getComputedStyle(node).outlineWidth) > 0);
    });
    assert.equal(ring, false, `a ring on ${view}`);
  }
});
