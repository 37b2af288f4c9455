import { describe, expect, it } from 'vitest';
import { type CanonicalFeed, canonicalise } from '../../../../lambda/parse/canonical/canonicalise.ts';
import type { MarkedUp } from '../../../../lambda/parse/canonical/record.ts';
import { Warnings } from '../../../../lambda/parse/warnings.ts';

const NAMESPACES = [
  'xmlns:a="http://www.w3.org/2005/Atom"',
  'xmlns:d="http://purl.org/dc/elements/1.1/"',
  'xmlns:c="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd"',
  'xmlns:m="http://search.yahoo.com/mrss/"',
].join(' ');

/** The document with what stands aside of it in its place, as elements of short names. */
function inPlace({ rss, texts, asides }: CanonicalFeed): string {
  const element = (name: string, value: string | null) => (value === null ? '' : `<${name}>${value}</${name}>`);
  const marked = ({ value, html }: MarkedUp) => (html === null ? value : `${value}|${html}`);
  return rss
    .replace(/>#(\d+)</g, (_, number) => `>${marked(texts[number]!)}<`)
    .replace(/<more>(\d+)<\/more>/g, (_, number) => {
      const { summary, content, language, authors, tags, published, updated, enclosures } = asides[number]!;
      return [
        element('text', summary && marked(summary)),
        element('body', content),
        element('lang', language),
        ...authors.map((name) => element('by', name)),
        ...tags.map((tag) => element('tag', tag)),
        ...published.map((date) => element('date', date)),
        ...updated.map((date) => element('edit', date)),
        ...enclosures.map(({ url, type, length }) =>
          element(
            'file',
            element('url', url) + element('type', type) + element('length', length === null ? null : String(length)),
          ),
        ),
      ].join('');
    });
}

function read(item: string): { rss: string; codes: string[] } {
  const warnings = new Warnings();
  const feed = `<rss ${NAMESPACES}><channel><item>${item}</item></channel></rss>`;
  const whole = inPlace(canonicalise(feed, 'https://b.example/', warnings));
  return { rss: /<item>(.*)<\/item>/s.exec(whole)?.[1] ?? '', codes: warnings.list.map(({ code }) => code) };
}

describe('canonicalise', () => {
  it.each([
    [
      'the format’s own title before others',
      '<m:title>b</m:title><title>a</title><d:title>c</d:title>',
      '<title>a</title>',
    ],
    ['another title where there is no own', '<m:title>b</m:title>', '<title>b</title>'],
    ['no title of what is quoted', '<source><title>b</title></source><image><title>c</title></image>', ''],
    [
      'content beside a summary',
      '<description>s</description><c:encoded>t</c:encoded>',
      '<text>s</text><body>t</body>',
    ],
    [
      'a description beside a summary as content',
      '<summary>s</summary><description>d</description>',
      '<text>s</text><body>d</body>',
    ],
    [
      'a permalink as link',
      '<guid>https://b.example/1</guid>',
      '<guid>https://b.example/1</guid><link>https://b.example/1</link>',
    ],
    [
      'no permalink as guid alone',
      '<guid isPermaLink="false">https://b.example/1</guid>',
      '<guid>https://b.example/1</guid>',
    ],
    [
      'a path that is a permalink as link',
      '<guid isPermaLink="true">2026/storm</guid>',
      '<guid>https://b.example/2026/storm</guid><link>https://b.example/2026/storm</link>',
    ],
    [
      'a path from the site’s root as link',
      '<guid>/storm</guid>',
      '<guid>https://b.example/storm</guid><link>https://b.example/storm</link>',
    ],
    [
      'a path that Atom calls an id',
      '<a:id>2026/storm</a:id>',
      '<guid>https://b.example/2026/storm</guid><link>https://b.example/2026/storm</link>',
    ],
    ['other guids word for word', '<guid>desk/2026:4</guid>', '<guid>desk/2026:4</guid>'],
    ['a path that is no permalink', '<guid isPermaLink="false">/storm</guid>', '<guid>/storm</guid>'],
    [
      'the link for people',
      '<a:link rel="self" href="s"/><a:link type="application/json" href="j"/><a:link href="h"/>',
      '<link>https://b.example/h</link>',
    ],
    [
      'all enclosures once',
      '<enclosure url="a"/><m:content url="b"/><enclosure url="a"/>',
      '<file><url>https://b.example/a</url></file><file><url>https://b.example/b</url></file>',
    ],
    ['nested categories', '<i:category text="A"><i:category text="B"/></i:category>', '<tag>B</tag><tag>A</tag>'],
    ['keywords', '<i:keywords>a, b</i:keywords>', '<tag>a</tag><tag>b</tag>'],
    [
      'authors of one sort',
      '<d:creator>A</d:creator><d:creator>B</d:creator><i:author>C</i:author>',
      '<by>A</by><by>B</by>',
    ],
    ['an author’s parts', '<a:author><a:email>x@b.example</a:email><a:name>A</a:name></a:author>', '<by>A</by>'],
    [
      'Atom in RSS',
      '<a:updated>2023</a:updated><a:content type="xhtml"><p>x</p></a:content>',
      '<body><p>x</p></body><edit>2023</edit>',
    ],
    ['the end of a CDATA section', '<title>a ]]&gt; b</title>', '<title>a ]]> b</title>'],
    ['what looks like a reference to a text kept aside', '<title>#0</title>', '<title>#0</title>'],
    ['markup in a title', '<title>a &lt;b>c&lt;/b></title>', '<title>a c|a <b>c</b></title>'],
    [
      'a title of a picture alone',
      '<title>&lt;img src="c.png"></title>',
      '<title>|<img src="https://b.example/c.png"></title>',
    ],
    ['no picture in base64', '<a:content type="image/png">AAAA</a:content>', ''],
    ['HTML that Atom forgets to call so', '<a:summary>&lt;p>a&lt;/p></a:summary>', '<text>|<p>a</p></text>'],
    ['what Atom calls plain as it stands', '<a:summary type="text">&lt;p>a</a:summary>', '<text><p>a</text>'],
    ['nothing of an unknown namespace', '<z:title xmlns:z="urn:z">a</z:title>', ''],
  ])('takes %s', (_, item, canonical) => {
    expect(read(item)).toEqual({ rss: canonical, codes: [] });
  });

  it.each([
    ['bare-ampersand', '<title>a & b</title>', '<title>a & b</title>'],
    ['unknown-entity', '<title>a &b; c</title>', '<title>a &b; c</title>'],
    ['unclosed-element', '<title>a<guid>b</guid>', '<guid>b</guid><title>a</title>'],
    ['too-deep', `<description>${'<i>'.repeat(600)}a</description>`, null],
  ])('warns of %s', (code, item, canonical) => {
    const { rss, codes } = read(item);
    expect(codes).toContain(code);
    if (canonical !== null) expect(rss).toBe(canonical);
  });

  it('keeps long texts, all markup, and all but addresses and titles aside', () => {
    const feed = `<rss><channel><item><title>a &amp; b</title><guid>${'c'.repeat(300)}</guid><description>d</description></item></channel></rss>`;
    const { rss, texts, asides } = canonicalise(feed, null, new Warnings());
    expect(rss).toContain('<item><guid>#0</guid><title>#1</title><more>1</more></item>');
    expect(texts.map(({ value }) => value)).toEqual(['c'.repeat(300), 'a & b']);
    expect(asides[1]?.summary).toMatchObject({ value: 'd', html: null });
  });
});
