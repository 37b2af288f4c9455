import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../../../lambda/common/calendar/civil.ts';
import {
  centuryPeriod,
  dayPeriod,
  decadePeriod,
  halfPeriod,
  monthPeriod,
  type Period,
  quarterPeriod,
  seasonPeriod,
  spanPeriod,
  timePeriod,
  weekendPeriod,
  weekPeriod,
  yearPeriod,
  yearsLater,
} from '../../../../lambda/common/calendar/period.ts';

const day = (year: number, month: number, date: number): number => dayNumber({ year, month, day: date });

const PERIODS: [period: Period, value: string, from: string, to: string][] = [
  [dayPeriod(day(2023, 12, 31)), '2023-12-31', '2023-12-31', '2024-01-01'],
  [timePeriod(day(2024, 2, 28), 'T15:00'), '2024-02-28T15:00', '2024-02-28', '2024-02-29'],
  [weekPeriod(day(2021, 1, 3)), '2020-W53', '2020-12-28', '2021-01-04'],
  [weekendPeriod(day(2023, 11, 15)), '2023-W46-WE', '2023-11-18', '2023-11-20'],
  [monthPeriod(2023, 12), '2023-12', '2023-12-01', '2024-01-01'],
  [quarterPeriod(2023, 4), '2023-Q4', '2023-10-01', '2024-01-01'],
  [halfPeriod(2023, 1), '2023-H1', '2023-01-01', '2023-07-01'],
  [seasonPeriod(2024, 'WI'), '2024-WI', '2023-12-01', '2024-03-01'],
  [seasonPeriod(2024, 'FA'), '2024-FA', '2024-09-01', '2024-12-01'],
  [yearPeriod(2023), '2023', '2023-01-01', '2024-01-01'],
  [decadePeriod(199), '199', '1990-01-01', '2000-01-01'],
  [centuryPeriod(18), '18', '1800-01-01', '1900-01-01'],
];

describe('periods', () => {
  it.each(PERIODS)('%o', (period, value, from, to) => {
    expect(period).toMatchObject({ value, from, to });
  });

  it('are half-open and never empty', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (number) => {
        for (const period of [dayPeriod(number), weekPeriod(number), weekendPeriod(number)]) {
          expect(period.from < period.to).toBe(true);
        }
      }),
    );
  });
});

describe('spanPeriod', () => {
  it('reaches from the first to the end of the last', () => {
    expect(spanPeriod(monthPeriod(2020, 3), monthPeriod(2020, 5))).toMatchObject({
      value: '2020-03/2020-05',
      from: '2020-03-01',
      to: '2020-06-01',
    });
  });
  it('is null for ends in the wrong order', () => {
    expect(spanPeriod(yearPeriod(2020), yearPeriod(2019))).toBeNull();
  });
});

describe('yearsLater', () => {
  it.each([
    [yearPeriod(2020), -1, '2019'],
    [quarterPeriod(2023, 3), -1, '2022-Q3'],
    [monthPeriod(2023, 3), 2, '2025-03'],
    [halfPeriod(2023, 2), -1, '2022-H2'],
    [seasonPeriod(2023, 'SU'), -4, '2019-SU'],
    [dayPeriod(day(2024, 2, 29)), -1, '2023-02-28'],
  ])('%o and %s years', (period, years, value) => expect(yearsLater(period, years)?.value).toBe(value));

  it.each([weekPeriod(day(2023, 1, 9)), decadePeriod(199)])('is null for %o', (period) => {
    expect(yearsLater(period, 1)).toBeNull();
  });
});
