import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { settle } from '../../../test/act';
import { expectNoFaults } from '../../../test/window';
import type { RescueOffer } from '../../api/client';
import type { Code } from '../../api/generated';
import { shop, takeShop } from '../../app/shop.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import Refused from './Refused.svelte';

const FILE = '/media/usb/shop.shuke';
let asked: string[];
let offer: RescueOffer | null = null;
const COPY: RescueOffer = {
  path: '/c/copy.shuke',
  file_name: 'copy.shuke',
  at: '2026-11-21T10:30:00+08:00',
  shop_name: '燕子女装',
  customers: 40,
  visits: 161,
  last_visit: '2026-11-21',
  minutes: 19,
  passed_over: 1,
};

beforeEach(async () => {
  setLanguage('zh-CN');
  asked = [];
  offer = null;
  mockIPC((command, payload) => {
    asked.push(command);
    if (command === 'shop_open') {
      expect(payload).toEqual({ path: FILE });
      return Promise.reject({ code: 'file_busy' });
    }
    if (command === 'shop_rescue_offer') return Promise.resolve(offer);
    if (command === 'shop_rescue') {
      expect(payload).toEqual({ path: '/c/copy.shuke' });
      return Promise.reject({ code: 'disk_full' });
    }
    return command === 'shop_close' ? { status: 'none', path: FILE, failure: null } : null;
  });
  await takeShop({ status: 'refused', path: FILE, failure: { code: 'file_missing' } });
});
afterEach(() => clearMocks());

it('says what happened, what is safe and what to do, and tries the same file again', async () => {
  const { container } = render(Refused);
  await expectNoFaults(container);
  expect(container.querySelector('.sheet')?.textContent).toContain('程序没有新建，也没有改动任何文件。');
  await userEvent.click(screen.getByText('再试一次'));
  await settle();
  expect(asked).toEqual(['shop_rescue_offer', 'shop_open']);
  expect(screen.getByRole('heading').textContent).toBe('另一个程序正开着这个文件');
});

it('offers the newest good copy of a damaged file, says what may be missing, and works on from it with one click', async () => {
  offer = COPY;
  await takeShop({ status: 'refused', path: FILE, failure: { code: 'file_damaged' } });
  const { container } = render(Refused);
  await settle();
  expect(container.textContent).toContain('40 位顾客，161 次到店');
  expect(container.textContent).toContain('这 19 分钟里录的要凭小票补上');
  expect(container.textContent).toContain('更新的 1 份备份也打不开');
  expect(container.textContent).toContain('不会删');
  await expectNoFaults(container);
  await userEvent.click(screen.getByText('用这份备份接着做'));
  await settle();
  expect(asked).toContain('shop_rescue');
  expect(container.textContent).toContain('磁盘满了');
});

it('offers no copy for a file that is whole', async () => {
  offer = COPY;
  await takeShop({ status: 'refused', path: FILE, failure: { code: 'file_busy' } });
  render(Refused);
  await settle();
  expect(asked).not.toContain('shop_rescue_offer');
});

it('leads back to the first run', async () => {
  render(Refused);
  await userEvent.click(screen.getByText('新开一家店'));
  await settle();
  expect(shop.status).toBe('none');
});

it.each<Code>([
  'file_empty',
  'file_foreign',
  'file_newer',
  'file_short',
  'file_damaged',
  'file_busy',
  'file_missing',
  'disk_fault',
])('has all three sentences for %s', async (code) => {
  await takeShop({ status: 'refused', path: FILE, failure: { code } });
  render(Refused);
  const said = [...document.querySelector('.sheet')!.querySelectorAll(':scope > h1, :scope > p:not(.path)')].map(
    (one) => one.textContent,
  );
  expect(said).toHaveLength(3);
  expect(new Set(said).size).toBe(3);
});
