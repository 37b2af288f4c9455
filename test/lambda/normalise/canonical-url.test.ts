import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalUrl } from '../../../lambda/normalise/canonical-url.ts';

describe('canonicalUrl', () => {
  it.each([
    ['HTTPS://News.Example:443/A/b#top', 'https://news.example/A/b'],
    ['http://news.example:8080/', 'http://news.example:8080/'],
    ['https://user:secret@news.example/', 'https://news.example/'],
    ['https://news.example./a', 'https://news.example/a'],
    ['https://news.example../a', 'https://news.example/a'],
    ['https://news.example/??', 'https://news.example/??'],
    ['https://news.example/??a&utm_source=x', 'https://news.example/??a'],
    ['https://news.example/a?utm_source=x&id=7&UTM_medium=y&fbclid=z', 'https://news.example/a?id=7'],
    ['https://news.example/a?utm_source=x', 'https://news.example/a'],
    ['https://news.example/?b=2&a=1', 'https://news.example/?b=2&a=1'],
    ['https://news.example/?q=utm_source', 'https://news.example/?q=utm_source'],
    ['https://news.example/#!/story/1', 'https://news.example/#!/story/1'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['/relative', null],
    ['', null],
  ])('%s', (link, canonical) => {
    expect(canonicalUrl(link)).toBe(canonical);
  });

  it('done twice changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string()), (link) => {
        const once = canonicalUrl(link);
        expect(once === null || canonicalUrl(once) === once).toBe(true);
      }),
      { examples: [['http://a.aa??'], ['http://a.aa...'], ['http://a.aa?&&??']] },
    );
  });
});
