import { render } from '@testing-library/svelte';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { settle } from '../../test/act';
import Gallery from '../../dev/Gallery.svelte';
import { LANGUAGES, setLanguage } from '../text/i18n.svelte';

describe.each(LANGUAGES)('the parts together (%s)', (language) => {
  // Colours are held by tokens.test.ts; jsdom has none.
  it.each(['page', 'forms', 'table', 'confirm'])('break no rule of accessibility: %s', async (at) => {
    setLanguage(language);
    render(Gallery, { at });
    await settle();
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
  });
});
