// Looks at the screen as it is drawn: what axe finds, colours included, and what does not fit.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(new URL('../../../ui/package.json', import.meta.url));

/** What axe finds on the screen now, a line each. Needs colours and sizes, so it is asked in the window. */
export async function broken(window) {
  if (!(await window.run(() => 'axe' in globalThis))) {
    const axe = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
    await window.run(`() => { ${axe}; }`);
  }
  return window.run(async () => {
    // The window is one page without landmarks of a site.
    const { violations } = await globalThis.axe.run(document.body, { rules: { region: { enabled: false } } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  });
}

/** What reaches beyond the window or scrolls sideways now, a line each. */
export function overflowing(window) {
  return window.run(() => {
    const found = [];
    for (const node of document.querySelectorAll('body *')) {
      if (!node.checkVisibility() || node.closest('.aloud')) continue;
      const box = node.getBoundingClientRect();
      const { overflowX } = getComputedStyle(node);
      const what = `${node.tagName.toLowerCase()}.${node.className} ${(node.textContent ?? '').trim().slice(0, 40)}`;
      if (box.width > 0 && box.right > innerWidth + 1) found.push(`beyond the window: ${what}`);
      const scrolls = (overflowX === 'auto' || overflowX === 'scroll') && node.scrollWidth > node.clientWidth + 1;
      if (scrolls && node.clientWidth > 0) found.push(`scrolls sideways: ${what}`);
    }
    return found;
  });
}
