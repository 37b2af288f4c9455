import { describe, expect, test } from 'vitest';
import { subscribe } from '../../../lambda/api/feeds/subscribe.ts';
import { readOpml } from '../../../lambda/common/opml/read-opml.ts';
import { isPrivatePlace, parseAllowList } from '../../../lambda/fetch/allow-list.ts';
import type { Fetcher } from '../../../lambda/model/ports.ts';
import { locateFeed } from '../../../lambda/pipeline/locate-feed.ts';
import { fetcherFor, serve } from '../fetch/support.ts';
import { articlePage, serveNews, TERMINAL } from './news-server.ts';
import { createWorld, HOUR } from './world.ts';

/** The fetcher, of which the first answer counts as one of the public internet: this machine has no public address. */
function fromPublic(fetcher: Fetcher): Fetcher {
  let isFirst = true;
  return {
    async fetch(request) {
      const response = await fetcher.fetch(request);
      const answer = isFirst ? { ...response, throughPublic: true } : response;
      isFirst = false;
      return answer;
    },
  };
}

const FEED = '<rss version="2.0"><channel><title>Inside</title><item><title>A</title></item></channel></rss>';

/** A server inside that remembers what it was asked. */
async function inside(body = FEED) {
  const asked: string[] = [];
  const base = await serve((request, response) => {
    asked.push(request.url ?? '');
    response.end(body);
  });
  return { base, asked };
}

describe('a page of the public internet', () => {
  test.each<[string, (url: string) => string]>([
    ['a link to a feed', (url) => `<link rel="alternate" type="application/rss+xml" href="${url}/feed">`],
    ['an anchor', (url) => `<a href="${url}/rss.xml">RSS</a>`],
    ['a base', (url) => `<base href="${url}/"><link rel="alternate" type="application/atom+xml" href="atom">`],
  ])('cannot choose by %s what is asked in a private place', async (_name, write) => {
    const { base, asked } = await inside();
    const page = await inside(`<!doctype html><html><head>${write(base)}</head><body>News</body></html>`);
    const located = locateFeed(page.base, fromPublic(fetcherFor()));
    await expect(located).rejects.toMatchObject({ code: 'no-feed-found' });
    expect(asked).toEqual([]);
    // Nor its own host, should that name lead somewhere else by now.
    expect(page.asked).toEqual(['/']);
  });

  test('a page in a private place may', async () => {
    const { base } = await inside();
    const page = await inside(`<!doctype html><html><head><link rel="feed" href="${base}/feed"></head></html>`);
    expect(await locateFeed(page.base, fetcherFor())).toMatchObject({ url: `${base}/feed` });
  });
});

describe('an item of a public feed', () => {
  const setting = async () => {
    const news = await serveNews([TERMINAL]);
    news.pages = { '/terminal': { body: articlePage(TERMINAL.title) } };
    const world = await createWorld(news, 'auto');
    return { news, world };
  };

  test('never has a page in a private place asked, nor its robots.txt', async () => {
    const { news, world } = await setting();
    await world.ingest(await world.message(), { fetcher: fromPublic(world.fetcher) });
    const results = [];
    for (let hour = 0; hour < 3; hour++) {
      results.push(...(await world.readPages()));
      world.pass(HOUR);
    }
    expect(results.map(({ error }) => error?.code)).toEqual(Array(3).fill('private-address'));
    expect(news.asked).toEqual(['/feed.xml']);
    const [item] = await world.items();
    expect(item).toMatchObject({ fullText: 'failed', warnings: [{ code: 'page-private-address' }] });
    // What such a link says is no reason to leave the host alone.
    expect(await world.store.hosts.get('127.0.0.1')).toBeNull();
  });

  test('one of a feed in a private place has', async () => {
    const { news, world } = await setting();
    await world.poll();
    expect(await world.readPages()).toMatchObject([{ result: 'read' }]);
    expect(news.asked).toEqual(['/feed.xml', '/robots.txt', '/terminal']);
  });

  test('a name that resolves to an allowed address is not admitted by it', async () => {
    const { base, asked } = await inside();
    const named = base.replace('127.0.0.1', 'localhost');
    const fetcher = fetcherFor({ allowHosts: ['127.0.0.0/8', '::1', new URL(base).host] });
    await expect(fetcher.fetch({ url: named })).rejects.toMatchObject({ code: 'private-address' });
    expect(asked).toEqual([]);
  });
});

describe('a list of feeds', () => {
  const allowList = parseAllowList(['intranet.example', '10.0.0.0/8']);
  test.each([
    'http://10.0.0.5/feed',
    'http://192.168.1.1/admin',
    'http://0xa000005/feed',
    'http://[::1]:8080/feed',
    'http://localhost/feed',
    'https://intranet.example/feed',
    'feed://intranet.example/feed',
    '10.0.0.5/feed',
  ])('cannot choose %s', async (url) => {
    const world = await createWorld({ url: 'https://paper.example/feed' });
    const opml = `<opml><body><outline text="Fine" xmlUrl="https://fine.example/f"/>\n<outline text="In" xmlUrl="${url}"/></body></opml>`;
    const isPrivate = (address: string) => isPrivatePlace(address, allowList);
    const report = await subscribe(readOpml(opml), { ...world, isPrivatePlace: isPrivate });
    expect(report.added.map((feed) => feed.url)).toEqual(['https://fine.example/f']);
    expect(report.refused).toEqual([{ line: 2, url, reason: expect.stringContaining('private place') }]);
  });
});

describe('where robots.txt is not to blame', () => {
  test.each<[string, string, string]>([
    ['a host that is not there', 'http://no-such-host.invalid/a', 'dns'],
    ['a port that is not the usual one', 'http://1.1.1.1:8443/a', 'port-not-allowed'],
    ['a private place', 'http://10.0.0.1/a', 'private-address'],
  ])('%s is told as that', async (_name, link, code) => {
    const news = await serveNews([TERMINAL]);
    const world = await createWorld(news, 'auto');
    await world.poll();
    const [message] = await world.pagesDue();
    const item = await world.store.items.get(message!.itemId);
    const { fetchPage } = await import('../../../lambda/pipeline/fetch-page.ts');
    const deps = { ...world, userAgent: 'Dateline/0.2.0' };
    await expect(fetchPage({ url: link, throughPublic: item?.fromPrivate !== true }, deps)).rejects.toMatchObject({
      code,
      message: expect.not.stringContaining('robots.txt of'),
    });
    expect(await world.store.hosts.get(new URL(link).hostname)).toBeNull();
  });

  test('a server that cannot be reached is named with its reason, also an hour later from memory', async () => {
    const world = await createWorld({ url: 'https://paper.example/feed' });
    const { fetchPage } = await import('../../../lambda/pipeline/fetch-page.ts');
    const deps = { ...world, userAgent: 'Dateline/0.2.0' };
    for (let time = 0; time < 2; time++) {
      await expect(fetchPage({ url: 'http://127.0.0.1:1/a', throughPublic: false }, deps)).rejects.toMatchObject({
        code: 'robots-unread',
        message: expect.stringContaining('could not be read'),
      });
      world.pass(1);
    }
  });
});
