import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keyGuard } from '../../../../lambda/api/kernel/guard/key-guard.ts';
import { sha256 } from '../../../../lambda/common/hash.ts';
import { parseFeed } from '../../../../lambda/parse/parse-feed.ts';
import { dumpTable } from '../../../support/dump-table.ts';
import { openQueryApp, type QueryApp } from '../../../support/query-app.ts';

let query: QueryApp;
beforeEach(async () => {
  query = await openQueryApp();
  await query.save({
    name: 'harbour',
    publishedAt: '2026-03-10T08:00:00Z',
    statements: [
      { text: 'The quay is safe & sound', speaker: 'Ada Okonkwo', role: 'mayor' },
      { text: 'We sail on Monday', speaker: 'Ben Hale' },
    ],
  });
});
afterEach(() => query.close());

const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  query.get(path, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const add = (body: object) => send('POST', '/v1/searches', body);

describe('a saved search', () => {
  test('is added, listed by name, shown, changed and removed', async () => {
    const made = await add({ name: 'Okonkwo', filters: { speaker: 'okonkwo', q: 'quay' } });
    expect(made.status).toBe(201);
    const { id } = made.body.search;
    expect(made.headers.get('location')).toBe(`/v1/searches/${id}`);
    expect(made.body.search).toMatchObject({
      filters: { speaker: '"ada-okonkwo"', q: 'quay' },
      ...{ paused: false, createdBy: 'local', revision: 1, channels: [] },
    });
    await add({ name: 'All' });
    const list = await query.get('/v1/searches');
    expect(list.body.data.map(({ name }: { name: string }) => name)).toEqual(['All', 'Okonkwo']);
    const changed = await send('PATCH', `/v1/searches/${id}`, { paused: true, name: 'Mayor' });
    expect(changed.body).toMatchObject({ paused: true, name: 'Mayor', revision: 2, filters: { q: 'quay' } });
    expect((await query.get(`/v1/searches/${id}`)).body).toEqual(changed.body);
    expect((await send('DELETE', `/v1/searches/${id}`)).status).toBe(204);
    expect((await query.get(`/v1/searches/${id}`)).body).toMatchObject({ status: 404, code: 'unknown-search' });
  });

  test.each([
    [{ name: '' }, 'bad-body', '/name'],
    [{ name: 'a', filters: { colour: 'red' } }, 'bad-body', '/filters/colour'],
    [{ name: 'a', filters: { from: '2026-03-01' } }, 'bad-body', '/filters/from'],
    [{ name: 'a', filters: { type: 'shouted' } }, 'bad-body', '/filters/type'],
    [{ name: 'a', filters: { feed: 'no-such-feed' } }, 'unknown-feed', '/filters/feed'],
    [{ name: 'a', channels: [{ kind: 'pigeon' }] }, 'bad-body', '/channels/0/kind'],
  ])('%o is refused as %s at %s', async (body, code, pointer) => {
    const { status, body: problem } = await add(body);
    expect([status, problem.code, problem.errors[0].pointer]).toEqual([400, code, pointer]);
  });

  test('has a name of its own', async () => {
    await add({ name: 'Quay' });
    expect((await add({ name: 'Quay' })).body).toMatchObject({ status: 409, code: 'name-taken' });
    const other = (await add({ name: 'Ferry' })).body.search;
    expect((await send('PATCH', `/v1/searches/${other.id}`, { name: 'Quay' })).status).toBe(409);
    expect((await send('PATCH', `/v1/searches/${other.id}`, { name: 'Ferry' })).status).toBe(200);
  });

  test('loses no change of two that come at once', async () => {
    const { id } = (await add({ name: 'Quay' })).body.search;
    await Promise.all([
      send('PATCH', `/v1/searches/${id}`, { paused: true }),
      send('PATCH', `/v1/searches/${id}`, { filters: { q: 'quay' } }),
      send('POST', `/v1/searches/${id}/channels`, { kind: 'feed' }),
    ]);
    const { body } = await query.get(`/v1/searches/${id}`);
    expect(body).toMatchObject({ paused: true, filters: { q: 'quay' }, revision: 4 });
    expect(body.channels).toHaveLength(1);
  });
});

describe('a feed address', () => {
  const make = async () => {
    const { body } = await add({ name: 'Quay <watch>', filters: { q: 'quay' }, channels: [{ kind: 'feed' }] });
    return { search: body.search, url: body.secrets[0].url as string };
  };

  test('gives RSS with the name of the search, which our own parser reads', async () => {
    const { url } = await make();
    const answer = await query.get(url);
    expect(answer.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
    const feed = await parseFeed(Buffer.from(answer.text));
    expect(feed).toMatchObject({ title: 'Quay <watch>' });
    expect(answer.text).toContain('The quay is safe &amp;amp; sound');
    expect(answer.text).not.toContain('Monday');
    const json = await query.get(`${url}&format=jsonfeed`);
    expect(json.body).toMatchObject({ title: 'Quay <watch>', items: [{ authors: [{ name: 'Ada Okonkwo, mayor' }] }] });
    const again = await query.get(url, { headers: { 'If-None-Match': answer.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  test('goes on page by page', async () => {
    await query.save(
      ...[1, 2, 3].map((day) => ({
        name: `a${day}`,
        publishedAt: `2026-03-0${day}T08:00:00Z`,
        statements: [{ text: 'A quay' }],
      })),
    );
    const { url } = await make();
    const first = await query.get(`${url}&limit=2&format=jsonfeed`);
    expect(first.body.items).toHaveLength(2);
    const second = await query.get(new URL(first.body.next_url).pathname + new URL(first.body.next_url).search);
    expect(second.body.items).toHaveLength(2);
    expect(second.body.next_url).toBeUndefined();
  });

  test('is shown once, stored as a hash, and ends when it is renewed or removed', async () => {
    const { search, url } = await make();
    const token = new URL(url, 'http://localhost').searchParams.get('token') ?? '';
    const stored = JSON.stringify(await dumpTable(query.table));
    expect(stored).not.toContain(token);
    expect(stored).toContain(sha256(token));
    const [channel] = search.channels;
    for (const path of ['/v1/searches', `/v1/searches/${search.id}`]) {
      const { text } = await query.get(path);
      expect(text).not.toContain(token);
      expect(text).not.toContain(sha256(token));
    }
    const renewed = await send('POST', `/v1/searches/${search.id}/channels/${channel.id}/secret`);
    expect((await query.get(url)).body).toMatchObject({ status: 404, code: 'unknown-feed-address' });
    const next = renewed.body.secrets[0].url;
    expect((await query.get(next)).status).toBe(200);
    await send('DELETE', `/v1/searches/${search.id}/channels/${channel.id}`);
    expect((await query.get(next)).status).toBe(404);
    expect(query.logged.join()).not.toContain(token);
  });
});

describe('with keys', () => {
  let guarded: QueryApp;
  const tokenOf = (scope: string): string => `dl_${scope.padEnd(43, '0')}`;
  beforeEach(async () => {
    guarded = await openQueryApp({ guard: keyGuard, address: () => '203.0.113.7' });
    for (const scope of ['read', 'admin'] as const) {
      const key = { sha256: sha256(tokenOf(scope)), name: scope, scope, createdAt: '2026-03-01T00:00:00Z' };
      await guarded.store.keys.put({ ...key, expiresAt: null });
    }
  });
  afterEach(() => guarded.close());
  const as = (scope: string, method: string, path: string, body?: object) =>
    guarded.get(path, {
      method,
      headers: { Authorization: `Bearer ${tokenOf(scope)}`, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });

  test('only the scope admin saves, changes, or makes a secret; the feed address needs no key and opens one search', async () => {
    const made = await as('admin', 'POST', '/v1/searches', { name: 'All', channels: [{ kind: 'feed' }] });
    const { search, secrets } = made.body;
    const path = `/v1/searches/${search.id}`;
    const channel = `${path}/channels/${search.channels[0].id}`;
    for (const [method, address, body] of [
      ['POST', '/v1/searches', { name: 'Mine' }],
      ['PATCH', path, { paused: true }],
      ['DELETE', path, undefined],
      ['POST', `${path}/channels`, { kind: 'feed' }],
      ['DELETE', channel, undefined],
      ['POST', `${channel}/secret`, undefined],
    ] as const) {
      expect((await as('read', method, address, body)).body.code).toBe('scope-missing');
    }
    expect((await as('read', 'GET', path)).status).toBe(200);
    expect((await guarded.get(path)).status).toBe(401);
    expect((await guarded.get(secrets[0].url)).status).toBe(200);
    const other = await as('admin', 'POST', '/v1/searches', { name: 'Other', channels: [{ kind: 'feed' }] });
    const crossed = secrets[0].url.replace(search.id, other.body.search.id);
    expect((await guarded.get(crossed)).status).toBe(404);
  });

  test('guesses are held back', async () => {
    const made = await as('admin', 'POST', '/v1/searches', { name: 'All', channels: [{ kind: 'feed' }] });
    const path = `/v1/searches/${made.body.search.id}/feed?token=`;
    for (let n = 0; n < 10; n++) expect((await guarded.get(`${path}${n}`)).status).toBe(404);
    const held = await guarded.get(`${path}10`);
    expect([held.status, held.headers.get('retry-after')]).toEqual([429, '6']);
  });
});
