import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashId, sha256 } from '../../../lambda/common/hash.ts';
import type { FeedDocument, FeedEntry } from '../../../lambda/model/feed-document.ts';
import { normalisedItemSchema } from '../../../lambda/model/item.ts';
import { normaliseEntries } from '../../../lambda/normalise/normalise-entry.ts';

const context = { feedId: 'feed', fetchedAt: '2023-11-12T12:00:00Z' };
const entry = (given: Partial<FeedEntry> = {}): FeedEntry => ({
  guid: null,
  url: null,
  title: null,
  titleHtml: null,
  authors: [],
  summary: null,
  summaryHtml: null,
  contentHtml: null,
  tags: [],
  enclosures: [],
  language: null,
  published: null,
  updated: null,
  ...given,
});
const feed = (entries: Partial<FeedEntry>[], language: string | null = null): FeedDocument => ({
  format: 'rss',
  title: null,
  titleHtml: null,
  link: null,
  language,
  description: null,
  descriptionHtml: null,
  ttlMinutes: null,
  entries: entries.map(entry),
  warnings: [],
});
const normalise = (...entries: Partial<FeedEntry>[]) => normaliseEntries(feed(entries), context);
const at = (value: string | null, raw = value ?? 'x') => ({ value, offset: value === null ? null : 240, raw });

describe('ids', () => {
  it.each<[string, Partial<FeedEntry>, string]>([
    ['of the guid', { guid: 'g', url: 'https://a.example/' }, hashId('feed', 'g')],
    ['of the canonical URL', { url: 'https://A.example:443/x?utm_source=y#z' }, hashId('feed', 'a.example/x')],
    ['of title and text', { title: 'T', summary: 'S' }, hashId('feed', 'T', 'S')],
    ['of title and text where the link is none', { title: 'T', url: 'javascript:x' }, hashId('feed', 'T', '')],
  ])('%s', (_, given, id) => {
    expect(normalise(given).items[0]?.id).toBe(id);
  });

  it('of the links where a guid has several', () => {
    const { items } = normalise(
      { guid: '0', url: 'https://a.example/1' },
      { guid: '0', url: 'https://a.example/2' },
      { guid: '1', url: 'https://a.example/3' },
    );
    expect(items.map(({ id }) => id)).toEqual([
      hashId('feed', 'a.example/1'),
      hashId('feed', 'a.example/2'),
      hashId('feed', '1'),
    ]);
  });

  it('of title and text where a guid has several titles and no links', () => {
    expect(normalise({ guid: '0', title: 'A' }, { guid: '0', title: 'B' }).items).toHaveLength(2);
  });

  it('one that comes twice is kept once, and told when its text differs', () => {
    const same = { guid: 'g', url: 'https://a.example/', title: 'T' };
    const { items, rejected } = normalise(
      { ...same, summary: 'a' },
      { ...same, summary: 'a' },
      { ...same, summary: 'b' },
    );
    expect(items.map(({ contentText }) => contentText)).toEqual(['a']);
    expect(rejected).toMatchObject([{ entry: 'g', code: 'duplicate-entry' }]);
  });
});

describe('texts', () => {
  it.each([
    ['<p>Long <b>content</b>.</p><p>End.</p>', 'Short.', 'Long content.\n\nEnd.'],
    ['<p>Short.</p>', 'A summary that says more.', 'A summary that says more.'],
    [null, 'Summary.', 'Summary.'],
    ['<img src="x">', null, ''],
  ])('of %j and %j the longer', (contentHtml, summary, contentText) => {
    const [item] = normalise({ title: 'T', contentHtml, summary }).items;
    expect(item).toMatchObject({ contentText, feedHash: sha256('T', contentText) });
  });

  it('lists that are too long, and names in them, are cut with a warning that gives their length', () => {
    const tags = Array.from({ length: 45 }, (_, n) => `tag ${n}`);
    const [item] = normalise({ title: 'T', tags, authors: ['a'.repeat(300)], guid: 'g'.repeat(2000) }).items;
    expect(item?.tags).toEqual(tags.slice(0, 40));
    expect(item?.authors).toEqual(['a'.repeat(200)]);
    expect(item?.warnings.map(({ message }) => message)).toEqual([
      'authors has entries of more than 200 characters, which are cut',
      'tags has 45 entries, of which 40 are kept',
      'guid has 2000 characters, and is cut to the first 1000',
    ]);
  });

  it('too long names are cut with a warning, texts never', () => {
    const [item] = normalise({ title: 'x'.repeat(600), summary: 'y'.repeat(600) }).items;
    expect(item).toMatchObject({ title: 'x'.repeat(500), contentText: 'y'.repeat(600) });
    const message = 'title has 600 characters, and is cut to the first 500';
    expect(item?.warnings).toMatchObject([{ code: 'too-long', place: 'title', message }]);
  });
});

