/** Whose pages were opened since the window was, latest first: the one just looked at is often the one to return to. */
import type { CustomerId } from '../api/generated';

export interface Seen {
  id: CustomerId;
  name: string;
  phone: string | null;
  level: string;
  rank: number;
}

const KEPT = 8;
let list = $state.raw<readonly Seen[]>([]);

export function seen(): readonly Seen[] {
  return list;
}

export function saw(customer: Seen): void {
  list = [customer, ...list.filter(({ id }) => id !== customer.id)].slice(0, KEPT);
}
