import { afterEach, beforeEach, expect, test } from 'vitest';
import { rollup } from '../../../lambda/pipeline/rollup/rollup.ts';
import { dayRecord } from '../../../lambda/store/items/day-record.ts';
import { editionRows } from '../../../lambda/store/items/edition-rows.ts';
import { summaryOf } from '../../../lambda/store/items/item-summary.ts';
import { itemRecord } from '../../../lambda/store/items/record.ts';
import { type ArticleSpec, bundle, observations } from '../../support/articles.ts';
import { countReads } from '../../support/count-reads.ts';
import { openDynaliteStore } from '../../support/dynalite-store.ts';
import { NOW, openQueryApp, type QueryApp } from '../../support/query-app.ts';
import { quietLog } from '../../support/quiet-log.ts';

/** An article has so much text, and its statements are as long as those of news. */
const WORDS = 'The harbour office has looked at the tide tables again and found that the ferry can sail at noon. ';

let query: QueryApp;
let units: () => number;
beforeEach(async () => {
  const opened = await openDynaliteStore(NOW);
  units = countReads(opened.client);
  query = await openQueryApp({ opened });
}, 60_000);
afterEach(() => query.close());

/** Puts so many articles of a minute each, without reading; every tenth has rows of another edition beside its own. */
async function put(articles: number, statements: number): Promise<void> {
  const { table } = query;
  const days = new Set<string>();
  for (let n = 0; n < articles; n++) {
    const publishedAt = new Date(Date.parse('2026-03-15T11:00:00Z') - n * 600_000).toISOString().replace('.000Z', 'Z');
    const wish: ArticleSpec = {
      name: `article ${n}`,
      publishedAt,
      statements: Array.from({ length: statements }, (_, s) => ({
        text: `${n} ${s} ${WORDS}`,
        role: 'harbour master',
      })),
    };
    const { item, owned } = await editionRows(bundle(wish));
    const stale = n % 10 === 9 ? (await editionRows(bundle({ ...wish, revision: 2 }))).owned : [];
    const own = itemRecord.encode({ ...summaryOf(item), edition: item.edition, copies: [] });
    await table.batchWrite([...owned, ...stale, own]);
    days.add(item.sortAt.slice(0, 10));
    if (n === 0) await query.store.speakers.record(observations(bundle(wish)));
  }
  await table.batchWrite([...days].map((day) => dayRecord.encode({ kind: 'items', day })));
}

const unitsOf = async (path: string): Promise<number> => {
  const before = units();
  const { status, body } = await query.get(path);
  expect(status).toBe(200);
  if (body?.data) expect(body.data).toHaveLength(50);
  return units() - before;
};

test.each([
  [1, 60, 35],
  [5, 14, 15],
])(
  'fifty statements of a speaker, %i an article, take few read units with stale rows among them',
  async (each, articles, most) => {
    await put(articles, each);
    const taken = await unitsOf('/v1/statements?speaker=%22ada-okonkwo%22&limit=50');
    expect(taken).toBeLessThanOrEqual(most);
  },
  120_000,
);

test('the newest fifty statements take few read units', async () => {
  await put(30, 5);
  const taken = await unitsOf('/v1/statements?limit=50');
  expect(taken).toBeLessThanOrEqual(24);
}, 120_000);

test('the first web page, and counts of a week by day, take few read units once everything is counted', async () => {
  const names = ['Ada Okonkwo', 'Bo Lund', 'Cy Marsh', 'Di Novak', 'Ed Perez'];
  await query.save(
    ...Array.from({ length: 30 }, (_, n) => ({
      name: `article ${n}`,
      publishedAt: new Date(Date.parse('2026-03-15T11:00:00Z') - n * 10_800_000).toISOString().replace('.000Z', 'Z'),
      statements: names.map((speaker) => ({ text: `${n} ${speaker} ${WORDS}`, speaker, role: 'harbour master' })),
    })),
  );
  const { store, clock } = query;
  await rollup({ store, clock, log: quietLog() });
  await unitsOf('/');
  expect(await unitsOf('/')).toBeLessThanOrEqual(50);
  expect(await unitsOf('/v1/stats/statements?from=2026-03-09&to=2026-03-15')).toBeLessThanOrEqual(40);
}, 120_000);
