import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FileReport, ImportColumn, ImportPreview, TableReport } from '../../api/generated';
import { has } from '../../text/i18n.svelte';
import {
  allUnknown,
  bringsAnything,
  columnRows,
  dayOrders,
  errorFiles,
  FATES,
  fateOf,
  fieldsOf,
  fileName,
  fileOf,
  filesOf,
  freeSheet,
  groupsOf,
  hundredths,
  isGuess,
  isPickedReady,
  isReady,
  isWorkbook,
  KINDS,
  lostColumns,
  kindOf,
  madeFields,
  noteLine,
  rejectedIn,
  requestOf,
  targetOf,
  type Picked,
} from './logic';

const column = (heading: string, own: Partial<ImportColumn> = {}): ImportColumn => ({
  heading,
  title: heading,
  target: null,
  field: null,
  is_new: false,
  is_remembered: false,
  is_known: false,
  is_double: false,
  is_left_out: false,
  lost: 0,
  ...own,
});
const preview: ImportPreview = {
  kind: 'customers',
  encoding: 'gb18030',
  certainty: 'likely',
  delimiter: ',',
  sheet: null,
  sheets: [],
  heading_line: 1,
  columns: [
    column('姓名', { target: 'name', is_known: true }),
    column('星座'),
    column('名字', { target: 'name', is_double: true, is_known: true }),
    column('胸围', { target: 'profile.bust', is_left_out: true, is_known: true }),
    column('备用', { target: '-', is_remembered: true }),
  ],
  missing: [],
  rows: [['单晓燕', '双鱼'], ['王芳', '双鱼', '', ' '], ['李丽'], ['赵静'], ['钱多']],
  has_more: true,
};
const table: TableReport = {
  rows: 10,
  new: 4,
  known: 3,
  changed: 1,
  rejected: 2,
  changes: [],
  flagged: [
    { line: 3, column: '电话', code: 'phone_odd', text: '123', severity: 'flagged' },
    { line: 4, column: '日期', code: 'date_invalid', text: '2月30日', severity: 'rejected' },
  ],
  flags: { phone_odd: 5, date_invalid: 2 },
  columns: [],
};
/** A file of a report. */
const file = (name: string, own: Partial<FileReport> = {}): FileReport => ({
  name,
  kind: 'customers',
  rows: 1,
  new: 1,
  known: 0,
  changed: 0,
  rejected: 0,
  flags: {},
  columns: [],
  ...own,
});
const report = {
  dry_run: true,
  files: [] as FileReport[],
  referrers_found: 0,
  staff_added: [],
  fields_added: [],
  total: '0.00',
  customer_total: '0.00',
  returns_tied: 0,
};

const GENERATED = 'src/api/generated';
const types = readdirSync(GENERATED)
  .map((file) => readFileSync(`${GENERATED}/${file}`, 'utf8'))
  .join('\n');

/** The members of a union in the types that Rust makes. */
function union(name: string): string[] {
  const members = new RegExp(`export type ${name} = ([^;]+);`).exec(types)?.[1] ?? '';
  return [...members.matchAll(/"([^"]+)"/g)].map((match) => match[1]!);
}

describe('words', () => {
  it('stand for every field, encoding and remark of the core', () => {
    expect(union('FlagCode').length).toBeGreaterThan(40);
    expect(union('Field').length).toBeGreaterThan(30);
    const asked = [
      ...union('FlagCode').map((code) => `flag-${code.replaceAll('_', '-')}`),
      ...union('Field').map((field) => `import-field-${field.replaceAll('_', '-')}`),
      ...union('Encoding').map((encoding) => `import-encoding-${encoding}`),
    ];
    expect(asked.filter((id) => !has(id))).toEqual([]);
  });
  it('offer every field of the core in some table', () => {
    expect([...new Set(KINDS.flatMap(fieldsOf))].sort()).toEqual(union('Field').sort());
  });
});

