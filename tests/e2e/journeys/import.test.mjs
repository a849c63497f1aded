// Files of another system: a workbook read as a person sees it, its sheet chosen, brought in and taken back.
import { writeFile } from 'node:fs/promises';
import { journey } from '../harness/journey.mjs';
import { atCounter, open, place } from '../harness/steps.mjs';
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
  await window.click('button', '选文件');
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
  await window.click('button', '选文件');
  await window.see('这其实是一个网页，不是表格');
});

/** Says what becomes of a column that no heading explains. */
function fate(window, column, word) {
  return window.until(`the column ${column} to be taken so: ${word}`, () =>
    window.run(
      (heading, wanted) => {
        const groups = [...document.querySelectorAll('[role=radiogroup]')];
        const group = groups.find((one) => one.getAttribute('aria-label') === `「${heading}」当作什么`);
        const radio = [...(group?.querySelectorAll('input') ?? [])].find((one) => one.labels[0].textContent.trim() === wanted);
        radio?.click();
        return radio !== undefined;
      },
      column,
      word,
    ),
  );
}

const known = [
  ['create_customer', { fields: { name: '王芳', phones: ['13800134217'], member_no: 'M1', wechat: 'wf_old', note: '怕热' }, confirm_phone: true, answers: [], tags: [] }],
];

async function chosen(window, file) {
  await place(window, '导入');
  await window.answerDialog(file);
  await window.click('button', '选文件');
  await window.see('没认出来，先不导入');
}

const prepared = async (file) => {
  await file.init();
  await file.ask(...known);
};

journey('columns nobody knows go where the owner says, what changes is shown before, and both are remembered', { prepare: prepared }, async (window) => {
  await atCounter(window);
  const file = window.file('会员.csv');
  await writeFile(file, '会员号,姓名,微信,备注,星座,家里,忌口\nM1,王芳,wf_new,,双鱼,两个娃,花生\nM2,李红,,,,,\n');
  await chosen(window, file);
  await fate(window, '星座', '新建一项');
  await window.see('顾客档案里多一项「星座」');
  await fate(window, '家里', '写进备注');
  await window.see('备注里写「家里：两个娃」');
  await window.click('button', '先试一遍');
  await window.see('顾客档案里会新建：星座');
  await window.see('忌口（1 格）');
  await window.click('button', '补上或更新的顾客，逐项看');
  await window.see('wf_old');
  await window.see('wf_new');
  await window.see('家里：两个娃');
  await window.screenshot('import-columns-tried');
  await window.click('button', '正式导入');
  await window.see('导好了');
  await open(window, '4217', '王芳');
  await window.see('wf_new');
  await window.see('双鱼');
  // One undo takes back what came in and the field that was made for it.
  await place(window, '历史');
  await window.click('button', '撤销');
  await place(window, '顾客');
  await window.gone('李红');
  await open(window, '4217', '王芳');
  await window.see('wf_old');
  await window.gone('双鱼');
  // The next file needs no word.
  await chosen(window, file);
  await window.see('上次就这样选的');
  await window.click('button', '先试一遍');
  await window.see('顾客档案里会新建：星座');
  await window.click('button', '补上或更新的顾客，逐项看');
  await window.see('家里：两个娃');
});

journey('three years of visits from files of two kinds come in at once, are told apart, and go by one undo', { prepare: (file) => file.init() }, async (window) => {
  await atCounter(window);
  const paths = ['会员.csv', '2023.csv', '2024.xlsx', '2025.csv'].map((name) => window.file(name));
  const year = workbook([
    ['说明', [['本表由系统导出']]],
    ['流水', [
      ['小票号', '会员号', '日期', '实收'],
      ['B1', 'M1', '2024-03-01', 200],
      ['B2', 'M9', '2024-03-02', 50],
    ]],
  ]);
  await writeFile(paths[0], '会员号,姓名\nM1,曾丽\nM2,仇敏\n');
  await writeFile(paths[1], '单号,会员号,日期,金额\nA1,M1,2023-03-01,100\nA2,M2,2023-12-31,30\n');
  await writeFile(paths[2], year);
  // It overlaps with the first, as exports do.
  await writeFile(paths[3], '单号,会员号,日期,金额\nA2,M2,2023-12-31,30\nC1,M1,2025-03-01,300\n');
  await place(window, '导入');
  await window.answerDialog(paths.join('\n'));
  await window.click('button', '选文件');
  await window.see('2025.csv');
  await window.see('工作表「流水」');
  await window.screenshot('import-files');
  // One is taken away and chosen again: it stands last then.
  await window.click('button', '拿掉「会员.csv」');
  await window.gone('会员.csv');
  await window.answerDialog(paths[0]);
  await window.click('button', '选文件');
  await window.see('会员.csv');
  await window.click('button', '先试一遍');
  await window.see('试完了');
  await window.see('2024.xlsx');
  await window.see('找不到唯一的一位顾客');
  await window.screenshot('import-files-tried');
  await window.click('button', '正式导入');
  await window.see('导好了');
  await open(window, 'zl', '曾丽');
  await window.see('¥600');
  await place(window, '历史');
  await window.click('button', '撤销');
  await place(window, '顾客');
  await window.gone('曾丽');
});
