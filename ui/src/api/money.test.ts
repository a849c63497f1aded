import { describe, expect, it } from 'vitest';
import { fromWire, money, readTyped, sum, toWire } from './money';

describe('the wire', () => {
  it.each([
    ['0.00', 0],
    ['299.00', 29900],
    ['299.5', 29950],
    ['-12.50', -1250],
    ['0.01', 1],
    ['-0.01', -1],
    ['100000000.00', 10_000_000_000],
    ['9747747.93', 974774793],
  ])('%s is %i fen', (text, fen) => {
    expect(fromWire(text)).toBe(fen);
  });
  it('comes back the same', () => {
    for (const fen of [0, 1, -1, 99, -99, 100, 974774793, -10_000_000_000]) expect(fromWire(toWire(fen))).toBe(fen);
  });
  it.each(['', '-', '.5', '1.', '1.005', '1e3', '1,000', '¥5', ' 5', '99999999999999999999'])('refuses %j', (text) => {
    expect(() => fromWire(text)).toThrow(TypeError);
  });
});

describe('what a hand types', () => {
  it.each([
    ['299', 29900],
    ['２９９．５', 29950],
    [' ¥1,299.00 ', 129900],
    ['￥88', 8800],
    ['88元', 8800],
    ['88。5', 8850],
    ['−30', -3000],
    ['-¥30', -3000],
    ['12，000', 1200000],
    ['-0', 0],
  ])('%j is %i fen', (typed, fen) => {
    expect(readTyped(typed)).toBe(fen);
  });
  it.each(['', '1,5', '12,00', '1.234', 'abc', '5块', '1.2.3', '--5'])('%j is no amount', (typed) => {
    expect(readTyped(typed)).toBeNull();
  });
});

describe('money as shown', () => {
  it.each([
    [348000, '¥3,480.00'],
    [-59900, '−¥599.00'],
    [0, '¥0.00'],
    [5, '¥0.05'],
    [100000000000, '¥1,000,000,000.00'],
  ])('%i fen reads %s', (fen, text) => {
    expect(money(fen)).toBe(text);
  });
  it('drops only empty fen when short', () => {
    expect(money(1864000, { short: true })).toBe('¥18,640');
    expect(money(1864050, { short: true })).toBe('¥18,640.50');
  });
  it('takes the wire as it comes', () => {
    expect(money('-12.5', { bare: true })).toBe('−12.50');
    expect(money('12.5', { signed: true })).toBe('+¥12.50');
  });
  it('adds without floats', () => {
    expect(sum(['0.10', '0.20', 5])).toBe(35);
  });
});
