// Who may be lost and who will come: the shop's own past as a judge, the people behind, and the lists turned into work.

import assert from 'node:assert/strict';
import { broken, overflowing } from '../harness/inspect.mjs';
import { journey } from '../harness/journey.mjs';
import { grown } from '../harness/grown.mjs';
import { place } from '../harness/steps.mjs';

journey('the forecast is judged in a sentence, names people, and its lists become tasks and a segment', {
  now: '2026-11-21T10:00:00+08:00',
  prepare: grown,
}, async (window) => {
  await place(window, '分析');
  await window.see('位老客多半不来了');
  await window.see('预测：先打给这几位');
  await window.click('button', '位老客多半不来了');
  await window.find('heading', '预测');
  await window.see('挑出最可能来的五分之一');
  await window.see('天来一次，已');
  assert.deepEqual(await broken(window), []);
  assert.deepEqual(await overflowing(window), []);
  await window.screenshot('forecast');
  await window.click('button', '派任务');
  await window.see('给「预测可能流失」');
  await window.press('Control+Enter');
  await window.see('「预测可能流失」派了');
  await window.click('button', '派任务');
  await window.see('给「预测可能流失」');
  await window.press('Control+Enter');
  await window.see('手上都已经有这个任务');
  await window.press('Escape');

  await window.click('radio', '30 天内会来');
  await window.see('前后');
  await window.click('radio', '90 天内会来');
  await window.see('今后 90 天预计消费');
  await window.click('radio', '可能流失');
  await window.see('花得多的排在前面');

  // The first of the list, and back to it as it was left.
  await window.press('Enter');
  await window.see('她是谁');
  await window.click('button', '还有 1 件');
  await window.see('打个电话问候，听听近况');
  await window.press('Alt+ArrowLeft');
  await window.see('花得多的排在前面');

  await window.click('button', '存成人群');
  await window.see('预测多半不再来了');
  await window.press('Control+s');
  await window.see('人群「预测可能流失」存好了');
});
