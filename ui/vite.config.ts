import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

// The catalogues live beside ui/, because the Rust side reads the same files.
const assets = fileURLToPath(new URL('../assets', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * The window freezes Object.prototype, so that no script can change what every object inherits. ECharts copies a class method by
 * method onto a plain object, `constructor` among them, which a frozen prototype refuses; laid down as a property of its own it
 * is allowed.
 */
function drawnOnFrozenGround(): Plugin {
  const written = 'target[name_1] = noop;';
  return {
    name: 'echarts-on-a-frozen-prototype',
    transform(code, id) {
      if (!id.endsWith('/echarts/lib/core/Scheduler.js')) return undefined;
      if (!code.includes(written)) throw new Error('ECharts changed: see whether it still needs this');
      const defined = 'Object.defineProperty(target, name_1, { value: noop, writable: true, configurable: true });';
      return { code: code.replace(written, defined), map: null };
    },
  };
}

export default defineConfig({
  plugins: [svelte(), svelteTesting(), drawnOnFrozenGround()],
  resolve: { alias: { $assets: assets } },
  server: { port: 5173, strictPort: true, fs: { allow: [here, assets] } },
  // The oldest engines met at a counter: WebKitGTK of Debian 12 and a WebView2 that was never updated.
  build: {
    target: ['es2022', 'safari16.4', 'chrome109'],
    modulePreload: false,
    assetsInlineLimit: 0,
    // One sheet for all screens, so that those read later need not wait for theirs.
    cssCodeSplit: false,
    // What the first picture needs is one file; every other screen is one of its own.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } } },
    chunkSizeWarningLimit: 510,
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    restoreMocks: true,
    // One window for all files: three times as fast, and every file sets the language and day it needs.
    isolate: false,
    // axe looks at whole screens; on a busy machine that takes seconds.
    testTimeout: 30_000,
  },
});
