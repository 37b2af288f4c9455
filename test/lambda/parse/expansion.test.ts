import { describe, expect, it, test } from 'vitest';
import { readOpml } from '../../../lambda/common/opml/read-opml.ts';
import { parseFeed } from '../../../lambda/parse/parse-feed.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const LONG = 'x'.repeat(100_000);
const PATH = 'x'.repeat(1_900);
const links = (count: number): string => Array.from({ length: count }, (_, n) => `<a href="${n}">n</a>`).join(' ');
const html = (count: number): string => links(count).replaceAll('<', '&lt;');

const atom = (base: string, entries: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="${base}"><title>Tides</title>${entries}</feed>`;
const entry = (content: string, own = ''): string =>
  `<entry ${own}><id>1</id><link href="1"/><content type="html">${content}</content></entry>`;
const json = (feed: object): string => JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', ...feed });
const items = (count: number, item: object) => Array.from({ length: count }, (_, n) => ({ id: `${n}`, ...item }));

describe('what a document makes of itself is bounded by its length', () => {
  it.each<[string, string, string[]]>([
    ['a long xml:base', atom(`https://a.example/${LONG}/`, entry(html(1_000))), ['link-too-long']],
    [
      'a long xml:base of an entry',
      atom('', entry(html(1_000), `xml:base="https://a.example/${LONG}/"`)),
      ['link-too-long'],
    ],
    [
      'a long xml:base within XHTML',
      atom(
        'https://a.example/',
        `<entry><id>1</id><content type="xhtml"><div xml:base="https://a.example/${LONG}/">${links(1_000)}</div></content></entry>`,
      ),
      ['link-too-long'],
    ],
    [
      'many nested bases that are short one by one',
      atom('https://a.example/', entry(html(10), '').repeat(10)).replaceAll(
        'entry ',
        `entry xml:base="${'y'.repeat(1_500)}/${'z'.repeat(900)}/" `,
      ),
      ['link-too-long'],
    ],
    ['a base that is just short enough', atom(`https://a.example/${PATH}/`, entry(html(10_000))), ['links-unresolved']],
    [
      'a base that is just short enough, in many entries',
      atom(`https://a.example/${PATH}/`, entry(html(100)).repeat(100)),
      ['links-unresolved'],
    ],
    [
      'the same in markup of its own',
      atom(
        `https://a.example/${PATH}/`,
        `<entry><id>1</id><content type="xhtml"><div>${links(10_000)}</div></content></entry>`,
      ),
      ['links-unresolved'],
    ],
    [
      'a long home_page_url',
      json({ home_page_url: `https://a.example/${LONG}/`, items: items(500, { url: 'a', content_html: links(3) }) }),
      ['link-too-long'],
    ],
    [
      'a home_page_url that is just short enough',
      json({ home_page_url: `https://a.example/${PATH}/`, items: items(2_000, { url: 'a', content_html: links(9) }) }),
      ['links-unresolved'],
    ],
    ['long addresses of items', json({ items: items(5, { url: `https://a.example/${LONG}` }) }), ['link-too-long']],
    ['a long xml:lang', atom(`" xml:lang="${LONG}`, entry('').repeat(500)), []],
    [
      'a long author of the feed',
      atom('', `<author><name>${LONG}</name></author><category term="${LONG}"/>${entry('').repeat(500)}`),
      [],
    ],
    [
      'a long author and language of a JSON Feed',
      json({ authors: [{ name: LONG }], language: LONG, items: items(500, { content_text: 'a' }) }),
      [],
    ],
  ])('%s', async (_name, text, codes) => {
    const document = await parseFeed(bytes(text), { url: 'https://a.example/feed' });
    expect(document.entries.length).toBeGreaterThan(0);
    // 1,000,000 characters and the document's own length for links, some of them escaped; a thousand an entry for what it inherits.
    const most = 3 * text.length + 1_000_000 + 3_000 * document.entries.length;
    expect(JSON.stringify(document).length).toBeLessThan(most);
    for (const code of codes) expect(document.warnings).toContainEqual(expect.objectContaining({ code }));
    for (const { url } of document.entries) expect((url ?? '').length).toBeLessThanOrEqual(2_000);
    expect((document.link ?? '').length).toBeLessThanOrEqual(2_000);
  });

  it.each<[string, string]>([
    ['Content-Location', 'content-location'],
    ['the address itself', ''],
  ])('a long base from %s', async (_name, header) => {
    const long = `https://a.example/${LONG}/feed`;
    const context = header === '' ? { url: long } : { url: 'https://a.example/', headers: { [header]: long } };
    const { entries, warnings } = await parseFeed(bytes(atom('', entry(html(1_000)))), context);
    expect(JSON.stringify(entries).length).toBeLessThan(100_000);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'link-too-long' }));
  });

  it('links of an ordinary feed are all made absolute', async () => {
    const text = atom('https://a.example/2026/', entry(html(300)).repeat(20));
    const { entries, warnings } = await parseFeed(bytes(text));
    expect(warnings).toEqual([]);
    expect(entries[19]?.url).toBe('https://a.example/2026/1');
    expect(entries[19]?.contentHtml).toContain('href="https://a.example/2026/299"');
  });
});

test('nested folders of an OPML list', () => {
  const folder = `<outline text="${'f'.repeat(5_000)}">`;
  const feeds = '<outline type="rss" text="Wire" xmlUrl="https://a.example/feed"/>'.repeat(2_000);
  const outlines = readOpml(`<opml><body>${folder.repeat(50)}${feeds}</body></opml>`);
  expect(outlines).toHaveLength(2_000);
  expect(JSON.stringify(outlines).length).toBeLessThan(1_000_000);
  expect(outlines[0]).toMatchObject({ folder: null, problem: expect.stringContaining('more than 300 characters') });
});

test.each([
  ['a long address', `<outline xmlUrl="https://a.example/${LONG}" text="Wire"/>`, 'more than 2000 characters'],
  ['a long folder', `<outline text="${'f'.repeat(301)}"><outline xmlUrl="https://a.example/" text="Wire"/>`, '300'],
])('%s is refused with its reason', (_name, outline, reason) => {
  const [found] = readOpml(`<opml>${outline}</opml>`);
  expect(found?.problem).toContain(reason);
  expect(found?.problem).toContain('Wire');
});