describe('a file', () => {
  it('is asked for by position, with what the hand said', () => {
    expect(requestOf('visits', 'a.csv', { columns: {} })).toEqual({
      path: 'a.csv',
      kind: 'visits',
      encoding: null,
      delimiter: null,
      heading_line: null,
      sheet: null,
      map: [],
    });
    const choices = {
      encoding: 'big5',
      delimiter: ';',
      heading_line: 3,
      sheet: '会员',
      columns: { 0: 'date', 4: '-' },
    };
    expect(requestOf('visits', 'a.csv', choices)).toMatchObject({
      encoding: 'big5',
      delimiter: ';',
      heading_line: 3,
      sheet: '会员',
      map: ['#1=date', '#5=-'],
    });
  });
  it('has sheets if it is a workbook, and an encoding if it is a text', () => {
    expect([isWorkbook(undefined), isWorkbook(preview)]).toEqual([false, false]);
    expect(isWorkbook({ ...preview, encoding: null, certainty: null, delimiter: null, sheet: '会员' })).toBe(true);
  });
  it('is named without its folders', () => {
    expect([fileName('C:\\老系统\\客户.csv'), fileName('/home/a/b.csv'), fileName('c.csv')]).toEqual([
      '客户.csv',
      'b.csv',
      'c.csv',
    ]);
  });
  it('says of each column what becomes of it, with a few different cells', () => {
    const rows = columnRows(preview);
    expect(rows.map(({ target, out }) => [target, out])).toEqual([
      ['name', undefined],
      ['-', undefined],
      ['-', 'double'],
      ['-', 'off'],
      ['-', undefined],
    ]);
    expect(rows.map(({ samples }) => samples)).toEqual([['单晓燕', '王芳', '李丽'], ['双鱼'], [], [], []]);
  });
  it('tells what the heading says from what the hand has to say, now or before', () => {
    const rows = columnRows(preview);
    expect(rows.map(({ known, remembered }) => [known, remembered])).toEqual([
      [true, false],
      [false, false],
      [true, false],
      [true, false],
      [false, true],
    ]);
  });
  it('offers a note and a field only where the table has them', () => {
    expect(FATES).toEqual({
      customers: ['out', 'note', 'new', 'field'],
      visits: ['out', 'note', 'field'],
      lines: ['out', 'field'],
    });
    for (const kind of KINDS) {
      expect(FATES[kind].includes('note')).toBe(fieldsOf(kind).includes('note'));
      expect(FATES[kind].every((fate) => has(`import-fate-${fate}`))).toBe(true);
    }
    expect(['-', 'note', 'new', 'phone', 'profile.own_1'].map(fateOf)).toEqual([
      'out',
      'note',
      'new',
      'field',
      'field',
    ]);
    expect((['out', 'note', 'new', 'field'] as const).map(targetOf)).toEqual(['-', 'note', 'new', undefined]);
  });
  it('takes all columns that nobody knows at once, but for those that are a field', () => {
    const own = {
      ...preview,
      columns: [...preview.columns, column('高', { target: 'profile.own_1' }), column('属相', { target: 'new' })],
    };
    const choices = { encoding: 'big5', columns: { 5: 'profile.own_1', 6: 'new' } };
    expect(allUnknown(columnRows(own), choices, 'note')).toEqual({
      encoding: 'big5',
      columns: { 1: 'note', 4: 'note', 5: 'profile.own_1', 6: 'note' },
    });
    expect(allUnknown(columnRows(own), choices, 'out')).toEqual({
      encoding: 'big5',
      columns: { 5: 'profile.own_1', 6: '-' },
    });
  });
  it('shows how a cell will stand in the note', () => {
    const row = columnRows(preview)[1]!;
    expect(noteLine(row)).toBe('星座：双鱼');
    expect(noteLine({ ...row, title: 'Star sign', samples: [] })).toBe('Star sign: …');
  });
  it('may become choices while its first rows hold few different cells', () => {
    const rows = Array.from({ length: 13 }, (_, at) => [String(at), String(at % 12)]);
    const many = { ...preview, columns: [column('编号'), column('星座')], rows };
    expect(columnRows(many).map(({ few }) => few)).toEqual([false, true]);
    expect(fateOf('new_choice')).toBe('new');
  });
  it('is taken for what its headings say until the hand says otherwise, and waits while nobody does', () => {
    const picked: Picked = {
      id: 1,
      path: 'a.csv',
      said: undefined,
      choices: { columns: {} },
      preview,
      failure: undefined,
    };
    const unsaid = { ...picked, preview: { ...preview, kind: null } };
    expect([picked, unsaid, { ...unsaid, said: 'visits' as const }].map(kindOf)).toEqual([
      'customers',
      undefined,
      'visits',
    ]);
    expect([picked, unsaid, { ...picked, preview: undefined }].map(isPickedReady)).toEqual([true, false, false]);
  });
  it('of a workbook that is chosen again takes the next sheet that can be seen', () => {
    const sheets = [
      { name: '一月', is_hidden: false },
      { name: '旧', is_hidden: true },
      { name: '二月', is_hidden: false },
    ];
    const book = { ...preview, encoding: null, sheet: '一月', sheets };
    const one: Picked = {
      id: 1,
      path: 'a.xlsx',
      said: undefined,
      choices: { columns: {} },
      preview: book,
      failure: undefined,
    };
    const two = { ...one, id: 2, choices: { sheet: '二月', columns: {} } };
    expect([freeSheet([one], 'b.xlsx'), freeSheet([one], 'a.xlsx'), freeSheet([one, two], 'a.xlsx')]).toEqual([
      undefined,
      '二月',
      undefined,
    ]);
  });
  it('is ready once nothing is missing', () => {
    expect(isReady(undefined)).toBe(false);
    expect(isReady(preview)).toBe(true);
    expect(isReady({ ...preview, missing: [['phone', 'member_no']] })).toBe(false);
  });
  it('tells a guessed encoding from a proven one', () => {
    expect(isGuess(preview)).toBe(true);
    expect(isGuess({ ...preview, certainty: 'proven' })).toBe(false);
  });
});

