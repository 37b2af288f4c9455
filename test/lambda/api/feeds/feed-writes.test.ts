import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Capabilities } from '../../../../lambda/api/kernel/capabilities.ts';
import { readOpml } from '../../../../lambda/common/opml/read-opml.ts';
import { FeedParseError, FetchError } from '../../../../lambda/model/errors.ts';
import { openQueryApp, type QueryApp } from '../../../support/query-app.ts';

let query: QueryApp;
const capabilities: Capabilities = {};
beforeEach(async () => {
  for (const name of Object.keys(capabilities)) delete capabilities[name as keyof Capabilities];
  query = await openQueryApp({ capabilities });
});
afterEach(() => query.close());

const send = (method: string, path: string, body?: unknown, type = 'application/json') =>
  query.get(path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'Content-Type': type }, body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
const add = async (url = 'https://harbour.example/feed.xml', more = {}): Promise<string> =>
  (await send('POST', '/v1/feeds', { url, ...more })).body.id;

describe('a feed is added', () => {
  test('as it was wished, once', async () => {
    const url = 'https://harbour.example/feed.xml';
    const first = await send('POST', '/v1/feeds', { url, folder: 'World/Ports', tags: ['sea'], fullText: 'never' });
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      url,
      title: url,
      folder: 'World/Ports',
      tags: ['sea'],
      state: { status: 'ok' },
    });
    expect(first.headers.get('location')).toBe(`/v1/feeds/${first.body.id}`);
    const second = await send('POST', '/v1/feeds', { url, title: 'Another name' });
    expect([second.status, second.body.title]).toEqual([200, url]);
    expect((await query.get('/v1/feeds')).body.data).toHaveLength(1);
  });

  test('by the address of its site, where the server can ask it', async () => {
    capabilities.locateFeed = async (url) => ({ url: `${url}feed.xml`, title: 'The Harbour' });
    const { body } = await send('POST', '/v1/feeds', { url: 'https://harbour.example/' });
    expect(body).toMatchObject({ url: 'https://harbour.example/feed.xml', title: 'The Harbour' });
    expect((await send('POST', '/v1/feeds', { url: 'https://coast.example/', unchecked: true })).body.url).toBe(
      'https://coast.example/',
    );
  });

  test('also where its server does not answer now, but not where it says that there is none', async () => {
    capabilities.locateFeed = async () => Promise.reject(new FetchError('timeout', 'no answer'));
    expect((await send('POST', '/v1/feeds', { url: 'https://harbour.example/' })).status).toBe(201);
    capabilities.locateFeed = async () => Promise.reject(new FeedParseError('no-feed-found', 'it names none'));
    const { status, body } = await send('POST', '/v1/feeds', { url: 'https://coast.example/' });
    expect([status, body.code, body.errors[0].pointer]).toEqual([400, 'no-feed-found', '/url']);
  });

  test.each([
    ['{', '', 400],
    ['{}', '/url', 400],
    ['{"url":"ftp://x.example/"}', '/url', 400],
    ['{"url":"https://user:pass@x.example/"}', '/url', 400],
    ['{"url":"https://x.example/","title":"a\\u0000b"}', '/title', 400],
    ['{"url":"https://x.example/","tags":["a",""]}', '/tags/1', 400],
    ['{"url":"https://x.example/","fullText":"maybe"}', '/fullText', 400],
    ['{"url":"https://x.example/","id":"mine"}', '/id', 400],
    ['{"url":"https://x.example/","__proto__":{"paused":true}}', '/__proto__', 400],
    [`{"url":"https://x.example/${'a'.repeat(3_000)}"}`, '/url', 400],
    [`{"url":"${'a'.repeat(200_000)}"}`, undefined, 413],
    ['"https://x.example/"', '', 400],
  ])('not from %s', async (body, pointer, status) => {
    const answer = await send('POST', '/v1/feeds', body);
    expect([answer.status, answer.body.errors?.[0].pointer]).toEqual([status, pointer]);
    expect(answer.text).not.toContain('pass@');
    expect((await query.get('/v1/feeds')).body.data).toEqual([]);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonx', ''])(
    'not from a body that calls itself %j, which a page of another site could send',
    async (type) => {
      expect((await send('POST', '/v1/feeds', '{"url":"https://x.example/"}', type)).status).toBe(415);
    },
  );
});

