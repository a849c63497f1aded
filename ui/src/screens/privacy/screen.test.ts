import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { answerWith, expectNoFaults } from '../../../test/window';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import EraseDialog from './EraseDialog.svelte';
import HerPrivacy from './HerPrivacy.svelte';
import Privacy from './Privacy.svelte';

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
});

const person = { id: 7, member_no: 'K000007', name: '单晓燕', phone: '13805714217' };
const settings = { years: 2, contact: '王姐', addition: null, version: 3, since: '2026-11-01' };
const review = {
  before: '2024-11-21',
  rows: [
    {
      person,
      last_visit: '2023-02-03',
      joined_on: '2020-01-01',
      last_contact: null,
      visits: 4,
      net_spend: '1280.00',
      points: 12,
      archived: false,
    },
  ],
  count: 1,
  held: 2,
};
const register = {
  rows: [{ customer: 12, at: '2026-11-20T10:00:00+08:00', by: '店主', reason: 'asked' }],
  clean: false,
};

describe('privacy', () => {
  it('shows the review, the notice and the register, and asks for the number before it erases', async () => {
    const asked = answerWith({
      privacy_settings: () => settings,
      retention_review: () => review,
      list_erasures: () => register,
      erase_customers: () => ({ people: 1, removed: 9, history: 3, cleaned: true }),
    });
    const { container } = render(Privacy);
    await screen.findByText('2 年没来过的有 1 位');
    expect(screen.getByText('王姐')).toBeTruthy();
    expect(screen.getByText('K000012')).toBeTruthy();
    expect(screen.getByText(/还留在文件的空处/)).toBeTruthy();
    await expectNoFaults(container);
    await userEvent.click(screen.getByRole('checkbox', { name: '选单晓燕' }));
    await userEvent.click(screen.getByRole('button', { name: '彻底删除 1 位' }));
    await userEvent.type(await screen.findByRole('textbox'), '2{Enter}');
    await screen.findByText('输入的人数和选中的不一样');
    expect(asked.some(({ op }) => op === 'erase_customers')).toBe(false);
    await userEvent.clear(screen.getByRole('textbox'));
    await userEvent.type(screen.getByRole('textbox'), '1{Enter}');
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'erase_customers')!.args).toMatchObject({ confirm: 1, customers: [7] }),
    );
  });

  it('erases her only with her own number', async () => {
    const asked = answerWith({
      preview_erasure: () => ({
        person,
        removed: [{ table: 'phone', rows: 2 }],
        kept: [{ table: 'visit', rows: 3 }],
        history: 14,
        waits: [{ why: 'points', n: 40 }],
        visits: 3,
        total: '399.00',
      }),
      erase_customer: () => ({ people: 1, removed: 9, history: 14, cleaned: true }),
    });
    let done = 0;
    const { container } = render(EraseDialog, {
      customer: 7,
      name: '单晓燕',
      onclose: () => {},
      ondone: () => (done += 1),
    });
    await screen.findByText('还有 40 积分');
    await expectNoFaults(container);
    const box = screen.getByRole('textbox', { name: /K000007/ });
    await userEvent.type(box, 'K000008{Enter}');
    expect(asked.some(({ op }) => op === 'erase_customer')).toBe(false);
    await userEvent.clear(box);
    await userEvent.type(box, 'K000007{Enter}');
    await waitFor(() => expect(done).toBe(1));
    expect(asked.find(({ op }) => op === 'erase_customer')!.args).toMatchObject({
      customer: 7,
      member_no: 'K000007',
      reason: 'asked',
    });
  });

  it('withdraws a consent and takes a sensitive field away at once', async () => {
    const asked = answerWith({
      list_consents: () => ({
        rows: [
          {
            id: 1,
            purpose: 'marketing',
            channel: null,
            given: true,
            day: '2026-11-01',
            by: '店主',
            note: null,
            wording: 2,
            guardian: null,
          },
        ],
        states: [],
      }),
      customer_privacy: () => ({
        under: null,
        guardian: null,
        guardian_missing: false,
        sensitive: [{ field: 3, label: '忌口', given: true, day: '2026-11-01', by: '店主', values: 1 }],
        version: 3,
        agreed_version: 2,
      }),
      save_consent: () => ({}),
      save_sensitive_consent: () => ({}),
    });
    const { container } = render(HerPrivacy, { customer: 7, name: '单晓燕', onclose: () => {} });
    await screen.findByText(/第 2 版告知书/);
    await expectNoFaults(container);
    await userEvent.click(screen.getByRole('button', { name: '撤回促销' }));
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'save_consent')!.args).toMatchObject({
        purpose: 'marketing',
        channels: [],
        given: false,
      }),
    );
    await userEvent.click(await screen.findByRole('button', { name: '撤回并删掉内容' }));
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'save_sensitive_consent')!.args).toMatchObject({
        field: 3,
        given: false,
        remove: true,
      }),
    );
  });
});
