import { afterAll, beforeAll, expect, test } from 'vitest';
import { rollup } from '../../../../lambda/pipeline/rollup/rollup.ts';
import { openQueryApp, type QueryApp } from '../../../support/query-app.ts';
import { quietLog } from '../../../support/quiet-log.ts';

let query: QueryApp;

beforeAll(async () => {
  query = await openQueryApp();
  await query.save(
    {
      name: 'one',
      publishedAt: '2026-03-10T08:00:00Z',
      statements: [
        { text: 'The first words', speaker: 'Mira Zelinsky', role: 'mayor' },
        { text: 'Words of another', speaker: 'Anna Berg', role: 'mayor' },
      ],
    },
    {
      name: 'two',
      publishedAt: '2026-03-10T09:00:00Z',
      statements: [{ text: 'The second words', speaker: 'Mira Zelinskyy', role: 'city mayor' }],
    },
    {
      name: 'three',
      publishedAt: '2026-03-12T09:00:00Z',
      statements: [{ text: 'The third words', speaker: 'Mira Zelinsky', role: 'mayor' }],
    },
  );
  await rollup({ store: query.store, clock: query.clock, log: quietLog() });
});
afterAll(() => query.close());

const texts = async (speaker: string) =>
  (await query.get(`/v1/statements?speaker=${speaker}`)).body.data.map(({ text }: { text: string }) => text);
const ranking = async () =>
  (await query.get('/v1/speakers')).body.data.map(
    ({ id, statementsInRange }: { id: string; statementsInRange: number }) => `${id} ${statementsInRange}`,
  );

const ALL = ['The third words', 'The second words', 'The first words'];

test('merged speakers are one in every answer, and are two again when they are split', async () => {
  const { speakers } = query.store;
  const before = (await query.get('/v1/speakers/mira-zelinsky')).body;
  expect(await texts('mira-zelinsky')).toEqual(['The third words', 'The first words']);
  expect(await ranking()).toEqual(['mira-zelinsky 2', 'anna-berg 1', 'mira-zelinskyy 1']);

  await speakers.merge('mira-zelinskyy', 'mira-zelinsky');
  for (const speaker of ['mira-zelinsky', 'mira-zelinskyy', '%22Mira+Zelinskyy%22', 'zelinskyy', 'zelinsky']) {
    expect([speaker, await texts(speaker)]).toEqual([speaker, ALL]);
  }
  expect(await ranking()).toEqual(['mira-zelinsky 3', 'anna-berg 1']);
  for (const q of ['zelinsky', 'zelinskyy']) {
    const { body } = await query.get(`/v1/speakers?q=${q}`);
    expect(body.data.map(({ id }: { id: string }) => id)).toEqual(['mira-zelinsky']);
  }
  const whole = (await query.get('/v1/speakers/mira-zelinsky')).body;
  expect(whole).toEqual({
    id: 'mira-zelinsky',
    name: 'Mira Zelinsky',
    kind: 'person',
    aliases: ['Mira Zelinskyy'],
    roles: [
      { text: 'mayor', statements: 2, firstSeenAt: '2026-03-10T08:00:00Z', lastSeenAt: '2026-03-12T09:00:00Z' },
      { text: 'city mayor', statements: 1, firstSeenAt: '2026-03-10T09:00:00Z', lastSeenAt: '2026-03-10T09:00:00Z' },
    ],
    statementCount: 3,
    firstSeenAt: '2026-03-10T08:00:00Z',
    lastSeenAt: '2026-03-12T09:00:00Z',
    mergedFrom: ['mira-zelinskyy'],
    days: [
      { day: '2026-03-10', statements: 2, roles: ['city mayor', 'mayor'] },
      { day: '2026-03-12', statements: 1, roles: ['mayor'] },
    ],
  });
  const other = (await query.get('/v1/speakers/mira-zelinskyy')).body;
  expect(other).toEqual({ ...whole, note: 'mira-zelinskyy is merged into mira-zelinsky' });

  expect(await speakers.split('mira-zelinskyy')).toBe('mira-zelinsky');
  expect((await query.get('/v1/speakers/mira-zelinsky')).body).toEqual(before);
  expect(await texts('mira-zelinskyy')).toEqual(['The second words']);
});

test('a merge holds when articles come again, change and are counted anew', async () => {
  const { store, clock } = query;
  await store.speakers.merge('mira-zelinskyy', 'mira-zelinsky');
  await query.save({
    name: 'two',
    publishedAt: '2026-03-10T09:00:00Z',
    revision: 2,
    statements: [{ text: 'The second words, put right', speaker: 'Mira Zelinskyy', role: 'lord mayor' }],
  });
  clock.advance(3_600_000);
  await rollup({ store, clock, log: quietLog() });
  expect((await texts('mira-zelinsky'))[1]).toBe('The second words, put right');
  expect((await query.get('/v1/speakers/mira-zelinsky')).body).toMatchObject({ statementCount: 3 });
  await store.speakers.split('mira-zelinskyy');
});

test('pages of a merged speaker neither skip nor repeat, and name the speaker', async () => {
  await query.store.speakers.merge('mira-zelinskyy', 'mira-zelinsky');
  const pages = await query.pages('/v1/statements?speaker=zelinskyy&limit=1');
  expect(pages.map(({ data }) => data[0].sortAt)).toEqual([
    '2026-03-12T09:00:00Z',
    '2026-03-10T09:00:00Z',
    '2026-03-10T08:00:00Z',
  ]);
  for (const { speakers } of pages) expect(speakers).toEqual([{ id: 'mira-zelinsky', name: 'Mira Zelinsky' }]);
  await query.store.speakers.split('mira-zelinskyy');
});

test('changes of a speaker hold those of the merged one', async () => {
  const { store, clock } = query;
  await store.speakers.merge('mira-zelinskyy', 'mira-zelinsky');
  clock.advance(3_600_000);
  const { body } = await query.get('/v1/statements?changedAfter=2026-03-01&speaker=mira-zelinsky');
  const counts = body.data.map(({ statements }: { statements: unknown[] }) => statements.length);
  expect(counts.toSorted()).toEqual([1, 1, 1]);
  await store.speakers.split('mira-zelinskyy');
});
