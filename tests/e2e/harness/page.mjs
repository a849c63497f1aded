// Functions that run inside the page. Each stands alone: it is sent as text and sees nothing of this file.

/** The first shown element of a role whose name is, or failing that contains, `name`. */
export function byRole(role, name) {
  const selectors = {
    button: 'button, [role=button], summary, input[type=submit]',
    link: 'a[href], [role=link]',
    textbox: 'input:not([type]), input[type=text], input[type=tel], input[type=email], input[type=password], textarea, [role=textbox]',
    searchbox: 'input[type=search], [role=searchbox]',
    combobox: '[role=combobox], select',
    checkbox: 'input[type=checkbox], [role=checkbox], [role=switch]',
    radio: 'input[type=radio], [role=radio]',
    heading: 'h1, h2, h3, h4, [role=heading]',
    dialog: 'dialog[open], [role=dialog], [role=alertdialog]',
    row: 'tr, [role=row]',
    region: 'section[aria-label], section[aria-labelledby], [role=region]',
    option: 'option, [role=option]',
  };
  const text = (node) => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const nameOf = (node) => {
    const labelled = node.getAttribute('aria-labelledby');
    if (labelled) return labelled.split(/\s+/).map((id) => text(document.getElementById(id))).join(' ');
    const label = node.getAttribute('aria-label');
    if (label) return label;
    if (node.labels?.length) return [...node.labels].map(text).join(' ');
    return text(node) || node.getAttribute('placeholder') || node.getAttribute('title') || node.value || '';
  };
  // Behind an open dialog nothing can be reached, as for a person.
  const top = [...document.querySelectorAll('dialog[open]')].filter((dialog) => dialog.matches(':modal')).at(-1) ?? document;
  const all = [...top.querySelectorAll(selectors[role] ?? `[role=${role}]`)];
  if (top !== document && role === 'dialog') all.unshift(top);
  const shown = all.filter((node) => node.checkVisibility({ visibilityProperty: true }) && !node.disabled && node.ariaDisabled !== 'true');
  if (name == null) return shown[0] ?? null;
  return shown.find((node) => nameOf(node) === name) ?? shown.find((node) => nameOf(node).includes(name)) ?? null;
}

/** The first shown element of a CSS selector. */
export function byCss(selector) {
  return [...document.querySelectorAll(selector)].find((node) => node.checkVisibility({ visibilityProperty: true })) ?? null;
}

/**
 * Waits until an element rests where it is and nothing lies over it, and from then on notes what the mouse meets. Answers false
 * where it does not come to rest: whatever arrives late moves what stands below, and a click would meet its neighbour.
 */
export async function aim(node) {
  const RESTS = 5;
  const PATIENCE = 60;
  const frame = () => new Promise((settle) => requestAnimationFrame(settle));
  const place = () => {
    const { x, y, width, height } = node.getBoundingClientRect();
    return [x, y, width, height].join();
  };
  node.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  let at = place();
  for (let resting = 0, frames = 0; resting < RESTS; frames += 1) {
    if (frames > PATIENCE || !node.isConnected) return false;
    await frame();
    resting = place() === at ? resting + 1 : 0;
    at = place();
  }
  const ours = (target) => node.contains(target) || [...(node.labels ?? [])].some((label) => label.contains(target));
  const { left, right, top, bottom } = node.getBoundingClientRect();
  const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2;
  const over = document.elementFromPoint(middle(left, right, innerWidth), middle(top, bottom, innerHeight));
  if (!over || !ours(over)) return false;
  const met = { seen: false, hit: false, other: '' };
  const note = ({ target }) => {
    if (met.seen) return;
    met.seen = true;
    met.hit = ours(target);
    const pressed = target.closest('button, a, input, label, summary, [role]');
    if (pressed && !met.hit) met.other = (pressed.textContent || pressed.tagName).trim().slice(0, 40);
  };
  for (const kind of ['pointerdown', 'mousedown', 'click']) document.addEventListener(kind, note, { capture: true, once: true });
  globalThis.shukeAim = met;
  return true;
}

/** What the mouse met since `aim`: whether the element itself, or the words of another that can be pressed. A page loaded anew does not know. */
export function met() {
  const { hit, other } = globalThis.shukeAim ?? { hit: true, other: '' };
  return { hit, other };
}

/** All text the window shows, with what was typed into its fields. */
export function shownText() {
  const fields = [...document.querySelectorAll('input, textarea')].filter((node) => node.checkVisibility()).map((node) => node.value);
  return [document.body.innerText, ...fields].join('\n');
}

/** Whether the page is ours and drawn. */
export function isReady() {
  return location.href.startsWith('tauri://localhost') && document.readyState === 'complete' && document.body.innerText.trim() !== '';
}

/** A release build keeps nothing of what went wrong unseen; from now on it does, as a debug build does from its first line on. */
export function keepFaults() {
  if (globalThis.shukeFaults) return;
  const faults = [];
  Object.defineProperty(globalThis, 'shukeFaults', { value: faults });
  addEventListener('error', (event) => faults.push(`error: ${event.message}`));
  addEventListener('unhandledrejection', (event) => faults.push(`rejected: ${event.reason}`));
  document.addEventListener('securitypolicyviolation', (event) => {
    faults.push(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile ?? ''}:${event.lineNumber}`);
  });
}

/** What went wrong in the page without anybody seeing it; a debug build collects it from the start. */
export function faults() {
  return globalThis.shukeFaults;
}

/** Ends when what the page shows now has been drawn. */
export function drawn() {
  return new Promise((settle) => requestAnimationFrame(() => requestAnimationFrame(() => settle(true))));
}
