/**
 * Words that no first picture needs: they come with the screens that say them, so that the window does not read them while
 * it starts. A screen that says such a word imports this file.
 */
import { learn } from './i18n.svelte';

learn({
  'zh-CN': import.meta.glob<string>('$assets/messages/zh-CN/insight*.ftl', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
  en: import.meta.glob<string>('$assets/messages/en/insight*.ftl', { query: '?raw', import: 'default', eager: true }),
});
