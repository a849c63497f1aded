/** How a Field and the input inside it find each other: the field owns label, hint and error, the input only asks for them. */
import { createContext } from 'svelte';

export interface FieldContext {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly required: boolean;
  /** An input that cannot read what was typed says so here; `undefined` takes it back. */
  complain(text: string | undefined): void;
}

const [get, set] = createContext<FieldContext>();

export const setField = set;

/** The field around an input, or none when it stands alone (then it needs an aria-label). */
export function field(): FieldContext | undefined {
  try {
    return get();
  } catch {
    return undefined;
  }
}

/** What every input spreads on its element. */
export function wiring(context: FieldContext | undefined) {
  return {
    id: context?.id,
    'aria-describedby': context?.describedBy,
    'aria-invalid': context?.invalid ? ('true' as const) : undefined,
    'aria-required': context?.required ? ('true' as const) : undefined,
  };
}
