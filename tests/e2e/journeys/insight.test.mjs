// How the shop is: a figure's meaning, the people behind it, other days, the report on paper.

import assert from 'node:assert/strict';
import { broken, overflowing } from '../harness/inspect.mjs';
import { journey } from '../harness/journey.mjs';

journey('a figure says what it means and who is behind it, and the report goes to paper', { prepare: (shop) => shop.init({ demo: true }) }, async (window) => {
  await window.click('button', '分析');
  await window.see('这周先做');
  await window.findCss('.host svg path');
  assert.deepEqual(await broken(window), []);
  assert.deepEqual(await overflowing(window), []);
  await window.screenshot('insight');

  await window.click('button', '活跃会员');
  await window.findCss('.panel');
  await window.press('Escape');
  await window.click('button', '活跃会员, 看名单');
  await window.find('button', '返回');
  await window.press('Alt+ArrowLeft');
  await window.see('六个数');

  await window.click('radio', '今年');
  await window.see('1月1日');
  await window.click('radio', '顾客价值');
  await window.see('重要价值');
  await window.findCss('.host svg path');
  assert.deepEqual(await broken(window), []);
  await window.screenshot('insight-value');

  await window.press('Control+p');
  await window.see('每个数是怎么算的');
  await window.findCss('.paper .host svg path');
  assert.deepEqual(await broken(window), []);
  await window.screenshot('insight-report');
});
