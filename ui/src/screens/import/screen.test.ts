import { mockIPC } from '@tauri-apps/api/mocks';
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { later, settle } from '../../../test/act';
import { expectNoFaults } from '../../../test/window';
import { toasts } from '../../app/toasts.svelte';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import Import from './Import.svelte';

type Args = Record<string, unknown>;
const column = {
  target: null as string | null,
  field: null as string | null,
  is_new: false,
  is_remembered: false,
  is_known: false,
  is_double: false,
  is_left_out: false,
  lost: 0,
};
const preview = {
  kind: 'customers',
  encoding: 'gb18030',
  certainty: 'likely',
  sheet: null,
  sheets: [],
  delimiter: ',',
  heading_line: 1,
  columns: [
    { ...column, heading: '姓名', title: '姓名', target: 'name', is_known: true },
    { ...column, heading: '联系', title: '联系' },
  ],
  missing: [] as string[][],
  rows: [['单晓燕', '13800134217']],
  has_more: false,
};
const customers = {
  rows: 3,
  new: 1,
  known: 0,
  changed: 0,
  rejected: 2,
  changes: [] as unknown[],
  flagged: [{ line: 4, column: '联系', code: 'phone_taken', text: '13800134217', severity: 'rejected' }],
  flags: { phone_taken: 2 },
  columns: [] as unknown[],
};
const file = {
  name: '客户.csv',
  kind: 'customers',
  rows: 3,
  new: 1,
  known: 0,
  changed: 0,
  rejected: 2,
  flags: {},
  columns: [] as unknown[],
};
const report = {
  dry_run: true,
  customers,
  files: [file] as unknown[],
  referrers_found: 0,
  staff_added: [],
  fields_added: [] as string[],
  total: '0.00',
  customer_total: '0.00',
  returns_tied: 0,
};
let asked: [string, Args][] = [];

function answers(own: Record<string, (args: Args) => unknown>): void {
  asked = [];
  const all: typeof own = {
    list_fields: () => ({ fields: [] }),
    choose_files: () => ['C:\\老系统\\客户.csv'],
    preview_import: () => preview,
    run_import: ({ dry_run }) => ({ ...report, dry_run }),
    ...own,
  };
  mockIPC((command, payload) => {
    const { op, args } = (payload ?? {}) as { op: string; args: Args };
    const name = command === 'call' ? op : command;
    asked.push([name, args]);
    const answer = all[name]?.(args) ?? null;
    if (command !== 'call') return answer;
    const operation = name === 'run_import' && args.dry_run === false ? 77 : null;
    return Promise.resolve(answer).then((given) => ({ answer: given, tables: [], operation }));
  });
}
const of = (op: string) => asked.filter(([name]) => name === op).map(([, args]) => args);
async function press(name: string) {
  await userEvent.click(screen.getByRole('button', { name }));
  await settle();
}
async function fate(heading: string, word: string) {
  const group = screen.getByRole('radiogroup', { name: `「${heading}」当作什么` });
  await userEvent.click(within(group).getByRole('radio', { name: word }));
  await settle();
}
async function itIs(heading: string, field: string) {
  await fate(heading, '是……');
  await userEvent.selectOptions(screen.getByLabelText(`「${heading}」是哪一项`), field);
  await settle();
}

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
});

it('walks from the file over the trial to the import, and offers the way back', async () => {
  answers({});
  const { container } = render(Import);
  await settle();
  expect(container.textContent).toContain('先试一遍，不会动您的数据');
  expect((screen.getByRole('button', { name: '先试一遍' }) as HTMLButtonElement).disabled).toBe(true);
  await expectNoFaults(container);
  await press('选文件…');
  expect(container.textContent).toContain('客户.csv');
  expect(container.textContent).toContain('编码是猜的');
  await expectNoFaults(container);
  await press('先试一遍');
  expect(of('run_import')).toMatchObject([{ dry_run: true, files: [{ kind: 'customers', map: [] }] }]);
  expect(container.textContent).toContain('试完了，您的数据没有动过');
  expect(container.textContent).toContain('这个手机号已有别的顾客在用');
  expect(container.textContent).toContain('第 4 行');
  expect(container.textContent).toContain('「13800134217」');
  await expectNoFaults(container);
  await press('正式导入');
  expect(of('run_import')[1]).toMatchObject({ dry_run: false });
  expect(container.textContent).toContain('导好了');
  expect(toasts().at(-1)).toMatchObject({
    text: '已导入 1 位顾客',
    act: { label: 'toast-undo' },
  });
  await expectNoFaults(container);
});

