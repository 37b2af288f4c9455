import type { SQSRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { handleFifoBatch, MESSAGE_MILLISECONDS } from '../../../lambda/handlers/fifo-batch.ts';
import { InterruptedError } from '../../../lambda/model/errors.ts';
import type { Log } from '../../../lambda/model/ports.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { feedMessageOf, recordOf } from '../../support/sqs-records.ts';

const packOf = (...feeds: [feedId: string, host: string][]) => ({
  messages: feeds.map(([feedId, host]) => feedMessageOf(feedId, host)),
});

/** Hands the records to a batch; answers what was handled, in its order, what was logged, and what is given back. */
async function run(
  records: SQSRecord[],
  handle: (feedId: string, signal: AbortSignal) => Promise<void> = async () => {},
  clock = fakeClock('2026-03-01T10:00:00Z'),
) {
  const handled: [feed: string, receiveCount: number][] = [];
  const [errors, warnings]: [unknown[], unknown[]] = [[], []];
  const log: Log = {
    info() {},
    warn: (message, fields) => void warnings.push([message, fields]),
    error: (_message, fields) => void errors.push(fields),
  };
  /** Aborts by the clock that the test turns. */
  const abortAfter = (milliseconds: number): AbortSignal => {
    const end = clock.now() + milliseconds;
    const signal = new AbortController().signal;
    return Object.defineProperty(signal, 'aborted', { get: () => clock.now() >= end });
  };
  const { batchItemFailures } = await handleFifoBatch(
    { Records: records },
    async (message, receiveCount, signal) => {
      const feedId = message.kind === 'feed' ? message.feedId : message.itemId;
      handled.push([feedId, receiveCount]);
      await handle(feedId, signal);
    },
    { log, clock, abortAfter },
  );
  const failures = batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  return { handled, feeds: handled.map(([feed]) => feed), errors, warnings, failures };
}

/** Remembers how many feeds are in work at once. */
function watching() {
  const [busy, seen] = [new Set<string>(), { most: 0, together: [] as string[][] }];
  const handle = async (feedId: string): Promise<void> => {
    busy.add(feedId);
    seen.most = Math.max(seen.most, busy.size);
    seen.together.push([...busy]);
    await new Promise(setImmediate);
    busy.delete(feedId);
  };
  return { seen, handle };
}

describe('a batch of a FIFO queue', () => {
  it('is handled one at a time and in order within a host, across its packs too, hosts side by side', async () => {
    const { seen, handle } = watching();
    const records = [0, 1, 2].map((pack) =>
      recordOf(`${pack}`, packOf([`x${pack}a`, 'x'], [`y${pack}`, 'y'], [`x${pack}b`, 'x'])),
    );
    const { feeds, failures } = await run(records, handle);
    expect(feeds.filter((feed) => feed.startsWith('x'))).toEqual(['x0a', 'x0b', 'x1a', 'x1b', 'x2a', 'x2b']);
    expect(feeds.filter((feed) => feed.startsWith('y'))).toEqual(['y0', 'y1', 'y2']);
    expect(failures).toEqual([]);
    expect(seen.most).toBe(2);
    for (const busy of seen.together) expect(new Set(busy.map(([host]) => host)).size).toBe(busy.length);
  });

  it('has forty hosts in work at once, in the order of its messages', async () => {
    const { seen, handle } = watching();
    const hosts = Array.from({ length: 100 }, (_, n): [string, string] => [`feed ${n}`, `host ${n}`]);
    const { feeds } = await run([recordOf('1', packOf(...hosts))], handle);
    expect(feeds).toEqual(hosts.map(([feed]) => feed));
    expect(seen.most).toBe(40);
  });

  it('goes on behind a message that failed, tells of it, and gives nothing back: it is still due', async () => {
    const records = [recordOf('1', packOf(['a', 'x'], ['b', 'y'], ['c', 'x'])), recordOf('2', packOf(['d', 'y']))];
    const { feeds, failures, errors, warnings } = await run(records, async (feedId) => {
      if (feedId < 'c') throw new Error(`${feedId} is broken`);
    });
    expect(feeds.toSorted()).toEqual(['a', 'b', 'c', 'd']);
    expect(failures).toEqual([]);
    expect(errors).toHaveLength(2);
    expect(errors).toContainEqual({
      ...{ sent: feedMessageOf('b', 'y'), error: { code: 'internal', message: 'b is broken' } },
      stack: expect.stringContaining('Error: b is broken'),
    });
    expect(warnings).toEqual([['messages are left for another run', { left: 2, of: 4 }]]);
  });

  it.each(['', 'no JSON', 'null', '{"messages":[]}', '{"messages":[{"kind":"page"}]}', '{"kind":"feed"}'])(
    'gives back a record that says %j, and handles the others',
    async (text) => {
      const { feeds, failures, errors } = await run([recordOf('1', text), recordOf('2', packOf(['b', 'y']))]);
      expect({ feeds, failures }).toEqual({ feeds: ['b'], failures: ['1'] });
      expect(errors).toEqual([expect.objectContaining({ messageId: '1', body: text })]);
    },
  );
});

describe('what is redelivered', () => {
  it('is handled first and in its order, each message with nothing beside it', async () => {
    const { seen, handle } = watching();
    const records = [
      recordOf('1', packOf(['a', 'x'], ['b', 'y'])),
      recordOf('2', packOf(['c', 'z'], ['d', 'w'], ['e', 'z']), { received: 2 }),
      recordOf('3', packOf(['f', 'x'], ['c', 'z'])),
      recordOf('4', packOf(['g', 'v']), { received: 4 }),
    ];
    const { handled } = await run(records, handle);
    expect(handled.slice(0, 4)).toEqual([
      ['c', 2],
      ['d', 2],
      ['e', 2],
      ['g', 4],
    ]);
    expect(
      handled
        .slice(4)
        .map(([feed]) => feed)
        .toSorted(),
    ).toEqual(['a', 'b', 'c', 'f']);
    expect(seen.together.slice(0, 4)).toEqual([['c'], ['d'], ['e'], ['g']]);
    expect(seen.most).toBe(3);
  });
});

describe('a batch that takes long', () => {
  const many = (name: string, host: (n: number) => string): [string, string][] =>
    Array.from({ length: 25 }, (_, n) => [`${name} ${n}`, host(n)]);

  it('begins nothing after a minute: what is left is no failure', async () => {
    const clock = fakeClock('2026-03-01T10:00:00Z');
    const records = [recordOf('1', packOf(...many('slow', () => 'slow'))), recordOf('2', packOf(['quick', 'quick']))];
    const handle = async (feedId: string): Promise<void> => {
      if (feedId.startsWith('slow')) clock.advance(20_000);
    };
    const { feeds, failures, warnings } = await run(records, handle, clock);
    expect(feeds.toSorted()).toEqual(['quick', 'slow 0', 'slow 1', 'slow 2']);
    expect(failures).toEqual([]);
    expect(warnings).toEqual([['messages are left for another run', { left: 22, of: 26 }]]);
  });

  it('has a minute for what is redelivered, and then one for the others', async () => {
    const clock = fakeClock('2026-03-01T10:00:00Z');
    const records = [
      recordOf('1', packOf(...many('again', (n) => `host ${n}`)), { received: 2 }),
      recordOf('2', packOf(...many('first', () => 'x'))),
    ];
    const { feeds } = await run(records, async () => clock.advance(25_000), clock);
    expect(feeds).toEqual(['again 0', 'again 1', 'again 2', 'first 0', 'first 1', 'first 2']);
  });

  it('ends within five minutes though each message takes all of its time, and leaves what has none', async () => {
    const clock = fakeClock('2026-03-01T10:00:00Z');
    const start = clock.now();
    const records = [
      recordOf('1', packOf(...many('again', (n) => `host ${n}`)), { received: 3 }),
      recordOf('2', packOf(...many('first', () => 'x'))),
    ];
    const { errors, warnings } = await run(
      records,
      async (_feed, signal) => {
        clock.advance(59_000);
        expect(signal.aborted).toBe(false);
        clock.advance(MESSAGE_MILLISECONDS - 59_000);
        expect(signal.aborted).toBe(true);
        throw new InterruptedError('its time is over');
      },
      clock,
    );
    expect(clock.now() - start).toBeLessThan(5 * 60_000);
    expect(errors).toEqual([]);
    expect(warnings).toEqual([['messages are left for another run', { left: 50, of: 50 }]]);
  });
});
