/** The page of a customer. */
import type * as g from '../../src/api/generated';
import type { ProfileField } from '../../src/api/generated';
import { card as contactCard } from '../contacts';
import { fields } from './fields';
import { personOf, rowOf } from './people';
import { state } from './state';
import { visits } from './visits';

const asked = new URLSearchParams(globalThis.location?.search ?? '');

export function page(id: number): g.CustomerPage {
  const row = rowOf(id);
  const bare = asked.get('empty') !== null || id % 5 === 2;
  const full = !bare;
  const filled = (field: ProfileField): boolean => (state.values.get(field.id)?.length ?? 0) > 0;
  const entries: g.ProfileEntry[] = fields
    .filter((field) => !field.is_builtin && field.is_on)
    .map((field) => ({
      field: field.id,
      key: field.key,
      label: field.label,
      part: field.part,
      kind: field.kind,
      options: field.options,
      is_sensitive: field.is_sensitive,
      values: full ? (state.values.get(field.id) ?? []) : [],
    }));
  const open = fields.filter((field) => !field.is_builtin && field.is_on && (bare || !filled(field)) && field.question);
  return {
    customer: {
      id,
      status: 'active',
      merged_into: null,
      fields: {
        name: row.name,
        member_no: row.member_no,
        nickname: full ? '单姐' : null,
        phones: row.phone ? [row.phone] : [],
        gender: 'f',
        birthday: full ? { calendar: 'lunar', year: 1985, month: 8, day: 3, leap: false } : null,
        age_band: null,
        wechat: full ? row.phone : null,
        email: null,
        address: null,
        preferred_channel: full ? 'wechat' : null,
        source: full ? '朋友介绍' : null,
        referrer: full ? 12 : null,
        staff: full ? 2 : null,
        joined_on: row.joined_on,
        note: null,
      },
    },
    staff_name: full ? '小夏' : null,
    referrer: full ? personOf(12) : null,
    birthday: full
      ? {
          date: { calendar: 'lunar', year: 1985, month: 8, day: 3, leap: false },
          text: '农历1985年八月初三',
          next: '2027-09-03',
          days_until: 286,
          age: 41,
        }
      : null,
    figures: full
      ? {
          visits: row.visits,
          visits_12_months: 9,
          purchases: 36,
          net_spend: row.net_spend,
          spend_12_months: '18640.00',
          average_ticket: '2071.11',
          pieces_per_purchase: 240,
          first_purchase: '2019-03-08',
          last_purchase: '2026-10-29',
          last_visit: '2026-10-29',
          days_since_visit: 23,
          usual_interval: 31,
        }
      : {
          visits: 0,
          visits_12_months: 0,
          purchases: 0,
          net_spend: '0.00',
          spend_12_months: '0.00',
          average_ticket: null,
          pieces_per_purchase: null,
          first_purchase: null,
          last_purchase: null,
          last_visit: null,
          days_since_visit: null,
          usual_interval: null,
        },
    level: full
      ? {
          level: 3,
          name: '金卡',
          rank: 2,
          since: '2025-03-03',
          keeps_until: '2027-03-03',
          keep: [],
          keep_any: true,
          next: '钻石',
          reach: [{ metric: 'spend_last_12_months', missing: 216_000 }],
          reach_any: true,
          progress: 78,
          pay_percent: 90,
        }
      : {
          level: 1,
          name: '普通会员',
          rank: 0,
          since: null,
          keeps_until: null,
          keep: [],
          keep_any: true,
          next: '银卡',
          reach: [
            { metric: 'spend_last_12_months', missing: 300_000 },
            { metric: 'single_purchase', missing: 200_000 },
          ],
          reach_any: true,
          progress: 0,
          pay_percent: 100,
        },
    points: full
      ? { balance: 1264, expiring: 320, expires_on: '2026-12-31' }
      : { balance: 0, expiring: null, expires_on: null },
    completeness: full ? { overall: 71, hard: 82, soft: 64 } : { overall: 5, hard: 25, soft: 0 },
    questions: open.slice(0, 2).map((field) => ({
      field: field.id,
      label: field.label,
      text: field.question!,
      gain: 6,
      observed: field.asking.observed,
    })),
    profile: entries,
    dates: full
      ? [
          {
            id: 1,
            label: '结婚纪念日',
            view: {
              date: { calendar: 'solar', year: 2012, month: 12, day: 1, leap: false },
              text: '2012年12月1日',
              next: '2026-12-01',
              days_until: 10,
              age: 13,
            },
          },
        ]
      : [],
    relations: full ? [{ id: 1, kind: 'friend', person: personOf(12), note: '常一起来' }] : [],
    tags: full ? state.tags : [],
    notes: full ? state.notes : [],
    wishes: full ? state.wishes.filter((wish) => wish.status === 'open') : [],
    vouchers: full
      ? [
          {
            id: 1,
            kind: 'second_visit',
            visit: null,
            amount_off: '50.00',
            percent_off: null,
            min_spend: '300.00',
            valid_from: '2026-10-30',
            valid_to: '2026-12-29',
          },
        ]
      : [],
    benefits: full ? [{ id: 1, name: '免费干洗 1 次', valid_to: '2026-12-31' }] : [],
    referrals: { brought: 0, spend: '0.00', since: '0.00', chain: 0, chain_spend: '0.00', chain_since: '0.00' },
    birthday_privilege:
      asked.get('birthday') !== null ? { from: '2026-11-18', to: '2026-11-24', pay_percent: 70, used: false } : null,
    contact: contactCard(full),
    visits: full ? visits : [],
    complaints_open: [],
    complaints_solved: 0,
    more_visits: full,
  };
}