describe('dates', () => {
  const bad = (code: string) => [{ code }];
  it.each<[string, Partial<FeedEntry>, string | null, string | null, object[]]>([
    [
      'published',
      { published: at('2023-11-12T10:00:00Z'), updated: at('2023-11-12T11:00:00Z') },
      '2023-11-12T10:00:00Z',
      '2023-11-12T10:00:00Z',
      [],
    ],
    ['updated alone', { updated: at('2023-11-12T11:00:00Z') }, '2023-11-12T11:00:00Z', '2023-11-12T11:00:00Z', []],
    ['a day ahead', { published: at('2023-11-13T12:00:00Z') }, '2023-11-13T12:00:00Z', '2023-11-13T12:00:00Z', []],
    ['far ahead', { published: at('2023-11-13T12:00:01Z', 'r') }, null, 'r', bad('timestamp-in-future')],
    ['before the web', { published: at('1970-01-01T00:00:00Z', 'r') }, null, 'r', bad('timestamp-too-early')],
    ['unreadable', { published: at(null, 'soon') }, null, 'soon', bad('timestamp-unreadable')],
    [
      'unreadable but updated',
      { published: at(null, 'soon'), updated: at('2023-11-12T11:00:00Z', 'u') },
      '2023-11-12T11:00:00Z',
      'u',
      bad('timestamp-unreadable'),
    ],
    ['none', {}, null, null, []],
  ])('%s', (_, given, feedPublishedAt, publishedAtRaw, warnings) => {
    const [item] = normalise({ title: 'T', ...given }).items;
    const publishedAtOffset = feedPublishedAt === null ? null : 240;
    expect(item).toMatchObject({ feedPublishedAt, publishedAtOffset, publishedAtRaw, warnings });
  });
});

it('the language is the entry’s, the feed’s, or what the text shows', () => {
  const english = {
    title: 'T',
    summary: 'The mayor said that the bridge is closed and that it will be so for the week.',
  };
  const language = (given: Partial<FeedEntry>, feedLanguage: string | null) =>
    normaliseEntries(feed([given], feedLanguage), context).items[0]?.language;
  expect(language({ ...english, language: 'sv' }, 'fr')).toBe('sv');
  expect(language(english, 'fr')).toBe('fr');
  expect(language(english, null)).toBe('en');
  expect(language({ title: 'T' }, 'no language')).toBeNull();
  const arabic = { contentHtml: 'يبقى الميناء مغلقا حتى يوم الثلاثاء بحسب ما قالت مديرة الميناء للتجار' };
  expect(language(arabic, 'en')).toBe('ar');
});

it('a link that is no web address is dropped with a warning', () => {
  const [item] = normalise({ title: 'T', url: 'javascript:alert(1)' }).items;
  expect(item).toMatchObject({ url: null, canonicalUrl: null, warnings: [{ code: 'link-unusable' }] });
});

it('an entry without anything is rejected and takes no other along', () => {
  const { items, rejected } = normalise({ title: 'A' }, { contentHtml: '<p> </p>' }, { title: 'B' });
  expect(items.map(({ title }) => title)).toEqual(['A', 'B']);
  expect(rejected).toMatchObject([{ entry: 'entry 2', code: 'empty-entry' }]);
});

it('gives the same twice, one item an id, and what the model asks, whatever the entries', () => {
  const text = fc.option(fc.string({ unit: 'grapheme', maxLength: 20 }));
  const link = fc.option(fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string()));
  const entries = fc.array(
    fc.record({
      guid: fc.option(fc.constantFrom('a', 'b')),
      url: link,
      title: text,
      summary: text,
      contentHtml: text,
      language: text,
    }),
  );
  fc.assert(
    fc.property(entries, (given) => {
      const result = normalise(...given);
      expect(normalise(...given)).toEqual(result);
      expect(new Set(result.items.map(({ id }) => id)).size).toBe(result.items.length);
      for (const item of result.items) normalisedItemSchema.parse(item);
    }),
  );
});
