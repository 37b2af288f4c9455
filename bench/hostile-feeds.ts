/** Feeds made to hurt a parser, by what they do; each is a well-meant `parseFeed` away from being read or refused. */
export const HOSTILE_FEEDS: readonly [string, () => Uint8Array][] = [
  ['100,000 nested elements', () => item(`<description>${'<div>'.repeat(100_000)}end</description>`)],
  ['100,000 nested elements, escaped', () => item(`<description>${'&lt;div>'.repeat(100_000)}end</description>`)],
  ['100,000 nested elements without a text', () => bytes(`<rss><channel>${'<x>'.repeat(100_000)}`)],
  ['<p × 100,000', () => item(`<description><![CDATA[${'<p'.repeat(100_000)}]]></description>`)],
  ['<p × 100,000, as tags of the feed', () => item('<p'.repeat(100_000))],
  ['billion laughs', () => Buffer.concat([bytes(LAUGHS), item('<description>&l9;</description>')])],
  [
    'quadratic blow-up',
    () =>
      Buffer.concat([
        bytes(`<!DOCTYPE rss [<!ENTITY a "${'a'.repeat(400)}">]>`),
        item(`<description>${'&a;'.repeat(200_000)}</description>`),
      ]),
  ],
  [
    'external entities',
    () =>
      Buffer.concat([
        bytes('<!DOCTYPE rss SYSTEM "http://127.0.0.1/x.dtd" [<!ENTITY f SYSTEM "file:///etc/passwd">]>'),
        item('<description>&f;</description>'),
      ]),
  ],
  [
    'an element of 5,000 attributes',
    () =>
      item(`<description><p ${Array.from({ length: 5000 }, (_, n) => `a${n}="x"`).join(' ')}>end</p></description>`),
  ],
  ['1,000,000 NUL bytes', () => item(`<description>${'\0'.repeat(1_000_000)}end</description>`)],
  ['100,000 lone surrogates', () => item(`<description>${'&#xD800;'.repeat(100_000)}</description>`)],
  ['100,000 bare ampersands', () => item(`<description>${'&'.repeat(100_000)}</description>`)],
  ['100,000 unclosed comments', () => item('<!--'.repeat(100_000))],
  ['100,000 unclosed CDATA sections', () => item('<![CDATA['.repeat(100_000))],
  ['100,000 stray closing tags', () => item('</b>'.repeat(100_000))],
  ['100,000 enclosures', () => item('<enclosure url="u"/>'.repeat(100_000))],
  ['100,000 dates', () => item('<pubDate>1 1 1 1 1 1 1 1 1</pubDate>'.repeat(100_000))],
  ['100,000 empty entries', () => bytes(`<rss><channel>${'<item/>'.repeat(100_000)}`)],
  ['100,000 namespaces', () => item('<x xmlns:a="b"/>'.repeat(100_000))],
  [
    '__proto__ in a JSON Feed',
    () => bytes(`{"__proto__":{"x":1},"items":[${'{"__proto__":{"title":"x"},"constructor":{}},'.repeat(5000)}{}]}`),
  ],
  ['JSON nested 100,000 deep', () => bytes(`{"items":${'['.repeat(100_000)}`)],
  ['1,000,000 bytes of no charset', () => new Uint8Array(1_000_000).map((_, index) => 128 + ((index * 7919) % 128))],
];

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const item = (inside: string): Uint8Array =>
  bytes(`<rss version="2.0"><channel><title>t</title><item><title>a</title>${inside}</item></channel></rss>`);
const LAUGHS = `<!DOCTYPE rss [<!ENTITY l0 "ha">${Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')}]>`;
