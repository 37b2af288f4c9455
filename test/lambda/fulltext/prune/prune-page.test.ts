import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prunePage } from '../../../../lambda/fulltext/prune/prune-page.ts';
import { DEEPEST } from '../../../../lambda/fulltext/prune/tag-stack.ts';

const URL_OF_PAGE = 'https://news.example/a/b';
const body = (html: string, keepClutter = false): string => prunePage(html, URL_OF_PAGE, keepClutter).body;

describe('prunePage', () => {
  it.each([
    ['text in blocks', '<div><p>One</p>\n<p>Two  words</p></div>', '<div><p>One</p> <p>Two words</p></div>'],
    [
      'missing end tags',
      '<ul><li>a<li>b</ul><p>c<p>d<div>e',
      '<ul><li>a</li><li>b</li></ul><p>c</p><p>d</p><div>e</div>',
    ],
    [
      'table cells without end tags',
      '<table><tr><td>a<td>b<tr><td>c</table>',
      '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>',
    ],
    ['end tags in the wrong order', '<p><b>a<i>b</b>c</i></p>d', '<p><b>a<i>b</i></b>c</p>d'],
    ['an end tag that can’t leave its block', '<div><b>a</div></b><p>b</span></p>', '<div><b>a</b></div><p>b</p>'],
    [
      'an end tag that can’t leave its cell',
      '<div><table><tr><td>a</div>b</td></tr></table></div>',
      '<div><table><tr><td>ab</td></tr></table></div>',
    ],
    ['empty elements', '<div><p></p><p> </p><div><div></div></div>a</div>', '<div>a</div>'],
    ['line breaks, at most two', 'a<br><br><br>b', 'a<br><br>b'],
    ['scripts with tags in them', 'a<script>"</body><p>x</p>"</script>b', 'ab'],
    [
      'comments, styles and pictures',
      'a<!-- x --><style>p{}</style><img src=x><svg><text>x</text></svg><noscript>x</noscript>b',
      'ab',
    ],
    ['navigation and asides', '<nav>x</nav><aside>x</aside><footer>x</footer><div role="navigation">x</div>a', 'a'],
    ['hidden elements', '<p hidden>x</p><p style="color:red; DISPLAY:none">x</p><p aria-hidden="true">x</p>a', 'a'],
    [
      'clutter by its name',
      '<div class="post-related-articles">x</div><div id="cookie-banner">x</div><p class="relatedness">a</p>',
      '<p class="relatedness">a</p>',
    ],
    ['what follows unclosed clutter', '<p class="advert">x<p>a', '<p>a</p>'],
    ['custom elements', '<news-story><p>a</p></news-story>', '<div><p>a</p></div>'],
    ['spans and fonts', '<font size=2><span>a</span> b</font>', 'a b'],
    ['markup in text', '<p>a &lt;b&gt; &amp; c</p>', '<p>a &lt;b> &amp; c</p>'],
    [
      'links',
      '<a href="../c?d&amp;e" onclick="x()">a</a><a href="javascript:x()">b</a>',
      '<a href="https://news.example/c?d&amp;e">a</a><a>b</a>',
    ],
    ['an attribute that ends its quotes', '<p class="a&quot;b<">a</p>', '<p class="a&quot;b&lt;">a</p>'],
    ['the root', '<html><head><title>x</title></head><body class="sidebar">a</body></html>', 'a'],
  ])('reads %s', (_name, html, expected) => {
    expect(body(html)).toBe(expected);
  });

  it('keeps clutter when asked, and says that there was some', () => {
    const html = '<div class="newsletter">x</div>a';
    expect(body(html, true)).toBe('<div class="newsletter">x</div>a');
    expect(prunePage(html, URL_OF_PAGE, false)).toMatchObject({ leftOut: true, visibleText: 'x a' });
    expect(prunePage('<p>a</p>', URL_OF_PAGE, false).leftOut).toBe(false);
  });

  it('keeps the words of elements that are too deep, apart', () => {
    const { body: deep } = prunePage(`${'<div>'.repeat(100)}a${'<div>b</div>'.repeat(2)}<b>c</b>`, URL_OF_PAGE, false);
    expect(deep.match(/<div>/g)).toHaveLength(DEEPEST);
    expect(deep).toContain('a<br>b<br><br>b<br>c');
  });

  it('breaks off pages with too many elements, too much text or too deep a tree', () => {
    const tooLarge = (html: string): boolean => prunePage(html, URL_OF_PAGE, false).tooLarge;
    expect(tooLarge('<p>a</p>'.repeat(9000))).toBe(false);
    expect(tooLarge('<p>a</p>'.repeat(11_000))).toBe(true);
    expect(tooLarge('a'.repeat(1_100_000))).toBe(true);
    expect(tooLarge(`${'<div>a'.repeat(60)}${'<p>a</p>'.repeat(6000)}`)).toBe(true);
  });

  it('collects the head', () => {
    const html = `<html lang="de-AT"><head><base href="/x/"><title> A
      title</title><title>Second</title><link rel="canonical" href="y"><meta property="og:title" content="T &amp; U"><meta name="Author" content="N">
      <meta name="author" content="Second"><script type="application/ld+json">{"a":"&amp;"}</script></head><frameset><frame src=a><frame src=b></frameset>`;
    const { head } = prunePage(html, URL_OF_PAGE, false);
    expect({ ...head, metas: Object.fromEntries(head.metas) }).toEqual({
      title: 'A title',
      metas: { 'og:title': 'T & U', author: 'N' },
      jsonLd: ['{"a":"&amp;"}'],
      canonicalUrl: 'https://news.example/x/y',
      language: 'de-AT',
      frames: 2,
    });
  });

  it('writes what it reads the same again', () => {
    const piece = fc.constantFrom(
      '<div>',
      '</div>',
      '<p>',
      '</p>',
      '<td>',
      '<tr>',
      '<table>',
      '</table>',
      '<b>',
      '</b>',
      '<li>',
      '</ul>',
      '<ul>',
      '<br>',
      '<hr>',
      '&',
      '<',
      'a',
      ' b ',
      '<a href=x>',
      '</a>',
      '<script>',
      '</script>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const once = body(pieces.join(''));
        const twice = body(once);
        expect(body(twice)).toBe(twice);
        expect(twice.replace(/<[^>]*>|\s+/g, '')).toBe(once.replace(/<[^>]*>|\s+/g, ''));
      }),
      { numRuns: 300 },
    );
  });
});
