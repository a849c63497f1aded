import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { settle } from '../../../test/act';
import { expectNoFaults } from '../../../test/window';
import { takeShop } from '../../app/shop.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import FirstRun from './FirstRun.svelte';

const PLACE = '/home/shop/Documents/shop.shuke';
let made: unknown[];
let refusal: unknown;

beforeEach(async () => {
  setLanguage('zh-CN');
  made = [];
  refusal = undefined;
  mockIPC((command, payload) => {
    if (command === 'call') {
      const groups = Array.from({ length: 14 }, () => 'AB12');
      const sheet = { sheet_no: '7Q3F', groups, qr: ['101', '010', '111'], shop_name: '燕子女装', day: '2026-11-21' };
      return { answer: sheet, tables: [], operation: null };
    }
    if (command !== 'shop_create') return command === 'choose_save' ? '/media/usb/燕子女装.shuke' : null;
    if (refusal) return Promise.reject(refusal);
    made.push(payload);
    // The window stays on this screen for the test; the shell would go on.
    return { status: 'none', path: PLACE, failure: null };
  });
  await takeShop({ status: 'none', path: PLACE, failure: null });
});
afterEach(() => clearMocks());

it('begins a shop with the keyboard alone', async () => {
  const { container } = render(FirstRun);
  await expectNoFaults(container);
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: /服装/ }));
  await userEvent.keyboard(' ');
  await userEvent.type(screen.getByLabelText('店名'), ' 燕子女装 {Enter}');
  await settle();
  expect(made).toEqual([
    { path: PLACE, args: { name: '燕子女装', trade: 'clothing', language: 'zh-CN', demo: false } },
  ]);
});

it('says what is missing, at its place, and makes nothing', async () => {
  render(FirstRun);
  await userEvent.click(screen.getByText('开店'));
  expect(screen.getByText('选一行，档案就按这一行来问')).toBeTruthy();
  expect(screen.getByText('给店起个名字，问候语里用得上')).toBeTruthy();
  expect(made).toEqual([]);
});

it('can take the demo shop, another place and another language', async () => {
  render(FirstRun);
  await userEvent.click(screen.getByRole('radio', { name: /珠宝/ }));
  await userEvent.click(screen.getByRole('radio', { name: /示范店/ }));
  await userEvent.type(screen.getByLabelText('店名'), '燕子女装');
  await userEvent.click(screen.getByText('换个地方'));
  await settle();
  expect(screen.getByText('/media/usb/燕子女装.shuke')).toBeTruthy();
  await userEvent.click(screen.getByLabelText('English'));
  await userEvent.click(screen.getByText('Open the shop'));
  await settle();
  expect(made).toEqual([
    {
      path: '/media/usb/燕子女装.shuke',
      args: { name: '燕子女装', trade: 'jewellery', language: 'en', demo: true },
    },
  ]);
});

it('keeps what was typed when it is refused, and says why', async () => {
  refusal = { code: 'file_exists' };
  render(FirstRun);
  await userEvent.click(screen.getByRole('radio', { name: /通用/ }));
  await userEvent.type(screen.getByLabelText('店名'), '燕子女装');
  await userEvent.click(screen.getByText('开店'));
  await settle();
  expect(screen.getByRole('alert').textContent).toContain('那里已经有一个同名文件');
  expect(screen.getByLabelText<HTMLInputElement>('店名').value).toBe('燕子女装');
});

it('makes an encrypted shop, and shows its sheet before it goes on', async () => {
  render(FirstRun);
  await userEvent.click(screen.getByRole('radio', { name: /服装/ }));
  await userEvent.type(screen.getByLabelText('店名'), '燕子女装');
  await userEvent.click(screen.getByRole('radio', { name: /打开要输口令/ }));
  await userEvent.type(screen.getByLabelText('口令'), '春天的连衣裙最好看');
  await userEvent.click(screen.getByText('开店'));
  expect(screen.getByText('两遍写得不一样')).toBeTruthy();
  expect(made).toEqual([]);
  await userEvent.type(screen.getByLabelText('再输一遍'), '春天的连衣裙最好看');
  await userEvent.click(screen.getByText('开店'));
  await settle();
  expect(made).toEqual([
    {
      path: PLACE,
      args: { name: '燕子女装', trade: 'clothing', language: 'zh-CN', demo: false },
      passphrase: '春天的连衣裙最好看',
    },
  ]);
  expect(screen.getByText('店建好了，先把恢复页收好')).toBeTruthy();
  expect(document.querySelectorAll('.paper code')).toHaveLength(14);
});
