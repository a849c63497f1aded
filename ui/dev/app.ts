/**
 * The whole window on invented answers: /dev/app.html?shop=none|open|refused&code=file_damaged&theme=dark&lang=en&size=large
 * Answers to operations are added in answers.ts.
 */
import { mockIPC } from '@tauri-apps/api/mocks';
import { mount } from 'svelte';
import { answers } from './answers';

const asked = new URLSearchParams(location.search);
localStorage.setItem(
  'appearance',
  JSON.stringify({ theme: asked.get('theme'), type: asked.get('size'), language: asked.get('lang') ?? 'zh-CN' }),
);

const shop = asked.get('shop') ?? 'open';
const today = '2026-11-21';
const state = {
  none: { status: 'none', path: '/home/店/文稿/熟客' },
  refused: {
    status: 'refused',
    path: 'E:\\熟客\\燕子女装.shuke',
    failure: { code: asked.get('code') ?? 'file_damaged' },
  },
  open: {
    status: 'open',
    name: '燕子女装',
    path: 'E:\\熟客\\燕子女装.shuke',
    today,
    last_backup: `${today}T13:20:00+08:00`,
    staff: '导购 小夏',
  },
}[shop];

mockIPC((command, payload) => {
  if (command === 'shop_state') return state;
  if (command === 'call') {
    const { op, args } = payload as { op: string; args: Record<string, unknown> };
    const answer = answers[op];
    if (answer) return answer(args);
    return Promise.reject({ code: 'unknown_operation' });
  }
  return null;
});

const { restoreAppearance } = await import('../src/app/appearance.svelte');
const { default: App } = await import('../src/app/App.svelte');
await import('../src/styles/index.css');
restoreAppearance();
mount(App, { target: document.getElementById('app')! });
