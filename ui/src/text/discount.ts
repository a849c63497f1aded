/** A discount as a person says it: 95 percent paid reads 9.5 折, in English 5% off. */
import { decimal } from './format.svelte';
import { language, t } from './i18n.svelte';

export function discount(payPercent: number): string {
  return t('discount', { n: language() === 'zh-CN' ? decimal(payPercent / 10) : String(100 - payPercent) });
}
