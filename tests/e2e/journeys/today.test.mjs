// The morning: whom to care for, one key each, several at once, the text to copy, the sheet to call from.
import { journey } from '../harness/journey.mjs';

/** How many tasks the foot of the list counts. */
const rows = (window) => window.run(() => Number(/\d+/.exec(document.querySelector('.foot .many')?.textContent ?? '')?.[0]));

journey('a morning in the demo shop: done, no answer, put off, skipped, several at once, undone', {
  prepare: (file) => file.init({ demo: true }),
}, async (window) => {
  await window.see('今天该关心');
  await window.press('F7');
  await window.see('过了日子');
  const all = await rows(window);
  await window.press('d');
  await window.see('做好了');
  await window.until('the done one gone', async () => (await rows(window)) === all - 1);
  await window.press('Control+z');
  await window.see('撤销了刚才这一步');
  await window.until('it is back', async () => (await rows(window)) === all);
  await window.press('n');
  await window.see('没接，过几天再提醒');
  await window.press('l');
  await window.click('button', '3 天后');
  await window.press('Control+Enter');
  await window.see('再说');
  await window.press('s');
  await window.click('button', '她不需要');
  await window.click('button', '不做了');
  await window.see('记下了');
  await window.click('radio', '先不打扰');
  await window.see('为什么先不打扰');
  await window.click('radio', '要做的');
  await window.see('过了日子');
  await window.press('Space');
  await window.press('ArrowDown');
  await window.press('Space');
  await window.see('选了 2 件');
  await window.press('Control+p');
  await window.see('她说：');
  await window.press('Escape');
  await window.see('选了 2 件');
});

journey('the text for a customer is copied and pasted, and nothing claims that it was sent', {
  prepare: (file) => file.init({ demo: true }),
}, async (window) => {
  await window.see('今天该关心');
  await window.press('F7');
  await window.see('过了日子');
  await window.see('拷贝这段话');
  await window.press('Control+c');
  await window.see('拷贝好了');
  await window.press('m');
  await window.see('要说的话');
  await window.press('Control+a');
  await window.press('Delete');
  await window.press('Control+v');
  await window.see('您好');
  await window.press('Escape');
  await window.press('Enter');
  await window.see('现在该做');
  await window.press('u');
  await window.type('问问她合不合身');
  await window.press('Enter');
  await window.see('问问她合不合身');
});
