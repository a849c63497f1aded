/** Rules that give tags: in words, and as a form. No DOM, no calls. */
import { fromWire, money } from '../../api/money';
import type { BoughtBy, LevelId, TagCondition } from '../../api/generated';
import { readFigure } from '../../text/figures';
import { t } from '../../text/i18n.svelte';

export type ConditionKind = TagCondition['kind'];
export const CONDITIONS: readonly ConditionKind[] = ['bought', 'spent', 'absent', 'level', 'birthday_month'];
export const BYS: readonly BoughtBy[] = ['category', 'style', 'size', 'color', 'word'];
/** How many a rule may have. */
export const CONDITIONS_MAX = 5;
const DAYS_MAX = 3_650;
const TIMES_MAX = 1_000;

/** One condition as it is typed; what belongs to other kinds is kept while the hand tries them. */
export interface ConditionForm {
  kind: ConditionKind;
  by: BoughtBy;
  words: string;
  times: string;
  days: string;
  spend: string;
  levels: LevelId[];
  /** Empty for the present month. */
  month: string;
}

export function conditionForm(condition?: TagCondition): ConditionForm {
  const form: ConditionForm = {
    kind: condition?.kind ?? 'bought',
    by: 'category',
    words: '',
    times: '2',
    days: '90',
    spend: '',
    levels: [],
    month: '',
  };
  switch (condition?.kind) {
    case 'bought':
      return {
        ...form,
        by: condition.by,
        words: condition.words,
        times: String(condition.times),
        days: String(condition.days),
      };
    case 'spent':
      return { ...form, spend: condition.at_least, days: String(condition.days) };
    case 'absent':
      return { ...form, days: String(condition.days) };
    case 'level':
      return { ...form, levels: [...condition.levels] };
    case 'birthday_month':
      return { ...form, month: condition.month ? String(condition.month) : '' };
    default:
      return form;
  }
}

function inside(text: string, most: number): boolean {
  const figure = readFigure(text);
  return figure !== null && figure >= 1 && figure <= most;
}

/** What is wrong with a condition, by field. */
export function conditionProblems(form: ConditionForm): Map<string, string> {
  const wrong = new Map<string, string>();
  if (['bought', 'spent', 'absent'].includes(form.kind) && !inside(form.days, DAYS_MAX))
    wrong.set('days', t('tags-rule-wrong-number'));
  if (form.kind === 'bought' && form.words.trim() === '') wrong.set('words', t('tags-rule-wrong-words'));
  if (form.kind === 'bought' && !inside(form.times, TIMES_MAX)) wrong.set('times', t('tags-rule-wrong-number'));
  if (form.kind === 'spent' && (form.spend === '' || fromWire(form.spend) <= 0))
    wrong.set('at_least', t('tags-rule-wrong-number'));
  if (form.kind === 'level' && form.levels.length === 0) wrong.set('levels', t('tags-rule-wrong-level'));
  return wrong;
}

/** The condition. To be asked only while nothing is wrong. */
export function conditionOf(form: ConditionForm): TagCondition {
  const days = readFigure(form.days) ?? 0;
  switch (form.kind) {
    case 'bought':
      return { kind: 'bought', by: form.by, words: form.words.trim(), times: readFigure(form.times) ?? 0, days };
    case 'spent':
      return { kind: 'spent', at_least: form.spend, days };
    case 'absent':
      return { kind: 'absent', days };
    case 'level':
      return { kind: 'level', levels: form.levels };
    default:
      return { kind: 'birthday_month', month: form.month ? Number(form.month) : null };
  }
}

/** 90 天内买过连衣裙 2 次，等级是金卡 */
export function ruleWords(conditions: readonly TagCondition[], level: (id: LevelId) => string): string {
  const one = (condition: TagCondition): string => {
    switch (condition.kind) {
      case 'bought':
        return t(`tags-rule-said-bought-${condition.by}`, {
          words: condition.words,
          times: condition.times,
          days: condition.days,
        });
      case 'spent':
        return t('tags-rule-said-spent', {
          amount: money(condition.at_least, { short: true }),
          days: condition.days,
        });
      case 'absent':
        return t('tags-rule-said-absent', { days: condition.days });
      case 'level':
        return t('tags-rule-said-level', { levels: condition.levels.map(level).filter(Boolean).join(' / ') });
      default:
        return t('tags-rule-said-birthday', { month: monthWords(condition.month ?? null) });
    }
  };
  return conditions.map(one).join(' · ');
}

export function monthWords(month: number | null): string {
  return month ? t('tags-rule-month-of', { n: month }) : t('tags-rule-month-now');
}
