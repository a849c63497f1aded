/** What the search box shows of a customer. */
export interface Hit {
  member_no: string;
  name: string;
  /** Masked already where the one at the counter may not see it. */
  phone: string | null;
  level: string | null;
  /** The level's place in the ladder, from 0. */
  level_rank: number;
  /** YYYY-MM-DD */
  last_visit: string | null;
  /** Wire amount. */
  lifetime_spend: string;
  /** Why she was found, when it was neither name nor phone: the tag, the style number. */
  matched?: string | null;
}

/** What was typed, put into the right field of a new customer: digits are a phone, anything else a name. */
export function prefill(query: string): { name?: string; phone?: string } {
  const text = query.normalize('NFKC').trim();
  const digits = text.replace(/[\s-]/g, '');
  return /^\+?\d{5,}$/.test(digits) ? { phone: digits } : { name: text };
}
