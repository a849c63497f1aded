// What a saved visit goes through afterwards: goods come back, it is put right, moved, voided, undone.
import { journey } from '../harness/journey.mjs';
import { customer, open as openHer, piece, purchase } from '../harness/steps.mjs';

async function shop(file) {
  await file.init();
  await file.ask(customer('单晓燕', '13805714217'), customer('王芳', '13900000001'), purchase(1, '貂绒大衣', '12800'));
}

const open = (window) => openHer(window, '4217', '单晓燕');

async function openVisit(window) {
  await open(window);
  await window.clickCss('.timeline button');
  await window.see('经过');
}

journey('goods come back against the line they were bought on: shown first, and points and level go with them', { prepare: shop }, async (window) => {
  await open(window);
  await window.see('金卡');
  await window.press('F8');
  await window.see('退哪一件');
  await window.click('button', '貂绒大衣');
  await window.see('扣回积分');
  await window.see('降到普通会员');
  await window.click('button', '现金');
  await window.press('Control+Enter');
  await window.see('退了 1 件');
  await window.see('−¥12,800.00');
  await window.see('普通会员');
  // Nothing is left that could come back a second time.
  await window.press('F8');
  await window.see('还没有能退的');
});

journey('a saved visit is put right; old and new stand side by side', { prepare: shop }, async (window) => {
  await openVisit(window);
  await window.press('e');
  await window.find('button', '保存更正');
  await window.fill('textbox', '第 1 件 吊牌价', '680');
  await window.fill('textbox', '第 1 件 成交价', '680');
  await window.press('Control+Enter');
  await window.see('保存更正？');
  await window.click('button', '打错了');
  await window.click('button', '保存更正');
  await window.see('改好了，原来的也留着');
  await window.see('「打错了」');
  await window.click('button', '改了什么');
  await window.see('¥12,800.00');
  await window.see('¥680.00');
});

journey('a visit written down for the wrong person goes to the right one', { prepare: shop }, async (window) => {
  await openVisit(window);
  await window.press('e');
  await window.click('button', '不是她？换一位');
  await window.type('王芳');
  await window.click('option', '王芳');
  await window.see('改记到王芳名下');
  await window.press('Control+Enter');
  await window.see('保存更正？');
  await window.click('button', '记错人了');
  await window.click('button', '保存更正');
  await window.find('heading', '王芳');
  await window.see('改好了，原来的也留着');
  await open(window);
  await window.see('还没记过到店');
  await window.see('普通会员');
});

journey('a visit is voided with what that takes away shown first, and one key brings it back', { prepare: shop }, async (window) => {
  await openVisit(window);
  await window.press('Delete');
  await window.see('从账上拿掉');
  await window.see('12,800 → 0');
  await window.click('button', '记重了');
  await window.click('button', '作废');
  await window.see('它不算进账');
  await window.press('Control+z');
  await window.see('撤销了刚才这一步');
  await window.gone('它不算进账');
  await open(window);
  await window.see('金卡');
});

journey('the key for undo takes back what was just saved, step by step, and says when there is nothing more', { prepare: shop }, async (window) => {
  await openHer(window, '0001', '王芳');
  await window.press('F2');
  await piece(window, '26D3001', '真丝衬衫', '459');
  await window.press('Control+Enter');
  await window.see('怎么付');
  await window.press('1');
  await window.press('Control+Enter');
  await window.see('已记：真丝衬衫');
  await window.press('Control+z');
  await window.see('撤销了刚才这一步：已记：真丝衬衫');
  await window.see('还没记过到店');
  await window.press('Control+z');
  await window.see('这次打开以后还没动过什么');
});
