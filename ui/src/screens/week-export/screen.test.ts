import { mockIPC } from '@tauri-apps/api/mocks';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { later, settle } from '../../../test/act';
import { expectNoFaults } from '../../../test/window';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import WeekExport from './WeekExport.svelte';

const running = {
  week: '2026-W47',
  from: '2026-11-16',
  to: '2026-11-22',
  visits: 4,
  total: '900.00',
  complete: false,
  changed: 0,
};
const due = { ...running, week: '2026-W46', from: '2026-11-09', to: '2026-11-15', visits: 31, complete: true };
const delivered = { ...due, week: '2026-W45', exported_at: '2026-11-09T09:10:00+08:00' };
const weeks = [running, due, delivered];
const made = {
  week: '2026-W46',
  from: due.from,
  to: due.to,
  folder: 'D:/账/2026-W46',
  files: [1, 2, 3, 4, 5, 6].map((n) => ({ name: `${n}.csv`, rows: n, bytes: n, sha256: '' })),
  totals: { visits: 31, total: '900.00', lines: 52 },
  revision: 1,
  corrections: 2,
  complete: true,
  repeated: false,
};

/** The window with answers for its commands and its operations; returns the names and arguments of what was asked. */
function answers(own: Record<string, (args: Record<string, unknown>) => unknown>): [string, unknown][] {
  const asked: [string, unknown][] = [];
  mockIPC((command, payload) => {
    const { op, args } = (payload ?? {}) as { op: string; args: Record<string, unknown> };
    const name = command === 'call' ? op : command;
    asked.push([name, args]);
    const answer = own[name]?.(args) ?? null;
    if (command !== 'call') return answer;
    return Promise.resolve(answer).then((given) => ({ answer: given, tables: [], operation: null }));
  });
  return asked;
}
const of = (asked: [string, unknown][], op: string) => asked.filter(([name]) => name === op).map(([, args]) => args);

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
});

it('lists the weeks and hands the due one over to where the last one went', async () => {
  const asked = answers({
    week_list: () => ({ weeks, more: false, last_folder: 'D:/账', last_encoding: 'gb18030' }),
    export_week: () => made,
  });
  const { container } = render(WeekExport);
  await settle();
  expect(container.textContent).toContain('第 46 周该交了');
  expect(container.textContent).toContain('11月9日 09:10已交');
  await expectNoFaults(container);
  await userEvent.click(screen.getByRole('button', { name: '交账' }));
  await settle();
  expect(of(asked, 'export_week')).toEqual([{ week: '2026-W46', folder: 'D:/账', encoding: 'gb18030' }]);
  expect(of(asked, 'choose_folder')).toEqual([]);
  expect(of(asked, 'week_list')).toHaveLength(2);
  expect(container.textContent).toContain('第 46 周的账已写好');
  expect(container.textContent).toContain('带了 2 笔对以前各周的更正');
  expect(container.textContent).toContain('6 个文件，放在 D:/账/2026-W46');
  await expectNoFaults(container);
});

it('asks for a folder the first time, and does nothing when none is chosen', async () => {
  const asked = answers({ week_list: () => ({ weeks, more: false }) });
  render(WeekExport);
  await settle();
  await userEvent.click(screen.getByRole('button', { name: '交账' }));
  await settle();
  expect(of(asked, 'choose_folder')).toHaveLength(1);
  expect(of(asked, 'export_week')).toEqual([]);
});

it('says why a week could not be written and offers another folder', async () => {
  const folders: unknown[] = [];
  answers({
    week_list: () => ({ weeks, more: false, last_folder: 'U:/' }),
    choose_folder: () => 'D:/账',
    export_week: ({ folder }) => {
      folders.push(folder);
      return folder === 'U:/' ? Promise.reject({ code: 'folder_missing' }) : made;
    },
  });
  const { container } = render(WeekExport);
  await settle();
  await userEvent.click(screen.getByRole('button', { name: '交账' }));
  await settle();
  expect(container.textContent).toContain('找不到那个文件夹');
  await userEvent.click(screen.getAllByRole('button', { name: '放到别处…' })[0]!);
  await settle();
  expect(folders).toEqual(['U:/', 'D:/账']);
  expect(container.textContent).toContain('第 46 周的账已写好');
});

