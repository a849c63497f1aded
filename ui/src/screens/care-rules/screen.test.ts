import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { answerWith, expectNoFaults, type Answers } from '../../../test/window';
import { rules, tried } from '../../../dev/rules';
import { start } from '../../app/router.svelte';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import CareRules from './CareRules.svelte';

const answers: Answers = {
  ...rules,
  list_tags: () => ({ tags: [{ id: 5, name: '怕冷', customers: 3 }] }),
  list_festivals: () => ({ festivals: [] }),
  list_templates: () => ({ templates: [], placeholders: [] }),
};

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
  start('care-rules');
});

describe('the rules of care', () => {
  it('stand by what happens, with what each makes of today, without a fault that axe finds', async () => {
    answerWith(answers);
    const { container } = render(CareRules);
    const absent = await screen.findByRole('region', { name: '好久没来' });
    expect(within(absent).getByText('2 个月没来：问候')).toBeTruthy();
    expect(within(absent).getByText('满 2 个月 · 发消息 · 她的导购')).toBeTruthy();
    expect(within(absent).getByText('今天 12')).toBeTruthy();
    expect(screen.getByText('停着')).toBeTruthy();
    await expectNoFaults(container);
  });
  it('are turned off with one tick', async () => {
    const asked = answerWith(answers);
    render(CareRules);
    await userEvent.click(await screen.findByRole('checkbox', { name: '用规则「2 个月没来：问候」' }));
    await waitFor(() => {
      expect(asked.find(({ op }) => op === 'save_care_rule')?.args).toMatchObject({ id: 2, is_on: false });
    });
  });
  it('are tried while they are changed, and saved as they were tried', async () => {
    const asked = answerWith(answers);
    const { container } = render(CareRules);
    await userEvent.click(await screen.findByRole('button', { name: /2 个月没来：问候/ }));
    const run = await screen.findByRole('region', { name: '试算今天' });
    expect(await within(run).findByText('会多 1 件，少 2 件')).toBeTruthy();
    expect(within(run).getByText('这条规则：现在 12 件，改后 11 件')).toBeTruthy();
    expect(within(run).getByText('2 件不再点到')).toBeTruthy();
    await expectNoFaults(container);
    const months = screen.getByRole('textbox', { name: '过几个月' });
    await userEvent.clear(months);
    await userEvent.type(months, '3');
    await waitFor(() => {
      const last = asked.filter(({ op }) => op === 'dry_run_care_rule').at(-1)?.args;
      expect(last).toMatchObject({ id: 2, plan: { after_months: 3 } });
    });
    await userEvent.click(screen.getByRole('button', { name: /保存/ }));
    await waitFor(() => {
      expect(asked.find(({ op }) => op === 'save_care_rule')?.args).toMatchObject({
        id: 2,
        plan: { after_months: 3, trigger: { kind: 'no_purchase' } },
      });
    });
  });
  it('are not saved while something is missing, and say what', async () => {
    const asked = answerWith(answers);
    render(CareRules);
    await userEvent.click(await screen.findByRole('button', { name: '新规则' }));
    expect(await screen.findByText('会多 1 件，少 2 件')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /保存/ }));
    expect(await screen.findByText('给规则起个名字')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '删掉' })).toBeNull();
    expect(asked.some(({ op }) => op === 'save_care_rule')).toBe(false);
  });
  it('of the shop can be deleted', async () => {
    const asked = answerWith(answers);
    render(CareRules);
    await userEvent.click(await screen.findByRole('button', { name: /满 700 道谢/ }));
    await userEvent.click(await screen.findByRole('button', { name: '删掉' }));
    await waitFor(() => {
      expect(asked.find(({ op }) => op === 'remove_care_rule')?.args).toEqual({ rule: 3 });
    });
  });
  it('say what the book says of a draft', async () => {
    answerWith({
      ...answers,
      dry_run_care_rule: () => {
        throw { code: 'out_of_range', params: {} };
      },
    });
    render(CareRules);
    await userEvent.click(await screen.findByRole('button', { name: '新规则' }));
    expect(await screen.findByText('超出范围了')).toBeTruthy();
    expect(tried.added).toBe(1);
  });
});
