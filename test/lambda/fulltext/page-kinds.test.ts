import { describe, expect, it } from 'vitest';
import { extractPage } from '../../../lambda/fulltext/extract-page.ts';
import type { PageResult } from '../../../lambda/fulltext/page-result.ts';

const FIRST = 'The harbour of Eastmole will be dredged from Monday on, harbour master Signe Falk said.';
const SECOND = '“We will work at night only, so that nobody misses a boat,” she told the local radio.';
const THIRD = 'Four ships will carry the mud to a basin behind the dunes, where it is to dry for three years.';
const LAST = 'The last dredging was in 2011, and took a month longer than planned.';
const BODY = [FIRST, SECOND, THIRD, LAST];

const block = (text: string): string => (text.startsWith('<') ? text : `<p>${text}</p>`);
const page = (blocks: readonly string[], head = ''): string =>
  `<html><head><title>Dredging begins</title>${head}</head><body><article>${blocks.map(block).join('')}</article></body></html>`;
const read = (html: string, teaser = FIRST): PageResult =>
  extractPage(new TextEncoder().encode(html), {
    url: 'https://news.example/a/1',
    headers: { 'content-type': 'text/html; charset=utf-8' },
    title: 'Dredging begins',
    teaser,
  });
const linesOf = (result: PageResult): string[] =>
  result.kind === 'article' ? result.text.split('\n\n') : [result.code];

describe('an embedded post is a marked block of the article', () => {
  const TWEET =
    '<blockquote class="twitter-tweet"><p lang="en">Dredging starts tonight.</p>&mdash; Port (@eastmole) <a href="https://twitter.com/eastmole/status/1">November 3, 2026</a></blockquote><script src="https://platform.twitter.com/widgets.js"></script>';
  it.each([
    ['of Twitter', TWEET],
    ['of Twitter in a box called social', `<div class="social-embed">${TWEET}</div>`],
    ['of Twitter in a figure', `<figure class="wp-block-embed is-provider-twitter">${TWEET}</figure>`],
    [
      'of Bluesky',
      '<blockquote class="bluesky-embed"><p lang="en">Dredging starts tonight.</p>&mdash; Port (<a href="https://bsky.app/profile/p">@p.example</a>)</blockquote>',
    ],
    [
      'of TikTok',
      '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@p/video/1"><section><a href="https://www.tiktok.com/@p">@p</a><p>Dredging starts tonight.</p></section></blockquote>',
    ],
    [
      'of Facebook',
      '<div class="fb-post"><blockquote cite="https://www.facebook.com/p/1"><p>Dredging starts tonight.</p>Posted by <a href="https://www.facebook.com/p">Port</a></blockquote></div>',
    ],
    ['of AMP', '<amp-twitter data-tweetid="1"><blockquote><p>Dredging starts tonight.</p></blockquote></amp-twitter>'],
  ])('%s', (_name, post) => {
    const result = read(page([FIRST, SECOND, post, THIRD, LAST]));
    const lines = linesOf(result);
    expect(lines).toEqual(expect.arrayContaining([...BODY, 'Dredging starts tonight.']));
    expect(lines.indexOf('Dredging starts tonight.')).toBeLessThan(lines.indexOf(THIRD));
    const html = result.kind === 'article' ? result.html : '';
    expect(html).toContain('<blockquote class="embedded">');
    expect(html).not.toContain('script');
  });

  it('is no share bar, and a share bar is no post', () => {
    const bar = '<div class="social-share"><p>Share this on every network that there is, now.</p></div>';
    expect(linesOf(read(page([FIRST, SECOND, bar, THIRD, LAST])))).toEqual(BODY);
  });
});

describe('the first paragraph stays, with its dateline', () => {
  const DATED = `EASTMOLE, Nov. 3 (Seawire) — ${FIRST}`;
  it.each<[string, string[], string[]]>([
    ['in the paragraph', [DATED], [DATED]],
    ['in a header', [`<header><h1>Dredging begins</h1><p class="lead">${DATED}</p></header>`], [DATED]],
    ['in a heading', [`<h2>${DATED}</h2>`], [DATED]],
    ['in a box called summary', [`<div class="summary">${DATED}</div>`], [DATED]],
    ['as bare text', [`<div>${DATED}</div>`], [DATED]],
    ['in a paragraph of its own', ['EASTMOLE, Nov. 3 (Seawire) —', FIRST], ['EASTMOLE, Nov. 3 (Seawire) —', FIRST]],
    ['in a box called dateline', ['<div class="article-dateline">EASTMOLE:</div>', FIRST], ['EASTMOLE:', FIRST]],
    ['in a paragraph called dateline', ['<p id="dateline">EASTMOLE, Nov 3</p>', FIRST], ['EASTMOLE, Nov 3', FIRST]],
    [
      'in a span called dateline',
      [`<p><span class="dateline">EASTMOLE (Seawire)</span> – ${FIRST}</p>`],
      [`EASTMOLE (Seawire) – ${FIRST}`],
    ],
  ])('%s', (_name, opening, expected) => {
    expect(linesOf(read(page([...opening, SECOND, THIRD, LAST])))).toEqual([...expected, SECOND, THIRD, LAST]);
  });
});

