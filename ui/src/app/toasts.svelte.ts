/** Short words about what was saved, with the way back. They never carry an error: those stay where they belong. */

export interface ToastAct {
  /** Message id of the button. */
  label: string;
  run: () => void | Promise<void>;
}
export interface ToastItem {
  readonly id: number;
  readonly text: string;
  readonly act: ToastAct | undefined;
}

const SHOWN = 3;
let items = $state.raw<readonly ToastItem[]>([]);
let last = 0;

export function toasts(): readonly ToastItem[] {
  return items;
}

/** Says what was saved: 「已记下单晓燕的到店 ¥3,480.00」, never 「操作成功」. */
export function say(text: string, act?: ToastAct): void {
  items = [...items, { id: ++last, text, act }].slice(-SHOWN);
}

export function dismiss(id: number): void {
  items = items.filter((item) => item.id !== id);
}
