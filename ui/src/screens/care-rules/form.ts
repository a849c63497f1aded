/** A rule of care as it is typed, and back. What belongs to other kinds is kept while the hand tries them. */
import { fromWire, money } from '../../api/money';
import type {
  CareRule,
  LevelId,
  Means,
  NewOrOld,
  Occasion,
  Purpose,
  RulePlan,
  SaveCareRule,
  TagId,
  Trigger,
  Who,
} from '../../api/generated';
import { readFigure } from '../../text/figures';
import { t } from '../../text/i18n.svelte';
import { isAhead, isOfShop, isOfVisit, isTimed, OCCASION_OF, type RuleKind } from './logic';

export interface RuleForm {
  id: number | null;
  name: string;
  on: boolean;
  kind: RuleKind;
  least: string;
  /** Amounts in yuan with spaces between them. */
  amounts: string;
  month: string;
  date: string;
  top: string;
  festivals: string[];
  within: string;
  /** 3-1 6-1 9-1 12-1 */
  seasons: string;
  points: string;
  months: string;
  days: string;
  side: 'before' | 'after';
  minutes: string;
  lasts: string;
  means: Means;
  purpose: Purpose;
  occasion: Occasion | '';
  template: string;
  who: Who;
  retry: string;
  tries: string;
  level: string;
  tags: TagId[];
  spent: string;
  /** With spaces between them. */
  categories: string;
  customers: NewOrOld | '';
}

const figure = (value: number | null | undefined): string => (value ? String(value) : '');

export function ruleForm(rule?: CareRule): RuleForm {
  const form: RuleForm = {
    id: rule?.id ?? null,
    name: rule?.name ?? '',
    on: rule?.is_on ?? true,
    kind: rule?.plan.trigger.kind ?? 'big_purchase',
    least: '1000.00',
    amounts: '10000 30000 50000',
    month: '12',
    date: '20',
    top: '1',
    festivals: [],
    within: '12',
    seasons: '3-1 6-1 9-1 12-1',
    points: '500',
    months: '',
    days: rule ? '' : '7',
    side: 'after',
    minutes: '',
    lasts: rule ? '' : '7',
    means: 'message',
    purpose: 'service',
    occasion: rule ? '' : (OCCASION_OF.big_purchase ?? ''),
    template: '',
    who: 'adviser',
    retry: '2',
    tries: '3',
    level: '',
    tags: [],
    spent: '',
    categories: '',
    customers: '',
  };
  if (!rule) return form;
  const { plan } = rule;
  return {
    ...form,
    ...ofTrigger(plan.trigger),
    months: figure(plan.after_months),
    days: figure(Math.abs(plan.after_days)),
    side: plan.after_days < 0 || (plan.after_days === 0 && isAhead(plan.trigger.kind)) ? 'before' : 'after',
    minutes: figure(plan.after_minutes),
    lasts: typeof plan.lasts_days === 'number' ? String(plan.lasts_days) : '',
    means: plan.means,
    purpose: plan.purpose,
    occasion: plan.occasion ?? '',
    template: figure(plan.template),
    who: plan.who,
    retry: String(plan.retry_days),
    tries: String(plan.tries),
    level: figure(plan.conditions.level),
    tags: [...plan.conditions.tags],
    spent: plan.conditions.spent ?? '',
    categories: plan.conditions.categories.join(' '),
    customers: plan.conditions.customers ?? '',
  };
}

function ofTrigger(trigger: Trigger): Partial<RuleForm> {
  switch (trigger.kind) {
    case 'big_purchase':
      return { least: trigger.least };
    case 'milestone':
      return { amounts: trigger.amounts.map((amount) => money(amount, { bare: true, short: true })).join(' ') };
    case 'top_spender':
      return { month: String(trigger.month), date: String(trigger.day), top: String(trigger.count) };
    case 'birthday_list':
      return { date: String(trigger.day) };
    case 'festival':
      return { festivals: [...trigger.festivals], within: figure(trigger.bought_within_months) };
    case 'season':
      return { seasons: trigger.days.map(([month, date]) => `${month}-${date}`).join(' ') };
    case 'points_expiring':
      return { points: String(trigger.least) };
    default:
      return {};
  }
}

/** Another kind was chosen: what the old one usually went with goes, what the hand chose stays. */
export function turned(form: RuleForm, was: RuleKind): RuleForm {
  const usual = form.occasion === (OCCASION_OF[was] ?? '');
  const months = form.kind === 'no_purchase' && form.months === '' ? '2' : form.months;
  return {
    ...form,
    occasion: usual ? (OCCASION_OF[form.kind] ?? '') : form.occasion,
    template: usual ? '' : form.template,
    side: isAhead(form.kind) ? 'before' : 'after',
    months: form.kind === 'no_purchase' || isOfVisit(form.kind) ? months : '',
    days: form.kind === 'no_purchase' && was !== 'no_purchase' ? '' : form.days,
  };
}

const split = (text: string): string[] =>
  text
    .normalize('NFKC')
    .split(/[\s、;/]+/)
    .filter((one) => one !== '');

