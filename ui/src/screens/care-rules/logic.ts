/** Rules of care in words. No DOM, no calls. */
import { money } from '../../api/money';
import type {
  CareRule,
  ChangeCount,
  ChangedTask,
  Conditions,
  LevelId,
  Occasion,
  RuleRow,
  SaveCareRule,
  TagId,
  Trigger,
} from '../../api/generated';
import { count, day, plainDay } from '../../text/format.svelte';
import { language, t } from '../../text/i18n.svelte';
import { heldWords, whyWords } from '../today/logic';

export type RuleKind = Trigger['kind'];

/** The rules in the order in which a shop thinks of what happens. */
export const GROUPS: readonly { id: string; kinds: readonly RuleKind[] }[] = [
  { id: 'complaint', kinds: ['complaint_answer', 'complaint_solve', 'complaint_follow_up'] },
  { id: 'purchase', kinds: ['new_card', 'first_purchase', 'big_purchase', 'milestone', 'top_spender'] },
  { id: 'friend', kinds: ['brought_somebody', 'was_brought'] },
  { id: 'date', kinds: ['birthday', 'birthday_list', 'important_date'] },
  { id: 'absent', kinds: ['no_purchase'] },
  { id: 'festival', kinds: ['festival', 'season'] },
  { id: 'ending', kinds: ['near_downgrade', 'points_expiring', 'voucher_expiring'] },
  { id: 'waiting', kinds: ['wish_arrived', 'event_invitation'] },
];
export const KINDS: readonly RuleKind[] = GROUPS.flatMap(({ kinds }) => kinds);

/** What a task of each kind is usually said with. */
export const OCCASION_OF: Record<RuleKind, Occasion | null> = {
  new_card: 'new_vip_care',
  first_purchase: 'first_purchase',
  big_purchase: 'after_purchase',
  brought_somebody: 'thanks_referral',
  was_brought: 'welcome',
  milestone: 'thanks_milestone',
  top_spender: 'thanks_year',
  birthday: 'birthday',
  birthday_list: null,
  important_date: 'important_date',
  no_purchase: 'long_time_no_see',
  festival: 'festival',
  season: 'season',
  complaint_answer: 'apology',
  complaint_solve: null,
  complaint_follow_up: 'complaint_follow_up',
  near_downgrade: 'near_downgrade',
  points_expiring: 'points_expiring',
  voucher_expiring: 'voucher_expiring',
  wish_arrived: 'wish_arrived',
  event_invitation: 'invitation',
};

const of = (...kinds: RuleKind[]) => {
  const all: ReadonlySet<RuleKind> = new Set(kinds);
  return (kind: RuleKind) => all.has(kind);
};
/** A task of the shop, about nobody in particular. */
export const isOfShop = of('birthday_list', 'season');
/** A purchase is behind it. */
export const isOfVisit = of('new_card', 'first_purchase', 'big_purchase', 'milestone');
/** Its day is known before it comes. */
export const isAhead = of(
  'birthday',
  'important_date',
  'festival',
  'near_downgrade',
  'points_expiring',
  'voucher_expiring',
);
/** The book itself knows when: the clocks of a complaint, the plan of an event, the day of a list. */
export const isTimed = of('complaint_answer', 'complaint_solve', 'event_invitation', 'birthday_list');

export const word = (value: string): string => value.replaceAll('_', '-');

export function kindName(kind: RuleKind): string {
  return t(`care-trigger-${word(kind)}`);
}

/** The rules by group; groups without any are left out. */
export function grouped(rows: readonly RuleRow[]): { id: string; rows: RuleRow[] }[] {
  return GROUPS.map(({ id, kinds }) => ({
    id,
    rows: rows
      .filter(({ rule }) => kinds.includes(rule.plan.trigger.kind))
      .sort((a, b) => kinds.indexOf(a.rule.plan.trigger.kind) - kinds.indexOf(b.rule.plan.trigger.kind)),
  })).filter((group) => group.rows.length > 0);
}

