/** The weekly export and the whole tables, settled but not yet in `generated.ts`; to be taken from there once they are. */
import type { Fen } from './generated';

export type FileEncoding = 'utf8' | 'gb18030';
export type ExportTable = {
  table: ExportedTable;
  path: string;
  format?: TableFormat | null;
  encoding?: FileEncoding | null;
  headings?: Headings | null;
  as_of?: string | null;
};
export type ExportWeek = {
  week: string;
  folder: string;
  encoding?: FileEncoding | null;
};
export type ExportedFile = {
  name: string;
  rows: number;
  bytes: number;
  sha256: string;
};
export type ExportedTable = 'customers' | 'visits' | 'lines' | 'points';
export type Headings = 'names' | 'words';
export type ListWeeks = {
  before?: string | null;
  limit?: number | null;
};
export type TableExported = {
  path: string;
  rows: number;
  bytes: number;
};
export type TableFormat = 'csv';
export type WeekExported = {
  week: string;
  from: string;
  to: string;
  folder: string;
  files: Array<ExportedFile>;
  totals: WeekTotals;
  revision: number;
  corrections: number;
  complete: boolean;
  repeated: boolean;
};
export type WeekList = {
  weeks: Array<WeekRow>;
  more: boolean;
  last_folder?: string | null;
  last_encoding?: FileEncoding | null;
};
export type WeekRow = {
  week: string;
  from: string;
  to: string;
  visits: number;
  total: Fen;
  complete: boolean;
  exported_at?: string | null;
  changed: number;
};
export type WeekTotals = {
  visits: number;
  total: Fen;
  sales: Fen;
  returns: Fen;
  discounts: Fen;
  lines: number;
  lines_total: Fen;
  without_lines: number;
  without_lines_total: Fen;
  payments: number;
  payments_total: Fen;
  unstated: number;
  unstated_total: Fen;
  points_liability: number;
  vouchers_outstanding: number;
};

declare module './generated' {
  interface Ops {
    week_list: { args: ListWeeks; answer: WeekList };
    export_week: { args: ExportWeek; answer: WeekExported };
    export_table: { args: ExportTable; answer: TableExported };
  }
}
