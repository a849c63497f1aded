// The page as it would be printed: its rules for paper hold in the window for as long as somebody looks.

/** Gives what `look` says while the page is drawn as on paper. */
export async function onPaper(window, look) {
  const turned = await window.run(turn, 'print', 'all');
  if (turned === 0) throw new Error('the page has no rules for paper');
  try {
    return await look();
  } finally {
    await window.run(turn, 'all', 'print');
  }
}

/** Text that would be printed beside an element, and what of it would not stand in one line or be longer than a page. */
export function printed(window, selector) {
  return window.run((selector) => {
    const sheet = document.querySelector(selector);
    const found = [];
    const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (all.nextNode()) {
      const [node, parent] = [all.currentNode, all.currentNode.parentElement];
      const text = node.textContent.trim();
      if (text === '' || !parent.checkVisibility() || parent.closest('.aloud, script, style')) continue;
      if (!sheet.contains(node)) found.push(`beside it: ${text}`);
      const range = document.createRange();
      range.selectNodeContents(node);
      const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
      if (parent.matches('code, small') && lines.size !== 1) found.push(`in ${lines.size} lines: ${text}`);
    }
    // A4 without its margins, at 96 points to the inch.
    const height = (297 - 2 * 14) / 25.4 * 96;
    if (sheet.getBoundingClientRect().height > height) found.push('longer than a page');
    return found;
  }, selector);
}

/** Rules for one kind of page hold for another from now on; how many. Those turned are remembered, so that only they are turned back. */
function turn(from, to) {
  const turned = (globalThis.turnedRules ??= new Set());
  let count = 0;
  const walk = (rules) => {
    for (const rule of rules) {
      if (rule instanceof CSSMediaRule && rule.media.mediaText === from && (from === 'print' || turned.has(rule))) {
        rule.media.mediaText = to;
        turned.add(rule);
        count += 1;
      }
      if (rule.cssRules) walk(rule.cssRules);
    }
  };
  for (const sheet of document.styleSheets) walk(sheet.cssRules);
  return count;
}
