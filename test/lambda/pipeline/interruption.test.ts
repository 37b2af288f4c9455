import { describe, expect, test } from 'vitest';
import { allWays } from '../../support/all-ways.ts';
import { withoutLeases } from '../../support/without-leases.ts';
import { BAKERY, FERRY, type FeedServer, serveFeed } from './feed-server.ts';
import { createWorld, DAY, HOUR, type World } from './world.ts';

const CHANGED = { ...FERRY, text: 'The ferry is late. “Blame the tide,” said Ada Brook, the harbour master.' };
/** Two entries with one text, stored side by side. */
const COPIES = ['one', 'two'].map((guid) => ({
  guid,
  title: 'Sea wall',
  text: 'The vote on the sea wall is put off. “The tide tables must be checked again first,” said Ada Brook, the harbour master, before the council went home for the night.',
}));
const BARE = '<item></item>';

/** A first poll, and a second one in which an entry changed, one is new and one is nothing. */
async function twoPolls(feed: FeedServer, disturb: (world: World, poll: () => Promise<unknown>) => Promise<void>) {
  feed.entries = [FERRY];
  feed.extra = '';
  const world = await createWorld(feed);
  const run = async () => {
    const message = await world.message();
    await disturb(world, () => world.ingest(message));
  };
  await run();
  feed.entries = [BAKERY, CHANGED, ...COPIES];
  feed.extra = BARE;
  world.pass(DAY);
  await run();
  world.pass(HOUR);
  await disturb(world, () => world.rollup());
  return world;
}

/** Breaks a run off at a write, and runs it again. */
async function brokenOff(world: World, poll: () => Promise<unknown>, write: number, when: 'before' | 'after') {
  world.breakWrite(write, when);
  const failed = await poll().then(
    () => false,
    () => true,
  );
  if (!failed) return false;
  world.breakWrite(null, when);
  await poll();
  return true;
}

/** To another place of the same server. */
const REDIRECT: Answer = { status: 301, headers: { Location: '/moved.xml' } };

type Answer = FeedServer['answer'];

/** What a server answers, poll by poll, and nothing of it is a feed but the last. */
const ERRORS: [string, Answer[]][] = [
  ['429', [{ status: 429, headers: { 'Retry-After': '7200' } }, null]],
  ['429 twice', [{ status: 429, headers: { 'Retry-After': '7200' } }, { status: 429 }]],
  ['503 with Retry-After', [{ status: 503, headers: { 'Retry-After': '600' } }, null]],
  ['500, then 404', [{ status: 500 }, { status: 404 }]],
  ['410', [{ status: 410 }]],
  ['403', [{ status: 403 }, null]],
  ['a permanent redirect', [REDIRECT, REDIRECT, REDIRECT]],
];

/** Polls one after the other, a day apart. */
async function errorPolls(
  feed: FeedServer,
  answers: Answer[],
  disturb: (world: World, poll: () => Promise<unknown>) => Promise<unknown>,
) {
  const world = await createWorld(feed);
  feed.entries = [FERRY];
  for (const answer of answers) {
    feed.answer = answer;
    const message = await world.message();
    await disturb(world, () => world.ingest(message));
    world.pass(2 * DAY);
  }
  return world;
}

