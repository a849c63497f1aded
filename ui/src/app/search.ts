/** What stands behind the search box. */
import { call } from '../api/client';
import type { SearchHit } from '../api/generated';

const SHOWN = 12;

export async function find(query: string): Promise<readonly SearchHit[]> {
  return (await call('search', { query, limit: SHOWN })).hits;
}

/** What was typed, put into the right field of a new customer: digits are a phone, anything else a name. */
export function prefill(query: string): { name?: string; phone?: string } {
  const text = query.normalize('NFKC').trim();
  const digits = text.replace(/[\s-]/g, '');
  return /^\+?\d{5,}$/.test(digits) ? { phone: digits } : { name: text };
}
