import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOutlets } from '../../../../lambda/api/kernel/outlets.ts';
import { getStory } from '../../../../lambda/api/stories/get-story.ts';
import { rollup } from '../../../../lambda/pipeline/rollup/rollup.ts';
import { collect } from '../../../../lambda/store/collect.ts';
import { feed } from '../../../support/articles.ts';
import { ARTICLES, ingestArticle } from '../../../support/ferry-story.ts';
import { openQueryApp, type QueryApp } from '../../../support/query-app.ts';
import { quietLog } from '../../../support/quiet-log.ts';

let query: QueryApp;
/** By outlet. */
let ids: Map<string, string>;

const kindsByOutlet = (body: { articles: { outlet: string; kind: string }[] }) =>
  body.articles.map(({ outlet, kind }) => `${outlet} ${kind}`);

beforeAll(async () => {
  query = await openQueryApp();
  for (const outlet of ['echo', 'wire', 'mail', 'council', 'post']) {
    await query.store.feeds.put(feed(outlet, outlet));
    await ingestArticle(query, outlet);
  }
  // The words of the wire, letter by letter.
  await query.store.feeds.put(feed('mirror', 'mirror'));
  await ingestArticle(query, 'mirror', { at: '2026-03-01T12:00:00Z', lines: ARTICLES.wire?.lines ?? [] });
  const items = await collect(query.store.items.newest({}));
  ids = new Map(items.map(({ record }) => [record.feedId, record.id]));
});
afterAll(() => query.close());

describe('before stories are linked', () => {
  test('exact copies are one story already, under the id of any of them', async () => {
    for (const outlet of ['wire', 'mirror']) {
      const { status, body } = await query.get(`/v1/stories/${ids.get(outlet)}`);
      expect(status).toBe(200);
      expect(kindsByOutlet(body)).toEqual(['wire original', 'mirror copy']);
      expect(body).toMatchObject({ id: ids.get('wire'), outlets: 2, copies: 1, updates: 0, truncated: false });
    }
  });

  test('an article that is alone is a story of one', async () => {
    const { body } = await query.get(`/v1/stories/${ids.get('council')}`);
    expect(kindsByOutlet(body)).toEqual(['council original']);
  });
});

describe('after the rollup', () => {
  beforeAll(async () => {
    query.clock.advance(60_000);
    await rollup({ ...query, log: quietLog() });
  });

  test.each(['wire', 'post', 'mail', 'echo', 'mirror'])(
    '%s tells the whole story, in the order of publication',
    async (outlet) => {
      const { body } = await query.get(`/v1/stories/${ids.get(outlet)}`);
      expect(kindsByOutlet(body)).toEqual(['wire original', 'post copy', 'mail copy', 'echo update', 'mirror copy']);
      expect(body).toMatchObject({ id: ids.get('wire'), outlets: 5, copies: 3, updates: 1 });
      expect(body.articles[1]).toMatchObject({
        itemId: ids.get('post'),
        title: 'As told by post',
        url: 'https://post.example/ferry',
        publishedAt: '2026-03-01T09:00:00Z',
        duplicateOf: ids.get('wire'),
      });
    },
  );

  test('a saying is a filter of statements, with all the others', async () => {
    const [said] = (await query.get('/v1/statements?speaker="lena-orvik"&feed=wire')).body.data;
    const saying = `saying=${said.sayingId}`;
    const outlets = async (more: string) => {
      const pages = await query.pages(`/v1/statements?${saying}&limit=2${more}`);
      return pages.flatMap(({ data }) => data.map(({ outlet }: { outlet: string }) => outlet));
    };
    expect(await outlets('&includeDuplicates=true')).toEqual(['council', 'mirror', 'echo', 'mail', 'post', 'wire']);
    expect(await outlets('')).toEqual(['council', 'echo', 'wire']);
    expect(await outlets('&from=2026-03-01T10:30:00Z&to=2026-03-01')).toEqual(['echo']);
    expect(await outlets('&speaker=orvik')).toEqual(['council', 'echo', 'wire']);
    expect(await outlets('&speaker=brekke')).toEqual([]);
    expect(await outlets('&feed=echo&q=buyer')).toEqual(['echo']);
    const refused = await query.get(`/v1/statements?${saying}&changedAfter=2026-03-01`);
    expect(refused.status).toBe(400);
    const stats = (await query.get(`/v1/stats/statements?${saying}`)).body;
    expect(stats.series.total).toMatchObject({ statements: 3 });
  });

  test('no item has the id', async () => {
    expect((await query.get('/v1/stories/none')).body).toMatchObject({ status: 404, code: 'unknown-item' });
  });
});

test('of a story with more articles than are wanted the first ones are read, and all are counted', async () => {
  const context = { ...query, outlets: createOutlets(query.store.feeds, query.clock) };
  const story = await getStory({ itemId: ids.get('mirror') ?? '', articles: 2 }, context);
  expect(kindsByOutlet(story)).toEqual(['wire original', 'post copy', 'mirror copy']);
  expect(story).toMatchObject({ outlets: 5, copies: 3, updates: 1, truncated: true });
});
