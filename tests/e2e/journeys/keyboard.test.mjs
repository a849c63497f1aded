// What a hand without a mouse needs: to stand somewhere on every screen, and to get through a day.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { journey } from '../harness/journey.mjs';
import { atCounter, customer, open, piece, purchase, takeLockAway } from '../harness/steps.mjs';

/** Waits until the keyboard stands on the screen that is shown, on something that has a name; at the counter it stands in the search box. */
function standsOn(window, screen) {
  return window.until(`the keyboard to stand on ${screen}`, () =>
    window.run((counter) => {
      const [at, main] = [document.activeElement, document.getElementById('main')];
      const named = (node) => {
        const by = node.getAttribute('aria-labelledby')?.split(' ') ?? [];
        const words = by.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
        return words || node.getAttribute('aria-label') || [...(node.labels ?? [])].map((label) => label.textContent).join(' ') || node.textContent;
      };
      const there = counter ? at.getAttribute('role') === 'combobox' : at !== main && main.contains(at);
      return there && named(at).trim() !== '';
    }, screen === 'counter'),
  );
}

journey('whoever comes to a screen stands on it and is told its name, on every one of the left column', {
  prepare: (file) => file.init({ demo: true }),
}, async (window) => {
  await atCounter(window);
  // The counter is come to as well.
  await window.press('Alt+2');
  await window.find('heading', '顾客');
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
    // Asked for once more, the place one is at takes the keyboard in as well.
    await window.run((view) => document.querySelector(`nav [data-view="${view}"]`).focus(), next);
    await window.press('Enter');
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

/** Whether the keyboard stands within the card of that title. */
const within = (window, title) =>
  window.until(`the keyboard to stand in ${title}`, () =>
    window.run((wanted) => document.activeElement?.closest('section')?.querySelector('h2')?.textContent.includes(wanted) ?? false, title),
  );

const PIN = '135790';
const PASSWORD = 'spring at the shop';

journey('a day at the counter without a mouse', {
  now: '2026-11-21T15:00:00+08:00',
  prepare: async (file) => {
    await file.init();
    const birthday = { calendar: 'solar', year: 1990, month: 11, day: 21, leap: false };
    await file.ask(
      customer('单晓燕', '13805714217'),
      customer('王芳', '13900000001', { birthday }),
      purchase(2, '真丝方巾', '399', '2026-09-10'),
      ['save_staff', { name: '小夏', role: 'clerk', is_active: true }],
      ['set_secret', { staff: 1, secret: PASSWORD }],
      ['set_secret', { staff: 2, secret: PIN }],
    );
  },
}, async (window) => {
  await window.see('谁在柜台');
  await window.press('ArrowDown');
  await window.type(PIN);
  await atCounter(window);

  // Found by the letters her name begins with, two pieces sold, paid in two ways.
  await open(window, 'sxy', '单晓燕');
  await standsOn(window, 'her page');
  await window.press('F2');
  await piece(window, '26D1188', '羊绒大衣', '1280');
  await window.press('Alt+a');
  await piece(window, '26D1190', '羊毛围巾', '220');
  await window.see('¥1,500.00');
  await window.press('Alt+s');
  await window.press('1');
  await window.press('3');
  await window.press('Enter');
  await window.find('textbox', '微信付多少');
  await window.type('1000');
  await window.press('Enter');
  await window.until('the rest to be in cash', async () => (await window.text()).includes('500.00'));
  await window.press('Control+Enter');
  await window.see('已记');
  await window.see('她是谁');
  await standsOn(window, 'her page again');

  // What to ask her is answered, and the hand stands on the next question.
  await window.press('q');
  await within(window, '这次可以问');
  const asked = () => window.run(() => document.querySelector('.question').textContent);
  const first = await asked();
  await window.press('Space');
  await window.until('the next question', async () => (await asked()) !== first);
  await within(window, '这次可以问');

  // A complaint of hers.
  await window.press('Escape');
  await standsOn(window, 'her page, out of the card');
  await window.press('k');
  await window.see('记单晓燕的投诉');
  await window.type('围巾掉毛');
  await window.press('Control+Enter');
  await window.see('待答复');

  // The scarf comes back: shown first what it takes with it, then saved, then taken back.
  await window.press('F8');
  await window.see('退哪一件');
  await window.type('围巾');
  await window.press('Enter');
  await window.see('扣回积分');
  await window.press('Enter');
  await window.press('3');
  await window.press('Control+Enter');
  await window.see('退了 1 件');
  await standsOn(window, 'her page after the return');
  await window.press('Control+z');
  await window.see('撤销了刚才这一步');

  // Care: the text copied, the task done.
  await window.press('F7');
  await window.see('王芳');
  await standsOn(window, 'care');
  await window.press('Control+c');
  await window.see('拷贝好了');
  await window.press('d');
  await window.see('做好了');

  await window.press('F10');
  await window.see('谁在柜台');
  await window.until('the box of the PIN', () => window.run(() => document.activeElement?.type === 'password'));

  // The file is looked through afterwards: the owner takes the lock away.
  await window.press('ArrowUp');
  await window.type(PASSWORD);
  await window.press('Enter');
  await takeLockAway(window, PASSWORD);
});
