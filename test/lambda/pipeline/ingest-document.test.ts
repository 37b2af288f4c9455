import { describe, expect, test } from 'vitest';
import { StoreError } from '../../../lambda/model/errors.ts';
import type { Feed } from '../../../lambda/model/feed.ts';
import { ingestDocument } from '../../../lambda/pipeline/ingest-document.ts';
import { serveFeed } from './feed-server.ts';
import { createWorld, quiet } from './world.ts';

const NOTHING = { stored: [], rejected: [], settled: [] };
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

  test('of two entries with one text always the same is the original, whatever else is stored beside them', async () => {
    const text =
      'The council of Old Harbour has put off its vote on the new sea wall until the tide tables of the whole bay have been checked again.';
    const copy = (name: string) =>
      `<item><guid>${name}</guid><title>${name}</title><description>${text}</description></item>`;
    const names = ['one', 'two', 'three', 'four', 'five', 'six'];
    const originals: (string | undefined)[][] = [];
    for (const order of [names, names.toReversed()]) {
      const { world, feed, deps } = await setting();
      const bytes = page([...order.map(copy), ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(entry)]);
      await ingestDocument({ feed, bytes, entries: NOTHING }, deps);
      const copies = (await world.items()).filter(({ title }) => names.includes(title));
      const first = copies.map(({ id }) => id).toSorted()[0];
      expect(copies.map(({ id, duplicateOf }) => (duplicateOf === null ? id : duplicateOf))).toEqual(
        copies.map(() => first),
      );
      originals.push(copies.filter(({ duplicateOf }) => duplicateOf === null).map(({ title }) => title));
    }
    expect(originals[0]).toHaveLength(1);
    expect(originals[0]).toEqual(originals[1]);
  });

  test('stores many items of one speaker at once, and the speaker with all roles', async () => {
    const { world, feed, deps } = await setting();
    const says = (index: number) =>
      `<item><guid>g${index}</guid><title>Day ${index}</title><description>“We counted ${index} boats,” said Ada Brook, the harbour master.</description></item>`;
    const bytes = page(Array.from({ length: 30 }, (_, index) => says(index)));
    const report = await ingestDocument({ feed, bytes, entries: NOTHING }, deps);
    expect(report).toMatchObject({ newItems: 30, rejected: [], deferredItems: 0 });
    const [speaker] = await world.store.speakers.find(['brook'], 5);
    expect(speaker).toMatchObject({ name: 'Ada Brook', roles: [{ text: expect.stringContaining('harbour master') }] });
  });

  test('an item whose speakers the table refuses takes no other down', async () => {
    const { world, feed, deps } = await setting();
    const { speakers } = world.store;
    const record: typeof speakers.record = async (observations) => {
      if (observations.some(({ name }) => name === 'Ada Brook'))
        throw new StoreError('corrupt-record', 'no such record');
      return speakers.record(observations);
    };
    const says = (name: string) =>
      `<item><guid>${name}</guid><title>${name}</title><description>“All is well,” said ${name}, a farmer.</description></item>`;
    const bytes = page([says('Ada Brook'), says('Tom Pell'), entry('three')]);
    const store = { ...world.store, speakers: { ...speakers, record } };
    const report = await ingestDocument({ feed, bytes, entries: NOTHING }, { ...deps, store });
    expect(report).toMatchObject({ newItems: 2, rejected: [{ entry: 'Ada Brook', code: 'corrupt-record' }] });
    expect(await world.store.speakers.find(['pell'], 5)).toHaveLength(1);
  });
});

describe('entries that are known to be stored just so', () => {
  const poll = async ({ feed, deps }: Awaited<ReturnType<typeof setting>>, bytes: Uint8Array) => {
    const entries = await deps.store.feeds.entries(feed.id);
    const report = await ingestDocument({ feed, bytes, entries, countFrom: FAR }, deps);
    await deps.store.feeds.putEntries(feed.id, report.entries);
    return report;
  };
  const FAR = '2030-01-01T00:00:00Z' as const;
  const itemWith = (text: string) =>
    `<item><guid>one</guid><title>one</title><description>${text}</description></item>`;

  test('are not read again, once a poll has found them unchanged', async () => {
    const { world, feed, deps } = await setting();
    const asked: string[][] = [];
    const known: typeof deps.store.items.known = (ids) => {
      asked.push(ids);
      return world.store.items.known(ids);
    };
    const watched = { ...deps, store: { ...deps.store, items: { ...deps.store.items, known } } };
    const bytes = page(['one', 'two'].map(entry));
    for (let n = 0; n < 2; n++) await poll({ world, feed, deps: watched }, bytes);
    const third = await poll({ world, feed, deps: watched }, page(['one', 'two', 'three'].map(entry)));
    expect(third).toMatchObject({ newItems: 1, unchangedItems: 2 });
    expect(asked.map((ids) => ids.length)).toEqual([2, 2, 1]);
  });

  test('are read as soon as they change, and again when they change back', async () => {
    const place = await setting();
    const text = async () => {
      const [item] = await place.world.items();
      return (await place.deps.store.items.get(String(item?.id)))?.contentText;
    };
    for (let n = 0; n < 2; n++) await poll(place, page([itemWith('The ferry is late.')]));
    expect(await poll(place, page([itemWith('The ferry is on time.')]))).toMatchObject({ changedItems: 1 });
    expect(await poll(place, page([itemWith('The ferry is late.')]))).toMatchObject({ changedItems: 1 });
    expect(await text()).toBe('The ferry is late.');
  });

  test('are not taken for what they were by the run after one that died behind their change', async () => {
    const place = await setting();
    const { feed, deps, world } = place;
    for (let n = 0; n < 2; n++) await poll(place, page([itemWith('The ferry is late.')]));
    const entries = await deps.store.feeds.entries(feed.id);
    expect(entries.settled).toHaveLength(1);
    // It stores the change, and writes no list of entries.
    await ingestDocument({ feed, bytes: page([itemWith('The ferry is on time.')]), entries }, deps);
    expect(await poll(place, page([itemWith('The ferry is late.')]))).toMatchObject({ changedItems: 1 });
    const [item] = await world.items();
    expect(item).toMatchObject({ revision: 3 });
  });

  test('that have expired are not stored again', async () => {
    const place = await setting();
    for (let n = 0; n < 2; n++) await poll(place, page([entry('one')]));
    place.world.pass(40 * 24 * 60);
    expect(await poll(place, page([entry('one'), entry('two')]))).toMatchObject({ newItems: 1 });
    expect((await place.world.items()).map(({ title }) => title)).toEqual(['two']);
  });
});
