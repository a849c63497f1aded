import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { answerWith, expectNoFaults } from '../../../test/window';
import { place, start } from '../../app/router.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import Tags from './Tags.svelte';

beforeEach(() => {
  setLanguage('zh-CN');
  start('tags');
});

describe('the tags', () => {
  it('stand with how many carry them, without a fault that axe finds', async () => {
    answerWith();
    const { container } = render(Tags);
    expect(await screen.findByText('爱穿裙子')).toBeTruthy();
    expect(screen.getByText('5,310 人')).toBeTruthy();
    await expectNoFaults(container);
  });
  it('are added by Enter, but never twice', async () => {
    const asked = answerWith();
    render(Tags);
    await screen.findByText('爱穿裙子');
    const box = screen.getByRole('textbox', { name: '新标签' });
    await userEvent.type(box, '爱穿裙子{Enter}');
    expect(asked.some(({ op }) => op === 'save_tag')).toBe(false);
    await userEvent.clear(box);
    await userEvent.type(box, '过敏体质{Enter}');
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'save_tag')?.args).toEqual({ id: null, name: '过敏体质' }),
    );
  });
  it('get another name in their place, and say there when it is taken', async () => {
    answerWith({
      save_tag: () => {
        throw { code: 'name_taken', field: 'name', params: {} };
      },
    });
    render(Tags);
    await userEvent.click(await screen.findByRole('button', { name: '给「小个子」改名' }));
    const box = screen.getByRole('textbox', { name: '给「小个子」改名' });
    await userEvent.type(box, 'XS{Enter}');
    await waitFor(() => expect(box.getAttribute('aria-invalid')).toBe('true'));
  });
  it('go away only after a word about who carries them', async () => {
    const asked = answerWith();
    render(Tags);
    await userEvent.click(await screen.findByRole('button', { name: '删掉「要改衣」' }));
    expect(screen.getByText(/455/, { selector: 'dialog *' })).toBeTruthy();
    expect(asked.some(({ op }) => op === 'delete_tag')).toBe(false);
    await userEvent.click(screen.getByRole('button', { name: '删掉标签' }));
    await waitFor(() => expect(asked.find(({ op }) => op === 'delete_tag')?.args).toEqual({ tag: 8 }));
  });
  it('lead to those who carry them', async () => {
    answerWith();
    render(Tags);
    await userEvent.click(await screen.findByRole('button', { name: '642 人，看带「带朋友来」的顾客' }));
    expect(place()).toMatchObject({ name: 'customers', params: { tag: 4 } });
  });
  it('say that a rule gives them where nobody carries them by hand, and lead to those who do', async () => {
    const rule = [{ kind: 'absent', days: 60 }];
    const tags = [
      { id: 1, name: '久未来', customers: 0, rule },
      { id: 2, name: '连衣裙控', customers: 3, rule },
      { id: 3, name: '没人带', customers: 0, rule: null },
    ];
    answerWith({ list_tags: () => ({ tags }) });
    const { container } = render(Tags);
    const given = await screen.findByRole('button', { name: '看自动带「久未来」的顾客，手动加了 0 人' });
    expect(given.textContent).toBe('自动加');
    expect(screen.getByText('手动 3 人，也自动加')).toBeTruthy();
    expect(screen.getByRole('button', { name: '0 人，看带「没人带」的顾客' }).hasAttribute('disabled')).toBe(true);
    await expectNoFaults(container);
    await userEvent.click(screen.getByRole('button', { name: '删掉「久未来」' }));
    expect(screen.getByText(/自动加的条件一起删掉/, { selector: 'dialog *' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '先不' }));
    await userEvent.click(given);
    expect(place()).toMatchObject({ name: 'customers', params: { tag: 1 } });
  });
  it('say what will stand here', async () => {
    answerWith({ list_tags: () => ({ tags: [] }) });
    render(Tags);
    expect(await screen.findByText('还没有标签')).toBeTruthy();
  });
});
