import { changeFeed } from '../../lambda/api/feeds/change-feed.ts';
import type { FeedMessage } from '../../lambda/model/message.ts';
import type { Clock, Fetcher } from '../../lambda/model/ports.ts';
import { feedMessage } from '../../lambda/pipeline/feed-message.ts';
import { ingestFeed } from '../../lambda/pipeline/ingest-feed.ts';
import { createStore } from '../../lambda/store/create-store.ts';
import type { Store } from '../../lambda/store/store.ts';
import type { Table } from '../../lambda/store/table/port.ts';
import { dyingTable, type Fate } from '../support/dying-table.ts';
import { type FaultFeeds, READ_IN_SPITE, SERVER_FAILURES } from './fault-feeds.ts';
import type { TableFault } from './fault-proxy.ts';

/** What the faults are made with. */
export interface FaultWorld {
  store: Store;
  table: Table;
  fetcher: Fetcher;
  feeds: FaultFeeds;
  /** The same table, reached through a proxy, by what that does. */
  proxied: Record<TableFault, Table>;
  random: () => number;
  /** The moment of this round of polls. */
  now: number;
}

/** One feed's poll. */
export interface FaultPoll {
  /** The feed's number in all, and in its group. */
  feed: number;
  place: number;
  id: string;
  /** What was sent in the round before. */
  earlier: FeedMessage | null;
}

const DAY = 86_400_000;
const QUIET = { info: () => {}, warn: () => {}, error: () => {} };

/** What dispatch sends for the feed now. */
export async function messageOf(store: Store, id: string): Promise<FeedMessage> {
  const [feed, state] = await Promise.all([store.feeds.get(id), store.feeds.state(id)]);
  if (!feed || !state?.nextPollAt) throw new Error(`the feed ${id} is never due`);
  return feedMessage(feed, state.nextPollAt);
}

/** Works on a message as a worker does, on a table and a clock of its own where they are given. */
export function work(
  world: FaultWorld,
  message: FeedMessage,
  {
    table = world.table,
    clock = { now: () => world.now },
    receiveCount = 1,
  }: { table?: Table; clock?: Clock; receiveCount?: number } = {},
) {
  const store = createStore({ table, clock });
  return ingestFeed(message, {
    ...{ store, fetcher: world.fetcher, clock, log: QUIET, retentionDays: 0, jitter: () => 0.5, receiveCount },
  });
}

/** A fault: does one poll under it, and ends when the poll is done in spite of it. */
export type Fault = (world: FaultWorld, poll: FaultPoll) => Promise<void>;

async function untilDone(world: FaultWorld, id: string, table = world.table): Promise<void> {
  const message = await messageOf(world.store, id);
  for (let receiveCount = 1; receiveCount <= 12; receiveCount++) {
    const report = await work(world, message, { table }).catch(() => null);
    if (report !== null && report.result !== 'dropped') return;
    // Saved, but the answer was lost.
    if (report?.result === 'dropped') return;
  }
  throw new Error(`the feed ${id} was not done in 12 deliveries`);
}

const killed =
  (fate: Fate): Fault =>
  async (world, { id, place }) => {
    const message = await messageOf(world.store, id);
    for (let kill = 0; kill < 6; kill++) {
      const fatal = 1 + place + kill * 15;
      await work(world, message, { table: dyingTable(world.table, fatal, fate).table }).catch(() => null);
    }
    await work(world, message);
  };

const throughProxy =
  (fault: keyof FaultWorld['proxied']): Fault =>
  (world, { id }) =>
    untilDone(world, id, world.proxied[fault]);

const jumping =
  (direction: 1 | -1): Fault =>
  async (world, { id }) => {
    const clock = { now: () => world.now + direction * 10 * DAY };
    await work(world, await messageOf(world.store, id), { clock });
  };

/** As an operator does with a feed that is said to be gone. */
async function startAgain({ store, now }: FaultWorld, id: string): Promise<void> {
  if ((await store.feeds.state(id))?.nextPollAt !== null) throw new Error(`the feed ${id} is gone, and is asked again`);
  for (const paused of [true, false]) await changeFeed(id, { paused }, { store, clock: { now: () => now } });
}

/** Faults by name, in the order in which feeds are dealt out to them. */
export const FAULTS: Record<string, Fault> = {
  'duplicate deliveries': async (world, { id }) => {
    const message = await messageOf(world.store, id);
    await Promise.allSettled([work(world, message), work(world, message), work(world, message)]);
    await work(world, message, { receiveCount: 2 });
    await untilDone(world, id);
  },
  'reordered deliveries': async (world, { id, earlier }) => {
    if (earlier) await work(world, earlier);
    const message = await messageOf(world.store, id);
    await work(world, message);
    await work(world, message);
    if (earlier) await work(world, earlier, { receiveCount: 2 });
  },
  'killed before a write': killed('nothing'),
  'killed in the middle of a write': killed('some'),
  'killed after a write': killed('all'),
  throttling: throughProxy('throttled'),
  'lost answers': throughProxy('answer lost'),
  'time-outs': throughProxy('never answered'),
  'partial batch writes': throughProxy('half of a batch'),
  'feeds that change between two tries': async (world, { id, feed, place }) => {
    const { edition } = world.feeds;
    const wanted = edition.get(feed) ?? 1;
    const message = await messageOf(world.store, id);
    edition.set(feed, 3);
    await work(world, message, { table: dyingTable(world.table, 5 + place * 9, 'all').table }).catch(() => null);
    edition.set(feed, wanted);
    await work(world, message);
    // Where the first try came to its end, the edition of before comes as another change.
    await work(world, await messageOf(world.store, id));
  },
  'servers that fail': async (world, { id, feed, place }) => {
    const { failure } = world.feeds;
    let now = world.now;
    for (const step of [0, 1, 2]) {
      const failing = SERVER_FAILURES[(place + step * 4) % SERVER_FAILURES.length];
      if (failing) failure.set(feed, failing);
      const report = await work({ ...world, now }, await messageOf(world.store, id));
      const isRead = failing !== undefined && READ_IN_SPITE.has(failing);
      if (report.result !== (isRead ? 'read' : 'failed')) throw new Error(`${failing} is told as ${report.result}`);
      now += 2 * DAY;
      if (failing === '410') await startAgain({ ...world, now }, id);
    }
    failure.delete(feed);
    await work({ ...world, now }, await messageOf(world.store, id));
  },
  'clock set forwards': jumping(1),
  'clock set backwards': jumping(-1),
};
