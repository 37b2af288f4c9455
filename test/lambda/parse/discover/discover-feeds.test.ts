import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discoverFeeds, isWebPage } from '../../../../lambda/parse/discover/discover-feeds.ts';
import { commonFeedUrls } from '../../../../lambda/parse/discover/feed-links.ts';
import { parseFeed } from '../../../../lambda/parse/parse-feed.ts';
import { processorMilliseconds } from '../../../support/processor-time.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const page = (head: string, body = ''): Uint8Array =>
  bytes(`<!doctype html><html><head><title>Harbour</title>${head}</head><body><br>${body}</body></html>`);
const found = (head: string, body = '') => discoverFeeds(page(head, body), { url: 'https://harbour.example/news/' });
const addresses = (head: string, body = '') => found(head, body).map(({ url }) => url);

describe('discoverFeeds', () => {
  it('tells address, title and type of what the page names', () => {
    const head =
      '<LINK REL="alternate" TYPE="application/rss+xml; charset=utf-8" TITLE="Tides &amp; ships" HREF="/rss?a=1&amp;b=2">';
    expect(found(head)).toEqual([
      { url: 'https://harbour.example/rss?a=1&b=2', title: 'Tides & ships', type: 'application/rss+xml' },
    ]);
  });

  it.each([
    [
      'Atom, JSON Feed and rel=feed',
      '<link rel="alternate home" type="application/atom+xml" href="a"><link rel=alternate type=application/feed+json href=j><link rel=feed href=f>',
      ['a', 'j', 'f'],
    ],
    ['each feed once', '<link rel=feed href=f><link rel=feed href=f>', ['f']],
    [
      'JSON where its address speaks of a feed',
      '<link rel=alternate type=application/json href=feed.json>',
      ['feed.json'],
    ],
    ['no other JSON', '<link rel=alternate type=application/json href=wp-json/posts/4>', []],
    [
      'no other languages and styles',
      '<link rel=alternate hreflang=fr href=fr><link rel="alternate stylesheet" type="text/css" href=feed.css>',
      [],
    ],
    ['comments last', '<link rel=feed href=comments/feed><link rel=feed href=feed>', ['feed', 'comments/feed']],
    ['the page’s own base', '<base href="/other/"><link rel=feed href=f>', ['../other/f']],
    ['no address that is not of the web', '<link rel=feed href="javascript:feed()"><link rel=feed href="">', []],
    ['addresses of the scheme feed', '<link rel=feed href="feed://harbour.example/x">', ['http://harbour.example/x']],
  ])('finds %s', (_, head, expected) => {
    expect(addresses(head)).toEqual(expected.map((each) => new URL(each, 'https://harbour.example/news/').href));
  });

  it('finds anchors that look like feeds, after what the page names', () => {
    const body = '<a href="/about">About</a><a href="/rss.xml"> Our <b>feed</b> </a><a href="/feedback">Feedback</a>';
    expect(found('<link rel=feed href=/f>', body)).toEqual([
      { url: 'https://harbour.example/f', title: null, type: null },
      { url: 'https://harbour.example/rss.xml', title: 'Our feed', type: null },
    ]);
  });

  it('says in the error of the parser that it is a page, and how many feeds it names', async () => {
    const context = { url: 'https://harbour.example/' };
    const two = page('<link rel=feed href=a><link rel=feed href=b>', '<p><img src=x>'.repeat(1000));
    await expect(parseFeed(two, context)).rejects.toMatchObject({
      code: 'not-a-feed',
      message: 'a web page, not a feed; it names 2 feeds',
    });
    await expect(parseFeed(page(''), context)).rejects.toThrow('it names no feed');
  });

  it('knows a page by its first tag', () => {
    expect(isWebPage('<?xml version="1.0"?><!-- x --> <html>')).toBe(true);
    expect(isWebPage('<rss><channel><description><html></description></channel></rss>')).toBe(false);
  });

  it('knows the usual places of a site, the page’s own folder first', () => {
    expect(commonFeedUrls('https://harbour.example/?a=1#b').slice(0, 3)).toEqual([
      'https://harbour.example/feed',
      'https://harbour.example/rss',
      'https://harbour.example/rss.xml',
    ]);
    const places = commonFeedUrls('https://harbour.example/log/2026/');
    expect(places[0]).toBe('https://harbour.example/log/2026/feed');
    expect(places).toContain('https://harbour.example/feed');
    expect(new Set(places).size).toBe(places.length);
  });

  it('never throws, and answers absolute addresses of the web alone', () => {
    const piece = fc.constantFrom(
      '<link rel=feed href="',
      '"',
      '>',
      '<a href=/rss>',
      '</a>',
      '<base href=x:y>',
      '//',
      'feed:',
      ' ',
      'é',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        for (const { url } of discoverFeeds(bytes(pieces.join('')))) expect(url).toMatch(/^https?:/);
      }),
    );
  });

  it.each(['<a href=/rss>', '<link rel=feed href=f>', '<a href="/rss'])(
    'takes time in proportion to many %s',
    (unit) => {
      const time = (count: number): number => {
        const text = bytes(unit.repeat(count));
        const start = processorMilliseconds();
        discoverFeeds(text);
        return processorMilliseconds() - start;
      };
      time(20_000);
      expect(time(80_000)).toBeLessThan(12 * time(20_000) + 200);
    },
  );
});
