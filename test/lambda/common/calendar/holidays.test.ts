import { describe, expect, it } from 'vitest';
import { civilDay, formatDay } from '../../../../lambda/common/calendar/civil.ts';
import { HOLIDAYS, holidayDay } from '../../../../lambda/common/calendar/holidays.ts';

describe('holidayDay', () => {
  it.each([
    ['Christmas', 2023, '2023-12-25'],
    ["New Year's Eve", 2023, '2023-12-31'],
    ['Martin Luther King Jr. Day', 2024, '2024-01-15'],
    ['Easter Sunday', 2024, '2024-03-31'],
    ['Easter', 1961, '1961-04-02'],
    ['Good Friday', 2025, '2025-04-18'],
    ['Memorial Day', 2023, '2023-05-29'],
    ['labor day', 2023, '2023-09-04'],
    ['Columbus Day', 2023, '2023-10-09'],
    ['Thanksgiving Day', 2023, '2023-11-23'],
    ['July Fourth', 2022, '2022-07-04'],
  ])('%s %s is %s', (name, year, expected) => {
    const day = holidayDay(name, year);
    expect(day === null ? null : formatDay(civilDay(day))).toBe(expected);
  });

  it.each(['Sunday', 'Christmas tree', 'my Easter'])('%s is none', (name) => expect(holidayDay(name, 2023)).toBeNull());

  it('knows each of them in a leap year and a common one', () => {
    for (const { day } of HOLIDAYS) {
      expect(civilDay(day(2023)).year).toBe(2023);
      expect(civilDay(day(2024)).year).toBe(2024);
    }
  });
});
