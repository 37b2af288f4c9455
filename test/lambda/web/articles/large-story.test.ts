import { afterAll, beforeAll, expect, test } from 'vitest';
import { rollup } from '../../../../lambda/pipeline/rollup/rollup.ts';
import { collect } from '../../../../lambda/store/collect.ts';
import { createStore } from '../../../../lambda/store/create-store.ts';
import type { Table } from '../../../../lambda/store/table/port.ts';
import { feed } from '../../../support/articles.ts';
import { ARTICLES, ingestArticle } from '../../../support/ferry-story.ts';
import { openQueryApp, type QueryApp } from '../../../support/query-app.ts';
import { quietLog } from '../../../support/quiet-log.ts';

const OUTLETS = 30;
let query: QueryApp;
/** In the order of publication. */
let ids: string[];
/** Records that were asked for by key. */
let asked = 0;

beforeAll(async () => {
  const filled = await openQueryApp();
  for (let n = 0; n < OUTLETS; n++) {
    const id = `outlet-${n + 10}`;
    await filled.store.feeds.put(feed(id, id));
    const lines = [`From our office number ${n}`, ...(ARTICLES.wire?.lines ?? [])];
    await ingestArticle(filled, id, { at: `2026-03-01T10:${n + 10}:00Z`, lines });
  }
  filled.clock.advance(60_000);
  await rollup({ ...filled, log: quietLog() });
  ids = (await collect(filled.store.items.newest({}))).map(({ record }) => record.id).reverse();
  const table: Table = {
    ...filled.table,
    batchGet: (keys, options) => {
      asked += keys.length;
      return filled.table.batchGet(keys, options);
    },
  };
  query = await openQueryApp({ opened: { ...filled, table, store: createStore({ table, clock: filled.clock }) } });
});
afterAll(() => query.close());

/** The page's text, spaces drawn together. */
async function page(path: string): Promise<string> {
  const { status, text } = await query.get(path);
  expect(status).toBe(200);
  return text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([,.:])/g, '$1');
}

test('the page of an article shows the first articles of a large story and itself, counts all, and leads to all', async () => {
  const last = ids.at(-1) ?? '';
  const text = await page(`/articles/${last}`);
  expect(text).toContain('Told first in outlet-10, then in 29 outlets: 29 copies.');
  expect(text).toContain('All 30 articles');
  expect(text).toContain('10:17 outlet-17 copy');
  expect(text).not.toContain('outlet-18');
  expect(text).toContain('outlet-39');
  expect(await page(`/articles/${last}?story=all`)).toContain('outlet-18');
});

test('the page of a statement shows the first places of a saying and its own, and counts all', async () => {
  const last = ids.at(-1) ?? '';
  const said = (await query.store.statements.ofItem(last)).find(({ text }) => text.includes('buyer'));
  const text = await page(`/articles/${last}/statements/${said?.id}`);
  expect(text).toContain('Said once, printed 30 times');
  expect(text).toContain('Printed first in outlet-10, then in 29 outlets. All 30 as a list');
  expect(text).toContain('outlet-17');
  expect(text).not.toContain('outlet-18');
});

test('the API gives as many articles as are wanted, and the one that was asked for', async () => {
  const last = ids.at(-1) ?? '';
  const { body } = await query.get(`/v1/stories/${last}?limit=3`);
  expect(body.articles.map(({ outlet }: { outlet: string }) => outlet)).toEqual([
    ...['outlet-10', 'outlet-11', 'outlet-12'],
    'outlet-39',
  ]);
  expect(body).toMatchObject({ id: ids[0], outlets: 30, copies: 29, updates: 0, truncated: true });
  const whole = (await query.get(`/v1/stories/${last}?limit=100`)).body;
  expect(whole.articles).toHaveLength(30);
  expect(whole).toMatchObject({ outlets: 30, copies: 29, truncated: false });
  expect((await query.get(`/v1/stories/${last}?limit=101`)).status).toBe(400);
});

test('of a large story few articles are read', async () => {
  const last = ids.at(-1) ?? '';
  const said = (await query.store.statements.ofItem(last)).find(({ sayingId }) => sayingId !== undefined);
  for (const path of [`/articles/${last}`, `/articles/${last}/statements/${said?.id}`, `/v1/stories/${last}?limit=8`]) {
    asked = 0;
    await query.get(path);
    expect(asked, path).toBeLessThan(40);
  }
});
