import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  civilDay,
  dayNumber,
  daysInMonth,
  formatDay,
  isCivilDay,
  isoWeek,
  parseDay,
  weekday,
} from '../../../../lambda/common/calendar/civil.ts';

describe('civil days', () => {
  it.each([
    [1970, 1, 1, 0],
    [1969, 12, 31, -1],
    [2000, 2, 29, 11_016],
    [2026, 11, 23, 20_780],
  ])('numbers %i-%i-%i as %i', (year, month, day, number) => {
    expect(dayNumber({ year, month, day })).toBe(number);
    expect(civilDay(number)).toEqual({ year, month, day });
  });

  it('returns to the same day from any number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_000_000 }), (number) => dayNumber(civilDay(number)) === number),
    );
  });

  it.each([
    [2023, 2, 28],
    [2024, 2, 29],
    [1900, 2, 28],
    [2000, 2, 29],
    [2023, 12, 31],
  ])('month %i-%i has %i days', (year, month, days) => {
    expect(daysInMonth(year, month)).toBe(days);
  });

  it('never rolls an impossible day over', () => {
    expect(isCivilDay({ year: 2023, month: 2, day: 30 })).toBe(false);
    expect(isCivilDay({ year: 2023, month: 13, day: 1 })).toBe(false);
    expect(parseDay('2023-02-30')).toBeNull();
    expect(parseDay('next week')).toBeNull();
    expect(parseDay('2023-02-28T10:00:00Z')).toEqual({ year: 2023, month: 2, day: 28 });
  });

  it('knows weekdays before and after 1970', () => {
    expect(weekday(dayNumber({ year: 2026, month: 11, day: 23 }))).toBe(1);
    expect(weekday(dayNumber({ year: 1969, month: 7, day: 20 }))).toBe(0);
  });

  it.each([
    ['2021-01-03', 2020, 53],
    ['2021-01-04', 2021, 1],
    ['2023-11-12', 2023, 45],
    ['2024-12-30', 2025, 1],
  ])('puts %s into week %i-W%i', (text, year, week) => {
    const day = parseDay(text);
    expect(day && isoWeek(dayNumber(day))).toEqual({ year, week });
    expect(day && formatDay(day)).toBe(text);
  });
});
