import { describe, expect, test } from 'vitest';
import type { ReadPage } from '../../../lambda/fulltext/page-result.ts';
import { ExtractorUnavailableError, InterruptedError } from '../../../lambda/model/errors.ts';
import type { FetchRequest } from '../../../lambda/model/ports.ts';
import { withoutLeases } from '../../support/without-leases.ts';
import { type Answer, articlePage, COOKIE_WALL, type NewsServer, serveNews, TERMINAL } from './news-server.ts';
import { createWorld, DAY, HOUR, type World } from './world.ts';

const ARTICLE: Answer = { body: articlePage(TERMINAL.title) };

/** A feed whose one item was polled and awaits its page. */
async function setting(pages: NewsServer['pages'] = { '/terminal': ARTICLE }) {
  const news = await serveNews([TERMINAL]);
  news.pages = pages;
  const world = await createWorld(news, 'auto');
  await world.poll();
  const item = async () => {
    const [found] = await world.items();
    return found!;
  };
  const text = async () => (await world.store.items.get((await item()).id))?.contentText ?? '';
  return { news, world, item, text };
}

/** Tries the page as often as it is due within so many minutes. */
async function tryFor(world: World, minutes: number, step = 5) {
  const results = [];
  for (let passed = 0; passed < minutes; passed += step) {
    results.push(...(await world.readPages()));
    world.pass(step);
  }
  return results;
}

describe('an item whose feed gives a teaser only', () => {
  test('is stored at once, and its page is due at once', async () => {
    const { world, item, text, news } = await setting();
    expect(await item()).toMatchObject({ fullText: 'pending', nextTryAt: world.start, pageTries: 0, revision: 1 });
    expect(await text()).toBe(TERMINAL.text);
    expect(await world.pagesDue()).toEqual([
      { kind: 'page', itemId: (await item()).id, nextTryAt: world.start, host: '127.0.0.1' },
    ]);
    expect(news.asked).toEqual(['/feed.xml']);
  });

  test('gets the text and the statements of its page', async () => {
    const { world, item, text, news } = await setting();
    const before = await item();
    expect(await world.readPages()).toMatchObject([{ result: 'read', error: null }]);
    expect(news.asked).toEqual(['/feed.xml', '/robots.txt', '/terminal']);
    const after = await item();
    expect(after).toMatchObject({ fullText: 'page', pageTries: 1, revision: 2, revisionsThatDay: 1, warnings: [] });
    expect(after).toMatchObject({ feedHash: before.feedHash, publishedAt: before.publishedAt, sortAt: before.sortAt });
    expect(after.nextTryAt).toBeUndefined();
    expect(await text()).toContain('left the waiting hall under a metre of water');
    expect(await text()).not.toContain('all rights reserved');
    const statements = await world.store.statements.ofItem(after.id);
    expect(new Set(statements.map(({ speaker }) => speaker?.name))).toEqual(
      new Set(['Odile Brankovic', 'Fishermen', 'Tariq Olsen']),
    );
    expect(await world.pagesDue()).toEqual([]);
  });

  test('keeps the text of its page when the feed comes again as it was, which is no news', async () => {
    const { world, item, news } = await setting();
    world.pass(1);
    await world.readPages();
    world.pass(DAY);
    news.numbered = true;
    expect(await world.poll()).toMatchObject({ document: { newItems: 0, changedItems: 0, unchangedItems: 1 } });
    expect(await item()).toMatchObject({ fullText: 'page', revision: 2 });
    expect(await world.events()).toHaveLength(1);
  });

  test('has its page fetched anew when its entry has changed', async () => {
    const { world, item, text, news } = await setting();
    await world.readPages();
    world.pass(HOUR);
    news.teasers = [{ ...TERMINAL, title: 'Council backs new ferry terminal at Saltmarsh after all' }];
    news.pages['/terminal'] = { body: articlePage(TERMINAL.title).replace('two years', 'three years') };
    await world.ingest(await world.message());
    expect(await item()).toMatchObject({ fullText: 'pending', revision: 3, pageTries: 0, nextTryAt: world.now() });
    expect(await world.readPages()).toMatchObject([{ result: 'read' }]);
    expect(await text()).toContain('take three years');
  });

  test('never has its page fetched where the feed is set so', async () => {
    const news = await serveNews([TERMINAL]);
    const world = await createWorld(news, 'never');
    await world.poll();
    expect(await world.items()).toMatchObject([{ fullText: 'feed' }]);
    expect(await world.pagesDue()).toEqual([]);
  });
});

