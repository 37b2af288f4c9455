import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOutlets } from '../../../../lambda/api/kernel/outlets.ts';
import { statementStatsQuerySchema } from '../../../../lambda/api/stats/query.ts';
import { statementStats } from '../../../../lambda/api/stats/statement-stats.ts';
import type { StatementStats } from '../../../../lambda/api/stats/stats-shapes.ts';
import { rollup } from '../../../../lambda/pipeline/rollup/rollup.ts';
import { feed } from '../../../support/articles.ts';
import { openQueryApp, type QueryApp } from '../../../support/query-app.ts';
import { quietLog } from '../../../support/quiet-log.ts';

let query: QueryApp;
beforeAll(async () => {
  query = await openQueryApp();
  await query.store.feeds.put(feed('harbour-post', 'Harbour Post'));
  const tide = 'A long report on the tide that two papers have word for word. '.repeat(4);
  await query.save(
    {
      name: 'old',
      publishedAt: '2026-01-20T08:00:00Z',
      statements: [{ text: 'The quay is old', role: 'harbour master', confidence: 0.95 }],
    },
    {
      name: 'tide',
      title: tide,
      publishedAt: '2026-03-10T08:00:00Z',
      statements: [
        { text: 'High water comes', role: 'harbour master', confidence: 0.9 },
        { text: 'Low water goes', speaker: 'Jo Bell', type: 'indirect', confidence: 0.7 },
        { text: 'Nobody knows', speaker: null, type: 'indirect', confidence: 0.4 },
        { text: 'We saw it', speaker: 'residents', kind: 'group' },
      ],
    },
    { name: 'bare', publishedAt: '2026-03-11T08:00:00Z', tags: ['sea', 'sea', 'quay'] },
    {
      name: 'no date',
      feedId: 'quay-news',
      publishedAt: null,
      storedAt: '2026-03-12T08:00:00Z',
      statements: [{ text: 'No date here' }],
    },
    { name: 'today', publishedAt: '2026-03-15T09:00:00Z', statements: [{ text: 'It runs' }] },
  );
  await rollup({ store: query.store, clock: query.clock, log: quietLog() });
});
afterAll(() => query.close());

const points = ({ series }: StatementStats) =>
  series.points.flatMap(({ from, statements, items, incomplete }) =>
    statements + items > 0 ? [`${from} ${statements} ${items} ${incomplete ?? ''}`.trim()] : [],
  );
const read = (parameters: Record<string, string>, mostRead?: number) => {
  const { store, clock } = query;
  const reading = { store, clock, outlets: createOutlets(store.feeds, clock) };
  return statementStats(
    statementStatsQuerySchema.parse(parameters),
    reading,
    mostRead === undefined ? {} : { mostRead },
  );
};
const counts = (values: { value: string; count: number }[]) => values.map(({ value, count }) => `${value} ${count}`);

describe('statements over time', () => {
  const all = ['2026-01-20 1 1', '2026-03-10 4 1', '2026-03-15 1 1 running'];

  test('are counted by the day of their article; undated ones apart', async () => {
    const { body } = await query.get('/v1/stats/statements');
    expect(points(body)).toEqual(all);
    expect(body.series).toMatchObject({
      undated: { statements: 1, items: 1 },
      total: { statements: 7, items: 4 },
      truncated: false,
      countedThrough: null,
    });
  });

  test('come from the hourly counts behind the bound, with the same figures, and so do facets', async () => {
    const whole = await read({});
    expect(whole.facets.truncated).toBe(false);
    for (const mostRead of [1, 2, 3, 6]) {
      const { series, facets } = await read({}, mostRead);
      const shown = series.points.filter(({ statements }) => statements > 0);
      expect(shown.map(({ from, statements, items }) => `${from} ${statements} ${items}`)).toEqual(
        all.map((line) => line.replace(' running', '')),
      );
      expect(series).toMatchObject({
        undated: { statements: 1, items: 1 },
        truncated: false,
        countedThrough: '2026-03-15T12:00:00Z',
      });
      expect(facets.exact.toSorted()).toEqual(['confidence', 'feed', 'language', 'role', 'speaker', 'type']);
      for (const name of facets.exact) expect(facets[name]).toEqual(whole.facets[name]);
    }
  });

  test.each([{ speaker: '"ada-okonkwo"' }, { feed: 'harbour-post' }, { from: '2026-03-01', to: '2026-03-14' }])(
    'of %j come from the hourly counts too',
    async (parameters) => {
      const whole = await read(parameters);
      const cut = await read(parameters, 1);
      expect(cut.series.countedThrough).not.toBeNull();
      expect(cut.series.points.map(({ incomplete: _, ...point }) => point)).toEqual(
        whole.series.points.map(({ incomplete: _, ...point }) => point),
      );
      expect(cut.series.undated).toEqual(whole.series.undated);
    },
  );

  test.each([{}, { speaker: '"ada-okonkwo"' }, { feed: 'harbour-post' }, { from: '2026-03-01', to: '2026-03-14' }])(
    'of %j have facets that are exact by the hourly counts, or are not named so',
    async (parameters) => {
      const whole = (await read(parameters)).facets;
      for (const mostRead of [1, 2, 3]) {
        const { facets, series } = await read(parameters, mostRead);
        if (!facets.truncated) continue;
        expect(facets.exact).toEqual(expect.arrayContaining(['type', 'confidence']));
        if (!('feed' in parameters)) expect(facets.exact).toContain('speaker');
        if ('speaker' in parameters) expect(facets.exact).toEqual(expect.arrayContaining(['role', 'feed']));
        for (const name of facets.exact) expect([name, facets[name]]).toEqual([name, whole[name]]);
        const { statements } = series.total;
        expect(facets.type.reduce((sum, { count }) => sum + count, 0)).toBe(statements);
      }
    },
  );

  test.each([
    { type: 'direct,indirect' },
    { q: 'water' },
    { role: 'master' },
    { minConfidence: '0.5' },
    { language: 'en' },
    { includeDuplicates: 'true' },
    { from: '2026-01-01T00:00:01Z' },
    { speaker: 'okonkwo', feed: 'harbour-post' },
  ])('of %j begin where reading stopped, and say so', async (parameters: Record<string, string>) => {
    const { series, facets } = await read(parameters, 1);
    expect(series).toMatchObject({ truncated: true, countedThrough: null });
    expect(series.points.every(({ from }) => from >= '2026-03-10')).toBe(true);
    expect(facets).toMatchObject({ truncated: true, exact: [] });
  });

  test('by week and month', async () => {
    const { body } = await query.get('/v1/stats/statements?interval=month');
    expect(points(body)).toEqual(['2026-01-01 1 1', '2026-03-01 5 2 running']);
    expect(body.series.points).toHaveLength(3);
    const weeks = (await query.get('/v1/stats/statements?interval=week&from=2026-03-10')).body;
    expect(points(weeks)).toEqual(['2026-03-09 5 2 running']);
  });

  test('are refused for what is no interval, and for parameters of pages', async () => {
    for (const wrong of ['interval=year', 'limit=5', 'cursor=x', 'fields=id', 'changedAfter=2026-01-01']) {
      expect((await query.get(`/v1/stats/statements?${wrong}`)).status).toBe(400);
    }
  });
});

