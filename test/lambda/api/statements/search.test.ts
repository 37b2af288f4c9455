import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rollup } from '../../../../lambda/pipeline/rollup/rollup.ts';
import { openQueryApp, type QueryApp } from '../../../support/query-app.ts';
import { quietLog } from '../../../support/quiet-log.ts';

let app: QueryApp;
const SPEAKERS = ['Ada Okonkwo', 'Bo Lee', 'Bo Leeson', null];

beforeAll(async () => {
  app = await openQueryApp();
  for (let number = 0; number < 12; number++) {
    const at = `2026-03-${String(1 + number).padStart(2, '0')}T08:00:00Z`;
    await app.save({
      name: `n${number}`,
      feedId: number % 2 === 0 ? 'post' : 'echo',
      publishedAt: at,
      title: number % 4 === 0 ? 'Ice on the river' : 'Market day',
      statements: [
        { text: `The ice has gone, in part ${number}`, speaker: SPEAKERS[number % 4] ?? null },
        { text: `Has the ice gone? Not ${number}`, speaker: 'Ada Okonkwo', type: 'indirect' },
      ],
    });
  }
});
afterAll(() => app.close());

const texts = (bodies: { data: { text: string }[] }[]) => bodies.flatMap(({ data }) => data.map(({ text }) => text));

const QUERIES = [
  'q=ice',
  'q="ice has gone"',
  'q="has gone" PART',
  'q=okonkwo ice gone',
  'q=ice&speaker="ada-okonkwo"',
  'q=gone part&speaker=bo',
  'q=ice&feed=echo&type=indirect',
  'q=ice&from=2026-03-04&to=2026-03-09',
  'q=nothing of the kind',
];

describe('a search gives the same with an index as without', () => {
  const before = new Map<string, string[]>();
  const paths = QUERIES.map((query) => `/v1/statements?${query}`);

  test('without', async () => {
    for (const path of paths) before.set(path, texts(await app.pages(path)));
    expect(before.get(paths[0] ?? '')?.length).toBe(24);
    expect(before.get(paths[1] ?? '')?.length).toBe(12);
    expect(before.get(paths[5] ?? '')?.length).toBe(6);
    expect(before.get(paths.at(-1) ?? '')).toEqual([]);
  });

  test('with, by small pages, also where the index is made between two of them', async () => {
    let runs = 0;
    for (const path of paths) {
      const bodies = await app.pages(`${path}&limit=5`, async () => {
        app.clock.advance(60_000);
        if (runs++ === 1) await rollup({ ...app, log: quietLog() });
      });
      expect(texts(bodies), path).toEqual(before.get(path));
      for (const { speakers } of bodies.slice(1)) expect(speakers).toEqual(bodies[0].speakers);
    }
    expect(await app.store.search.state()).toMatchObject({ complete: true });
  });

  test('items by their titles', async () => {
    const found = (await app.get('/v1/items?q="on the river" ice&limit=2')).body;
    expect(found.data.map(({ title }: { title: string }) => title)).toEqual(['Ice on the river', 'Ice on the river']);
    expect((await app.pages('/v1/items?q=river&limit=2&feed=post')).flatMap(({ data }) => data)).toHaveLength(3);
    expect((await app.get('/v1/items?q=river&feed=echo')).body.data).toEqual([]);
  });

  test('words and phrases are wanted', async () => {
    expect((await app.get('/v1/statements?q="!"')).status).toBe(400);
    expect((await app.get('/v1/statements?q=i')).body.data).toHaveLength(24);
  });
});
