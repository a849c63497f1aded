/** The refresh signal: every commit says which fact tables it touched, and views that show them load again. */

/** By table; a reactive object, because it tells even tables apart that were never counted. */
const counters = $state<Record<string, number>>({});
let all = $state(0);

/** Called once for every commit. */
export function announce(tables: readonly string[]): void {
  all += 1;
  for (const table of tables) counters[table] = (counters[table] ?? 0) + 1;
}

/** A number that grows whenever one of the tables changes; without tables, whenever anything does. */
export function revision(...tables: string[]): number {
  if (tables.length === 0) return all;
  return tables.reduce((total, table) => total + (counters[table] ?? 0), 0);
}
