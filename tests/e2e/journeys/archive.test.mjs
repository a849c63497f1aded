// The archive as a whole: the list, tags, fields of one's own, duplicates.
import { journey } from '../harness/journey.mjs';
import { atCounter, customer, open, place, purchase, tidy } from '../harness/steps.mjs';

async function shop(file) {
  await file.init();
  await file.ask(
    customer('单晓燕', '13805714217'), customer('王芳', '13900000001'), customer('王小芳', '13900000001'),
    purchase(1, '貂绒大衣', '12800'), purchase(2, '真丝方巾', '399'),
  );
}

/** The names as they stand below each other. */
const names = (window) => window.run(() => [...document.querySelectorAll('[role=row] b')].map((name) => name.textContent));

journey('the list of customers is put in order and narrowed, by mouse and by key', { prepare: shop }, async (window) => {
  await atCounter(window);
  await place(window, '顾客');
  await window.see('共 3 位');
  await window.run(() => [...document.querySelectorAll('[role=columnheader] button')].find((head) => head.textContent.includes('累计消费')).click());
  await window.until('the best customer first', async () => (await names(window)).join() === '单晓燕,王芳,王小芳');
  await window.press('f');
  await window.press('Enter');
  await window.click('checkbox', '普通会员');
  await window.see('合条件的 2 位');
  await window.until('the others only', async () => (await names(window)).join() === '王芳,王小芳');
  await window.press('Escape');
  await window.click('button', '不按等级筛');
  await window.see('共 3 位');
});

journey('a tag and a field of the shop\'s own are made and filled', { prepare: shop }, async (window) => {
  await atCounter(window);
  await tidy(window, '标签');
  await window.find('textbox', '新标签');
  await window.type('注重面料');
  await window.press('Enter');
  await window.see('有了标签「注重面料」');
  await tidy(window, '档案项目');
  await window.click('button', '加一项软性档案');
  await window.fill('textbox', '叫什么', '香味');
  await window.fill('textbox', '怎么问', '您喜欢什么香味？');
  await window.fill('textbox', '分量', '100');
  await window.press('Enter');
  await window.see('「香味」记好了');
  await open(window, '王小芳', '王小芳');
  await window.press('t');
  await window.type('注重');
  await window.find('option', '注重面料');
  await window.press('Enter');
  await window.press('Escape');
  // What weighs most is asked first.
  await window.see('您喜欢什么香味？');
  await window.click('textbox', '您喜欢什么香味？');
  await window.type('雪松');
  await window.press('Enter');
  await window.gone('您喜欢什么香味？');
  await window.see('雪松');
  await place(window, '顾客');
  await window.press('/');
  await window.type('注重面料');
  await window.find('option', '王小芳');
});

journey('two archives of one person become one, and come apart again', { prepare: shop }, async (window) => {
  await atCounter(window);
  await tidy(window, '找重复的档案');
  await window.see('手机号一样');
  // What she will be is worked out first, and the button moves down when it is there.
  await window.see('能用的券');
  await window.click('button', '合成一份');
  await window.see('并进了');
  await window.see('没有看着像同一个人的');
  await window.press('Control+z');
  await window.see('撤销了刚才这一步');
  await window.see('手机号一样');
});
