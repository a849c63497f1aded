// The shop's own words: a text is changed, read as a customer would get it, used for her, and taken back.
import { journey } from '../harness/journey.mjs';

const demo = { prepare: (file) => file.init({ demo: true }) };

journey('a changed text is what is copied for a customer, until it is taken back', demo, async (window) => {
  await window.see('今天该关心');
  await window.press('F7');
  await window.see('过了日子');
  await window.click('button', '话术');
  await window.see('好久不见');
  await window.fill('textbox', '找一句话', '电话邀请');
  await window.gone('生日和纪念日');
  await window.click('button', '电话邀请');
  await window.see('发给谁看看');
  await window.fill('combobox', '发给谁看看', '单');
  await window.find('option', '单晓燕');
  await window.press('Enter');
  await window.fill('textbox', '内容', '{称呼}，店里新煮了茶，等您来。');
  await window.see('店里新煮了茶，等您来。');
  await window.see('单');
  await window.press('Control+Enter');
  await window.see('存好了');
  await window.press('F7');
  await window.see('过了日子');
  await window.see('店里新煮了茶，等您来。');
  await window.press('Control+c');
  await window.see('拷贝好了');
  await window.press('m');
  await window.see('要说的话');
  await window.press('Control+a');
  await window.press('Delete');
  await window.press('Control+v');
  await window.see('店里新煮了茶，等您来。');
  await window.press('Escape');
  await window.press('Control+z');
  await window.see('撤销了');
  // What was copied for her stays with her task; the text itself is as it was.
  await window.click('button', '话术');
  await window.fill('textbox', '找一句话', '电话邀请');
  await window.see('挺惦记的');
  await window.gone('店里新煮了茶，等您来。');
});

journey('a text that says a name wrongly cannot be saved, and a festival of the shop stands in the calendar', demo, async (window) => {
  await window.see('今天该关心');
  await window.press('F7');
  await window.see('过了日子');
  await window.click('button', '话术');
  await window.see('好久不见');
  await window.click('button', '新话术');
  await window.fill('textbox', '名称', '店庆');
  await window.fill('textbox', '内容', '{姓名}，来店里坐坐。');
  await window.see('「姓名」填不出来');
  await window.press('Control+Enter');
  await window.see('「姓名」填不出来');
  await window.press('Escape');
  await window.click('button', '日历');
  await window.see('这个月的生日');
  await window.click('button', '加节日');
  await window.fill('textbox', '名称', '店庆');
  await window.press('Control+Enter');
  await window.see('节日「店庆」存好了');
});