it('lets the hand say what a column means and how the file is read', async () => {
  answers({
    preview_import: ({ map }) => ({
      ...preview,
      missing: (map as string[]).length > 0 ? [] : [['phone', 'member_no']],
    }),
  });
  const { container } = render(Import);
  await settle();
  await press('选文件…');
  expect(container.textContent).toContain('还缺一列：电话或会员号');
  expect(container.textContent).toContain('下面 1 列没认出来，先不导入');
  expect((screen.getByRole('button', { name: '先试一遍' }) as HTMLButtonElement).disabled).toBe(true);
  await itIs('联系', 'phone');
  await userEvent.selectOptions(screen.getByLabelText('文字编码'), 'big5');
  await settle();
  expect(of('preview_import').at(-1)).toMatchObject({ kind: null, encoding: 'big5', map: ['#2=phone'] });
  // Other delimiters make other columns, so what was said of them is gone.
  await userEvent.selectOptions(screen.getByLabelText('格子之间用什么隔开'), ';');
  await settle();
  expect(of('preview_import').at(-1)).toMatchObject({ delimiter: ';', encoding: 'big5', map: [] });
});

it('keeps what was said when the hand comes back from the trial', async () => {
  answers({});
  render(Import);
  await settle();
  await press('选文件…');
  await itIs('联系', 'phone');
  await press('先试一遍');
  await press('回去改');
  await userEvent.selectOptions(screen.getByLabelText('文字编码'), 'utf-8');
  await settle();
  expect(of('preview_import').at(-1)).toMatchObject({ encoding: 'utf-8', map: ['#2=phone'] });
});

it('says why a file cannot be read, and leaves it out when told', async () => {
  answers({ preview_import: () => Promise.reject({ code: 'file_missing' }) });
  const { container } = render(Import);
  await settle();
  await press('选文件…');
  expect(container.textContent).toContain('找不到');
  await press('拿掉「客户.csv」');
  expect(container.textContent).not.toContain('客户.csv');
  expect(container.textContent).toContain('先选文件');
});

it('stops, and stays where it was', async () => {
  const task = later<unknown>();
  answers({ run_import: () => task.promise, cancel: () => task.refuse({ code: 'cancelled' }) });
  const { container } = render(Import);
  await settle();
  await press('选文件…');
  await press('先试一遍');
  expect(screen.getByRole('progressbar', { name: '正在试，不会动您的数据' })).toBeTruthy();
  await press('停下');
  expect(container.textContent).toContain('已经停下');
  expect(container.textContent).toContain('客户.csv');
});

it('writes the rows that were held back without importing anything', async () => {
  answers({
    choose_save: () => 'D:/没进来的行.csv',
    run_import: ({ errors }) => ({ ...report, files: [{ ...file, errors }] }),
  });
  render(Import);
  await settle();
  await press('选文件…');
  await press('先试一遍');
  await press('把没进来的行存成表格…');
  expect(of('run_import')[1]).toMatchObject({ dry_run: true, errors: 'D:/没进来的行.csv' });
  expect(toasts().at(-1)?.text).toBe('没进来的行写在 D:/没进来的行.csv，改好可以直接再导');
});

it('says so when the files hold nothing new', async () => {
  answers({
    run_import: () => ({ ...report, customers: { ...customers, rows: 3, new: 0, known: 3, rejected: 0, flags: {} } }),
  });
  const { container } = render(Import);
  await settle();
  await press('选文件…');
  await press('先试一遍');
  expect(container.textContent).toContain('文件里没有新的内容');
  expect((screen.getByRole('button', { name: '正式导入' }) as HTMLButtonElement).disabled).toBe(true);
});

it('leaves sensitive cells out unless the owner has the consents on paper', async () => {
  const flags = (args: Args): Record<string, number> => (args['consent_on_paper'] ? {} : { consent_missing: 2 });
  answers({
    run_import: (args) => ({
      ...report,
      dry_run: args.dry_run,
      customers: { ...customers, new: 3, rejected: 0, flags: flags(args), flagged: [] },
    }),
  });
  const { container } = render(Import);
  await settle();
  await press('选文件…');
  await press('先试一遍');
  expect(container.textContent).toContain('有 2 格是敏感信息');
  await expectNoFaults(container);
  await userEvent.click(screen.getByRole('checkbox', { name: /她们在纸上签过同意/ }));
  await settle();
  expect(container.textContent).not.toContain('有 2 格是敏感信息');
  await press('正式导入');
  expect(of('run_import').map(({ dry_run, consent_on_paper }) => [dry_run, consent_on_paper])).toEqual([
    [true, false],
    [true, true],
    [false, true],
  ]);
});

