import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeedParseError } from '../../../lambda/model/errors.ts';
import { type FeedDocument, feedDocumentSchema } from '../../../lambda/model/feed-document.ts';
import { entryTexts } from '../../../lambda/normalise/entry-text.ts';
import { parseFeed } from '../../../lambda/parse/parse-feed.ts';
import { readFixture } from '../../read-fixture.ts';
import { processorMilliseconds } from '../../support/processor-time.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/feeds');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const rss = (item: string): Uint8Array =>
  bytes(`<rss version="2.0"><channel><title>t</title><item><title>a</title>${item}</item></channel></rss>`);
const firstEntry = async (item: string) => (await parseFeed(rss(item))).entries[0]!;

describe('golden feeds', () => {
  it.each(readdirSync(FIXTURES))('%s is read as recorded', async (slug) => {
    const expected = JSON.parse(readFileSync(join(FIXTURES, slug, 'expected.json'), 'utf8'));
    const document = await readFixture(join(FIXTURES, slug));
    expect(document).toEqual(expected);
    expect(feedDocumentSchema.parse(document)).toEqual(document);
  });
});

describe('what is no feed', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['white space', ' \n\t', 'empty'],
    ['a byte order mark alone', '\uFEFF', 'empty'],
    ['a page', '<!doctype html><html><body>Not found</body></html>', 'not-a-feed'],
    ['plain text', 'Service unavailable', 'not-a-feed'],
    ['other JSON', '{"error":"gone"}', 'not-a-feed'],
    ['broken JSON', '{"items":[', 'malformed'],
    ['elements without end outside a text', '<rss><channel>'.concat('<x>'.repeat(100_000)), 'too-deep'],
  ])('%s is refused', async (_, text, code) => {
    const error = await parseFeed(bytes(text)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FeedParseError);
    expect(error).toMatchObject({ code });
  });
});