it('shows how far it is and stops', async () => {
  const task = later<unknown>();
  answers({
    week_list: () => ({ weeks, more: false, last_folder: 'D:/账' }),
    export_week: () => task.promise,
    cancel: () => task.refuse({ code: 'cancelled' }),
  });
  const { container } = render(WeekExport);
  await settle();
  await userEvent.click(screen.getByRole('button', { name: /^先看看/ }));
  await settle();
  expect(screen.getByRole('progressbar', { name: '正在写第 47 周的账，并逐项对账' })).toBeTruthy();
  await userEvent.click(screen.getByText('停下'));
  await settle();
  expect(container.textContent).toContain('已经停下');
});

it('fetches earlier weeks', async () => {
  const asked = answers({
    week_list: ({ before }) =>
      before ? { weeks: [{ ...delivered, week: '2026-W44' }], more: false } : { weeks, more: true, last_folder: null },
  });
  const { container } = render(WeekExport);
  await settle();
  await userEvent.click(screen.getByText('更早的几周'));
  await settle();
  expect(of(asked, 'week_list')).toEqual([{ limit: 12 }, { limit: 12, before: '2026-W45' }]);
  expect(container.textContent).toContain('第 44 周');
  expect(screen.queryByText('更早的几周')).toBeNull();
});

it('says what will stand here while nothing was sold', async () => {
  answers({ week_list: () => ({ weeks: [{ ...running, visits: 0, total: '0.00' }], more: false }) });
  const { container } = render(WeekExport);
  await settle();
  expect(container.textContent).toContain('这几周还没有到店');
  await expectNoFaults(container);
});

it('says why the list cannot be had, and asks again', async () => {
  let fails = true;
  answers({
    week_list: () => (fails ? Promise.reject({ code: 'disk_fault' }) : { weeks, more: false }),
  });
  const { container } = render(WeekExport);
  await settle();
  expect(container.textContent).toContain('磁盘读写出错');
  fails = false;
  await userEvent.click(screen.getByText('再试一次'));
  await settle();
  expect(container.textContent).toContain('第 46 周');
});

it('exports a table with the columns ticked, in their order, to the file that was chosen', async () => {
  const asked = answers({
    week_list: () => ({ weeks, more: false }),
    export_columns: () => ({
      columns: [
        { name: 'member_no', label: '会员号', is_chosen: true },
        { name: 'name', label: '姓名', is_chosen: true },
        { name: 'phone', label: '手机', is_chosen: true },
      ],
      format: 'csv',
      encoding: 'gb18030',
    }),
    choose_save: () => 'D:/顾客.csv',
    export_table: () => ({ path: 'D:/顾客.csv', rows: 4372, bytes: 9 }),
  });
  const { container } = render(WeekExport);
  await settle();
  await userEvent.click(screen.getByRole('button', { name: '导出顾客表' }));
  await settle();
  await userEvent.click(screen.getByRole('checkbox', { name: '会员号' }));
  await userEvent.click(screen.getByRole('button', { name: '手机 往前' }));
  await userEvent.click(screen.getByRole('button', { name: /选位置并导出/ }));
  await settle();
  expect(of(asked, 'export_table')).toEqual([
    {
      table: 'customers',
      path: 'D:/顾客.csv',
      format: 'csv',
      encoding: 'gb18030',
      headings: 'words',
      columns: ['phone', 'name'],
      list: null,
      only: null,
    },
  ]);
  expect(container.textContent).toContain('已导出 4,372 行');
  expect(container.textContent).toContain('D:/顾客.csv');
});
