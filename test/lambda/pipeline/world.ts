import { onTestFinished } from 'vitest';
import { createFetcher } from '../../../lambda/fetch/create-fetcher.ts';
import { userAgent } from '../../../lambda/fetch/user-agent.ts';
import { extractPage } from '../../../lambda/fulltext/extract-page.ts';
import { StoreError } from '../../../lambda/model/errors.ts';
import type { Feed } from '../../../lambda/model/feed.ts';
import { toInstant } from '../../../lambda/model/instant.ts';
import type { FeedMessage, PageMessage } from '../../../lambda/model/message.ts';
import type { Fetcher, Log } from '../../../lambda/model/ports.ts';
import { feedMessage } from '../../../lambda/pipeline/feed-message.ts';
import { type IngestDependencies, ingestFeed } from '../../../lambda/pipeline/ingest-feed.ts';
import { ingestPage, type PageDependencies } from '../../../lambda/pipeline/ingest-page.ts';
import { pageMessage } from '../../../lambda/pipeline/page-message.ts';
import { rollupToEnd } from '../../../lambda/pipeline/rollup/rollup-to-end.ts';
import { createStore } from '../../../lambda/store/create-store.ts';
import { countReads } from '../../support/count-reads.ts';
import { dumpTable } from '../../support/dump-table.ts';
import { openDynaliteStore } from '../../support/dynalite-store.ts';
import { type MemoryStore, openMemoryStore } from '../../support/memory-store.ts';
import { wrappedTable } from '../../support/wrapped-table.ts';
import type { FeedServer } from './feed-server.ts';

/** In minutes. */
export const HOUR = 60;
export const DAY = 24 * HOUR;

export type World = Awaited<ReturnType<typeof createWorld>>;

type Row = Record<string, unknown>;

export const quiet: Log = { info: () => {}, warn: () => {}, error: () => {} };

const START = '2024-05-06T12:00:00Z';
/** All that the list gives. */
export async function collect<T>(list: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of list) found.push(one);
  return found;
}

/** A world on DynamoDB's protocol, which says how many units its reads take. */
export async function createDynaliteWorld(feed: Pick<FeedServer, 'url'>) {
  const opened = await openDynaliteStore(START);
  const world = await createWorld(feed, 'never', opened);
  return { ...world, readUnits: countReads(opened.client) };
}

/** A real store in memory, a clock that only the test turns, and a feed subscribed as `feed-1`. */
export async function createWorld(
  feed: Pick<FeedServer, 'url'>,
  fullText: Feed['fullText'] = 'never',
  opened?: MemoryStore,
) {
  const { clock, table: inner, close } = opened ?? (await openMemoryStore(START));
  const fetcher = createFetcher({ contact: null, allowHosts: ['127.0.0.0/8', 'localhost'] }, clock);
  onTestFinished(async () => {
    fetcher.close();
    await close();
  });

  let writes = 0;
  let isDead = false;
  let broken: { write: number | null; when: 'before' | 'after' } = { write: null, when: 'before' };
  const table = wrappedTable(inner, {
    async write({ run }) {
      writes++;
      const isFirst = writes === broken.write && !isDead;
      isDead ||= isFirst;
      if (!isDead) return run();
      // A write whose condition fails may lose its answer too.
      if (broken.when === 'after' && isFirst) await run().catch(() => {});
      throw new StoreError('unavailable', `write ${writes} is broken off`);
    },
  });
  const store = createStore({ table, clock, delay: () => Promise.resolve() });
  const now = () => toInstant(clock.now());
  const later = (minutes: number) => toInstant(clock.now() + minutes * 60_000);
  const base = { store, fetcher, clock, log: quiet, retentionDays: 30, jitter: () => 0.5 };

  const subscribe = (id: string, url: string) =>
    store.feeds.put({
      id,
      url,
      title: '',
      siteUrl: null,
      folder: null,
      tags: [],
      fullText,
      paused: false,
      createdAt: START,
    });

  const state = async (id = 'feed-1') => {
    const found = await store.feeds.state(id);
    if (!found) throw new Error(`the feed ${id} has no state`);
    return found;
  };

  /** What dispatch sends for a feed: with its due time, which need not have come. */
  const message = async (id = 'feed-1'): Promise<FeedMessage> => {
    const [{ nextPollAt }, found] = await Promise.all([state(id), store.feeds.get(id)]);
    if (nextPollAt === null || !found) throw new Error(`the feed ${id} is never due`);
    return feedMessage(found, nextPollAt);
  };

  const ingest = (sent: FeedMessage, changes: Partial<IngestDependencies> = {}) =>
    ingestFeed(sent, { ...base, ...changes });

  const readPage = (sent: PageMessage, changes: Partial<PageDependencies> = {}) =>
    ingestPage(sent, { ...base, readPage: extractPage, userAgent: userAgent(null), ...changes });

  /** What dispatch sends for the pages that are due now. */
  const pagesDue = async () => (await store.items.duePages(now(), 100)).flatMap((item) => pageMessage(item) ?? []);

  await subscribe('feed-1', feed.url);
  writes = 0;
  return {
    start: START,
    store,
    table,
    fetcher,
    clock,
    now,
    later,
    pass: (minutes: number) => clock.advance(minutes * 60_000),
    subscribe,
    state,
    message,
    ingest,
    readPage,
    pagesDue,
    /** Tries every page that is due. */
    async readPages() {
      const reports = [];
      for (const sent of await pagesDue()) reports.push(await readPage(sent));
      return reports;
    },
    poll: async (id = 'feed-1') => ingest(await message(id)),
    /** A run that lost its lease's answer waits until it has expired. */
    rollup: () => rollupToEnd({ store, clock, log: quiet, pause: async () => clock.advance(60_000) }),
    items: async () => (await collect(store.items.newest({}))).map(({ record }) => record),
    events: (id = 'feed-1') => store.feeds.events(id, 100),
    records: async () => (await dumpTable(table)).table,
    writes: () => writes,
    /** From that write on nothing is written, as of a process that has died, until it is called again. */
    breakWrite(write: number | null, when: 'before' | 'after') {
      broken = { write, when };
      isDead = false;
    },
    /** A fetcher whose process dies when it is asked: nothing is written any more, until `breakWrite(null)`. */
    dying: {
      fetch() {
        isDead = true;
        return Promise.reject(new Error('the worker dies here'));
      },
    } satisfies Fetcher,
    /** Keys of the records that are not the same in both. */
    differences(one: Row[], other: Row[]): string[] {
      const rows = [one, other].map(
        (side) => new Map(side.map((row) => [`${row.pk} / ${row.sk}`, JSON.stringify(row)])),
      );
      const [left = new Map(), right = new Map()] = rows;
      return [...new Set([...left.keys(), ...right.keys()])]
        .filter((key) => left.get(key) !== right.get(key))
        .toSorted();
    },
  };
}