describe('repairs', () => {
  it.each([
    ['an empty channel', '<rss><channel/></rss>', 0],
    ['an empty item', '<rss version="2.0"><channel><item/></channel></rss>', 1],
    ['items without a channel', '<rss><item><title>x</title></item></rss>', 1],
    ['items that are never closed', `<rss><channel>${'<item><title>x</title>'.repeat(600)}`, 600],
    ['an Atom feed without a namespace', '<feed><entry><title>x</title></entry></feed>', 1],
    ['an unknown namespace', '<feed xmlns="urn:made-up"><entry><title>x</title></entry></feed>', 1],
  ])('%s does no harm', async (_, text, entries) => {
    expect((await parseFeed(bytes(text))).entries).toHaveLength(entries);
  });

  it('a text keeps its inline markup in order, and line breaks that nobody closed', async () => {
    const entry = await firstEntry('<description>He said <q>no</q> to <b>Bob</b><br>today</description>');
    expect(entryTexts(entry).summary).toBe('He said “no” to Bob\ntoday');
  });

  it('names of JavaScript’s own objects are names like others', async () => {
    const { title, guid } = await firstEntry('<__proto__>x</__proto__><constructor/><guid>toString</guid>');
    expect({ title, guid }).toEqual({ title: 'a', guid: 'toString' });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('the feed’s own authors and tags stand in where an entry has none', async () => {
    const text =
      '<rss><channel><managingEditor>Ada</managingEditor><category>Sea</category><item><title>x</title></item></channel></rss>';
    expect((await parseFeed(bytes(text))).entries[0]).toMatchObject({ authors: ['Ada'], tags: ['Sea'] });
  });
});

describe('links', () => {
  const relative = bytes('<rss><channel><link>/home</link><item><link>a/b</link></item></channel></rss>');
  it.each([
    ['the feed’s address', {}, 'https://one.example/x/a/b'],
    ['Content-Location', { 'Content-Location': 'https://two.example/y/feed' }, 'https://two.example/y/a/b'],
    ['an unsafe Content-Location not', { 'content-location': 'javascript:alert(1)' }, 'https://one.example/x/a/b'],
  ])('are relative to %s', async (_, headers, link) => {
    const document = await parseFeed(relative, { url: 'https://one.example/x/feed', headers });
    expect(document.entries[0]?.url).toBe(link);
  });

  it('stand as they are without any address', async () => {
    expect((await parseFeed(relative)).entries[0]?.url).toBe('a/b');
  });
});

describe('dates', () => {
  it('the first that can be read counts, whatever else the entry says', async () => {
    const dates = '<pubDate>tomorrow</pubDate><dc:date>2023-11-12</dc:date>';
    expect((await firstEntry(dates)).published).toEqual({
      value: '2023-11-12T00:00:00Z',
      offset: null,
      raw: '2023-11-12',
    });
  });

  it('one that cannot be read is kept in its words', async () => {
    expect((await firstEntry('<pubDate>30 Feb 2024</pubDate>')).published).toEqual({
      value: null,
      offset: null,
      raw: '30 Feb 2024',
    });
  });
});

/** The words of the first entry's summary. */
const summaryOf = ({ entries: [entry] }: FeedDocument): string => (entry ? entryTexts(entry).summary : '');

describe('hostile feeds', () => {
  const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
  const attributes = Array.from({ length: 5000 }, (_, n) => `a${n}="x"`).join(' ');
  it.each([
    ['100,000 nested elements', `<description>${'<div>'.repeat(100_000)}end</description>`, 'end'],
    ['100,000 nested elements, escaped', `<description>${'&lt;div>'.repeat(100_000)}end</description>`, 'end'],
    ['100,000 tags that never end', `<description>end<![CDATA[ ${'<p '.repeat(100_000)}=]]></description>`, 'end'],
    ['5,000 attributes', `<description><p ${attributes}>end</p></description>`, 'end'],
    ['an entity that reads a file', '<description>&passwd; end</description>', '&passwd; end'],
    ['NUL and other controls', '<description>e\0n\x01d</description>', 'end'],
    ['lone surrogates', '<description>&#xD800;end</description>', '\uFFFDend'],
    ['bare ampersands', `<description>end ${'&'.repeat(3)}</description>`, 'end &&&'],
  ])('%s', async (_, item, summary) => {
    const doctype = bytes('<!DOCTYPE rss [<!ENTITY passwd SYSTEM "file:///etc/passwd">]>');
    const document = await parseFeed(Buffer.concat([doctype, rss(item)]));
    expect(summaryOf(document)).toBe(summary);
  });

  it('a billion laughs stay one', async () => {
    const document = await parseFeed(
      Buffer.concat([bytes(`<!DOCTYPE rss [<!ENTITY l0 "ha">${laughs}]>`), rss('<description>&l9;</description>')]),
    );
    expect(summaryOf(document)).toBe('&l9;');
    expect(document.warnings.map(({ code }) => code)).toContain('unknown-entity');
  });

  const repeated = (unit: string) => (count: number) => rss(unit.repeat(count));
  it.each<[string, (count: number) => Uint8Array]>([
    ['tags without end', (count) => rss(`<description><![CDATA[${'<p'.repeat(count)}]]></description>`)],
    ['closing tags without opening ones', repeated('</b>')],
    ['enclosures', repeated('<enclosure url="u"/>')],
    ['dates', repeated('<pubDate>x</pubDate>')],
    ['ampersands', repeated('&')],
    ['comments that never end', repeated('<!--')],
    [
      'authors of a feed of many entries',
      (count) =>
        bytes(
          `<rss><channel>${'<managingEditor>x</managingEditor>'.repeat(count / 20)}${'<item/>'.repeat(count / 20)}`,
        ),
    ],
  ])('%s take time in proportion', async (_, make) => {
    const time = async (count: number): Promise<number> => {
      const text = make(count);
      const start = processorMilliseconds();
      await parseFeed(text);
      return processorMilliseconds() - start;
    };
    await time(20_000);
    const small = await time(20_000);
    expect(await time(80_000)).toBeLessThan(12 * small + 200);
  });

  it('never fails but with an error of its own, whatever the bytes', async () => {
    const pieces = fc.array(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom(
          '<rss>',
          '<channel>',
          '<item>',
          '</item>',
          '<title>',
          '</title>',
          '<![CDATA[',
          ']]>',
          '&',
          '<feed>',
        ),
        fc.constantFrom(
          '<entry>',
          '<content type="xhtml">',
          '<link href="',
          '"/>',
          '<?xml',
          '<!--',
          '<p',
          '{"items":[',
          '}]',
        ),
      ),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(pieces, async (parts) => {
        const result = await parseFeed(bytes(parts.join(''))).catch((error: unknown) => error);
        if (!(result instanceof FeedParseError)) feedDocumentSchema.parse(result);
      }),
      { numRuns: 500 },
    );
  });

  it('never fails but with an error of its own on bytes of no charset', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (noise) => {
        const document = await parseFeed(Buffer.concat([bytes('<rss><channel><item><title>'), noise]));
        expect(feedDocumentSchema.parse(document)).toEqual(document);
      }),
    );
  });
});
