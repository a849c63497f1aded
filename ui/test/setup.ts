import { vi } from 'vitest';

// jsdom has no modal dialogs and no popovers; the real ones are driven in the journeys under tests/e2e.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close(value?: string) {
  if (!this.open) return;
  this.open = false;
  if (value !== undefined) this.returnValue = value;
  this.dispatchEvent(new Event('close'));
};
HTMLElement.prototype.showPopover = function showPopover() {
  // What is not shown is hidden by jsdom's own style sheet; the attribute is gone as long as it is open.
  this.removeAttribute('popover');
};
HTMLElement.prototype.hidePopover = function hidePopover() {
  this.setAttribute('popover', 'manual');
};
// axe asks for one to recognise icon fonts; there are none.
HTMLCanvasElement.prototype.getContext = () => null;
Element.prototype.scrollIntoView = () => {};
vi.stubGlobal('matchMedia', (query: string) => ({
  matches: false,
  media: query,
  addEventListener: () => {},
  removeEventListener: () => {},
}));
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
);
