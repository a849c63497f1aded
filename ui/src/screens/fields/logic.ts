/** What the catalogue of archive fields knows: weights in plain shares, moving, saving. No DOM, no calls. */
import type { FieldKind, Part, ProfileField, SaveField } from '../../api/generated';

/** Percent of the whole that each half weighs, after SPEC A: a fifth hard, four fifths soft. */
const HALF: Record<Part, number> = { hard: 20, soft: 80 };

const counts = (field: ProfileField): boolean => field.is_on && field.weight > 0;

/** What each half weighs now: a half in which nothing counts leaves all to the other. */
export function halfShare(fields: readonly ProfileField[], part: Part): number {
  const has = (half: Part) => fields.some((field) => field.part === half && counts(field));
  if (!has(part)) return 0;
  return has(part === 'hard' ? 'soft' : 'hard') ? HALF[part] : 100;
}

/** How many percent of a full archive this field is worth. */
export function share(fields: readonly ProfileField[], field: ProfileField): number {
  if (!counts(field)) return 0;
  const sum = fields
    .filter((other) => other.part === field.part && counts(other))
    .reduce((all, { weight }) => all + weight, 0);
  return (halfShare(fields, field.part) * field.weight) / sum;
}

/** The request that changes nothing yet. */
export function asSaved(field: ProfileField): SaveField {
  const { id, label, part, kind, options, weight, is_on, is_sensitive, question } = field;
  return { id, label, part, kind, options: [...options], weight, is_on, is_sensitive, question, position: null };
}

/** The place in the whole catalogue that puts a field before or after its neighbour of the same half; nothing at the end of the road. */
export function movedPosition(fields: readonly ProfileField[], id: number, by: -1 | 1): number | undefined {
  const part = fields.find((field) => field.id === id)?.part;
  const half = fields.filter((field) => field.part === part);
  const neighbour = half[half.findIndex((field) => field.id === id) + by];
  if (!neighbour) return undefined;
  const others = fields.filter((field) => field.id !== id);
  return others.indexOf(neighbour) + (by === 1 ? 1 : 0);
}

export const KINDS: readonly FieldKind[] = ['text', 'choice', 'multi', 'number', 'date'];

/** One option a line, as typed; blanks and repeats are dropped. */
export function readOptions(typed: string): string[] {
  return [...new Set(typed.split(/[\n、，,]/).map((line) => line.trim()))].filter(Boolean);
}

export interface FieldDraft {
  label: string;
  part: Part;
  kind: FieldKind;
  options: string;
  weight: number;
  is_sensitive: boolean;
  question: string;
}

export function draftOf(field: ProfileField | undefined, part: Part): FieldDraft {
  return {
    label: field?.label ?? '',
    part: field?.part ?? part,
    kind: field?.kind ?? 'text',
    options: field?.options.join('\n') ?? '',
    weight: field?.weight ?? 2,
    is_sensitive: field?.is_sensitive ?? false,
    question: field?.question ?? '',
  };
}

export function requestOf(draft: FieldDraft, field: ProfileField | undefined): SaveField {
  const listed = draft.kind === 'choice' || draft.kind === 'multi';
  return {
    id: field?.id ?? null,
    label: draft.label.trim(),
    part: draft.part,
    kind: draft.kind,
    options: listed ? readOptions(draft.options) : [],
    weight: draft.weight,
    is_on: field?.is_on ?? true,
    is_sensitive: draft.is_sensitive,
    question: draft.question.trim() || null,
    position: null,
  };
}
