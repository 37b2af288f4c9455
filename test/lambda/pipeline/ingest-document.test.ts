import { describe, expect, test } from 'vitest';
import { StoreError } from '../../../lambda/model/errors.ts';
import type { Feed } from '../../../lambda/model/feed.ts';
import { ingestDocument } from '../../../lambda/pipeline/ingest-document.ts';
import { serveFeed } from './feed-server.ts';
import { createWorld, quiet } from './world.ts';

const NOTHING = { stored: [], rejected: [] };
const page = (items: string[]) =>
  Buffer.from(`<rss version="2.0"><channel><title>G</title>${items.join('')}</channel></rss>`);
const entry = (name: string) =>
  `<item><guid>${name}</guid><title>${name}</title><description>About ${name}.</description></item>`;

async function setting() {
  const world = await createWorld(await serveFeed([]));
  const feed = (await world.store.feeds.get('feed-1')) as Feed;
  const deps = { store: world.store, clock: world.clock, log: quiet, retentionDays: 30 };
  return { world, feed, deps };
}

describe('ingestDocument', () => {
  test('stores a file for a feed, tells how far it is, and leaves the feed itself alone', async () => {
    const { world, feed, deps } = await setting();
    const steps: string[] = [];
    const onProgress = (done: number, total: number) => void steps.push(`${done}/${total}`);
    const bytes = page(['one', 'two', 'three'].map(entry));
    const report = await ingestDocument({ feed, bytes, entries: NOTHING }, { ...deps, onProgress });
    expect(report).toMatchObject({ title: 'G', newItems: 3, unchangedItems: 0, rejected: [] });
    expect(report.entries.stored).toHaveLength(3);
    expect(steps).toEqual(['1/3', '2/3', '3/3']);
    expect(await world.events()).toEqual([]);
    expect((await world.state()).lastPollAt).toBeNull();
    const again = await ingestDocument({ feed, bytes, entries: NOTHING }, deps);
    expect(again).toMatchObject({ newItems: 0, unchangedItems: 3 });
  });

  test('names what an item is rejected for, once, and stores the others', async () => {
    const { feed, deps } = await setting();
    const bytes = page([entry('one'), '<item></item>', entry('two')]);
    const first = await ingestDocument({ feed, bytes, entries: NOTHING }, deps);
    expect(first).toMatchObject({
      newItems: 2,
      rejected: [{ code: 'empty-entry' }],
      newlyRejected: [{ code: 'empty-entry' }],
    });
    const second = await ingestDocument({ feed, bytes, entries: first.entries }, deps);
    expect(second).toMatchObject({ rejected: [{ code: 'empty-entry' }], newlyRejected: [] });
  });

  test.each(['corrupt-record', 'unavailable'])('a table that answers %s to one item', async (code) => {
    const { world, feed, deps } = await setting();
    const { items } = world.store;
    const save: typeof items.save = async (bundle) => {
      if (bundle.item.title === 'two') throw new StoreError(code, 'the record is not as it must be');
      return items.save(bundle);
    };
    const bytes = page(['one', 'two', 'three'].map(entry));
    const store = { ...world.store, items: { ...items, save } };
    const run = ingestDocument({ feed, bytes, entries: NOTHING }, { ...deps, store });
    if (code === 'unavailable') await expect(run).rejects.toMatchObject({ code });
    else expect(await run).toMatchObject({ newItems: 2, rejected: [{ entry: 'two', code }] });
  });

  test('bytes that are no feed are refused', async () => {
    const { feed, deps } = await setting();
    const bytes = Buffer.from('<html></html>');
    await expect(ingestDocument({ feed, bytes, entries: NOTHING }, deps)).rejects.toMatchObject({ code: 'not-a-feed' });
  });
});
