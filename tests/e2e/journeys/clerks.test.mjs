import { journey } from '../harness/journey.mjs';
import { purchase } from '../harness/steps.mjs';

journey('archives are drawn, called and scored, and the board shows it', {
  now: '2026-11-21T10:00:00+08:00',
  prepare: async (file) => {
    await file.init();
    const open = (name, phone) => [
      'create_customer',
      { fields: { name, phones: [phone], staff: 2, wechat: `wx-${phone.slice(-4)}` }, confirm_phone: false, answers: [], tags: [] },
    ];
    await file.ask(['save_staff', { name: '小夏', role: 'clerk', is_active: true }]);
    await file.ask(open('单晓燕', '13805714217'), open('曾丽', '13805715318'), purchase(1, '羊绒大衣', '6000.00', '2026-11-20'));
  },
}, async (window) => {
  await window.click('button', '分析');
  await window.click('button', '员工');
  await window.see('¥6,000');
  await window.see('还没抽查过');
  await window.click('button', '抽查档案');
  await window.see('每人抽几份');
  await window.press('Control+Enter');
  await window.see('抽了 2 份');
  await window.see('打电话的名单');
  await window.click('radio', '打通了');
  await window.click('radio', '不对');
  await window.press('Control+s');
  await window.see('打了 1 份');
  await window.press('Escape');
  await window.see('打通 1 份');
  await window.see('0/1');
});
