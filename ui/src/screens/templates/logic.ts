/** What the texts for messages know: no DOM, no calls. */
import type { Language, Occasion, PlaceholderRow, SaveTemplate, TemplateRow } from '../../api/generated';
import { t } from '../../text/i18n.svelte';

/** The occasions in the order a shop thinks of them. */
export const GROUPS: readonly { id: string; occasions: readonly Occasion[] }[] = [
  { id: 'festival', occasions: ['festival', 'festival_offer', 'remembrance'] },
  { id: 'birthday', occasions: ['birthday_invitation', 'birthday_benefit', 'birthday', 'important_date'] },
  { id: 'greeting', occasions: ['season', 'weather', 'long_time_no_see', 'recall'] },
  {
    id: 'purchase',
    occasions: [
      'new_vip_care',
      'new_vip_call',
      'first_purchase',
      'after_purchase',
      'second_visit',
      'refill',
      'free_cleaning',
    ],
  },
  { id: 'care', occasions: ['care_tip'] },
  { id: 'thanks', occasions: ['thanks_milestone', 'thanks_year', 'thanks_referral', 'welcome'] },
  {
    id: 'reminder',
    occasions: ['points_expiring', 'voucher_expiring', 'near_downgrade', 'wish_arrived', 'wish_reduced'],
  },
  { id: 'event', occasions: ['invitation', 'event_reminder', 'event_thanks'] },
  {
    id: 'mend',
    occasions: ['apology', 'complaint_follow_up', 'recall_service', 'recall_need', 'recall_competitor'],
  },
  { id: 'other', occasions: ['other'] },
];

export const OCCASIONS: readonly Occasion[] = GROUPS.flatMap(({ occasions }) => occasions);

/** The message id of an occasion's words. */
export function occasionWords(occasion: Occasion): string {
  return `templates-occasion-${occasion.replaceAll('_', '-')}`;
}

/** The texts by group, those whose title or text holds the words; groups without any are left out. */
export function grouped(rows: readonly TemplateRow[], words: string): { id: string; rows: TemplateRow[] }[] {
  const sought = words.trim().normalize('NFKC').toLocaleLowerCase();
  const holds = ({ template }: TemplateRow) =>
    `${template.title}\n${template.text}`.normalize('NFKC').toLocaleLowerCase().includes(sought);
  return GROUPS.map(({ id, occasions }) => ({
    id,
    rows: rows
      .filter((row) => occasions.includes(row.template.occasion) && holds(row))
      .sort((a, b) => occasions.indexOf(a.template.occasion) - occasions.indexOf(b.template.occasion)),
  })).filter((group) => group.rows.length > 0);
}

/** The groups in two columns of much the same height, in their order: a heading takes as much as a row. */
export function halved<G extends { rows: readonly unknown[] }>(groups: readonly G[]): G[][] {
  const height = (list: readonly G[]) => list.reduce((sum, group) => sum + group.rows.length + 1, 0);
  let best = groups.length;
  for (let at = 0; at <= groups.length; at++) {
    const taller = (n: number) => Math.max(height(groups.slice(0, n)), height(groups.slice(n)));
    if (taller(at) < taller(best)) best = at;
  }
  return [groups.slice(0, best), groups.slice(best)].filter((column) => column.length > 0);
}

/** Whether the occasion says more than the title does. */
export function occasionShown({ template: { title, occasion } }: TemplateRow): boolean {
  if (occasion === 'festival' || occasion === 'care_tip') return false;
  return !title.includes(t(occasionWords(occasion)));
}

/** What the form begins with. */
export function draftOf(row: TemplateRow | undefined, language: Language): SaveTemplate {
  if (!row) return { id: null, occasion: 'other', language, title: '', text: '', purpose: 'greeting', is_on: true };
  const { id, occasion, language: own, title, text, purpose, is_on } = row.template;
  return { id, occasion, language: own, title, text, purpose, is_on };
}

/** The text with a placeholder put in the place of what is selected, and where the hand goes on. */
export function insert(text: string, from: number, to: number, label: string): { text: string; at: number } {
  const put = `{${label}}`;
  return { text: text.slice(0, from) + put + text.slice(to), at: from + put.length };
}

/** The label of a placeholder in the language of the text. */
export function labelOf(row: PlaceholderRow, language: Language): string {
  return language === 'en' ? row.en : row.zh;
}

/** How many text messages a text takes: 70 characters fit one, 67 each when there are more. */
export function shortMessages(characters: number): number {
  return characters <= 70 ? 1 : Math.ceil(characters / 67);
}
