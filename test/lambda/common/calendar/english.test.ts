import { describe, expect, it } from 'vitest';
import { monthNumber, weekdayNumber } from '../../../../lambda/common/calendar/english.ts';

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
});
