import { beforeEach } from 'vitest';

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
// Set for good: what a test stubs and takes away again must not take these with it, since all files share one window.
const matchMedia = (query: string) =>
  ({
    matches: false,
    media: query,
    addEventListener: () => {},
    removeEventListener: () => {},
  }) as unknown as MediaQueryList;
Object.defineProperty(globalThis, 'matchMedia', { value: matchMedia, writable: true, configurable: true });
Object.defineProperty(globalThis, 'ResizeObserver', {
  value: class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
  writable: true,
  configurable: true,
});

// A place remembers what its screen had open, and the shop who is at the counter; no test begins with what another left.
// They are read here and not above, since they ask for what is set above.
await import('../src/text/late');
const { start } = await import('../src/app/router.svelte');
const { takeShop } = await import('../src/app/shop.svelte');
beforeEach(async () => {
  start('counter');
  await takeShop({ status: 'none', path: null, failure: null });
});
