import { expect, it, onTestFinished, test } from 'vitest';
import { countPoll, measuredStore, newBatchMetrics } from '../../../lambda/pipeline/batch-metrics.ts';
import { openMemoryStore } from '../../support/memory-store.ts';
import { changedBundle, sampleBundle } from '../../support/sample-bundle.ts';

it('counts what is stored through the store, once, and names it', async () => {
  const memory = await openMemoryStore();
  onTestFinished(() => memory.close());
  const metrics = newBatchMetrics();
  const stored: string[] = [];
  const { items } = measuredStore(memory.store, metrics, (id) => stored.push(id));
  const bundle = sampleBundle({ statements: 3 });
  await items.save(bundle);
  const { item, statements } = bundle;
  const unknown = statements.map(({ speaker }) => speaker === null);
  const lag = (Date.parse(item.storedAt) - Date.parse(item.publishedAt ?? '')) / 1000;
  expect(unknown).toHaveLength(3);
  expect(metrics).toEqual({ itemChanged: [false], withoutSpeaker: unknown, pollFailed: [], lags: [lag] });
  await items.save(changedBundle(bundle, '2026-03-02T10:00:00Z', {}));
  expect(metrics).toMatchObject({ itemChanged: [false, true] });
  expect(metrics.lags).toHaveLength(1);
  // Another worker was faster: nothing was stored.
  await items.save({ ...bundle, item: { ...item, feedHash: 'other' } });
  expect(metrics).toMatchObject({ itemChanged: [false, true] });
  expect(stored).toEqual([item.id, item.id]);
});

test.each([
  ['not-modified', [false]],
  ['read', [false]],
  ['failed', [true]],
  ['dropped', []],
  ['held', []],
] as const)('a poll that was %s counts as %j', (result, pollFailed) => {
  const metrics = newBatchMetrics();
  countPoll(metrics, { result });
  expect(metrics.pollFailed).toEqual(pollFailed);
});