describe('a page that gives no article', () => {
  test.each<[string, NewsServer['pages'], string]>([
    ['is not there', {}, 'page-http-status'],
    ['is gone', { '/terminal': { status: 410 } }, 'page-gone'],
    ['is a cookie wall', { '/terminal': { body: COOKIE_WALL } }, 'page-cookie-wall'],
    ['is another article', { '/terminal': { body: articlePage('Pumpkins', ['Pumpkins grow on. '.repeat(60)]) } }, ''],
    [
      'is not allowed by robots.txt',
      { '/terminal': ARTICLE, '/robots.txt': { body: 'User-agent: *\nDisallow: /terminal' } },
      'page-robots-disallowed',
    ],
    [
      'lies behind a redirect to where robots.txt does not allow',
      {
        '/terminal': { status: 302, headers: { Location: '/paid' } },
        '/paid': ARTICLE,
        '/robots.txt': { body: 'User-agent: dateline\nDisallow: /paid' },
      },
      'page-robots-disallowed',
    ],
    ['has a robots.txt that fails', { '/terminal': ARTICLE, '/robots.txt': { status: 500 } }, 'page-robots-unread'],
  ])('because it %s is tried three times, then the feed’s text stays with the reason', async (_why, pages, code) => {
    const { world, item, text, news } = await setting(pages);
    const results = await tryFor(world, 2 * HOUR);
    expect(results.map(({ result }) => result)).toEqual(['put-off', 'put-off', 'failed']);
    const times = results.map(({ nextTryAt }) => nextTryAt);
    expect(times).toEqual(['2024-05-06T12:10:00Z', '2024-05-06T13:10:00Z', null]);
    const found = await item();
    expect(found).toMatchObject({ fullText: 'failed', pageTries: 3, revision: 2, revisionsThatDay: 1 });
    expect(found.warnings[0]?.code).toContain(code);
    expect(found.warnings[0]?.message).toContain('the page could not be used: ');
    expect(await text()).toBe(TERMINAL.text);
    if (code === 'page-robots-disallowed') expect(news.asked).not.toContain('/paid');
    expect(await world.pagesDue()).toEqual([]);
    world.pass(DAY);
    news.numbered = true;
    expect(await world.poll()).toMatchObject({ document: { changedItems: 0 } });
  });

  test('at the first try is read at the second', async () => {
    const { world, item, news } = await setting({ '/terminal': { status: 502 } });
    await world.readPages();
    news.pages = { '/terminal': ARTICLE };
    expect(await tryFor(world, 15)).toMatchObject([{ result: 'read' }]);
    expect(await item()).toMatchObject({ fullText: 'page', pageTries: 2 });
  });
});

