import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { settle } from '../../../test/act';
import { expectNoFaults } from '../../../test/window';
import type { Code } from '../../api/generated';
import { shop, takeShop } from '../../app/shop.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import Refused from './Refused.svelte';

const FILE = '/media/usb/shop.shuke';
let asked: string[];

beforeEach(async () => {
  setLanguage('zh-CN');
  asked = [];
  mockIPC((command, payload) => {
    asked.push(command);
    if (command === 'shop_open') {
      expect(payload).toEqual({ path: FILE });
      return Promise.reject({ code: 'file_busy' });
    }
    return command === 'shop_close' ? { status: 'none', path: FILE, failure: null } : null;
  });
  await takeShop({ status: 'refused', path: FILE, failure: { code: 'file_missing' } });
});
afterEach(() => clearMocks());

it('says what happened, what is safe and what to do, and tries the same file again', async () => {
  const { container } = render(Refused);
  await expectNoFaults(container);
  expect(screen.getByRole('alert').textContent).toContain('程序没有新建，也没有改动任何文件。');
  await userEvent.click(screen.getByText('再试一次'));
  await settle();
  expect(asked).toEqual(['shop_open']);
  expect(screen.getByRole('heading').textContent).toBe('另一个程序正开着这个文件');
});

it('leads back to the first run', async () => {
  render(Refused);
  await userEvent.click(screen.getByText('新开一家店'));
  await settle();
  expect(shop.status).toBe('none');
});

it.each<Code>(['file_empty', 'file_foreign', 'file_newer', 'file_short', 'file_damaged', 'file_busy', 'file_missing', 'disk_fault'])(
  'has all three sentences for %s',
  async (code) => {
    await takeShop({ status: 'refused', path: FILE, failure: { code } });
    render(Refused);
    const said = [...screen.getByRole('alert').querySelectorAll('h1, p:not(.path)')].map((one) => one.textContent);
    expect(said).toHaveLength(3);
    expect(new Set(said).size).toBe(3);
  },
);
