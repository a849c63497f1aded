import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';

const SALE = {
  receipt: 'receipt-1',
  visit: {
    customer: 1,
    kind: 'purchase',
    day: '2026-11-18',
    lines: [
      { style_no: '26D1188', name: '羊绒大衣', color: '墨绿', size: 'M', qty: 1, price: '1280.00' },
      { style_no: '26B7', name: '腰带', qty: 1, price: '199.00' },
    ],
  },
};

async function bought(file) {
  await file.init();
  await file.ask(
    ['create_customer', { fields: { name: '单晓燕', phones: ['13805714217'] }, confirm_phone: false, answers: [], tags: [] }],
    ['record_visit', SALE],
  );
}

/** Opens her page by the keyboard. */
async function open(window) {
  await window.until('the page', async () => /今天实收|历史/.test(await window.text()));
  await window.press('/');
  await window.type('4217');
  await window.find('option', '单晓燕');
  await window.press('Enter');
  await window.see('她是谁');
}

/** Chooses in a list of the system, whose open sheet stands outside of the page. */
async function choose(window, label, words) {
  const pick = (label, words) => {
    const field = [...document.querySelectorAll('dialog[open] select')].find((one) => [...one.labels].some((text) => text.textContent.includes(label)));
    const option = [...(field?.options ?? [])].find((one) => one.textContent.includes(words));
    if (!option || field.disabled) return false;
    field.value = option.value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    return true;
  };
  await window.until(`${words} in ${label}`, () => window.run(pick, label, words));
}

const now = '2026-11-21T15:00:00+08:00';

journey('a complaint about a piece: written down on her page, worked through, made up for, solved, the red gone', { prepare: bought, now }, async (window) => {
  await open(window);
  await window.press('k');
  await window.see('记单晓燕的投诉');
  await window.type('穿了一次就起球');
  await choose(window, '哪次到店', '羊绒大衣');
  await choose(window, '哪一件', '羊绒大衣');
  await window.press('Control+Enter');
  await window.see('货品投诉，待答复');
  await window.see('羊绒大衣 26D1188 墨绿 M');
  await window.click('button', '打开投诉：穿了一次就起球');
  await window.see('还剩 1 天');
  await window.click('checkbox', '听她说完');
  await window.see('做了：听她说完');
  await window.press('a');
  await window.see('按时');
  await window.press('b');
  await window.see('给单晓燕补偿');
  await window.fill('textbox', '减多少', '100');
  await window.press('Control+Enter');
  await window.see('给单晓燕发了一张致歉券');
  await window.see('券 ¥100');
  await window.press('s');
  await window.see('怎么解决的');
  await window.type('换了一件新的');
  await window.press('Control+Enter');
  await window.see('单晓燕的投诉解决了');
  await window.click('button', '她的页面');
  await window.see('致歉券');
  await window.gone('货品投诉');
  await window.press('Control+z');
  await window.see('货品投诉，处理中');
  assert.match(await window.text(), /解决还剩 7 天/);
});
