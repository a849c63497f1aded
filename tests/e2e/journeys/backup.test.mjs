import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { overflowing } from '../harness/inspect.mjs';
import { journey } from '../harness/journey.mjs';
import { ShopFile } from '../harness/shop-file.mjs';

const NOW = '2026-11-21T15:00:00+08:00';
const demo = { prepare: (shop) => shop.init({ demo: true }), now: NOW };

/** The screen of copies, from the left column. */
async function toBackup(window) {
  await window.clickCss('nav [data-view="backup"]');
  await window.see('最近一份好的备份');
}

journey('a copy, a restore with its preview, and the way back', demo, async (window) => {
  const stick = window.file('stick');
  await mkdir(stick);
  await toBackup(window);
  await window.answerDialog(stick);
  await window.click('button', '复制到 U 盘');
  await window.see('40 位顾客 · 161 次到店');
  assert.equal((await readdir(stick)).length, 1);

  // One more customer, whom the copy does not have.
  await window.press('/');
  await window.type('谭小满');
  await window.see('新建顾客「谭小满」');
  await window.press('Enter');
  await window.see('有姓名和手机号就够了');
  await window.press('Control+Enter');
  await window.see('谭小满的档案开好了');

  await toBackup(window);
  await window.click('button', '试开验证');
  await window.see('打得开，逐项核对过，没有问题');
  await window.click('button', '恢复…');
  await window.see('起录的，这一份里没有');
  await window.see('1 位新顾客');
  await window.screenshot('backup-preview');
  await window.click('button', '恢复到这一份');
  await window.see('恢复好了：40 位顾客，161 次到店');
  await window.see('恢复前的文件原样留着');
  await window.screenshot('backup-restored');
  await window.click('button', '撤销恢复');
  await window.see('已回到恢复之前：41 位顾客，161 次到店');
});

journey('a damaged file: work again from the newest good copy with one click', {}, async (window) => {
  const file = await new ShopFile(window.file('老店.shuke')).init({ name: '老店', demo: true });
  const own = window.file('老店-备份');
  await mkdir(own);
  await writeFile(path.join(own, '老店-20261120-210000.shuke'), await readFile(file.path));
  // It is opened once, so that the window remembers it; then the disk spoils it.
  await window.answerDialog(file.path);
  await window.click('button', '我已经有店的文件');
  await window.gone('先认识一下您的店');
  await window.restart();
  await window.until('the title', async () => (await window.run(() => document.title)).includes('老店'));
  const damaged = Buffer.alloc(5000, 0xff);
  await writeFile(file.path, damaged);
  await window.restart();
  await window.see('用备份接着做');
  await window.see('40 位顾客，161 次到店');
  await window.screenshot('backup-rescue');
  await window.click('button', '用这份备份接着做');
  await window.see('可以接着做了：40 位顾客，161 次到店');
  const kept = (await readdir(own)).find((name) => name.endsWith('-damaged.shuke'));
  assert.deepEqual(await readFile(path.join(own, kept)), damaged, 'the damaged file is kept as it was');
});

journey('a copy that a sync program put beside the file is shown, and can be looked into without being taken', {
  now: NOW,
  prepare: async (shop) => {
    await shop.init({ demo: true });
    await writeFile(shop.path.replace('.shuke', ' (王芳的冲突副本 2026-11-20).shuke'), await readFile(shop.path));
  },
}, async (window) => {
  await toBackup(window);
  await window.see('旁边有网盘留下的冲突副本');
  await window.see('王芳的冲突副本');
  assert.deepEqual(await overflowing(window), []);
  await window.screenshot('backup-conflict');
  await window.click('button', '试开验证');
  await window.see('打得开，逐项核对过，没有问题');
});
