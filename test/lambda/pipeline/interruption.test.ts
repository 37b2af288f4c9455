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
});
