import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openQueryApp, type QueryApp } from '../../../../support/query-app.ts';

let query: QueryApp;
beforeAll(async () => {
  query = await openQueryApp();
  await query.save({
    name: 'one',
    publishedAt: '2026-03-10T08:30:00Z',
    statements: Array.from({ length: 3 }, (_, n) => ({ text: `Words ${n}` })),
  });
});
afterAll(() => query.close());

const typeOf = async (path: string, accept?: string) => {
  const { status, headers } = await query.get(path, accept === undefined ? {} : { headers: { Accept: accept } });
  return `${status} ${headers.get('content-type')}`;
};

describe('the form of a page', () => {
  test.each([
    ['', '200 application/json'],
    ['*/*', '200 application/json'],
    ['text/csv', '200 text/csv; charset=utf-8'],
    ['application/rss+xml, application/atom+xml;q=0.9, */*;q=0.1', '200 application/rss+xml; charset=utf-8'],
    ['application/feed+json', '200 application/feed+json; charset=utf-8'],
    ['application/x-ndjson', '200 application/x-ndjson; charset=utf-8'],
    ['text/csv;q=0.2, application/json', '200 application/json'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', '200 application/json'],
    ['application/*', '200 application/json'],
    ['image/png', '406 application/problem+json'],
  ])('for Accept: %s is %s', async (accept, expected) => {
    expect(await typeOf('/v1/statements', accept)).toBe(expected);
  });

  test('is what `format` says, whatever Accept does', async () => {
    expect(await typeOf('/v1/statements?format=csv', 'application/json')).toBe('200 text/csv; charset=utf-8');
    expect(await typeOf('/v1/statements?format=json', 'text/csv')).toBe('200 application/json');
    expect(await typeOf('/v1/statements?format=xml')).toBe('400 application/problem+json');
  });

  test.each([
    '/v1/speakers?format=rss',
    '/v1/feeds?format=jsonfeed',
    '/v1/statements?changedAfter=2026-01-01&format=csv',
  ])('%s is a 406 that names what there is', async (path) => {
    const { status, body } = await query.get(path);
    expect([status, body.code]).toEqual([406, 'no-such-form']);
    expect(body.detail).toContain('json, ndjson');
  });

  test.each(['csv', 'ndjson'])('fields choose what %s has', async (format) => {
    const { text } = await query.get(`/v1/statements?limit=1&fields=text,type&format=${format}`);
    expect(text).toBe(format === 'csv' ? 'text,type\r\nWords 0,direct\r\n' : '{"text":"Words 0","type":"direct"}\n');
    expect((await query.get('/v1/statements?fields=text&format=rss')).status).toBe(400);
  });

  test('has a Link to the next page in the same form, an ETag and a 304', async () => {
    for (const format of ['json', 'ndjson', 'csv', 'rss', 'jsonfeed']) {
      const first = await query.get(`/v1/statements?limit=2&format=${format}`);
      expect(first.headers.get('vary')).toBe('Accept');
      const url = /^<([^>]+)>; rel="next"$/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
      expect(url).toContain(`format=${format}`);
      const second = await query.get(url);
      expect(second.headers.get('content-type')).toBe(first.headers.get('content-type'));
      expect(second.headers.get('link')).toBeNull();
      const same = await query.get(url, { headers: { 'If-None-Match': second.headers.get('etag') ?? '' } });
      expect([same.status, same.text]).toEqual([304, '']);
    }
    const rss = await query.get('/v1/statements?limit=2', { headers: { Accept: 'application/rss+xml' } });
    expect(rss.headers.get('link')).toContain('format=rss');
    expect(rss.text).toContain(
      '<atom:link rel="next" href="http://localhost/v1/statements?limit=2&amp;format=rss&amp;cursor=',
    );
  });

  test('has no more than 5 MB: a page ends earlier, and goes on', async () => {
    const large = 'x'.repeat(90_000);
    const articles = Array.from({ length: 32 }, (_, n) => ({
      name: `large-${n}`,
      publishedAt: '2026-03-12T00:00:00Z',
      feedId: 'large',
      statements: [2 * n, 2 * n + 1].map((one) => ({ text: `${one} ${large}` })),
    }));
    await query.save(...articles);
    for (const format of ['json', 'ndjson', 'csv', 'rss']) {
      let rows = 0;
      let pages = 0;
      for (let url = `/v1/statements?feed=large&limit=500&format=${format}`; url; pages++) {
        const { status, text, headers } = await query.get(url);
        expect(status).toBe(200);
        expect(Buffer.byteLength(text)).toBeLessThan(5_000_000);
        rows += text.match(/\d+ x{90000}(?![^,]{0,20}<\/title>)/g)?.length ?? 0;
        url = /^<([^>]+)>/.exec(headers.get('link') ?? '')?.[1] ?? '';
      }
      expect([format, rows]).toEqual([format, 64]);
      expect(pages).toBeGreaterThan(1);
    }
  }, 60_000);
});
