/**
 * How this computer shows the book: light or dark, size of type, language. It belongs to the computer, not to the shop, and
 * is needed before any file is open, so it lives in the web view's own storage.
 */
import { LANGUAGES, language, setLanguage, type Language } from '../text/i18n.svelte';

export type Theme = 'system' | 'light' | 'dark';
export type TypeSize = 'normal' | 'large' | 'larger';

const KEY = 'appearance';
const state = $state<{ theme: Theme; type: TypeSize }>({ theme: 'system', type: 'normal' });
const night = matchMedia('(prefers-color-scheme: dark)');

function apply(): void {
  const root = document.documentElement;
  root.dataset.theme = state.theme === 'system' ? (night.matches ? 'dark' : 'light') : state.theme;
  root.dataset.type = state.type;
}

function keep(): void {
  apply();
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...state, language: language() }));
  } catch {
    // Storage may be switched off; then the choice holds until the window closes.
  }
}

export function appearance(): Readonly<{ theme: Theme; type: TypeSize }> {
  return state;
}
export function chooseTheme(theme: Theme): void {
  state.theme = theme;
  keep();
}
export function chooseType(type: TypeSize): void {
  state.type = type;
  keep();
}
export function chooseLanguage(next: Language): void {
  setLanguage(next);
  keep();
}

/** Called once, before the first picture. */
export function restoreAppearance(): void {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, unknown>;
    if (kept.theme === 'light' || kept.theme === 'dark') state.theme = kept.theme;
    if (kept.type === 'large' || kept.type === 'larger') state.type = kept.type;
    const known = LANGUAGES.find((one) => one === kept.language);
    setLanguage(known ?? 'zh-CN');
  } catch {
    setLanguage('zh-CN');
  }
  night.addEventListener('change', apply);
  apply();
}
