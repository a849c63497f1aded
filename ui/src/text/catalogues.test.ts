import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { describe, expect, it } from 'vitest';
import './late';
import { setLanguage, t } from './i18n.svelte';

const ROOT = '../assets/messages';
const LANGUAGES = ['zh-CN', 'en'] as const;

/** Every message and attribute of a language with the names of its placeholders. */
function catalogue(language: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const folder = join(ROOT, language);
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ftl'))) {
    for (const entry of new FluentResource(readFileSync(join(folder, file), 'utf8')).body) {
      const parts = { '': entry.value, ...entry.attributes };
      for (const [attribute, pattern] of Object.entries(parts)) {
        if (pattern === null) continue;
        const id = attribute ? `${entry.id}.${attribute}` : entry.id;
        expect(found.has(id), `${id} stands twice in ${language}`).toBe(false);
        const names = [...JSON.stringify(pattern).matchAll(/"type":"var","name":"([^"]+)"/g)].map((match) => match[1]!);
        found.set(id, [...new Set(names)].sort());
      }
    }
  }
  return found;
}

/** Lines that Fluent would drop without a word because they are no entry. */
function strayLines(language: string): string[] {
  const folder = join(ROOT, language);
  return readdirSync(folder).flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '' && !/^(#|\s|[a-z][a-z0-9-]* =|-[a-z])/.test(line))
      .map((line) => `${file}: ${line}`),
  );
}

/** All .ts and .svelte files of the screen. */
function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.(ts|svelte)$/.test(entry.name) && !entry.name.endsWith('.test.ts') ? [path] : [];
  });
}

const zh = catalogue('zh-CN');
const en = catalogue('en');

describe('the catalogues', () => {
  it('have the same messages in both languages', () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
  });
  it('have the same placeholders in both languages', () => {
    expect(zh.get('progress-of')).toEqual(['done', 'total']);
    expect(Object.fromEntries(en)).toEqual(Object.fromEntries(zh));
  });
  it('have messages that stand alone, since each is read by itself', () => {
    for (const language of LANGUAGES) {
      for (const file of readdirSync(join(ROOT, language)).filter((name) => name.endsWith('.ftl'))) {
        const { body } = new FluentResource(readFileSync(join(ROOT, language, file), 'utf8'));
        expect(JSON.stringify(body), file).not.toMatch(/"type":"(?:mesg|term)"/);
      }
    }
  });
  it.each(LANGUAGES)('say one by one what they say when read whole (%s)', (language) => {
    const whole = new FluentBundle(language, { useIsolating: false });
    for (const file of readdirSync(join(ROOT, language)).filter((name) => name.endsWith('.ftl'))) {
      whole.addResource(new FluentResource(readFileSync(join(ROOT, language, file), 'utf8')));
    }
    setLanguage(language);
    for (const [id, names] of catalogue(language)) {
      const args = Object.fromEntries(names.map((name, at) => [name, at]));
      const [message, attribute] = id.split('.') as [string, string | undefined];
      const { value, attributes } = whole.getMessage(message)!;
      expect(t(id, args), id).toBe(whole.formatPattern((attribute ? attributes[attribute] : value)!, args));
    }
    setLanguage('zh-CN');
  });
  it.each(LANGUAGES)('hold nothing unreadable (%s)', (language) => {
    expect(strayLines(language)).toEqual([]);
  });
  it('have words for every code of the core', () => {
    const rust = readFileSync('../src-tauri/core/src/error.rs', 'utf8');
    const codes = [...rust.matchAll(/^ {4}[A-Z]\w+ = "([a-z_]+)",$/gm)].map((match) => match[1]!);
    expect(codes.length).toBeGreaterThan(50);
    const missing = codes.filter((code) => !zh.has(`error-${code.replace(/_/g, '-')}`));
    expect(missing).toEqual([]);
  });
  it('have every message that the screen asks for by name', () => {
    const missing = sources('src').flatMap((path) => {
      const text = readFileSync(path, 'utf8');
      const asked = [
        ...text.matchAll(/\bt\(\s*'([a-z0-9.-]+)'/g),
        ...text.matchAll(/\blabel: '((?:nav|action|toast)-[a-z0-9-]+)'/g),
      ];
      return asked
        .map((match) => match[1]!)
        .filter((id) => !zh.has(id))
        .map((id) => `${path}: ${id}`);
    });
    expect(missing).toEqual([]);
  });
});
