import fc from 'fast-check';
import { readOpml } from '../../lambda/common/opml/read-opml.ts';
import { extract } from '../../lambda/extract/extract.ts';
import { extractPage } from '../../lambda/fulltext/extract-page.ts';
import { FeedParseError, InputError } from '../../lambda/model/errors.ts';
import type { Feed } from '../../lambda/model/feed.ts';
import { readDocument } from '../../lambda/pipeline/read-document.ts';
import { openQueryApp } from '../support/query-app.ts';
import { damaged, hostileText, markup } from './hostile.ts';

/** A room whose doors take what strangers send: throws where something is wrong with what became of it. */
export interface Room {
  name: string;
  open(): Promise<{ property: fc.IAsyncProperty<unknown[]>; close?: () => Promise<void> }>;
}

type Case<T> = (given: T) => unknown;
const room = <T>(name: string, given: fc.Arbitrary<T>, work: Case<T>, around: (work: Case<T>) => Case<T>): Room => ({
  name,
  open: async () => ({
    property: fc.asyncProperty(given, async (one) => void (await around(work)(one))) as fc.IAsyncProperty<unknown[]>,
  }),
});

const url = 'https://quay.example/feed';
const feed: Feed = {
  ...{ id: 'quay', url, title: 'Quay', siteUrl: null, folder: null, tags: [] },
  ...{ paused: false, createdAt: '2026-11-03T10:00:00.000Z', fullText: 'never' as const },
};
const context = { feed, url, headers: {}, fetchedAt: '2026-11-03T11:00:00.000Z', listed: new Set<string>() };
const readFeed = async (bytes: Uint8Array): Promise<void> => {
  try {
    await readDocument(bytes, context);
  } catch (error) {
    if (!(error instanceof FeedParseError)) throw error;
  }
};

const FEED_ELEMENTS = [
  ...['item', 'entry', 'title', 'link', 'guid', 'id', 'pubDate', 'updated', 'published', 'dc:date', 'description'],
  ...['summary', 'content', 'content:encoded', 'author', 'name', 'dc:creator', 'category', 'source', 'enclosure'],
  ...[
    'media:content',
    'media:group',
    'atom:link',
    'itunes:author',
    'ttl',
    'language',
    'xhtml:div',
    'rdf:li',
    'channel',
  ],
];
const FEED_ATTRIBUTES = [
  'href',
  'rel',
  'type',
  'xml:base',
  'xml:lang',
  'url',
  'length',
  'isPermaLink',
  'xmlns',
  'xmlns:dc',
];
const ROOTS = [
  ['<rss version="2.0"><channel>', '</channel></rss>'],
  ['<feed xmlns="http://www.w3.org/2005/Atom">', '</feed>'],
  ['<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">', '</rdf:RDF>'],
  ['<?xml version="1.0" encoding="windows-1252"?><rss><channel>', ''],
] as const;
const feedDocument = fc
  .tuple(fc.constantFrom(...ROOTS), markup(FEED_ELEMENTS, FEED_ATTRIBUTES))
  .map(([[start, end], inside]) => start + inside + end);

const text = fc.oneof(hostileText, fc.constant(undefined), fc.integer());
const jsonDocument = fc
  .record({
    version: fc.constantFrom('https://jsonfeed.org/version/1.1', 1),
    title: text,
    home_page_url: text,
    items: fc.array(
      fc.record(
        {
          ...{ id: text, url: text, title: text, content_html: text, content_text: text, summary: text },
          ...{ date_published: text, authors: fc.array(fc.record({ name: text })), tags: fc.array(text) },
          attachments: fc.array(fc.record({ url: text, size_in_bytes: text })),
        },
        { requiredKeys: [] },
      ),
    ),
    extra: fc.jsonValue(),
  })
  .map((value) => JSON.stringify(value));

