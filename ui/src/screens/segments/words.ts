/** A filter in the words of the shop. */
import type { AgeBand, FieldTest, ProfileField, SegmentCondition, SegmentPeriod } from '../../api/generated';
import { money } from '../../api/money';
import { day as shortDay } from '../../text/format.svelte';
import { t } from '../../text/i18n.svelte';
import { stateName, type StateKind } from './logic';

/** Names of what a filter points at. */
export interface Names {
  levels: ReadonlyMap<number, string>;
  tags: ReadonlyMap<number, string>;
  staff: ReadonlyMap<number, string>;
  fields: ReadonlyMap<number, ProfileField>;
}

function bounds(min: string | null, max: string | null): string {
  if (min !== null && max !== null)
    return min === max ? t('segments-is', { n: min }) : t('segments-between', { min, max });
  return min !== null ? t('segments-least', { n: min }) : t('segments-most', { n: max ?? '' });
}
const figures = (min?: number | null, max?: number | null) =>
  bounds(
    min === null || min === undefined ? null : String(min),
    max === null || max === undefined ? null : String(max),
  );

function periodWords(period: SegmentPeriod): string {
  if (period.kind === 'days') return t('segments-in-days', { n: period.days });
  if (period.kind === 'between')
    return t('segments-in-between', { from: shortDay(period.from), to: shortDay(period.to) });
  return t('segments-in-ever');
}

function spanWords(from?: string | null, to?: string | null): string {
  if (from && to) return t('segments-on-between', { from: shortDay(from), to: shortDay(to) });
  return from ? t('segments-on-from', { day: shortDay(from) }) : t('segments-on-to', { day: shortDay(to ?? '') });
}

/** 近 90 天没来，且累计消费 ≥ ¥5,000 */
export function filterWords(filter: SegmentCondition, names: Names, outer = true): string {
  const named = (of: ReadonlyMap<number, string>, ids: readonly number[]) =>
    ids.map((id) => of.get(id) ?? '?').join(t('segments-or-short'));
  switch (filter.kind) {
    case 'all':
    case 'any': {
      if (filter.of.length === 0) return t('segments-everybody');
      const said = filter.of.map((one) => filterWords(one, names, false));
      const joined = said.join(t(filter.kind === 'all' ? 'segments-and' : 'segments-or'));
      return outer || said.length === 1 ? joined : t('segments-group', { words: joined });
    }
    case 'neither':
      return t('segments-neither', {
        words: filter.of.map((one) => filterWords(one, names, false)).join(t('segments-or')),
      });
    case 'spend': {
      const wire = (amount?: string | null) => (amount ? money(amount, { short: true }) : null);
      return t('segments-said-spend', {
        period: periodWords(filter.period),
        bounds: bounds(wire(filter.min), wire(filter.max)),
      });
    }
    case 'count':
      return t(`segments-said-${filter.what}`, {
        period: periodWords(filter.period),
        bounds: figures(filter.min, filter.max),
      });
    case 'since': {
      const { at_least: least, at_most: most, what } = filter;
      const milestone = t(`segments-kind-${what.replace('_', '-')}`);
      if (typeof least === 'number' && typeof most === 'number')
        return t('segments-said-since-both', { what: milestone, least, most });
      if (typeof least === 'number') return t('segments-said-since-least', { what: milestone, n: least });
      return t('segments-said-since-most', { what: milestone, n: most ?? 0 });
    }
    case 'on':
      return t('segments-said-on', {
        what: t(`segments-kind-${filter.what.replace('_', '-')}`),
        span: spanWords(filter.from, filter.to),
      });
    case 'never':
      return t(`segments-said-never-${filter.what.replace('_', '-')}`);
    case 'bought':
      return t(`segments-said-bought-${filter.by}`, {
        period: periodWords(filter.period),
        words: filter.words,
        times: filter.times,
      });
    case 'level':
      return t('segments-said-level', { names: named(names.levels, filter.levels) });
    case 'tag':
      return t('segments-said-tag', { names: named(names.tags, filter.tags) });
    case 'staff':
      return t('segments-said-staff', { names: named(names.staff, filter.staff) });
    case 'gender':
      return t(`segments-said-gender-${filter.gender}`);
    case 'age_band':
      return t('segments-said-age-band', {
        names: filter.bands.map((band) => bandName(band)).join(t('segments-or-short')),
      });
    case 'birthday_within':
      return t('segments-said-birthday-within', { n: filter.days });
    case 'birthday_month':
      return filter.month
        ? t('segments-said-birthday-month', { n: filter.month })
        : t('segments-said-birthday-this-month');
    case 'field':
      return t(`segments-said-field-${filter.test.is.replace('_', '-')}`, {
        field: names.fields.get(filter.field)?.label ?? '?',
        words: testWords(filter.test),
      });
    case 'consent':
      return t(`segments-said-consent-${filter.answer}`, { purpose: t(`segments-purpose-${filter.purpose}`) });
    case 'open_complaint':
      return t('segments-said-open-complaint');
    case 'lifecycle':
      return t('segments-said-lifecycle', { names: states('lifecycle', filter.stages) });
    case 'value':
      return t('segments-said-value', { names: states('value', filter.groups) });
    case 'rfm':
      return t('segments-said-rfm', { names: states('rfm', filter.segments) });
    case 'forecast':
      return t(`segments-said-forecast-${filter.says.replaceAll('_', '-')}`);
    case 'people':
      return t('segments-said-people', { n: filter.customers.length });
    default:
      return t(`segments-said-${filter.kind}`, { bounds: figures(filter.min, filter.max) });
  }
}

const states = (kind: StateKind, list: readonly string[]) =>
  list.map((state) => stateName(kind, state)).join(t('segments-or-short'));

function testWords(test: FieldTest): string {
  switch (test.is) {
    case 'one_of':
      return test.values.join(t('segments-or-short'));
    case 'contains':
      return test.words;
    case 'number':
      return figures(test.min, test.max);
    case 'on':
      return spanWords(test.from, test.to);
    default:
      return '';
  }
}

export function bandName(band: AgeBand): string {
  return t(`segments-band-${band.replace('_', '-')}`);
}
