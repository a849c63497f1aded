/**
 * The whole window on invented answers: /dev/app.html?shop=none|open|refused&view=customer&params={"customer":1}&code=file_damaged&theme=dark&lang=en&size=large
 * Answers to operations are added in answers.ts.
 */
import { mockIPC } from '@tauri-apps/api/mocks';
import { mount } from 'svelte';
import { answers, begin } from './answers';

const asked = new URLSearchParams(location.search);
begin({
  theme: asked.get('theme') === 'dark' ? 'dark' : 'light',
  language: asked.get('lang') === 'en' ? 'en' : 'zh-CN',
  large_type: asked.get('size') === 'large',
});
localStorage.setItem('appearance', JSON.stringify({ theme: asked.get('theme'), language: asked.get('lang') }));

const shop = asked.get('shop') ?? 'open';
const state = {
  none: { status: 'none', path: 'C:\\Users\\店\\Documents\\熟客\\我的店.shuke', failure: null },
  refused: {
    status: 'refused',
    path: 'E:\\熟客\\燕子女装.shuke',
    failure: { code: asked.get('code') ?? 'file_damaged' },
  },
  open: { status: 'open', path: 'E:\\熟客\\燕子女装.shuke', failure: null },
}[shop];

mockIPC((command, payload) => {
  if (command === 'shop_state') return state;
  if (command === 'call') {
    const { op, args } = payload as { op: string; args: Record<string, unknown> };
    const answer = (answers as Record<string, ((args: unknown) => unknown) | undefined>)[op];
    // What only reads changes nothing: a screen that hears of a change asks again.
    const writes =
      /^(add|adjust|answer|apply|back_up|cancel|compensate|correct|create|decide|delete|follow_up|give|grant|hold|issue|log|mark|merge|open|record|redeem|remove|reopen|resume|run|save|set|solve|undo|update|void)_?/.test(
        op,
      );
    if (answer) return { answer: answer(args), tables: writes ? ['setting'] : [], operation: writes ? 1 : null };
    return Promise.reject({ code: 'unknown_operation' });
  }
  if (command === 'last_folder') return null;
  if (command === 'choose_folder') return 'U:\\备份';
  if (command === 'choose_file') return `C:\\老系统导出\\${(payload as { ask: { kind: string } }).ask.kind}.csv`;
  if (command === 'choose_save') return `C:\\${(payload as { ask: { fileName: string } }).ask.fileName}`;
  return null;
});

const { restoreAppearance } = await import('../src/app/appearance.svelte');
const { default: App } = await import('../src/app/App.svelte');
await import('../src/styles/index.css');
restoreAppearance();
const { go } = await import('../src/app/router.svelte');
const { askShop } = await import('../src/app/shop.svelte');
mount(App, { target: document.getElementById('app')!, props: { asked: askShop() } });
const view = asked.get('view');
// The window begins at its home; a moment later it goes where the address says.
if (view) setTimeout(() => void go(view as 'settings', JSON.parse(asked.get('params') ?? '{}') as object), 50);
