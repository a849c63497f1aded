import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';
import { customer, open as openHer, piece } from '../harness/steps.mjs';

async function one(file) {
  await file.init();
  await file.ask(customer('单晓燕', '13805714217'));
}

const open = (window) => openHer(window, '4217', '单晓燕');

journey('a usual purchase is recorded by the keyboard alone in under fifteen seconds', { prepare: one }, async (window, t) => {
  const began = performance.now();
  await open(window);
  await window.press('F2');
  await window.find('textbox', '款号');
  await piece(window, '26D1188', '羊绒大衣', '1280');
  await window.press('Enter');
  await window.press('Enter');
  await window.see('怎么付');
  await window.press('1');
  await window.press('Control+Enter');
  await window.see('¥1,280.00');
  await window.see('她是谁');
  const took = performance.now() - began;
  t.diagnostic(`found to saved: ${Math.round(took)} ms, typed by the test`);
  assert.ok(took < 15_000, `${took} ms`);
  await window.see('羊绒大衣');
});

journey('a saved visit is there after a crash, and undo takes it away with its points', { prepare: one }, async (window) => {
  await open(window);
  await window.press('F2');
  await piece(window, '26D1188', '羊绒大衣', '680');
  await window.press('Control+Enter');
  await window.see('怎么付');
  await window.press('1');
  await window.press('Control+Enter');
  await window.see('她是谁');
  await window.restart();
  await open(window);
  await window.see('羊绒大衣');
  await window.click('button', '历史');
  await window.see('记到店 ¥680.00');
  await window.click('button', '撤销');
  await window.see('已撤销');
  await open(window);
  await window.see('还没记过到店');
});

journey('a large purchase lifts her level at once, and the page says so', { prepare: one }, async (window) => {
  await open(window);
  await window.see('普通会员');
  await window.press('F2');
  await piece(window, '26D2001', '貂绒大衣', '12800');
  await window.press('Control+Enter');
  await window.see('怎么付');
  await window.press('1');
  await window.press('Control+Enter');
  await window.see('她是谁');
  await window.see('金卡');
  await window.see('12,800');
});

journey('a purchase without a price is not saved, and the hand is put where it is missing', { prepare: one }, async (window) => {
  await open(window);
  await window.press('F2');
  await window.find('textbox', '款号');
  await window.type('26D1188');
  await window.press('Control+Enter');
  await window.until('the form to stay', async () => (await window.text()).includes('记下'));
  await window.restart();
  await open(window);
  await window.see('还没记过到店');
});

journey('a new customer and her facts: a shared phone warns and can be confirmed', { prepare: one }, async (window) => {
  await window.find('heading', '今日');
  await window.press('F4');
  await window.see('有姓名和手机号就够了');
  await window.fill('textbox', '姓名', '单小雨');
  await window.fill('textbox', '手机', '138-0571-4217');
  await window.see('这个号码已经有人留过');
  await window.click('checkbox', '是一家人共用');
  await window.press('Control+Enter');
  await window.find('heading', '单小雨');
});

journey('the week is handed to the accountant and ties out', {
  prepare: async (file) => {
    await file.init();
    await file.ask(customer('单晓燕', '13805714217'), ['record_visit', {
      receipt: 'journey-week-1',
      visit: {
        customer: 1, kind: 'purchase', day: '2026-11-10', returns: [], payments: [], points_used: 0, answers: [], wishes: [],
        lines: [{ style_no: '26D1188', name: '羊绒大衣', qty: 1, price: '2980.00' }],
      },
    }]);
  },
  now: '2026-11-21T10:00:00+08:00',
}, async (window) => {
  await window.click('button', '交账');
  await window.see('第 46 周');
  await window.answerDialog(window.folder);
  await window.clickCss('[role=note] button.primary');
  await window.see('一分不差');
  await window.see('¥2,980.00');
});

journey('files of another system come in by the guided walk', {
  prepare: (file) => file.init(),
}, async (window) => {
  const { writeFile } = await import('node:fs/promises');
  const file = window.file('customers.csv');
  await writeFile(file, '会员号,姓名,手机\nM1,曾丽,13811112222\nM2,仇敏,1.38E+10\n');
  await window.click('button', '导入');
  await window.answerDialog(file);
  await window.click('button', '选文件');
  await window.see('customers.csv');
  await window.click('button', '先试一遍');
  await window.see('手机号被表格软件改成了数字格式');
  await window.click('button', '正式导入');
  await window.see('导好了');
  await window.click('button', '今日');
  await window.press('/');
  await window.type('zl');
  await window.find('option', '曾丽');
});

journey('the demo shop opens alive, in light and dark', { prepare: (file) => file.init({ demo: true }), dark: true }, async (window) => {
  await window.find('heading', '今日');
  await window.press('/');
  await window.type('sxy');
  await window.find('option', '单晓燕');
  await window.press('Enter');
  await window.see('她是谁');
  await window.screenshot('customer-dark');
});
