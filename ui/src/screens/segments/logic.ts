/** Filters over customers: as a form, on the wire, and in the words of the shop. No DOM, no calls. */
import { fromWire } from '../../api/money';
import type {
  AgeBand,
  BoughtBy,
  ConsentAnswer,
  ConsentPurpose,
  CountOf,
  FieldKind,
  FieldTest,
  ForecastSays,
  Gender,
  Lifecycle,
  Milestone,
  RfmSegment,
  SegmentCondition,
  SegmentPeriod,
  ValueSegment,
} from '../../api/generated';
import { readFigure } from '../../text/figures';
import { t } from '../../text/i18n.svelte';

/** What a condition of the form can be about, in the order of the menu. */
export const KINDS = [
  'spend',
  'purchases',
  'visits',
  'pieces',
  'last_purchase',
  'last_visit',
  'first_purchase',
  'last_contact',
  'joined',
  'bought',
  'lifecycle',
  'value',
  'rfm',
  'forecast',
  'level',
  'tag',
  'staff',
  'birthday',
  'gender',
  'age',
  'age_band',
  'completeness',
  'field',
  'points',
  'vouchers',
  'consent',
  'open_complaint',
] as const;
export type Kind = (typeof KINDS)[number];

const COUNTS: Partial<Record<Kind, CountOf>> = { purchases: 'purchases', visits: 'visits', pieces: 'pieces' };
export const MILESTONES = ['last_purchase', 'last_visit', 'first_purchase', 'last_contact', 'joined'] as const;
const NUMBERS = ['age', 'completeness', 'points', 'vouchers'] as const;
type NumberKind = (typeof NUMBERS)[number];
const isNumber = (kind: string): kind is NumberKind => (NUMBERS as readonly string[]).includes(kind);
const isMilestone = (kind: string): kind is Milestone => (MILESTONES as readonly string[]).includes(kind);

export const BYS: readonly BoughtBy[] = ['category', 'style', 'word', 'size', 'color'];
export const BANDS: readonly AgeBand[] = ['under_18', '18_24', '25_34', '35_44', '45_54', '55_64', '65_up'];
/** Where she stands, by the word of each group. */
export const STATES = {
  lifecycle: ['new', 'active', 'at_risk', 'dormant', 'lost', 'no_purchase'] satisfies Lifecycle[],
  value: ['core', 'potential', 'regular', 'dormant', 'no_purchase'] satisfies ValueSegment[],
  rfm: [
    'key_value',
    'key_grow',
    'key_keep',
    'key_win_back',
    'plain_value',
    'plain_grow',
    'plain_keep',
    'plain_win_back',
  ] satisfies RfmSegment[],
} as const;
export type StateKind = keyof typeof STATES;
export const isState = (kind: string): kind is StateKind => Object.hasOwn(STATES, kind);
export const SAYS: readonly ForecastSays[] = ['likely_lost', 'likely_to_buy_30', 'likely_to_buy_90'];
export function stateName(kind: StateKind, state: string): string {
  return t(`segments-${kind}-${state.replaceAll('_', '-')}`);
}
export const PURPOSES: readonly ConsentPurpose[] = ['marketing', 'service', 'archive'];
export const ANSWERS: readonly ConsentAnswer[] = ['given', 'withdrawn', 'unasked'];
export const JOINS = ['all', 'any', 'neither'] as const;
export type Join = (typeof JOINS)[number];
/** Groups in groups, the outermost counted. */
export const DEPTH = 3;

/** One condition as it is typed. What belongs to other kinds is kept while the hand tries them. */
export interface Leaf {
  id: number;
  kind: Kind;
  /** Days ago: at least, at most, both, on certain days, or never. */
  mode: 'least' | 'most' | 'both' | 'on' | 'never';
  period: 'ever' | 'days' | 'between';
  days: string;
  from: string;
  to: string;
  min: string;
  max: string;
  by: BoughtBy;
  words: string;
  times: string;
  /** Levels, tags or clerks. */
  ids: number[];
  /** Groups of ages, or words a field is compared with. */
  texts: string[];
  field: string;
  test: FieldTest['is'];
  gender: Gender;
  /** Empty for the next days, else a month; '0' for the present one. */
  month: string;
  purpose: ConsentPurpose;
  answer: ConsentAnswer;
  says: ForecastSays;
}
export interface Group {
  id: number;
  join: Join;
  of: Node[];
}
/** People named one by one, by another screen; the form keeps them as they are. */
export interface People {
  id: number;
  people: number[];
}
export type Node = Leaf | Group | People;
export const isPeople = (node: Node): node is People => 'people' in node;
export const isGroup = (node: Node): node is Group => 'of' in node;

