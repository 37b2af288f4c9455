import { describe, expect, it } from 'vitest';
import { canonicalise } from '../../../../lambda/parse/canonical/canonicalise.ts';
import { Warnings } from '../../../../lambda/parse/warnings.ts';

const NAMESPACES = [
  'xmlns:a="http://www.w3.org/2005/Atom"',
  'xmlns:d="http://purl.org/dc/elements/1.1/"',
  'xmlns:c="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd"',
  'xmlns:m="http://search.yahoo.com/mrss/"',
].join(' ');

function read(item: string): { rss: string; codes: string[] } {
  const warnings = new Warnings();
  const feed = `<rss ${NAMESPACES}><channel><item>${item}</item></channel></rss>`;
  const { rss, texts } = canonicalise(feed, 'https://b.example/', warnings);
  const whole = rss.replace(/>#(\d+)</g, (_, number) => `>${texts[number]}<`);
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
      '<summary>s</summary><content>t</content>',
    ],
    [
      'a description beside a summary as content',
      '<summary>s</summary><description>d</description>',
      '<summary>s</summary><content>d</content>',
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
      'the link for people',
      '<a:link rel="self" href="s"/><a:link type="application/json" href="j"/><a:link href="h"/>',
      '<link>https://b.example/h</link>',
    ],
    [
      'all enclosures once',
      '<enclosure url="a"/><m:content url="b"/><enclosure url="a"/>',
      '<file><url>https://b.example/a</url></file><file><url>https://b.example/b</url></file>',
    ],
    [
      'nested categories',
      '<i:category text="A"><i:category text="B"/></i:category>',
      '<topic>B</topic><topic>A</topic>',
    ],
    ['keywords', '<i:keywords>a, b</i:keywords>', '<topic>a</topic><topic>b</topic>'],
    [
      'authors of one sort',
      '<d:creator>A</d:creator><d:creator>B</d:creator><i:author>C</i:author>',
      '<byline>A</byline><byline>B</byline>',
    ],
    [
      'an author’s parts',
      '<a:author><a:email>x@b.example</a:email><a:name>A</a:name></a:author>',
      '<byline>A</byline>',
    ],
    [
      'Atom in RSS',
      '<a:updated>2023</a:updated><a:content type="xhtml"><p>x</p></a:content>',
      '<content><p>x</p></content><updated>2023</updated>',
    ],
    ['the end of a CDATA section', '<title>a ]]&gt; b</title>', '<title>a ]]> b</title>'],
    ['what looks like a reference to a text kept aside', '<title>#0</title>', '<title>#0</title>'],
    ['markup in a title', '<title>a &lt;b>c&lt;/b></title>', '<title>a c</title><titleHtml>a <b>c</b></titleHtml>'],
    [
      'a title of a picture alone',
      '<title>&lt;img src="c.png"></title>',
      '<titleHtml><img src="https://b.example/c.png"></titleHtml>',
    ],
    ['no picture in base64', '<a:content type="image/png">AAAA</a:content>', ''],
    [
      'HTML that Atom forgets to call so',
      '<a:summary>&lt;p>a&lt;/p></a:summary>',
      '<summary>a</summary><summaryHtml><p>a</p></summaryHtml>',
    ],
    ['what Atom calls plain as it stands', '<a:summary type="text">&lt;p>a</a:summary>', '<summary><p>a</summary>'],
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

  it('keeps long texts and all markup aside', () => {
    const feed = `<rss><channel><item><title>a &amp; b</title><description>${'c '.repeat(200)}</description></item></channel></rss>`;
    const { rss, texts } = canonicalise(feed, null, new Warnings());
    expect(rss).toContain('<item><title>#0</title><summary>#1</summary></item>');
    expect(texts).toEqual(['a & b', 'c '.repeat(200).trim()]);
  });
});
