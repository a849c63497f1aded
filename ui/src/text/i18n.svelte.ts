/**
 * All words of the screen, from the Fluent catalogues in assets/messages. The language can change at any moment: whatever
 * was rendered with `t` renders again.
 */
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const sources: Record<Language, Record<string, string>> = {
  'zh-CN': import.meta.glob<string>('$assets/messages/zh-CN/*.ftl', { query: '?raw', import: 'default', eager: true }),
  en: import.meta.glob<string>('$assets/messages/en/*.ftl', { query: '?raw', import: 'default', eager: true }),
};

function bundle(language: Language): FluentBundle {
  // Isolation marks would be copied along into WeChat messages and phone numbers.
  const made = new FluentBundle(language, { useIsolating: false });
  for (const text of Object.values(sources[language])) made.addResource(new FluentResource(text));
  return made;
}

/** A language is read when it is first spoken: the other one would only make the window start later. */
const read: Partial<Record<Language, FluentBundle>> = {};
const spoken = (language: Language) => (read[language] ??= bundle(language));

let current = $state<Language>('zh-CN');

export function language(): Language {
  return current;
}

export function setLanguage(next: Language): void {
  current = next;
  if (typeof document !== 'undefined') document.documentElement.lang = next;
}

export type Args = Record<string, FluentVariable>;

function pattern(id: string) {
  const [name, attribute] = id.split('.') as [string, string | undefined];
  const message = spoken(current).getMessage(name);
  return attribute ? message?.attributes[attribute] : message?.value;
}

/** Whether the catalogue of the present language has this message. */
export function has(id: string): boolean {
  return spoken(current).hasMessage(id);
}

/** The message, or nothing when there is none or one of its placeholders was not given. */
export function maybe(id: string, args: Args = {}): string | undefined {
  const found = pattern(id);
  const wrong: Error[] = [];
  const text = found ? spoken(current).formatPattern(found, args, wrong) : undefined;
  return wrong.length === 0 ? text : undefined;
}

/** The message `id`, or its attribute when written `id.attribute`. A missing one shows its own id: ugly, but never blank. */
export function t(id: string, args: Args = {}): string {
  const found = pattern(id);
  return found ? spoken(current).formatPattern(found, args, []) : id;
}
