import { describe, expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { openCheckpoint, readProgress } from '../../../../lambda/store/jobs/checkpoint.ts';
import { putFenced } from '../../../../lambda/store/jobs/fenced-writes.ts';
import { createLeases, type Lease } from '../../../../lambda/store/jobs/lease.ts';
import { openMemoryStore } from '../../../support/memory-store.ts';

const MINUTE = 60_000;
const ASKED = { owner: 'one', milliseconds: MINUTE };

async function open() {
  const { table, clock, close } = await openMemoryStore();
  onTestFinished(close);
  const leases = createLeases({ table, clock });
  const acquire = async (owner = 'one'): Promise<Lease> => {
    const lease = await leases.acquire('work', { ...ASKED, owner });
    if (!lease) throw new Error('the lease is held');
    return lease;
  };
  return { table, clock, leases, acquire };
}

const LOST = expect.objectContaining({ code: 'lease-lost' });

describe('a lease', () => {
  test('has one owner at a time, whatever many ask at once', async () => {
    const { leases } = await open();
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, n) => leases.acquire('work', { ...ASKED, owner: `${n}` })),
    );
    expect(all.filter((lease) => lease !== null)).toHaveLength(1);
  });

  test('is free when it is given back, and the next owner has the next epoch', async () => {
    const { leases, acquire } = await open();
    const first = await acquire();
    expect(await leases.holder('work')).toMatchObject({ owner: 'one', epoch: 1 });
    await first.release();
    expect(await leases.holder('work')).toBeNull();
    expect(await acquire('two')).toMatchObject({ epoch: 2, tookOver: false });
  });

  test('is free when it has expired, and its next owner knows that the one before may still be at work', async () => {
    const { clock, leases, acquire } = await open();
    const first = await acquire();
    clock.advance(MINUTE - 1);
    expect(await leases.acquire('work', ASKED)).toBeNull();
    clock.advance(1);
    expect(await acquire('two')).toMatchObject({ epoch: 2, tookOver: true });
    await first.release();
    expect(await leases.holder('work')).toMatchObject({ owner: 'two' });
  });

  test('is extended by who keeps it, and lost by who slept', async () => {
    const { clock, leases, acquire } = await open();
    const first = await acquire();
    for (let n = 0; n < 5; n++) {
      clock.advance(MINUTE / 2);
      await first.keep();
    }
    expect(await leases.acquire('work', ASKED)).toBeNull();
    clock.advance(MINUTE);
    await acquire('two');
    await expect(first.keep()).rejects.toEqual(LOST);
  });

  test('that a clock years ahead has taken holds nobody up', async () => {
    const { clock, acquire } = await open();
    const now = clock.now();
    clock.advance(3 * 365 * 24 * 60 * MINUTE);
    await acquire();
    clock.advance(now - clock.now());
    expect(await acquire('two')).toMatchObject({ epoch: 2 });
  });
});

describe('what the owner of a lease writes', () => {
  const record = { pk: 'COUNT#a', sk: '2024-05-06', value: 1 };

  test('is refused once a later owner has written it', async () => {
    const { table, clock, acquire } = await open();
    const first = await acquire();
    await putFenced(table, first, [record]);
    await putFenced(table, first, [{ ...record, value: 2 }]);
    clock.advance(MINUTE);
    const second = await acquire('two');
    await putFenced(table, second, [{ ...record, value: 3 }]);
    await expect(putFenced(table, first, [{ ...record, value: 2 }])).rejects.toEqual(LOST);
    expect(await table.get(record)).toMatchObject({ value: 3, epoch: 2 });
  });

  const schema = z.object({ done: z.number() });
  const first = { done: 0 };

  test('as its checkpoint is found by the next owner, who shuts out the one before by opening it', async () => {
    const { table, clock, acquire } = await open();
    const one = await openCheckpoint(table, await acquire(), { schema, first });
    expect(one.progress).toEqual(first);
    await one.save({ done: 1 });
    await one.save({ done: 2 });
    expect(await readProgress(table, 'work', schema)).toEqual({ done: 2 });
    clock.advance(MINUTE);
    const two = await openCheckpoint(table, await acquire('two'), { schema, first });
    expect(two.progress).toEqual({ done: 2 });
    await expect(one.save({ done: 3 })).rejects.toEqual(LOST);
    await two.save({ done: 4 });
    expect(await readProgress(table, 'work', schema)).toEqual({ done: 4 });
  });

  test('as a checkpoint of another shape is begun anew', async () => {
    const { table, clock, acquire } = await open();
    const other = await openCheckpoint(table, await acquire(), {
      schema: z.object({ at: z.string() }),
      first: { at: '' },
    });
    await other.save({ at: 'somewhere' });
    expect(await readProgress(table, 'work', schema)).toBeNull();
    clock.advance(MINUTE);
    expect((await openCheckpoint(table, await acquire('two'), { schema, first })).progress).toEqual(first);
  });
});