/** Amounts typed with spaces or commas of a list between them: 10000 30000. */
export function readAmounts(text: string): string[] | null {
  const found = split(text).map((one) => readFigure(one.replace(/^¥/, ''), 2));
  if (found.length === 0 || found.some((fen) => fen === null || fen <= 0)) return null;
  return found.map((fen) => `${Math.floor(fen! / 100)}.${String(fen! % 100).padStart(2, '0')}`);
}

/** Days of the year as 3-1 or 3月1日. */
export function readDates(text: string): [number, number][] | null {
  const found = split(text).map((one) => /^(\d{1,2})[-.月](\d{1,2})日?$/.exec(one));
  if (found.length === 0) return null;
  const days = found.map((match): [number, number] => [Number(match?.[1] ?? 0), Number(match?.[2] ?? 0)]);
  const exists = ([month, date]: [number, number]) =>
    month >= 1 && month <= 12 && date >= 1 && date <= new Date(Date.UTC(2025, month, 0)).getUTCDate();
  return days.every(exists) ? days : null;
}

/** What is wrong, by the field of the wire. */
export function problems(form: RuleForm): Map<string, string> {
  const wrong = new Map<string, string>();
  const within = (field: string, text: string, least: number, most: number, empty = true) => {
    if (empty && text.trim() === '') return;
    const value = readFigure(text);
    if (value === null || value < least || value > most)
      wrong.set(field, t('rules-wrong-figure', { min: least, max: most }));
  };
  if (form.name.trim() === '') wrong.set('name', t('rules-wrong-name'));
  switch (form.kind) {
    case 'big_purchase':
      if (form.least === '' || fromWire(form.least) <= 0) wrong.set('plan.trigger.least', t('rules-wrong-amount'));
      break;
    case 'milestone':
      if (!readAmounts(form.amounts)) wrong.set('plan.trigger.amounts', t('rules-wrong-amounts'));
      break;
    case 'top_spender':
      if (!readDates(`${form.month}-${form.date}`)) wrong.set('plan.trigger.day', t('rules-wrong-date'));
      within('plan.trigger.count', form.top, 1, 20, false);
      break;
    case 'birthday_list':
      within('plan.trigger.day', form.date, 1, 28, false);
      break;
    case 'festival':
      within('plan.trigger.bought_within_months', form.within, 1, 60);
      break;
    case 'season':
      if (!readDates(form.seasons)) wrong.set('plan.trigger.days', t('rules-wrong-dates'));
      break;
    case 'points_expiring':
      within('plan.trigger.least', form.points, 0, 100_000_000, false);
      break;
  }
  within('plan.after_months', form.months, form.kind === 'no_purchase' ? 1 : 0, 60, form.kind !== 'no_purchase');
  within('plan.after_days', form.days, 0, form.side === 'before' ? 90 : 365);
  within('plan.after_minutes', form.minutes, 1, 720);
  within('plan.lasts_days', form.lasts, 0, 180);
  within('plan.retry_days', form.retry, 1, 30, false);
  within('plan.tries', form.tries, 1, 5, false);
  return wrong;
}

function trigger(form: RuleForm): Trigger {
  const n = (text: string) => readFigure(text) ?? 0;
  switch (form.kind) {
    case 'big_purchase':
      return { kind: form.kind, least: form.least };
    case 'milestone':
      return { kind: form.kind, amounts: readAmounts(form.amounts) ?? [] };
    case 'top_spender':
      return { kind: form.kind, month: n(form.month), day: n(form.date), count: n(form.top) };
    case 'birthday_list':
      return { kind: form.kind, day: n(form.date) };
    case 'festival':
      return { kind: form.kind, festivals: form.festivals, bought_within_months: n(form.within) || null };
    case 'season':
      return { kind: form.kind, days: readDates(form.seasons) ?? [] };
    case 'points_expiring':
      return { kind: form.kind, least: n(form.points) };
    default:
      return { kind: form.kind };
  }
}

/** What is saved. To be asked only while nothing is wrong. */
export function requestOf(form: RuleForm): SaveCareRule {
  const n = (text: string) => readFigure(text) ?? 0;
  const { kind } = form;
  const shop = isOfShop(kind);
  const days = isTimed(kind) ? 0 : n(form.days);
  const months = isOfVisit(kind) || kind === 'no_purchase' ? n(form.months) : 0;
  const at_once = isOfVisit(kind) && months === 0 && days === 0;
  const plan: RulePlan = {
    trigger: trigger(form),
    conditions: {
      level: shop || form.level === '' ? null : (Number(form.level) as LevelId),
      tags: shop ? [] : form.tags,
      spent: shop || form.spent === '' ? null : form.spent,
      categories: isOfVisit(kind) ? split(form.categories) : [],
      customers: shop || form.customers === '' ? null : form.customers,
    },
    after_months: months,
    after_days: form.side === 'before' && days > 0 ? -days : days,
    after_minutes: at_once ? n(form.minutes) || null : null,
    lasts_days: form.lasts.trim() === '' ? null : n(form.lasts),
    means: form.means,
    purpose: form.purpose,
    occasion: form.occasion === '' ? null : form.occasion,
    template: form.template === '' ? null : Number(form.template),
    who: shop ? 'pool' : form.who,
    retry_days: n(form.retry),
    tries: n(form.tries),
  };
  return { id: form.id, name: form.name.trim(), plan, is_on: form.on };
}