describe('robots.txt', () => {
  test('is asked for once a day and host, and after an hour where the host could not say', async () => {
    const { world, news } = await setting({ '/terminal': { status: 500 }, '/robots.txt': { body: '' } });
    await tryFor(world, 2 * HOUR);
    expect(news.asked.filter((path) => path === '/robots.txt')).toHaveLength(1);
    news.pages['/robots.txt'] = { status: 503 };
    world.pass(DAY);
    news.teasers = [{ ...TERMINAL, title: 'Another ferry terminal for Saltmarsh' }];
    await world.poll();
    await tryFor(world, 2 * HOUR);
    // An earlier copy stays while the host cannot say.
    expect(news.asked.filter((path) => path === '/robots.txt')).toHaveLength(3);
    expect(news.asked.filter((path) => path === '/terminal')).toHaveLength(6);
  });

  test.each([
    ['7', 7_000],
    ['0.5', 500],
    ['90', 15_000],
    ['soon', 0],
  ])('that wants a delay of %s between requests has the next page wait %d ms', async (delay, gap) => {
    const { world } = await setting({
      '/terminal': ARTICLE,
      '/robots.txt': { body: `User-agent: *\nCrawl-delay: ${delay}\nDisallow: /private\n` },
    });
    const [message] = await world.pagesDue();
    const gaps: number[] = [];
    const fetcher = {
      fetch: (request: FetchRequest) => {
        gaps.push(request.gapMilliseconds ?? 0);
        return world.fetcher.fetch(request);
      },
    };
    expect(await world.readPage(message!, { fetcher })).toMatchObject({ result: 'read' });
    expect(gaps).toEqual([0, gap]);
  });

  test('of a host that a redirect leads to is read before its page', async () => {
    const { world, news } = await setting();
    const other = news.origin.replace('127.0.0.1', 'localhost');
    news.pages['/terminal'] = { status: 302, headers: { Location: `${other}/elsewhere` } };
    news.pages['/elsewhere'] = ARTICLE;
    await world.readPages();
    const asked = news.asked.slice(1);
    expect(asked.slice(0, 2)).toEqual(['/robots.txt', '/terminal']);
    expect(asked.indexOf('/elsewhere')).not.toBe(2);
  });
});

describe('a host that wants to be left alone', () => {
  test.each(['/terminal', '/robots.txt'])('is not asked again before its time, by nobody (%s)', async (path) => {
    const busy: Answer = { status: 429, headers: { 'Retry-After': '7200' } };
    const { world, item, news } = await setting({ '/terminal': ARTICLE, [path]: busy });
    expect(await world.readPages()).toMatchObject([{ result: 'held' }]);
    expect(await world.store.hosts.get('127.0.0.1')).toMatchObject({ heldUntil: world.later(2 * HOUR) });
    expect(await item()).toMatchObject({ fullText: 'pending', pageTries: 0 });
    const asked = news.asked.length;
    expect(await world.poll()).toMatchObject({ result: 'held' });
    expect(await tryFor(world, HOUR)).toEqual([]);
    expect(news.asked).toHaveLength(asked);
  });

  test('for days on end is waited for no longer', async () => {
    const { world, item } = await setting({
      '/terminal': { status: 429, headers: { 'Retry-After': '86400' } },
    });
    const results = await tryFor(world, 6 * DAY, 6 * HOUR);
    expect(results.at(-1)).toMatchObject({ result: 'failed' });
    expect(results.length).toBeLessThan(6);
    expect((await item()).warnings[0]?.code).toBe('page-host-held');
  });
});

describe('a message', () => {
  test('whose item has moved on, or is gone, is dropped', async () => {
    const { world, news } = await setting();
    const [message] = await world.pagesDue();
    await world.readPage(message!);
    const writes = world.writes();
    expect(await world.readPage(message!)).toMatchObject({ result: 'dropped' });
    expect(await world.readPage({ ...message!, itemId: 'nothing' })).toMatchObject({ result: 'dropped' });
    expect(world.writes()).toBe(writes);
    expect(news.asked).toHaveLength(3);
  });

  test('that stopped its worker counts as a try and moves the next one before anything else', async () => {
    const { world, item } = await setting();
    for (const pageTries of [1, 2, 3]) {
      const [message] = await world.pagesDue();
      const reading = world.readPage(message!, { receiveCount: 2, fetcher: world.dying });
      await expect(reading).rejects.toThrow('is broken off');
      world.breakWrite(null, 'before');
      expect(await item()).toMatchObject({ pageTries, nextTryAt: world.later(HOUR) });
      world.pass(HOUR);
    }
    expect(await world.readPages()).toMatchObject([{ result: 'failed' }]);
    expect((await item()).warnings[0]?.code).toBe('page-worker-stopped');
  });

  test('that is redelivered for its last try, for others stopped the worker, is read', async () => {
    const { world, item, news } = await setting({ '/terminal': { status: 500 } });
    await tryFor(world, 30);
    world.pass(HOUR);
    expect(await item()).toMatchObject({ fullText: 'pending', pageTries: 2 });
    news.pages = { '/terminal': ARTICLE };
    const [message] = await world.pagesDue();
    expect(await world.readPage(message!, { receiveCount: 4 })).toMatchObject({ result: 'read' });
    expect(await item()).toMatchObject({ fullText: 'page', pageTries: 3 });
  });
});

