import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { settle } from '../../../test/act';
import { answerWith, expectNoFaults, type Answers } from '../../../test/window';
import type { Settings as ShopSettings } from '../../api/generated';
import { show } from '../../app/appearance.svelte';
import { takeShop } from '../../app/shop.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import Settings from './Settings.svelte';

const settings: ShopSettings = {
  shop_name: '燕子女装',
  trade: 'clothing',
  language: 'zh-CN',
  theme: 'light',
  large_type: false,
  utc_offset_minutes: 480,
};
const staff = [
  { id: 1, name: '燕子', role: 'owner' as const, is_active: true },
  { id: 2, name: '小夏', role: 'clerk' as const, is_active: true },
];
const info: Answers = {
  shop_info: () => ({
    settings,
    staff,
    actor: 1,
    is_empty: false,
    today: '2026-11-21',
    file_name: 'shop.shuke',
  }),
  shop_size: () => ({ customers: 4372, visits: 25900 }),
  encryption_state: () => ({ encrypted: false, sheet_no: null, sheet_confirmed: false }),
};
const refused = () => {
  throw { code: 'owner_needed' };
};

async function open(own: Answers = {}) {
  const asked = answerWith({ ...info, ...own });
  await takeShop({ status: 'open', path: '/home/shop/shop.shuke', failure: null });
  const { container } = render(Settings);
  asked.length = 0;
  return { asked, container };
}

beforeEach(() => {
  setLanguage('zh-CN');
  show({ theme: 'light', large_type: false });
});

it('breaks no rule of accessibility', async () => {
  const { container } = await open();
  await expectNoFaults(container);
});

it('says how large the book is', async () => {
  const { container } = await open();
  await settle();
  expect(container.textContent).toContain('4,372');
  expect(container.textContent).toContain('25,900');
});

it('shows a look at once and keeps it in the shop', async () => {
  const { asked } = await open({ update_settings: () => ({}) });
  await userEvent.click(screen.getByLabelText('深色'));
  await settle();
  expect(asked.find(({ op }) => op === 'update_settings')?.args).toEqual({ ...settings, theme: 'dark' });
  expect(document.documentElement.dataset.theme).toBe('dark');
});

it('takes the look back when it may not be kept, and says why', async () => {
  await open({ update_settings: refused });
  await userEvent.click(screen.getByLabelText('深色'));
  await settle();
  expect(document.documentElement.dataset.theme).toBe('light');
  expect(screen.getAllByRole('alert')[0]!.textContent).toContain('这一步要店主来做');
});

it('adds somebody and switches somebody off', async () => {
  const { asked } = await open({ save_staff: (person) => ({ ...person, id: 3 }) });
  await userEvent.type(screen.getByLabelText('名字'), '小冬{Enter}');
  await settle();
  await userEvent.click(screen.getByText('停用'));
  await settle();
  expect(asked.filter(({ op }) => op === 'save_staff').map(({ args }) => args)).toEqual([
    { id: null, name: '小冬', role: 'clerk', is_active: true },
    { id: 2, name: '小夏', role: 'clerk', is_active: false },
  ]);
});
