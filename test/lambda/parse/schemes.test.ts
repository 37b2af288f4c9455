import { describe, expect, it } from 'vitest';
import { toInstant } from '../../../lambda/model/instant.ts';
import { normaliseEntries } from '../../../lambda/normalise/normalise-entry.ts';
import { parseFeed } from '../../../lambda/parse/parse-feed.ts';

/** What some feeds have where an address belongs; each would run, open or say something else where it is shown. */
const NO_ADDRESSES = [
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'java&#9;script:alert(1)',
  'data:text/html,hello',
  'vbscript:x',
  'file:///etc/passwd',
  'ftp://a.example/f',
  'mailto:desk@a.example',
  'about:blank',
  'blob:https://a.example/1',
  'urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a',
  'tel:+4712345678',
];
const REAL = 'https://a.example/1';

const FORMATS: [string, (link: string) => string][] = [
  [
    'rss',
    (link) =>
      `<rss version="2.0"><channel><title>T</title><link>${link}</link><item><title>A</title><link>${link}</link></item><item><title>B</title><link>${link}</link><guid>${REAL}</guid></item></channel></rss>`,
  ],
  [
    'atom',
    (link) =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><link href="${link}"/><entry><title>A</title><link href="${link}"/></entry><entry><title>B</title><link href="${link}"/><link href="${REAL}"/></entry></feed>`,
  ],
  [
    'json',
    (link) =>
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'T',
        home_page_url: link.replace('&#9;', '\t'),
        items: [
          { id: '1', title: 'A', url: link.replace('&#9;', '\t') },
          { id: '2', title: 'B', url: link.replace('&#9;', '\t'), external_url: REAL },
        ],
      }),
  ],
];

describe.each(FORMATS)('an address in %s', (_format, write) => {
  it.each(NO_ADDRESSES)('is never %s', async (link) => {
    const document = await parseFeed(new TextEncoder().encode(write(link)));
    expect(document.link).toBeNull();
    expect(document.entries.map(({ url }) => url)).toEqual([null, REAL]);
    expect(document.warnings).toContainEqual(expect.objectContaining({ code: 'link-unusable' }));
    const { items } = normaliseEntries(document, {
      feedId: 'f',
      fetchedAt: toInstant(Date.parse('2026-05-01T12:00Z')),
    });
    expect(items.map(({ url, canonicalUrl }) => [url, canonicalUrl])).toEqual([
      [null, null],
      [REAL, REAL],
    ]);
  });

  it.each([
    [' https://a.example/2 ', 'https://a.example/2'],
    ['HTTP://A.example/2', 'HTTP://A.example/2'],
    ['www.r.example/r', 'http://www.r.example/r'],
    ['www.r.example', 'http://www.r.example'],
    ['/r', '/r'],
  ])('may be %s', async (link, url) => {
    const { entries } = await parseFeed(new TextEncoder().encode(write(link)));
    expect(entries[0]?.url).toBe(url);
  });
});
