// One person or two: compared before they are joined, told apart and remembered; and who left, and came back.
import { journey } from '../harness/journey.mjs';
import { atCounter, customer, open, purchase, tidy } from '../harness/steps.mjs';

async function shop(file) {
  await file.init();
  await file.ask(
    customer('单晓燕', '13805714217', { email: 'yan@example.com' }), customer('單小燕', '+86 138-0571-4217'), customer('王芳', '13900000001'),
    purchase(1, '貂绒大衣', '12800'), purchase(2, '真丝方巾', '399'),
  );
}

journey('a pair is compared, joined as chosen, and taken apart again', { prepare: shop }, async (window) => {
  await atCounter(window);
  await tidy(window, '找重复的档案');
  await window.see('很可能');
  await window.see('手机号一样');
  // What she will be is told beforehand: both purchases, in one sum.
  await window.see('合成以后');
  await window.see('¥13,199');
  await window.click('radio', '單小燕');
  await window.see('¥13,199');
  await window.click('button', '合成一份');
  await window.see('并进了單小燕的档案');
  await window.see('没有看着像同一个人的');
  await open(window, '單小燕', '單小燕');
  await window.see('¥13,199');
  await window.press('Control+z');
  await window.see('撤销了刚才这一步');
  await window.gone('¥13,199');
});

journey('two people are told apart, which is kept and can be taken back', { prepare: shop }, async (window) => {
  await atCounter(window);
  await tidy(window, '找重复的档案');
  await window.see('手机号一样');
  await window.click('button', '是两个人');
  await window.see('没有看着像同一个人的');
  await window.restart();
  await atCounter(window);
  await tidy(window, '找重复的档案');
  await window.see('没有看着像同一个人的');
  await window.click('radio', '记作两个人');
  await window.click('button', '收回');
  await window.see('还没有记作两个人的');
  await window.click('radio', '待看');
  await window.see('手机号一样');
});

journey('who leaves rests, and comes back with a purchase', { prepare: shop }, async (window) => {
  await atCounter(window);
  await open(window, '单晓燕', '单晓燕');
  await window.click('button', '更多');
  await window.click('menuitem', '退会');
  await window.see('先放着，恢复前不能用');
  await window.click('button', '退会');
  await window.see('单晓燕已退会');
  await window.press('/');
  await window.type('单晓燕');
  await window.find('option', '已收起或退会');
  await window.press('Escape');
  await window.click('button', '更多');
  await window.click('menuitem', '恢复档案');
  await window.see('又能用了');
  await window.click('button', '恢复档案');
  await window.see('单晓燕的档案恢复了');
  await window.find('button', '记一次到店');
});
