/** Whether the keyboard stands nowhere on the screen: on nothing, or still where the hand that came here was. */
export function adrift(): boolean {
  const at = document.activeElement;
  return at === null || at === document.body || at.id === 'main' || at.closest('nav') !== null;
}

/** Leaves a field for the page it stands on, where letters are keys again. */
export function toPage(from: Element): void {
  from.closest<HTMLElement>('[data-page]')?.focus({ preventScroll: true });
}
