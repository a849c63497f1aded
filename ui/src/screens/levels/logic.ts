/** The ladder as a form: what the hand typed, what is wrong with it, and what goes to the core. */
import { fromWire, toWire } from '../../api/money';
import type {
  CampaignView,
  DryRunAnswer,
  Join,
  LevelDraft,
  LevelId,
  LevelView,
  Metric,
  ReviewPeriod,
  ReviewRow,
  SaveLevels,
} from '../../api/generated';
import { readFigure, writeFigure } from '../../text/figures';
import { count } from '../../text/format.svelte';
import { t } from '../../text/i18n.svelte';
import { gapWords, isMoney, metWords, metricName } from './words';

export const METRICS: readonly Metric[] = [
  'spend_last_12_months',
  'spend_lifetime',
  'single_purchase',
  'visits_last_12_months',
  'visits_lifetime',
  'points_earned',
];
export const LEVELS_MAX = 10;
export const NAME_MAX = 12;
export const GIFT_MAX = 40;
/** Multipliers are basis points. */
const PLACES = 4;

export interface CriterionForm {
  metric: Metric;
  /** A wire amount for money, digits for counts. */
  value: string;
}

export interface LevelForm {
  /** Stays while rows move; the level's id, or below zero for a new one. */
  key: number;
  id: LevelId | null;
  name: string;
  join: Join;
  criteria: CriterionForm[];
  /** Percent of the list price paid. */
  pay: string;
  /** Points multiplier. */
  points: string;
  /** Percent paid in the birthday time; empty for the shop's. */
  birthday: string;
  gift: string;
  firstLook: boolean;
  ownAdviser: boolean;
}

export function formOf(level: LevelView): LevelForm {
  const { benefits } = level;
  return {
    key: level.id,
    id: level.id,
    name: level.name,
    join: level.join ?? 'any',
    criteria: level.criteria.map(({ metric, at_least }) => ({
      metric,
      value: isMoney(metric) ? toWire(at_least) : String(at_least),
    })),
    pay: String(benefits.pay_percent),
    points: writeFigure(benefits.points_bp, PLACES),
    birthday: String(benefits.birthday_pay_percent ?? ''),
    gift: benefits.birthday_gift ?? '',
    firstLook: benefits.first_look,
    ownAdviser: benefits.own_adviser,
  };
}

/** A further level at the top, asking for nothing yet. */
export function newLevel(forms: readonly LevelForm[]): LevelForm {
  const key = Math.min(0, ...forms.map((form) => form.key)) - 1;
  return {
    key,
    id: null,
    name: '',
    join: 'any',
    criteria: [{ metric: 'spend_last_12_months', value: '' }],
    pay: '100',
    points: '1',
    birthday: '',
    gift: '',
    firstLook: false,
    ownAdviser: false,
  };
}

/** The first metric that a level does not ask for yet. */
export function freeMetric(form: LevelForm): Metric | undefined {
  return METRICS.find((metric) => form.criteria.every((one) => one.metric !== metric));
}

function threshold({ metric, value }: CriterionForm): number | null {
  if (isMoney(metric)) return value === '' ? null : fromWire(value);
  return readFigure(value);
}

/** What is wrong, by place: `1.name`, `2.criteria.0`, `1.pay`. Empty when it can be saved. */
export function problems(forms: readonly LevelForm[]): Map<string, string> {
  const found = new Map<string, string>();
  forms.forEach((form, at) => {
    const wrong = (field: string, id: string) => found.set(`${at}.${field}`, t(id));
    const name = form.name.trim();
    if (name === '') wrong('name', 'levels-wrong-name');
    else if (forms.some((other, index) => index !== at && other.name.trim() === name))
      wrong('name', 'levels-wrong-name-twice');
    const between = (text: string, low: number, high: number, places = 0) => {
      const value = readFigure(text, places);
      return value !== null && value >= low && value <= high;
    };
    if (!between(form.pay, 1, 100)) wrong('pay', 'levels-wrong-percent');
    if (form.birthday.trim() !== '' && !between(form.birthday, 1, 100)) wrong('birthday', 'levels-wrong-percent');
    if (!between(form.points, 0, 1_000_000, PLACES)) wrong('points', 'levels-wrong-points');
    form.criteria.forEach((criterion, index) => {
      const value = threshold(criterion);
      if (value === null || value < 1) wrong(`criteria.${index}`, 'levels-wrong-threshold');
    });
  });
  return found;
}

