import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crawlDelaySeconds, mayFetch, relevantRules } from '../../../lambda/fulltext/robots.ts';

const US = 'Dateline/0.2.0 (+https://github.com/dateline/dateline)';
const may = (text: string | null, path: string): boolean => mayFetch(text, `https://news.example${path}`, US);

describe('mayFetch', () => {
  it.each([
    ['no file', null, '/a', true],
    ['an empty file', '', '/a', true],
    ['all forbidden', 'User-agent: *\nDisallow: /', '/a', false],
    ['nothing forbidden', 'User-agent: *\nDisallow:', '/a', true],
    ['another is forbidden', 'User-agent: OtherBot\nDisallow: /', '/a', true],
    ['we are forbidden', 'User-agent: dateline\nDisallow: /', '/a', false],
    ['we are named among others', 'User-agent: OtherBot\nUser-agent: DateLine/2.0\nDisallow: /', '/a', false],
    ['we have rules of our own', 'User-agent: *\nDisallow: /\n\nUser-agent: Dateline\nDisallow: /x', '/a', true],
    [
      'our groups count together',
      'User-agent: Dateline\nDisallow: /x\nUser-agent: *\nAllow: /\nUser-agent: Dateline\nDisallow: /a',
      '/a',
      false,
    ],
    ['our group forbids nothing', 'User-agent: *\nDisallow: /\nUser-agent: Dateline\nDisallow:', '/a', true],
    ['a longer rule allows', 'User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/b/c', true],
    ['as long a rule allows', 'User-agent: *\nDisallow: /a\nAllow: /a', '/a', true],
    ['a wildcard', 'User-agent: *\nDisallow: /*.php$', '/a/b.php', false],
    ['a wildcard that ends', 'User-agent: *\nDisallow: /*.php$', '/a/b.php?c', true],
    ['a byte order mark, CRLF and comments', '\uFEFFUser-agent: * # all\r\nDisallow: /a # not this\r\n', '/a', false],
    ['a page of HTML instead', '<!DOCTYPE html><html><body>Not found</body></html>', '/a', true],
    ['a rule of no group', 'Disallow: /a', '/a', true],
  ])('%s', (_name, text, path, allowed) => {
    expect(may(text, path)).toBe(allowed);
  });

  it('fetches nothing but web addresses', () => {
    expect(mayFetch(null, 'ftp://news.example/a', US)).toBe(false);
    expect(mayFetch(null, 'no address', US)).toBe(false);
  });

  it('never throws, and keeps its answer when only the relevant rules are kept', () => {
    const line = fc.constantFrom(
      'User-agent: *',
      'User-agent: dateline',
      'Disallow: /a',
      'Allow: /a/b',
      'Disallow: *',
      'Disallow: /%',
      'Crawl-delay: 5',
      '',
      '#',
      ':',
      'Disallow: /a$',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string())), fc.webPath(), (lines, path) => {
        const text = lines.join('\n');
        expect(may(relevantRules(text, US), path)).toBe(may(text, path));
      }),
    );
  });

  it('matches hostile wildcards in bounded time', () => {
    const text = `User-agent: *\n${`Disallow: /${'*a'.repeat(500)}b\n`.repeat(60)}`;
    const start = performance.now();
    may(text, `/${'a'.repeat(2000)}`);
    expect(performance.now() - start).toBeLessThan(4000);
  });

  it('leaves a host alone that has more rules than can be kept', () => {
    const many = Array.from({ length: 9000 }, (_, index) => `Disallow: /private/${index}`).join('\n');
    expect(may(`User-agent: *\n${many}`, '/a')).toBe(false);
    expect(may(`User-agent: other\n${many}\nUser-agent: *\nAllow: /`, '/a')).toBe(true);
  });
});

describe('crawlDelaySeconds', () => {
  it.each([
    ['User-agent: *\nCrawl-delay: 10', 10],
    ['User-agent: *\nCrawl-delay: 2.5\nDisallow:', 2.5],
    ['User-agent: *\nCrawl-delay: 10\nUser-agent: dateline\nCrawl-delay: 3', 3],
    ['User-agent: other\nCrawl-delay: 10', null],
    ['User-agent: *\nCrawl-delay: soon', null],
    ['User-agent: *\nCrawl-delay: -1', null],
    ['User-agent: *\nCrawl-delay: 1e9', 3600],
    [null, null],
  ])('%j: %s', (text, seconds) => {
    expect(crawlDelaySeconds(text, US)).toBe(seconds);
  });
});
