import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ArticleSpec } from '../../support/articles.ts';
import { openQueryApp, type QueryApp } from '../../support/query-app.ts';

let query: QueryApp;
let run = 0;
beforeAll(async () => {
  query = await openQueryApp();
});
afterAll(() => query.close());

const SPEAKERS = ['Ada Okonkwo', 'Bela Ruiz', null];

/** An article of a run: each run has its own feed and day, so that all can share one store. */
const article = (
  prefix: string,
  day: string,
  [minute, speakers]: [number, (string | null)[]],
  number: number,
): ArticleSpec => ({
  name: `${prefix} ${number}`,
  feedId: prefix,
  url: `https://${prefix}.example/${number}`,
  publishedAt: `${day}T10:${String(minute).padStart(2, '0')}:00Z`,
  statements: speakers.map((speaker, index) => ({ text: `${prefix} ${number} ${index}`, speaker })),
});

const articles = (most: number) =>
  fc.array(fc.tuple(fc.nat(3), fc.array(fc.constantFrom(...SPEAKERS), { maxLength: 4 })), { maxLength: most });

test('pages together are the whole, each row once, also while articles are written between them', async () => {
  await fc.assert(
    fc.asyncProperty(articles(6), articles(3), fc.integer({ min: 1, max: 5 }), async (before, between, limit) => {
      run += 1;
      const day = new Date(Date.UTC(2020, 0, run)).toISOString().slice(0, 10);
      const prefix = `run${run}`;
      await query.save(...before.map((each, index) => article(prefix, day, each, index)));
      let number = before.length;
      for (const [list, filter] of [
        ['statements', ''],
        ['statements', `&feed=${prefix}`],
        ['statements', '&speaker=Ada+Okonkwo'],
        ['statements', '&speaker=%22bela-ruiz%22&q=run'],
        ['items', ''],
        ['items', `&feed=${prefix}`],
      ]) {
        const path = `/v1/${list}?from=${day}&to=${day}${filter}`;
        const [whole] = await query.pages(`${path}&limit=500`);
        const written = new Set<string>();
        const left = [...between];
        const write = async () => {
          const each = left.pop();
          if (!each) return;
          number += 1;
          for (const id of await query.save(article(prefix, day, each, number))) written.add(id);
        };
        const rows = (await query.pages(`${path}&limit=${limit}`, write)).flatMap(({ data }) => data);
        const ids = rows.map(({ id }: { id: string }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const wasThere = rows.filter(({ id, itemId }) => !written.has(itemId ?? id));
        expect(wasThere).toEqual(whole.data);
      }
    }),
    { numRuns: 5 },
  );
}, 60_000);

test('a search that finds nothing among many says that it was cut short, and goes on to the end', async () => {
  const statements = Array.from({ length: 150 }, (_, number) => ({ text: `Line ${number}` }));
  const wishes = Array.from({ length: 15 }, (_, number) => ({
    name: `long ${number}`,
    feedId: 'long',
    publishedAt: `2019-05-${String(number + 1).padStart(2, '0')}T00:00:00Z`,
    statements,
  }));
  await query.save(...wishes, {
    name: 'oldest',
    feedId: 'long',
    publishedAt: '2019-04-01T00:00:00Z',
    statements: [{ text: 'A needle' }],
  });
  const bodies = await query.pages('/v1/statements?to=2019-12-31&from=2019-01-01&q=needle');
  expect(bodies.map(({ data, truncated }) => [data.length, truncated])).toEqual([
    [0, true],
    [1, undefined],
  ]);
}, 60_000);