describe('a report', () => {
  it('groups remarks, those that hold rows back first', () => {
    const groups = groupsOf(table);
    expect(groups.map(({ code, count, rejected }) => [code, count, rejected])).toEqual([
      ['date_invalid', 2, true],
      ['phone_odd', 5, false],
    ]);
    expect(groups[0]!.flags[0]!.text).toBe('2月30日');
  });
  it('adds up what was held back and knows whether anything would come in', () => {
    const files = [
      file('甲.csv'),
      file('乙.csv', { errors: 'D:/a-2-乙.csv' }),
      file('丙.csv', { errors: 'D:/a-3-丙.csv' }),
    ];
    const both = { ...report, files, customers: table, lines: table };
    expect(rejectedIn(both)).toBe(4);
    expect(errorFiles(both)).toEqual(['D:/a-2-乙.csv', 'D:/a-3-丙.csv']);
    expect(bringsAnything(both)).toBe(true);
    expect(bringsAnything({ ...report, visits: { ...table, new: 0, changed: 0 } })).toBe(false);
    expect(bringsAnything(report)).toBe(false);
  });
  it('counts what is lost with columns that do not come in', () => {
    const columns = [
      column('姓名', { target: 'name' }),
      column('星座', { lost: 3 }),
      column('', { target: '-', lost: 1 }),
    ];
    const other = file('乙.csv', { columns: [column('星座', { lost: 4 }), column('姓名', { target: 'name' })] });
    expect(lostColumns([file('甲.csv', { columns }), other])).toEqual([
      { at: 1, heading: '星座', count: 7 },
      { at: 2, heading: '', count: 1 },
    ]);
  });
  it('says which file a remark is about, where there are several of the kind', () => {
    const files = [file('甲.csv'), file('票.csv', { kind: 'visits' }), file('乙.csv')];
    expect(filesOf({ ...report, files }, 'customers').map(({ name }) => name)).toEqual(['甲.csv', '乙.csv']);
    expect([fileOf({ ...report, files }, { file: 2 }), fileOf({ ...report, files }, {})]).toEqual([
      '乙.csv',
      undefined,
    ]);
  });
  it('names files by how their days were read only where they differ', () => {
    const [day, month, none] = [
      file('甲.csv', { day_order: 'day_first' }),
      file('乙.csv', { day_order: 'month_first' }),
      file('丙.csv'),
    ];
    expect(dayOrders([day, day])).toEqual([{ order: 'day_first', names: undefined }]);
    expect(dayOrders([day, month, none])).toEqual([
      { order: 'day_first', names: ['甲.csv'] },
      { order: 'month_first', names: ['乙.csv'] },
    ]);
  });
  it('says what the fields hold that are made', () => {
    const choice = { target: 'new_choice', is_new: true };
    const columns = [
      column('星座', { ...choice, field: '星座', choices: 5 }),
      column('口味', { ...choice, field: '口味' }),
      column('爱好', { target: 'new', is_new: true, field: '爱好' }),
    ];
    // The second file finds the field there and adds two.
    const second = [column('星座', { ...choice, is_new: false, field: '星座', choices: 7 })];
    const files = [file('甲.csv', { columns }), file('乙.csv', { columns: second })];
    expect(madeFields({ ...report, files, fields_added: ['星座', '口味', '爱好'] })).toEqual([
      { label: '星座', choices: 7, many: false },
      { label: '口味', choices: undefined, many: true },
      { label: '爱好', choices: undefined, many: false },
    ]);
  });
  it('shows bytes as parts of a hundred', () => {
    expect([hundredths(0, 0), hundredths(50, 200), hundredths(199, 200), hundredths(300, 200)]).toEqual([
      0, 25, 99, 100,
    ]);
  });
});
