import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InterruptedError } from '../../../lambda/model/errors.ts';
import { createBodySemaphore } from '../../../lambda/pipeline/body-semaphore.ts';

const CAPACITY = 100;
const moment = () => new Promise((resolve) => setImmediate(resolve));

/** What becomes of one message: when it comes, what it asks for at first and what its body has in the end, how long it works, and how it ends. */
const message = fc.record({
  comesAfter: fc.nat(6),
  asked: fc.option(fc.nat(150)),
  actual: fc.nat(150),
  turns: fc.nat(5),
  end: fc.constantFrom('done', 'failed', 'aborted', 'released'),
});

describe('the semaphore of bodies', () => {
  test('never holds more than its capacity, and never comes to a stop', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 25 }), async (messages) => {
        const bodies = createBodySemaphore({ capacity: CAPACITY });
        const held = new Map<number, number>();
        const hold = (index: number, bytes: number | null) => {
          held.set(index, Math.min(bytes ?? CAPACITY, CAPACITY));
          expect([...held.values()].reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(CAPACITY);
        };
        const work = messages.map(async ({ comesAfter, asked, actual, turns, end }, index) => {
          for (let turn = 0; turn < comesAfter; turn++) await moment();
          const stop = new AbortController();
          const permit = bodies.open(stop.signal);
          if (end === 'aborted') setImmediate(() => stop.abort());
          if (end === 'released') setImmediate(() => permit.release());
          try {
            await permit.acquire(asked);
            hold(index, asked);
            const rest = Math.min(actual, held.get(index) || CAPACITY);
            if ((held.get(index) ?? 0) > 0) {
              await permit.acquire(rest);
              hold(index, rest);
            }
            for (let turn = 0; turn < turns && end !== 'released'; turn++) await moment();
            if (end === 'failed') throw new Error('broken');
          } finally {
            held.delete(index);
            permit.release();
          }
        });
        for (const { status, reason } of (await Promise.allSettled(work)) as { status: string; reason?: unknown }[]) {
          if (status === 'rejected' && !(reason instanceof InterruptedError))
            expect(reason).toEqual(new Error('broken'));
        }
        // All of it is free again.
        await bodies.open().acquire(null);
      }),
      { numRuns: 1000 },
    );
  });

  test('admits in the order of asking, several that fit in together, one of unknown length alone', async () => {
    const bodies = createBodySemaphore({ capacity: CAPACITY });
    const order: string[] = [];
    const permits = [30, 70, null, 10, 20].map((bytes) => {
      const permit = bodies.open();
      void permit.acquire(bytes).then(() => order.push(String(bytes)));
      return permit;
    });
    await moment();
    expect(order).toEqual(['30', '70']);
    permits[0]?.release();
    await moment();
    expect(order).toEqual(['30', '70']);
    permits[1]?.release();
    await moment();
    expect(order).toEqual(['30', '70', 'null']);
    // It turns out to be small.
    await permits[2]?.acquire(40);
    await moment();
    expect(order).toEqual(['30', '70', 'null', '10', '20']);
  });

  test('counts what is larger than all as all', async () => {
    const bodies = createBodySemaphore({ capacity: CAPACITY });
    await bodies.open().acquire(10 * CAPACITY);
    const late = bodies.open(AbortSignal.timeout(10));
    await expect(late.acquire(1)).rejects.toThrow(InterruptedError);
  });
});

test('what is left of a large body is tidied away before the next one is admitted, and of small ones nothing is', async () => {
  const events: string[] = [];
  const bodies = createBodySemaphore({ afterLarge: () => void events.push('tidied') });
  const [large, small, next] = [bodies.open(), bodies.open(), bodies.open()];
  await large.acquire(null);
  const admitted = next.acquire(null).then(() => events.push('admitted'));
  large.release();
  await admitted;
  expect(events).toEqual(['tidied', 'admitted']);
  next.release();
  await small.acquire(1_000);
  small.release();
  expect(events).toEqual(['tidied', 'admitted', 'tidied']);
});
