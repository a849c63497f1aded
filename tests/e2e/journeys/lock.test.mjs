import assert from 'node:assert/strict';
import { overflowing } from '../harness/inspect.mjs';
import { journey } from '../harness/journey.mjs';
import { atCounter, open, takeLockAway } from '../harness/steps.mjs';

const PASSWORD = 'spring at the shop';

journey('a password and a PIN: a clerk sees the last four, exports nothing, and the owner takes over', {
  now: '2026-11-21T10:00:00+08:00',
  prepare: async (file) => {
    await file.init();
    await file.ask(
      ['save_staff', { name: '小夏', role: 'clerk', is_active: true }],
      ['create_customer', { fields: { name: '单晓燕', phones: ['13805714217'] }, confirm_phone: false, answers: [], tags: [] }],
    );
  },
}, async (window) => {
  await window.click('button', '设置');
  await window.see('还没有密码');
  await window.click('button', '设密码');
  await window.see('没有人能帮您找回');
  await window.type(PASSWORD);
  await window.press('Tab');
  await window.type(PASSWORD);
  await window.press('Control+Enter');
  await window.see('有密码');
  await window.click('button', '给小夏设 PIN');
  await window.type('135790');
  await window.press('Tab');
  await window.type('135790');
  await window.press('Enter');
  await window.see('有 PIN');

  await window.press('F10');
  await window.see('谁在柜台');
  await window.press('ArrowDown');
  await window.type('135791');
  await window.see('还可以再试 4 次');
  await window.type('135790');
  await window.find('heading', '今日');
  await window.press('/');
  await window.type('4217');
  await window.see('*******4217');
  await window.press('Escape');
  await window.click('button', '交账');
  await window.see('这一步要店主来做');

  await window.press('F10');
  await window.see('谁在柜台');
  await window.press('ArrowUp');
  await window.type(PASSWORD);
  await window.press('Enter');
  await window.click('button', '历史');
  await window.click('button', '操作记录');
  await window.see('小夏的密码输错了');
  await window.click('button', '做一次体检');
  await window.see('一切都好');

  await takeLockAway(window, PASSWORD);
});

journey('a clerk sees one number whole on a press, and the owner reads that in the log', {
  now: '2026-11-21T10:00:00+08:00',
  prepare: async (file) => {
    await file.init();
    await file.ask(
      ['save_staff', { name: '小夏', role: 'clerk', is_active: true }],
      ['create_customer', { fields: { name: '单晓燕', phones: ['13805714217'] }, confirm_phone: false, answers: [], tags: [] }],
      ['save_lock_settings', { after_minutes: 60, clerks_reveal: true }],
      ['set_secret', { staff: 1, secret: PASSWORD }],
      ['set_secret', { staff: 2, secret: '135790' }],
    );
  },
}, async (window) => {
  await window.see('谁在柜台');
  await window.press('ArrowDown');
  await window.type('135790');
  await atCounter(window);
  await open(window, '4217', '单晓燕');
  await window.see('*******4217');
  await window.click('button', '显示号码：单晓燕');
  await window.see('138 0571 4217');
  assert.deepEqual(await overflowing(window), []);
  await window.screenshot('lock-number');
  await window.click('button', '收起号码');
  await window.gone('138 0571 4217');

  await window.press('F10');
  await window.see('谁在柜台');
  await window.press('ArrowUp');
  await window.type(PASSWORD);
  await window.press('Enter');
  await window.click('button', '历史');
  await window.click('button', '操作记录');
  await window.see('看了完整号码');
  await window.screenshot('lock-number-log');
  // Without the lock the file can be checked from outside.
  await takeLockAway(window, PASSWORD);
});
