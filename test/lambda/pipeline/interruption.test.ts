import { describe, expect, test } from 'vitest';
import { BAKERY, FERRY, type FeedServer, serveFeed } from './feed-server.ts';
import { createWorld, DAY, HOUR, type World } from './world.ts';

const CHANGED = { ...FERRY, text: 'The ferry is late. “Blame the tide,” said Ada Brook, the harbour master.' };
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
  feed.entries = [BAKERY, CHANGED];
  feed.extra = BARE;
  world.pass(DAY);
  await run();
  world.pass(HOUR);
  await disturb(world, () => world.rollup());
  return world;
}

describe('a run that is broken off', () => {
  test.each(['before', 'after'] as const)(
    '%s any write and run again leaves what an undisturbed one does',
    async (when) => {
      const feed = await serveFeed([]);
      const calm = await twoPolls(feed, async (_world, poll) => void (await poll()));
      const expected = await calm.records();
      const total = calm.writes();
      expect(total).toBeGreaterThan(20);

      for (let broken = 1; broken <= total; broken++) {
        let broke = 0;
        const world = await twoPolls(feed, async (disturbed, poll) => {
          disturbed.breakWrite(broken, when);
          const failed = await poll().then(
            () => false,
            () => true,
          );
          if (!failed) return;
          broke++;
          disturbed.breakWrite(null, when);
          await poll();
        });
        expect(broke, `write ${broken}`).toBe(1);
        expect(world.differences(expected, await world.records()), `broken ${when} write ${broken}`).toEqual([]);
      }
    },
    120_000,
  );

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
  const odd = world.differences(await calm.records(), await world.records());
  // Which of the two saved the state is open; the slower one may have met an item on its way, and keeps the validators back.
  expect(odd.filter((key) => !key.startsWith('FEED#') && !key.startsWith('SPEAKER#'))).toEqual([]);
  world.pass(DAY);
  expect(await world.poll()).toMatchObject({ document: { newItems: 0, changedItems: 0, unchangedItems: 2 } });
});
