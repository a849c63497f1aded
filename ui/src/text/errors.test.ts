import { beforeEach, describe, expect, it } from 'vitest';
import { asFailure, CallFailure } from '../api/client';
import { errorAt, failureWords, fieldWords, furtherWords } from './errors';
import { setToday } from './format.svelte';
import { setLanguage } from './i18n.svelte';

beforeEach(() => {
  setLanguage('zh-CN');
  setToday('2026-11-21');
});

describe('the words of a failure', () => {
  it('say what happened, what is safe, what to do', () => {
    const words = failureWords(new CallFailure({ code: 'disk_full' }));
    expect(words.what).toBe('磁盘满了');
    expect(furtherWords(words)).toBe('这一步没有存，之前存的都在。腾出一点空间再试；备份和导出也可以换一个盘。');
    setLanguage('en');
    expect(furtherWords(failureWords(new CallFailure({ code: 'disk_full' })))).toBe(
      'This step was not saved; everything before it is. Make some room and try again; a copy or an export can go to another disk.',
    );
  });
  it('fit on one line under a field', () => {
    const failure = new CallFailure({ code: 'too_long', field: 'name', params: { max: '40' } });
    expect(fieldWords(failure)).toBe('写得太长了，最多 40 个字。');
    setLanguage('en');
    expect(fieldWords(failure)).toBe('This is too long. At most 40 characters.');
  });
  it('leave out a sentence whose figure did not come along', () => {
    expect(fieldWords(new CallFailure({ code: 'out_of_range', field: 'year' }))).toBe('超出范围了');
  });
  it('show days and amounts as everywhere else', () => {
    const why = (params: Record<string, string>) =>
      failureWords(new CallFailure({ code: 'voucher_not_usable', params })).what;
    expect(why({ why: 'expired', day: '2026-10-31' })).toBe('这张券10月31日就到期了');
    expect(why({ why: 'below_minimum', short: '120.00' })).toBe('还差 ¥120.00 才够这张券的最低消费');
    expect(why({})).toBe('这张券这次用不了');
  });
  it('exist for what was thrown by a fault of our own', () => {
    expect(asFailure(new TypeError('x')).code).toBe('internal');
    expect(asFailure({ code: 'file_busy' }).code).toBe('file_busy');
  });
});

describe('the place of a failure', () => {
  const failure = new CallFailure({ code: 'price_invalid', field: 'lines.0.price' });
  it('is its own field', () => {
    expect(errorAt(failure, 'lines.0.price')).toContain('成交价不对');
    expect(errorAt(failure, 'lines.1.price')).toBeUndefined();
    expect(errorAt(failure, 'lines')).toBeUndefined();
  });
  it('is the whole list when nobody nearer shows it', () => {
    expect(errorAt(failure, 'lines', true)).toContain('成交价不对');
  });
  it('is nowhere without a failure', () => {
    expect(errorAt(undefined, 'name')).toBeUndefined();
  });
});
