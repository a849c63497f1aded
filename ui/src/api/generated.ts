/** What the rim says when an operation is refused or failed. */
export interface Failure {
  code: string;
  field?: string;
  params?: Record<string, string>;
}

/** Every operation: its arguments and its answer. */
export type Ops = Record<never, { args: unknown; answer: unknown }>;
