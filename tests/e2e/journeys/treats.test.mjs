// Vouchers, points and levels by hand.
import { journey } from '../harness/journey.mjs';
import { atCounter, customer, open, piece, place, purchase } from '../harness/steps.mjs';

const NOW = '2026-11-21T10:00:00+08:00';

journey('a voucher is used on a bill, and the register says where', {
  prepare: async (file) => {
    await file.init();
    await file.ask(customer('单晓燕', '13805714217'), purchase(1, '真丝方巾', '399', '2026-11-10'));
  },
  now: NOW,
}, async (window) => {
  await open(window, '4217', '单晓燕');
  await window.see('二次到店券');
  await window.press('F2');
  await piece(window, '26D1188', '羊绒大衣', '1280');
  await window.press('Alt+q');
  await window.see('¥1,230.00');
  await window.press('Alt+p');
  await window.press('1');
  await window.press('Control+Enter');
  await window.see('已记：羊绒大衣');
  await window.see('她是谁');
  await place(window, '礼券礼遇');
  await window.click('radio', '用了的');
  await window.see('11月21日用了');
});

journey('points are given with a reason, spent on a gift, and the gift is taken back', {
  prepare: async (file) => {
    await file.init();
    await file.ask(customer('单晓燕', '13805714217'));
  },
}, async (window) => {
  await open(window, '4217', '单晓燕');
  await window.press('p');
  await window.click('button', '调积分');
  await window.fill('textbox', '多少分', '300');
  await window.fill('textbox', '为什么', '开业那天漏记');
  await window.press('Enter');
  await window.see('给单晓燕加了 300 分，现在 300 分');
  await window.click('button', '换礼');
  await window.fill('textbox', '换什么', '真丝方巾');
  await window.fill('textbox', '用多少分', '400');
  await window.press('Enter');
  await window.see('只有 300 分能用');
  await window.fill('textbox', '用多少分', '100');
  await window.press('Enter');
  await window.see('还有 200 分');
  await window.press('Control+z');
  await window.see('撤销了刚才这一步');
  await window.until('the balance before', () => window.run(() => document.querySelector('dl.numbers dd')?.textContent === '300'));
});

journey('a level review is looked at, applied to those who are ticked, and undone', {
  prepare: async (file) => {
    await file.init();
    await file.ask(
      customer('单晓燕', '13805714217'), customer('王芳', '13900000001'),
      purchase(1, '貂绒大衣', '12800', '2025-06-01'), purchase(2, '羊绒大衣', '3200', '2025-07-01'),
    );
  },
  now: NOW,
}, async (window) => {
  await atCounter(window);
  await place(window, '等级');
  await window.click('button', '看复核名单');
  await window.click('button', '改 2 位的等级');
  await window.see('2 位降、0 位升');
  await window.click('button', '先不');
  await window.click('checkbox', '选中这一行');
  await window.click('button', '改 1 位的等级');
  await window.click('button', '改 1 位的等级');
  await window.see('复核完了，1 位的等级变了');
  await window.find('button', '改 1 位的等级');
  await window.press('Control+z');
  await window.see('撤销了刚才这一步');
  await place(window, '等级');
  await window.click('button', '看复核名单');
  await window.find('button', '改 2 位的等级');
});
