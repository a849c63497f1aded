/** Puts words on the clipboard. Engines that keep the clipboard from a page still copy what is selected in it. */
export async function copyWords(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    const box = document.createElement('textarea');
    box.value = words;
    box.setAttribute('aria-hidden', 'true');
    box.style.position = 'fixed';
    // Inside an open dialog everything outside of it is out of reach.
    const home = document.querySelector('dialog[open]') ?? document.body;
    const before = document.activeElement;
    home.append(box);
    box.select();
    const done = document.execCommand('copy');
    box.remove();
    if (before instanceof HTMLElement) before.focus();
    return done;
  }
}
