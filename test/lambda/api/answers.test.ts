import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openToAll } from '../../../lambda/api/kernel/guard/authorise.ts';
import { filterHash, writeCursor } from '../../../lambda/api/kernel/http/cursor.ts';
import { problemSchema } from '../../../lambda/api/kernel/http/problem.ts';
import { StoreError } from '../../../lambda/model/errors.ts';
import { createApp } from '../../../lambda/web/create-app.ts';
import { openQueryApp, type QueryApp } from '../../support/query-app.ts';

let query: QueryApp;
beforeAll(async () => {
  query = await openQueryApp();
  await query.save({ name: 'one', publishedAt: '2026-03-10T00:00:00Z', statements: [{ text: 'Only words' }] });
});
afterAll(() => query.close());

const LISTS = ['statements', 'items', 'speakers', 'dates', 'feeds'];
const forged = (position: string): string =>
  Buffer.from(JSON.stringify({ v: 1, f: 'x', p: position })).toString('base64url');

describe('every answer', () => {
  test.each(['/', '/feeds', '/style.css', '/v1/statements', '/v1/none', '/v1/items?limit=x', '/none'])(
    '%s has headers that keep it safe, and is open to no other site',
    async (path) => {
      const { headers } = await query.get(path, { headers: { Origin: 'https://evil.example' } });
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(policy).toContain("script-src 'self'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cache-control')).toBe('private, no-cache');
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    },
  );

  test.each(['/', '/feeds', '/style.css', '/v1/statements', '/v1/items', '/v1/feeds', '/v1/status'])(
    '%s has an ETag, a 304 for those who have it, and a HEAD',
    async (path) => {
      const { headers, text } = await query.get(path);
      const tag = headers.get('etag') ?? '';
      expect(tag).toMatch(/^"[0-9a-f]{40}"$/);
      const same = await query.get(path, { headers: { 'If-None-Match': tag } });
      expect([same.status, same.text]).toEqual([304, '']);
      expect(same.headers.get('x-content-type-options')).toBe('nosniff');
      const head = await query.get(path, { method: 'HEAD' });
      expect([head.status, head.text, head.headers.get('etag')]).toEqual([200, '', tag]);
      expect(text.length).toBeGreaterThan(0);
    },
  );

  test('another tag after something was written', async () => {
    const tag = (await query.get('/v1/items')).headers.get('etag');
    await query.save({ name: 'two', publishedAt: '2026-03-11T00:00:00Z' });
    const { status } = await query.get('/v1/items', { headers: { 'If-None-Match': tag ?? '' } });
    expect(status).toBe(200);
  });
});

describe('errors', () => {
  test.each([
    ['GET', '/v1', 404, 'unknown-address'],
    ['GET', '/v1/', 404, 'unknown-address'],
    ['GET', '/v1/none', 404, 'unknown-address'],
    ['GET', '/v1/items/x/y', 404, 'unknown-address'],
    ['GET', '/v1/items/__proto__', 404, 'unknown-item'],
    ['GET', `/v1/items/${'a'.repeat(201)}`, 404, 'unknown-id'],
    ['GET', '/v1/items/a%00b', 404, 'unknown-id'],
    ['GET', '/v1/speakers/%E0%A4%A', 404, 'unknown-speaker'],
    ['GET', '/v1/status?x=1', 400, 'bad-parameter'],
    ['POST', '/v1/items', 405, 'method-not-allowed'],
    ['DELETE', '/v1/status', 405, 'method-not-allowed'],
    ['OPTIONS', '/v1/items', 405, 'method-not-allowed'],
    ['POST', '/v1/none', 404, 'unknown-address'],
  ])('%s %s is a %i problem', async (method, path, status, code) => {
    const { body, headers, status: answered } = await query.get(path, { method });
    expect([answered, body.status, body.code]).toEqual([status, status, code]);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(problemSchema.parse(body)).toEqual(body);
    if (status === 405) expect(headers.get('allow')).toBe('GET, HEAD');
  });

  test.each(LISTS)('a cursor of another query on /v1/%s is a 400', async (list) => {
    for (const cursor of ['x', '%00', 'a'.repeat(10_240), forged('2026'), forged('')]) {
      const { body, status } = await query.get(`/v1/${list}?cursor=${cursor}`);
      expect([status, body.errors[0].parameter]).toEqual([400, 'cursor']);
    }
  });

  test.each(LISTS)('a forged position on /v1/%s breaks nothing', async (list) => {
    for (const position of [
      '',
      'x',
      '9'.repeat(1_000),
      '\u0000',
      '\uffff',
      '{"a":"b"}',
      '[]',
      '2026-03-10T00:00:00.000Z',
    ]) {
      const cursor = writeCursor(filterHash(list, {}), position);
      const { status, body } = await query.get(`/v1/${list}?cursor=${cursor}`);
      expect([200, 400], `${JSON.stringify(position)}: ${JSON.stringify(body)}`).toContain(status);
    }
  });

  test.each(LISTS)('hostile parameters on /v1/%s are refused by name', async (list) => {
    for (const [name, value] of [
      ['limit', '1000000'],
      ['limit', 'NaN'],
      ['__proto__', 'x'],
      ['constructor', 'x'],
      ['hasOwnProperty', 'x'],
      ['fields', 'id,constructor'],
      ['fields', '__proto__'],
      ['q', 'a\u0000b'],
      ['q', 'a'.repeat(10_240)],
      ['x'.repeat(10_240), 'y'],
    ] as const) {
      const { status, body } = await query.get(`/v1/${list}?${new URLSearchParams({ [name]: value })}`);
      expect([status, body?.errors?.[0].parameter]).toEqual([400, name.slice(0, 60)]);
      expect(JSON.stringify(body).length).toBeLessThan(2_000);
    }
  });

  test('a store that does not answer is a 503, a defect a 500, and neither tells its insides', async () => {
    for (const [error, status] of [
      [new StoreError('unavailable', 'secret detail'), 503],
      [new TypeError('secret detail'), 500],
    ] as const) {
      const broken = {
        ...query.store,
        feeds: {
          ...query.store.feeds,
          list: () => {
            throw error;
          },
        },
      };
      const lines: string[] = [];
      const log = {
        info: () => {},
        warn: () => {},
        error: (message: string, fields?: object) => void lines.push(message + JSON.stringify(fields)),
      };
      const app = createApp({
        store: broken,
        clock: query.clock,
        log,
        authorise: openToAll,
        assets: { stylesheet: '', script: '' },
      });
      for (const path of ['/v1/feeds', '/feeds']) {
        const response = await app.request(path);
        const text = await response.text();
        expect(response.status).toBe(status);
        expect(text).not.toMatch(/secret|at .*\.ts|node_modules/);
      }
      expect(lines).toHaveLength(2);
      expect(lines[0]).toContain('secret detail');
    }
  });
});

test.each([
  ['/v1/feeds/import', 'POST'],
  ['/v1/feeds', 'GET, HEAD, POST'],
  ['/v1/feeds/x', 'GET, HEAD, PATCH, DELETE'],
])('Allow of %s has its own methods only', async (path, methods) => {
  const { status, headers } = await query.get(path, { method: 'OPTIONS' });
  expect([status, headers.get('allow')]).toEqual([405, methods]);
});
