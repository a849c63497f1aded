import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { answerWith, expectNoFaults } from '../../../test/window';
import type { TagCondition } from '../../api/generated';
import { setLanguage } from '../../text/i18n.svelte';
import Rules from './Rules.svelte';
import { conditionForm, conditionOf, conditionProblems, ruleWords } from './rules';

beforeEach(() => setLanguage('zh-CN'));

const ALL: TagCondition[] = [
  { kind: 'bought', by: 'category', words: '连衣裙', times: 2, days: 90 },
  { kind: 'spent', at_least: '1000.00', days: 365 },
  { kind: 'absent', days: 60 },
  { kind: 'level', levels: [3, 4] },
  { kind: 'birthday_month', month: null },
  { kind: 'birthday_month', month: 3 },
];

it('a condition is the same after the form', () => {
  for (const condition of ALL) {
    const form = conditionForm(condition);
    expect([...conditionProblems(form).keys()], condition.kind).toEqual([]);
    expect(conditionOf(form)).toEqual(condition);
  }
});

it('says what is missing, by field', () => {
  const form = conditionForm();
  const fields = (changes: Partial<typeof form>) => [...conditionProblems({ ...form, ...changes }).keys()];
  expect(fields({})).toEqual(['words']);
  expect(fields({ words: '裙', days: '0', times: '' })).toEqual(['days', 'times']);
  expect(fields({ kind: 'spent' })).toEqual(['at_least']);
  expect(fields({ kind: 'spent', spend: '0.00' })).toEqual(['at_least']);
  expect(fields({ kind: 'absent', days: '3651' })).toEqual(['days']);
  expect(fields({ kind: 'level' })).toEqual(['levels']);
  expect(fields({ kind: 'birthday_month' })).toEqual([]);
});

it('a rule is said in words', () => {
  const names: Record<number, string> = { 3: '金卡', 4: '钻石' };
  expect(ruleWords(ALL, (id) => names[id] ?? '')).toBe(
    '90 天内买过连衣裙 2 次 · 365 天内花了 ¥1,000 以上 · 60 天没来 · 等级是金卡 / 钻石 · 这个月过生日 · 3 月过生日',
  );
});

it('is tried on the shop before it is saved', { timeout: 20_000 }, async () => {
  const asked = answerWith();
  const { container } = render(Rules);
  expect(await screen.findByText('90 天内买过连衣裙 2 次')).toBeTruthy();
  await expectNoFaults(container);
  await userEvent.click(screen.getByRole('button', { name: '新的自动标签' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: /保存/ }));
  expect(await within(dialog).findByText('写个标签名')).toBeTruthy();
  expect(within(dialog).getByText('写买过什么')).toBeTruthy();
  await userEvent.type(within(dialog).getByLabelText(/^标签/), '久未来');
  await userEvent.click(within(dialog).getByRole('radio', { name: '没来' }));
  expect(await within(dialog).findByText(/今天有 41 位/)).toBeTruthy();
  await expectNoFaults(dialog);
  await userEvent.click(within(dialog).getByRole('button', { name: /保存/ }));
  await waitFor(() =>
    expect(asked.find(({ op }) => op === 'save_tag_rule')?.args).toEqual({
      name: '久未来',
      conditions: [{ kind: 'absent', days: 90 }],
      is_on: true,
    }),
  );
});
