import { beforeEach, describe, expect, it } from 'vitest';
import type { BenefitRow, VoucherDefault, VoucherRow } from '../../api/generated';
import { setToday } from '../../text/format.svelte';
import { setLanguage } from '../../text/i18n.svelte';
import {
  benefitFigures,
  benefitState,
  byGift,
  defaultForms,
  defaultProblems,
  defaultsOf,
  givenFor,
  issueForm,
  issueProblems,
  issueRequest,
  KINDS,
  kindName,
  voucherFigures,
  voucherState,
  worthWords,
  type IssueForm,
} from './logic';

const TODAY = '2026-11-21';
beforeEach(() => {
  setLanguage('zh-CN');
  setToday(TODAY);
});

const customer = { id: 1, member_no: 'K000001', name: '单晓燕', phone: null };
const voucher: VoucherRow = {
  id: 1,
  customer,
  kind: 'recall',
  worth: { kind: 'amount', amount: '50.00' },
  min_spend: '300.00',
  valid_from: '2026-11-01',
  valid_to: '2026-12-31',
  state: 'usable',
  issued_on: '2026-11-01',
  issued_visit: null,
  used_visit: null,
  used_on: null,
  used_off: null,
  reason: null,
  cancel_reason: null,
  by: '小夏',
};
const defaults: VoucherDefault[] = [
  { kind: 'second_visit', worth: { kind: 'amount', amount: '50.00' }, min_spend: '300.00', days: 60 },
  { kind: 'recall', worth: { kind: 'percent', off: 15 }, min_spend: '0.00', days: 45 },
];

describe('a voucher in words', () => {
  it('says what it takes off', () => {
    expect(worthWords({ kind: 'amount', amount: '50.00' }, '300.00')).toBe('满 ¥300 减 ¥50');
    expect(worthWords({ kind: 'amount', amount: '99.50' }, '0.00')).toBe('减 ¥99.50');
    expect(worthWords({ kind: 'percent', off: 20 }, '400.00')).toBe('满 ¥400 8 折');
    expect(worthWords({ kind: 'percent', off: 15 }, '0.00')).toBe('8.5 折');
    expect(new Set(KINDS.map(kindName)).size).toBe(KINDS.length);
  });

  it.each<[Partial<VoucherRow>, string, string]>([
    [{}, '还有 40 天，到 12月31日', 'plain'],
    [{ valid_to: '2026-12-05' }, '还有 14 天，到 12月5日', 'warn'],
    [{ valid_to: TODAY }, '还有 0 天，到 11月21日', 'warn'],
    [{ valid_from: '2026-12-01' }, '12月1日起能用', 'plain'],
    [{ state: 'used', used_on: '2026-11-12', used_off: '50.00' }, '11月12日用了，抵 ¥50', 'good'],
    [{ state: 'expired' }, '过期没用', 'plain'],
    [{ state: 'cancelled', cancel_reason: '发重了' }, '收回 · 发重了', 'plain'],
    [{ state: 'cancelled', cancel_reason: 'return' }, '收回 · return', 'plain'],
    [{ state: 'cancelled', cancel_cause: 'return' }, '收回 · 跟着退货', 'plain'],
  ])('%o reads %s', (change, text, tone) => {
    expect(voucherState({ ...voucher, ...change }, TODAY)).toEqual({ text, tone });
  });

  it('says why it was given', () => {
    expect(givenFor(voucher)).toBe('');
    expect(givenFor({ ...voucher, issued_visit: 4 })).toBe('到店时自动给');
    expect(givenFor({ ...voucher, issued_visit: 4, reason: '好久不见' })).toBe('好久不见');
    expect(voucherFigures({ outstanding: 26, face_value: '1750.00', percent: 5 }).map(({ value }) => value)).toEqual([
      '26',
      '¥1,750',
      '5',
    ]);
  });
});