describe('a feed that is there', () => {
  test('is changed in what is named', async () => {
    const id = await add();
    const { status, body } = await send('PATCH', `/v1/feeds/${id}`, { title: 'The Harbour', tags: ['a', 'b'] });
    expect(status).toBe(200);
    expect(body).toMatchObject({ title: 'The Harbour', tags: ['a', 'b'], fullText: 'auto' });
    expect((await send('PATCH', `/v1/feeds/${id}`, { folder: 'X' })).body.title).toBe('The Harbour');
    expect((await send('PATCH', `/v1/feeds/${id}`, { folder: null })).body.folder).toBeNull();
    expect((await send('PATCH', `/v1/feeds/${id}`, {})).status).toBe(400);
    expect((await send('PATCH', `/v1/feeds/${id}`, { url: 'https://x.example/' })).body.errors[0].pointer).toBe('/url');
    expect((await send('PATCH', '/v1/feeds/none', { paused: true })).body.code).toBe('unknown-feed');
  });

  test('is polled as often as the operator decides, from now on, and by its own rhythm again', async () => {
    const id = await add();
    const state = await query.store.feeds.state(id);
    await query.store.feeds.saveState({ ...state!, nextPollAt: '2026-03-16T00:00:00Z' }, state!.nextPollAt);
    const { body } = await send('PATCH', `/v1/feeds/${id}`, { pollMinutes: 10 });
    expect(body).toMatchObject({ pollMinutes: 10, state: { nextPollAt: '2026-03-15T12:10:00Z' } });
    expect((await send('PATCH', `/v1/feeds/${id}`, { title: 'Harbour' })).body.pollMinutes).toBe(10);
    expect((await send('PATCH', `/v1/feeds/${id}`, { pollMinutes: null })).body.pollMinutes).toBeUndefined();
    expect((await send('PATCH', `/v1/feeds/${id}`, { pollMinutes: 1 })).body.errors[0].pointer).toBe('/pollMinutes');
  });

  test('is due while it is not paused', async () => {
    const id = await add();
    const paused = await send('PATCH', `/v1/feeds/${id}`, { paused: true });
    expect(paused.body).toMatchObject({ paused: true, state: { status: 'paused', nextPollAt: null } });
    expect(await query.store.feeds.due('2030-01-01T00:00:00Z', 10)).toEqual([]);
    expect((await send('POST', `/v1/feeds/${id}/poll`)).body).toMatchObject({ status: 409, code: 'not-polled' });
    const resumed = await send('PATCH', `/v1/feeds/${id}`, { paused: false });
    expect(resumed.body).toMatchObject({ state: { status: 'ok', nextPollAt: '2026-03-15T12:00:00Z' } });
    expect(await query.store.feeds.due('2026-03-15T12:00:00Z', 10)).toHaveLength(1);
  });

  test('is made due by a poll that is asked for, where the server does not poll itself', async () => {
    const id = await add();
    const state = await query.store.feeds.state(id);
    await query.store.feeds.saveState({ ...state!, nextPollAt: '2026-03-16T00:00:00Z' }, state!.nextPollAt);
    const { status, body } = await send('POST', `/v1/feeds/${id}/poll`);
    expect([status, body]).toMatchObject([202, { result: 'due', nextPollAt: '2026-03-15T12:00:00Z' }]);
    expect(await query.store.feeds.due('2026-03-15T12:00:00Z', 10)).toHaveLength(1);
  });

  test('is polled at once where it does', async () => {
    const id = await add();
    const asked: unknown[] = [];
    capabilities.poll = async (message) => {
      asked.push(message);
      return { result: 'read', newItems: 3, changedItems: 0, error: null, nextPollAt: '2026-03-15T13:00:00Z' };
    };
    const { status, body } = await send('POST', `/v1/feeds/${id}/poll`);
    expect([status, body.newItems]).toEqual([200, 3]);
    expect(asked).toEqual([{ kind: 'feed', feedId: id, nextPollAt: '2026-03-15T12:00:00Z', host: 'harbour.example' }]);
  });

  test('is removed, and its items with it where that is asked for', async () => {
    const id = await add();
    await query.save({ name: 'one', feedId: id, statements: [{ text: 'Words' }] });
    await query.save({ name: 'two', feedId: id, statements: [] });
    expect((await send('DELETE', `/v1/feeds/${id}`)).body).toEqual({ removedItems: 0, done: true });
    expect((await query.get('/v1/items')).body.data).toHaveLength(2);
    expect(await add()).toBe(id);
    expect((await send('DELETE', `/v1/feeds/${id}?purge=true`)).body).toEqual({ removedItems: 2, done: true });
    expect((await query.get('/v1/items')).body.data).toEqual([]);
    expect((await send('DELETE', `/v1/feeds/${id}`)).status).toBe(404);
  });
});

describe('OPML', () => {
  const OPML =
    '<opml version="2.0"><body><outline text="Ports"><outline type="rss" text="A &amp; B" xmlUrl="https://a.example/feed"/></outline><outline type="rss" text="bad" xmlUrl="nowhere"/></body></opml>';

  test('is taken in, with what was refused, and given out', async () => {
    const { status, body } = await send('POST', '/v1/feeds/import', { opml: OPML });
    expect(status).toBe(200);
    expect(body.added).toMatchObject([{ title: 'A & B', folder: 'Ports' }]);
    expect(body.refused).toMatchObject([{ line: 1, url: 'nowhere' }]);
    expect((await send('POST', '/v1/feeds/import', { opml: OPML })).body).toMatchObject({ added: [], known: [{}] });
    const out = await query.get('/v1/feeds.opml');
    expect(out.headers.get('content-type')).toBe('text/x-opml; charset=utf-8');
    expect(readOpml(out.text)).toMatchObject([{ title: 'A & B', url: 'https://a.example/feed', folder: 'Ports' }]);
  });

  test.each([
    ['', 'empty'],
    ['no opml', 'not-opml'],
    ['<outline>'.repeat(200), 'too-deep'],
    [
      `<opml>${Array.from({ length: 1_001 }, (_, n) => `<outline xmlUrl="https://${n}.example/"/>`).join('')}</opml>`,
      'too-many-feeds',
    ],
  ])('that is none, or too much, is refused', async (opml, code) => {
    const { status, body } = await send('POST', '/v1/feeds/import', { opml });
    expect([status, body.code, body.errors[0].pointer]).toEqual([400, code, '/opml']);
  });
});

test('trying a feed is for a server that can ask it', async () => {
  expect((await send('POST', '/v1/feeds/test', { url: 'https://a.example/' })).body).toMatchObject({
    status: 501,
    code: 'not-here',
  });
});
