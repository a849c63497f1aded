/** One row of what happened between a customer and the shop. */
export interface TimelineRow {
  id: string | number;
  /** YYYY-MM-DD */
  day: string;
  /** Stands instead of the day, on a list of one day: 14:52. */
  time?: string;
  /** 到店, 退货, 微信 ... */
  kind: string;
  who?: string;
  /** Formatted money. */
  amount?: string;
  /** Voided: kept, but struck through. */
  struck?: boolean;
}
