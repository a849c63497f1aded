import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { journey } from '../harness/journey.mjs';
import { place } from '../harness/steps.mjs';

const MANY = 3000;
const name = (no) => `顾客${String(no).padStart(4, '0')}`;

/** A shop of some thousand customers from a file of another system. Nobody came yet, so the last one in the file stands first. */
async function crowd(file) {
  await file.init();
  const rows = Array.from({ length: MANY }, (_, at) => `M${String(at + 1).padStart(5, '0')},${name(at + 1)},139${String(at + 1).padStart(8, '0')}`);
  const customers = path.join(path.dirname(file.path), 'customers.csv');
  await writeFile(customers, ['member_no,name,phone', ...rows, ''].join('\n'));
  const [report] = await file.ask(['run_import', { files: [{ kind: 'customers', path: customers }], dry_run: false }]);
  if (report.customers.rejected > 0) throw new Error(JSON.stringify(report));
}

/** Waits until the keyboard stands on a row with this name, and that row is in sight. */
function standsOn(window, who) {
  return window.until(`the keyboard to stand on ${who} in sight`, () =>
    window.run((wanted) => {
      const grid = document.activeElement;
      const row = document.getElementById(grid?.getAttribute('aria-activedescendant') ?? '');
      if (!row?.textContent.includes(wanted)) return false;
      const [seen, all] = [row.getBoundingClientRect(), grid.getBoundingClientRect()];
      return seen.top >= all.top && seen.bottom <= all.bottom + 1;
    }, who),
  );
}

journey('the last of three thousand customers is reached by one key, and the first again', { prepare: crowd }, async (window) => {
  await window.see('今天实收');
  await place(window, '顾客');
  await window.see('共 3,000 位');
  await standsOn(window, name(MANY));
  await window.press('End');
  await standsOn(window, name(1));
  await window.press('Space');
  await window.see('选了 1 位');
  await window.press('PageUp');
  await window.press('ArrowUp');
  const present = await window.run(() => document.getElementById(document.activeElement.getAttribute('aria-activedescendant')).textContent);
  const who = present.match(/顾客\d{4}/)[0];
  await window.press('Enter');
  await window.find('heading', who);
  // Back in the list everything is as it was: the place, the row, what was ticked.
  await window.press('Alt+ArrowLeft');
  await window.see('共 3,000 位');
  await standsOn(window, who);
  await window.see('选了 1 位');
  await window.press('Home');
  await standsOn(window, name(MANY));
  // Another order begins at its top and has an end of its own.
  await window.click('button', '姓名');
  await window.see(name(1));
  await window.run(() => document.querySelector('[role=grid]').focus());
  await standsOn(window, name(1));
  await window.press('End');
  await standsOn(window, name(MANY));
});

journey('the scroll bar leads to any place of the list, also after a change', { prepare: crowd }, async (window) => {
  await window.see('今天实收');
  await place(window, '顾客');
  await window.see(name(MANY));
  const scrollTo = (part) =>
    window.run((to) => {
      const grid = document.querySelector('[role=grid]');
      grid.scrollTop = (grid.scrollHeight - grid.clientHeight) * to;
    }, part);
  await scrollTo(0.5);
  await window.see(name(MANY / 2));
  await scrollTo(0.9);
  await window.see(name(MANY / 10));
  await scrollTo(1);
  await window.see(name(1));
  await window.click('row', name(2));
  await window.find('heading', name(2));
  await window.press('t');
  await window.find('combobox', '加标签');
  await window.type('老邻居');
  await window.find('option', '老邻居');
  await window.press('Enter');
  await window.see('加上了标签');
  await window.press('Escape');
  await window.until('the tags to be closed', () => window.run(() => document.querySelector('[popover][data-open]') === null));
  await window.press('Alt+ArrowLeft');
  await standsOn(window, name(2));
  await window.see(name(1));
  await scrollTo(0);
  await window.see(name(MANY));
});
