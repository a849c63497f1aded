import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { fields } from '../../../dev/book';
import { answerWith, expectNoFaults } from '../../../test/window';
import { readInfo } from '../../app/shop.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import Fields from './Fields.svelte';

const answers = { list_fields: () => ({ fields }), save_field: () => fields[0]! };
beforeEach(() => setLanguage('zh-CN'));

describe('the catalogue', () => {
  it('stands in two halves with its trade, without a fault that axe finds', async () => {
    answerWith(answers);
    await readInfo();
    const { container } = render(Fields);
    expect(await screen.findByRole('region', { name: '硬性档案' })).toBeTruthy();
    expect(screen.getByText('共占 20%')).toBeTruthy();
    expect(screen.getByText('按「服装」配好的，随您改')).toBeTruthy();
    await expectNoFaults(container);
  });
  it('moves a field by keyboard', async () => {
    const asked = answerWith(answers);
    render(Fields);
    (await screen.findByRole('button', { name: /^职业/ })).focus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'save_field')?.args).toMatchObject({ id: 18, position: 16 }),
    );
  });
  it('switches a field off, but never the name', async () => {
    const asked = answerWith(answers);
    render(Fields);
    await userEvent.click(await screen.findByRole('checkbox', { name: '用「邮箱」' }));
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'save_field')?.args).toMatchObject({ id: 9, is_on: false, position: null }),
    );
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '用「姓名」' }).disabled).toBe(true);
  });
  it('adds a field of the owner with options and a question', async () => {
    const asked = answerWith(answers);
    const { container } = render(Fields);
    await userEvent.click(await screen.findByRole('button', { name: /加一项软性档案/ }));
    await userEvent.type(screen.getByRole('textbox', { name: /叫什么/ }), '香味');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '怎么记' }), 'multi');
    await userEvent.type(screen.getByRole('textbox', { name: '可以选的' }), '木质{Enter}花香');
    await expectNoFaults(container);
    await userEvent.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() =>
      expect(asked.find(({ op }) => op === 'save_field')?.args).toMatchObject({
        id: null,
        label: '香味',
        part: 'soft',
        kind: 'multi',
        options: ['木质', '花香'],
      }),
    );
  });
  it('says at the weight what a weight is', async () => {
    const asked = answerWith(answers);
    render(Fields);
    await userEvent.click(await screen.findByRole('button', { name: /^职业/ }));
    const box = screen.getByRole('textbox', { name: '分量' });
    await userEvent.clear(box);
    await userEvent.type(box, '多{Enter}');
    expect(box.getAttribute('aria-invalid')).toBe('true');
    expect(asked.some(({ op }) => op === 'save_field')).toBe(false);
  });
});