let made = 0;
export function newLeaf(kind: Kind = 'spend'): Leaf {
  return {
    id: ++made,
    kind,
    mode: 'least',
    period: kind === 'bought' ? 'days' : 'ever',
    days: kind === 'birthday' ? '14' : '90',
    from: '',
    to: '',
    min: '',
    max: '',
    by: 'category',
    words: '',
    times: '1',
    ids: [],
    texts: [],
    field: '',
    test: 'filled',
    gender: 'f',
    month: '',
    purpose: 'marketing',
    answer: 'given',
    says: 'likely_lost',
  };
}
export function newGroup(join: Join = 'any', of: Node[] = [newLeaf()]): Group {
  return { id: ++made, join, of };
}

const text = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));

function periodForm(period: SegmentPeriod): Pick<Leaf, 'period' | 'days' | 'from' | 'to'> {
  const none = { days: '90', from: '', to: '' };
  if (period.kind === 'days') return { ...none, period: 'days', days: String(period.days) };
  if (period.kind === 'between') return { ...none, period: 'between', from: period.from, to: period.to };
  return { ...none, period: 'ever' };
}

function fieldForm(test: FieldTest): Partial<Leaf> {
  switch (test.is) {
    case 'one_of':
      return { texts: [...test.values] };
    case 'contains':
      return { words: test.words };
    case 'number':
      return { min: text(test.min), max: text(test.max) };
    case 'on':
      return { from: test.from ?? '', to: test.to ?? '' };
    default:
      return {};
  }
}

/** A saved filter as a form; its outermost group always is one. */
export function formOf(filter: SegmentCondition): Group {
  const node = nodeOf(filter);
  return isGroup(node) ? node : newGroup('all', [node]);
}

function nodeOf(one: SegmentCondition): Node {
  const leaf = (kind: Kind, more: Partial<Leaf> = {}): Leaf => ({ ...newLeaf(kind), ...more });
  switch (one.kind) {
    case 'all':
    case 'any':
    case 'neither':
      return newGroup(one.kind, one.of.map(nodeOf));
    case 'spend':
      return leaf('spend', { ...periodForm(one.period), min: one.min ?? '', max: one.max ?? '' });
    case 'count':
      return leaf(one.what, { ...periodForm(one.period), min: text(one.min), max: text(one.max) });
    case 'since': {
      const [least, most] = [text(one.at_least), text(one.at_most)];
      return leaf(one.what, { mode: least && most ? 'both' : least ? 'least' : 'most', min: least, max: most });
    }
    case 'on':
      return leaf(one.what, { mode: 'on', from: one.from ?? '', to: one.to ?? '' });
    case 'never':
      return leaf(one.what, { mode: 'never' });
    case 'bought':
      return leaf('bought', { ...periodForm(one.period), by: one.by, words: one.words, times: String(one.times) });
    case 'level':
      return leaf('level', { ids: [...one.levels] });
    case 'tag':
      return leaf('tag', { ids: [...one.tags] });
    case 'staff':
      return leaf('staff', { ids: [...one.staff] });
    case 'gender':
      return leaf('gender', { gender: one.gender });
    case 'age_band':
      return leaf('age_band', { texts: [...one.bands] });
    case 'birthday_within':
      return leaf('birthday', { days: String(one.days) });
    case 'birthday_month':
      return leaf('birthday', { month: String(one.month ?? 0) });
    case 'field':
      return leaf('field', { field: String(one.field), test: one.test.is, ...fieldForm(one.test) });
    case 'consent':
      return leaf('consent', { purpose: one.purpose, answer: one.answer });
    case 'open_complaint':
      return leaf('open_complaint');
    case 'lifecycle':
      return leaf('lifecycle', { texts: [...one.stages] });
    case 'value':
      return leaf('value', { texts: [...one.groups] });
    case 'rfm':
      return leaf('rfm', { texts: [...one.segments] });
    case 'forecast':
      return leaf('forecast', { says: one.says });
    case 'people':
      return { id: ++made, people: [...one.customers] };
    default:
      return leaf(one.kind, { min: text(one.min), max: text(one.max) });
  }
}

function figure(typed: string): number | null {
  return typed.trim() === '' ? null : readFigure(typed);
}

/** What has to be a figure and is none. */
function unreadable(typed: string): boolean {
  return typed.trim() !== '' && readFigure(typed) === null;
}

function periodOf(leaf: Leaf): SegmentPeriod | null {
  if (leaf.period === 'ever') return { kind: 'ever' };
  if (leaf.period === 'days') {
    const days = figure(leaf.days);
    return days !== null && days >= 1 && days <= 3_650 ? { kind: 'days', days } : null;
  }
  return leaf.from && leaf.to && leaf.from <= leaf.to ? { kind: 'between', from: leaf.from, to: leaf.to } : null;
}

/** Which tests suit a field of this kind. */
export function testsOf(kind: FieldKind | undefined, key: string): readonly FieldTest['is'][] {
  if (key === 'birthday') return ['filled', 'missing'];
  if (kind === 'number') return ['filled', 'missing', 'number'];
  if (kind === 'date') return ['filled', 'missing', 'on'];
  if (kind === 'choice' || kind === 'multi') return ['filled', 'missing', 'one_of', 'contains'];
  return ['filled', 'missing', 'contains'];
}

