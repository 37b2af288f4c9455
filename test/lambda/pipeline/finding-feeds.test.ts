import { describe, expect, test } from 'vitest';
import { locateFeed } from '../../../lambda/pipeline/locate-feed.ts';
import { fetcherFor, serve } from '../fetch/support.ts';

const FEED =
  '<rss version="2.0"><channel><title>Harbour Gazette</title><item><title>Ferry</title></item></channel></rss>';

interface Site {
  headers?: Record<string, string | string[]>;
  head?: string;
  body?: string;
}

/** A site with a feed at `/x9` and `/y7`, addresses that say nothing, and a page that names them. */
async function site({ headers = {}, head = '', body = '' }: Site) {
  const base = await serve((request, response) => {
    const path = request.url ?? '';
    if (path === '/x9' || path === '/y7') response.end(FEED);
    else if (path === '/') {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      response.end(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`);
    } else if (path === '/moved')
      response.end('<html><head><link rel="alternate" type="application/rss+xml" href="/x9"></head></html>');
    else response.writeHead(404).end();
  });
  return base;
}

describe('a feed is found', () => {
  test.each<[string, Site]>([
    ['in a Link header', { headers: { Link: '</x9>; rel="alternate"; type="application/rss+xml"; title="News"' } }],
    [
      'in one of several Link headers',
      { headers: { Link: ['</s.css>; rel=preload', '</x9>; rel=alternate; type=application/atom+xml'] } },
    ],
    [
      'in a Link header with several links',
      { headers: { Link: '</a>; rel="next", </x9>; type="application/feed+json"; rel="alternate"' } },
    ],
    ['by an anchor’s class', { body: '<a class="icon rss" href="/x9"><svg></svg></a>' }],
    ['by another class', { body: '<a class=feed-link href="/x9">Subscribe</a>' }],
    ['by a class in capitals', { body: '<a href="/x9" class="RSS">here</a>' }],
    ['by an anchor’s words', { body: '<a href="/x9">RSS</a>' }],
    ['by words among others', { body: '<p>Follow us: <a href="/x9">Our <b>Atom</b> feed</a>' }],
    ['by its title', { body: '<a href="/x9" title="RSS feed of all news"><i></i></a>' }],
    ['by what stands for its picture', { body: '<a href="/x9"><img src="o.png" alt="RSS"></a>' }],
    ['by rel=alternate of text/xml', { head: '<link rel=alternate type="text/xml" href="/x9">' }],
    [
      'by rel=alternate of application/xml',
      { head: '<link rel="alternate" type="application/xml; charset=utf-8" href="x9">' },
    ],
    ['by rel=alternate of TEXT/XML', { head: '<LINK REL="Alternate" TYPE="TEXT/XML" HREF="/x9">' }],
    ['behind a refresh', { head: '<meta http-equiv="refresh" content="0; url=/moved">' }],
    ['behind a refresh to the feed itself', { head: '<meta http-equiv="Refresh" content="5;URL=\'/x9\'">' }],
    ['behind a refresh with a base', { head: '<base href="/deep/"><meta http-equiv=refresh content="0,url=../x9">' }],
  ])('%s', async (_name, given) => {
    const base = await site(given);
    expect(await locateFeed(`${base}/`, fetcherFor())).toMatchObject({ url: `${base}/x9`, title: 'Harbour Gazette' });
  });

  test('and the others are told with their titles', async () => {
    const base = await site({
      headers: { Link: '</x9>; rel="alternate"; type="application/rss+xml"; title="News"' },
      head: '<link rel="alternate" type="text/xml" href="/y7" title="Sport">',
      body: '<a class="rss" href="/z1">Culture</a><a href="/x9">RSS</a>',
    });
    expect((await locateFeed(`${base}/`, fetcherFor())).others).toEqual([
      { url: `${base}/y7`, title: 'Sport', type: 'text/xml' },
      { url: `${base}/z1`, title: 'Culture', type: null },
    ]);
  });

  test.each<[string, Site]>([
    [
      'a sentence that speaks of feeds',
      { body: `<a href="/x9">How ${'very '.repeat(12)}long this article about the feed of gulls is</a>` },
    ],
    ['a word that has the letters', { body: '<a href="/x9">Crossing, atomic, feeder</a>' }],
    ['a link to a style', { headers: { Link: '</x9>; rel="stylesheet"; type="text/xml"' } }],
    ['a refresh of itself', { head: '<meta http-equiv="refresh" content="300">' }],
    ['a refresh to what runs', { head: '<meta http-equiv="refresh" content="0; url=javascript:alert(1)">' }],
  ])('but not by %s', async (_name, given) => {
    const base = await site(given);
    await expect(locateFeed(`${base}/`, fetcherFor())).rejects.toMatchObject({ code: 'no-feed-found' });
  });
});
