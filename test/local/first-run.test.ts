import { afterEach, beforeEach, expect, test } from 'vitest';
import { feedOf } from '../../lambda/api/feeds/subscribe.ts';
import { feedIdOf } from '../../lambda/common/feed-id.ts';
import { firstRun, SAMPLE_FEED_URL } from '../../local/first-run.ts';
import { dumpTable } from '../support/dump-table.ts';
import { Killed } from '../support/dying-table.ts';
import { type MemoryStore, openMemoryStore } from '../support/memory-store.ts';
import { quietLog } from '../support/quiet-log.ts';

let memory: MemoryStore;
beforeEach(async () => {
  memory = await openMemoryStore('2026-11-23T12:00:00Z');
});
afterEach(() => memory.close());

const run = (onProgress?: (done: number) => void) =>
  firstRun({ store: memory.store, clock: memory.clock, log: quietLog(), retentionDays: 0, onProgress });

test('an empty store gets the sample articles and the public feeds, once', async () => {
  const report = await run();
  expect(report?.sample).toMatchObject({ newItems: 17, rejected: [], warnings: [] });
  expect(report?.subscribed).toMatchObject({ known: [], refused: [] });
  expect(await run()).toBe(null);
  const sample = await memory.store.feeds.get(feedIdOf(SAMPLE_FEED_URL));
  expect(sample).toMatchObject({ paused: true });
});

test('a store that has feeds is left alone', async () => {
  await memory.store.feeds.put(feedOf({ url: 'https://own.example/feed' }, memory.clock));
  expect(await run()).toBe(null);
});

test('a first run that was broken off is done again, and ends as one that was not', async () => {
  const stop = (done: number) => {
    if (done === 5) throw new Killed();
  };
  await expect(run(stop)).rejects.toThrow(Killed);
  expect(await run()).not.toBe(null);
  const found = await dumpTable(memory.table);
  const other = await openMemoryStore('2026-11-23T12:00:00Z');
  await firstRun({ store: other.store, clock: other.clock, log: quietLog(), retentionDays: 0 });
  expect(found).toEqual(await dumpTable(other.table));
  await other.close();
});