describe('giving a voucher', () => {
  it('begins as the shop makes such vouchers', () => {
    const form = issueForm('recall', defaults, TODAY);
    expect(form).toMatchObject({ by: 'percent', off: '15', minSpend: '', from: TODAY, to: '2027-01-05' });
    expect(issueForm('gift', defaults, TODAY)).toMatchObject({ by: 'amount', amount: '', to: '2027-01-20' });
    expect(issueRequest({ ...form, reason: ' ' }, [1, 2])).toEqual({
      customers: [1, 2],
      kind: 'recall',
      worth: { kind: 'percent', off: 15 },
      min_spend: '0.00',
      valid_from: TODAY,
      valid_to: '2027-01-05',
      reason: null,
    });
  });

  it.each<[Partial<IssueForm>, number, string]>([
    [{}, 0, 'customers'],
    [{}, 1_001, 'customers'],
    [{ off: '0' }, 1, 'worth.off'],
    [{ off: '101' }, 1, 'worth.off'],
    [{ by: 'amount', amount: '' }, 1, 'worth.amount'],
    [{ by: 'amount', amount: '0.00' }, 1, 'worth.amount'],
    [{ by: 'amount', amount: '1000000.01' }, 1, 'worth.amount'],
    [{ minSpend: '1000000.01' }, 1, 'min_spend'],
    [{ from: '' }, 1, 'valid_from'],
    [{ to: '' }, 1, 'valid_to'],
    [{ to: '2026-11-20' }, 1, 'valid_to'],
    [{ from: '2027-02-01' }, 1, 'valid_to'],
  ])('says what is wrong with %o for %i', (change, people, field) => {
    const form = { ...issueForm('recall', defaults, TODAY), ...change };
    expect([...issueProblems(form, people, TODAY).keys()]).toEqual([field]);
  });
});

describe('how vouchers are made', () => {
  it('goes back to the core as it came, kinds that are off left out', () => {
    const forms = defaultForms(defaults);
    expect(forms.map(({ kind, on }) => [kind, on])).toEqual([
      ['second_visit', true],
      ['birthday', false],
      ['apology', false],
      ['recall', true],
      ['gift', false],
    ]);
    expect(defaultsOf(forms)).toEqual(defaults);
    expect(defaultProblems(forms).size).toBe(0);
  });

  it('says what is wrong, but not with kinds that are off', () => {
    const forms = defaultForms(defaults);
    Object.assign(forms[0]!, { amount: '', days: '0' });
    Object.assign(forms[1]!, { days: 'x' });
    expect([...defaultProblems(forms).keys()]).toEqual(['second_visit.worth.amount', 'second_visit.days']);
  });
});

describe('benefits', () => {
  const benefit: BenefitRow = {
    id: 1,
    customer,
    name: '免费改衣',
    granted_on: '2026-11-01',
    valid_to: null,
    given_on: null,
    state: 'granted',
    note: null,
    by: null,
  };
  it.each<[Partial<BenefitRow>, string, string]>([
    [{}, '待给', 'plain'],
    [{ valid_to: '2026-12-31' }, '待给，到 12月31日', 'plain'],
    [{ valid_to: '2026-11-30' }, '待给，到 11月30日', 'warn'],
    [{ state: 'given', given_on: '2026-11-20' }, '11月20日给了', 'good'],
    [{ state: 'expired', valid_to: '2026-11-10' }, '11月10日过期', 'plain'],
  ])('%o reads %s', (change, text, tone) => {
    expect(benefitState({ ...benefit, ...change }, TODAY)).toEqual({ text, tone });
  });

  it('add up', () => {
    const figures = benefitFigures({ granted: 21, given: 7, open: 12, expired: 2 });
    expect(figures.map(({ value, tone }) => [value, tone])).toEqual([
      ['12', 'warn'],
      ['7', undefined],
      ['2', undefined],
      ['21', undefined],
    ]);
  });

  it('are gathered by gift, those granted left out', () => {
    const due = (id: number, gift: string, granted = false) => ({
      customer: { ...customer, id },
      level: '金卡',
      gift,
      day: '2026-12-01',
      granted,
    });
    const rows = [due(1, '丝巾'), due(2, '围巾'), due(3, '丝巾'), due(4, '丝巾', true), due(5, '围巾')];
    expect([...byGift(rows, new Set([1, 2, 3, 4]))]).toEqual([
      ['丝巾', [1, 3]],
      ['围巾', [2]],
    ]);
  });
});
