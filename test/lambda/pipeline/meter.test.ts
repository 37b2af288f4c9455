import { expect, it, onTestFinished, test } from 'vitest';
import type { IngestReport } from '../../../lambda/pipeline/ingest-report.ts';
import { countPoll, meteredStore, newMeter } from '../../../lambda/pipeline/meter.ts';
import { openMemoryStore } from '../../support/memory-store.ts';
import { changedBundle, sampleBundle } from '../../support/sample-bundle.ts';

const report = (result: IngestReport['result'], code?: string): IngestReport => ({
  feedId: 'feed',
  result,
  nextPollAt: null,
  error: code === undefined ? null : { code, message: '' },
  movedTo: null,
  document: null,
});

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
  ['not-modified', undefined, { Polled: 1, PollsSucceeded: 1 }, []],
  ['read', undefined, { Polled: 1, PollsSucceeded: 1 }, []],
  ['failed', 'dns', { Polled: 1, PollsSucceeded: 0 }, [['unreachable', 1]]],
  ['failed', 'http-status', { Polled: 1, PollsSucceeded: 0 }, [['refused', 1]]],
  ['failed', 'not-a-feed', { Polled: 1, PollsSucceeded: 0 }, [['unreadable', 1]]],
  ['failed', 'of tomorrow', { Polled: 1, PollsSucceeded: 0 }, [['other', 1]]],
  ['dropped', undefined, { Polled: 0, PollsSucceeded: 0 }, []],
  ['held', undefined, { Polled: 0, PollsSucceeded: 0 }, []],
] as const)('a poll that was %s (%s) counts as %j', (result, code, counts, failures) => {
  const meter = newMeter();
  countPoll(meter, report(result, code));
  expect(meter.counts).toMatchObject(counts);
  expect([...meter.failures]).toEqual(failures);
});
