import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { broken, overflowing } from '../harness/inspect.mjs';
import { journey } from '../harness/journey.mjs';
import { onPaper, printed } from '../harness/paper.mjs';
import { atCounter, customer, open, place, purchase } from '../harness/steps.mjs';

const PASSPHRASE = '春天的连衣裙最好看';

/** The letters of the sheet on show. */
async function sheet(window) {
  await window.findCss('.paper');
  const groups = await window.run(() => [...document.querySelectorAll('.paper code')].map((group) => group.textContent));
  assert.equal(groups.length, 14);
  return groups.join('');
}

async function fine(window) {
  assert.deepEqual(await broken(window), []);
  assert.deepEqual(await overflowing(window), []);
}

/** Whether nothing but the sheet would be printed, on one page, its groups each in one line. */
async function fineOnPaper(window, name) {
  await onPaper(window, async () => {
    assert.deepEqual(await printed(window, '.paper'), []);
    assert.deepEqual(await overflowing(window), []);
    await window.screenshot(name);
  });
  await fine(window);
}

/** Every file of a folder that holds one of the texts in an encoding of a Chinese computer. */
async function holding(folder, texts) {
  const gbk = new Map([['单晓燕', Buffer.from('b5a5cffed1e0', 'hex')]]);
  const marks = texts.flatMap((text) => [
    Buffer.from(text),
    Buffer.from(text, 'utf16le'),
    Buffer.from(text, 'utf16le').swap16(),
    ...(gbk.has(text) ? [gbk.get(text)] : []),
  ]);
  const found = [];
  for (const name of await readdir(folder, { recursive: true })) {
    const bytes = await readFile(path.join(folder, name)).catch(() => Buffer.alloc(0));
    if (marks.some((mark) => bytes.includes(mark))) found.push(name);
  }
  return found;
}

journey('an encrypted shop is made, its sheet typed back, and opened again; nothing of her lies on the disk', {}, async (window) => {
  await window.see('先认识一下您的店');
  await window.click('radio', '服装');
  await window.fill('textbox', '店名', '云裳女装');
  await window.answerDialog(window.file('云裳.shuke'));
  await window.click('button', '换个地方');
  await window.see('云裳.shuke');
  await window.click('radio', '打开要输口令');
  await window.fill('textbox', '口令', PASSPHRASE);
  await window.fill('textbox', '再输一遍', PASSPHRASE);
  await fine(window);
  await window.screenshot('encryption-first-run');
  await window.click('button', '开店');
  await window.see('先把恢复页收好');
  const letters = await sheet(window);
  await fine(window);
  await window.screenshot('encryption-first-run-sheet');
  await fineOnPaper(window, 'encryption-first-run-paper');
  const last = letters.at(-1) === 'A' ? 'B' : 'A';
  await window.fill('textbox', '照着恢复页抄一遍', letters.slice(0, -1) + last);
  await window.click('button', '抄对了，开始用');
  await window.see('第 14 组抄得不对');
  await window.fill('textbox', '照着恢复页抄一遍', letters);
  await window.click('button', '抄对了，开始用');
  await atCounter(window);

  await window.press('F4');
  await window.find('heading', '新建顾客');
  await window.fill('textbox', '姓名', '单晓燕');
  await window.press('Control+s');
  await window.find('heading', '单晓燕');

  window.passphrase = window.file('passphrase.txt');
  await writeFile(window.passphrase, PASSPHRASE);
  await window.restart();
  await window.see('打开「云裳」');
  await window.screenshot('encryption-unlock');
  await window.type('夏天的连衣裙最好看');
  await window.press('Enter');
  await window.see('口令不对，或不是熟客的文件');
  await fine(window);
  await window.fill('textbox', '口令', PASSPHRASE);
  await window.press('Enter');
  await atCounter(window);
  await open(window, '单', '单晓燕');
  assert.deepEqual(await holding(window.folder, ['单晓燕']), []);
});

/** Put down by the preparation, for the journey to type. */
let letters;

journey(
  'the recovery sheet opens the book when the passphrase is forgotten, and its letters may be small',
  {
    dark: true,
    prepare: async (shop) => {
      await shop.init({ passphrase: PASSPHRASE });
      const [, shown] = await shop.ask(customer('曾小满', '13900005678'), ['recovery_sheet', { passphrase: PASSPHRASE }]);
      letters = shown.groups.join('');
    },
  },
  async (window) => {
    window.passphrase = window.file('passphrase.txt');
    await window.see('打开「店」');
    await window.screenshot('encryption-unlock-dark');
    await window.click('button', '忘了口令？用恢复页打开');
    await window.fill('textbox', '恢复页', letters.toLowerCase());
    await fine(window);
    await window.screenshot('encryption-unlock-sheet-dark');
    await window.press('Enter');
    await atCounter(window);
    await open(window, '5678', '曾小满');
    await place(window, '设置');
    await window.click('button', '口令和恢复页');
    await window.see('恢复页还没有核对过');
    await fine(window);
    await window.screenshot('encryption-unconfirmed-dark');
  },
);

journey(
  'a shop is encrypted later, and the plain copy that is left is named',
  {
    prepare: async (shop) => {
      await shop.init();
      const [{ customer: her }] = await shop.ask(customer('曾小满', '13900005678'));
      await shop.ask(purchase(her, '连衣裙', '680.00'));
    },
  },
  async (window) => {
    await atCounter(window);
    await place(window, '设置');
    await window.click('button', '口令和恢复页');
    await window.find('heading', '加密');
    await fine(window);
    await window.screenshot('encryption-none');
    await window.click('button', '给文件加密');
    await window.fill('textbox', '口令', PASSPHRASE);
    await window.fill('textbox', '再输一遍', PASSPHRASE);
    await window.screenshot('encryption-choose');
    await window.click('button', '下一步：恢复页');
    const letters = await sheet(window);
    await fine(window);
    await window.screenshot('encryption-sheet');
    await fineOnPaper(window, 'encryption-paper');
    await window.fill('textbox', '照着恢复页抄一遍', letters);
    window.passphrase = window.file('passphrase.txt');
    await writeFile(window.passphrase, PASSPHRASE);
    await window.click('button', '抄对了，开始加密');
    await window.see('已经加密好了');
    await window.see('没有加密，谁拿到都能看');
    await fine(window);
    await window.screenshot('encryption-done');
    const found = await holding(window.folder, ['曾小满']);
    assert.ok(found.length > 0 && found.every((name) => /店-[^/]+\.shuke$/.test(name)), `only copies made before are plain: ${found}`);

    await window.restart();
    await window.see('打开「店」');
    await window.type(PASSPHRASE);
    await window.press('Enter');
    await atCounter(window);
    await open(window, '5678', '曾小满');
    await window.see('680');
  },
);