test('facets of statements count speakers, roles, outlets, types, steps of confidence and languages', async () => {
  const { body } = await query.get('/v1/stats/statements?from=2026-03-01');
  const { facets } = body;
  expect(facets.speaker).toEqual([
    { value: 'ada-okonkwo', label: 'Ada Okonkwo', count: 3 },
    { value: 'jo-bell', label: 'Jo Bell', count: 1 },
  ]);
  expect(facets.unknownSpeakers).toBe(1);
  expect(counts(facets.role)).toEqual(['harbour master 1']);
  expect(facets.feed).toEqual([
    { value: 'harbour-post', label: 'Harbour Post', count: 5 },
    { value: 'quay-news', label: 'quay-news', count: 1 },
  ]);
  expect(counts(facets.type)).toEqual(['direct 4', 'indirect 2']);
  expect(counts(facets.confidence)).toEqual(['high 4', 'fair 1', 'low 1']);
  expect(counts(facets.language)).toEqual(['en 6']);
  expect(facets).toMatchObject({ counted: 6, truncated: false, since: null });
});

test('items have counts over time and facets', async () => {
  const { body } = await query.get('/v1/stats/items?from=2026-03-01');
  expect(points(body)).toEqual(['2026-03-10 0 1', '2026-03-11 0 1', '2026-03-15 0 1 running']);
  expect(body.series.undated).toEqual({ statements: 0, items: 1 });
  expect(counts(body.facets.tag)).toEqual(['quay 1', 'sea 1']);
  expect(counts(body.facets.feed)).toEqual(['harbour-post 3', 'quay-news 1']);
});

describe('a speaker over time', () => {
  test('is told with outlets and roles', async () => {
    const { body } = await query.get('/v1/stats/speakers/ada-okonkwo');
    expect(body).toMatchObject({ id: 'ada-okonkwo', name: 'Ada Okonkwo', types: { direct: 4, indirect: 0, mixed: 0 } });
    expect(points(body)).toEqual(['2026-01-01 1 1', '2026-03-01 2 2 running']);
    expect(body.series).toMatchObject({ undated: { statements: 1, items: 1 }, countedThrough: '2026-03-15T12:00:00Z' });
    expect(body.outlets).toEqual([
      {
        feedId: 'harbour-post',
        outlet: 'Harbour Post',
        statements: 3,
        firstDay: '2026-01-20',
        lastDay: '2026-03-15',
        points: [
          { from: '2026-01-01', statements: 1 },
          { from: '2026-03-01', statements: 2 },
        ],
      },
      { feedId: 'quay-news', outlet: 'quay-news', statements: 1, firstDay: null, lastDay: null, points: [] },
    ]);
    expect(body.roles).toEqual([
      {
        text: 'harbour master',
        statements: 2,
        firstDay: '2026-01-20',
        lastDay: '2026-03-10',
        points: [
          { from: '2026-01-01', statements: 1 },
          { from: '2026-03-01', statements: 1 },
        ],
      },
    ]);
  });

  test('in a range of days', async () => {
    const { body } = await query.get('/v1/stats/speakers/ada-okonkwo?from=2026-03-01&to=2026-03-14&interval=day');
    expect(points(body)).toEqual(['2026-03-10 1 1']);
    expect((await query.get('/v1/stats/speakers/ada-okonkwo?from=2026-03-02&to=2026-03-01')).status).toBe(400);
    expect((await query.get('/v1/stats/speakers/nobody')).status).toBe(404);
  });
});
