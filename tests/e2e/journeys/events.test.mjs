import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';

const open = (name, phone, referrer = null) => [
  'create_customer',
  { fields: { name, phones: [phone], referrer }, confirm_phone: false, answers: [], tags: [] },
];
const sale = (receipt, customer, price) => [
  'record_visit',
  { receipt, visit: { customer, kind: 'purchase', lines: [{ name: '羊绒大衣', qty: 1, price }] } },
];

journey('an event is planned, its guests are chosen, and one key writes down who accepts and who came', {
  prepare: async (file) => {
    await file.init();
    await file.ask(open('单晓燕', '13805714217'), open('曾丽', '13805715318'), sale('receipt-1', 1, '6000.00'));
    const [{ today }] = await file.ask(['shop_info', {}]);
    await file.ask(['save_event', { name: '去年沙龙', kind: 'salon', day: '2025-05-01', invite_days: 7, sales_days: 14 }]);
    await file.ask(['save_event', { name: '丝巾沙龙', kind: 'salon', day: today, gift: '小方巾', invite_days: 7, sales_days: 14 }]);
  },
}, async (window) => {
  await window.click('button', '活动');
  await window.see('丝巾沙龙');
  await window.see('离一年 4 场的目标还差 3 场');
  await window.press('Enter');
  await window.see('还没请人');
  await window.press('n');
  await window.see('位会请到');
  await window.see('打电话 1 位，发消息 1 位');
  await window.press('Control+Enter');
  await window.see('「丝巾沙龙」请了 2 位');
  await window.find('grid', '客人');
  await window.press('a');
  await window.see('单晓燕答应来');
  await window.press('c');
  await window.see('单晓燕到了');
  await window.see('到场，共 1 人');
  await window.see('¥6,000.00');
});

journey('a referrer is thanked with one key, and a return shows what it takes back', {
  prepare: async (file) => {
    await file.init();
    await file.ask(open('单晓燕', '13805714217'), open('曾丽', '13805715318', 1), sale('receipt-1', 2, '800.00'));
  },
}, async (window) => {
  await window.click('button', '转介绍');
  await window.see('够谢礼了');
  await window.find('grid', '待谢的介绍人');
  await window.press('t');
  await window.see('都谢过了');
  await window.press('/');
  await window.type('4217');
  await window.find('option', '单晓燕');
  await window.press('Enter');
  await window.see('她带来 1 位');
  await window.click('button', '看介绍链');
  await window.see('单晓燕的介绍链');
  await window.see('¥800.00');
  assert.match(await window.text(), /谢过/);
});
