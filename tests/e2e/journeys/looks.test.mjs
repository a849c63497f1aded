// Every screen as it is drawn: nothing that axe finds, colours included; nothing beyond the window.
import assert from 'node:assert/strict';
import { broken, overflowing } from '../harness/inspect.mjs';
import { journey } from '../harness/journey.mjs';

/** The shop everybody can look at, in the look that is asked for. */
function demo(look) {
  return async (file) => {
    await file.init({ demo: true });
    const [{ settings }] = await file.ask(['shop_info']);
    await file.ask(['update_settings', { ...settings, ...look }]);
  };
}

const press = (...keys) => async (window) => {
  for (const key of keys) await window.press(key);
};

/** The left column's places, those too that stand there only below the place where the hand is; then what is one step further. */
async function everyScreen(window, look) {
  await window.findCss('nav button');
  const looked = new Set();
  for (let view; (view = (await places(window)).find((one) => !looked.has(one))) !== undefined; looked.add(view)) {
    await goTo(window, view);
    await look(view);
  }
  for (const [name, act] of [['her page', undefined], ['a purchase', press('F2')], ['a return', press('F8')], ['her archive', press('e')], ['her points', press('p')]]) {
    await her(window);
    await act?.(window);
    await look(name);
  }
  for (const at of [0, 1, 2]) {
    await goTo(window, 'customers');
    await window.clickCss('[aria-haspopup=menu], .acts button[aria-expanded]');
    await window.until('the menu', () => window.run((n) => {
      const items = document.querySelectorAll('[role=menuitem]');
      items[n]?.click();
      return items.length > n;
    }, at));
    await look(`tidying ${at + 1}`);
  }
  await goTo(window, 'visits');
  await window.findCss('[role=row][aria-rowindex="3"]');
  await window.press('ArrowDown');
  await window.press('Enter');
  await window.findCss('main ol');
  await look('a visit');
}

/** What stands in the left column now. */
const places = (window) => window.run(() => [...document.querySelectorAll('nav button')].map((one) => one.dataset.view));

async function goTo(window, view) {
  await window.run((name) => document.querySelector(`nav button[data-view="${name}"]`).click(), view);
  await window.until('the place', () => window.run((name) => document.querySelector(`nav button[data-view="${name}"]`)?.getAttribute('aria-current') === 'page', view));
}

async function her(window) {
  await goTo(window, 'counter');
  await window.press('/');
  await window.type('8812');
  await window.find('option', '单晓燕');
  await window.press('Enter');
  await window.find('heading', '单晓燕');
}

/** Waits until what stands there is more than grey bars, then asks. */
async function settled(window) {
  await window.until('the screen to be filled', () => window.run(() => document.querySelector('main h1') !== null && document.querySelector('main .skeleton') === null));
}

for (const theme of ['light', 'dark']) {
  journey(`every screen in the ${theme} look has no fault that axe finds`, { prepare: demo({ theme }), dark: theme === 'dark' }, async (window) => {
    const found = [];
    await everyScreen(window, async (screen) => {
      await settled(window);
      for (const fault of await broken(window)) found.push(`${screen}: ${fault}`);
    });
    assert.deepEqual(found, []);
  });
}

for (const language of ['zh-CN', 'en']) {
  journey(`no screen scrolls sideways with large type on a small screen (${language})`, { prepare: demo({ large_type: true, language }) }, async (window) => {
    const found = [];
    await everyScreen(window, async (screen) => {
      await settled(window);
      for (const one of await overflowing(window)) found.push(`${screen}: ${one}`);
    });
    assert.deepEqual(found, []);
  });
}
