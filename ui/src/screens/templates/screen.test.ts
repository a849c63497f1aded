import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { answerWith, expectNoFaults } from '../../../test/window';
import type { MessageTemplate, Templates as Answer } from '../../api/generated';
import { start } from '../../app/router.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import Templates from './Templates.svelte';

const template: MessageTemplate = {
  id: 5,
  key: null,
  occasion: 'festival',
  language: 'zh-CN',
  title: '中秋节',
  text: '{称呼}，中秋快乐，全场八折',
  purpose: 'greeting',
  is_on: true,
};
const texts: Answer = {
  templates: [{ template, example: '王姐，中秋快乐，全场八折', warnings: [{ word: '折' }] }],
  placeholders: [
    { placeholder: 'address', zh: '称呼', en: 'name' },
    { placeholder: 'voucher', zh: '券', en: 'voucher' },
  ],
};
const preview = {
  text: '单女士，中秋快乐',
  missing: ['voucher'],
  left_out: [],
  characters: 8,
  warnings: [{ word: '折' }],
};

beforeEach(() => {
  setLanguage('zh-CN');
  start('templates');
});

describe('the texts', () => {
  it('stand in groups and say which greeting speaks of offers, without a fault that axe finds', async () => {
    answerWith({ list_templates: () => texts });
    const { container } = render(Templates);
    expect(await screen.findByText('中秋节')).toBeTruthy();
    expect(screen.getByText('带促销词')).toBeTruthy();
    await expectNoFaults(container);
  });
  it('are read as they reach a customer while they are written, and are saved', async () => {
    const asked = answerWith({
      list_templates: () => texts,
      preview_template: () => preview,
      save_template: () => ({ template: 5, warnings: [] }),
    });
    const { container } = render(Templates);
    await userEvent.click(await screen.findByRole('button', { name: /中秋节/ }));
    expect(await screen.findByText('单女士，中秋快乐')).toBeTruthy();
    expect(screen.getByText(/还不知道：券/)).toBeTruthy();
    expect(screen.getByText(/问候里有促销词：折/)).toBeTruthy();
    await expectNoFaults(container);
    await userEvent.click(screen.getByRole('button', { name: '放入「券」' }));
    await userEvent.click(screen.getByRole('button', { name: /保存/ }));
    await waitFor(() => {
      const saved = asked.find(({ op }) => op === 'save_template')?.args;
      expect(saved).toMatchObject({ id: 5, title: '中秋节' });
      expect(saved?.text).toContain('{券}');
    });
  });
  it('say at the text what is misspelt in it', async () => {
    answerWith({
      list_templates: () => texts,
      preview_template: () => {
        throw { code: 'template_invalid', field: 'text', params: { why: 'unknown', name: '姓名', at: '3' } };
      },
    });
    render(Templates);
    await userEvent.click(await screen.findByRole('button', { name: /中秋节/ }));
    expect(await screen.findByText(/「姓名」填不出来/)).toBeTruthy();
  });
});
