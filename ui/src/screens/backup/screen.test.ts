import { mockIPC } from '@tauri-apps/api/mocks';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { settle } from '../../../test/act';
import { expectNoFaults } from '../../../test/window';
import type { Backups, CopyRow, RestorePreview } from '../../api/generated';
import { takeShop } from '../../app/shop.svelte';
import { toasts } from '../../app/toasts.svelte';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import Backup from './Backup.svelte';

const row = (path: string, more: Partial<CopyRow> = {}): CopyRow => ({
  path,
  file_name: path,
  kind: 'copy',
  at: '2026-11-21T10:30:00+08:00',
  why: 'timed',
  bytes: 1_449_000,
  customers: 40,
  visits: 161,
  proven_at: '2026-11-21T10:30:00+08:00',
  off_disk: false,
  ...more,
});
const backups = (more: Partial<Backups> = {}): Backups => ({
  folder: '/书/店-备份',
  copies: [row('a.shuke'), row('u.shuke', { off_disk: true, why: 'asked', proven_at: null })],
  kept: [],
  conflicts: [],
  last: '2026-11-21T10:30:00+08:00',
  last_off_disk: '2026-11-20T10:30:00+08:00',
  restored: null,
  problem: null,
  held_back: 0,
  ...more,
});
const preview: RestorePreview = {
  shop_name: '燕子女装',
  version: 4,
  is_older: false,
  last_change: '2026-11-21T10:30:00+08:00',
  last_visit: '2026-11-21',
  customers: 40,
  visits: 161,
  contacts: 9,
  total: '100.00',
  same_book: true,
  lost: { operations: 12, from: '2026-11-21T10:31:00+08:00', until: null, customers: 1, visits: 3, contacts: 0 },
  regained: 0,
};
const restored = { aside: '/书/店-备份/x-aside.shuke', customers: 40, visits: 161, total: '100.00', last_visit: null };

async function open(own: Record<string, (args: unknown) => unknown>): Promise<string[]> {
  const asked: string[] = [];
  mockIPC((command, payload) => {
    const { op, args } = (payload ?? {}) as { op: string; args: unknown };
    const name = command === 'call' ? op : command;
    asked.push(name);
    if (name === 'shop_info') {
      const settings = {
        shop_name: '燕子女装',
        trade: 'clothing',
        language: 'zh-CN',
        theme: 'light',
        large_type: false,
      };
      return {
        answer: { settings, staff: [], actor: 1, is_empty: false, today: '2026-11-21' },
        tables: [],
        operation: null,
      };
    }
    const given = own[name]?.(args) ?? null;
    if (command !== 'call') return given;
    return Promise.resolve(given).then((answer) => ({ answer, tables: ['visit'], operation: null }));
  });
  await takeShop({ status: 'open', path: '/书/店.shuke', failure: null });
  asked.length = 0;
  return asked;
}

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
});

it('says how good the last copies are and lists them all', async () => {
  await open({ list_backups: () => backups() });
  const { container } = render(Backup);
  await settle();
  expect(container.textContent).toContain('今天 10:30');
  expect(container.textContent).toContain('1.4 MB');
  expect(container.textContent).toContain('还没试开过');
  expect(container.textContent).toContain('别的盘');
  expect(container.textContent).toContain('/书/店-备份');
  await expectNoFaults(container);
});

it('lists what a sync program left beside the book, and does nothing with it by itself', async () => {
  const asked: string[] = [];
  await open({
    list_backups: () =>
      backups({
        conflicts: [row('云裳 (1).shuke', { kind: 'conflict', customers: null, visits: null, proven_at: null })],
      }),
    preview_restore: () => asked.push('preview_restore'),
    prove_copy: () => asked.push('prove_copy'),
  });
  const { container } = render(Backup);
  await settle();
  expect(container.textContent).toContain('旁边有网盘留下的冲突副本');
  expect(container.textContent).toContain('云裳 (1).shuke');
  expect(container.textContent).toContain('程序不会打开它，也不会删它');
  expect(asked).toEqual([]);
  await expectNoFaults(container);
});

it('tells of no copy at all, of a copy that failed and of what waits for the clock', async () => {
  await open({
    list_backups: () => backups({ copies: [], last: null, last_off_disk: null, problem: 'disk_full', held_back: 9 }),
  });
  const { container } = render(Backup);
  await settle();
  expect(container.textContent).toContain('录进第一笔之后');
  expect(container.textContent).toContain('磁盘满了');
  expect(container.textContent).toContain('有 9 份旧备份本该清理');
  await expectNoFaults(container);
});

it('shows what a restore would lose before it is done, and offers the way back', async () => {
  let done = 0;
  const asked = await open({
    list_backups: () =>
      backups(
        done > 0 ? { restored: { at: '2026-11-21T11:00:00+08:00', from: 'a.shuke', aside: 'x-aside.shuke' } } : {},
      ),
    preview_restore: () => preview,
    restore: (args) => {
      expect(args).toEqual({ path: 'a.shuke', passphrase: null });
      done += 1;
      return restored;
    },
    undo_restore: () => restored,
  });
  const { container } = render(Backup);
  await settle();
  await userEvent.click(screen.getAllByText('恢复…')[0]!);
  await settle();
  expect(container.textContent).toContain('今天 10:31 起录的，这一份里没有');
  expect(container.textContent).toContain('1 位新顾客，3 次到店，一共 12 步改动');
  expect(asked).not.toContain('restore');
  await expectNoFaults(container);
  await userEvent.click(screen.getByRole('button', { name: '恢复到这一份' }));
  await settle();
  expect(toasts().at(-1)?.text).toBe('恢复好了：40 位顾客，161 次到店');
  await userEvent.click(screen.getByRole('button', { name: '撤销恢复' }));
  await settle();
  expect(asked).toContain('undo_restore');
});

it('refuses to restore what is no good copy, in words', async () => {
  const asked = await open({
    list_backups: () => backups(),
    preview_restore: () => Promise.reject({ code: 'copy_unsound', field: 'path', params: { check: 'payments' } }),
  });
  render(Backup);
  await settle();
  await userEvent.click(screen.getAllByText('恢复…')[0]!);
  await settle();
  expect(document.querySelector('dialog[open]')?.textContent).toContain('里面的账对不上');
  expect(screen.getByRole('button', { name: '恢复到这一份' })).toHaveProperty('disabled', true);
  expect(asked).not.toContain('restore');
});

it('tries a copy and says what came of it', async () => {
  const proof = { ok: true, findings: [], customers: 40, visits: 161, total: '1.00', last_visit: null, at: '' };
  await open({ list_backups: () => backups(), prove_copy: () => proof });
  const { container } = render(Backup);
  await settle();
  await userEvent.click(screen.getAllByText('试开验证')[0]!);
  await settle();
  expect(container.textContent).toContain('a.shuke 打得开，逐项核对过，没有问题');
});
