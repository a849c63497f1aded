// The owner's own tables: which columns, in which order, as a workbook or as text, and what came of it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { journey } from '../harness/journey.mjs';
import { atCounter, customer, purchase } from '../harness/steps.mjs';

async function shop(file) {
  await file.init();
  await file.ask(customer('单晓燕', '13805714217'), customer('=王芳', '13900000001'), purchase(1, '貂绒大衣', '12800'));
}

journey('chosen columns go out as text and as a workbook, and the choice is kept', { prepare: shop }, async (window) => {
  await atCounter(window);
  await window.click('button', '交账');
  await window.click('button', '导出');
  await window.click('button', '全不选');
  await window.click('checkbox', '姓名');
  await window.click('checkbox', '手机');
  await window.see('选了 2 列');
  await window.click('radio', 'CSV（.csv）');
  const text = path.join(window.folder, '顾客.csv');
  await window.answerDialog(text);
  await window.click('button', '选位置并导出');
  await window.see('已导出 2 行');
  const lines = (await readFile(text, 'utf8')).replace(/^\uFEFF/, '').trim().split('\r\n');
  assert.deepEqual(lines.map((line) => line.split(',').length), [2, 2, 2]);
  assert.ok(lines[1].includes('单晓燕') && lines[1].includes('13805714217'), lines[1]);
  // What looks like a formula is not one in the file.
  assert.ok(!/(^|,)"?=/.test(lines[2]), lines[2]);
  await window.click('radio', 'Excel（.xlsx）');
  const book = path.join(window.folder, '顾客.xlsx');
  await window.answerDialog(book);
  await window.click('button', '选位置并导出');
  await window.see('顾客.xlsx');
  assert.equal((await readFile(book)).subarray(0, 2).toString(), 'PK');
  await window.click('button', '关闭');
  await window.click('button', '导出');
  await window.see('选了 2 列');
});
