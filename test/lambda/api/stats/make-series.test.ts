import { describe, expect, test } from 'vitest';
import { makeSeries, type SeriesSource } from '../../../../lambda/api/stats/make-series.ts';

const series = (more: Partial<SeriesSource>) =>
  makeSeries({
    interval: 'day',
    days: new Map([
      ['2026-03-10', { statements: 3, items: 2 }],
      ['2026-03-13', { statements: 1, items: 1 }],
    ]),
    undated: { statements: 5, items: 4 },
    from: undefined,
    to: undefined,
    today: '2026-03-14',
    cutDays: [],
    truncated: false,
    countedThrough: null,
    ...more,
  });
const lines = (made: ReturnType<typeof series>) =>
  made.points.map(({ from, statements, incomplete = '' }) => `${from} ${statements} ${incomplete}`.trim());

describe('a series', () => {
  test('goes from the first day with something to today, which runs, and fills the gaps', () => {
    const made = series({});
    expect(lines(made)).toEqual([
      '2026-03-10 3',
      '2026-03-11 0',
      '2026-03-12 0',
      '2026-03-13 1',
      '2026-03-14 0 running',
    ]);
    expect(made).toMatchObject({ sparse: false, total: { statements: 9, items: 7 } });
  });

  test('goes over the whole range that is asked for, also where nothing is', () => {
    expect(lines(series({ from: '2026-03-08', to: '2026-03-11' })).slice(0, 2)).toEqual([
      '2026-03-08 0',
      '2026-03-09 0',
    ]);
    expect(lines(series({ days: new Map(), from: '2026-03-01', to: '2026-03-02' }))).toEqual([
      '2026-03-01 0',
      '2026-03-02 0',
    ]);
    expect(lines(series({ days: new Map() }))).toEqual([]);
  });

  test('sums weeks and months up, and says which the range cuts', () => {
    expect(lines(series({ interval: 'week', from: '2026-03-03', to: '2026-03-12' }))).toEqual([
      '2026-03-02 0 cut',
      '2026-03-09 4 running',
    ]);
    expect(lines(series({ interval: 'month', today: '2026-04-02', to: '2026-03-30' }))).toEqual(['2026-03-01 4 cut']);
  });

  test('begins where reading stopped, at a day that is cut', () => {
    expect(lines(series({ from: '2020-01-01', truncated: true, cutDays: ['2026-03-10'] }))[0]).toBe('2026-03-10 3 cut');
  });

  test('leaves out what is empty where there would be too many points', () => {
    const made = series({ from: '1000-01-01' });
    expect(made.sparse).toBe(true);
    expect(lines(made)).toEqual(['2026-03-10 3', '2026-03-13 1']);
  });
});
