import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { settle } from '../../../test/act';
import { expectNoFaults } from '../../../test/window';
import { shop, takeShop } from '../../app/shop.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import Unlock from './Unlock.svelte';

const FILE = '/home/shop/燕子女装.shuke';
const LOCKED = {
  status: 'locked' as const,
  path: FILE,
  failure: { code: 'passphrase_needed' as const, params: { sheet: '7Q3F' } },
};
let asked: unknown[];

beforeEach(async () => {
  setLanguage('zh-CN');
  asked = [];
  mockIPC((command, payload) => {
    asked.push([command, payload]);
    if (command === 'shop_unlock') {
      const by = payload as { passphrase?: string; sheet?: string };
      if (by.sheet !== undefined) {
        return Promise.reject({
          code: 'sheet_wrong',
          field: 'sheet',
          params: { why: 'group', group: '3', n: '0', of: '56' },
        });
      }
      return by.passphrase === '春天的连衣裙'
        ? { status: 'none', path: FILE, failure: null }
        : Promise.reject({ code: 'passphrase_wrong', field: 'passphrase' });
    }
    if (command === 'shop_state') return LOCKED;
    return command === 'shop_close' ? { status: 'none', path: FILE, failure: null } : null;
  });
  await takeShop(LOCKED);
});
afterEach(() => clearMocks());

it('says which shop it is, takes the passphrase with the keyboard alone and says when it is wrong', async () => {
  const { container } = render(Unlock);
  await expectNoFaults(container);
  expect(screen.getByRole('heading').textContent).toBe('打开「燕子女装」');
  expect(document.activeElement).toBe(screen.getByLabelText('口令'));
  await userEvent.keyboard('夏天{Enter}');
  await settle();
  expect(container.textContent).toContain('口令不对，或不是熟客的文件');
  await userEvent.clear(screen.getByLabelText('口令'));
  await userEvent.keyboard('春天的连衣裙{Enter}');
  await settle();
  expect(asked.at(-1)).toEqual(['shop_unlock', { path: FILE, passphrase: '春天的连衣裙' }]);
  expect(shop.status).toBe('none');
});

it('draws dots until the eye is asked for, and never as a password that would switch the input method off', async () => {
  const { container } = render(Unlock);
  const input = screen.getByLabelText<HTMLInputElement>('口令');
  expect(input.type).toBe('text');
  expect(container.querySelector('.passphrase.seen')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '显示' }));
  expect(container.querySelector('.passphrase.seen')).not.toBeNull();
});

it('takes the recovery sheet in groups and names the group that is wrong', async () => {
  const { container } = render(Unlock);
  await userEvent.click(screen.getByText('忘了口令？用恢复页打开'));
  await expectNoFaults(container);
  const letters = screen.getByLabelText<HTMLTextAreaElement>('恢复页 7Q3F');
  await userEvent.type(letters, 'abcd1234');
  expect(letters.value).toBe('ABCD 1234');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '打开' }).disabled).toBe(true);
  await userEvent.type(letters, 'K'.repeat(48));
  await userEvent.click(screen.getByRole('button', { name: '打开' }));
  await settle();
  expect(container.textContent).toContain('第 3 组抄得不对');
});

it('leads back when nothing opens it', async () => {
  render(Unlock);
  await userEvent.click(screen.getByText('返回'));
  await settle();
  expect(shop.status).toBe('none');
});
