import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** The web view is reached through one door only. */
const oneDoor = {
  group: ['@tauri-apps/*'],
  message: 'Only src/api/client.ts talks to the window; import call() from there.',
};
/** Parts know no screen, no state and no operation. */
const partsKnowNoScreen = {
  group: ['**/screens/**', '**/app/**'],
  message: 'A part gets everything through its props.',
};

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'src/api/generated.ts', 'src/api/generated/'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'no-undef': 'off',
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-imports': ['error', { patterns: [oneDoor] }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig },
    },
    rules: {
      // The content security policy forbids style attributes in markup; style: directives go through the CSSOM.
      'no-restricted-syntax': [
        'error',
        {
          selector: "SvelteAttribute[key.name='style']",
          message: 'Use a style: directive; the policy forbids style attributes.',
        },
      ],
      'svelte/no-at-html-tags': 'error',
      'svelte/button-has-type': 'error',
      'svelte/require-each-key': 'error',
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  // Dates and caches in there are values, not state.
  { files: ['src/text/format.svelte.ts'], rules: { 'svelte/prefer-svelte-reactivity': 'off' } },
  { files: ['src/api/client.ts', 'src/**/*.test.ts', 'test/**', 'dev/**'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['src/parts/**'],
    ignores: ['src/parts/**/*.test.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [oneDoor, partsKnowNoScreen] }] },
  },
);
