import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keyGuard } from '../../../../../lambda/api/kernel/guard/key-guard.ts';
import { sha256 } from '../../../../../lambda/common/hash.ts';
import { type Answer, openQueryApp, type QueryApp } from '../../../../support/query-app.ts';

const READ = 'a-key-that-may-read-of-the-archive';
const ADMIN = 'a-key-that-may-write-of-the-archive';
const HOST = 'archive.example';

let query: QueryApp;
let address = '192.0.2.1';
beforeEach(async () => {
  address = '192.0.2.1';
  query = await openQueryApp({ guard: keyGuard, address: () => address });
  const common = { createdAt: '2026-01-01T00:00:00Z', expiresAt: null };
  await query.store.keys.put({ ...common, sha256: sha256(READ), name: 'reader', scope: 'read' });
  await query.store.keys.put({ ...common, sha256: sha256(ADMIN), name: 'desk', scope: 'admin' });
});
afterEach(() => query.close());

const OWN_PAGE = { Host: HOST, Origin: `https://${HOST}`, 'Sec-Fetch-Site': 'same-origin' };
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = OWN_PAGE) =>
  query.get(`${headers.Origin ?? `https://${HOST}`}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields),
  });
const cookieOf = ({ headers }: Answer): string => headers.get('set-cookie')?.split(';')[0] ?? '';
const signIn = async (key = READ): Promise<string> => cookieOf(await post('/sign-in', { key }));
const read = (cookie: string, path = '/v1/status') => query.get(path, { headers: { Host: HOST, Cookie: cookie } });

describe('signing in', () => {
  test('a browser that asks for a page is led to the form, a program is told 401', async () => {
    const accept = { headers: { Host: HOST, Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } };
    const page = await query.get('/feeds?status=ok', accept);
    expect([page.status, page.headers.get('location')]).toEqual([303, '/sign-in?next=%2Ffeeds%3Fstatus%3Dok']);
    expect((await query.get('/v1/feeds', accept)).status).toBe(401);
    expect((await query.get('/feeds')).status).toBe(401);
    const form = await query.get('/sign-in?next=%2Ffeeds%3Fstatus%3Dok', accept);
    expect(form.status).toBe(200);
    expect(form.text).toContain('name="next" value="/feeds?status=ok"');
    expect((await query.get('/style.css')).status).toBe(200);
  });

  test('with a key opens a session that no script, other site or later reader gets at', async () => {
    const answer = await post('/sign-in', { key: ` ${READ}\n`, next: '/feeds?status=ok' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/feeds?status=ok']);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-dateline=[\w-]{43}; Path=\/; Max-Age=604800; HttpOnly; SameSite=Strict; Secure$/,
    );
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { status } = await read(cookieOf(answer));
    expect(status).toBe(200);
    const token = cookieOf(answer).split('=')[1] ?? '';
    expect(await query.store.sessions.get(token)).toBeNull();
    expect(await query.store.sessions.get(sha256(token))).toMatchObject({ keySha256: sha256(READ) });
  });

  test('on this machine itself works without TLS, by a cookie of another name', async () => {
    const host = { Host: 'localhost:8321', Origin: 'http://localhost:8321' };
    const cookie = (await post('/sign-in', { key: READ }, host)).headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^dateline=[\w-]{43};/);
    expect(cookie).not.toContain('Secure');
    expect((await read(cookie.split(';')[0] ?? '')).status).toBe(401);
  });

  test.each([
    ['//evil.example'],
    ['https://evil.example/'],
    ['/\\evil.example'],
    ['/\t/evil.example'],
    ['javascript:alert(1)'],
    ['evil'],
    [`/${'a'.repeat(3_000)}`],
    ['/sign-in?next=/sign-in'],
    ['/x/../sign-in'],
    ['/..//evil.example/'],
    ['/.//evil.example/'],
    ['/a/..//evil.example/'],
    ['/%2e//evil.example/'],
    ['/%2E%2e//evil.example/'],
    ['/..\\\\evil.example/'],
    ['/./\\evil.example/'],
    ['/a/%2e./\\/evil.example/?q=1'],
    [''],
  ])('never leads on to %j', async (next) => {
    expect((await post('/sign-in', { key: READ, next })).headers.get('location')).toBe('/');
    const { text } = await query.get(`/sign-in?${new URLSearchParams({ next })}`);
    expect(text).toContain('name="next" value="/"');
  });

  test.each(['', 'x', `${READ}x`, 'a'.repeat(900), '__proto__', `${READ}\0`])(
    'with %j opens nothing, and the key is in no answer and no log',
    async (key) => {
      const answer = await post('/sign-in', { key });
      expect([answer.status, answer.headers.get('set-cookie')]).toEqual([401, null]);
      expect(answer.text).toContain('Not signed in');
      if (key.length > 1) expect(answer.text + query.logged.join()).not.toContain(key);
      expect(query.logged.join()).toContain('192.0.2.1');
    },
  );

  test('never takes over a session that the browser was given by somebody else, and ends the one before', async () => {
    const planted = `__Host-dateline=${'A'.repeat(43)}`;
    const first = cookieOf(await post('/sign-in', { key: READ }, { ...OWN_PAGE, Cookie: planted }));
    expect(first).not.toBe(planted);
    expect((await read(planted)).status).toBe(401);
    const second = cookieOf(await post('/sign-in', { key: ADMIN }, { ...OWN_PAGE, Cookie: first }));
    expect((await read(first)).status).toBe(401);
    expect((await read(second)).status).toBe(200);
  });

  test.each([
    [{ 'Content-Type': 'application/json', ...OWN_PAGE }, '{"key":"x"}', 415],
    [OWN_PAGE, `key=${'a'.repeat(10_000)}`, 413],
    [OWN_PAGE, `key=${'a'.repeat(2_000)}`, 400],
  ])('refuses a body that is none of its form', async (headers, body, status) => {
    const form = { 'Content-Type': 'application/x-www-form-urlencoded', ...headers };
    expect((await query.get(`https://${HOST}/sign-in`, { method: 'POST', headers: form, body })).status).toBe(status);
  });
});

