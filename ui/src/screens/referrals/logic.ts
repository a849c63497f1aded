/** Referrals in words and figures, and the forms of reward and thanks. */
import { fromWire, money } from '../../api/money';
import type {
  ReferralRule,
  ReferralSums,
  ReferrerList,
  Reward,
  Thanks,
  ThanksDue,
  TreeNode,
} from '../../api/generated';
import type { NumberItem } from '../../parts/NumbersLine.svelte';
import { readFigure } from '../../text/figures';
import { count, percent, plainDay } from '../../text/format.svelte';
import { t } from '../../text/i18n.svelte';
import { worthForm, worthOf, worthProblems, worthWords, type WorthForm } from '../vouchers/logic';

/** 满 ¥300 减 ¥50 的券，60 天有效; 500 积分. */
export function rewardWords(reward: Reward): string {
  return reward.kind === 'points'
    ? t('referrals-reward-points', { n: count(reward.points) })
    : t('referrals-reward-voucher', { worth: worthWords(reward.worth, reward.min_spend), n: count(reward.days) });
}

/** 新客 90 天内首单满 ¥300，谢介绍人…… */
export function ruleWords(rule: ReferralRule): string {
  const days = rule.within_days ?? undefined;
  const when = days === undefined ? t('referrals-rule-ever') : t('referrals-rule-within', { n: days });
  const least =
    fromWire(rule.min_purchase) > 0
      ? t('referrals-rule-least', { amount: money(rule.min_purchase, { short: true }) })
      : t('referrals-rule-any');
  return t('referrals-rule', { when, least });
}

export interface StateWords {
  text: string;
  tone: 'plain' | 'good' | 'warn';
}

/** Whether the reward is earned, and on what. */
export function dueWords({ state, first }: ThanksDue): StateWords {
  if (state === 'no_purchase' || !first) return { text: t('referrals-due-no-purchase'), tone: 'plain' };
  const args = { day: plainDay(first.day), amount: money(first.kept, { short: true }) };
  if (state === 'earned') return { text: t('referrals-due-earned', args), tone: 'good' };
  return { text: t(state === 'too_small' ? 'referrals-due-too-small' : 'referrals-due-too-late', args), tone: 'warn' };
}

export function figures(list: ReferrerList): NumberItem[] {
  const share = list.customers === 0 ? 0 : list.brought / list.customers;
  return [
    { value: count(list.referrers), meaning: t('referrals-figure-referrers') },
    {
      value: count(list.brought),
      meaning: t('referrals-figure-brought'),
      title: t('referrals-figure-brought-title', { share: percent(share) }),
    },
    {
      value: money(list.spend, { short: true }),
      meaning: t('referrals-figure-spend'),
      title: t('referrals-spend-title'),
    },
  ];
}

export function sumItems(sums: ReferralSums): NumberItem[] {
  const items: NumberItem[] = [
    { value: count(sums.brought), meaning: t('referrals-sum-brought') },
    {
      value: money(sums.spend, { short: true }),
      meaning: t('referrals-sum-spend'),
      title: t('referrals-since', { amount: money(sums.since) }),
    },
  ];
  if (sums.chain > sums.brought) {
    items.push(
      { value: count(sums.chain), meaning: t('referrals-sum-chain'), title: t('referrals-chain-title') },
      {
        value: money(sums.chain_spend, { short: true }),
        meaning: t('referrals-sum-chain-spend'),
        title: t('referrals-since', { amount: money(sums.chain_since) }),
      },
    );
  }
  return items;
}

/** What became of thanks. */
export function givenWords(row: Thanks): StateWords {
  if (row.taken_back) return { text: t('referrals-given-back'), tone: 'warn' };
  if (row.voucher)
    return { text: t(`referrals-voucher-${row.voucher}`), tone: row.voucher === 'used' ? 'good' : 'plain' };
  if (row.points) return { text: t('referrals-points-in'), tone: 'good' };
  return { text: '', tone: 'plain' };
}

/** Under whom somebody stands, as deep as can be drawn. */
export function indent(node: TreeNode): number {
  return Math.min(node.depth - 1, 8);
}

export interface RewardForm extends WorthForm {
  kind: 'voucher' | 'points' | 'none';
  days: string;
  points: string;
}

export function rewardForm(reward: Reward | null | undefined): RewardForm {
  const worth =
    reward?.kind === 'voucher'
      ? worthForm(reward.worth, reward.min_spend)
      : worthForm({ kind: 'amount', amount: '' }, '0.00');
  return {
    ...worth,
    kind: reward?.kind ?? 'none',
    days: reward?.kind === 'voucher' ? String(reward.days) : '60',
    points: reward?.kind === 'points' ? String(reward.points) : '',
  };
}

export function rewardOf(form: RewardForm): Reward | null {
  if (form.kind === 'none') return null;
  if (form.kind === 'points') return { kind: 'points', points: readFigure(form.points) ?? 0 };
  return {
    kind: 'voucher',
    worth: worthOf(form),
    min_spend: form.minSpend || '0.00',
    days: readFigure(form.days) ?? 0,
  };
}

/** What is wrong with a reward, by the core's name of the field. */
export function rewardProblems(form: RewardForm): Map<string, string> {
  const wrong = new Map<string, string>();
  const inside = (typed: string, high: number) => {
    const figure = readFigure(typed);
    return figure !== null && figure >= 1 && figure <= high;
  };
  if (form.kind === 'voucher') {
    for (const [field, text] of worthProblems(form)) wrong.set(`reward.${field}`, text);
    if (!inside(form.days, 3_650)) wrong.set('reward.days', t('referrals-wrong-figure', { max: count(3_650) }));
  }
  if (form.kind === 'points' && !inside(form.points, 1_000_000))
    wrong.set('reward.points', t('referrals-wrong-figure', { max: count(1_000_000) }));
  return wrong;
}
