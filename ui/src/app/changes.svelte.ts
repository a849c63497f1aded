/** The refresh signal: every commit says which concepts it touched, and views that show them load again. */

const counters = $state<Record<string, number>>({});
let all = $state(0);

/** Called once for every commit. */
export function announce(concepts: readonly string[]): void {
  all += 1;
  for (const concept of concepts) counters[concept] = (counters[concept] ?? 0) + 1;
}

/** A number that grows whenever one of the concepts changes; without concepts, whenever anything does. */
export function revision(...concepts: string[]): number {
  if (concepts.length === 0) return all;
  return concepts.reduce((total, concept) => total + (counters[concept] ?? 0), 0);
}
