import { describe, expect, it } from 'vitest';
import { describedArticle } from '../../../../lambda/fulltext/metadata/json-ld.ts';
import { bylineOf, type PageMetadata, pageMetadata } from '../../../../lambda/fulltext/metadata/page-metadata.ts';
import { prunePage } from '../../../../lambda/fulltext/prune/prune-page.ts';

function metadata(html: string): PageMetadata {
  const { head } = prunePage(html, 'https://news.example/a', false);
  return pageMetadata(head, describedArticle(head.jsonLd));
}
const time = (content: string): string | null =>
  metadata(`<meta property="article:published_time" content="${content}">`).publishedAt;

describe('pageMetadata', () => {
  it('prefers JSON-LD, then Open Graph, then the rest', () => {
    const meta =
      '<html lang="en_us"><title>T - Site</title><meta name="author" content="By M"><meta name="description" content="D">';
    const graph = '<meta property="og:title" content="G"><meta property="og:description" content="GD">';
    const script = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"H","author":"A"}</script>';
    expect(metadata(meta)).toMatchObject({ title: 'T - Site', byline: 'M', description: 'D', language: 'en-US' });
    expect(metadata(meta + graph)).toMatchObject({ title: 'G', description: 'GD' });
    expect(metadata(meta + graph + script)).toMatchObject({ title: 'H', byline: 'A' });
    expect(metadata('')).toEqual({
      title: null,
      description: null,
      byline: null,
      publishedAt: null,
      language: null,
      canonicalUrl: null,
    });
  });

  it.each([
    ['2026-03-10T16:42:10+00:00', '2026-03-10T16:42:10Z'],
    ['2026-03-10T16:42:10.123Z', '2026-03-10T16:42:10Z'],
    ['2026-03-10 16:42+0400', '2026-03-10T12:42:00Z'],
    ['2026-03-10T16:42:10', null],
    ['2026-03-10', null],
    ['2026-13-10T16:42:10Z', null],
    ['0001-01-01T00:00:00Z', null],
    ['March 10, 2026', null],
  ])('%s was published at %s', (content, instant) => {
    expect(time(content)).toBe(instant);
  });

  it.each([
    ['https://news.example/2026/pier', 'https://news.example/2026/pier'],
    ['/2026/pier', 'https://news.example/2026/pier'],
    ['https://news.example/', null],
    ['javascript:alert(1)', null],
    ['', null],
  ])('the canonical address %j is %s', (href, address) => {
    expect(metadata(`<link rel="canonical" href="${href}">`).canonicalUrl).toBe(address);
  });

  it.each([
    ['By  Ada Bell', 'Ada Bell'],
    ['by: Ada Bell and Cem Dorn', 'Ada Bell and Cem Dorn'],
    ['Byron Bell', 'Byron Bell'],
    ['https://social.example/ada', null],
    ['@ada', null],
    [' ', null],
    [null, null],
  ])('the byline %j names %s', (line, name) => {
    expect(bylineOf(line)).toBe(name);
  });
});
