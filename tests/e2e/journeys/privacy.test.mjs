// Her data: consent withdrawn, a copy for her, and erased for good.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { journey } from '../harness/journey.mjs';
import { atCounter, customer, open, place, purchase } from '../harness/steps.mjs';

async function shop(file) {
  await file.init();
  await file.ask(
    customer('单晓燕', '13805714217'),
    customer('王芳', '13900000001'),
    purchase(1, '貂绒大衣', '12800'),
    purchase(2, '真丝方巾', '399'),
    ['save_consent', { customer: 1, purpose: 'marketing', channels: [], given: true }],
  );
}

async function more(window, item) {
  await window.click('button', '更多');
  await window.click('menuitem', item);
}

journey('consent to promotion is withdrawn from her privacy and holds at once', { prepare: shop }, async (window) => {
  await atCounter(window);
  await open(window, '4217', '单晓燕');
  await more(window, '隐私');
  await window.see('单晓燕：资料和同意');
  await window.see('第 1 版告知书');
  await window.click('button', '撤回促销');
  await window.see('撤回了促销，马上生效');
  await window.press('Escape');
  await window.see('促销：都不要');
});

const out = mkdtempSync(join(tmpdir(), 'access-copy-'));
journey('a copy for her lies in the chosen folder, named by her number', { prepare: shop }, async (window) => {
  await atCounter(window);
  await open(window, '4217', '单晓燕');
  await more(window, '隐私');
  await window.answerDialog(out);
  await window.click('button', '给她一份');
  await window.see('存好了');
  assert.deepEqual(readdirSync(out).sort(), ['K000001.html', 'K000001.json']);
  assert.match(readFileSync(join(out, 'K000001.html'), 'utf8'), /单晓燕[\s\S]*貂绒大衣/);
});

journey('she is erased for good: nobody finds her, the sums stay, nothing is undone', { prepare: shop }, async (window) => {
  await atCounter(window);
  await open(window, '4217', '单晓燕');
  await more(window, '隐私');
  await window.click('button', '彻底删除…');
  await window.see('删了就回不来，也不能撤销');
  await window.see('1 次到店，¥12,800.00');
  await window.fill('textbox', '输入会员号 K000001 再删', 'K000002');
  await window.press('Enter');
  await window.see('输入的会员号不是她的');
  await window.fill('textbox', '输入会员号 K000001 再删', 'K000001');
  await window.press('Enter');
  await window.see('删干净了');
  await place(window, '顾客');
  await window.see('共 1 位');
  await place(window, '到店');
  await window.see('12,800');
  await window.gone('单晓燕');
  await place(window, '历史');
  await window.see('彻底删除顾客');
  await window.gone('单晓燕');
  await place(window, '隐私');
  await window.see('K000001');
});
