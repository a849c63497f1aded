// All that is in a book goes into a new one and comes out again: nothing is missing on the way.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { journey } from '../harness/journey.mjs';
import { ShopFile } from '../harness/shop-file.mjs';
import { atCounter, customer, place, purchase } from '../harness/steps.mjs';

/** A new, empty book, and beside it everything of another one. */
async function shop(file) {
  const other = new ShopFile(path.join(path.dirname(file.path), 'other.shuke'));
  await other.init({ name: '云裳老店' });
  await other.ask(customer('单晓燕', '13805714217'), customer('=王芳', '13900000001'), purchase(1, '貂绒大衣', '12800'));
  await other.ask(['export_everything', { folder: path.dirname(file.path) }]);
  await file.init({ name: '云裳新店' });
}

const everythingIn = async (folder) => (await readdir(folder)).filter((name) => name.startsWith('熟客全部资料')).sort();

journey('everything comes back into a new book, and goes out again the same', { prepare: shop }, async (window) => {
  await atCounter(window);
  const [first] = await everythingIn(window.folder);
  await place(window, '导入');
  await window.answerDialog(path.join(window.folder, first));
  await window.click('button', '选文件夹…');
  await window.see('云裳老店，');
  await window.see('顾客 2 位，到店 1 次');
  await window.click('button', '带回来');
  await window.see('带回来了');
  await window.press('/');
  await window.type('4217');
  await window.see('单晓燕');
  await window.press('Escape');
  // It is no longer a new book: whatever is brought once more is refused, and nothing is doubled.
  await place(window, '导入');
  await window.click('button', '选文件夹…');
  await window.see('全部资料只能带回一本新的顾客本');
  await window.answerDialog(window.folder);
  await place(window, '交账');
  await window.click('button', '选位置并全部导出…');
  await window.see('全部导出好了');
  // The answer stands where the eye is, below the button or not, and the next key goes to it.
  await window.until('the answer is in view and has the keys', () =>
    window.run(() => {
      const { top, bottom } = document.activeElement.getBoundingClientRect();
      return document.activeElement.textContent.includes('全部导出好了') && top >= 0 && bottom <= innerHeight;
    }),
  );
  const [, second] = await everythingIn(window.folder);
  for (const table of ['customer', 'phone', 'visit', 'visit_line', 'points_entry', 'setting']) {
    const [before, after] = await Promise.all(
      [first, second].map((one) => readFile(path.join(window.folder, one, `${table}.csv`), 'utf8')),
    );
    assert.equal(after, before, table);
  }
});
