import { expect, it, onTestFinished, test } from 'vitest';
import { countPoll, meteredStore, newMeter } from '../../../lambda/pipeline/meter.ts';
import { openMemoryStore } from '../../support/memory-store.ts';
import { changedBundle, sampleBundle } from '../../support/sample-bundle.ts';

it('counts what is stored through the store, once, and names it', async () => {
  const memory = await openMemoryStore();
  onTestFinished(() => memory.close());
  const meter = newMeter();
  const stored: string[] = [];
  const { items } = meteredStore(memory.store, meter, (id) => stored.push(id));
  const bundle = sampleBundle({ statements: 3 });
  await items.save(bundle);
  const { item, statements } = bundle;
  const unknown = statements.filter(({ speaker }) => speaker === null).length;
  const lag = (Date.parse(item.storedAt) - Date.parse(item.publishedAt ?? '')) / 1000;
  expect(meter.counts).toMatchObject({
    NewItems: 1,
    ChangedItems: 0,
    Statements: 3,
    StatementsWithoutSpeaker: unknown,
  });
  expect(meter.lags).toEqual([lag]);
  await items.save(changedBundle(bundle, '2026-03-02T10:00:00Z', {}));
  expect(meter.counts).toMatchObject({ NewItems: 1, ChangedItems: 1 });
  expect(meter.lags).toHaveLength(1);
  // Another worker was faster: nothing was stored.
  await items.save({ ...bundle, item: { ...item, feedHash: 'other' } });
  expect(meter.counts).toMatchObject({ NewItems: 1, ChangedItems: 1 });
  expect(stored).toEqual([item.id, item.id]);
});

test.each([
  ['not-modified', { Polled: 1, PollsFailed: 0 }],
  ['read', { Polled: 1, PollsFailed: 0 }],
  ['failed', { Polled: 1, PollsFailed: 1 }],
  ['dropped', { Polled: 0, PollsFailed: 0 }],
  ['held', { Polled: 0, PollsFailed: 0 }],
] as const)('a poll that was %s counts as %j', (result, counts) => {
  const meter = newMeter();
  countPoll(meter, { result });
  expect(meter.counts).toMatchObject(counts);
});
