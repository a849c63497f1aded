/** What the import says and asks, without the page. */
import type { Field, Flag, ImportFile, ImportPreview, ImportReport, Kind, TableReport } from '../../api/generated';

/** The three tables, in the order in which they are brought in. */
export const KINDS: readonly Kind[] = ['customers', 'visits', 'lines'];

/** Leaves a column out, as the request writes it. */
export const NOTHING = '-';

const FIELDS: Record<Kind, readonly Field[]> = {
  customers: [
    ...(['member_no', 'name', 'nickname', 'gender', 'phone', 'phone_2', 'wechat', 'email', 'birthday'] as const),
    ...(['birthday_type', 'lunar_birthday', 'region', 'address', 'tags', 'source', 'referrer', 'staff'] as const),
    ...(['joined', 'level', 'points', 'spend', 'age_band', 'preferred_channel', 'status', 'note'] as const),
  ],
  visits: [
    ...(['visit_no', 'member_no', 'phone', 'date', 'time', 'staff', 'kind', 'pieces', 'amount', 'pay'] as const),
    ...(['ref_visit_no', 'paper_ticket_no', 'day_total', 'satisfaction', 'motive', 'companions', 'feedback'] as const),
    'note',
  ],
  lines: [
    ...([
      'visit_no',
      'line_no',
      'style_no',
      'name',
      'category',
      'color',
      'size',
      'qty',
      'list_price',
      'price',
    ] as const),
    ...(['amount', 'reason', 'reason_note', 'ref_visit_no', 'ref_line_no'] as const),
  ],
};

/** What a column of such a table can mean. */
export function fieldsOf(kind: Kind): readonly Field[] {
  return FIELDS[kind];
}

/** What the hand said about a file; what is left out is found out. */
export interface Choices {
  encoding?: string;
  delimiter?: string;
  /** 0 says that there is no heading row. */
  heading_line?: number;
  /** Of a workbook. */
  sheet?: string;
  /** Column, counted from 0, and what it means. */
  columns: Readonly<Record<number, string>>;
}

/** A file that was chosen, and how it would be read. */
export interface Chosen {
  file: ImportFile;
  choices: Choices;
  /** Absent while it cannot be read. */
  preview: ImportPreview | undefined;
}

export function requestOf(kind: Kind, path: string, choices: Choices): ImportFile {
  return {
    path,
    kind,
    encoding: choices.encoding ?? null,
    delimiter: choices.delimiter ?? null,
    heading_line: choices.heading_line ?? null,
    sheet: choices.sheet ?? null,
    // By position: headings may be empty or stand twice.
    map: Object.entries(choices.columns).map(([at, target]) => `#${Number(at) + 1}=${target}`),
  };
}

/** C:\老系统\客户.csv reads 客户.csv. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

/** A column with what it means and a few of its cells. */
export interface ColumnRow {
  at: number;
  heading: string;
  target: string;
  /** Why it is left out, if it is: `unknown` nobody knows it, `double` another column has the field, `off` the shop does not have it. */
  out: 'unknown' | 'double' | 'off' | undefined;
  samples: string[];
}

const SAMPLES = 3;

export function columnRows(preview: ImportPreview): ColumnRow[] {
  return preview.columns.map((column, at) => {
    const out = column.is_double ? 'double' : column.is_left_out ? 'off' : column.target ? undefined : 'unknown';
    const cells = preview.rows.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '');
    return {
      at,
      heading: column.heading,
      target: out === undefined ? (column.target ?? NOTHING) : NOTHING,
      out: column.target === NOTHING ? undefined : out,
      samples: [...new Set(cells)].slice(0, SAMPLES),
    };
  });
}

/** Whether a file can be read as it stands. */
export function isReady(preview: ImportPreview | undefined): boolean {
  return preview !== undefined && preview.missing.length === 0;
}

/** Whether it is a workbook, which has sheets where a text has an encoding. */
export function isWorkbook(preview: ImportPreview | undefined): boolean {
  return preview !== undefined && preview.encoding === null;
}

/** Whether the encoding was guessed, so that a look at the characters is worth while. */
export function isGuess(preview: ImportPreview): boolean {
  return preview.certainty === 'likely' || preview.certainty === 'doubtful';
}

export function tablesOf(report: ImportReport): { kind: Kind; table: TableReport }[] {
  return KINDS.flatMap((kind) => {
    const table = report[kind];
    return table ? [{ kind, table }] : [];
  });
}

/** All remarks of one kind. */
export interface FlagGroup {
  code: string;
  count: number;
  /** Rows were held back for it; else a cell was left out or taken as the words say. */
  rejected: boolean;
  flags: Flag[];
}

/** Remarks by their code: those that hold rows back first, then the most frequent. */
export function groupsOf(table: TableReport): FlagGroup[] {
  const groups = Object.entries(table.flags).map(([code, count]) => {
    const flags = table.flagged.filter((flag) => flag.code === code);
    return { code, count, rejected: flags.some(({ severity }) => severity === 'rejected'), flags };
  });
  return groups.sort((a, b) => Number(b.rejected) - Number(a.rejected) || b.count - a.count);
}

export function rejectedIn(report: ImportReport): number {
  return tablesOf(report).reduce((sum, { table }) => sum + table.rejected, 0);
}

/** Whether the run would change anything at all. */
export function bringsAnything(report: ImportReport): boolean {
  return tablesOf(report).some(({ table }) => table.new + table.changed > 0);
}

/** The files of held-back rows that were written. */
export function errorFiles(report: ImportReport): string[] {
  return tablesOf(report).flatMap(({ table }) => table.errors ?? []);
}

/** Progress comes in bytes, which say nothing to anybody: a hundred parts do. */
export function hundredths(done: number, total: number): number {
  return total > 0 ? Math.min(100, Math.floor((done / total) * 100)) : 0;
}
