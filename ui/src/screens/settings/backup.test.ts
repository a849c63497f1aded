import { mockIPC } from '@tauri-apps/api/mocks';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { later, settle } from '../../../test/act';
import { expectNoFaults } from '../../../test/window';
import { bind } from '../../app/actions.svelte';
import { backUp } from '../../app/copying.svelte';
import { takeShop } from '../../app/shop.svelte';
import { toasts } from '../../app/toasts.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import BackupCard from './BackupCard.svelte';
import CheckCard from './CheckCard.svelte';

const settings = {
  shop_name: '燕子女装',
  trade: 'clothing',
  language: 'zh-CN',
  theme: 'light',
  large_type: false,
  utc_offset_minutes: 480,
};
const made = {
  file_name: 'a.shuke',
  path: 'U:/a.shuke',
  bytes: 9000,
  customers: 4372,
  visits: 25900,
  total: '100.00',
  at: '2026-11-21T15:00:00+08:00',
};
let last: string | null = null;

/** The window with answers for its commands and its operations; returns what was asked. */
async function open(own: Record<string, (args: Record<string, unknown>) => unknown>): Promise<string[]> {
  const asked: string[] = [];
  mockIPC((command, payload) => {
    const { op, args } = (payload ?? {}) as { op: string; args: Record<string, unknown> };
    const name = command === 'call' ? op : command;
    asked.push(name);
    if (name === 'shop_info') {
      const info = { settings, staff: [], actor: 1, is_empty: false, today: '2026-11-21', last_backup: last };
      return { answer: info, tables: [], operation: null };
    }
    const answer = own[name]?.(args ?? (payload as Record<string, unknown>)) ?? null;
    return command === 'call'
      ? Promise.resolve(answer).then((given) => ({ answer: given, tables: [], operation: null }))
      : answer;
  });
  await takeShop({ status: 'open', path: '/home/shop/shop.shuke', failure: null });
  asked.length = 0;
  return asked;
}

beforeEach(() => {
  setLanguage('zh-CN');
  last = null;
});

it('warns without a copy, asks for a folder, and says what was copied', async () => {
  const asked = await open({
    choose_folder: () => 'U:/',
    back_up: (args) => {
      expect(args).toEqual({ folder: 'U:/' });
      last = made.at;
      return made;
    },
  });
  const unbind = bind('backup', () => backUp());
  const { container } = render(BackupCard);
  expect(container.textContent).toContain('还没有备份');
  await expectNoFaults(container);
  await userEvent.click(screen.getByText('立即备份'));
  await settle();
  expect(asked).toEqual(['last_folder', 'choose_folder', 'back_up', 'shop_info']);
  expect(toasts().at(-1)?.text).toBe('已备份到 U:/a.shuke，4,372 位顾客 25,900 次到店，已逐项核对');
  expect(container.textContent).toContain('最近一份好的备份：今天 15:00');
  unbind();
});

it('goes where it went last time, and elsewhere when asked', async () => {
  const folders: unknown[] = [];
  await open({
    last_folder: () => 'D:/copies',
    choose_folder: () => 'E:/',
    back_up: ({ folder }) => {
      folders.push(folder);
      return made;
    },
  });
  await backUp();
  await backUp(true);
  expect(folders).toEqual(['D:/copies', 'E:/']);
});

it('does nothing when the hand closed the dialog', async () => {
  const asked = await open({ choose_folder: () => null });
  await backUp();
  expect(asked).toEqual(['last_folder', 'choose_folder']);
});

it('says why there is no copy', async () => {
  await open({
    last_folder: () => 'U:/',
    back_up: () => Promise.reject({ code: 'copy_not_whole' }),
  });
  render(BackupCard);
  await backUp();
  await settle();
  expect(screen.getByRole('alert').textContent).toContain('这份拷贝没通过检查，已经丢掉');
});

const report = { ok: true, findings: [], customers: 2, visits: 3, lines: 4, total: '5.00', customer_total: '5.00' };

it('looks the file through and says that all is well', async () => {
  await open({ check_shop: () => report });
  const { container } = render(CheckCard);
  await expectNoFaults(container);
  await userEvent.click(screen.getByText('做一次体检'));
  await settle();
  expect(container.textContent).toContain('一切都好');
  expect(container.textContent).toContain('2 位顾客、3 次到店、4 行商品，合计 ¥5.00');
});

it('says what was found in words, and can be stopped', async () => {
  const task = later<unknown>();
  const asked = await open({
    check_shop: () => task.promise,
    cancel: () => task.refuse({ code: 'cancelled' }),
  });
  const { container } = render(CheckCard);
  await userEvent.click(screen.getByText('做一次体检'));
  await userEvent.click(screen.getByText('停下'));
  await settle();
  expect(asked).toContain('cancel');
  expect(screen.getByRole('alert').textContent).toContain('已经停下');

  await open({
    check_shop: () => ({ ...report, ok: false, findings: [{ check: 'payments', rows: 2, examples: [7, 9] }] }),
  });
  await userEvent.click(screen.getByText('做一次体检'));
  await settle();
  expect(container.textContent).toContain('付款加起来和实付对不上');
  expect(container.textContent).toContain('编号 7 9');
  await expectNoFaults(container);
});
