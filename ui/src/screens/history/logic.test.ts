import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../api/generated';
import { byDay, differences, fenText, offer, params } from './logic';

function entry(part: Partial<HistoryEntry>): HistoryEntry {
  return {
    id: 1,
    kind: 'record_visit',
    at: '2026-11-21T10:00:00+08:00',
    params: {},
    undoable: true,
    ...part,
  };
}

describe('history', () => {
  it('groups by the day of the shop', () => {
    const groups = byDay([
      entry({ id: 3, at: '2026-11-21T00:10:00+08:00' }),
      entry({ id: 2, at: '2026-11-20T23:50:00+08:00' }),
      entry({ id: 1, at: '2026-11-20T09:00:00+08:00' }),
    ]);
    expect(groups.map(({ day, entries }) => [day, entries.map(({ id }) => id)])).toEqual([
      ['2026-11-21', [3]],
      ['2026-11-20', [2, 1]],
    ]);
  });

  it('hands flat parameters to the sentence', () => {
    expect(params(entry({ params: { total: '12.00', moved: 3, nested: { a: 1 }, none: null } }))).toEqual({
      total: '12.00',
      moved: 3,
    });
    expect(params(entry({ params: null }))).toEqual({});
  });

  it('offers undo, redo for an undo, and nothing for what was undone', () => {
    expect(offer(entry({}))).toBe('undo');
    expect(offer(entry({ kind: 'undo' }))).toBe('redo');
    expect(offer(entry({ undoable: false }))).toBeNull();
  });

  it('shows money exactly and leaves ids out', () => {
    const row = {
      table: 'visit',
      row: 1,
      before: { id: 1, total: 348000, staff_id: 1, note: null, name_key: 'a' },
      after: { id: 1, total: -1250, staff_id: 2, note: '改价', name_key: 'b' },
    };
    expect(differences(row)).toEqual([
      { column: 'total', before: '¥3,480.00', after: '−¥12.50' },
      { column: 'note', before: '', after: '改价' },
    ]);
    expect(differences({ table: 'visit', row: 1, before: null, after: null })).toEqual([]);
    expect(fenText(-5)).toBe('-0.05');
  });

  it('says words of the contract as a person would', () => {
    const change = (table: string, before: Record<string, string | null>, after: Record<string, string | null>) =>
      differences({ table, row: 1, before, after });
    expect(change('visit', { kind: 'purchase' }, { kind: 'return' })).toEqual([
      { column: 'kind', before: '购买', after: '退货' },
    ]);
    expect(change('customer', { status: 'active' }, { status: 'cancelled' })[0]?.after).toBe('已退会的');
    // A reason of somebody's own stays as she wrote it.
    expect(change('wish', { reason: null }, { reason: 'level' })[0]?.after).toBe('level');
  });

  it('tells settings part by part, and rules by their name', () => {
    const setting = (key: string, before: unknown, after: unknown) =>
      differences({
        table: 'setting',
        row: 1,
        before: { key, value: JSON.stringify(before) },
        after: { key, value: JSON.stringify(after) },
      });
    const shop = { shop_name: '云裳', theme: 'system', large_type: false, language: 'zh-CN' };
    expect(setting('shop', shop, { ...shop, theme: 'dark', large_type: true })).toEqual([
      { column: 'theme', before: '跟随电脑', after: '深色' },
      { column: 'large_type', before: '否', after: '是' },
    ]);
    expect(setting('level_review', 'quarter', 'half_year')).toEqual([
      { column: 'level_review', before: '每季度末', after: '每半年末' },
    ]);
    expect(setting('points_rule', { per_yuan_bp: 1 }, { per_yuan_bp: 2 })).toEqual([
      { column: 'points_rule', before: '', after: '改过' },
    ]);
  });
});
