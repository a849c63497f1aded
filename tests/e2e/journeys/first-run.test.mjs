import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { journey } from '../harness/journey.mjs';
import { ShopFile } from '../harness/shop-file.mjs';

journey('a new shop is made in a minute and is there after a crash', {}, async (window) => {
  await window.see('先认识一下您的店');
  await window.click('radio', '服装');
  await window.fill('textbox', '店名', '云裳女装');
  await window.answerDialog(window.file('云裳.shuke'));
  await window.click('button', '换个地方');
  await window.see('云裳.shuke');
  await window.click('button', '开店');
  await window.gone('先认识一下您的店');
  await window.until('the title', async () => (await window.run(() => document.title)).includes('云裳女装'));

  await window.restart();
  await window.gone('先认识一下您的店');
  await window.until('the title', async () => (await window.run(() => document.title)).includes('云裳女装'));
});

journey('a shop without trade or name is not made, and says what is missing where it is missing', {}, async (window) => {
  await window.click('button', '开店');
  await window.see('选一行');
  await window.click('radio', '餐饮');
  await window.click('button', '开店');
  await window.see('给店起个名字');
  await window.fill('textbox', '店名', '拾光咖啡');
  await window.click('button', '开店');
  await window.gone('先认识一下您的店');
});

journey('an existing shop is opened from the first screen', {}, async (window) => {
  const file = await new ShopFile(window.file('旧店.shuke')).init({ name: '老店' });
  await window.answerDialog(file.path);
  await window.click('button', '我已经有店的文件');
  await window.gone('先认识一下您的店');
  await window.until('the title', async () => (await window.run(() => document.title)).includes('老店'));
});

journey('a file that is no shop is refused and left as it was', {}, async (window) => {
  const foreign = window.file('notes.txt');
  await writeFile(foreign, '这不是店的文件'.repeat(200));
  const before = await readFile(foreign);
  await window.answerDialog(foreign);
  await window.click('button', '我已经有店的文件');
  await window.see('这不是熟客的文件');
  await window.see('先认识一下您的店');
  assert.deepEqual(await readFile(foreign), before);
});
