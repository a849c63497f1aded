import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { screens } from '../app/screens';

const SRC = path.resolve(import.meta.dirname, '..');
const MESSAGES = path.resolve(SRC, '../../assets/messages/zh-CN');

/** The files named between the braces of late.ts. */
function lateFiles(): string[] {
  const text = readFileSync(path.join(SRC, 'text/late.ts'), 'utf8');
  return /zh-CN\/\{([a-z_,]+)\}\.ftl/.exec(text)![1]!.split(',');
}

function ids(file: string): string[] {
  const text = readFileSync(path.join(MESSAGES, `${file}.ftl`), 'utf8');
  return [...text.matchAll(/^([a-z][a-z0-9-]*) =/gm)].map(([, id]) => id!);
}

/** Every file of ours that is read before the first picture: what main.ts imports, and what those import, but for `import()`. */
function first(file: string, seen = new Map<string, string>()): Map<string, string> {
  if (seen.has(file)) return seen;
  const text = readFileSync(file, 'utf8');
  seen.set(file, text);
  for (const [, from] of text.matchAll(/^\s*(?:import|export)\s[^'"();]*?['"](\.[^'"]+)['"]/gm)) {
    const at = path.resolve(path.dirname(file), from!);
    const found = [at, `${at}.ts`, path.join(at, 'index.ts')].find((one) => /\.(ts|svelte)$/.test(one) && exists(one));
    if (found) first(found, seen);
  }
  return seen;
}

function exists(file: string): boolean {
  try {
    readFileSync(file);
    return true;
  } catch {
    return false;
  }
}

describe('words that come after the first picture', () => {
  it('are said by nothing that is part of it', () => {
    // A view may be called what a message is called; its name is not said.
    const late = new Set(
      lateFiles()
        .flatMap(ids)
        .filter((id) => !(id in screens)),
    );
    const files = first(path.join(SRC, 'main.ts'));
    // The counter, the box and the bar are among them, or this test looks at nothing.
    for (const part of [
      'screens/counter/Counter.svelte',
      'app/SearchBox.svelte',
      'app/TopBar.svelte',
      'text/i18n.svelte.ts',
    ]) {
      expect([...files.keys()].map((file) => path.relative(SRC, file))).toContain(part);
    }
    const said = [...files].flatMap(([file, text]) =>
      [...text.matchAll(/['"`]([a-z][a-z0-9]*(?:-[a-z0-9]+)+)(?:\.[a-z]+)?['"`]/g)]
        .map(([, id]) => id!)
        .filter((id) => late.has(id))
        .map((id) => `${path.relative(SRC, file)}: ${id}`),
    );
    expect(said).toEqual([]);
  });

  // What asks with `maybe` says nothing while a word is not there yet.
  it('are said by no word made of parts there either', () => {
    const late = lateFiles().flatMap(ids);
    const made = [...first(path.join(SRC, 'main.ts'))].flatMap(([file, text]) =>
      [...text.matchAll(/(?<!maybe\()`([a-z][a-z0-9]*-(?:[a-z0-9-]+-)?)\$\{/g)]
        .filter(([, start]) => late.some((id) => id.startsWith(start!)))
        .map(([, start]) => `${path.relative(SRC, file)}: ${start}`),
    );
    expect(made).toEqual([]);
  });
});
