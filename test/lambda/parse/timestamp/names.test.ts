import { describe, expect, it } from 'vitest';
import { isWeekday, monthOfWord } from '../../../../lambda/parse/timestamp/names.ts';

describe('monthOfWord', () => {
  it.each([
    ['November', null, 11],
    ['nov', null, 11],
    ['février', null, 2],
    ['FÉVR', null, 2],
    ['Ağustos', null, 8],
    ['ноября', null, 11],
    ['نوفمبر', null, 11],
    ['Ιούλ', null, 7],
    ['srpen', 'cs', 8],
    ['lis', 'pl', 11],
    ['lis', 'hr-HR', 10],
    ['jui', 'fr', null],
    ['lis', null, null],
    ['zzz', null, null],
    ['no', null, null],
  ])('%s in %s is %s', (word, language, month) => {
    expect(monthOfWord(word, language)).toBe(month);
  });
});

it('isWeekday knows the days of many languages', () => {
  expect(['Sunday', 'Thurs', 'dimanche', 'الأحد', 'воскресенье'].map(isWeekday)).toEqual(Array(5).fill(true));
  expect(['March', 'Article', ''].map(isWeekday)).toEqual([false, false, false]);
});
