/** Exporting a table, without the page: which columns in which order, and what the file is called. */
import type { ExportColumn, ExportedTable, TableFormat } from '../api/generated';

/** A column as it stands in the list of the dialog. */
export interface Pick {
  readonly name: string;
  readonly label: string;
  readonly on: boolean;
}

/** The tables, as the owner would look for them. */
export const TABLES: readonly ExportedTable[] = ['customers', 'visits', 'lines', 'points', 'tasks'];

export function picks(columns: readonly ExportColumn[]): Pick[] {
  return columns.map(({ name, label, is_chosen: on }) => ({ name, label, on }));
}

/** The column at a place, one place further up (-1) or down (1). */
export function moved(list: readonly Pick[], at: number, by: -1 | 1): Pick[] {
  const to = at + by;
  const [from, other] = [list[at], list[to]];
  if (!from || !other) return [...list];
  return list.map((one, place) => (place === at ? other : place === to ? from : one));
}

export function ticked(list: readonly Pick[], name: string, on: boolean): Pick[] {
  return list.map((one) => (one.name === name ? { ...one, on } : one));
}

/** The names that are written, in their order. */
export function wanted(list: readonly Pick[]): string[] {
  return list.filter(({ on }) => on).map(({ name }) => name);
}

/** What a system allows in the name of a file is little; a name of people is kept as far as it goes. */
export function fileName(title: string, day: string, format: TableFormat): string {
  const plain = title.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim();
  return `${plain || 'shuke'}-${day}.${format}`;
}