describe('a page that nothing can read now', () => {
  const throttled: ReadPage = () => Promise.reject(new ExtractorUnavailableError(new Error('Rate exceeded')));

  test('is put off for minutes, which is no try', async () => {
    const { world, item, text } = await setting();
    for (let time = 0; time < 4; time++) {
      const [message] = await world.pagesDue();
      expect(await world.readPage(message!, { readPage: throttled })).toMatchObject({
        ...{ result: 'held', nextTryAt: world.later(5), error: { code: 'extractor-unavailable' } },
      });
      expect(await item()).toMatchObject({ fullText: 'pending', pageTries: 0 });
      world.pass(5);
    }
    expect(await world.readPages()).toMatchObject([{ result: 'read' }]);
    expect(await text()).toContain('left the waiting hall under a metre of water');
  });

  test('is waited for three days at most', async () => {
    const { world, item, text } = await setting();
    world.pass(3 * DAY + 1);
    const [message] = await world.pagesDue();
    expect(await world.readPage(message!, { readPage: throttled })).toMatchObject({ result: 'failed' });
    expect((await item()).warnings[0]?.code).toBe('page-extractor-unavailable');
    expect(await text()).toBe(TERMINAL.text);
  });

  test('for a defect of ours is put off for an hour, which is no try', async () => {
    const { world, item } = await setting();
    const [message] = await world.pagesDue();
    const readPage = () => Promise.reject(new TypeError('x is not a function'));
    expect(await world.readPage(message!, { readPage })).toMatchObject({
      result: 'held',
      nextTryAt: world.later(HOUR),
    });
    expect(await item()).toMatchObject({ pageTries: 0 });
  });

  test.each([1, 2])('for its time is over stays due as it was, received %d times', async (receiveCount) => {
    const { world, item } = await setting();
    const before = await item();
    const [message] = await world.pagesDue();
    const signal = AbortSignal.timeout(50);
    const readPage: ReadPage = () => new Promise(() => undefined);
    await expect(world.readPage(message!, { readPage, signal, receiveCount })).rejects.toThrow(InterruptedError);
    expect(await item()).toEqual(before);
    expect(await world.readPages()).toMatchObject([{ result: 'read' }]);
  });
});

const INTERRUPTED: [string, NewsServer['pages']][] = [
  ['an article', { '/terminal': ARTICLE }],
  ['no page', {}],
  ['429', { '/terminal': { status: 429, headers: { 'Retry-After': '600' } } }],
];

/** From the poll to the end of the last try, and the count. */
async function wholeWay(
  news: NewsServer,
  disturb: (world: World, run: () => Promise<unknown>) => Promise<unknown>,
): Promise<World> {
  const world = await createWorld(news, 'auto');
  const poll = await world.message();
  await disturb(world, () => world.ingest(poll));
  for (let passed = 0; passed < 2 * HOUR; passed += 40) {
    for (const sent of await world.pagesDue()) await disturb(world, () => world.readPage(sent));
    world.pass(40);
  }
  await disturb(world, () => world.rollup());
  return world;
}

test.each(INTERRUPTED)(
  'a run that brings %s, broken off at any write and run again, leaves what an undisturbed one does',
  async (_name, pages) => {
    const news = await serveNews([TERMINAL]);
    news.pages = pages;
    const calm = await wholeWay(news, (_world, run) => run());
    const expected = withoutLeases(await calm.records());
    for (const when of ['before', 'after'] as const) {
      for (let broken = 1; broken <= calm.writes(); broken++) {
        let broke = 0;
        const world = await wholeWay(news, async (disturbed, run) => {
          disturbed.breakWrite(broken, when);
          const failed = await run().then(
            () => false,
            () => true,
          );
          disturbed.breakWrite(null, when);
          if (!failed) return;
          broke++;
          await run();
        });
        expect(broke, `write ${broken}`).toBe(1);
        const found = withoutLeases(await world.records());
        expect(world.differences(expected, found), `broken ${when} write ${broken}`).toEqual([]);
      }
    }
  },
  120_000,
);
