import { journey } from '../harness/journey.mjs';

const NOW = '2026-11-21T10:00:00+08:00';

async function one(file) {
  await file.init();
  const fields = { name: '单晓燕', phones: ['13805714217'], wechat: 'yan_yan84' };
  await file.ask(['create_customer', { fields, confirm_phone: false, answers: [], tags: [] }]);
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

journey('a call is logged by one key, promotion waits, and every step has its way back', { prepare: one, now: NOW }, async (window) => {
  await open(window);
  await window.see('还没联系过');
  await window.see('可以发促销，走微信');

  // One key, the channel by the arrow, the words, and kept.
  await window.press('c');
  await window.see('记一次联系：单晓燕');
  await window.press('ArrowLeft');
  await window.find('radio', '没接');
  await window.fill('textbox', '说了什么', '裙子很合身，下次想看大衣');
  await window.press('Control+Enter');
  await window.see('记下了：联系单晓燕');
  await window.see('今天联系过');
  await window.see('电话 · 说上话了');
  await window.see('今天才联系过，11月28日起再说');
  await window.screenshot('journey-contact');

  // She withdraws her consent to promotion.
  await window.click('button', '同意');
  await window.see('同意与撤回');
  await window.fill('textbox', '她怎么说的', '广告太多了');
  await window.press('Enter');
  await window.see('撤回促销，马上生效');
  await window.see('她说过不要');
  await window.see('促销：都不要');

  await window.press('Control+z');
  await window.gone('促销：都不要');
  await window.see('今天才联系过，11月28日起再说');

  // The screen of contacts knows the call; it is taken away there.
  await window.click('button', '联系');
  await window.see('共 1 次，1 位顾客');
  await window.click('button', '改单晓燕');
  await window.click('button', '删掉这次');
  await window.see('还没有记过联系');
  await window.press('Control+z');
  await window.see('共 1 次，1 位顾客');
});

journey('whoever wants to be left alone has it in red on her page, after a restart too', { prepare: one, now: NOW }, async (window) => {
  await open(window);
  await window.click('button', '意愿');
  await window.click('radio', '不要联系');
  await window.fill('textbox', '她怎么说的', '家里事多');
  await window.press('Enter');
  await window.see('她说：不要联系');
  await window.restart();
  await open(window);
  await window.see('她说：不要联系');
  await window.see('家里事多');
});
