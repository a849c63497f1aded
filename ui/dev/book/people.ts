/** 100,000 people, each made from her number; the first is told in full. */
import type * as g from '../../src/api/generated';

export const TODAY = '2026-11-21';

export const staff: g.Staff[] = [
  { id: 1, name: '燕子', role: 'owner', is_active: true },
  { id: 2, name: '小夏', role: 'clerk', is_active: true },
  { id: 3, name: '阿青', role: 'clerk', is_active: true },
];

const SURNAMES = ['单', '曾', '欧阳', '王', '李', '周', '陈', '林', '尉迟', '何', '解', '仇', '吴', '沈', '叶', '顾'];
const GIVEN = [
  '晓燕',
  '雅琴',
  '思远',
  '曼',
  '若兰',
  '佳怡',
  '文静',
  '海棠',
  '秋',
  '慧敏',
  '子衿',
  '明珠',
  '小满',
  '丽华',
];
export const LEVELS = ['普通会员', '银卡', '金卡', '钻石'];

const phoneOf = (id: number): string => `138${String(10_000_000 + ((id * 7919) % 89_999_999)).slice(0, 8)}`;
const nameOf = (id: number): string => SURNAMES[id % SURNAMES.length]! + GIVEN[(id * 5) % GIVEN.length]!;
export const dayBack = (days: number): string =>
  new Date(Date.parse(`${TODAY}T12:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
export const amount = (fen: number): string =>
  `${fen < 0 ? '-' : ''}${Math.trunc(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;

export const MANY = 100_000;
export function rowOf(id: number): g.CustomerRow {
  if (id === 1) {
    return {
      id: 1,
      member_no: 'K000001',
      name: '单晓燕',
      phone: '13800134217',
      level: '金卡',
      level_rank: 2,
      points: 1264,
      net_spend: '86420.00',
      visits: 41,
      last_visit: '2026-10-29',
      completeness: 71,
      staff: '小夏',
      joined_on: '2019-03-08',
    };
  }
  const visits = id % 7 === 3 ? 0 : 1 + ((id * 13) % 40);
  const rank = visits > 30 ? 3 : visits > 20 ? 2 : visits > 8 ? 1 : 0;
  return {
    id,
    member_no: `K${String(id).padStart(6, '0')}`,
    name: id === 6 ? '欧阳娜娜木措卓玛阿依古丽·买买提江·吐尔逊古丽的妈妈介绍来的朋友小单单晓燕老师一' : nameOf(id),
    phone: id % 9 === 4 ? null : phoneOf(id),
    level: LEVELS[rank]!,
    level_rank: rank,
    points: visits * 73,
    net_spend: amount(visits * 41_300 + (id % 100) * 100),
    visits,
    last_visit: visits === 0 ? null : dayBack((id * 3) % 700),
    completeness: (id * 17) % 101,
    staff: id % 4 === 0 ? null : staff[id % 3]!.name,
    joined_on: dayBack(((id * 11) % 2400) + 1),
  };
}
export const personOf = (id: number): g.Person => {
  const { name, member_no, phone } = rowOf(id);
  return { id, name, member_no, phone };
};
