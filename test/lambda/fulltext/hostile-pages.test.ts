import { describe, expect, it } from 'vitest';
import { extractPage } from '../../../lambda/fulltext/extract-page.ts';

const SENTENCE =
  'The minister said on Monday that the port, which opened in 1998, would close, and that ships would go elsewhere. ';
const context = { url: 'https://news.example/a', title: 'Port to close', teaser: SENTENCE };
const encoder = new TextEncoder();

const PAGES: readonly [string, () => string][] = [
  ['100,000 nested elements', () => '<div>'.repeat(100_000) + SENTENCE.repeat(20)],
  ['100,000 nested elements with text', () => `<div>${SENTENCE}`.repeat(40_000)],
  ['a million text nodes', () => 'a<b>b</b>'.repeat(500_000)],
  ['a million line breaks', () => 'x<br>'.repeat(1_000_000)],
  ['5 MB of <p', () => '<p'.repeat(2_600_000)],
  ['5 MB of <p>', () => '<p>'.repeat(1_700_000)],
  ['5 MB of <', () => '<'.repeat(5_000_000)],
  ['5 MB of &', () => '&'.repeat(5_000_000)],
  ['5 MB of <a "', () => '<a "'.repeat(1_200_000)],
  ['5 MB of <!--', () => '<!--'.repeat(1_200_000)],
  ['unclosed tags of all kinds', () => `<b><i><p><td><li><a href=x>${SENTENCE}`.repeat(20_000)],
  ['end tags that fit nothing', () => '<div>'.repeat(400_000) + '</x>'.repeat(700_000)],
  ['a huge class', () => `<div class="${'a '.repeat(2_400_000)}">${SENTENCE}</div>`],
  ['a huge style', () => `<div style="${' '.repeat(4_800_000)}">${SENTENCE}</div>`],
  ['a million attributes', () => `<div ${'a=b '.repeat(1_200_000)}>${SENTENCE}</div>`],
  ['scripts with </body>', () => `<script>"</body></html>"</script><p>${SENTENCE}</p>`.repeat(5000)],
  ['many deep trees of links', () => (`<div><a href=x>a, b</a>`.repeat(60) + '</div>'.repeat(60)).repeat(80)],
  ['deep JSON-LD', () => `<script type="application/ld+json">${'['.repeat(900_000)}</script>`],
  ['80,000 JSON-LD scripts', () => '<script type="application/ld+json">{"a":1}</script>'.repeat(80_000)],
  ['consent without end', () => `<p>${'we and our '.repeat(400_000)}</p>`],
  ['a title without end', () => `<title>${'x | '.repeat(1_200_000)}`],
];

describe('hostile pages', () => {
  it.each(PAGES)('%s: an answer in bounded time', (_name, page) => {
    const bytes = encoder.encode(page()).subarray(0, 5 * 1024 * 1024);
    const start = performance.now();
    const result = extractPage(bytes, context);
    expect(performance.now() - start).toBeLessThan(8000);
    expect(result.kind === 'refused' ? result.code : 'article').not.toBe('unreadable');
  });

  it('takes time that grows with the length of a page alone', () => {
    const page = (paragraphs: number): Uint8Array =>
      encoder.encode(`<article>${`<p>${SENTENCE}</p>`.repeat(paragraphs)}</article>`);
    const time = (bytes: Uint8Array): number => {
      const times = [1, 2, 3].map(() => {
        const start = performance.now();
        extractPage(bytes, context);
        return performance.now() - start;
      });
      return Math.min(...times);
    };
    time(page(1000));
    expect(time(page(4000))).toBeLessThan(12 * time(page(1000)) + 50);
  });
});
