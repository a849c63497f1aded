import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../api/generated';
import { toasts } from '../../app/toasts.svelte';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import { answerWith, expectNoFaults } from '../../../test/window';
import History from './History.svelte';

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
});

const saved = {
  id: 7,
  kind: 'record_visit',
  at: '2026-11-21T14:52:00+08:00',
  by: '小夏',
  params: { total: '680.00' },
  customer: 1,
  customer_name: '单晓燕',
  undoable: true,
  undone_by: null,
} as unknown as HistoryEntry;
const gone = { ...saved, id: 6, kind: 'add_tags', params: { added: 3 }, undone_by: 8, undoable: false } as HistoryEntry;

describe('the history', () => {
  it('says who did what, opens what changed and takes it back, without a fault that axe finds', async () => {
    const asked = answerWith({
      list_history: () => ({ entries: [saved, gone], more: false }),
      operation_detail: () => ({
        entry: saved,
        changes: [{ table: 'visit', row: 1, before: { kind: 'purchase' }, after: { kind: 'return' } }],
        inserted: 0,
      }),
      undo: () => ({}),
    });
    const { container } = render(History);
    expect(await screen.findByText('记到店 ¥680.00')).toBeTruthy();
    expect(screen.getByText('已撤销')).toBeTruthy();
    await userEvent.click(screen.getByText('记到店 ¥680.00'));
    expect(await screen.findByText('退货')).toBeTruthy();
    await expectNoFaults(container);
    await userEvent.click(screen.getByRole('button', { name: '撤销' }));
    expect(asked.find(({ op }) => op === 'undo')?.args).toEqual({ operation: 7 });
    expect(toasts().at(-1)?.text).toBe('已撤销：记到店 ¥680.00');
  });
  it('says what will stand here, and what went wrong', async () => {
    let fails = true;
    answerWith({
      list_history: () => {
        if (fails) throw { code: 'disk_fault', params: {} };
        return { entries: [], more: false };
      },
    });
    const { container } = render(History);
    expect(await screen.findByText('磁盘读写出错')).toBeTruthy();
    fails = false;
    await userEvent.click(screen.getByText('再试一次'));
    expect(await screen.findByText('还没有动过什么')).toBeTruthy();
    await expectNoFaults(container);
  });
});