describe('a session', () => {
  test('ends when its person signs out', async () => {
    const cookie = await signIn();
    const out = await post('/sign-out', {}, { ...OWN_PAGE, Cookie: cookie });
    expect([out.status, out.headers.get('location')]).toEqual([303, '/sign-in']);
    expect(out.headers.get('set-cookie')).toContain('__Host-dateline=; Path=/; Max-Age=0');
    expect((await read(cookie)).status).toBe(401);
  });

  test('ends within a minute of its key', async () => {
    const cookie = await signIn();
    expect((await read(cookie)).status).toBe(200);
    await query.store.keys.revoke(sha256(READ));
    query.clock.advance(60_000);
    expect((await read(cookie)).status).toBe(401);
  });

  test('lasts seven days, and not longer than its key', async () => {
    const cookie = await signIn();
    query.clock.set('2026-03-22T11:59:59Z');
    expect((await read(cookie)).status).toBe(200);
    query.clock.set('2026-03-22T12:00:00Z');
    expect((await read(cookie)).status).toBe(401);
    const short = 'a-key-that-soon-comes-to-its-end';
    await query.store.keys.put({
      sha256: sha256(short),
      name: 'short',
      scope: 'read',
      createdAt: '2026-03-22T12:00:00Z',
      expiresAt: '2026-03-22T13:00:00Z',
    });
    const answer = await post('/sign-in', { key: short });
    expect(answer.headers.get('set-cookie')).toContain('Max-Age=3600');
    query.clock.set('2026-03-22T13:00:00Z');
    expect((await read(cookieOf(answer))).status).toBe(401);
  });

  test.each([
    `__Host-dateline=${'A'.repeat(43)}`,
    '__Host-dateline=',
    '__Host-dateline=__proto__',
    `dateline=${'A'.repeat(43)}`,
    `__Host-dateline=${'A'.repeat(5_000)}`,
    ';;;=',
  ])('that was forged (%s) opens nothing', async (cookie) => {
    expect((await read(cookie)).status).toBe(401);
  });

  test('of a key that may read changes nothing, one of the desk does, from our own pages only', async () => {
    await query.save({ name: 'one', statements: [] });
    const merge = (cookie: string, headers: Record<string, string>) =>
      query.get(`https://${HOST}/v1/speakers/nobody/merge`, {
        method: 'PUT',
        headers: { ...headers, Cookie: cookie, 'Content-Type': 'application/json' },
        body: '{"into":"somebody"}',
      });
    expect((await merge(await signIn(), OWN_PAGE)).body).toMatchObject({ status: 403, code: 'scope-missing' });
    const desk = await signIn(ADMIN);
    expect((await merge(desk, OWN_PAGE)).body).toMatchObject({ status: 404, code: 'unknown-speaker' });
    expect((await merge(desk, { Host: HOST })).body).toMatchObject({ status: 403, code: 'cross-site' });
    expect((await merge(desk, { Host: HOST, 'Sec-Fetch-Site': 'none' })).body.code).toBe('cross-site');
  });
});

describe('failed tries', () => {
  const tryKey = (key: string) => query.get('/v1/status', { headers: { Authorization: `Bearer ${key}` } });

  test('are held back after ten, with the time to wait; right keys that are known go on', async () => {
    expect((await tryKey(READ)).status).toBe(200);
    for (let n = 0; n < 10; n++) expect((await tryKey(`${READ}${n}`)).status).toBe(401);
    const held = await tryKey(`${READ}x`);
    expect([held.status, held.body.code, held.headers.get('retry-after')]).toEqual([429, 'too-many-tries', '6']);
    expect((await tryKey(READ)).status).toBe(200);
    expect((await tryKey(ADMIN)).status).toBe(429);
    expect((await post('/sign-in', { key: ADMIN })).status).toBe(429);
    address = '192.0.2.2';
    expect((await tryKey(ADMIN)).status).toBe(200);
  });

  test('are told to the log by address, once each while they are looked at, and never with the key', async () => {
    for (let n = 0; n < 30; n++) await tryKey(`secret-of-somebody-${n}`);
    expect(query.logged).toHaveLength(10);
    expect(query.logged[0]).toBe('a key was refused {"way":"bearer","address":"192.0.2.1","heldBackSeconds":0}');
    expect(query.logged.join()).not.toContain('secret');
  });
});
