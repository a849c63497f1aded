/** The form of the owner's thresholds. No DOM, no calls. */
import { fromWire } from '../../api/money';
import type { InsightSettings, RfmBy } from '../../api/generated';
import { readFigure, writeFigure } from '../../text/figures';
import { t } from '../../text/i18n.svelte';

export const FIGURES = [
  'active_days',
  'at_risk_days',
  'dormant_days',
  'effective_days',
  'response_days',
  'least_sample',
] as const;
/** Four bounds each, rising. */
export const FOURS = ['recency_days', 'frequency', 'money'] as const;

export type Form = Record<(typeof FIGURES)[number], string> &
  Record<(typeof FOURS)[number], string[]> & { rfm_by: RfmBy };

export function formOf(settings: InsightSettings): Form {
  return {
    active_days: writeFigure(settings.active_days),
    at_risk_days: writeFigure(settings.at_risk_days),
    dormant_days: writeFigure(settings.dormant_days),
    effective_days: writeFigure(settings.effective_days),
    response_days: writeFigure(settings.response_days),
    least_sample: writeFigure(settings.least_sample),
    rfm_by: settings.rfm_by,
    recency_days: settings.recency_days.map((one) => writeFigure(one)),
    frequency: settings.frequency.map((one) => writeFigure(one)),
    money: [...settings.money],
  };
}

/** What is missing or out of order, by field. */
export function problems(form: Form): Map<string, string> {
  const wrong = new Map<string, string>();
  for (const field of FIGURES) {
    const value = readFigure(form[field]);
    if (value === null || value < 1) wrong.set(field, t('insight-set-figure'));
  }
  const rises = (fields: readonly (typeof FIGURES)[number][]) => {
    for (const [at, field] of fields.entries()) {
      const before = at > 0 ? readFigure(form[fields[at - 1]!]) : null;
      const value = readFigure(form[field]);
      if (before !== null && value !== null && value <= before && !wrong.has(field))
        wrong.set(field, t('insight-set-more', { n: before }));
    }
  };
  rises(['active_days', 'at_risk_days', 'dormant_days']);
  for (const field of FOURS) {
    const values = form[field].map((one) =>
      field === 'money' ? (one === '' ? null : fromWire(one)) : readFigure(one),
    );
    if (values.some((one) => one === null || one < 0)) wrong.set(field, t('insight-set-four'));
    else if (values.some((one, at) => at > 0 && one! <= values[at - 1]!)) wrong.set(field, t('insight-set-rising'));
  }
  return wrong;
}

/** The form as asked for; only of a form without problems. */
export function request(form: Form): InsightSettings {
  const figure = (typed: string) => readFigure(typed) ?? 0;
  return {
    active_days: figure(form.active_days),
    at_risk_days: figure(form.at_risk_days),
    dormant_days: figure(form.dormant_days),
    effective_days: figure(form.effective_days),
    response_days: figure(form.response_days),
    least_sample: figure(form.least_sample),
    rfm_by: form.rfm_by,
    recency_days: form.recency_days.map(figure),
    frequency: form.frequency.map(figure),
    money: [...form.money],
  };
}
