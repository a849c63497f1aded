import { describe, expect, it } from 'vitest';
import { readFigure, writeFigure } from './figures';

describe('typed figures', () => {
  it.each([
    ['12', 0, 12],
    ['１２', 0, 12],
    [' 1,200 ', 0, 1200],
    ['-5', 0, -5],
    ['−5', 0, -5],
    ['+5', 0, 5],
    ['1.5', 4, 15000],
    ['1。5', 4, 15000],
    ['1.50000', 4, 15000],
    ['0.0001', 4, 1],
    ['2', 4, 20000],
    ['-0', 0, 0],
    ['3.', 0, 3],
  ])('%s with %i places is %i', (typed, places, value) => {
    expect(readFigure(typed, places)).toBe(value);
  });
  it.each([
    ['', 0],
    ['1.5', 0],
    ['1.23456', 4],
    ['1,2', 0],
    ['一', 0],
    ['1e3', 0],
    ['99999999999999999999', 0],
    ['--1', 0],
  ])('%s with %i places is none', (typed, places) => {
    expect(readFigure(typed, places)).toBeNull();
  });
  it.each([
    [15000, 4, '1.5'],
    [10000, 4, '1'],
    [1, 4, '0.0001'],
    [0, 4, '0'],
    [-15000, 4, '-1.5'],
    [42, 0, '42'],
  ])('%i with %i places is written %s', (value, places, text) => {
    expect(writeFigure(value, places)).toBe(text);
    expect(readFigure(text, places)).toBe(value);
  });
});
