import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { changeFeed } from '../../../lambda/api/feeds/change-feed.ts';
import { feedIdOf } from '../../../lambda/common/feed-id.ts';
import { InterruptedError } from '../../../lambda/model/errors.ts';
import type { Feed } from '../../../lambda/model/feed.ts';
import type { Fetcher } from '../../../lambda/model/ports.ts';
import { BAKERY, type Entry, FERRY, serveFeed } from './feed-server.ts';
import { collect, createDynaliteWorld, createWorld, DAY, HOUR } from './world.ts';

/** A feed of which each document has to be read, for no two have the same bytes. */
const serveNews = async (entries: Entry[]) => Object.assign(await serveFeed(entries), { numbered: true });

describe('a poll', () => {
  test('stores what is new, with statements and speakers, and says so', async () => {
    const feed = await serveNews([BAKERY, FERRY]);
    feed.etag = '"1"';
    const world = await createWorld(feed);
    const report = await world.poll();
    expect(report).toMatchObject({ result: 'read', error: null, document: { newItems: 2, rejected: [] } });
    const items = await world.items();
    expect(items.map(({ title, revision }) => [title, revision])).toEqual([
      [BAKERY.title, 1],
      [FERRY.title, 1],
    ]);
    expect(items[1]).toMatchObject({ publishedAt: FERRY.date, sortAt: FERRY.date, storedAt: world.start });
    const statements = await world.store.statements.ofItem(items[0]!.id);
    expect(statements.map(({ text, speaker }) => [text, speaker?.name])).toEqual([
      [expect.stringContaining('Fishermen like warm rolls'), 'Tom Pell'],
    ]);
    expect(await world.store.speakers.get(statements[0]?.speaker?.id ?? '')).toMatchObject({ name: 'Tom Pell' });
    const coming = await collect(world.store.dates.coming({ from: '2024-05-06' }));
    expect(coming.map(({ record }) => [record.date, record.context])).toEqual([
      ['2024-06-09', '“She sails again on 9 June,” Brook said.'],
    ]);
    for (const { speaker } of await world.store.statements.ofItem(items[1]!.id)) {
      expect(speaker?.name).toBe('Ada Brook');
      expect(await world.store.speakers.get(speaker?.id ?? '')).toMatchObject({ name: 'Ada Brook', kind: 'person' });
    }
    expect(await world.state()).toMatchObject({ status: 'ok', etag: '"1"', lastNewItemAt: world.start, errorCount: 0 });
    expect((await world.state()).nextPollAt).toBe(report.nextPollAt);
    expect(await world.events()).toMatchObject([{ newItems: 2, changedItems: 0, status: 'ok', previousStatus: null }]);
    expect(await world.store.feeds.get('feed-1')).toMatchObject({
      title: 'Harbour Gazette',
      siteUrl: 'https://gazette.example/',
    });
  });

  test('that brings a 304 reads host and state for half a unit each, and the feed from its message while that is fresh', async () => {
    const feed = await serveNews([FERRY]);
    feed.etag = '"1"';
    const world = await createDynaliteWorld(feed);
    await world.poll();
    world.pass(DAY);
    const message = await world.message();
    const before = world.readUnits();
    expect(await world.ingest(message)).toMatchObject({ result: 'not-modified' });
    expect(world.readUnits() - before).toBe(1);
    world.pass(2 * DAY);
    const late = await world.message();
    const beforeLate = world.readUnits();
    expect(await world.ingest(late)).toMatchObject({ result: 'not-modified' });
    expect(world.readUnits() - beforeLate).toBe(1.5);
  });

  test.each<[string, Partial<Feed> | null]>([
    ['is not there yet', null],
    ['is still paused', { paused: true }],
  ])('reads the feed again where the cheaper read says that it %s', async (_name, stale) => {
    const world = await createWorld(await serveNews([FERRY]));
    const { feed: _, ...message } = await world.message();
    const { feeds } = world.store;
    const get: typeof feeds.get = async (id, options) => {
      const found = await feeds.get(id, options);
      return options?.consistent === false ? stale && found && { ...found, ...stale } : found;
    };
    const store = { ...world.store, feeds: { ...feeds, get } };
    expect(await world.ingest(message, { store })).toMatchObject({ result: 'read', document: { newItems: 1 } });
  });

  test('reads the state again where the cheaper read has not what the message says', async () => {
    const world = await createWorld(await serveNews([FERRY]));
    const stale = await world.state();
    await world.poll();
    world.pass(DAY);
    const message = await world.message();
    const { feeds } = world.store;
    const state: typeof feeds.state = async (id, options) =>
      options?.consistent === false ? stale : feeds.state(id, options);
    const store = { ...world.store, feeds: { ...feeds, state } };
    expect(await world.ingest(message, { store })).toMatchObject({ result: 'read' });
    expect(await world.ingest(message, { store })).toMatchObject({ result: 'dropped' });
  });

  test('with a state that is out of date is not saved', async () => {
    const world = await createWorld(await serveNews([FERRY]));
    const [message, stale] = [await world.message(), await world.state()];
    await world.poll();
    const before = await world.state();
    const { feeds } = world.store;
    const store = { ...world.store, feeds: { ...feeds, state: async () => stale } };
    await world.ingest(message, { store });
    expect(await world.state()).toEqual(before);
  });

  test('that brings a 304 writes the state and nothing else', async () => {
    const feed = await serveNews([FERRY]);
    feed.etag = '"1"';
    const world = await createWorld(feed);
    await world.poll();
    const [before, writes] = [await world.records(), world.writes()];
    world.pass(DAY);
    expect(await world.poll()).toMatchObject({ result: 'not-modified', document: null });
    expect(feed.asked).toEqual([undefined, '"1"']);
    expect(world.writes() - writes).toBe(1);
    expect(world.differences(before, await world.records())).toEqual([expect.stringMatching(/^STATES#\d \/ feed-1$/)]);
  });

  test('of the same document writes the state and nothing else', async () => {
    const feed = await serveNews([BAKERY, FERRY]);
    const world = await createWorld(feed);
    await world.poll();
    const [before, writes] = [await world.records(), world.writes()];
    world.pass(DAY);
    expect(await world.poll()).toMatchObject({ result: 'read', document: { newItems: 0, unchangedItems: 2 } });
    expect(world.writes() - writes).toBe(1);
    expect(world.differences(before, await world.records())).toEqual([expect.stringMatching(/^STATES#\d \/ feed-1$/)]);
  });

  test('of a changed entry makes its next revision, and keeps when it was first stored', async () => {
    const feed = await serveNews([FERRY]);
    const world = await createWorld(feed);
    await world.poll();
    feed.entries = [{ ...FERRY, text: 'The ferry is late. “Blame the tide,” said Ada Brook, the harbour master.' }];
    world.pass(DAY);
    expect(await world.poll()).toMatchObject({ document: { newItems: 0, changedItems: 1 } });
    const [item] = await world.items();
    expect(item).toMatchObject({ revision: 2, storedAt: world.start, changedAt: world.now() });
    expect((await world.store.statements.ofItem(item!.id)).map(({ text }) => text)).toEqual([
      expect.stringContaining('Blame the tide'),
    ]);
    expect(await world.events()).toMatchObject([{ changedItems: 1 }, { newItems: 1 }]);
  });

  test('that brings a new item writes the feed’s last entries and an event beside its state', async () => {
    const feed = await serveNews([FERRY]);
    const world = await createWorld(feed);
    await world.poll();
    const before = await world.records();
    feed.entries = [FERRY, BAKERY];
    world.pass(DAY);
    await world.poll();
    const changed = world.differences(before, await world.records()).filter((key) => /^(FEED|STATES)#/.test(key));
    expect(changed).toEqual([
      'FEED#feed-1 / ENTRIES',
      expect.stringMatching(/^FEED#feed-1 \/ LOG#/),
      expect.stringMatching(/^STATES#\d \/ feed-1$/),
    ]);
    expect(await world.events()).toMatchObject([
      { at: world.now(), newItems: 1, changedItems: 0, status: 'ok', previousStatus: 'ok', rejected: [], error: null },
      { at: world.start, newItems: 1 },
    ]);
    // A poll that brings nothing writes the state alone.
    const kept = await world.records();
    world.pass(DAY);
    await world.poll();
    expect(world.differences(kept, await world.records())).toEqual([expect.stringMatching(/^STATES#/)]);
    expect(await world.events()).toHaveLength(2);
  });

  test('stores five revisions of an item a day; the sixth waits, and the validators with it', async () => {
    const feed = await serveNews([FERRY]);
    const world = await createWorld(feed);
    const next = async (version: number, minutes: number) => {
      feed.entries = [{ ...FERRY, text: `Version ${version} of the story of the ferry.` }];
      feed.etag = `"${version}"`;
      world.pass(minutes);
      return (await world.poll()).document;
    };
    for (let version = 1; version <= 5; version++) await next(version, 10);
    expect((await world.state()).etag).toBe('"5"');
    expect(await next(6, 10)).toMatchObject({ changedItems: 0, deferredItems: 1 });
    expect((await world.state()).etag).toBe('"5"');
    expect((await world.items())[0]).toMatchObject({ revision: 5 });
    expect(await next(6, DAY)).toMatchObject({ changedItems: 1 });
    expect((await world.items())[0]).toMatchObject({ revision: 6, revisionsThatDay: 1 });
    expect((await world.state()).etag).toBe('"6"');
  });

  test('drops validators after eight days, for servers that answer 304 for ever', async () => {
    const feed = await serveNews([FERRY]);
    feed.etag = '"1"';
    const world = await createWorld(feed);
    await world.poll();
    world.pass(8 * DAY);
    expect(await world.poll()).toMatchObject({ result: 'read' });
    expect(feed.asked).toEqual([undefined, undefined]);
  });

  test('that brings a 304 which nobody asked for is unchanged where the feed was read before, and an error where not', async () => {
    const feed = await serveNews([FERRY]);
    feed.answer = { status: 304 };
    const world = await createWorld(feed);
    expect(await world.poll()).toMatchObject({
      result: 'failed',
      error: { code: 'http-status', message: expect.stringContaining('(304) to a request without a condition') },
    });
    world.pass(DAY);
    feed.answer = null;
    expect(await world.poll()).toMatchObject({ result: 'read' });
    feed.answer = { status: 304 };
    for (let day = 0; day < 10; day++) {
      world.pass(DAY);
      expect(await world.poll()).toMatchObject({ result: 'not-modified', error: null });
    }
    expect(await world.state()).toMatchObject({ status: 'ok', errorCount: 0, lastSuccessAt: world.now() });
    world.pass(DAY);
    feed.answer = null;
    feed.entries = [BAKERY, FERRY];
    expect(await world.poll()).toMatchObject({ document: { newItems: 1 } });
  });
});

describe('validators', () => {
  const IN_THE_FUTURE = 'Sun, 05 Jul 2099 10:00:00 GMT';
  test.each<[string, Record<string, string>, Record<string, string>, string | null, string | null]>([
    ['a 304 with a new ETag stores it', { ETag: '"1"' }, { ETag: '"2"' }, '"2"', null],
    ['a 304 with a weak ETag stores it', { ETag: '"1"' }, { ETag: 'W/"1"' }, 'W/"1"', null],
    ['a 304 without one keeps the old', { ETag: '"1"' }, {}, '"1"', null],
    [
      'a 304 with an ETag keeps the time that it does not tell',
      { 'Last-Modified': 'Sun, 05 May 2024 10:00:00 GMT' },
      { ETag: '"2"' },
      '"2"',
      'Sun, 05 May 2024 10:00:00 GMT',
    ],
    ['a time in the future is not sent', { 'Last-Modified': IN_THE_FUTURE }, {}, null, null],
    ['nor is it beside an ETag', { ETag: '"1"', 'Last-Modified': IN_THE_FUTURE }, {}, '"1"', null],
    ['nor where a 304 tells it', { ETag: '"1"' }, { ETag: '"1"', 'Last-Modified': IN_THE_FUTURE }, '"1"', null],
  ])('%s', async (_name, first, second, etag, lastModified) => {
    const asked: IncomingHttpHeaders[] = [];
    const feed = await serveFeed([FERRY]);
    const document = await (await fetch(feed.url)).text();
    const server = createServer(({ headers }, response) => {
      const conditional = 'if-none-match' in headers || 'if-modified-since' in headers;
      response.writeHead(conditional ? 304 : 200, asked.push(headers) === 1 ? first : second);
      response.end(conditional ? undefined : document);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const world = await createWorld({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
    for (let poll = 0; poll < 3; poll++) {
      expect(await world.poll()).toMatchObject({ error: null });
      world.pass(DAY);
    }
    expect(asked.at(-1)?.['if-none-match'] ?? null).toBe(etag);
    expect(asked.at(-1)?.['if-modified-since'] ?? null).toBe(lastModified);
  });
});

describe('what is not stored', () => {
  test('an item from before the time that is kept', async () => {
    const world = await createWorld(await serveNews([{ ...FERRY, date: '2024-03-01T10:00:00Z' }]));
    expect(await world.poll()).toMatchObject({ document: { newItems: 0, skippedItems: 1 } });
    expect(await world.items()).toEqual([]);
  });

  test('an item that has expired and that the feed still has', async () => {
    const { date: _date, ...undated } = FERRY;
    const world = await createWorld(await serveNews([undated]));
    expect(await world.poll()).toMatchObject({ document: { newItems: 1 } });
    world.pass(31 * DAY);
    await world.store.items.sweep(world.now());
    expect(await world.poll()).toMatchObject({ document: { newItems: 0, skippedItems: 1 } });
    world.pass(DAY);
    expect(await world.poll()).toMatchObject({ document: { newItems: 0, skippedItems: 1 } });
    expect(await world.items()).toEqual([]);
  });

  test('an entry that is nothing: it is told once, and the others are stored', async () => {
    const feed = await serveNews([FERRY]);
    const body =
      '<rss version="2.0"><channel><title>G</title><item></item><item><title>Tide tables</title></item></channel></rss>';
    feed.answer = { status: 200, body };
    const world = await createWorld(feed);
    expect(await world.poll()).toMatchObject({ document: { newItems: 1, rejected: [{ code: 'empty-entry' }] } });
    expect(await world.events()).toMatchObject([{ newItems: 1, rejected: [{ code: 'empty-entry' }] }]);
    world.pass(DAY);
    feed.answer = { status: 200, body: `${body}\n` };
    expect(await world.poll()).toMatchObject({ document: { newItems: 0, rejected: [{ code: 'empty-entry' }] } });
    expect(await world.events()).toHaveLength(1);
  });
});

describe('errors are recorded, never thrown', () => {
  test.each([
    ['404', { status: 404 }, 'failing', 'http-status'],
    ['500', { status: 500 }, 'failing', 'http-status'],
    ['403', { status: 403 }, 'blocked', 'blocked'],
    ['a page that is no feed', { status: 200, body: '<html><body>Hello</body></html>' }, 'failing', 'not-a-feed'],
    ['nothing', { status: 200, body: '' }, 'failing', 'empty'],
  ])('%s', async (_name, answer, status, code) => {
    const feed = await serveNews([FERRY]);
    feed.answer = answer;
    const world = await createWorld(feed);
    expect(await world.poll()).toMatchObject({ result: 'failed', error: { code } });
    expect(await world.state()).toMatchObject({
      status,
      errorCount: 1,
      lastError: { code },
      failingSince: world.start,
    });
    expect(await world.events()).toMatchObject([{ status, error: { code } }]);

    feed.answer = null;
    world.pass(DAY);
    expect(await world.poll()).toMatchObject({ result: 'read', document: { newItems: 1 } });
    expect(await world.state()).toMatchObject({ status: 'ok', errorCount: 0, lastError: null });
  });

  test('410 ends the polling', async () => {
    const feed = await serveNews([FERRY]);
    feed.answer = { status: 410 };
    const world = await createWorld(feed);
    expect(await world.poll()).toMatchObject({ result: 'failed', error: { code: 'gone' }, nextPollAt: null });
    world.pass(30 * DAY);
    expect(await world.store.feeds.due(world.now(), 10)).toEqual([]);
  });

  test('429 holds all feeds of the host', async () => {
    const feed = await serveNews([FERRY]);
    feed.answer = { status: 429, headers: { 'Retry-After': '7200' } };
    const world = await createWorld(feed);
    await world.subscribe('feed-2', `${feed.url}?second`);
    expect(await world.poll()).toMatchObject({ result: 'failed' });
    expect(await world.state()).toMatchObject({ status: 'slow' });
    expect(await world.store.hosts.get('127.0.0.1')).toMatchObject({ heldUntil: world.later(2 * HOUR) });
    expect(await world.poll('feed-2')).toMatchObject({ result: 'held', nextPollAt: world.later(2 * HOUR + 2.5) });
    expect(feed.asked).toHaveLength(1);
    feed.answer = null;
    world.pass(2 * HOUR + 3);
    expect(await world.poll('feed-2')).toMatchObject({ result: 'read' });
  });

  test.each([
    ['429 without a word', { status: 429 }, 10],
    ['503 with Retry-After', { status: 503, headers: { 'Retry-After': '1800' } }, 30],
  ])('%s holds the host too', async (_name, answer, minutes) => {
    const feed = await serveNews([FERRY]);
    feed.answer = answer;
    const world = await createWorld(feed);
    await world.poll();
    expect(await world.store.hosts.get('127.0.0.1')).toMatchObject({ heldUntil: world.later(minutes) });
  });

  test('503 without Retry-After is the feed’s own trouble', async () => {
    const feed = await serveNews([FERRY]);
    feed.answer = { status: 503 };
    const world = await createWorld(feed);
    await world.poll();
    expect(await world.store.hosts.get('127.0.0.1')).toBeNull();
    expect(await world.state()).toMatchObject({ status: 'failing' });
  });

  test.each([200, 403, 503])('a challenge page with status %i is a wall, not a broken feed', async (status) => {
    const feed = await serveNews([FERRY]);
    feed.answer = { status, body: '<!doctype html><title>Just a moment...</title><p>Checking.</p>' };
    const world = await createWorld(feed);
    await world.poll();
    expect(await world.state()).toMatchObject({ status: 'blocked', nextPollAt: world.later(DAY) });
    expect(await world.events()).toMatchObject([{ status: 'blocked', error: { code: 'blocked' } }]);
  });
});

describe('a feed that answers with a permanent redirect', () => {
  test.each([301, 308])('%i twice in a row moves, keeps its id, and says so', async (status) => {
    const [old, moved] = [await serveNews([]), await serveNews([FERRY])];
    old.answer = { status, headers: { Location: moved.url } };
    const world = await createWorld(old);
    expect(await world.poll()).toMatchObject({ result: 'read', movedTo: null, document: { newItems: 1 } });
    expect((await world.store.feeds.get('feed-1'))?.url).toBe(old.url);
    world.pass(DAY);
    expect(await world.poll()).toMatchObject({ movedTo: moved.url, document: { newItems: 0, unchangedItems: 1 } });
    expect(await world.store.feeds.get('feed-1')).toMatchObject({ id: 'feed-1', url: moved.url });
    expect(await world.events()).toMatchObject([{ movedTo: moved.url, newItems: 0 }, { newItems: 1 }]);
    expect((await world.state()).movedToId).toBeUndefined();
    world.pass(DAY);
    expect(await world.poll()).toMatchObject({ result: 'read', movedTo: null });
    expect([old.asked.length, moved.asked.length]).toEqual([2, 3]);
    expect(await world.events()).toHaveLength(2);
  });

  test('does not move where that address is subscribed already', async () => {
    const [old, moved] = [await serveNews([]), await serveNews([FERRY])];
    old.answer = { status: 301, headers: { Location: moved.url } };
    const world = await createWorld(old);
    await world.subscribe(feedIdOf(moved.url), moved.url);
    for (let day = 0; day < 3; day++) {
      expect(await world.poll()).toMatchObject({ result: 'read', movedTo: null });
      world.pass(DAY);
    }
    expect((await world.store.feeds.get('feed-1'))?.url).toBe(old.url);
  });

  test.each([
    ['a circle', 'feed.xml', 'redirect-loop'],
    ['a page that is no feed', 'page', 'not-a-feed'],
    ['a place that may not be asked', 'http://10.0.0.1/feed.xml', 'private-address'],
    ['an address with a password', 'http://reader:secret@127.0.0.1/feed.xml', 'bad-url'],
  ])('does not move to %s', async (_name, target, code) => {
    const [old, page] = [await serveNews([]), await serveNews([])];
    page.answer = { status: 200, body: '<html><p>All is new here.</p></html>' };
    const location = target === 'page' ? page.url : new URL(target, old.url).href;
    old.answer = { status: 301, headers: { Location: location } };
    const world = await createWorld(old);
    for (let day = 0; day < 3; day++) {
      expect(await world.poll()).toMatchObject({ result: 'failed', error: { code }, movedTo: null });
      world.pass(2 * DAY);
    }
    expect((await world.store.feeds.get('feed-1'))?.url).toBe(old.url);
  });
});

describe('messages', () => {
  test('whose feed has moved on, is paused or is no more are dropped', async () => {
    const feed = await serveNews([FERRY]);
    const world = await createWorld(feed);
    const stale = await world.message();
    await world.poll();
    expect(await world.ingest(stale)).toMatchObject({ result: 'dropped' });
    const due = await world.message();
    await changeFeed('feed-1', { paused: true }, world);
    expect(await world.ingest(due)).toMatchObject({ result: 'dropped' });
    expect(await world.ingest({ ...due, feedId: 'feed-9' })).toMatchObject({ result: 'dropped', nextPollAt: null });
    expect(feed.asked).toHaveLength(1);
  });

  test('redelivered move the feed an hour on before anything else, and tell that its worker stopped', async () => {
    const world = await createWorld(await serveNews([FERRY]));
    const message = await world.message();
    const die = async (receiveCount: number) => {
      await expect(world.ingest(message, { fetcher: world.dying, receiveCount })).rejects.toThrow('is broken off');
      world.breakWrite(null, 'before');
    };
    await die(1);
    expect((await world.state()).nextPollAt).toBe(message.nextPollAt);
    await die(2);
    expect(await world.state()).toMatchObject({ nextPollAt: world.later(HOUR), lastError: { code: 'worker-stopped' } });
    expect(await world.ingest(message, { receiveCount: 3 })).toMatchObject({ result: 'dropped' });
    world.pass(HOUR);
    expect(await world.poll()).toMatchObject({ result: 'read', document: { newItems: 1 } });
    expect(await world.state()).toMatchObject({ status: 'ok', errorCount: 0, lastError: null });
  });

  test('that meet a defect of ours tell of it in the feed, which is tried later and later', async () => {
    const world = await createWorld(await serveNews([FERRY]));
    const defect = { fetch: () => Promise.reject(new TypeError('x is not a function')) };
    const error = { code: 'internal', message: 'x is not a function' };
    expect(await world.ingest(await world.message(), { fetcher: defect })).toMatchObject({ result: 'failed', error });
    expect(await world.state()).toMatchObject({ status: 'failing', nextPollAt: world.later(10), lastError: error });
    expect(await world.events()).toMatchObject([{ error }]);
  });

  test.each([1, 2])('whose time is over leave the feed due as it was, received %d times', async (receiveCount) => {
    const world = await createWorld(await serveNews([FERRY]));
    const before = await world.state();
    const stop = new AbortController();
    const fetcher: Fetcher = {
      async fetch(request) {
        const answer = await world.fetcher.fetch(request);
        stop.abort();
        return answer;
      },
    };
    const ingesting = world.ingest(await world.message(), { fetcher, receiveCount, signal: stop.signal });
    await expect(ingesting).rejects.toThrow(InterruptedError);
    expect(await world.state()).toEqual(before);
    expect(await world.events()).toEqual([]);
    expect(await world.poll()).toMatchObject({ result: 'read', document: { newItems: 1 } });
  });
});