it('asks what becomes of a column that nobody knows, and says what each answer does', async () => {
  const unknown = { ...column, heading: '星座', title: '星座' };
  answers({
    preview_import: ({ map }) => {
      const said = (map as string[]).map((entry) => entry.split('=')[1]!).at(-1) ?? null;
      return {
        ...preview,
        columns: [
          preview.columns[0],
          { ...unknown, target: said, field: said === 'new' ? '星座' : null, is_new: said === 'new' },
        ],
      };
    },
  });
  const { container } = render(Import);
  await settle();
  await press('选文件…');
  expect(container.textContent).toContain('这一列的内容不会进来');
  await fate('星座', '写进备注');
  expect(of('preview_import').at(-1)).toMatchObject({ map: ['#2=note'] });
  expect(container.textContent).toContain('备注里写「星座：13800134217」');
  await fate('星座', '新建一项');
  expect(of('preview_import').at(-1)).toMatchObject({ map: ['#2=new'] });
  expect(container.textContent).toContain('顾客档案里多一项「星座」');
  await expectNoFaults(container);
  // To choose a field and then none is to be where one was.
  await fate('星座', '是……');
  expect(of('preview_import').length).toBe(3);
  await fate('星座', '不导入');
  expect(of('preview_import').at(-1)).toMatchObject({ map: ['#2=-'] });
});

it('puts all of them into the note at one stroke', async () => {
  const unknown = ['星座', '属相'].map((heading) => ({ ...column, heading, title: heading }));
  answers({ preview_import: () => ({ ...preview, columns: [preview.columns[0], ...unknown] }) });
  render(Import);
  await settle();
  await press('选文件…');
  await press('全写进备注');
  expect(of('preview_import').at(-1)).toMatchObject({ map: ['#2=note', '#3=note'] });
});

it('says what was chosen the last time', async () => {
  const remembered = { ...column, heading: '星座', title: '星座', target: 'note', is_remembered: true };
  answers({ preview_import: () => ({ ...preview, columns: [preview.columns[0], remembered] }) });
  const { container } = render(Import);
  await settle();
  await press('选文件…');
  expect(container.textContent).toContain('上次就这样选的');
  expect((screen.getByRole('radio', { name: '写进备注' }) as HTMLInputElement).checked).toBe(true);
});

it('shows changes field by field, what is lost with columns, and which fields are made', async () => {
  const fields = [
    { field: 'wechat', label: null, before: 'wx_1', after: 'wx_2', is_kept: false },
    { field: 'profile.own_1', label: '爱好', before: null, after: '跳舞', is_kept: false },
    { field: 'address', label: null, before: '文三路', after: '文三路', is_kept: true },
  ];
  const changes = [{ line: 3, customer: 1, member_no: 'M1', name: '王芳', fields }];
  const columns = [{ ...column, heading: '星座', title: '星座', lost: 12 }];
  answers({
    run_import: ({ dry_run }) => ({
      ...report,
      dry_run,
      fields_added: ['爱好'],
      customers: { ...customers, changed: 4, changes },
      files: [{ ...file, columns }],
    }),
  });
  const { container } = render(Import);
  await settle();
  await press('选文件…');
  await press('先试一遍');
  const cells = [...container.querySelectorAll('details tbody tr')]
    .slice(0, 3)
    .map((row) => [...row.children].map((cell) => cell.textContent?.trim().replace(/\s+/g, ' ')));
  expect(cells).toEqual([
    ['3', '王芳 M1', '微信', 'wx_1', 'wx_2'],
    ['爱好', '没有', '跳舞'],
    ['地址', '文三路', '表里空着，不动'],
  ]);
  expect(container.textContent).toContain('还有 3 位没有列在这里');
  expect(container.textContent).toContain('星座（12 格）');
  expect(container.textContent).toContain('顾客档案里会新建：爱好');
  await expectNoFaults(container);
  await press('正式导入');
  expect(container.textContent).toContain('顾客档案里新建：爱好');
});

