// Files of another system: a workbook read as a person sees it, its sheet chosen, brought in and taken back.
import { writeFile } from 'node:fs/promises';
import { journey } from '../harness/journey.mjs';
import { atCounter, place } from '../harness/steps.mjs';
import { workbook } from '../harness/workbook.mjs';

const book = workbook([
  ['说明', [['本表由系统导出']]],
  ['会员', [
    ['某某女装 会员资料'],
    ['会员号', '姓名', '联系方式', '', '建档日期', '积分', '星座'],
    ['', '', '手机', '微信'],
    ['M1', '曾丽', 13811112222, 'zeng_li', '3/4/2024', 1200, '双鱼'],
    ['M2', '仇敏', '#N/A', '', '25/4/2024'],
    ['合计', '', '', '', '', 1200],
  ]],
]);

journey('a workbook comes in by the guided walk, and goes out again by one undo', { prepare: (file) => file.init() }, async (window) => {
  await atCounter(window);
  const file = window.file('老系统.xlsx');
  await writeFile(file, book);
  await place(window, '导入');
  await window.answerDialog(file);
  await window.click('button', '选顾客的文件');
  await window.see('老系统.xlsx');
  await window.see('工作表');
  await window.see('没认出来，先不导入');
  await window.screenshot('import-workbook');
  await window.click('button', '先试一遍');
  await window.see('读的是工作表「会员」');
  await window.see('日/月/年');
  await window.see('合计行，不是记录');
  await window.see('表格里这一格是错误值');
  await window.screenshot('import-workbook-tried');
  await window.click('button', '正式导入');
  await window.see('导好了');
  await place(window, '顾客');
  await window.see('共 2 位');
  await window.see('曾丽');
  await place(window, '历史');
  await window.click('button', '撤销');
  await place(window, '顾客');
  await window.gone('曾丽');
});

journey('a web page that is called a workbook is named for what it is', { prepare: (file) => file.init() }, async (window) => {
  await atCounter(window);
  const file = window.file('导出.xls');
  await writeFile(file, '<html><body><table><tr><td>会员号</td></tr></table></body></html>');
  await place(window, '导入');
  await window.answerDialog(file);
  await window.click('button', '选顾客的文件');
  await window.see('这其实是一个网页，不是表格');
});
