import type { CustomerId, VisitId } from '../api/generated';

/** Every place of the window with its parameters. A screen is added here, in screens.ts and, if it stands at the left, in nav.ts. */
export interface Views {
  /** Her page. */
  customer: { customer: CustomerId };
  /** Opens an archive, or changes one; what was typed into the search box is put where it belongs. */
  'customer-edit': {
    customer?: CustomerId;
    name?: string;
    phone?: string;
    /** The field to begin at. */ focus?: string;
  };
  /** Records a visit. */
  'visit-new': { customer?: CustomerId };
  /** A saved visit. */
  visit: { visit: VisitId };
  /** What was done, and undoing it. */
  history: Record<never, never>;
  /** Look, language and size of type. */
  settings: Record<never, never>;
}