/** Places where a level asks for no more than the one below it: allowed, but hardly meant. */
export function inversions(forms: readonly LevelForm[]): string[] {
  const found: string[] = [];
  forms.forEach((form, at) => {
    const below = forms[at - 1];
    if (!below) return;
    for (const criterion of form.criteria) {
      const lower = below.criteria.find((one) => one.metric === criterion.metric);
      const [mine, theirs] = [threshold(criterion), lower ? threshold(lower) : null];
      if (mine !== null && theirs !== null && mine <= theirs) {
        found.push(
          t('levels-inverted', {
            level: form.name.trim(),
            below: below.name.trim(),
            what: metricName(criterion.metric),
          }),
        );
      }
    }
  });
  return found;
}

/** The request. To be asked only while nothing is wrong. */
export function request(forms: readonly LevelForm[], reviews: ReviewPeriod): SaveLevels {
  const levels = forms.map((form, at): LevelDraft => {
    const birthday = form.birthday.trim();
    return {
      id: form.id,
      name: form.name.trim(),
      join: form.join,
      criteria: at === 0 ? [] : form.criteria.map((one) => ({ metric: one.metric, at_least: threshold(one) ?? 0 })),
      benefits: {
        pay_percent: readFigure(form.pay) ?? 100,
        points_bp: readFigure(form.points, PLACES) ?? 10_000,
        birthday_pay_percent: birthday === '' ? null : readFigure(birthday),
        birthday_gift: form.gift.trim() || null,
        first_look: form.firstLook,
        own_adviser: form.ownAdviser,
      },
    };
  });
  return { levels, reviews };
}

/** Whether anything was changed. */
export function changed(levels: readonly LevelView[], forms: readonly LevelForm[]): boolean {
  return JSON.stringify(levels.map(formOf)) !== JSON.stringify(forms);
}

/** Where a failure of the core belongs, in the places of `problems`: `levels.1.name` is `1.name`. */
export function placeOf(field: string | undefined): string | undefined {
  const match = /^levels\.(\d+)\.(.+)$/.exec(field ?? '');
  return match ? `${match[1]}.${match[2]}` : undefined;
}

/** What new rules would do, in one sentence: 41 位会降级，其中 12 位按现在的规则也会降. */
export function dryRunWords({ rises, drops, drops_anyway }: DryRunAnswer): string {
  if (rises === 0 && drops === 0) return t('levels-dry-nobody');
  const parts: string[] = [];
  if (drops > 0) parts.push(t('levels-dry-drops', { n: count(drops) }));
  if (drops_anyway > 0) parts.push(t('levels-dry-anyway', { n: count(drops_anyway) }));
  if (rises > 0) parts.push(t('levels-dry-rises', { n: count(rises) }));
  return parts.join(t('levels-comma'));
}

/** Why somebody moves. */
export function whyWords(row: ReviewRow): string {
  const reached = metWords(row.met);
  if (row.rise) return reached || t('levels-why-rise');
  const missing = gapWords(row.gap);
  return [missing || t('levels-why-drop'), reached].filter(Boolean).join(t('levels-comma'));
}

export type CampaignState = 'before' | 'running' | 'over';

export function campaignState({ from, to }: CampaignView, today: string): CampaignState {
  if (today < from) return 'before';
  return today > to ? 'over' : 'running';
}

/** Those that run or will first, the latest in front. */
export function campaignsInOrder(campaigns: readonly CampaignView[], today: string): CampaignView[] {
  const over = (one: CampaignView) => (campaignState(one, today) === 'over' ? 1 : 0);
  return [...campaigns].sort((a, b) => over(a) - over(b) || (a.from < b.from ? 1 : -1));
}

/** The rank of a level by its name, for its badge; a level that is only proposed counts from the draft. */
export function rankOf(names: readonly string[], name: string): number {
  return Math.max(0, names.indexOf(name));
}
