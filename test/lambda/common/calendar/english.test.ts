import { describe, expect, it } from 'vitest';
import { cardinal, monthNumber, ordinal, weekdayNumber } from '../../../../lambda/common/calendar/english.ts';

describe('English calendar words', () => {
  it.each([
    ['January', 1],
    ['sept.', 9],
    ['DEC', 12],
    ['May', 5],
    ['mayor', null],
    ['ma', null],
  ])('month %s is %s', (word, number) => expect(monthNumber(word)).toBe(number));

  it.each([
    ['Sunday', 0],
    ['thurs.', 4],
    ['SAT', 6],
    ['sundae', null],
  ])('weekday %s is %s', (word, number) => expect(weekdayNumber(word)).toBe(number));

  it.each([
    ['12', 12],
    ['a', 1],
    ['Nineteen', 19],
    ['twenty-one', 21],
    ['ninety nine', 99],
    ['ten one', null],
    ['twenty eleven', null],
    ['many', null],
    ['', null],
  ])('cardinal %s is %s', (words, number) => expect(cardinal(words)).toBe(number));

  it.each([
    ['1st', 1],
    ['22nd', 22],
    ['Third', 3],
    ['twentieth', 20],
    ['thirds', null],
    ['', null],
  ])('ordinal %s is %s', (word, number) => expect(ordinal(word)).toBe(number));
});