function testOf(leaf: Leaf): FieldTest | null {
  const [min, max] = [figure(leaf.min), figure(leaf.max)];
  switch (leaf.test) {
    case 'one_of':
      return leaf.texts.length > 0 ? { is: 'one_of', values: [...leaf.texts] } : null;
    case 'contains':
      return leaf.words.trim() ? { is: 'contains', words: leaf.words.trim() } : null;
    case 'number':
      return bounded(leaf) ? { is: 'number', min, max } : null;
    case 'on':
      return between(leaf) ? { is: 'on', from: leaf.from || null, to: leaf.to || null } : null;
    default:
      return { is: leaf.test };
  }
}

function bounded(leaf: Leaf): boolean {
  if (unreadable(leaf.min) || unreadable(leaf.max)) return false;
  const [min, max] = [figure(leaf.min), figure(leaf.max)];
  return (min !== null || max !== null) && (min === null || max === null || min <= max);
}

function between(leaf: Leaf): boolean {
  return (leaf.from !== '' || leaf.to !== '') && (!leaf.from || !leaf.to || leaf.from <= leaf.to);
}

/** The condition; null while something of it is missing. */
export function conditionOf(leaf: Leaf): SegmentCondition | null {
  const { kind } = leaf;
  const [min, max] = [figure(leaf.min), figure(leaf.max)];
  const period = periodOf(leaf);
  const what = COUNTS[kind];
  if (what) return period && bounded(leaf) ? { kind: 'count', what, period, min, max } : null;
  if (isMilestone(kind)) return sinceOf(leaf, kind);
  if (isNumber(kind)) return bounded(leaf) ? { kind, min, max } : null;
  switch (kind) {
    case 'spend': {
      const some = leaf.min !== '' || leaf.max !== '';
      const ordered = !leaf.min || !leaf.max || fromWire(leaf.min) <= fromWire(leaf.max);
      return period && some && ordered ? { kind, period, min: leaf.min || null, max: leaf.max || null } : null;
    }
    case 'bought': {
      const times = figure(leaf.times);
      const words = leaf.words.trim();
      return period && words && times !== null && times >= 1 ? { kind, by: leaf.by, words, times, period } : null;
    }
    case 'level':
      return leaf.ids.length > 0 ? { kind, levels: [...leaf.ids] } : null;
    case 'tag':
      return leaf.ids.length > 0 ? { kind, tags: [...leaf.ids] } : null;
    case 'staff':
      return leaf.ids.length > 0 ? { kind, staff: [...leaf.ids] } : null;
    case 'gender':
      return { kind, gender: leaf.gender };
    case 'age_band':
      return leaf.texts.length > 0 ? { kind, bands: leaf.texts as AgeBand[] } : null;
    case 'birthday': {
      if (leaf.month !== '') return { kind: 'birthday_month', month: Number(leaf.month) || null };
      const days = figure(leaf.days);
      return days !== null && days >= 0 && days <= 366 ? { kind: 'birthday_within', days } : null;
    }
    case 'field': {
      const test = leaf.field ? testOf(leaf) : null;
      return test && { kind, field: Number(leaf.field), test };
    }
    case 'consent':
      return { kind, purpose: leaf.purpose, answer: leaf.answer };
    case 'lifecycle':
      return leaf.texts.length > 0 ? { kind, stages: leaf.texts as Lifecycle[] } : null;
    case 'value':
      return leaf.texts.length > 0 ? { kind, groups: leaf.texts as ValueSegment[] } : null;
    case 'rfm':
      return leaf.texts.length > 0 ? { kind, segments: leaf.texts as RfmSegment[] } : null;
    case 'forecast':
      return { kind, says: leaf.says };
    default:
      return { kind: 'open_complaint' };
  }
}

function sinceOf(leaf: Leaf, what: Milestone): SegmentCondition | null {
  const [least, most] = [figure(leaf.min), figure(leaf.max)];
  switch (leaf.mode) {
    case 'never':
      return what === 'joined' ? null : { kind: 'never', what };
    case 'on':
      return between(leaf) ? { kind: 'on', what, from: leaf.from || null, to: leaf.to || null } : null;
    case 'least':
      return least === null ? null : { kind: 'since', what, at_least: least, at_most: null };
    case 'most':
      return most === null ? null : { kind: 'since', what, at_least: null, at_most: most };
    default:
      return least === null || most === null || least > most
        ? null
        : { kind: 'since', what, at_least: least, at_most: most };
  }
}

/** The filter of a form; null while any of its conditions is not whole. */
export function filterOf(node: Node): SegmentCondition | null {
  if (isPeople(node)) return { kind: 'people', customers: [...node.people] };
  if (!isGroup(node)) return conditionOf(node);
  const of = node.of.map(filterOf);
  if (of.some((one) => one === null) || (of.length === 0 && node.join !== 'all')) return null;
  return { kind: node.join, of: of as SegmentCondition[] };
}
