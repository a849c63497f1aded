/** Whether the keyboard stands nowhere on the screen: on nothing, or still where the hand that came here was. */
export function adrift(): boolean {
  const at = document.activeElement;
  return at === null || at === document.body || at.id === 'main' || at.closest('nav') !== null;
}

/** Puts whoever asks for the screen that is there already where one stands who comes to it: on its list, else on its page. */
export function arriveAgain(): void {
  const main = document.getElementById('main');
  const to = main?.querySelector<HTMLElement>('[data-arrive]') ?? main?.querySelector<HTMLElement>('[data-page]');
  to?.focus({ preventScroll: true });
}

/** Leaves a field for the page it stands on, where letters are keys again. */
export function toPage(from: Element): void {
  from.closest<HTMLElement>('[data-page]')?.focus({ preventScroll: true });
}
