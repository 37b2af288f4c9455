import { afterAll, beforeAll, expect, test } from 'vitest';
import { openQueryApp, type QueryApp } from '../../../../support/query-app.ts';

let query: QueryApp;
beforeAll(async () => {
  query = await openQueryApp({ hostNames: [] });
});
afterAll(() => query.close());

const Host = '127.0.0.1:8321';

test.each([
  [{}, 404],
  [{ Origin: 'http://127.0.0.1:8321' }, 404],
  [{ Origin: 'http://127.0.0.1:8321', 'Sec-Fetch-Site': 'same-origin' }, 404],
  [{ Origin: 'null', 'Sec-Fetch-Site': 'same-origin' }, 404],
  [{ 'Sec-Fetch-Site': 'none' }, 404],
  [{ Origin: 'http://127.0.0.1:9999' }, 403],
  [{ Origin: 'http://localhost:8321' }, 403],
  [{ Origin: 'https://127.0.0.1:8321' }, 403],
  [{ Origin: 'http://127.0.0.1' }, 403],
  [{ Origin: 'https://evil.example' }, 403],
  [{ Origin: 'http://127.0.0.1:8321.evil.example' }, 403],
  [{ Origin: 'null' }, 403],
  [{ Origin: '' }, 403],
  [{ Origin: 'http://127.0.0.1:8321', 'Sec-Fetch-Site': 'cross-site' }, 403],
  [{ 'Sec-Fetch-Site': 'same-site' }, 403],
  [{ 'Sec-Fetch-Site': 'cross-site' }, 403],
])('a request that changes something with %j is answered %i', async (headers, status) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    const answer = await query.get('/v1/nothing', { method, headers: { Host, ...headers } });
    expect([method, answer.status]).toEqual([method, status]);
    if (status === 403) expect(answer.body.code).toBe('cross-site');
  }
});

test('reading is not asked where it comes from, and no other site is let at the answer', async () => {
  const { status, headers } = await query.get('/v1/status', { headers: { Host, Origin: 'https://evil.example' } });
  expect(status).toBe(200);
  expect(headers.get('access-control-allow-origin')).toBeNull();
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
});

const LINK = { 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' };

test.each([
  ['/', { 'Sec-Fetch-Site': 'cross-site', ...LINK }, 200],
  ['/feeds', { 'Sec-Fetch-Site': 'same-site', ...LINK }, 200],
  ['/v1/status', { 'Sec-Fetch-Site': 'same-origin' }, 200],
  ['/v1/status', { 'Sec-Fetch-Site': 'none', ...LINK }, 200],
  ['/statements.csv', { 'Sec-Fetch-Site': 'same-origin', ...LINK }, 200],
  ['/', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'image' }, 403],
  ['/', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'iframe' }, 403],
  ['/?q=quay', { 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Mode': 'cors', 'Sec-Fetch-Dest': 'empty' }, 403],
  ['/v1/statements', { 'Sec-Fetch-Site': 'cross-site', ...LINK }, 403],
  ['/v1/statements', { 'Sec-Fetch-Site': 'cross-site' }, 403],
  ['/statements.csv', { 'Sec-Fetch-Site': 'cross-site', ...LINK }, 403],
  ['/speakers/x/roles.csv', { 'Sec-Fetch-Site': 'cross-site', ...LINK }, 403],
])('reading %s with %j is answered %i', async (path, headers, status) => {
  expect((await query.get(path, { headers: { Host, ...headers } })).status).toBe(status);
});

test('a name that was made to point here is refused before anything else', async () => {
  const answer = await query.get('/v1/nothing', {
    method: 'POST',
    headers: { Host: 'evil.example', Origin: 'http://evil.example', 'Sec-Fetch-Site': 'same-origin' },
  });
  expect(answer.status).toBe(421);
});
