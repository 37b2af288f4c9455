import { describe, expect, it } from 'vitest';
import { mayFetch } from '../../../lambda/fulltext/robots.ts';
import { needsRobots, robotsRecord } from '../../../lambda/fulltext/robots-policy.ts';

const US = 'Dateline/0.2.0';
const NOW = Date.parse('2026-03-01T12:00:00Z');
const FILE = 'User-agent: other\nDisallow: /\n\nUser-agent: *\nDisallow: /private\n';
const answer = (status: number, text = '', cacheControl: string | null = null) => ({ status, text, cacheControl });
const earlier = { text: 'User-agent: *\ndisallow: /old\n', expiresAt: '2026-03-01T11:00:00Z' };
const allowed = (text: string, path: string): boolean => mayFetch(text, `https://news.example${path}`, US);

describe('robotsRecord', () => {
  it.each([
    ['a file', answer(200, FILE), null, '/a', true, 24],
    ['a file that forbids', answer(200, FILE), null, '/private/a', false, 24],
    ['a file with a short max-age', answer(200, FILE, 'public, max-age=60'), null, '/a', true, 1],
    ['a file with a max-age of hours', answer(200, FILE, 'max-age=7200'), null, '/a', true, 2],
    ['a file with a long max-age', answer(200, FILE, 'max-age=9999999'), null, '/a', true, 24],
    ['no file', answer(404, 'Disallow: /'), null, '/a', true, 24],
    ['a forbidden file', answer(403), null, '/a', true, 24],
    ['a redirect too many', answer(301), null, '/a', true, 24],
    ['too many requests', answer(429), null, '/a', false, 1],
    ['a broken server', answer(503), null, '/a', false, 1],
    ['no server', { unread: 'nobody answers' }, null, '/a', false, 1],
    ['a broken server, the file known from before', answer(500), earlier, '/a', true, 1],
    ['a broken server, forbidden before', answer(500), earlier, '/old', false, 1],
    ['a file that is gone', answer(410), earlier, '/old', true, 24],
  ] as const)('%s', (_name, given, before, path, may, hours) => {
    const record = robotsRecord(given, before, NOW, US);
    expect(allowed(record.text, path)).toBe(may);
    expect(Date.parse(record.expiresAt) - NOW).toBe(hours * 3_600_000);
  });

  it('is asked for again when it has expired', () => {
    expect(needsRobots(null, NOW)).toBe(true);
    expect(needsRobots({ text: '', expiresAt: '2026-03-01T12:00:00Z' }, NOW)).toBe(true);
    expect(needsRobots({ text: '', expiresAt: '2026-03-01T12:00:01Z' }, NOW)).toBe(false);
  });
});