it('takes several files at once, each with its kind, and tells of each what became of it', async () => {
  const kinds: Record<string, string> = { '2023.csv': 'visits', '2024.csv': 'visits', '杂.csv': '' };
  const visits = {
    ...customers,
    rows: 7,
    new: 6,
    rejected: 1,
    flagged: [{ ...customers.flagged[0], file: 1 }],
    flags: { phone_taken: 1 },
  };
  const of = (name: string, rejected: number) => ({
    ...file,
    name,
    kind: 'visits',
    rows: 3 + rejected,
    new: 3,
    rejected,
  });
  answers({
    choose_files: () => Object.keys(kinds).map((name) => `/旧/${name}`),
    preview_import: ({ path, kind }) => ({ ...preview, kind: kind || kinds[(path as string).slice(3)] || null }),
    run_import: ({ dry_run }) => ({
      ...report,
      dry_run,
      customers: null,
      visits,
      files: [of('2023.csv', 0), of('2024.csv', 1)],
    }),
  });
  const { container } = render(Import);
  await settle();
  await press('选文件…');
  await settle();
  await settle();
  const lines = () =>
    [...container.querySelectorAll('.line')].map((line) => line.textContent?.trim().replace(/\s+/g, ' '));
  expect(lines()).toHaveLength(3);
  expect(lines()[0]).toContain('2023.csv 到店单据');
  expect(lines()[2]).toContain('看不出是什么表，请您选一下');
  expect((screen.getByRole('button', { name: '先试一遍' }) as HTMLButtonElement).disabled).toBe(true);
  await expectNoFaults(container);
  // What nobody recognises stands open to be told.
  await userEvent.click(screen.getByRole('radio', { name: '商品明细' }));
  await settle();
  expect(asked.at(-1)).toMatchObject(['preview_import', { path: '/旧/杂.csv', kind: 'lines' }]);
  await press('拿掉「杂.csv」');
  // Chosen once more they are there already.
  await press('选文件…');
  await settle();
  expect(container.textContent).toContain('已经在里面了，没有再加：2023.csv、2024.csv');
  await press('拿掉「杂.csv」');
  await press('先试一遍');
  expect(asked.at(-1)).toMatchObject([
    'run_import',
    {
      files: [
        { path: '/旧/2023.csv', kind: 'visits' },
        { path: '/旧/2024.csv', kind: 'visits' },
      ],
    },
  ]);
  const rows = [...container.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent?.trim()),
  );
  expect(rows).toEqual([
    ['2023.csv', '3', '3', '0', '0', '0'],
    ['2024.csv', '4', '3', '0', '0', '1'],
  ]);
  expect(container.querySelector('details li')?.textContent).toContain('2024.csv');
  await expectNoFaults(container);
});

it('names the file that could not be taken', async () => {
  answers({
    run_import: () => Promise.reject({ code: 'import_cut_off', field: 'visits', params: { file: '2024.csv' } }),
  });
  const { container } = render(Import);
  await settle();
  await press('选文件…');
  await press('先试一遍');
  expect(container.textContent).toContain('「2024.csv」：这个文件不完整');
});

it('shows the trial as the present step while it runs', async () => {
  const task = later<unknown>();
  answers({ run_import: () => task.promise });
  const { container } = render(Import);
  await settle();
  await press('选文件…');
  const now = () => container.querySelector('[aria-current=step]')?.textContent;
  expect(now()).toContain('选文件');
  await press('先试一遍');
  expect(now()).toContain('先试一遍');
  task.give({ ...report, dry_run: true });
  await settle();
  expect(now()).toContain('先试一遍');
});

it('offers to choose from what a column has, where that is little', async () => {
  const unknown = { ...column, heading: '星座', title: '星座' };
  answers({
    preview_import: ({ map }) => {
      const said = (map as string[]).map((entry) => entry.split('=')[1]!).at(-1) ?? null;
      const made = said?.startsWith('new') ? { field: '星座', is_new: true } : {};
      return { ...preview, columns: [preview.columns[0], { ...unknown, target: said, ...made }] };
    },
    run_import: ({ dry_run }) => ({
      ...report,
      dry_run,
      fields_added: ['星座'],
      files: [{ ...file, columns: [{ ...unknown, target: 'new_choice', is_new: true, field: '星座', choices: 5 }] }],
    }),
  });
  const { container } = render(Import);
  await settle();
  await press('选文件…');
  await fate('星座', '新建一项');
  const making = screen.getByRole('radiogroup', { name: '「星座」新建成什么' });
  await userEvent.click(within(making).getByRole('radio', { name: '选一个' }));
  await settle();
  expect(of('preview_import').at(-1)).toMatchObject({ map: ['#2=new_choice'] });
  expect(container.textContent).toContain('从表里有的几种里选：13800134217');
  await expectNoFaults(container);
  await press('先试一遍');
  expect(container.textContent).toContain('顾客档案里会新建：星座（5 种可选）');
});
