// How the list of today comes about: a rule is tried, switched off, taken back; a rule of the shop's own is added and deleted.
import { journey } from '../harness/journey.mjs';
import { place } from '../harness/steps.mjs';

const demo = { prepare: (file) => file.init({ demo: true }) };

/** How many tasks of a rule stand on the list of the day. */
const tasks = (window, title) => window.run((wanted) => [...document.querySelectorAll('[role=row]')].filter((row) => row.textContent.includes(wanted)).length, title);

journey('a rule is switched off: the dry run says who goes, the list of today follows, undo brings them back', demo, async (window) => {
  await window.see('今天该关心');
  await window.press('F7');
  await window.see('过了日子');
  const before = await tasks(window, '5 个月没来');
  await window.click('button', '规则');
  await window.see('好久没来');
  await window.click('button', '5 个月没来');
  await window.see('今天的名单不变');
  await window.click('checkbox', '用这条规则');
  await window.see('会少');
  await window.see('不再点到');
  await window.press('Control+Enter');
  await window.see('存好了，先停着');
  await place(window, '关怀');
  await window.see('过了日子');
  await window.until('the list to be shorter', async () => (await tasks(window, '5 个月没来')) === 0 && before > 0);
  await window.press('Control+z');
  await window.see('撤销了');
  await window.until('they are back', async () => (await tasks(window, '5 个月没来')) === before);
});

journey('a rule of the own shop is written, tried, and deleted; one tick turns a rule off', demo, async (window) => {
  await window.see('今天该关心');
  await window.press('F7');
  await window.see('过了日子');
  await window.click('button', '规则');
  await window.see('好久没来');
  await window.click('button', '新规则');
  await window.see('试算今天');
  await window.press('Control+Enter');
  await window.see('给规则起个名字');
  await window.fill('textbox', '叫什么', '买满三百，当天道谢');
  await window.fill('textbox', '一次买满', '300');
  await window.fill('textbox', '过几天', '0');
  await window.fill('textbox', '几天内做都行', '30');
  await window.see('件是新点到的');
  await window.press('Control+Enter');
  await window.see('规则「买满三百，当天道谢」存好了');
  await window.see('¥300 起 · 当天');
  await window.click('button', '买满三百，当天道谢');
  await window.click('button', '删掉');
  await window.see('规则「买满三百，当天道谢」删掉了');
  await window.gone('¥300 起 · 当天');
  await window.click('checkbox', '用规则「生日当天：祝福」');
  await window.see('规则「生日当天：祝福」停了');
  await window.see('停着');
});
