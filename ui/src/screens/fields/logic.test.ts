import { describe, expect, it } from 'vitest';
import { fields } from '../../../dev/book';
import type { ProfileField } from '../../api/generated';
import { asSaved, draftOf, halfShare, movedPosition, readOptions, requestOf, share } from './logic';

const total = (list: readonly ProfileField[]) => list.reduce((all, field) => all + share(list, field), 0);

describe('the weights', () => {
  it('are a fifth and four fifths, and all fields together make the whole', () => {
    expect([halfShare(fields, 'hard'), halfShare(fields, 'soft')]).toEqual([20, 80]);
    expect(total(fields)).toBeCloseTo(100, 9);
  });
  it('leave all to the other half when nothing counts in one', () => {
    const hardOnly = fields.map((field) => ({ ...field, is_on: field.part === 'hard' }));
    expect([halfShare(hardOnly, 'hard'), halfShare(hardOnly, 'soft')]).toEqual([100, 0]);
    expect(total(hardOnly)).toBeCloseTo(100, 9);
  });
  it('give nothing to a field that is off or weighs nothing', () => {
    const style = fields.find(({ key }) => key === 'style')!;
    expect(share(fields, { ...style, is_on: false })).toBe(0);
    expect(share(fields, { ...style, weight: 0 })).toBe(0);
  });
});

describe('moving', () => {
  // As the core places it: taken out, then put in at the position.
  const moved = (list: readonly ProfileField[], id: number, by: -1 | 1) => {
    const position = movedPosition(list, id, by);
    if (position === undefined) return undefined;
    const rest = list.filter((field) => field.id !== id);
    return [...rest.slice(0, position), list.find((field) => field.id === id)!, ...rest.slice(position)];
  };
  it('swaps with the neighbour of its own half, even across the other half', () => {
    const mixed = ['hard', 'soft', 'hard', 'soft'].map(
      (part, at) => ({ ...fields[0]!, id: at + 1, part }) as ProfileField,
    );
    expect(
      moved(mixed, 1, 1)!
        .filter(({ part }) => part === 'hard')
        .map(({ id }) => id),
    ).toEqual([3, 1]);
    expect(
      moved(mixed, 4, -1)!
        .filter(({ part }) => part === 'soft')
        .map(({ id }) => id),
    ).toEqual([4, 2]);
  });
  it('there and back again changes nothing', () => {
    const there = moved(fields, 16, 1)!;
    expect(moved(there, 16, -1)!.map(({ id }) => id)).toEqual(fields.map(({ id }) => id));
  });
  it('stops at both ends', () => {
    expect(movedPosition(fields, fields[0]!.id, -1)).toBeUndefined();
    expect(movedPosition(fields, fields.at(-1)!.id, 1)).toBeUndefined();
  });
});

describe('the form', () => {
  it('gives back a field as it was', () => {
    for (const field of fields) expect(requestOf(draftOf(field, field.part), field)).toEqual(asSaved(field));
  });
  it('makes a new one of the half it was asked from', () => {
    const draft = {
      ...draftOf(undefined, 'soft'),
      label: ' 咖啡口味 ',
      kind: 'multi' as const,
      options: '美式\n拿铁、手冲\n\n美式',
    };
    expect(requestOf(draft, undefined)).toMatchObject({
      id: null,
      label: '咖啡口味',
      part: 'soft',
      options: ['美式', '拿铁', '手冲'],
      is_on: true,
      question: null,
    });
  });
  it('drops options where nothing is chosen from', () => {
    expect(requestOf({ ...draftOf(undefined, 'hard'), kind: 'text', options: 'a\nb' }, undefined).options).toEqual([]);
  });
  it('reads options by line and comma', () => {
    expect(readOptions(' S ,M，L\nXL\n')).toEqual(['S', 'M', 'L', 'XL']);
  });
});
