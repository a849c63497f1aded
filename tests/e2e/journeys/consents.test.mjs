// What is asked before it is written down: a sensitive answer, and anything about a child.
import assert from 'node:assert/strict';
import { overflowing } from '../harness/inspect.mjs';
import { journey } from '../harness/journey.mjs';
import { atCounter, customer, open } from '../harness/steps.mjs';

const field = (is_sensitive) => ['save_field', {
  label: '忌口', question: '您有什么忌口？', part: 'soft', kind: 'text', options: [], weight: 100, is_on: true, is_sensitive,
}];
const YOUNG = { calendar: 'solar', year: 2016, month: 5, day: 6, leap: false };

/** What is asked lies within the window; a picture of it is kept. */
async function looked(window, name) {
  assert.deepEqual(await overflowing(window), [], name);
  await window.screenshot(name);
}

journey('a sensitive answer is written down once she agreed, with the words she agreed to', {
  prepare: async (file) => {
    await file.init();
    await file.ask(field(true), customer('单晓燕', '13805714217'));
  },
}, async (window) => {
  await atCounter(window);
  await window.press('/');
  await window.type('谭小满');
  await window.see('新建顾客「谭小满」');
  await window.press('Enter');
  await window.see('有姓名和手机号就够了');
  await window.click('button', '喜好');
  await window.click('textbox', '忌口');
  await window.type('花生');
  await window.press('Control+Enter');
  await window.find('dialog', '「忌口」是敏感信息');
  await window.see('我同意店里在档案里记我的「忌口」');
  await looked(window, 'consent-sensitive');
  await window.click('button', '她同意，记下');
  await window.see('谭小满的档案开好了');
  // It does not stand open on the counter.
  await window.see('已记（敏感，点开看）');
  await window.click('button', '更多');
  await window.click('menuitem', '隐私');
  await window.see('撤回并删掉内容');
});

journey('of a child nothing more is kept until a guardian agreed, and her own word waits for it', {
  prepare: async (file) => {
    await file.init();
    await file.ask(
      field(false),
      customer('小小', '13805714217'),
      ['save_consent', { customer: 1, purpose: 'service', channels: [], given: true }],
      ['update_customer', { customer: 1, fields: { name: '小小', phones: ['13805714217'], birthday: YOUNG }, confirm_phone: true }],
    );
  },
}, async (window) => {
  await atCounter(window);
  await open(window, '4217', '小小');
  await window.see('还没有家长同意');
  await window.see('您有什么忌口？');
  await window.click('textbox', '您有什么忌口？');
  await window.type('花生');
  await window.press('Enter');
  await window.find('dialog', '她未满 14 岁，要家长同意');
  await looked(window, 'consent-child');
  await window.click('button', '回去改');
  await window.gone('回去改');
  await window.click('button', '记家长的同意');
  await window.see('小小：资料和同意');
  await window.see('等家长同意');
  await looked(window, 'consent-waits');
  await window.click('button', '记同意');
  await window.find('dialog', '小小：同意与撤回');
  await window.click('radio', '留档案');
  await window.click('radio', '同意');
  await window.fill('textbox', '哪位家长同意的', '妈妈王女士');
  await looked(window, 'consent-guardian');
  await window.press('Control+Enter');
  await window.see('家长：妈妈王女士');
  await window.press('Escape');
  await window.gone('还没有家长同意');
  await window.click('textbox', '您有什么忌口？');
  await window.press('Enter');
  await window.gone('您有什么忌口？');
  await window.see('花生');
});
