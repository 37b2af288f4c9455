import type { SQSRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { handleFifoBatch, type MessageHandler } from '../../../lambda/handlers/fifo-batch.ts';
import type { Log } from '../../../lambda/model/ports.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { feedMessageOf, recordOf } from '../../support/sqs-records.ts';

const packOf = (...feeds: [feedId: string, host: string][]) => ({
  kind: 'pack',
  messages: feeds.map(([feedId, host]) => feedMessageOf(feedId, host)),
});

/** Hands the records to a batch; answers what was handled, in its order, what was logged, and what is given back. */
async function run(
  records: SQSRecord[],
  handle: (feedId: string, receiveCount: number) => Promise<void> = async () => {},
  clock = fakeClock('2026-03-01T10:00:00Z'),
) {
  const handled: [feed: string, receiveCount: number][] = [];
  const [errors, warnings]: [unknown[], unknown[]] = [[], []];
  const log: Log = {
    info() {},
    warn: (message, fields) => void warnings.push([message, fields]),
    error: (_message, fields) => void errors.push(fields),
  };
  const work: MessageHandler = async (message, receiveCount) => {
    const feedId = message.kind === 'feed' ? message.feedId : message.itemId;
    handled.push([feedId, receiveCount]);
    await handle(feedId, receiveCount);
  };
  const { batchItemFailures } = await handleFifoBatch({ Records: records }, work, { log, clock });
  const failures = batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  return { handled, feeds: handled.map(([feed]) => feed), errors, warnings, failures };
}

const failing = (...feeds: string[]) => {
  return async (feedId: string): Promise<void> => {
    if (feeds.includes(feedId)) throw new Error(`${feedId} is broken`);
  };
};

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
  it('has packs, and single messages as earlier versions send them', async () => {
    const { handled, failures } = await run([
      recordOf('1', packOf(['a', 'x'], ['b', 'y'])),
      recordOf('2', feedMessageOf('c', 'z'), { group: 'z' }),
    ]);
    expect(handled).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 1],
    ]);
    expect(failures).toEqual([]);
  });

  it('is handled one at a time and in order within a host, across its packs too, hosts side by side', async () => {
    const { seen, handle } = watching();
    const records = [0, 1, 2].map((pack) =>
      recordOf(`${pack}`, packOf([`x${pack}a`, 'x'], [`y${pack}`, 'y'], [`x${pack}b`, 'x'])),
    );
    const { feeds } = await run(records, handle);
    expect(feeds.filter((feed) => feed.startsWith('x'))).toEqual(['x0a', 'x0b', 'x1a', 'x1b', 'x2a', 'x2b']);
    expect(feeds.filter((feed) => feed.startsWith('y'))).toEqual(['y0', 'y1', 'y2']);
    expect(seen.most).toBe(2);
    for (const busy of seen.together) expect(new Set(busy.map(([host]) => host)).size).toBe(busy.length);
  });

  it('has forty hosts in work at once, in the order of its messages', async () => {
    const { seen, handle } = watching();
    const hosts = Array.from({ length: 100 }, (_, n): [string, string] => [`feed ${n}`, `host ${n}`]);
    const records = [0, 25, 50, 75].map((start) => recordOf(`${start}`, packOf(...hosts.slice(start, start + 25))));
    const { feeds } = await run(records, handle);
    expect(feeds).toEqual(hosts.map(([feed]) => feed));
    expect(seen.most).toBe(40);
  });

  it('goes on behind a message that failed, in its host and in others, and gives back its pack alone', async () => {
    const records = [
      recordOf('1', packOf(['a', 'x'], ['b', 'y'], ['c', 'x'])),
      recordOf('2', packOf(['d', 'y'], ['e', 'x']), { group: 'lane-7' }),
      recordOf('3', packOf(['f', 'x'])),
    ];
    const { feeds, failures, errors } = await run(records, failing('a', 'c', 'e'));
    expect(feeds.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(failures).toEqual(['1', '2']);
    expect(errors).toHaveLength(3);
    expect(errors).toContainEqual(
      expect.objectContaining({
        ...{ messageId: '2', group: 'lane-7', body: JSON.stringify(feedMessageOf('e', 'x')) },
        error: { code: 'internal', message: 'e is broken' },
      }),
    );
  });

  it.each(['', 'no JSON', '{"kind":"page"}', 'null', '{"kind":"pack","messages":[]}', '{"kind":"pack"}'])(
    'gives back a record that says %j',
    async (text) => {
      const { feeds, failures, errors } = await run([recordOf('1', text), recordOf('2', feedMessageOf('b', 'y'))]);
      expect({ feeds, failures }).toEqual({ feeds: ['b'], failures: ['1'] });
      expect(errors).toEqual([expect.objectContaining({ messageId: '1', body: text })]);
    },
  );

  it('handles what can be read of a pack, and gives the pack back for what cannot', async () => {
    const { messages } = packOf(['a', 'x'], ['b', 'y']);
    const body = { kind: 'pack', messages: [messages[0], { kind: 'of a later version' }, messages[1]] };
    const { feeds, failures, errors } = await run([recordOf('1', body)]);
    expect({ feeds, failures }).toEqual({ feeds: ['a', 'b'], failures: ['1'] });
    expect(errors).toEqual([expect.objectContaining({ body: '{"kind":"of a later version"}' })]);
  });
});

