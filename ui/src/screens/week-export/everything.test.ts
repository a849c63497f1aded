import { mockIPC } from '@tauri-apps/api/mocks';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { settle } from '../../../test/act';
import { expectNoFaults } from '../../../test/window';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import Whole from '../import/Whole.svelte';
import Everything from './Everything.svelte';

type Args = Record<string, unknown>;
let asked: [string, unknown][] = [];

function answers(own: Record<string, (args: Args) => unknown>): void {
  asked = [];
  mockIPC((command, payload) => {
    const { op, args } = (payload ?? {}) as { op: string; args: Args };
    const name = command === 'call' ? op : command;
    asked.push([name, command === 'call' ? args : payload]);
    const answer = own[name]?.(args) ?? null;
    if (command !== 'call') return answer;
    return Promise.resolve(answer).then((given) => ({ answer: given, tables: [], operation: null }));
  });
}
const of = (name: string) => asked.filter(([one]) => one === name).map(([, args]) => args);

const tables = [{ table: 'customer', rows: 2 }];
const brought = { dry_run: true, shop: '云裳', day: '2026-11-20', customers: 2, visits: 31, tables, rows: 1234 };

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
});

it('takes everything out and shows where it lies', async () => {
  answers({
    choose_folder: () => 'U:/',
    export_everything: () => ({ folder: 'U:/熟客全部资料-2026-11-21', tables, rows: 1234, bytes: 9 }),
  });
  const { container } = render(Everything);
  await userEvent.click(screen.getByRole('button', { name: '选位置并全部导出…' }));
  await settle();
  expect(of('export_everything')).toEqual([{ folder: 'U:/' }]);
  expect(container.textContent).toContain('全部导出好了：1 张表，1,234 行');
  expect(container.textContent).toContain('U:/熟客全部资料-2026-11-21');
  await expectNoFaults(container);
  await userEvent.click(screen.getByRole('button', { name: '打开文件夹' }));
  await settle();
  // The page names what the folder was chosen for, never a path.
  expect(of('show_folder')).toEqual([{ purpose: 'export-everything' }]);
});

it('leads the eye and the keys to what came of it, good or bad', async () => {
  const seen = vi.spyOn(Element.prototype, 'scrollIntoView');
  let full = true;
  answers({
    choose_folder: () => 'U:/',
    export_everything: () => {
      if (full) throw { code: 'disk_full', field: null, params: {} };
      return { folder: 'U:/x', tables, rows: 1, bytes: 9 };
    },
  });
  render(Everything);
  const button = screen.getByRole('button', { name: '选位置并全部导出…' });
  await userEvent.click(button);
  await settle();
  expect(document.activeElement?.textContent).toContain('磁盘满了');
  expect(seen.mock.contexts.at(-1)).toBe(document.activeElement);
  full = false;
  await userEvent.click(button);
  await settle();
  expect(document.activeElement?.textContent).toContain('全部导出好了');
  expect(document.activeElement?.textContent).not.toContain('磁盘满了');
  expect(seen.mock.contexts.at(-1)).toBe(document.activeElement);
  // The next key goes to what can be done with it.
  await userEvent.tab();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: '打开文件夹' }));
});

it('does nothing when the choice of a place is given up', async () => {
  answers({ choose_folder: () => null });
  const { container } = render(Everything);
  await userEvent.click(screen.getByRole('button', { name: '选位置并全部导出…' }));
  await settle();
  expect(of('export_everything')).toEqual([]);
  expect(container.textContent).not.toContain('全部导出好了');
});

it('says what would come back before it does', async () => {
  answers({
    choose_folder: () => 'U:/x',
    import_everything: ({ dry_run }) => ({ ...brought, dry_run }),
  });
  const { container } = render(Whole);
  await userEvent.click(screen.getByRole('button', { name: '选文件夹…' }));
  await settle();
  expect(of('import_everything')).toEqual([{ folder: 'U:/x', dry_run: true }]);
  expect(container.textContent).toContain('顾客 2 位，到店 31 次，一共 1,234 行');
  await expectNoFaults(container);
  await userEvent.click(screen.getByRole('button', { name: '带回来' }));
  await settle();
  expect(of('import_everything')).toContainEqual({ folder: 'U:/x', dry_run: false });
  expect(container.textContent).toContain('带回来了');
  expect(screen.queryByRole('button', { name: '带回来' })).toBeNull();
  await expectNoFaults(container);
});
