import { afterEach, describe, expect, test } from 'vitest';
import { keyGuard } from '../../../../../lambda/api/kernel/guard/key-guard.ts';
import { sha256 } from '../../../../../lambda/common/hash.ts';
import type { ApiKey } from '../../../../../lambda/store/store-shapes.ts';
import { openQueryApp, type QueryApp } from '../../../../support/query-app.ts';

const TOKEN = 'a-key-of-the-harbour-archive';
let query: QueryApp;
afterEach(() => query.close());

const stored = (name: string, token: string): ApiKey => ({
  ...{ sha256: sha256(token), name, scope: 'read', createdAt: '2026-01-01T00:00:00Z', expiresAt: null },
});
const openWithKeys = async (): Promise<void> => {
  query = await openQueryApp({ guard: keyGuard });
  await query.store.keys.put({ ...stored('archive', TOKEN), expiresAt: '2026-03-15T12:30:00Z' });
};
const withKey = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });

describe('with keys', () => {
  test.each(['/', '/feeds', '/articles/x', '/v1/status', '/v1/feeds', '/v1/items', '/v1/none', '/none'])(
    '%s answers nothing without one',
    async (path) => {
      await openWithKeys();
      const { status, headers } = await query.get(path);
      expect(status).toBe(401);
      expect(headers.get('www-authenticate')).toBe('Bearer realm="dateline"');
    },
  );

  test('the API answers with one, and says why it refuses another', async () => {
    await openWithKeys();
    expect((await query.get('/v1/status', withKey(TOKEN))).status).toBe(200);
    expect((await query.get('/v1/status', { headers: { Authorization: `bearer ${TOKEN}` } })).status).toBe(200);
    const { status, body, headers } = await query.get('/v1/status', withKey(`${TOKEN}x`));
    expect([status, body.code]).toEqual([401, 'key-refused']);
    expect(headers.get('www-authenticate')).toContain('error="invalid_token"');
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect((await query.get('/v1/status', { method: 'POST' })).status).toBe(401);
  });

  test.each([
    '',
    'Bearer',
    'Bearer ',
    'Basic YTpi',
    `Bearer ${TOKEN} more`,
    `Bearer ${'a'.repeat(600)}`,
    'Bearer __proto__',
  ])('the header %j opens nothing', async (Authorization) => {
    await openWithKeys();
    expect((await query.get('/v1/status', { headers: { Authorization } })).status).toBe(401);
  });

  test('a key opens until it expires, also one that is remembered', async () => {
    await openWithKeys();
    query.clock.set('2026-03-15T12:29:59Z');
    expect((await query.get('/v1/status', withKey(TOKEN))).status).toBe(200);
    query.clock.set('2026-03-15T12:30:00Z');
    expect((await query.get('/v1/status', withKey(TOKEN))).status).toBe(401);
  });

  test('strangers who try keys, from however many addresses, lock nobody out', async () => {
    let address = '';
    query = await openQueryApp({ guard: keyGuard, address: () => address });
    await query.store.keys.put(stored('archive', TOKEN));
    for (let n = 0; n < 400; n++) {
      address = `198.51.${n >> 7}.${n & 127}`;
      expect((await query.get('/v1/status', withKey('none'))).status).toBe(401);
    }
    expect((await query.get('/v1/status', withKey('none'))).status).toBe(429);
    address = '192.0.2.7';
    expect((await query.get('/v1/status', withKey(TOKEN))).status).toBe(200);
  });

  test('a key that asks too much at once has to wait, and leaves the others theirs', async () => {
    await openWithKeys();
    await query.store.keys.put(stored('other', 'a-key-of-the-other-archive'));
    const statuses: number[] = [];
    for (let n = 0; n < 210; n++) statuses.push((await query.get('/v1/openapi.json', withKey(TOKEN))).status);
    expect(statuses.slice(0, 200)).not.toContain(429);
    const { status, body, headers } = await query.get('/v1/status', withKey(TOKEN));
    expect([status, body.code, headers.get('retry-after')]).toEqual([429, 'too-many-requests', '1']);
    expect((await query.get('/v1/status', withKey('a-key-of-the-other-archive'))).status).toBe(200);
    query.clock.advance(1_000);
    expect((await query.get('/v1/status', withKey(TOKEN))).status).toBe(200);
  });

  test('a revoked key opens for a minute at most', async () => {
    await openWithKeys();
    expect((await query.get('/v1/status', withKey(TOKEN))).status).toBe(200);
    await query.store.keys.revoke(sha256(TOKEN));
    query.clock.advance(60_000);
    expect((await query.get('/v1/status', withKey(TOKEN))).status).toBe(401);
  });
});

describe('with a check of host names', () => {
  test.each([
    ['localhost:8321', 200],
    ['LOCALHOST', 200],
    ['127.0.0.1:80', 200],
    ['[::1]:8321', 200],
    ['archive.internal:8321', 200],
    ['evil.example', 421],
    ['localhost.evil.example', 421],
    ['127.0.0.1.evil.example:80', 421],
    ['evil.example:127', 421],
    ['', 421],
  ])('a request for %s is answered with %i', async (Host, status) => {
    query = await openQueryApp({ hostNames: ['Archive.internal'] });
    expect((await query.get('/v1/status', { headers: { Host } })).status).toBe(status);
  });

  test('it comes before the key is asked for', async () => {
    query = await openQueryApp({ hostNames: [], guard: keyGuard });
    expect((await query.get('/', { headers: { Host: 'evil.example' } })).status).toBe(421);
  });
});
