/** What the list of tags knows: no DOM, no calls. */
import type { Tag } from '../../api/generated';

export type TagOrder = 'many' | 'name';

/** Those whose name holds the words, in order; `compare` knows the language's own order of names. */
export function listed(
  tags: readonly Tag[],
  words: string,
  order: TagOrder,
  compare: (a: string, b: string) => number,
): Tag[] {
  const sought = words.trim().normalize('NFKC').toLocaleLowerCase();
  return tags
    .filter(({ name }) => name.normalize('NFKC').toLocaleLowerCase().includes(sought))
    .sort((a, b) => (order === 'many' ? b.customers - a.customers : 0) || compare(a.name, b.name));
}

/** Whether a tag of this very name is there already, so that Enter goes to it instead of making another. */
export function exact(tags: readonly Tag[], words: string): Tag | undefined {
  const sought = words.trim();
  return tags.find(({ name }) => name === sought);
}

/** The words for how many carry a tag. Whom a rule means today is counted with the rules; those by hand are counted here. */
export function carried(tag: Tag): 'customer-tag-count' | 'tags-by-rule' | 'tags-by-hand-and-rule' {
  if (!tag.rule) return 'customer-tag-count';
  return tag.customers === 0 ? 'tags-by-rule' : 'tags-by-hand-and-rule';
}
