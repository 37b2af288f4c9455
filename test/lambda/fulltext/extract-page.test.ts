import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractPage } from '../../../lambda/fulltext/extract-page.ts';
import type { PageResult } from '../../../lambda/fulltext/page-result.ts';

const FIRST = 'The harbour of Eastmole will be dredged from Monday on, harbour master Signe Falk said.';
const REST = [
  '“We will work at night only, so that nobody misses a boat,” she told the local radio.',
  'Four ships will carry the mud to a basin behind the dunes, where it is to dry for three years.',
  'The last dredging was in 2011, and took a month longer than planned.',
];
const paragraphs = [FIRST, ...REST];
const html = (body: string, head = ''): string =>
  `<html><head><title>Dredging begins</title>${head}</head><body>${body}</body></html>`;
const marked = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('');
const read = (page: string, more: { teaser?: string; title?: string; type?: string } = {}): PageResult =>
  extractPage(new TextEncoder().encode(page), {
    url: 'https://news.example/a/1',
    headers: { 'content-type': more.type ?? 'text/html' },
    title: more.title ?? 'Dredging begins',
    teaser: more.teaser ?? FIRST,
  });
const textOf = (result: PageResult): string => (result.kind === 'article' ? result.text : result.code);

describe('extractPage', () => {
  it('gives the text in paragraphs and HTML that runs nothing', () => {
    const page = html(
      `<article>${marked}<p onclick="x()"><a href="javascript:alert(1)">No</a> <a href="/more">more</a> of this is known.</p></article>`,
    );
    const result = read(page);
    expect(textOf(result)).toBe([...paragraphs, 'No more of this is known.'].join('\n\n'));
    const article = result.kind === 'article' ? result.html : '';
    expect(article).toContain('href="https://news.example/more"');
    expect(article).not.toMatch(/javascript|onclick/);
  });

  it.each([
    ['application/pdf', '%PDF-1.7', 'not-html'],
    ['text/html', '%PDF-1.7', 'not-html'],
    ['application/json', '{}', 'not-html'],
    ['text/html', '{"error":"no"}', 'not-html'],
    ['text/html', '<?xml version="1.0"?><rss version="2.0"></rss>', 'not-html'],
    ['text/html', '', 'not-html'],
    ['text/html', '<p>', 'too-short'],
  ])('refuses %s with %j as %s', (type, page, code) => {
    expect(read(page, { type })).toMatchObject({ kind: 'refused', code });
  });

  it('refuses more bytes than any article has', () => {
    expect(read(html(marked + ' '.repeat(6_000_000)))).toMatchObject({ code: 'too-large' });
  });

  it('reads an article that stands in a box named like clutter', () => {
    expect(textOf(read(html(`<div class="sidebar">${marked}</div>`)))).toBe(paragraphs.join('\n\n'));
  });

  it('takes the article of JSON-LD where the page shows only its beginning', () => {
    const script = (more: object): string =>
      `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'x', articleBody: paragraphs.join('\n\n'), ...more })}</script>`;
    expect(textOf(read(html(`<p>${FIRST}</p>`, script({}))))).toBe(paragraphs.join('\n\n'));
    expect(textOf(read(html(`<p>${FIRST}</p>`, script({ isAccessibleForFree: false }))))).toBe('paywall');
  });

  it('keeps the paragraphs of the page where JSON-LD says the same without them', () => {
    const script = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'x', articleBody: paragraphs.join(' ') })}</script>`;
    expect(textOf(read(html(marked, script)))).toBe(paragraphs.join('\n\n'));
  });

  it('accepts a teaser that is cut, syndicated or in other words, not one of another article', () => {
    const long = html(`<h1>Dredging begins</h1>${marked.repeat(3)}`);
    const code = (teaser: string, title = 'Dredging begins'): string => read(long, { teaser, title }).kind;
    expect(code(`(SEAWIRE - Eastmole Echo) ${FIRST.slice(0, 60)}...`)).toBe('article');
    expect(code('Ships will work at night in the harbour and carry mud behind the dunes')).toBe('article');
    expect(code('', 'Dredging begins')).toBe('article');
    expect(code('A bakery burned down in the old town, and nobody knows why, the fire service said')).toBe('refused');
    expect(code('', 'Bakery burns down')).toBe('refused');
  });

  it('never throws on any bytes', () => {
    const context = { url: 'https://news.example/', title: '', teaser: '' };
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) =>
        ['article', 'refused'].includes(extractPage(bytes, context).kind),
      ),
    );
  });

  it('never throws on any soup of tags', () => {
    const piece = fc.constantFrom(
      '<div>',
      '</div>',
      '<p',
      '<p>',
      '</p>',
      '<table><tr><td>',
      '</table>',
      '<script>',
      '</script>',
      '<a href="x">',
      '</a>',
      '<!--',
      '-->',
      '<svg>',
      '<title>',
      '<li>',
      '<ul>',
      '<form>',
      '<input>',
      '<br>',
      '<b>',
      '</b>',
      '<h2>',
      '<article class="share">',
      '<x-y>',
      '&',
      '&amp;',
      '<![CDATA[',
      '<frame>',
      '"',
      '=',
      FIRST,
      'a, b',
      '<meta name="__proto__" content="x">',
      '<script type="application/ld+json">{"@type":"NewsArticle","__proto__":{"headline":"x"}}</script>',
      '\u0000',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.string(), (pieces, teaser) => {
        const result = read(pieces.join(''), { teaser });
        return result.kind === 'article'
          ? result.text.length > 0
          : result.reason.length > 0 && result.code !== 'unreadable';
      }),
      { numRuns: 200 },
    );
  });
});
