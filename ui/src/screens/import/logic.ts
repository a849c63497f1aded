/** What the import says and asks, without the page. */
import type { CallFailure } from '../../api/client';
import type {
  DayOrder,
  Field,
  FileReport,
  Flag,
  ImportColumn,
  ImportFile,
  ImportPreview,
  ImportReport,
  Kind,
  TableReport,
} from '../../api/generated';
import { t } from '../../text/i18n.svelte';

/** The three tables, in the order in which they are brought in. */
export const KINDS: readonly Kind[] = ['customers', 'visits', 'lines'];

/** Leaves a column out, as the request writes it. */
export const NOTHING = '-';

const FIELDS: Record<Kind, readonly Field[]> = {
  customers: [
    ...(['member_no', 'name', 'nickname', 'gender', 'phone', 'phone_2', 'wechat', 'email', 'birthday'] as const),
    ...(['birthday_type', 'lunar_birthday', 'region', 'address', 'tags', 'source', 'referrer', 'staff'] as const),
    ...([
      'joined',
      'level',
      'points',
      'spend',
      'visits_count',
      'age_band',
      'preferred_channel',
      'status',
      'note',
    ] as const),
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

/** The message that names a field; goods and people have each their own name. */
export function fieldWord(kind: Kind, field: string): string {
  return kind === 'lines' && field === 'name'
    ? 'import-field-name-of-goods'
    : `import-field-${field.replaceAll('_', '-')}`;
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

/** The most files of one import. */
export const MOST = 50;

/** A file that was chosen, and how it would be read. */
export interface Picked {
  /** Tells it from another that was chosen before and taken away. */
  id: number;
  path: string;
  /** What the hand said that it holds; else its headings say it. */
  said: Kind | undefined;
  choices: Choices;
  /** Absent while it cannot be read. */
  preview: ImportPreview | undefined;
  failure: CallFailure | undefined;
}

/** What a file holds, as far as anybody knows. */
export function kindOf({ said, preview }: Picked): Kind | undefined {
  return said ?? preview?.kind ?? undefined;
}

/** What is asked of a file; its kind is left out where its headings are to say it. */
export function requestOf(kind: Kind | undefined, path: string, choices: Choices): ImportFile {
  return {
    path,
    kind: kind ?? null,
    encoding: choices.encoding ?? null,
    delimiter: choices.delimiter ?? null,
    heading_line: choices.heading_line ?? null,
    sheet: choices.sheet ?? null,
    // By position: headings may be empty or stand twice.
    map: Object.entries(choices.columns).map(([at, target]) => `#${Number(at) + 1}=${target}`),
  };
}

/** Whether a file can be brought in as it stands. */
export function isPickedReady(file: Picked): boolean {
  return file.failure === undefined && kindOf(file) !== undefined && isReady(file.preview);
}

/** The fields that are missing, in words; empty where none is. */
export function missingWords(file: Picked): string {
  const kind = kindOf(file);
  if (!kind) return '';
  const word = (field: Field) => t(fieldWord(kind, field));
  return (file.preview?.missing ?? []).map((one) => one.map(word).join(t('import-or'))).join('、');
}

/** The sheet of a file that is read, and of a workbook that was chosen already the first sheet that is still free. */
export const sheetOf = ({ choices, preview }: Picked): string | undefined =>
  choices.sheet ?? preview?.sheet ?? undefined;

export function freeSheet(chosen: readonly Picked[], path: string): string | undefined {
  const same = chosen.filter((file) => file.path === path);
  const taken = same.map(sheetOf);
  const sheets = same.find(({ preview }) => preview)?.preview?.sheets ?? [];
  return sheets.find(({ name, is_hidden }) => !is_hidden && !taken.includes(name))?.name;
}

/** C:\老系统\客户.csv reads 客户.csv. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

/** A column with what it means and a few of its cells. */
export interface ColumnRow {
  at: number;
  heading: string;
  /** What it is called in the note: of two headings alike each has a name of its own. */
  title: string;
  target: string;
  /** The heading by itself says what it means. */
  known: boolean;
  /** Why it is left out, if it is: `double` another column has the field, `off` the shop does not have it. */
  out: 'double' | 'off' | undefined;
  /** So because it was chosen so at an earlier import. */
  remembered: boolean;
  /** The field of the catalogue it goes into, and whether that is made for it. */
  field: string | undefined;
  isNew: boolean;
  /** The first rows hold so few different cells that they may be choices. */
  few: boolean;
  samples: string[];
}

const SAMPLES = 3;
/** More different cells in the first rows than this are hardly choices. */
const FEW = 12;

export function columnRows(preview: ImportPreview): ColumnRow[] {
  return preview.columns.map((column, at) => {
    const out = column.is_double ? 'double' : column.is_left_out ? 'off' : undefined;
    const cells = preview.rows.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '');
    return {
      at,
      heading: column.heading,
      title: column.title,
      target: out === undefined ? (column.target ?? NOTHING) : NOTHING,
      known: column.is_known,
      out: column.target === NOTHING ? undefined : out,
      remembered: column.is_remembered,
      field: column.field ?? undefined,
      isNew: column.is_new,
      few: new Set(cells).size <= FEW,
      samples: [...new Set(cells)].slice(0, SAMPLES),
    };
  });
}

/** A new field that offers what stands in the column to choose from. */
export const CHOICE = 'new_choice';

/** What becomes of a column that nobody knows: left out, into the note, a field of its own, or a field that is there. */
export type Fate = 'out' | 'note' | 'new' | 'field';

export const FATES: Record<Kind, readonly Fate[]> = {
  customers: ['out', 'note', 'new', 'field'],
  visits: ['out', 'note', 'field'],
  lines: ['out', 'field'],
};

export function fateOf(target: string): Fate {
  return target === NOTHING
    ? 'out'
    : target === 'note'
      ? 'note'
      : target === 'new' || target === CHOICE
        ? 'new'
        : 'field';
}

/** What the hand has to say for a fate; nothing where a field is still to be chosen. */
export function targetOf(fate: Fate): string | undefined {
  return fate === 'out' ? NOTHING : fate === 'field' ? undefined : fate;
}

/** The choices with all columns that nobody knows put into the note, or left out; those that are a field stay. */
export function allUnknown(rows: readonly ColumnRow[], choices: Choices, fate: 'out' | 'note'): Choices {
  const loose = rows.filter((row) => !row.known && fateOf(row.target) !== 'field' && fateOf(row.target) !== fate);
  const said = loose.map((row) => [row.at, targetOf(fate)] as const);
  return { ...choices, columns: { ...choices.columns, ...Object.fromEntries(said) } };
}

/** How the first filled cell of a column will stand in the note; as the import itself writes it. */
export function noteLine({ title, samples }: ColumnRow): string {
  const plain = [...title].every((letter) => letter < '\u0080');
  return `${title}${plain ? ': ' : '：'}${samples[0] ?? '…'}`;
}

/** Columns with filled cells that do not come in, those of several files that are called alike together. */
export function lostColumns(files: readonly FileReport[]): { at: number; heading: string; count: number }[] {
  const found = new Map<string, { at: number; heading: string; count: number }>();
  for (const { columns } of files) {
    columns.forEach(({ heading, lost }, at) => {
      if (lost === 0) return;
      const key = heading || String(at);
      const column = found.get(key) ?? { at, heading, count: 0 };
      found.set(key, { ...column, count: column.count + lost });
    });
  }
  return [...found.values()];
}

/** The fields that are made: text, or so many choices; `many` where there were too many different cells for choices. */
export function madeFields(report: ImportReport): { label: string; choices: number | undefined; many: boolean }[] {
  const columns: ImportColumn[] = report.files.flatMap((file) => file.columns);
  return report.fields_added.map((label) => {
    const own = columns.filter(({ field, target }) => field === label && target === CHOICE);
    const choices = own
      .map((column) => column.choices ?? undefined)
      .filter((count) => count !== undefined)
      .at(-1);
    return { label, choices, many: own.length > 0 && choices === undefined };
  });
}

/** How days such as 3/4/2024 were read; the files are named where they do not all say the same. */
export function dayOrders(files: readonly FileReport[]): { order: DayOrder; names: string[] | undefined }[] {
  const orders = [...new Set(files.flatMap(({ day_order }) => day_order ?? []))];
  return orders.map((order) => {
    const own = files.filter(({ day_order }) => day_order === order);
    return { order, names: own.length === files.length ? undefined : own.map(({ name }) => name) };
  });
}

/** The files of a kind. */
export function filesOf(report: ImportReport, kind: Kind): FileReport[] {
  return report.files.filter((file) => file.kind === kind);
}

/** What a file is called that a remark or a change is about; nothing where there is only one. */
export function fileOf(report: ImportReport, { file }: { file?: number | null }): string | undefined {
  return file === undefined || file === null ? undefined : report.files[file]?.name;
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
  return report.files.flatMap(({ errors }) => errors ?? []);
}

/** Progress comes in bytes, which say nothing to anybody: a hundred parts do. */
export function hundredths(done: number, total: number): number {
  return total > 0 ? Math.min(100, Math.floor((done / total) * 100)) : 0;
}