/** 12月20日, of every year. */
function dayOfYear(month: number, date: number): string {
  const format = new Intl.DateTimeFormat(language(), {
    month: language() === 'en' ? 'short' : 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(Date.UTC(2024, month - 1, date, 12)));
}
const yuan = (amount: string) => money(amount, { short: true });

/** The figures of what it follows from: ¥2,000 起. */
function figures(trigger: Trigger, festivals: ReadonlyMap<string, string>): string[] {
  switch (trigger.kind) {
    case 'big_purchase':
      return [t('rules-said-least', { amount: yuan(trigger.least) })];
    case 'milestone':
      return [
        trigger.amounts.length > 3
          ? t('rules-said-amounts', {
              amounts: trigger.amounts.slice(0, 2).map(yuan).join(' / '),
              n: trigger.amounts.length,
            })
          : trigger.amounts.map(yuan).join(' / '),
      ];
    case 'top_spender':
      return [dayOfYear(trigger.month, trigger.day), ...(trigger.count > 1 ? [t('rules-said-top', trigger)] : [])];
    case 'birthday_list':
      return [t('rules-said-monthly', { day: trigger.day })];
    case 'season':
      return [trigger.days.map(([month, date]) => dayOfYear(month, date)).join(' / ')];
    case 'points_expiring':
      return [t('rules-said-points', { n: count(trigger.least) })];
    case 'festival': {
      const names = trigger.festivals.map((key) => festivals.get(key) ?? key);
      return names.length > 0 ? [names.join(' / ')] : [];
    }
    default:
      return [];
  }
}

/** When, counted from what it follows from: 前 3 天, 离店 30 分钟后, 满 6 个月. */
export function timing({ trigger, after_months, after_days, after_minutes }: CareRule['plan']): string {
  if (trigger.kind === 'complaint_answer') return t('rules-said-answer');
  if (trigger.kind === 'complaint_solve') return t('rules-said-solve');
  if (trigger.kind === 'event_invitation') return t('rules-said-invitation');
  if (trigger.kind === 'birthday_list') return '';
  if (after_minutes) return t('rules-said-minutes', { n: after_minutes });
  if (after_months > 0 && after_days === 0) return t('rules-said-months', { n: after_months });
  const days = after_days < 0 ? t('rules-said-before', { n: -after_days }) : t('rules-said-after', { n: after_days });
  if (after_months > 0) return `${t('rules-said-months', { n: after_months })} ${days}`;
  return after_days === 0 ? t('rules-said-same-day') : days;
}

export interface Names {
  level: (id: LevelId) => string | undefined;
  tag: (id: TagId) => string | undefined;
  festivals: ReadonlyMap<string, string>;
}

function conditions(asked: Conditions, names: Names): string[] {
  const level = asked.level ? names.level(asked.level) : undefined;
  const tags = asked.tags.flatMap((id) => names.tag(id) ?? []);
  return [
    ...(level ? [t('rules-said-level', { level })] : []),
    ...(tags.length > 0 ? [t('rules-said-tags', { tags: tags.join(' / ') })] : []),
    ...(asked.spent && asked.spent !== '0.00' ? [t('rules-said-spent', { amount: yuan(asked.spent) })] : []),
    ...(asked.categories.length > 0 ? [t('rules-said-categories', { words: asked.categories.join(' / ') })] : []),
    ...(asked.customers ? [t(`care-customers-${asked.customers}`)] : []),
  ];
}

/** What a rule says, in a line: ¥2,000 起 · 后 7 天 · 打电话 · 接待她的店员. */
export function ruleWords({ plan }: CareRule, names: Names): string {
  const { trigger } = plan;
  const within = trigger.kind === 'festival' ? (trigger.bought_within_months ?? 0) : 0;
  return [
    ...figures(trigger, names.festivals),
    timing(plan),
    ...(isOfShop(trigger.kind) ? [] : [t(`care-means-${plan.means}`), t(`care-who-${word(plan.who)}`)]),
    ...(within > 0 ? [t('rules-said-within', { n: within })] : []),
    ...conditions(plan.conditions, names),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The rule as it is saved when only its switch is turned. */
export function switched(rule: CareRule): SaveCareRule {
  return { id: rule.id, name: rule.name, plan: rule.plan, is_on: !rule.is_on };
}

/** What changes on the list of today, in one line. */
export function headline({ added, gone }: { added: number; gone: number }): string {
  if (added > 0 && gone > 0) return t('rules-try-both', { added: count(added), gone: count(gone) });
  if (added > 0) return t('rules-try-more', { n: count(added) });
  if (gone > 0) return t('rules-try-fewer', { n: count(gone) });
  return t('rules-try-same');
}

/** Why so many come or go. */
export function becauseWords({ why, own, tasks }: ChangeCount): string {
  return t(`rules-because-${why}`, { n: count(tasks), whose: own ? 'own' : 'others' });
}

export const comes = ({ why }: Pick<ChangedTask, 'why'>): boolean =>
  why === 'named' || why === 'sooner' || why === 'released';

/** Why this task comes or goes. */
export function changeWords({ task, why }: ChangedTask): string {
  if (why === 'held' && task.held) return heldWords(task.held);
  if (why === 'later') return t('rules-change-later', { day: day(task.due) });
  return why === 'named' ? whyWords(task) : t(`rules-change-${why}`);
}

/** How many fall on each of these days: 今天 3 · 11月23日 5. */
export function daysWords(days: readonly { day: string; tasks: number }[], today: string): string {
  return days.map((one) => `${one.day === today ? t('day-today') : plainDay(one.day)} ${count(one.tasks)}`).join(' · ');
}
