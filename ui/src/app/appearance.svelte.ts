/**
 * How the book looks: light or dark, size of type, language. The shop's file keeps the choice; the web view remembers the
 * last one, because the first picture and the first run come before any file is open.
 */
import type { Settings } from '../api/generated';
import { LANGUAGES, language, setLanguage, type Language } from '../text/i18n.svelte';

export type Look = Pick<Settings, 'theme' | 'large_type' | 'language'>;

const KEY = 'appearance';
let theme = $state<Look['theme']>('system');
let largeType = $state(false);
const night = matchMedia('(prefers-color-scheme: dark)');

function apply(): void {
  const root = document.documentElement;
  root.dataset.theme = theme === 'system' ? (night.matches ? 'dark' : 'light') : theme;
  root.dataset.type = largeType ? 'large' : 'normal';
}

export function look(): Look {
  return { theme, large_type: largeType, language: language() };
}

/** Shows a look at once and remembers it for the next start. */
export function show(next: Partial<Look>): void {
  theme = next.theme ?? theme;
  largeType = next.large_type ?? largeType;
  if (next.language) setLanguage(next.language);
  apply();
  try {
    localStorage.setItem(KEY, JSON.stringify(look()));
  } catch {
    // Storage may be switched off; then the first picture of the next start has the usual look.
  }
}

/** The open shop's own settings win over what the web view remembered. */
export function followShop(settings: Settings): void {
  const { theme: shopTheme, large_type, language: shopLanguage } = settings;
  const now = look();
  if (now.theme === shopTheme && now.large_type === large_type && now.language === shopLanguage) return;
  show({ theme: shopTheme, large_type, language: shopLanguage });
}

function remembered(): Partial<Look> {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, unknown>;
    const known: Language | undefined = LANGUAGES.find((one) => one === kept.language);
    return {
      ...(kept.theme === 'light' || kept.theme === 'dark' ? { theme: kept.theme } : {}),
      large_type: kept.large_type === true,
      ...(known ? { language: known } : {}),
    };
  } catch {
    return {};
  }
}

/** Called once, before the first picture. */
export function restoreAppearance(): void {
  night.addEventListener('change', apply);
  show({ language: 'zh-CN', ...remembered() });
}
