import { beforeEach, expect, it } from 'vitest';
import type { StatusPreview } from '../../api/generated';
import { setLanguage } from '../../text/i18n.svelte';
import { leavingWords } from './leaving';

const much: StatusPreview = {
  status: 'active',
  points: 1280,
  vouchers: 2,
  benefits: 0,
  tasks: 3,
  complaints: 1,
  events: 1,
};
const nothing: StatusPreview = { ...much, points: 0, vouchers: 0, tasks: 0, complaints: 0, events: 0 };

beforeEach(() => setLanguage('zh-CN'));

it('says beforehand what stays, what rests, and where she is found', () => {
  const told = leavingWords(much, 'cancelled');
  expect(told).toEqual([
    '到店和消费留作账目，等级和档案里记的也都留着。',
    '1,280 积分、2 张券先放着，恢复前不能用；有期限的到期照常过期。',
    '3 件待办停下来，今后也不再给她发消息。',
    '她还在 1 场活动的名单上，来不来要另外跟她说好。',
    '1 件没办完的投诉照旧要办。',
    '搜索还找得到，会标着「已收起或退会」；平时的名单、查重和群发里没有她。',
    '她再来买，先恢复档案再记；退货不用恢复。',
    '随时能恢复，恢复了都接着用。',
  ]);
});

it('says nothing of what she does not have', () => {
  expect(leavingWords(nothing, 'archived')).toEqual([
    '到店、消费、等级和档案里记的，一样都不少。',
    '今后不再给她排待办，也不再发消息。',
    '搜索还找得到，会标着「已收起或退会」；平时的名单、查重和群发里没有她。',
    '她再来买，先恢复档案再记；退货不用恢复。',
    '随时能恢复，恢复了都接着用。',
  ]);
});

it('says what is there again when she comes back', () => {
  expect(leavingWords(much, 'active')).toEqual([
    '到店、消费、等级和档案里记的，一样都不少。',
    '1,280 积分、2 张券又能用了。',
    '平时的名单、查重里又有她，待办照旧排，消息照她的意愿发。',
  ]);
});
