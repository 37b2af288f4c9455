import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../../../lambda/common/calendar/civil.ts';
import { nearestYear } from '../../../../lambda/common/calendar/nearest-year.ts';

const from = dayNumber({ year: 2023, month: 11, day: 15 });

describe('nearestYear', () => {
  it.each([
    [11, 12, undefined, 2023],
    [3, 1, undefined, 2024],
    [6, 1, undefined, 2023],
    [3, 1, { before: 1, after: 3 }, 2023],
    [10, 1, { before: 9, after: 1 }, 2024],
    [2, 29, undefined, 2024],
    [2, 30, undefined, null],
  ])('month %s, day %s, weights %j: %s', (month, day, weights, year) => {
    expect(nearestYear(from, month, day, weights)).toBe(year);
  });
});
