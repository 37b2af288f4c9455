import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describedArticle } from '../../../../lambda/fulltext/metadata/json-ld.ts';

const described = (value: unknown): ReturnType<typeof describedArticle> => describedArticle([JSON.stringify(value)]);

describe('describedArticle', () => {
  it('reads an article wherever it stands', () => {
    const article = {
      '@type': ['Thing', 'NewsArticle'],
      headline: ' Pier opens ',
      author: [{ name: 'Ada Bell' }, 'Cem Dorn', { name: ['Eva Fry'] }],
      datePublished: '2026-01-02T03:04:05Z',
      inLanguage: 'en',
      articleBody: 'The pier is open.',
      mainEntityOfPage: { '@id': 'https://news.example/pier' },
      isAccessibleForFree: 'False',
    };
    const expected = {
      headline: 'Pier opens',
      description: null,
      datePublished: '2026-01-02T03:04:05Z',
      authors: ['Ada Bell', 'Cem Dorn', 'Eva Fry'],
      articleBody: 'The pier is open.',
      language: 'en',
      url: 'https://news.example/pier',
      paid: true,
    };
    expect(described(article)).toEqual(expected);
    expect(described({ '@graph': [{ '@type': 'WebSite', headline: 'no' }, article] })).toEqual(expected);
    expect(describedArticle(['not JSON', JSON.stringify([article])])).toEqual(expected);
  });

  it('reads scripts with line breaks in their texts, or in comment marks', () => {
    expect(describedArticle(['<!-- {"@type":"BlogPosting","headline":"Two\nlines"} -->'])?.headline).toBe('Two lines');
  });

  it('passes over what is no article', () => {
    expect(described({ '@type': 'Organization', headline: 'x' })).toBeNull();
    expect(described({ '@type': 'NewsArticle' })).toBeNull();
    expect(describedArticle(['{"__proto__":{"@type":"NewsArticle","headline":"x"},"@type":"WebPage"}'])?.headline).toBe(
      'x',
    );
    expect(describedArticle(['{"@type":"NewsArticle","__proto__":{"headline":"x"}}'])).toBeNull();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.json(), fc.string(), (json, text) => [describedArticle([json, text])].length === 1));
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const found = described({
          '@type': 'Article',
          headline: value,
          author: value,
          articleBody: value,
          isAccessibleForFree: value,
        });
        return found === null || Array.isArray(found.authors);
      }),
    );
  });
});
