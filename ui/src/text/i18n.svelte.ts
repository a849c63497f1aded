/**
 * All words of the screen, from the Fluent catalogues in assets/messages. The language can change at any moment: whatever
 * was rendered with `t` renders again.
 */
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

// Those of `late.ts` come after the first picture.
const sources: Record<Language, Record<string, string>> = {
  'zh-CN': import.meta.glob<string>(
    [
      '$assets/messages/zh-CN/*.ftl',
      '!$assets/messages/zh-CN/{audit,care_rules,check,clerks,cli,customers,duplicates,edit,events,export,fields,forecast,history,import,import_flags,insight,insight_page,levels,points,privacy,referrals,segments,tags,templates,vouchers,week,year}.ftl',
    ],
    { query: '?raw', import: 'default', eager: true },
  ),
  en: import.meta.glob<string>(
    [
      '$assets/messages/en/*.ftl',
      '!$assets/messages/en/{audit,care_rules,check,clerks,cli,customers,duplicates,edit,events,export,fields,forecast,history,import,import_flags,insight,insight_page,levels,points,privacy,referrals,segments,tags,templates,vouchers,week,year}.ftl',
    ],
    { query: '?raw', import: 'default', eager: true },
  ),
};

/**
 * A language as far as it was spoken. Reading two thousand messages takes longer than drawing the first screen, so each is read
 * when it is asked for the first time; until then only the place where it begins and ends is known.
 */
class Speech {
  // Isolation marks would be copied along into WeChat messages and phone numbers.
  readonly bundle: FluentBundle;
  private readonly unread = new Map<string, string>();

  constructor(language: Language) {
    this.bundle = new FluentBundle(language, { useIsolating: false });
    for (const text of Object.values(sources[language])) this.hear(text);
  }

  hear(text: string): void {
    for (const [entry, id] of text.matchAll(ENTRY)) this.unread.set(id!, entry);
  }

  message(id: string) {
    const entry = this.unread.get(id);
    if (entry !== undefined) {
      this.unread.delete(id);
      this.bundle.addResource(new FluentResource(entry));
    }
    return this.bundle.getMessage(id);
  }
}

/** A message with the indented and empty lines below its first. */
const ENTRY = /^([a-z][a-z0-9-]*) =.*(?:\n(?: .*|(?=\n)))*/gm;

const speeches: Partial<Record<Language, Speech>> = {};
const spoken = (language: Language) => (speeches[language] ??= new Speech(language));

/** Takes more words in: those that come with a screen instead of with the window. */
export function learn(more: Record<Language, Record<string, string>>): void {
  for (const one of LANGUAGES) {
    sources[one] = { ...sources[one], ...more[one] };
    for (const text of Object.values(more[one])) speeches[one]?.hear(text);
  }
}

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
  const message = spoken(current).message(name);
  return attribute ? message?.attributes[attribute] : message?.value;
}

/** Whether the catalogue of the present language has this message. */
export function has(id: string): boolean {
  return spoken(current).message(id) !== undefined;
}

/** The message, or nothing when there is none or one of its placeholders was not given. */
export function maybe(id: string, args: Args = {}): string | undefined {
  const found = pattern(id);
  const wrong: Error[] = [];
  const text = found ? spoken(current).bundle.formatPattern(found, args, wrong) : undefined;
  return wrong.length === 0 ? text : undefined;
}

/** The message `id`, or its attribute when written `id.attribute`. A missing one shows its own id: ugly, but never blank. */
export function t(id: string, args: Args = {}): string {
  const found = pattern(id);
  return found ? spoken(current).bundle.formatPattern(found, args, []) : id;
}
