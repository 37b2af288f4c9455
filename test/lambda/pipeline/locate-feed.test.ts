import { describe, expect, test } from 'vitest';
import { locateFeed } from '../../../lambda/pipeline/locate-feed.ts';
import { testFeed } from '../../../lambda/pipeline/test-feed.ts';
import { failure, fetcherFor, serve } from '../fetch/support.ts';

const FEED =
  '<rss version="2.0"><channel><title> Harbour Gazette </title><ttl>90</ttl><item><guid>1</guid><title>Ferry</title><link>https://gazette.example/1</link><pubDate>Sun, 05 May 2024 10:00:00 GMT</pubDate><description>“We never gave up on her,” said Ada Brook, the harbour master.</description></item><item></item></channel></rss>';
const link = (href: string, title: string): string =>
  `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`;
const page = (head: string): string => `<!doctype html><html><head>${head}</head><body><p>News.</p></body></html>`;

/** A site that answers these texts at these paths, and where it was asked. */
async function site(texts: Record<string, string>, redirects: Record<string, [number, string]> = {}) {
  const asked: string[] = [];
  const base = await serve((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const [status, location] = redirects[path] ?? [];
    if (status) response.writeHead(status, { Location: location }).end();
    else if (texts[path] === undefined) response.writeHead(404).end();
    else response.setHeader('Cache-Control', 'max-age=600').end(texts[path]);
  });
  return { base, asked };
}

describe('locateFeed', () => {
  test('a feed is itself', async () => {
    const { base, asked } = await site({ '/f': FEED });
    expect(await locateFeed(`${base}/f`, fetcherFor())).toEqual({
      url: `${base}/f`,
      title: 'Harbour Gazette',
      others: [],
    });
    expect(asked).toEqual(['/f']);
  });

  test.each([
    [301, '/new'],
    [302, '/old'],
  ])('a feed behind %i is subscribed at %s', async (status, path) => {
    const { base } = await site({ '/new': FEED }, { '/old': [status, '/new'] });
    expect((await locateFeed(`${base}/old`, fetcherFor())).url).toBe(base + path);
  });

  test('of a page the first feed that can be read is taken, the others are told', async () => {
    const head = link('/broken', 'Broken') + link('/news', 'News') + link('/sport', 'Sport');
    const { base } = await site({ '/': page(head), '/news': FEED, '/sport': FEED, '/broken': page('') });
    const located = await locateFeed(`${base}/`, fetcherFor());
    expect(located).toMatchObject({ url: `${base}/news`, title: 'Harbour Gazette' });
    expect(located.others.map(({ url }) => url)).toEqual([`${base}/broken`, `${base}/sport`]);
  });

  test('of a page that names none, the usual places of its site are tried', async () => {
    const { base, asked } = await site({ '/': page(''), '/rss.xml': FEED });
    expect(await locateFeed(base, fetcherFor())).toMatchObject({ url: `${base}/rss.xml`, others: [] });
    expect(asked).toEqual(['/', '/feed', '/rss', '/rss.xml']);
  });

  test('of a page in a folder, those of the folder are tried before', async () => {
    const { base, asked } = await site({ '/news/front.html': page(''), '/news/feed.xml': FEED, '/feed': FEED });
    expect((await locateFeed(`${base}/news/front.html`, fetcherFor())).url).toBe(`${base}/news/feed.xml`);
    expect(asked).toEqual(['/news/front.html', '/news/feed', '/news/rss.xml', '/news/feed.xml']);
  });

  test('of a page that names only what cannot be read, too', async () => {
    const { base } = await site({ '/': page(link('/gone', 'News')), '/feed': FEED });
    expect(await locateFeed(base, fetcherFor())).toMatchObject({ url: `${base}/feed`, others: [{ title: 'News' }] });
  });

  test.each([
    ['names none', page(''), 'names none'],
    ['names what is none', page(link('/sport', 'Sport')), 'none of the feeds'],
  ])('a page that %s is told so, after a few tries', async (_name, text, words) => {
    const { base, asked } = await site({ '/': text });
    const located = locateFeed(`${base}/`, fetcherFor());
    await expect(located).rejects.toMatchObject({ code: 'no-feed-found', message: expect.stringContaining(words) });
    expect(asked.length).toBeLessThanOrEqual(11);
  });

  test('a page cannot lead into a private network', async () => {
    const { base } = await site({ '/': page(link('http://10.0.0.1/feed', 'Inside')) });
    await expect(locateFeed(`${base}/`, fetcherFor())).rejects.toMatchObject({ code: 'no-feed-found' });
  });

  test('a server that does not answer is an error of fetching', async () => {
    expect(await failure(locateFeed('http://127.0.0.1:1/', fetcherFor()))).toMatchObject({ code: 'connection' });
  });
});

describe('testFeed', () => {
  const clock = { now: () => Date.parse('2024-05-06T12:00:00Z') };

  test('shows the way, the document, its entries and who speaks in them', async () => {
    const { base } = await site({ '/new': FEED }, { '/old': [301, '/new'] });
    const trial = await testFeed(`${base}/old`, { fetcher: fetcherFor(), clock });
    expect(trial.steps.map(({ kind }) => kind)).toEqual(['asked', 'answered', 'redirected', 'asked', 'answered']);
    expect(trial).toMatchObject({
      answer: { url: `${base}/new`, movedTo: `${base}/new`, bytes: Buffer.byteLength(FEED), cacheSeconds: 600 },
      document: { format: 'rss', ttlMinutes: 90 },
      items: 1,
      rejected: [{ code: 'empty-entry' }],
      entries: [
        {
          title: 'Ferry',
          publishedAt: '2024-05-05T10:00:00Z',
          statements: [{ text: 'We never gave up on her', speaker: { name: 'Ada Brook' } }],
        },
      ],
      discovered: [],
      error: null,
    });
  });

  test('of a page tells the feeds that it names', async () => {
    const { base } = await site({ '/': page(link('/news', 'News')) });
    expect(await testFeed(`${base}/`, { fetcher: fetcherFor(), clock })).toMatchObject({
      error: { code: 'not-a-feed' },
      discovered: [{ url: `${base}/news`, title: 'News' }],
      document: null,
    });
  });

  test.each([
    ['/missing', 'http-status', ['asked', 'answered']],
    ['http://10.0.0.1/', 'private-address', []],
    ['http://reader:secret@127.0.0.1/', 'bad-url', []],
  ])('of %s tells how far it came', async (address, code, kinds) => {
    const { base } = await site({});
    const trial = await testFeed(new URL(address, base).href, { fetcher: fetcherFor(), clock });
    expect(trial).toMatchObject({ error: { code }, answer: null });
    expect(trial.steps.map(({ kind }) => kind)).toEqual(kinds);
  });
});
