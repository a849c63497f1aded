import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';
import { customer, purchase } from '../harness/steps.mjs';

journey('a segment is made in words, counted while it is made, kept, and turned into tasks', {
  now: '2026-11-21T10:00:00+08:00',
  prepare: async (file) => {
    await file.init();
    await file.ask(
      customer('单晓燕', '13805714217'), customer('曾丽', '13805715318'), customer('仇敏', '13805716419'),
      purchase(1, '羊绒大衣', '6000.00', '2026-06-01'), purchase(2, '真丝裙', '900.00', '2026-11-20'), purchase(3, '围巾', '300.00', '2026-05-02'),
    );
  },
}, async (window) => {
  await window.click('button', '分析');
  await window.click('button', '细分');
  await window.see('睡着的老客');
  await window.press('n');
  await window.see('把条件填完整，这里就数出有多少位。');
  await window.fill('textbox', '至少', '500');
  await window.see('¥500');
  await window.see('单晓燕');
  await window.see('曾丽');
  await window.fill('textbox', '名字', '花过五百的');
  await window.press('Control+s');
  await window.see('人群「花过五百的」存好了');
  await window.click('button', '派任务');
  await window.see('给「花过五百的」2 位派任务');
  await window.fill('textbox', '做什么', '问问近况');
  await window.press('Control+Enter');
  await window.see('派了 2 个任务');
  await window.click('button', '看名单');
  await window.find('heading', '花过五百的');
  assert.doesNotMatch(await window.text(), /仇敏/);
});
