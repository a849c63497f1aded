import { describe, expect, it } from 'vitest';
import { fileName, moved, picks, ticked, wanted } from './export';

const columns = [
  { name: 'member_no', label: '会员号', is_chosen: true },
  { name: 'name', label: '姓名', is_chosen: true },
  { name: 'phone', label: '手机', is_chosen: false },
];

describe('exporting a table', () => {
  it('writes what is ticked, in the order of the list', () => {
    let list = picks(columns);
    expect(wanted(list)).toEqual(['member_no', 'name']);
    list = ticked(list, 'phone', true);
    list = moved(list, 2, -1);
    expect(wanted(list)).toEqual(['member_no', 'phone', 'name']);
    list = ticked(list, 'member_no', false);
    expect(wanted(list)).toEqual(['phone', 'name']);
  });

  it('moves nothing beyond the ends', () => {
    const list = picks(columns);
    expect(moved(list, 0, -1)).toEqual(list);
    expect(moved(list, 2, 1)).toEqual(list);
  });

  it('makes a name that every system takes', () => {
    expect(fileName('花过五百的: A/B?', '2026-11-21', 'xlsx')).toBe('花过五百的  A B-2026-11-21.xlsx');
    expect(fileName('/', '2026-11-21', 'csv')).toBe('shuke-2026-11-21.csv');
  });
});
