import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { settle } from '../../../test/act';
import { answerWith, expectNoFaults, type Answers } from '../../../test/window';
import { setLanguage } from '../../text/i18n.svelte';
import Encryption from './Encryption.svelte';

const GROUPS = Array.from({ length: 14 }, (_, at) => `AB${String(at).padStart(2, '0')}`);
const SHEET = { sheet_no: '7Q3F', groups: GROUPS, qr: ['101', '010', '111'], shop_name: '燕子女装', day: '2026-11-21' };
const plain = [{ file_name: '燕子女装-20261121-100000.shuke', folder: '/home/shop', bytes: 4096 }];

let encrypted: boolean;
const answers: Answers = {
  encryption_state: () =>
    encrypted
      ? { encrypted: true, sheet_no: '7Q3F', sheet_confirmed: true }
      : { encrypted: false, sheet_no: null, sheet_confirmed: false },
  begin_encryption: () => SHEET,
  finish_encryption: () => {
    encrypted = true;
    return { encrypted: true, copy: plain[0]!.file_name, folder: '/home/shop', plain };
  },
  recovery_sheet: ({ passphrase }: { passphrase: string }) => {
    if (passphrase !== '春天的连衣裙最好看') throw { code: 'passphrase_wrong', field: 'passphrase' };
    return SHEET;
  },
  decrypt_book: () => {
    encrypted = false;
    return { encrypted: false, copy: 'x.shuke', folder: '/home/shop', plain: [] };
  },
  list_plain_copies: () => ({ copies: plain }),
  shop_info: () => ({
    settings: {
      shop_name: '燕子女装',
      trade: 'clothing',
      language: 'zh-CN',
      theme: 'light',
      large_type: false,
      utc_offset_minutes: 480,
    },
    staff: [],
    actor: null,
    is_empty: false,
    today: '2026-11-21',
    last_backup: null,
    file_name: 'shop.shuke',
  }),
};

beforeEach(() => {
  setLanguage('zh-CN');
  encrypted = false;
});

async function open() {
  const asked = answerWith(answers);
  const { container } = render(Encryption);
  await settle();
  return { asked, container };
}

it('encrypts only after the sheet was typed back, and shows the plain copies that still lie there', async () => {
  const { asked, container } = await open();
  await expectNoFaults(container);
  await userEvent.click(screen.getByText('给文件加密…'));
  await userEvent.type(screen.getByLabelText('口令'), '春天的连衣裙最好看');
  await userEvent.type(screen.getByLabelText('再输一遍'), '春天的裙');
  await userEvent.click(screen.getByText('下一步：恢复页'));
  expect(container.textContent).toContain('两遍写得不一样');
  expect(asked.some(({ op }) => op === 'begin_encryption')).toBe(false);
  await userEvent.clear(screen.getByLabelText('再输一遍'));
  await userEvent.type(screen.getByLabelText('再输一遍'), '春天的连衣裙最好看');
  await userEvent.click(screen.getByText('下一步：恢复页'));
  await settle();
  await expectNoFaults(container);
  const go = screen.getByRole<HTMLButtonElement>('button', { name: '抄对了，开始加密' });
  expect(go.disabled).toBe(true);
  const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
  await userEvent.click(screen.getByText('打印恢复页'));
  expect(print).toHaveBeenCalledOnce();
  await userEvent.type(screen.getByLabelText('照着恢复页抄一遍'), GROUPS.join('').toLowerCase());
  await userEvent.click(go);
  await settle();
  expect(asked.find(({ op }) => op === 'finish_encryption')?.args).toEqual({ sheet: GROUPS.join(' ') });
  expect(container.textContent).toContain('已经加密好了');
  expect(container.textContent).toContain('燕子女装-20261121-100000.shuke');
  await expectNoFaults(container);
});

it('shows the sheet again, and takes the encryption off, for the passphrase only', async () => {
  encrypted = true;
  const { container } = await open();
  await userEvent.click(screen.getByRole('button', { name: '看恢复页' }));
  await userEvent.type(screen.getByLabelText('现在的口令'), '猜猜看');
  await userEvent.click(screen.getByRole('button', { name: '看恢复页' }));
  await settle();
  expect(container.textContent).toContain('口令不对');
  await userEvent.clear(screen.getByLabelText('现在的口令'));
  await userEvent.type(screen.getByLabelText('现在的口令'), '春天的连衣裙最好看{Enter}');
  await settle();
  expect(container.querySelectorAll('.paper code')).toHaveLength(14);
  await userEvent.click(screen.getByText('关上'));
  expect(container.querySelector('.paper')).toBeNull();
  await userEvent.click(screen.getByText('取消加密…'));
  await userEvent.type(screen.getByLabelText('现在的口令'), '春天的连衣裙最好看');
  await userEvent.click(screen.getByRole('button', { name: '取消加密' }));
  await settle();
  expect(container.textContent).toContain('已经取消加密');
});