describe('JSON-LD tells the article where the page has no more', () => {
  const script = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
  const described = { '@type': 'NewsArticle', headline: 'Dredging begins', articleBody: BODY.join('\n\n') };
  it.each<[string, unknown]>([
    ['by itself', described],
    ['in a graph', { '@graph': [{ '@type': 'WebPage' }, described] }],
    ['as one of several types', [{ ...described, '@type': ['ReportageNewsArticle', 'Thing'] }]],
    ['with markup', { ...described, articleBody: BODY.map((text) => `<p>${text}</p>`).join('') }],
  ])('%s', (_name, value) => {
    expect(linesOf(read(page([FIRST], script(value))))).toEqual(BODY);
  });
  it.each<[string, unknown]>([
    ['says less', { ...described, articleBody: FIRST }],
    ['says the same', described],
  ])('and the page does where it %s', (_name, value) => {
    expect(linesOf(read(page(BODY, script(value))))).toEqual(BODY);
  });
});

describe('a paragraph that is one link stays in the article', () => {
  it.each([
    ['a quotation', '“We will appeal,”', '“We will appeal,”'],
    ['a sentence', 'The court will hear the case in May.', 'The court will hear the case in May.'],
    ['a question', 'Who will pay for all of the mud?', 'Who will pay for all of the mud?'],
  ])('%s', (_name, words, expected) => {
    const linked = `<p><a href="/appeal">${words}</a></p>`;
    expect(linesOf(read(page([FIRST, SECOND, linked, THIRD, LAST])))).toEqual([FIRST, SECOND, expected, THIRD, LAST]);
  });
});

describe('invisible characters hide no article from its teaser', () => {
  it.each([
    ['soft hyphens', '\u00ad'],
    ['zero-width spaces', '\u200b'],
    ['joiners', '\u2060'],
    ['byte order marks', '\ufeff'],
  ])('%s', (_name, mark) => {
    const parted = BODY.map((text) => text.replace(/(\p{L}{3})(?=\p{L}{2})/gu, `$1${mark}`));
    expect(read(page(parted)).kind).toBe('article');
    expect(read(page(BODY), FIRST.replace(/(\p{L}{3})(?=\p{L}{2})/gu, `$1${mark}`)).kind).toBe('article');
  });
});

describe('what sites put between paragraphs is no text of the article', () => {
  it.each([
    ['a photo credit', 'Photo: Ada Brook/Seawire'],
    ['a photo credit', 'File photo by Tom Pell'],
    ['a photo credit', 'Image credit: Port of Eastmole'],
    ['when it was changed', 'Updated 9:14 PM GMT+1, March 7, 2026'],
    ['when it was changed', 'Last updated: 7 March 2026'],
    ['when it was changed', 'Last modified on Saturday 7 March 2026 at 10:00'],
    ['an application', 'Download our app for the latest news'],
    ['an application', 'Get the free Echo app on your phone.'],
    ['an application', 'Install the Echo app today!'],
    ['another article', 'ALSO READ: Bakery burns down in the old town'],
    ['another article', 'READ MORE | Ferry returns to the bay'],
    ['another article', 'RELATED: Tide tables for the week'],
    ['a related block', '<p>Related:</p><ul><li><a href="/1">Bakery burns down in the old town</a></li></ul>'],
    [
      'a related block',
      '<div class="related-posts"><h3>Related articles</h3><p>Bakery burns down in the old town</p></div>',
    ],
    ['a related block', '<h3>More on this story</h3><p><a href="/2">Ferry returns to the bay today</a></p>'],
  ])('%s: %s', (_kind, words) => {
    expect(linesOf(read(page([FIRST, SECOND, words, THIRD, LAST])))).toEqual(BODY);
  });

  it.each([
    'The app was updated on Monday, the ministry said.',
    'A photo of the mole hangs in her office, she said with a smile.',
    'Related laws will be changed in spring, the minister said.',
  ])('but this is: %s', (sentence) => {
    expect(linesOf(read(page([FIRST, SECOND, sentence, THIRD, LAST])))).toContain(sentence);
  });
});