describe('a run that is broken off', () => {
  test.each(['before', 'after'] as const)(
    '%s any write and run again leaves what an undisturbed one does',
    async (when) => {
      const feed = await serveFeed([]);
      const calm = await twoPolls(feed, async (_world, poll) => void (await poll()));
      const expected = withoutLeases(await calm.records());
      const total = calm.writes();
      expect(total).toBeGreaterThan(20);

      for (let broken = 1; broken <= total; broken += allWays(3, 1)) {
        let broke = 0;
        const world = await twoPolls(feed, async (disturbed, poll) => {
          if (await brokenOff(disturbed, poll, broken, when)) broke++;
        });
        expect(broke, `write ${broken}`).toBe(1);
        expect(
          world.differences(expected, withoutLeases(await world.records())),
          `broken ${when} write ${broken}`,
        ).toEqual([]);
      }
    },
    120_000,
  );

  test.each(ERRORS)('after %s and run again leaves what an undisturbed one does', async (_name, answers) => {
    const feed = await serveFeed([]);
    const calm = await errorPolls(feed, answers, async (_world, poll) => void (await poll()));
    const expected = withoutLeases(await calm.records());
    for (const when of ['before', 'after'] as const) {
      for (let broken = 1; broken <= calm.writes(); broken += allWays(2, 1)) {
        const world = await errorPolls(feed, answers, (disturbed, poll) => brokenOff(disturbed, poll, broken, when));
        const odd = world.differences(expected, withoutLeases(await world.records()));
        expect(odd, `broken ${when} write ${broken}`).toEqual([]);
      }
    }
  });

  test('between the hold of its host and its state, and run again an hour later, still tells the error', async () => {
    const feed = await serveFeed([FERRY]);
    feed.answer = { status: 429, headers: { 'Retry-After': '86400' } };
    const world = await createWorld(feed);
    const message = await world.message();
    world.breakWrite(3, 'before');
    await expect(world.ingest(message)).rejects.toThrow('is broken off');
    world.breakWrite(null, 'before');
    expect(await world.store.hosts.get('127.0.0.1')).toMatchObject({ heldUntil: world.later(DAY) });
    expect((await world.state()).lastError).toBeNull();
    world.pass(HOUR);
    expect(await world.ingest(message, { receiveCount: 2 })).toMatchObject({ result: 'failed' });
    expect(feed.asked).toHaveLength(1);
    expect(await world.state()).toMatchObject({
      status: 'slow',
      errorCount: 1,
      lastPollAt: world.start,
      lastError: { code: 'http-status' },
      nextPollAt: world.later(DAY - HOUR),
    });
    expect(await world.events()).toMatchObject([{ status: 'slow', at: world.start }]);
  });

  test('and run again an hour later tells its news once, with what is rejected then', async () => {
    const feed = await serveFeed([FERRY]);
    const lastWrite = await (async () => {
      const calm = await createWorld(feed);
      await calm.poll();
      feed.entries = [FERRY, BAKERY];
      calm.pass(HOUR);
      await calm.poll();
      return calm.writes();
    })();
    feed.entries = [FERRY];
    const world = await createWorld(feed);
    await world.poll();
    const logged = async () => (await world.records()).filter(({ sk }) => String(sk).startsWith('LOG#')).length;
    feed.entries = [FERRY, BAKERY];
    world.pass(HOUR);
    const at = world.now();
    const message = await world.message();
    world.breakWrite(lastWrite, 'before');
    await expect(world.ingest(message)).rejects.toThrow('is broken off');
    world.breakWrite(null, 'before');
    expect(await logged()).toBe(2);
    world.pass(HOUR);
    feed.extra = BARE;
    expect(await world.ingest(message, { receiveCount: 2 })).toMatchObject({ result: 'read' });
    expect(await world.events()).toMatchObject([{ newItems: 1, rejected: [{ code: 'empty-entry' }], at }, {}]);
    expect(await logged()).toBe(2);
  });

  test('and run again an hour later tells its news in one event, with the time at which they were stored', async () => {
    const feed = await serveFeed([FERRY, BAKERY]);
    feed.extra = BARE;
    const world = await createWorld(feed);
    const message = await world.message();
    const lastWrite = await (async () => {
      const calm = await createWorld(feed);
      await calm.poll();
      return calm.writes();
    })();
    world.breakWrite(lastWrite, 'before');
    await expect(world.ingest(message)).rejects.toThrow('is broken off');
    world.breakWrite(null, 'before');
    world.pass(HOUR);
    const report = await world.ingest(message, { receiveCount: 2 });
    expect(report).toMatchObject({ result: 'read', document: { newItems: 2, unchangedItems: 0 } });
    expect(await world.events()).toMatchObject([{ newItems: 2, rejected: [{ code: 'empty-entry' }], at: world.start }]);
    expect((await world.items()).map(({ storedAt, revision }) => [storedAt, revision])).toEqual([
      [world.start, 1],
      [world.start, 1],
    ]);
    expect((await world.state()).lastPollAt).toBe(world.now());
  });
});

test('two workers on one message store everything once', async () => {
  const feed = await serveFeed([FERRY, BAKERY]);
  const calm = await createWorld(feed);
  await calm.poll();
  const world = await createWorld(feed);
  const message = await world.message();
  await Promise.all([world.ingest(message), world.ingest(message)]);
  const odd = world.differences(withoutLeases(await calm.records()), withoutLeases(await world.records()));
  // Which of the two saved the state is open; the slower one may have met an item on its way, and keeps the validators back.
  expect(odd.filter((key) => !key.startsWith('FEED#') && !key.startsWith('SPEAKER#'))).toEqual([]);
  world.pass(DAY);
  feed.numbered = true;
  expect(await world.poll()).toMatchObject({ document: { newItems: 0, changedItems: 0, unchangedItems: 2 } });
});
