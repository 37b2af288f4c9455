import { describe, expect, it } from 'vitest';
import { formatDay } from '../../../../lambda/common/calendar/civil.ts';
import { DAY_LAYOUTS, type DayParts } from '../../../../lambda/parse/timestamp/day-layouts.ts';

const SAMPLES: Record<string, { fits: [string, string, Partial<DayParts>?]; not: [string, Partial<DayParts>?] }> = {
  'day-month-year': { fits: ['9 m3 2021', '2021-03-09'], not: ['m3 9 2021'] },
  'month-day-year': { fits: ['m3 9 21', '2021-03-09'], not: ['9 m3 21'] },
  'year-month-day': { fits: ['2021 03 09', '2021-03-09'], not: ['21 03 09'] },
  'short-year-first': { fits: ['21 03 09', '2021-03-09', { separator: '-' }], not: ['21 03 09', { separator: '.' }] },
  numbers: { fits: ['9 3 2021', '2021-03-09', { separator: '.' }], not: ['9 3'] },
  'month-year': { fits: ['m3 2021', '2021-03-01'], not: ['m3 21'] },
  'year-month': { fits: ['2021 3', '2021-03-01', { separator: '-' }], not: ['2021 3', { separator: ' ' }] },
  'truncated-year-month': { fits: ['2103', '2021-03-01', { truncated: true }], not: ['2103'] },
  compact: { fits: ['20210309', '2021-03-09'], not: ['2021030'] },
  year: { fits: ['2021', '2021-01-01'], not: ['21'] },
};

describe.each(DAY_LAYOUTS.map((layout) => [layout.name, layout] as const))('%s', (name, layout) => {
  const read = (shape: string, given: Partial<DayParts> = {}) => {
    const tokens = shape.split(' ');
    const parts: DayParts = { tokens, separator: '', truncated: false, language: null, ...given };
    return layout.pattern.test(shape) ? layout.read(tokens, parts) : null;
  };
  it('reads its own order and no other', () => {
    const sample = SAMPLES[name]!;
    const [shape, day, given] = sample.fits;
    expect(formatDay(read(shape, given)!)).toBe(day);
    expect(read(...sample.not)).toBeNull();
  });
});