const PAGE_ELEMENTS = [
  ...['html', 'head', 'title', 'meta', 'script', 'style', 'body', 'article', 'main', 'div', 'p', 'h1', 'blockquote'],
  ...[
    'table',
    'tr',
    'td',
    'svg',
    'template',
    'iframe',
    'a',
    'img',
    'br',
    'select',
    'option',
    'math',
    'li',
    'ul',
    'base',
  ],
];
const PAGE_ATTRIBUTES = ['href', 'class', 'id', 'style', 'property', 'content', 'itemprop', 'charset', 'http-equiv'];

const extracted: Case<string> = (given) => {
  const { statements, dates } = extract({
    text: given,
    title: given.slice(0, 200),
    publishedAt: '2026-11-03T10:00:00Z',
  });
  for (const { text: words, start, end } of dates) {
    if (given.slice(start, end) !== words) throw new Error(`a date at ${start} is not where it says`);
  }
  for (const { spans } of statements) {
    if (spans.some(({ start, end }) => start < 0 || end > given.length || start > end))
      throw new Error('a span lies outside');
  }
};

const ADDRESSES = [
  ...['statements', 'items', 'speakers', 'dates', 'feeds', 'stats/statements', 'removals', 'corrections', 'searches'],
  ...['items/x', 'speakers/x', 'feeds/x', 'extract', 'status', 'none', 'removals/item/x/restore'],
].map((path) => `/v1/${path}`);
const PAGES = ['/', '/feeds', '/articles', '/speakers', '/dates', '/try', '/statements.csv', '/sign-in', '/articles/x'];
const PARAMETERS = [
  'q',
  'from',
  'to',
  'limit',
  'cursor',
  'speaker',
  'feed',
  'format',
  'fields',
  'reason',
  'type',
  'interval',
];
const header = hostileText.map((value) => value.replaceAll(/[^\t\u0020-\u007e\u00a0-\u00ff]/g, '').trim());
const request = fc.record({
  path: fc.constantFrom(...ADDRESSES, ...PAGES),
  method: fc.constantFrom('GET', 'GET', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
  query: fc.array(fc.tuple(fc.constantFrom(...PARAMETERS), hostileText), { maxLength: 4 }),
  accept: header,
  type: fc.oneof(
    fc.constantFrom('application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'),
    header,
  ),
  body: fc.oneof(
    hostileText,
    fc.jsonValue().map((value) => JSON.stringify(value)),
    jsonDocument,
  ),
});

const requests: Room = {
  name: 'requests',
  async open() {
    const { app, save, close } = await openQueryApp();
    await save({ name: 'one', publishedAt: '2026-03-10T00:00:00Z', statements: [{ text: 'Only words' }] });
    const property = fc.asyncProperty(request, async ({ path, method, query, accept, type, body }) => {
      const pairs = query.map(([name, value]): [string, string] => [name, Buffer.from(value).toString()]);
      const response = await app.request(`${path}?${new URLSearchParams(pairs)}`, {
        method,
        headers: { accept, 'content-type': type },
        ...(method === 'GET' ? {} : { body }),
      });
      await response.text();
      if (response.status >= 500 && response.status !== 501) throw new Error(`answered with ${response.status}`);
    });
    return { property: property as unknown as fc.IAsyncProperty<unknown[]>, close };
  },
};

const itself = <T>(work: Case<T>): Case<T> => work;

/** Every room that reads what strangers send. */
export const ROOMS: readonly Room[] = [
  room('feeds', damaged(feedDocument), readFeed, itself),
  room('json', damaged(jsonDocument), readFeed, itself),
  room(
    'opml',
    damaged(markup(['opml', 'head', 'body', 'outline'], ['text', 'title', 'xmlUrl', 'htmlUrl', 'type', 'category'])),
    readOpml,
    (work) => (bytes) => {
      try {
        work(bytes);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
      }
    },
  ),
  room(
    'pages',
    damaged(markup(PAGE_ELEMENTS, PAGE_ATTRIBUTES)),
    (bytes) => extractPage(bytes, { url, title: 'Quay', teaser: '', headers: { 'content-type': 'text/html' } }),
    itself,
  ),
  room('texts', hostileText, extracted, itself),
  requests,
];
