/** Letters of a recovery sheet, and of one group of it. */
export const LETTERS = 56;
export const GROUP = 4;

/** What was typed, as letters and figures alone: blanks and hyphens are only there for the eye. */
export function lettersOf(typed: string): string {
  return [...typed.normalize('NFKC').toUpperCase()].filter((letter) => /[\p{L}\p{N}]/u.test(letter)).join('');
}

/** In groups of four, as it stands on the sheet. */
export function grouped(typed: string): string {
  return (
    lettersOf(typed)
      .match(/.{1,4}/gu)
      ?.join(' ') ?? ''
  );
}

/** Whether all of it is there. */
export function complete(typed: string): boolean {
  return lettersOf(typed).length === LETTERS;
}

/** What is missing before a new passphrase can be asked for; the core judges how good it is. */
export function missing(form: { passphrase: string; again: string }): 'passphrase' | 'again' | undefined {
  if (form.passphrase.trim() === '') return 'passphrase';
  return form.passphrase.normalize('NFKC').trim() === form.again.normalize('NFKC').trim() ? undefined : 'again';
}
