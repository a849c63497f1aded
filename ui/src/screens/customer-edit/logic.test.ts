import { describe, expect, it } from 'vitest';
import { fields as catalogue } from '../../../dev/book';
import type { CustomerFields } from '../../api/generated';
import { answersOf, blankDraft, differs, draftOf, fieldsOf, filledIn, formField, groupOf, worthAsking } from './logic';

const full: CustomerFields = {
  name: '单晓燕',
  member_no: 'K000001',
  nickname: '单姐',
  phones: ['13800134217', '021-6333 1122'],
  gender: 'f',
  birthday: { calendar: 'lunar', year: null, month: 8, day: 3, leap: false },
  age_band: '30s',
  wechat: '13800134217',
  email: 'yan@example.com',
  address: '长乐路 12 号',
  preferred_channel: 'wechat',
  source: '朋友介绍',
  referrer: 12,
  staff: 2,
  joined_on: '2019-03-08',
  note: '先看新款',
};

describe('the draft', () => {
  it('gives back what it was made of, field by field', () => {
    expect(fieldsOf(draftOf(full, { id: 12, name: '林秋' }))).toEqual(full);
  });
  it('sends blanks as nothing', () => {
    const draft = { ...blankDraft({}), name: ' 曾丽 ', phones: [' 139 0000 0001 ', '', '  '], wechat: '  ' };
    expect(fieldsOf(draft)).toMatchObject({ name: '曾丽', phones: ['139 0000 0001'], wechat: null, gender: null });
  });
  it('takes over what was typed into the search box', () => {
    expect(fieldsOf(blankDraft({ phone: '13800134217' })).phones).toEqual(['13800134217']);
    expect(blankDraft({ name: '尉迟敏' }).name).toBe('尉迟敏');
  });
  it('differs by words, not by blanks', () => {
    const draft = draftOf(full, { id: 12, name: '林秋' });
    expect(differs(draft, { ...draft, phones: [...draft.phones, ''], name: '单晓燕 ' })).toBe(false);
    expect(differs(draft, { ...draft, note: '' })).toBe(true);
    expect(differs(draft, { ...draft, birthday: null })).toBe(true);
  });
});

describe('the groups', () => {
  it('say where a field stands, and what is always in sight stands in none', () => {
    expect(['birthday', 'wechat', 'referrer', 'note', 'name', 'phones.0'].map(groupOf)).toEqual([
      'about',
      'reach',
      'came',
      'note',
      undefined,
      undefined,
    ]);
  });
  it('count what is filled', () => {
    const draft = draftOf(full, { id: 12, name: '林秋' });
    expect([filledIn(draft, 'about'), filledIn(draft, 'came'), filledIn(blankDraft({}), 'about')]).toEqual([4, 4, 0]);
  });
});

it.each([
  ['138', false],
  ['138 0013', true],
  ['１３８００１３', true],
  ['abc', false],
])('asking who has %s: %s', (phone, worth) => {
  expect(worthAsking(phone)).toBe(worth);
});

describe('answers to the catalogue', () => {
  const [top] = catalogue.filter(({ key }) => key === 'top_size');
  const [colour] = catalogue.filter(({ key }) => key === 'colour');
  const both = [top!, colour!];
  it('leave out what nothing was said about, and keep own words beside ticks', () => {
    expect(answersOf(both, {})).toEqual([]);
    expect(
      answersOf(both, {
        [colour!.id]: { ticked: ['黑', '白'], typed: ' 墨绿 ' },
        [top!.id]: { ticked: ['M'], typed: '' },
      }),
    ).toEqual([
      { field: top!.id, values: ['M'] },
      { field: colour!.id, values: ['黑', '白', '墨绿'] },
    ]);
  });
  it('are found again from the path of a failure', () => {
    const answers = answersOf(both, { [colour!.id]: { ticked: ['黑'], typed: '' } });
    expect(formField('answers.0', answers)).toBe(`answer-${colour!.id}`);
    expect(formField('phones.1', answers)).toBe('phones.1');
  });
});
