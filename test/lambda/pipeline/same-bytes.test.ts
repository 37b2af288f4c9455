import { describe, expect, test } from 'vitest';
import type { FetchResponse } from '../../../lambda/model/ports.ts';
import { bodyFingerprint } from '../../../lambda/pipeline/body-fingerprint.ts';
import { BAKERY, FERRY, serveFeed } from './feed-server.ts';
import { createDynaliteWorld, createWorld, DAY, HOUR } from './world.ts';

async function polledOnce() {
  const feed = await serveFeed([FERRY]);
  const world = await createDynaliteWorld(feed);
  expect(await world.poll()).toMatchObject({ result: 'read' });
  world.pass(HOUR);
  return { feed, world };
}

describe('a document of the same bytes as the last one', () => {
  test('is not read again: it takes what a 304 takes', async () => {
    const { world } = await polledOnce();
    const [message, before, reads, writes] = [
      await world.message(),
      await world.records(),
      world.readUnits(),
      world.writes(),
    ];
    expect(await world.ingest(message)).toMatchObject({ result: 'not-modified', document: null });
    expect(world.readUnits() - reads).toBe(1);
    expect(world.writes() - writes).toBe(1);
    expect(world.differences(before, await world.records())).toEqual([expect.stringMatching(/^STATES#\d \/ feed-1$/)]);
    expect(await world.state()).toMatchObject({ status: 'ok', lastPollAt: world.now(), lastSuccessAt: world.now() });
  });

  test('is read where other bytes, or a failure, came between', async () => {
    const { feed, world } = await polledOnce();
    feed.entries = [BAKERY, FERRY];
    expect(await world.poll()).toMatchObject({ result: 'read', document: { newItems: 1 } });
    world.pass(HOUR);
    feed.entries = [FERRY];
    expect(await world.poll()).toMatchObject({ result: 'read', document: { unchangedItems: 1 } });
    world.pass(HOUR);
    feed.answer = { status: 500 };
    expect(await world.poll()).toMatchObject({ result: 'failed' });
    world.pass(DAY);
    feed.answer = null;
    expect(await world.poll()).toMatchObject({ result: 'not-modified' });
    expect(await world.state()).toMatchObject({ status: 'ok', errorCount: 0 });
  });

  test('is read once all of it could be stored', async () => {
    const feed = await serveFeed([FERRY]);
    const world = await createWorld(feed);
    for (let version = 1; version <= 6; version++) {
      feed.entries = [{ ...FERRY, text: `Version ${version} of the story of the ferry.` }];
      await world.poll();
      world.pass(10);
    }
    expect((await world.items())[0]?.revision).toBe(5);
    world.pass(DAY);
    expect(await world.poll()).toMatchObject({ document: { changedItems: 1 } });
    expect((await world.items())[0]?.revision).toBe(6);
  });

  test('is read after eight days all the same', async () => {
    const { world } = await polledOnce();
    const results = [];
    for (let day = 0; day < 9; day++) {
      world.pass(DAY);
      results.push((await world.poll()).result);
    }
    expect(results.filter((result) => result === 'read').length).toBeGreaterThanOrEqual(1);
    expect(results.filter((result) => result === 'read').length).toBeLessThanOrEqual(2);
  });

  test('brings the validators that come with it', async () => {
    const { feed, world } = await polledOnce();
    feed.etag = '"new"';
    expect(await world.poll()).toMatchObject({ result: 'not-modified' });
    expect(await world.state()).toMatchObject({ etag: '"new"', validatorsSince: world.now() });
    world.pass(HOUR);
    await world.poll();
    expect(feed.asked.at(-1)).toBe('"new"');
  });
});

describe('the mark of a body', () => {
  const response: FetchResponse = {
    status: 200,
    notModified: false,
    url: 'https://gazette.example/feed',
    movedTo: null,
    throughPublic: false,
    isCut: false,
    headers: { 'content-type': 'text/xml', 'x-served-by': 'cache 1' },
    body: Buffer.from('<rss/>'),
    etag: null,
    lastModified: null,
  };
  const feed = { fullText: 'auto' } as const;
  const mark = (changes: Partial<FetchResponse>, fullText: 'auto' | 'always' = 'auto') =>
    bodyFingerprint({ ...response, ...changes }, { ...feed, fullText } as never, 0);

  test.each<[string, string]>([
    ['bytes', mark({ body: Buffer.from('<rss />') })],
    ['type', mark({ headers: { 'content-type': 'text/xml; charset=koi8-r' } })],
    ['address', mark({ url: 'https://gazette.example/other' })],
    ['wish for full texts', mark({}, 'always')],
  ])('is another one for another %s', (_name, other) => {
    expect(other).not.toBe(mark({}));
    expect(other).toMatch(/^[\w-]{8}$/);
  });

  test('does not depend on what says nothing of the body', () => {
    expect(mark({ headers: { 'content-type': 'text/xml', age: '7' }, etag: '"2"', status: 203 })).toBe(mark({}));
  });
});