describe('what is received again', () => {
  const mixed = [
    recordOf('1', packOf(['a', 'x'], ['b', 'y'])),
    recordOf('2', packOf(['c', 'z'], ['d', 'w'], ['e', 'z']), { received: 2 }),
    recordOf('3', packOf(['f', 'x'], ['c', 'z'])),
    recordOf('4', packOf(['g', 'v']), { received: 2 }),
  ];

  it('is handled first and in its order, each message with nothing beside it', async () => {
    const { seen, handle } = watching();
    const { handled } = await run(mixed, handle);
    expect(handled.slice(0, 4)).toEqual([
      ['c', 2],
      ['d', 2],
      ['e', 2],
      ['g', 2],
    ]);
    expect(handled.slice(4).toSorted()).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 1],
      ['f', 1],
    ]);
    expect(seen.together.slice(0, 4)).toEqual([['c'], ['d'], ['e'], ['g']]);
    expect(seen.most).toBe(3);
  });

  it('fails as a whole by one of its messages, which takes none of the others with it', async () => {
    const { feeds, failures } = await run(mixed, failing('d'));
    expect(feeds).toHaveLength(8);
    expect(failures).toEqual(['2']);
  });
});

describe('a batch that takes long', () => {
  it('begins nothing after a minute: what is left is no failure, for it is sent anew', async () => {
    const clock = fakeClock('2026-03-01T10:00:00Z');
    const slow = Array.from({ length: 25 }, (_, n): [string, string] => [`slow ${n}`, 'slow']);
    const records = [recordOf('1', packOf(...slow)), recordOf('2', packOf(['quick', 'quick']))];
    const handle = async (feedId: string): Promise<void> => {
      if (feedId.startsWith('slow')) clock.advance(20_000);
    };
    const { feeds, failures, warnings } = await run(records, handle, clock);
    expect(feeds.toSorted()).toEqual(['quick', 'slow 0', 'slow 1', 'slow 2']);
    expect(failures).toEqual([]);
    expect(warnings).toEqual([['messages are left for another run', { left: 22, of: 26 }]]);
  });

  it('has four minutes for what comes again, and then its minute for the others', async () => {
    const clock = fakeClock('2026-03-01T10:00:00Z');
    const again = Array.from({ length: 25 }, (_, n): [string, string] => [`again ${n}`, `host ${n}`]);
    const records = [recordOf('1', packOf(...again), { received: 2 }), recordOf('2', packOf(['first', 'x']))];
    const { feeds, warnings } = await run(records, async () => clock.advance(30_000), clock);
    expect(feeds).toEqual([...again.slice(0, 8).map(([feed]) => feed), 'first']);
    expect(warnings).toEqual([['messages are left for another run', { left: 17, of: 26 }]]);
  });
});
